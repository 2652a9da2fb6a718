import { createHash } from 'node:crypto';
import {
  algorithmIdentifier,
  context,
  contextPrimitive,
  integer,
  nullValue,
  octetString,
  oid,
  sequence,
  set,
  type Bytes,
} from './der.js';
import type { IssuedCertificate } from './issue-certificate.js';
import { signatureIdentifier, signBytes, type SignatureName } from './signature.js';
import { timeValue, today } from './time-value.js';

/** RFC 5652, RFC 3370, RFC 5754 and RFC 3565. */
export const cmsOid = {
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
} as const;

export type MessageHash = 'md5' | 'sha1' | 'sha224' | 'sha256' | 'sha384' | 'sha512';

/** What can be changed about a message; the rest is as a sound one has it. Values are encoded. */
export interface SignedMessageOptions {
  readonly signer: IssuedCertificate;
  readonly content: Uint8Array;
  readonly hash?: MessageHash;
  readonly outerType?: string;
  readonly version?: number;
  readonly digestAlgorithms?: readonly Uint8Array[];
  readonly eContentType?: string;
  /** The eContent field. */
  readonly eContent?: Uint8Array | 'absent';
  readonly certificates?: readonly Uint8Array[] | 'absent';
  /** Fields between the certificates and the SignerInfos. */
  readonly crls?: readonly Uint8Array[];
  readonly signerVersion?: number;
  readonly sid?: Uint8Array;
  readonly digestAlgorithm?: Uint8Array;
  /** In this order: nothing is sorted. */
  readonly attributes?: readonly Uint8Array[] | 'absent';
  /** Writes the field of the attributes; signed is the SET of them. */
  readonly storeAttributes?: (attributes: readonly Uint8Array[]) => Uint8Array;
  readonly signatureAlgorithm?: Uint8Array;
  /** How it is signed, in place of how the hash and the key say. */
  readonly signWith?: SignatureName;
  /** Makes the octets of the signature from the sound ones. */
  readonly signature?: (sound: Uint8Array, signed: Uint8Array) => Uint8Array;
  /** The field of the signature, from its octets. */
  readonly storeSignature?: (signature: Uint8Array) => Uint8Array;
  /** Fields behind the signature. */
  readonly unsigned?: readonly Uint8Array[];
  readonly signerInfos?: (sound: Uint8Array) => readonly Uint8Array[];
  /** Fields behind the SignerInfos. */
  readonly surplus?: readonly Uint8Array[];
}

/** `Attribute ::= SEQUENCE { attrType OBJECT IDENTIFIER, attrValues SET OF ANY }` */
export const messageAttribute = (type: string, ...values: readonly Uint8Array[]): Bytes =>
  sequence(oid(type), set(...values));

type AttributeName = 'contentType' | 'signingTime' | 'messageDigest';

/** contentType, signingTime and messageDigest, in the order of DER; each can be replaced, doubled or left out. */
export function messageAttributes(
  content: Uint8Array,
  { hash = 'sha256', ...replaced }: Partial<Record<AttributeName, readonly Bytes[]>> & { hash?: MessageHash } = {},
): Bytes[] {
  const digest = createHash(hash).update(content).digest();
  const sound = {
    contentType: [messageAttribute(cmsOid.contentType, oid(cmsOid.data))],
    signingTime: [messageAttribute(cmsOid.signingTime, timeValue(today))],
    messageDigest: [messageAttribute(cmsOid.messageDigest, octetString(digest))],
    ...replaced,
  };
  return [...sound.contentType, ...sound.signingTime, ...sound.messageDigest];
}

/**
 * A `ContentInfo` around `SignedData` (RFC 5652 sections 3 and 5.1) with one signer, sound but for what the options change.
 *
 * @example
 * signedMessage({ signer, content, attributes: 'absent', signature: (sound) => sound.fill(0) });
 */
export function signedMessage(options: SignedMessageOptions): Bytes {
  const { signer, content, certificates = [signer.der], eContent = context(0, octetString(content)) } = options;
  const signerInfo = signerInfoOf(options);
  const signedData = sequence(
    integer(options.version ?? 1),
    set(...(options.digestAlgorithms ?? [digestAlgorithmOf(options)])),
    sequence(oid(options.eContentType ?? cmsOid.data), ...(eContent === 'absent' ? [] : [eContent])),
    ...(certificates === 'absent' ? [] : [context(0, ...certificates)]),
    ...(options.crls ?? []),
    set(...(options.signerInfos?.(signerInfo) ?? [signerInfo])),
    ...(options.surplus ?? []),
  );
  return sequence(oid(options.outerType ?? cmsOid.signedData), context(0, signedData));
}

const digestAlgorithmOf = ({ hash = 'sha256', digestAlgorithm }: SignedMessageOptions): Uint8Array =>
  digestAlgorithm ?? algorithmIdentifier(cmsOid[hash]);

/** `signedAttrs [0] IMPLICIT SET OF Attribute` */
const writeAttributes = (attributes: readonly Uint8Array[]): Uint8Array => context(0, ...attributes);

/** `SignerInfo` (RFC 5652 section 5.3). */
export function signerInfoOf(options: SignedMessageOptions): Bytes {
  const { signer, content, hash = 'sha256', attributes = messageAttributes(content, { hash }) } = options;
  const { storeAttributes = writeAttributes, storeSignature = octetString } = options;
  const name = options.signWith ?? signatureName(signer, hash);
  const signed = attributes === 'absent' ? content : set(...attributes);
  const sound = signBytes(signed, signer.key, name);
  return sequence(
    integer(options.signerVersion ?? 1),
    options.sid ?? issuerAndSerialNumber(signer),
    digestAlgorithmOf(options),
    ...(attributes === 'absent' ? [] : [storeAttributes(attributes)]),
    options.signatureAlgorithm ?? signatureAlgorithmOf(name),
    storeSignature(options.signature?.(sound, signed) ?? sound),
    ...(options.unsigned ?? []),
  );
}

export const issuerAndSerialNumber = ({ issuer, serialNumber }: IssuedCertificate): Bytes =>
  sequence(issuer, integer(serialNumber));

/** `subjectKeyIdentifier [0] IMPLICIT OCTET STRING` */
export const keyIdentifierOfSigner = (keyIdentifier: Uint8Array): Bytes => contextPrimitive(0, keyIdentifier);

/** The names of RFC 8017, RFC 5758 and RFC 8410. */
function signatureName({ key }: IssuedCertificate, hash: MessageHash): SignatureName {
  const type = 'privateKey' in key ? key.privateKey.asymmetricKeyType : 'rsa';
  if (type === 'ed25519') return 'Ed25519';
  if (type === 'dsa') return hash === 'sha1' ? 'dsa-with-sha1' : 'dsa-with-sha256';
  if (type !== 'ec' || hash === 'md5') return `${hash}WithRSAEncryption`;
  return `ecdsa-with-${hash.toUpperCase() as 'SHA1' | 'SHA224' | 'SHA256' | 'SHA384' | 'SHA512'}`;
}

/** RSA is written as most writers do: rsaEncryption, the digest algorithm tells the rest (RFC 3370 section 3.2). */
function signatureAlgorithmOf(name: SignatureName): Uint8Array {
  return name.endsWith('WithRSAEncryption')
    ? algorithmIdentifier(cmsOid.rsaEncryption, nullValue())
    : signatureIdentifier(name);
}
