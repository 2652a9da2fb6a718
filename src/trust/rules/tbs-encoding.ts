import { isContext, readBer, universalTag, type BerValue } from '../../asn1/ber.js';
import { equalBytes } from '../../asn1/der.js';
import type { Certificate } from '../../pki/certificate.js';

/** How a certificate is encoded, where a device reads two encodings of one fact differently. */
export interface TbsEncoding {
  /** The version field is spelt out although it is version 1, the DEFAULT. */
  readonly hasExplicitVersion1: boolean;
  /** The type of `notBefore` and `notAfter`. */
  readonly notBefore: 'UTCTime' | 'GeneralizedTime';
  readonly notAfter: 'UTCTime' | 'GeneralizedTime';
  /** The signatureAlgorithm outside is, byte for byte, the one inside (RFC 5280 section 4.1.1.2). */
  readonly hasMatchingAlgorithms: boolean;
  /** Where the outer signatureAlgorithm stands. */
  readonly outerAlgorithmOffset: number;
  /** What departs from RFC 3279 sections 2.2.1 and 2.3.1 where RSA is used: the verb and what follows. */
  readonly rsaDefects: readonly string[];
}

/**
 * `Certificate ::= SEQUENCE { SEQUENCE { [0] version DEFAULT v1, serialNumber, signature, issuer, validity, ... }, signatureAlgorithm, signature }`.
 * The bytes have been read before, so nothing here is refused; they are read once a certificate.
 */
export function readTbsEncoding(certificate: Certificate): TbsEncoding {
  const encoding = known.get(certificate) ?? readEncoding(certificate);
  known.set(certificate, encoding);
  return encoding;
}

const known = new WeakMap<Certificate, TbsEncoding>();

function readEncoding({ raw, version, publicKey, signatureAlgorithm }: Certificate): TbsEncoding {
  const [tbs, outer] = readBer(raw, { what: 'the certificate' }).children;
  const fields = tbs?.children ?? [];
  const first = isContext(fields[0], 0) ? 1 : 0;
  const inner = fields[first + 1];
  const [notBefore, notAfter] = fields[first + 3]?.children ?? [];
  return {
    hasExplicitVersion1: first === 1 && version === 1,
    notBefore: timeType(notBefore),
    notAfter: timeType(notAfter),
    hasMatchingAlgorithms: outer !== undefined && inner !== undefined && equalBytes(outer.raw, inner.raw),
    outerAlgorithmOffset: outer?.offset ?? 0,
    rsaDefects: [...signatureDefects(outer, signatureAlgorithm), ...keyDefects(fields[first + 5], publicKey)],
  };
}

function signatureDefects(identifier: BerValue | undefined, { name }: Certificate['signatureAlgorithm']): string[] {
  const isRsa = name.endsWith('WithRSAEncryption');
  return isRsa && !isNull(identifier?.children[1]) ? ['signs with RSA parameters that are not NULL'] : [];
}

/** `SubjectPublicKeyInfo ::= SEQUENCE { algorithm AlgorithmIdentifier, subjectPublicKey BIT STRING }` */
function keyDefects(value: BerValue | undefined, { algorithm, modulus }: Certificate['publicKey']): string[] {
  const [identifier, bits] = value?.children ?? [];
  if (algorithm !== 'RSA' || modulus === undefined || bits === undefined) return [];
  const [number] = readBer(bits.content.subarray(1), { what: 'the RSA public key' }).children;
  return [
    ...(isNull(identifier?.children[1]) ? [] : ['has an RSA key with parameters that are not NULL']),
    ...(bits.content[0] === 0 ? [] : ['has an RSA key with unused bits']),
    ...((number?.content[0] ?? 0) < 0x80 ? [] : ['has an RSA key with a negative modulus']),
  ];
}

function isNull(value: BerValue | undefined): boolean {
  return universalTag(value) === 5 && value?.content.length === 0;
}

function timeType(value: BerValue | undefined): 'UTCTime' | 'GeneralizedTime' {
  return universalTag(value) === 23 ? 'UTCTime' : 'GeneralizedTime';
}
