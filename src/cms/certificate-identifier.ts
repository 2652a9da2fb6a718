import { octetsOf, universalTag, type BerValue } from '../asn1/ber.js';
import { derContextPrimitive, derSequence, derValue, equalBytes } from '../asn1/der.js';
import type { Bytes } from '../diagnostics/bytes.js';
import { readName, type DistinguishedName } from '../pki/distinguished-name.js';
import type { Certificate } from '../pki/certificate.js';

/** How CMS names a certificate. The serial number is upper-case hexadecimal, as in a `Certificate`. */
export type CertificateIdentifier =
  { readonly issuer: DistinguishedName; readonly serialNumber: string } | { readonly subjectKeyIdentifier: Uint8Array };

/**
 * `SignerIdentifier`, `RecipientIdentifier ::= CHOICE { issuerAndSerialNumber IssuerAndSerialNumber, subjectKeyIdentifier [0]
 * IMPLICIT OCTET STRING }` (RFC 5652 sections 5.3 and 6.2.1). Undefined when it is neither.
 */
export function decodeCertificateIdentifier(value: BerValue | undefined): CertificateIdentifier | undefined {
  if (value === undefined) return undefined;
  if (value.tagClass === 2 && value.tagNumber === 0) return { subjectKeyIdentifier: octetsOf(value) };
  const [name, serial, ...others] = universalTag(value) === 16 ? value.children : [];
  const issuer = readName(name);
  if (issuer === undefined || serial === undefined || universalTag(serial) !== 2 || others.length > 0) return undefined;
  return { issuer, serialNumber: Buffer.from(serial.content).toString('hex').toUpperCase() };
}

/** `IssuerAndSerialNumber`, with the very bytes of the certificate: names are never written anew. */
export function encodeIssuerAndSerialNumber({ issuer, serialNumber }: Certificate): Bytes {
  return derSequence(issuer.raw, derValue(0x02, Buffer.from(serialNumber, 'hex')));
}

/** `subjectKeyIdentifier [0] IMPLICIT OCTET STRING`. */
export function encodeSubjectKeyIdentifier(keyIdentifier: Uint8Array): Bytes {
  return derContextPrimitive(0, keyIdentifier);
}

/** Whether the identifier means this certificate. Names match as in RFC 5280 section 7.1. */
export function identifiesCertificate(identifier: CertificateIdentifier, certificate: Certificate): boolean {
  if ('subjectKeyIdentifier' in identifier) {
    const own = certificate.subjectKeyIdentifier;
    return own !== undefined && equalBytes(own, identifier.subjectKeyIdentifier);
  }
  return (
    identifier.serialNumber === certificate.serialNumber &&
    identifier.issuer.normalized === certificate.issuer.normalized
  );
}
