import { X509Certificate, type KeyObject } from 'node:crypto';
import { bitString, concat, context, integer, sequence, type Bytes } from './der.js';
import { encodeExtension, type ExtensionInput } from './extension.js';
import { encodeName, type NameInput } from './name.js';
import { pem } from './pem.js';
import { signatureIdentifier, signBytes, usualSignature, type AnyKey, type SignatureName } from './signature.js';
import { standardExtensions, type StandardExtensions } from './standard-extensions.js';
import { testKey, type KeyKind } from './test-key.js';
import { daysFromToday, timeValue, type TimeInput } from './time-value.js';

/** What can be asked for; whatever is left out is as a sound self-signed certificate has it. */
export interface CertificateOptions extends StandardExtensions {
  readonly subject?: NameInput;
  /** In place of the issuer's subject. */
  readonly issuer?: NameInput;
  /** Whose key signs; the certificate is self-signed without it. */
  readonly signedBy?: IssuedCertificate;
  readonly key?: KeyKind | AnyKey;
  /** Written in place of the key's own SubjectPublicKeyInfo. */
  readonly spki?: Uint8Array;
  /** Signs in place of the issuer's key, as a forger would. */
  readonly signingKey?: KeyKind | AnyKey;
  /** 1, 2, 3 or any other; version 1 is written as nothing, and as an explicit 0 when `'explicit-1'`. */
  readonly version?: number | 'explicit-1';
  /** A number, or the very content octets of the INTEGER. */
  readonly serialNumber?: number | bigint | Uint8Array;
  readonly notBefore?: TimeInput;
  readonly notAfter?: TimeInput;
  /** How it is signed, and what both AlgorithmIdentifiers say. */
  readonly algorithm?: SignatureName;
  /** What the signed AlgorithmIdentifier says in place of `algorithm`. */
  readonly innerAlgorithm?: SignatureName | Uint8Array;
  /** What the AlgorithmIdentifier outside says in place of `algorithm`. */
  readonly outerAlgorithm?: SignatureName | Uint8Array;
  /** One bit flipped, nothing at all, or the very octets. */
  readonly signature?: 'tampered' | 'empty' | Uint8Array;
  /** Rewrites the tbsCertificate before it is signed: `(tbs) => toBer(tbs)` gives a certificate whose signature covers BER. */
  readonly rewriteTbs?: (tbs: Bytes) => Bytes;
  /** `issuerUniqueID` and `subjectUniqueID` of version 2. */
  readonly uniqueIds?: readonly [issuer: Uint8Array, subject: Uint8Array];
}

/** A certificate that was made, with all that is needed to issue others by it. */
export interface IssuedCertificate {
  readonly der: Bytes;
  readonly pem: string;
  readonly key: AnyKey;
  /** The subject as an encoded Name. */
  readonly subject: Bytes;
  readonly issuer: Bytes;
  /** Content octets of the INTEGER. */
  readonly serialNumber: Bytes;
  readonly spki: Bytes;
  /** What its SubjectKeyIdentifier says; the AKI of what it issues repeats it. Undefined when it has none. */
  readonly keyIdentifier: Uint8Array | undefined;
  /** The encoded tbsCertificate. */
  readonly tbs: Bytes;
  readonly signedBy: IssuedCertificate | undefined;
  readonly options: CertificateOptions;
}

let lastSerialNumber = 0x1000;

/**
 * Makes any certificate or defect. Nothing is checked: what was asked for is what comes out.
 *
 * @example
 * const root = issueCertificate({ subject: 'Root', basicConstraints: { cA: true }, keyUsage: ['keyCertSign'] });
 * issueCertificate({ subject: 'x', signedBy: root, key: 'rsa-2048', algorithm: 'sha1WithRSAEncryption', signature: 'tampered' });
 */
export function issueCertificate(options: CertificateOptions = {}): IssuedCertificate {
  const key = keyOf(options.key ?? 'p256');
  const { signedBy, subject: subjectInput = 'Lab' } = options;
  const signingKey = options.signingKey === undefined ? (signedBy?.key ?? key) : keyOf(options.signingKey);
  const algorithm = options.algorithm ?? usualSignature(signingKey);
  const subject = encodeName(subjectInput);
  const issuer = options.issuer === undefined ? (signedBy?.subject ?? subject) : encodeName(options.issuer);
  const serialNumber = integer(options.serialNumber ?? (lastSerialNumber += 1));
  const spki = concat(options.spki ?? key.spki);
  const { extensions, keyIdentifier } = standardExtensions(options, key, signedBy);
  const plainTbs = sequence(
    versionField(options.version ?? 3),
    serialNumber,
    signatureIdentifier(options.innerAlgorithm ?? algorithm),
    issuer,
    sequence(timeValue(options.notBefore ?? daysFromToday(-30)), timeValue(options.notAfter ?? daysFromToday(3650))),
    subject,
    spki,
    ...(options.uniqueIds ?? []).map((id, index) => uniqueId(index + 1, id)),
    extensionsField(extensions),
  );
  const tbs = options.rewriteTbs?.(plainTbs) ?? plainTbs;
  const outer = signatureIdentifier(options.outerAlgorithm ?? algorithm);
  const der = sequence(tbs, outer, bitString(signatureOf(tbs, signingKey, algorithm, options.signature)));
  return {
    der,
    pem: pem('CERTIFICATE', der),
    key,
    subject,
    issuer,
    serialNumber: serialNumber.slice(2),
    spki,
    keyIdentifier,
    tbs,
    signedBy,
    options,
  };
}

const keyOf = (key: KeyKind | AnyKey): AnyKey => (typeof key === 'string' ? testKey(key) : key);

/** `version [0] EXPLICIT INTEGER DEFAULT v1` */
function versionField(version: number | 'explicit-1'): Bytes {
  if (version === 1) return new Uint8Array();
  return context(0, integer(version === 'explicit-1' ? 0 : version - 1));
}

/** `[number] IMPLICIT BIT STRING` */
const uniqueId = (number: number, id: Uint8Array): Bytes => concat(Uint8Array.of(0x80 | number, id.length + 1, 0), id);

/** `extensions [3] EXPLICIT SEQUENCE SIZE (1..MAX) OF Extension OPTIONAL` */
function extensionsField(extensions: readonly ExtensionInput[]): Bytes {
  return extensions.length === 0 ? new Uint8Array() : context(3, sequence(...extensions.map(encodeExtension)));
}

function signatureOf(
  tbs: Uint8Array,
  key: AnyKey,
  algorithm: SignatureName,
  wish: CertificateOptions['signature'],
): Uint8Array {
  if (wish instanceof Uint8Array) return wish;
  if (wish === 'empty') return new Uint8Array();
  const signature = signBytes(tbs, key, algorithm);
  if (wish === 'tampered') signature[signature.length - 1]! ^= 1;
  return signature;
}

/** The key that belongs to the certificate, for whoever signs with node:crypto. */
export function privateKeyOf({ key }: IssuedCertificate): KeyObject {
  if ('privateKey' in key) return key.privateKey;
  throw new TypeError('a weak key made by arithmetic is none for node:crypto');
}

/** The certificate as node:crypto reads it. */
export const asX509 = ({ der }: { readonly der: Uint8Array }): X509Certificate => new X509Certificate(der);
