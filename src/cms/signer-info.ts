import { isContext, octetsOf, universalTag, type BerValue } from '../asn1/ber.js';
import { derInteger, derPieces } from '../asn1/der.js';
import { decodeOid, isPaddedOid } from '../asn1/oid.js';
import { ProfilewrightError } from '../diagnostics/profilewright-error.js';
import type { Certificate } from '../pki/certificate.js';
import {
  decodeCertificateIdentifier,
  encodeIssuerAndSerialNumber,
  type CertificateIdentifier,
} from './certificate-identifier.js';

/** An AlgorithmIdentifier: its OID and the whole encoding of its parameters. */
export interface AlgorithmIdentifier {
  readonly oid: string;
  readonly parameters?: Uint8Array;
}

/** The fields of a SignerInfo, not judged yet. */
export interface SignerInfo {
  readonly sid: CertificateIdentifier;
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
    sid: decodeCertificateIdentifier(sid) ?? refuse('sid'),
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

/** Reads an AlgorithmIdentifier; undefined when it is none. */
export function decodeAlgorithm(value: BerValue | undefined): AlgorithmIdentifier | undefined {
  const [type, parameters, ...others] = universalTag(value) === 16 ? (value?.children ?? []) : [];
  const isOid = type !== undefined && universalTag(type) === 6 && !isPaddedOid(type.content);
  const oid = isOid ? decodeOid(type.content) : undefined;
  if (oid === undefined || others.length > 0) return undefined;
  return parameters === undefined ? { oid } : { oid, parameters: parameters.raw };
}

function refuse(field: string): never {
  const reason = `${field} of the SignerInfo is missing, doubled or of another type`;
  throw new ProfilewrightError('ERR_CMS_MALFORMED', { reason });
}
