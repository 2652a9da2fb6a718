import { universalTag, type BerValue } from '../asn1/ber.js';
import { decodeOid } from '../asn1/oid.js';
import { decodeString } from '../asn1/string-value.js';
import type { Bytes } from '../diagnostics/bytes.js';
import { escapeText } from '../diagnostics/escape-text.js';
import { copyBytes } from '../asn1/der.js';

/** One attribute of a relative distinguished name (RFC 5280 section 4.1.2.4). */
export interface NameAttribute {
  readonly oid: string;
  /** The short name of RFC 4514 or X.520 (`CN`, `O`, `emailAddress`), or the OID. */
  readonly type: string;
  /** The value as text, whatever string type it is encoded in; `#` and hexadecimal DER when it is no string. */
  readonly value: string;
}

/** A distinguished name as structure, text and bytes. */
export interface DistinguishedName {
  /** In the order of the encoding, one entry a relative distinguished name; multi-valued ones have several attributes. */
  readonly rdns: readonly (readonly NameAttribute[])[];
  /** In the order of the encoding (`C=DE, O=Lab, CN=Root`), special characters as in RFC 4514, control characters as `\u{A}`. */
  readonly text: string;
  /** Equal for names that match by RFC 5280 section 7.1: JSON of the RDNs, case folded, white space trimmed and compressed. */
  readonly normalized: string;
  /** The very bytes of the encoding. */
  readonly raw: Bytes;
}

/** X.520, RFC 4519 and PKCS#9 attribute types. */
const attributeTypes: Readonly<Record<string, string>> = {
  '2.5.4.3': 'CN',
  '2.5.4.4': 'SN',
  '2.5.4.5': 'serialNumber',
  '2.5.4.6': 'C',
  '2.5.4.7': 'L',
  '2.5.4.8': 'ST',
  '2.5.4.9': 'street',
  '2.5.4.10': 'O',
  '2.5.4.11': 'OU',
  '2.5.4.12': 'title',
  '2.5.4.13': 'description',
  '2.5.4.15': 'businessCategory',
  '2.5.4.17': 'postalCode',
  '2.5.4.41': 'name',
  '2.5.4.42': 'GN',
  '2.5.4.43': 'initials',
  '2.5.4.44': 'generationQualifier',
  '2.5.4.46': 'dnQualifier',
  '2.5.4.65': 'pseudonym',
  '2.5.4.97': 'organizationIdentifier',
  '0.9.2342.19200300.100.1.1': 'UID',
  '0.9.2342.19200300.100.1.25': 'DC',
  '1.2.840.113549.1.9.1': 'emailAddress',
  '1.3.6.1.4.1.311.60.2.1.1': 'jurisdictionL',
  '1.3.6.1.4.1.311.60.2.1.2': 'jurisdictionST',
  '1.3.6.1.4.1.311.60.2.1.3': 'jurisdictionC',
};

/**
 * Reads a Name: `RDNSequence ::= SEQUENCE OF SET OF SEQUENCE { type OBJECT IDENTIFIER, value ANY }`.
 * Returns undefined when the structure is another one.
 */
export function readName(value: BerValue | undefined): DistinguishedName | undefined {
  if (value === undefined || universalTag(value) !== 16 || !value.constructed) return undefined;
  const rdns: (readonly NameAttribute[])[] = [];
  const texts: string[] = [];
  for (const rdn of value.children) {
    const attributes = universalTag(rdn) === 17 ? rdn.children.map(readAttribute) : [];
    if (attributes.length === 0 || !attributes.every((attribute) => attribute !== undefined)) return undefined;
    rdns.push(Object.freeze(attributes.map(({ attribute }) => attribute)));
    texts.push(attributes.map(({ text }) => text).join('+'));
  }
  return Object.freeze({
    rdns: Object.freeze(rdns),
    text: texts.join(', '),
    normalized: normalize(rdns),
    raw: copyBytes(value.raw),
  });
}

/** The last attribute of that type, which is the most specific one. */
export function lastAttribute(name: DistinguishedName, type: string): string | undefined {
  return name.rdns.flat().findLast((attribute) => attribute.type === type)?.value;
}

/** The attribute, and how it stands in the text of the name. */
function readAttribute(value: BerValue): { readonly attribute: NameAttribute; readonly text: string } | undefined {
  const [typeValue, valueValue] = universalTag(value) === 16 ? value.children : [];
  const oid = typeValue !== undefined && universalTag(typeValue) === 6 ? decodeOid(typeValue.content) : undefined;
  if (oid === undefined || valueValue === undefined || value.children.length !== 2) return undefined;
  const type = attributeTypes[oid] ?? oid;
  const decoded = decodeString(valueValue);
  const text = decoded ?? `#${Buffer.from(valueValue.raw).toString('hex')}`;
  const attribute = Object.freeze({ oid, type, value: text });
  return { attribute, text: `${type}=${decoded === undefined ? text : escapeValue(decoded)}` };
}

/** RFC 4514 section 2.4: also a `#` or blank in front and a blank at the end. */
function escapeValue(text: string): string {
  return escapeText(text.replace(/[,+"\\<>;=]|^[# ]| $/g, '\\$&'), 1000);
}

function normalize(rdns: readonly (readonly NameAttribute[])[]): string {
  const folded = rdns.map((rdn) =>
    rdn
      .map(({ oid, value }) => [oid, value.normalize('NFKC').trim().replace(/\s+/gu, ' ').toLowerCase()].join('='))
      .sort(),
  );
  return JSON.stringify(folded);
}
