import { berToDer } from '../asn1/ber-to-der.js';
import { octetsOf, universalTag, type BerValue } from '../asn1/ber.js';
import { contentTypes } from '../asn1/content-info.js';
import {
  compareBytes,
  copyBytes,
  derOctetString,
  derOid,
  derSequence,
  derSetOf,
  derTime,
  derValue,
} from '../asn1/der.js';
import { decodeOid, isPaddedOid } from '../asn1/oid.js';
import type { Bytes } from '../diagnostics/bytes.js';
import { ProfilewrightError } from '../diagnostics/profilewright-error.js';
import { readTime } from '../pki/time.js';

/** RFC 5652 section 11. */
const attributeTypes = {
  contentType: '1.2.840.113549.1.9.3',
  messageDigest: '1.2.840.113549.1.9.4',
  signingTime: '1.2.840.113549.1.9.5',
} as const;

/** The signed attributes that mean something to us. */
export interface SignedAttributes {
  readonly contentType: string;
  readonly messageDigest: Uint8Array;
  readonly signingTime?: Date;
  /** What the signature covers: a SET of the attributes in DER, however they are stored (RFC 5652 section 5.4). */
  readonly signedBytes: Bytes;
  /** Whether the attributes stand in the order that DER demands. */
  readonly isSorted: boolean;
}

/**
 * The DER of `SignedAttributes ::= SET OF SEQUENCE { attrType OBJECT IDENTIFIER, attrValues SET OF ANY }` with
 * contentType id-data, signingTime in whole seconds, and messageDigest. Time and digest go into a copy of a template:
 * neither changes a length or the order.
 */
export function encodeSignedAttributes(signingTime: Date, messageDigest: Uint8Array): Bytes {
  const time = derTime(signingTime);
  const size = time.length * 1000 + messageDigest.length;
  const template = templates.get(size) ?? createTemplate(time, messageDigest.length);
  templates.set(size, template);
  const out = copyBytes(template.bytes);
  out.set(time, template.timeOffset);
  out.set(messageDigest, template.digestOffset);
  return out;
}

interface Template {
  readonly bytes: Bytes;
  readonly timeOffset: number;
  readonly digestOffset: number;
}

/** By the lengths of time and digest: two forms of time, two digests. */
const templates = new Map<number, Template>();

function createTemplate(time: Uint8Array, digestLength: number): Template {
  const digest = new Uint8Array(digestLength).fill(0xff);
  const bytes = derSetOf(
    attribute(attributeTypes.contentType, derOid(contentTypes.data)),
    attribute(attributeTypes.signingTime, time),
    attribute(attributeTypes.messageDigest, derOctetString(digest)),
  );
  const found = Buffer.from(bytes);
  return { bytes, timeOffset: found.indexOf(time), digestOffset: found.indexOf(digest) };
}

function attribute(type: string, value: Uint8Array): Bytes {
  return derSequence(derOid(type), derSetOf(value));
}

/**
 * Reads signed attributes from their `[0] IMPLICIT` form. contentType and messageDigest must be there once with one
 * value, signingTime at most once; others are left alone.
 *
 * @throws ProfilewrightError `ERR_CMS_SIGNED_ATTRIBUTES`
 */
export function decodeSignedAttributes(value: BerValue): SignedAttributes {
  const contentType = requiredValue(value, 'contentType');
  const messageDigest = requiredValue(value, 'messageDigest');
  const time = singleValue(value, 'signingTime');
  const type = universalTag(contentType) === 6 ? readOid(contentType) : undefined;
  if (type === undefined) return refuse('contentType is no OBJECT IDENTIFIER');
  if (universalTag(messageDigest) !== 4) return refuse('messageDigest is no OCTET STRING');
  const signingTime = time && (readTime(time, () => undefined) ?? refuse('signingTime is no time'));
  const attributes = value.children.map(berToDer);
  return {
    contentType: type,
    messageDigest: octetsOf(messageDigest),
    ...(signingTime === undefined ? {} : { signingTime }),
    signedBytes: derValue(0x31, ...attributes),
    isSorted: attributes.every((attribute, index) => {
      const before = attributes[index - 1];
      return before === undefined || compareBytes(before, attribute) <= 0;
    }),
  };
}

function requiredValue(value: BerValue, name: keyof typeof attributeTypes): BerValue {
  return singleValue(value, name) ?? refuse(`${name} is missing`);
}

function singleValue(attributes: BerValue, name: keyof typeof attributeTypes): BerValue | undefined {
  const [found, second] = attributes.children.filter((child) => typeOf(child) === attributeTypes[name]);
  if (found === undefined) return undefined;
  const [, values, ...others] = found.children;
  if (second !== undefined) return refuse(`${name} stands twice`);
  if (universalTag(values) !== 17 || values?.children.length !== 1 || others.length > 0) {
    return refuse(`${name} has not exactly one value`);
  }
  return values.children[0];
}

function typeOf(attributeValue: BerValue): string {
  const [type] = universalTag(attributeValue) === 16 ? attributeValue.children : [];
  const oid = type && universalTag(type) === 6 ? readOid(type) : undefined;
  return oid ?? refuse('an attribute has no type');
}

/** A padded arc would be a second spelling of the same OID. */
function readOid({ content }: BerValue): string | undefined {
  return isPaddedOid(content) ? undefined : decodeOid(content);
}

function refuse(reason: string): never {
  throw new ProfilewrightError('ERR_CMS_SIGNED_ATTRIBUTES', { reason });
}
