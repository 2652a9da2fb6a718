import { ProfilewrightError } from '../diagnostics/profilewright-error.js';
import { isContext, octetsOf, universalTag, type BerValue } from './ber.js';
import { contentTypes, derContentType } from './content-info.js';
import { derInteger, derPieces, derSetOf } from './der.js';
import { decodeOid } from './oid.js';

/** The fields of an EnvelopedData, not judged yet. */
export interface EnvelopedDataFields {
  readonly recipientInfos: readonly BerValue[];
  readonly contentType: string;
  readonly contentEncryptionAlgorithm: BerValue;
  /** The octets, joined when they came in pieces. */
  readonly encryptedContent: Uint8Array;
}

/**
 * ```
 * EnvelopedData ::= SEQUENCE { version INTEGER, originatorInfo [0] IMPLICIT OriginatorInfo OPTIONAL,
 *   recipientInfos SET OF RecipientInfo,
 *   encryptedContentInfo SEQUENCE { contentType OBJECT IDENTIFIER, contentEncryptionAlgorithm AlgorithmIdentifier,
 *     encryptedContent [0] IMPLICIT OCTET STRING OPTIONAL },
 *   unprotectedAttrs [1] IMPLICIT SET OF Attribute OPTIONAL }
 * ```
 * (RFC 5652 section 6.1), in BER.
 *
 * @throws ProfilewrightError `ERR_ASN1_MALFORMED`
 */
export function readEnvelopedData(value: BerValue): EnvelopedDataFields {
  const [version, ...rest] = universalTag(value) === 16 ? value.children : [];
  if (universalTag(version) !== 2) return refuse(value, 'version');
  if (isContext(rest[0], 0)) rest.shift();
  const [recipientInfos, contentInfo, unprotected, ...others] = rest;
  if (recipientInfos === undefined || universalTag(recipientInfos) !== 17) return refuse(value, 'recipientInfos');
  if (others.length > 0 || (unprotected !== undefined && !isContext(unprotected, 1))) {
    return refuse(value, 'unprotectedAttrs');
  }
  const [type, algorithm, content, ...surplus] = universalTag(contentInfo) === 16 ? (contentInfo?.children ?? []) : [];
  const contentType = type && universalTag(type) === 6 ? decodeOid(type.content) : undefined;
  if (contentType === undefined || algorithm === undefined || surplus.length > 0) {
    return refuse(value, 'encryptedContentInfo');
  }
  if (!isContext(content, 0) || !content.children.every(isOctetString)) return refuse(value, 'encryptedContent');
  return {
    recipientInfos: recipientInfos.children,
    contentType,
    contentEncryptionAlgorithm: algorithm,
    encryptedContent: octetsOf(content),
  };
}

/** An OCTET STRING, or one in pieces that are OCTET STRINGs themselves. */
function isOctetString(value: BerValue): boolean {
  return universalTag(value) === 4 && value.children.every(isOctetString);
}

function refuse(value: BerValue, field: string): never {
  const reason = `${field} is missing, doubled or of another type`;
  throw new ProfilewrightError('ERR_ASN1_MALFORMED', { what: 'the EnvelopedData', offset: value.offset, reason });
}

/** What is put into an EnvelopedData by {@link derEnvelopedData}; all of it in DER but the content. */
export interface EnvelopedDataParts {
  /** 0 when every recipient is a key transport by issuer and serial number, else 2. */
  readonly version: 0 | 2;
  readonly recipientInfos: readonly Uint8Array[];
  readonly contentEncryptionAlgorithm: Uint8Array;
  readonly encryptedContent: Uint8Array;
}

/** An EnvelopedData around content of type id-data, in pieces that {@link derContentInfo} joins. */
export function derEnvelopedData(parts: EnvelopedDataParts): Uint8Array[] {
  return derPieces(
    0x30,
    derInteger(parts.version),
    derSetOf(...parts.recipientInfos),
    ...derPieces(
      0x30,
      derContentType(contentTypes.data),
      parts.contentEncryptionAlgorithm,
      ...derPieces(0x80, parts.encryptedContent),
    ),
  );
}
