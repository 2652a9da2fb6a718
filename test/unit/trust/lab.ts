import { constants, generateKeyPairSync, sign, type KeyObject } from 'node:crypto';
import {
  derBitString,
  derBoolean,
  derContext,
  derContextPrimitive,
  derInteger,
  derNull,
  derOctetString,
  derOid,
  derSequence,
  derSetOf,
  derTime,
  derUtf8String,
  derValue,
} from '../../../src/asn1/der.js';
import { decodeCertificate, type Certificate } from '../../../src/pki/certificate.js';

export interface KeyPair {
  readonly publicKey: KeyObject;
  readonly privateKey: KeyObject;
}

const makers = {
  'P-256': () => generateKeyPairSync('ec', { namedCurve: 'P-256' }),
  'P-256 b': () => generateKeyPairSync('ec', { namedCurve: 'P-256' }),
  'P-384': () => generateKeyPairSync('ec', { namedCurve: 'P-384' }),
  'P-521': () => generateKeyPairSync('ec', { namedCurve: 'P-521' }),
  'P-224': () => generateKeyPairSync('ec', { namedCurve: 'secp224r1' }),
  secp256k1: () => generateKeyPairSync('ec', { namedCurve: 'secp256k1' }),
  explicit: () => generateKeyPairSync('ec', { namedCurve: 'P-256', paramEncoding: 'explicit' }),
  'RSA-1024': () => generateKeyPairSync('rsa', { modulusLength: 1024 }),
  'RSA-2048': () => generateKeyPairSync('rsa', { modulusLength: 2048 }),
  'RSA-2048 e=3': () => generateKeyPairSync('rsa', { modulusLength: 2048, publicExponent: 3 }),
  Ed25519: () => generateKeyPairSync('ed25519'),
  Ed448: () => generateKeyPairSync('ed448'),
  DSA: () => generateKeyPairSync('dsa', { modulusLength: 1024, divisorLength: 160 }),
  X25519: () => generateKeyPairSync('x25519'),
  'RSA-PSS': () => generateKeyPairSync('rsa-pss', { modulusLength: 2048 }),
} satisfies Record<string, () => KeyPair>;

export type KeyKind = keyof typeof makers;

const pool = new Map<KeyKind, KeyPair>();

/** One key of each kind a test file. */
export function keyPair(kind: KeyKind): KeyPair {
  const known = pool.get(kind) ?? makers[kind]();
  pool.set(kind, known);
  return known;
}

const sha256Mask = (): Uint8Array =>
  derSequence(derOid('1.2.840.113549.1.1.8'), derSequence(derOid('2.16.840.1.101.3.4.2.1'), derNull()));

/** AlgorithmIdentifier, hash and padding of each way to sign. */
const signatures = {
  'RSA MD5': [derSequence(derOid('1.2.840.113549.1.1.4'), derNull()), 'md5'],
  'RSA SHA-1': [derSequence(derOid('1.2.840.113549.1.1.5'), derNull()), 'sha1'],
  'RSA SHA-256': [derSequence(derOid('1.2.840.113549.1.1.11'), derNull()), 'sha256'],
  'RSA SHA-384': [derSequence(derOid('1.2.840.113549.1.1.12'), derNull()), 'sha384'],
  PSS: [
    derSequence(
      derOid('1.2.840.113549.1.1.10'),
      derSequence(
        derContext(0, derSequence(derOid('2.16.840.1.101.3.4.2.1'), derNull())),
        derContext(1, sha256Mask()),
        derContext(2, derInteger(32)),
      ),
    ),
    'sha256',
  ],
  'ECDSA SHA-1': [derSequence(derOid('1.2.840.10045.4.1')), 'sha1'],
  'ECDSA SHA-256': [derSequence(derOid('1.2.840.10045.4.3.2')), 'sha256'],
  DSA: [derSequence(derOid('2.16.840.1.101.3.4.3.2')), 'sha256'],
  Ed25519: [derSequence(derOid('1.3.101.112')), null],
  Ed448: [derSequence(derOid('1.3.101.113')), null],
  unknown: [derSequence(derOid('1.2.3.4.5')), 'sha256'],
} satisfies Record<string, readonly [Uint8Array, string | null]>;

export type SignatureKind = keyof typeof signatures;

export const algorithmIdentifier = (kind: SignatureKind): Uint8Array => signatures[kind][0];

function defaultSignature({ asymmetricKeyType: type }: KeyObject): SignatureKind {
  if (type === 'rsa') return 'RSA SHA-256';
  if (type === 'rsa-pss') return 'PSS';
  if (type === 'ed25519') return 'Ed25519';
  if (type === 'ed448') return 'Ed448';
  return type === 'dsa' ? 'DSA' : 'ECDSA SHA-256';
}

export const extension = (oid: string, value: Uint8Array, critical = false): Uint8Array =>
  derSequence(derOid(oid), ...(critical ? [derBoolean(true)] : []), derOctetString(value));

export const basicConstraints = (cA: boolean, pathLength?: number): Uint8Array =>
  extension(
    '2.5.29.19',
    derSequence(...(cA ? [derBoolean(true)] : []), ...(pathLength === undefined ? [] : [derInteger(pathLength)])),
    true,
  );

/** keyUsage from its bits: 0x04 is keyCertSign, 0x80 digitalSignature. */
export const keyUsage = (bits: number): Uint8Array =>
  extension('2.5.29.15', derValue(0x03, Uint8Array.of(0, bits)), true);

export const subjectKeyIdentifier = (id: Uint8Array): Uint8Array => extension('2.5.29.14', derOctetString(id));

export const authorityKeyIdentifier = (id: Uint8Array): Uint8Array =>
  extension('2.5.29.35', derSequence(derContextPrimitive(0, id)));

/** Name of one attribute each; `[]` is the empty name. */
export const name = (...attributes: readonly (readonly [oid: string, text: string])[]): Uint8Array =>
  derSequence(...attributes.map(([oid, text]) => derSetOf(derSequence(derOid(oid), derUtf8String(text)))));

export const commonName = (text: string): Uint8Array => name(['2.5.4.3', text]);

export interface LabOptions {
  readonly subject?: Uint8Array;
  readonly issuer?: Issued;
  readonly issuerName?: Uint8Array;
  readonly key?: KeyKind;
  /** Signs in place of the issuer's key. */
  readonly signer?: KeyPair;
  readonly spki?: Uint8Array;
  /** The encoded version field; none for version 1. */
  readonly version?: Uint8Array | 'none';
  readonly serial?: Uint8Array;
  readonly notBefore?: Uint8Array | Date;
  readonly notAfter?: Uint8Array | Date;
  readonly extensions?: readonly Uint8Array[];
  readonly signature?: SignatureKind;
  readonly outerAlgorithm?: Uint8Array;
}

export interface Issued {
  readonly certificate: Certificate;
  readonly keys: KeyPair;
  readonly name: Uint8Array;
}

export const at: Date = new Date('2026-06-01T12:00:00Z');
export const caExtensions = (): Uint8Array[] => [basicConstraints(true), keyUsage(0x06)];

const time = (value: Uint8Array | Date): Uint8Array => (value instanceof Date ? derTime(value) : value);
let serial = 0x1000;

/** A sound self-signed P-256 root named Lab, apart from what the options change. */
export function issue(options: LabOptions = {}): Issued {
  const subject = options.subject ?? commonName('Lab');
  const keys = keyPair(options.key ?? 'P-256');
  const signer = options.signer ?? options.issuer?.keys ?? keys;
  const kind = options.signature ?? defaultSignature(signer.privateKey);
  const [algorithm, hash] = signatures[kind];
  const extensions = options.extensions ?? caExtensions();
  serial += 1;
  const tbs = derSequence(
    ...(options.version === 'none' ? [] : [options.version ?? derContext(0, derInteger(2))]),
    options.serial ?? derInteger(serial),
    algorithm,
    options.issuerName ?? options.issuer?.name ?? subject,
    derSequence(
      time(options.notBefore ?? new Date('2026-01-01T00:00:00Z')),
      time(options.notAfter ?? new Date('2036-01-01T00:00:00Z')),
    ),
    subject,
    options.spki ?? new Uint8Array(keys.publicKey.export({ type: 'spki', format: 'der' })),
    ...(extensions.length === 0 ? [] : [derContext(3, derSequence(...extensions))]),
  );
  const padding = kind === 'PSS' ? { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 32 } : {};
  const bits = sign(hash, tbs, { key: signer.privateKey, ...padding });
  const der = derSequence(tbs, options.outerAlgorithm ?? algorithm, derBitString(bits));
  return { certificate: decodeCertificate(der), keys, name: subject };
}
