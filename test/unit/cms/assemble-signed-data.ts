import { createHash, sign } from 'node:crypto';
import {
  derContext,
  derContextPrimitive,
  derInteger,
  derNull,
  derOctetString,
  derOid,
  derSequence,
  derSetOf,
  derTime,
  derValue,
} from '../../../src/asn1/der.js';
import { issue, type Issued, type KeyKind, type LabOptions } from '../trust/lab.js';

/** Object identifiers, spelt out here once more so that a slip in src/ is not repeated by the tests. */
export const oid = {
  data: '1.2.840.113549.1.7.1',
  signedData: '1.2.840.113549.1.7.2',
  envelopedData: '1.2.840.113549.1.7.3',
  contentType: '1.2.840.113549.1.9.3',
  messageDigest: '1.2.840.113549.1.9.4',
  signingTime: '1.2.840.113549.1.9.5',
  md5: '1.2.840.113549.2.5',
  sha1: '1.3.14.3.2.26',
  sha224: '2.16.840.1.101.3.4.2.4',
  sha256: '2.16.840.1.101.3.4.2.1',
  sha384: '2.16.840.1.101.3.4.2.2',
  sha512: '2.16.840.1.101.3.4.2.3',
  rsaEncryption: '1.2.840.113549.1.1.1',
  ecdsaWithSha1: '1.2.840.10045.4.1',
  ecdsaWithSha224: '1.2.840.10045.4.3.1',
  ecdsaWithSha256: '1.2.840.10045.4.3.2',
  ecdsaWithSha384: '1.2.840.10045.4.3.3',
  ecdsaWithSha512: '1.2.840.10045.4.3.4',
  rsaWithSha256: '1.2.840.113549.1.1.11',
  rsaWithMd5: '1.2.840.113549.1.1.4',
  rsaPss: '1.2.840.113549.1.1.10',
} as const;

const root = issue();

/** A signer below the lab's root, with a key of its own. */
export function issueSigner(key: KeyKind = 'P-256 b', options: LabOptions = {}): Issued {
  return issue({ issuer: root, key, extensions: [], ...options });
}

export const labRoot = (): Issued => root;
export const text = (value: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(value);
export const plist = text('<?xml version="1.0"?><plist version="1.0"><dict/></plist>');

export const attribute = (type: string, ...values: readonly Uint8Array[]): Uint8Array =>
  derSequence(derOid(type), derSetOf(...values));

export const indefinite = (identifier: number, ...parts: readonly Uint8Array[]): Uint8Array =>
  Buffer.concat([Uint8Array.of(identifier, 0x80), ...parts, Uint8Array.of(0, 0)]);

export interface AssembleOptions {
  readonly signer?: Issued;
  readonly content?: Uint8Array;
  /** Node's name of the hash under the attributes and the signature. */
  readonly hash?: string;
  readonly outerType?: string;
  readonly version?: number;
  readonly digestAlgorithms?: readonly Uint8Array[];
  readonly eContentType?: string;
  /** The encoded eContent field, or none. */
  readonly eContent?: Uint8Array | 'none';
  readonly certificates?: readonly Uint8Array[] | 'none';
  /** Fields behind the certificates. */
  readonly crls?: readonly Uint8Array[];
  readonly sid?: Uint8Array;
  readonly signerVersion?: number;
  readonly digestAlgorithm?: Uint8Array;
  /** Each encoded; they are not sorted here. */
  readonly attributes?: readonly Uint8Array[] | 'none';
  /** Encodes the attributes into the field; they are signed as a SET in DER. */
  readonly wrapAttributes?: (content: Uint8Array) => Uint8Array;
  readonly signatureAlgorithm?: Uint8Array;
  readonly signature?: (signed: Uint8Array, sound: Uint8Array) => Uint8Array;
  readonly unsigned?: readonly Uint8Array[];
  readonly signerInfos?: (sound: Uint8Array) => readonly Uint8Array[];
  readonly wrap?: (sound: Uint8Array) => Uint8Array;
}

export const algorithm = (type: string, ...parameters: readonly Uint8Array[]): Uint8Array =>
  derSequence(derOid(type), ...parameters);

const digestOf = (hash: string, bytes: Uint8Array): Uint8Array => createHash(hash).update(bytes).digest();

/** The three attributes in DER order; each can be replaced, doubled or left out by name. */
export function attributesFor(
  content: Uint8Array,
  {
    hash = 'sha256',
    ...replaced
  }: Partial<Record<'contentType' | 'signingTime' | 'messageDigest', Uint8Array[]>> & {
    hash?: string;
  } = {},
): Uint8Array[] {
  const sound = {
    contentType: [attribute(oid.contentType, derOid(oid.data))],
    signingTime: [attribute(oid.signingTime, derTime(new Date('2026-05-01T10:00:00Z')))],
    messageDigest: [attribute(oid.messageDigest, derOctetString(digestOf(hash, content)))],
    ...replaced,
  };
  return [...sound.contentType, ...sound.signingTime, ...sound.messageDigest];
}

/** A sound message, apart from what the options change. Built without src/cms. */
export function assemble(options: AssembleOptions = {}): Uint8Array {
  const { content = plist, hash = 'sha256', certificates } = options;
  const digestAlgorithm = options.digestAlgorithm ?? algorithm(oid[hash as 'sha256']);
  const eContent = options.eContent ?? derContext(0, derOctetString(content));
  const signer = options.signer ?? issueSigner();
  const sound = assembleSignerInfo(options, { signer, content, hash, digestAlgorithm });
  const bag = certificates ?? [signer.certificate.raw];
  const signedData = derSequence(
    derInteger(options.version ?? 1),
    derValue(0x31, ...(options.digestAlgorithms ?? [digestAlgorithm])),
    derSequence(derOid(options.eContentType ?? oid.data), ...(eContent === 'none' ? [] : [eContent])),
    ...(bag === 'none' ? [] : [derContext(0, ...bag)]),
    ...(options.crls ?? []),
    derValue(0x31, ...(options.signerInfos?.(sound) ?? [sound])),
  );
  const message = derSequence(derOid(options.outerType ?? oid.signedData), derContext(0, signedData));
  return options.wrap?.(message) ?? message;
}

interface SignerInfoContext {
  readonly signer: Issued;
  readonly content: Uint8Array;
  readonly hash: string;
  readonly digestAlgorithm: Uint8Array;
}

function assembleSignerInfo(options: AssembleOptions, context: SignerInfoContext): Uint8Array {
  const { signer, content, hash, digestAlgorithm } = context;
  const attributes = options.attributes ?? attributesFor(content, { hash });
  const joined = attributes === 'none' ? undefined : Buffer.concat(attributes);
  const signed = joined === undefined ? content : derValue(0x31, joined);
  const { privateKey } = signer.keys;
  const isRsa = privateKey.asymmetricKeyType === 'rsa';
  const made = sign(privateKey.asymmetricKeyType?.startsWith('ed') === true ? null : hash, signed, privateKey);
  const wrapAttributes = options.wrapAttributes ?? ((bytes) => derContext(0, bytes));
  const ecdsa: Partial<Record<string, string>> = {
    sha1: oid.ecdsaWithSha1,
    sha224: oid.ecdsaWithSha224,
    sha384: oid.ecdsaWithSha384,
    sha512: oid.ecdsaWithSha512,
  };
  const signatureOid = isRsa ? oid.rsaEncryption : (ecdsa[hash] ?? oid.ecdsaWithSha256);
  return derSequence(
    derInteger(options.signerVersion ?? 1),
    options.sid ?? derSequence(signer.certificate.issuer.raw, serialOf(signer)),
    digestAlgorithm,
    ...(joined === undefined ? [] : [wrapAttributes(joined)]),
    options.signatureAlgorithm ?? algorithm(signatureOid, ...(isRsa ? [derNull()] : [])),
    derOctetString(options.signature?.(signed, made) ?? made),
    ...(options.unsigned ?? []),
  );
}

export const serialOf = ({ certificate }: Issued): Uint8Array =>
  derValue(0x02, Buffer.from(certificate.serialNumber, 'hex'));

export const keyIdentifierSid = (id: Uint8Array): Uint8Array => derContextPrimitive(0, id);
