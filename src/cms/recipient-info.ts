import { isContext, octetsOf, universalTag, type BerValue } from '../asn1/ber.js';
import { derBitString, derContext, derInteger, derNull, derOctetString, derOid, derSequence } from '../asn1/der.js';
import { ProfilewrightError } from '../diagnostics/profilewright-error.js';
import type { Bytes } from '../diagnostics/bytes.js';
import { RSA_ENCRYPTION } from './algorithms.js';
import { decodeCertificateIdentifier, type CertificateIdentifier } from './certificate-identifier.js';
import type { AgreedKey, WrappedKey } from './key-agreement.js';
import { decodeAlgorithm, type AlgorithmIdentifier } from './signer-info.js';

/** The content key as one recipient is sent it. */
export type Recipient =
  | {
      readonly kind: 'transport';
      readonly identifier: CertificateIdentifier;
      readonly algorithm: AlgorithmIdentifier;
      readonly encryptedKey: Uint8Array;
    }
  | (WrappedKey & { readonly kind: 'agreement'; readonly identifier: CertificateIdentifier });

const ID_EC_PUBLIC_KEY = '1.2.840.10045.2.1';
const MAX_RECIPIENTS = 1000;

/**
 * The recipients by a certificate, those of one key agreement each on its own. Recipients by a password or a key that is
 * known beforehand, and agreements with a static key, are passed over.
 *
 * @throws ProfilewrightError `ERR_CMS_MALFORMED`, `ERR_DECRYPTION_LIMIT`
 */
export function decodeRecipientInfos(values: readonly BerValue[]): Recipient[] {
  limit(values.length);
  const recipients = values.flatMap((value) => {
    if (universalTag(value) === 16) return [decodeKeyTransport(value)];
    return isContext(value, 1) ? decodeKeyAgreement(value) : [];
  });
  limit(recipients.length);
  return recipients;
}

function limit(found: number): void {
  if (found <= MAX_RECIPIENTS) return;
  throw new ProfilewrightError('ERR_DECRYPTION_LIMIT', { limit: 'recipients', found, maximum: MAX_RECIPIENTS });
}

/**
 * `KeyTransRecipientInfo ::= SEQUENCE { version INTEGER, rid RecipientIdentifier, keyEncryptionAlgorithm AlgorithmIdentifier,
 * encryptedKey OCTET STRING }` (RFC 5652 section 6.2.1)
 */
function decodeKeyTransport({ children }: BerValue): Recipient {
  const [version, rid, algorithm, encryptedKey, ...others] = children;
  if (universalTag(version) !== 2 || others.length > 0) return refuse('version');
  return {
    kind: 'transport',
    identifier: decodeCertificateIdentifier(rid) ?? refuse('rid'),
    algorithm: decodeAlgorithm(algorithm) ?? refuse('keyEncryptionAlgorithm'),
    encryptedKey: octets(encryptedKey, 'encryptedKey'),
  };
}

/**
 * ```
 * KeyAgreeRecipientInfo ::= [1] IMPLICIT SEQUENCE { version INTEGER, originator [0] EXPLICIT OriginatorIdentifierOrKey,
 *   ukm [1] EXPLICIT OCTET STRING OPTIONAL, keyEncryptionAlgorithm AlgorithmIdentifier,
 *   recipientEncryptedKeys SEQUENCE OF SEQUENCE { rid KeyAgreeRecipientIdentifier, encryptedKey OCTET STRING } }
 * ```
 * (RFC 5652 section 6.2.2)
 */
function decodeKeyAgreement({ children }: BerValue): Recipient[] {
  const [version, originator, ...rest] = children;
  if (universalTag(version) !== 2 || !isContext(originator, 0)) return refuse('version or originator');
  const ukmField = isContext(rest[0], 1) ? rest.shift() : undefined;
  const [algorithmValue, keys, ...others] = rest;
  if (universalTag(keys) !== 16 || others.length > 0) return refuse('recipientEncryptedKeys');
  const algorithm = decodeAlgorithm(algorithmValue) ?? refuse('keyEncryptionAlgorithm');
  const ukm = ukmField && octets(ukmField.children[0], 'ukm');
  const [key] = originator.children;
  if (!isContext(key, 1)) return [];
  const point = pointOf(key);
  return (keys?.children ?? []).map(({ children: [rid, encryptedKey] }) => ({
    kind: 'agreement',
    identifier: decodeKeyAgreeIdentifier(rid) ?? refuse('rid'),
    point,
    algorithm,
    ...(ukm === undefined ? {} : { ukm }),
    wrappedKey: octets(encryptedKey, 'encryptedKey'),
  }));
}

/** `OriginatorPublicKey ::= SEQUENCE { algorithm AlgorithmIdentifier, publicKey BIT STRING }` */
function pointOf({ children: [algorithm, bits] }: BerValue): Uint8Array {
  if (decodeAlgorithm(algorithm) === undefined || bits === undefined || universalTag(bits) !== 3 || bits.constructed) {
    return refuse('originatorKey');
  }
  return bits.content.subarray(1);
}

/**
 * `KeyAgreeRecipientIdentifier ::= CHOICE { IssuerAndSerialNumber, rKeyId [0] IMPLICIT SEQUENCE { subjectKeyIdentifier OCTET
 * STRING, date GeneralizedTime OPTIONAL, other OtherKeyAttribute OPTIONAL } }`
 */
function decodeKeyAgreeIdentifier(value: BerValue | undefined): CertificateIdentifier | undefined {
  if (!isContext(value, 0)) return decodeCertificateIdentifier(value);
  return { subjectKeyIdentifier: octets(value.children[0], 'rid') };
}

function octets(value: BerValue | undefined, field: string): Uint8Array {
  return value !== undefined && universalTag(value) === 4 ? octetsOf(value) : refuse(field);
}

function refuse(field: string): never {
  const reason = `${field} of a RecipientInfo is missing, doubled or of another type`;
  throw new ProfilewrightError('ERR_CMS_MALFORMED', { reason });
}

/** The DER of a KeyTransRecipientInfo with PKCS#1 v1.5; `rid` is the DER of the identifier. */
export function encodeKeyTransport(version: 0 | 2, rid: Uint8Array, encryptedKey: Uint8Array): Bytes {
  const algorithm = derSequence(derOid(RSA_ENCRYPTION), derNull());
  return derSequence(derInteger(version), rid, algorithm, derOctetString(encryptedKey));
}

/** The DER of a KeyAgreeRecipientInfo for one recipient; `rid` is the DER of the identifier. */
export function encodeKeyAgreement(rid: Uint8Array, { point, algorithm, wrappedKey }: AgreedKey): Bytes {
  const originatorKey = derContext(1, derSequence(derOid(ID_EC_PUBLIC_KEY)), derBitString(point));
  const keys = derSequence(derSequence(rid, derOctetString(wrappedKey)));
  return derContext(1, derInteger(3), derContext(0, originatorKey), algorithm, keys);
}

/** `rKeyId [0] IMPLICIT RecipientKeyIdentifier` */
export function encodeRecipientKeyIdentifier(keyIdentifier: Uint8Array): Bytes {
  return derContext(0, derOctetString(keyIdentifier));
}
