import { isContext, octetsOf, universalTag, type BerValue } from '../asn1/ber.js';
import { derInteger, derPieces, derSequence, derValue, equalBytes } from '../asn1/der.js';
import { decodeOid, isPaddedOid } from '../asn1/oid.js';
import type { Bytes } from '../diagnostics/bytes.js';
import { ProfilewrightError } from '../diagnostics/profilewright-error.js';
import { readName, type DistinguishedName } from '../pki/distinguished-name.js';
import type { Certificate } from '../pki/certificate.js';

/** An AlgorithmIdentifier: its OID and the whole encoding of its parameters. */
export interface AlgorithmIdentifier {
  readonly oid: string;
  readonly parameters?: Uint8Array;
}

/** Which certificate the signer means. The serial number is upper-case hexadecimal, as in a `Certificate`. */
export type SignerIdentifier =
  { readonly issuer: DistinguishedName; readonly serialNumber: string } | { readonly subjectKeyIdentifier: Uint8Array };

/** The fields of a SignerInfo, not judged yet. */
export interface SignerInfo {
  readonly sid: SignerIdentifier;
  readonly digestAlgorithm: AlgorithmIdentifier;
  readonly signedAttrs?: BerValue;
  readonly signatureAlgorithm: AlgorithmIdentifier;
  readonly signature: Uint8Array;
}

/**
 * ```
 * SignerInfo ::= SEQUENCE { version INTEGER, sid SignerIdentifier, digestAlgorithm AlgorithmIdentifier,
 *   signedAttrs [0] IMPLICIT SET OF Attribute OPTIONAL, signatureAlgorithm AlgorithmIdentifier,
 *   signature OCTET STRING, unsignedAttrs [1] IMPLICIT SET OF Attribute OPTIONAL }
 * SignerIdentifier ::= CHOICE { SEQUENCE { issuer Name, serialNumber INTEGER }, [0] IMPLICIT OCTET STRING }
 * ```
 * (RFC 5652 section 5.3), in BER.
 *
 * @throws ProfilewrightError `ERR_CMS_MALFORMED`
 */
export function decodeSignerInfo(value: BerValue): SignerInfo {
  const [version, sid, digestAlgorithm, ...rest] = universalTag(value) === 16 ? value.children : [];
  const signedAttrs = isContext(rest[0], 0) ? rest.shift() : undefined;
  const [signatureAlgorithm, signature, unsignedAttrs, ...others] = rest;
  if (universalTag(version) !== 2) return refuse('version');
  if (signedAttrs?.children.length === 0) return refuse('signedAttrs');
  if (signature === undefined || universalTag(signature) !== 4) return refuse('signature');
  if (others.length > 0 || (unsignedAttrs !== undefined && !isContext(unsignedAttrs, 1)))
    return refuse('unsignedAttrs');
  return {
    sid: decodeSid(sid) ?? refuse('sid'),
    digestAlgorithm: decodeAlgorithm(digestAlgorithm) ?? refuse('digestAlgorithm'),
    ...(signedAttrs === undefined ? {} : { signedAttrs }),
    signatureAlgorithm: decodeAlgorithm(signatureAlgorithm) ?? refuse('signatureAlgorithm'),
    signature: octetsOf(signature),
  };
}

/** What {@link encodeSignerInfo} puts together; all but the signature in DER. */
export interface SignerInfoParts {
  /** The first three fields, joined, by {@link encodeSignerInfoHead}. */
  readonly head: Uint8Array;
  /** The SET OF that is signed. */
  readonly signedAttributes: Uint8Array;
  readonly signatureAlgorithm: Uint8Array;
  readonly signature: Uint8Array;
}

/** version 1, issuerAndSerialNumber and digestAlgorithm: what a signer writes each time. */
export function encodeSignerInfoHead(certificate: Certificate, digestAlgorithm: Uint8Array): Uint8Array {
  return Buffer.concat([derInteger(1), encodeIssuerAndSerialNumber(certificate), digestAlgorithm]);
}

/** The DER of a SignerInfo of version 1, in pieces. */
export function encodeSignerInfo(parts: SignerInfoParts): Uint8Array[] {
  const { head, signedAttributes, signatureAlgorithm, signature } = parts;
  // The same bytes that were signed, tagged as [0] in place of SET.
  const signedAttrs = [Uint8Array.of(0xa0), signedAttributes.subarray(1)];
  return derPieces(0x30, head, ...signedAttrs, signatureAlgorithm, ...derPieces(0x04, signature));
}

/** With the very bytes of the certificate: names are never written anew. */
function encodeIssuerAndSerialNumber({ issuer, serialNumber }: Certificate): Bytes {
  return derSequence(issuer.raw, derValue(0x02, Buffer.from(serialNumber, 'hex')));
}

/** Whether the SignerInfo means this certificate. Names match as in RFC 5280 section 7.1. */
export function identifiesCertificate(sid: SignerIdentifier, certificate: Certificate): boolean {
  if ('subjectKeyIdentifier' in sid) {
    const own = certificate.subjectKeyIdentifier;
    return own !== undefined && equalBytes(own, sid.subjectKeyIdentifier);
  }
  return sid.serialNumber === certificate.serialNumber && sid.issuer.normalized === certificate.issuer.normalized;
}

/** Reads an AlgorithmIdentifier; undefined when it is none. */
export function decodeAlgorithm(value: BerValue | undefined): AlgorithmIdentifier | undefined {
  const [type, parameters, ...others] = universalTag(value) === 16 ? (value?.children ?? []) : [];
  const isOid = type !== undefined && universalTag(type) === 6 && !isPaddedOid(type.content);
  const oid = isOid ? decodeOid(type.content) : undefined;
  if (oid === undefined || others.length > 0) return undefined;
  return parameters === undefined ? { oid } : { oid, parameters: parameters.raw };
}

function decodeSid(value: BerValue | undefined): SignerIdentifier | undefined {
  if (value === undefined) return undefined;
  if (value.tagClass === 2 && value.tagNumber === 0) return { subjectKeyIdentifier: octetsOf(value) };
  const [name, serial, ...others] = universalTag(value) === 16 ? value.children : [];
  const issuer = readName(name);
  if (issuer === undefined || serial === undefined || universalTag(serial) !== 2 || others.length > 0) return undefined;
  return { issuer, serialNumber: Buffer.from(serial.content).toString('hex').toUpperCase() };
}

function refuse(field: string): never {
  const reason = `${field} of the SignerInfo is missing, doubled or of another type`;
  throw new ProfilewrightError('ERR_CMS_MALFORMED', { reason });
}
