import { ProfilewrightError } from '../diagnostics/profilewright-error.js';
import { isContext, readBer, universalTag, type BerLimits, type BerValue } from './ber.js';
import { derOid, derPieces, derSequence } from './der.js';
import { decodeOid } from './oid.js';
import type { Bytes } from '../diagnostics/bytes.js';

/** RFC 5652 sections 4, 5, 6 and 8, and RFC 5083. */
export const contentTypes = {
  data: '1.2.840.113549.1.7.1',
  signedData: '1.2.840.113549.1.7.2',
  envelopedData: '1.2.840.113549.1.7.3',
  encryptedData: '1.2.840.113549.1.7.6',
  authEnvelopedData: '1.2.840.113549.1.9.16.1.23',
} as const;

const encodedTypes = new Map<string, Bytes>();

/** The DER of one of the types above, encoded once: every signature writes two of them. */
export function derContentType(type: (typeof contentTypes)[keyof typeof contentTypes]): Bytes {
  const known = encodedTypes.get(type) ?? derOid(type);
  encodedTypes.set(type, known);
  return known;
}

/** What a CMS file is on the outside. */
export interface ContentInfo {
  readonly contentType: string;
  readonly content: BerValue;
}

/**
 * `ContentInfo ::= SEQUENCE { contentType OBJECT IDENTIFIER, content [0] EXPLICIT ANY DEFINED BY contentType }`
 * (RFC 5652 section 3), in BER, from its bytes or from a value that was read before.
 *
 * @throws ProfilewrightError `ERR_ASN1_*`
 */
export function readContentInfo(source: Uint8Array | BerValue, limits: BerLimits = {}): ContentInfo {
  const value = source instanceof Uint8Array ? readBer(source, { what: 'the CMS message', ...limits }) : source;
  const [type, wrapper, ...others] = value.children;
  const contentType = type && universalTag(type) === 6 ? decodeOid(type.content) : undefined;
  const [content, second] = isContext(wrapper, 0) ? wrapper.children : [];
  const isWhole = universalTag(value) === 16 && others.length === 0 && second === undefined;
  if (contentType === undefined || content === undefined || !isWhole) {
    const details = { what: 'the CMS message', offset: value.offset, reason: 'not a ContentInfo' };
    throw new ProfilewrightError('ERR_ASN1_MALFORMED', details);
  }
  return { contentType, content };
}

/** The DER of a ContentInfo around `content`, which is encoded already and may come in pieces. */
export function derContentInfo(
  contentType: Parameters<typeof derContentType>[0],
  ...content: readonly Uint8Array[]
): Bytes {
  return derSequence(derContentType(contentType), ...derPieces(0xa0, ...content));
}

/** Whether the bytes begin like a CMS file: a SEQUENCE whose first element is an OBJECT IDENTIFIER. Costs nothing. */
export function isContentInfo(bytes: Uint8Array): boolean {
  if (bytes[0] !== 0x30) return false;
  const length = bytes[1] ?? 0;
  const headerLength = length > 0x80 ? 2 + (length & 0x7f) : 2;
  return bytes[headerLength] === 0x06;
}
