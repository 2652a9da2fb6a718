import { bitString, integer, sequence, type Bytes } from './der.js';
import type { IssuedCertificate } from './issue-certificate.js';
import { signatureIdentifier, signBytes, usualSignature } from './signature.js';
import { daysFromToday, timeValue } from './time-value.js';

/**
 * `TBSCertList ::= SEQUENCE { version, signature, issuer, thisUpdate, nextUpdate, revokedCertificates SEQUENCE OF
 * SEQUENCE { userCertificate INTEGER, revocationDate Time } OPTIONAL }` (RFC 5280 section 5.1), signed by the issuer.
 */
export function revocationList(
  issuer: IssuedCertificate,
  revoked: readonly { readonly serialNumber: Uint8Array }[] = [],
): Bytes {
  const algorithm = signatureIdentifier(usualSignature(issuer.key));
  const entries = revoked.map(({ serialNumber }) => sequence(integer(serialNumber), timeValue(daysFromToday(-1))));
  const list = sequence(
    integer(1),
    algorithm,
    issuer.subject,
    timeValue(daysFromToday(-1)),
    timeValue(daysFromToday(7)),
    ...(entries.length === 0 ? [] : [sequence(...entries)]),
  );
  return sequence(list, algorithm, bitString(signBytes(list, issuer.key)));
}
