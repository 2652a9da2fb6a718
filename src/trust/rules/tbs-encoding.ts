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

function readEncoding({ raw, version }: Certificate): TbsEncoding {
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
  };
}

function timeType(value: BerValue | undefined): 'UTCTime' | 'GeneralizedTime' {
  return universalTag(value) === 23 ? 'UTCTime' : 'GeneralizedTime';
}
