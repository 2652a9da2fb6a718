import { concat, fromHex, oid, sequence, set, setOf, tlv, universal, type Bytes } from './der.js';

/** The string types that certificates in the wild use. */
export type StringType =
  | 'UTF8String'
  | 'PrintableString'
  | 'NumericString'
  | 'T61String'
  | 'IA5String'
  | 'VisibleString'
  | 'UniversalString'
  | 'BMPString';

const attributeOids = {
  CN: '2.5.4.3',
  SN: '2.5.4.4',
  serialNumber: '2.5.4.5',
  C: '2.5.4.6',
  L: '2.5.4.7',
  ST: '2.5.4.8',
  street: '2.5.4.9',
  O: '2.5.4.10',
  OU: '2.5.4.11',
  title: '2.5.4.12',
  description: '2.5.4.13',
  GN: '2.5.4.42',
  UID: '0.9.2342.19200300.100.1.1',
  DC: '0.9.2342.19200300.100.1.25',
  emailAddress: '1.2.840.113549.1.9.1',
} as const;

export type AttributeType = keyof typeof attributeOids;

/**
 * `['CN', 'Root']`, `['CN', 'Wurzel Ä', 'BMPString']`, `['1.2.3.4', 'text']`. Bytes with a string type are the content octets
 * (malformed UTF-8, say); bytes without one are the whole encoded value.
 */
export type AttributeInput = readonly [
  type: AttributeType | (string & {}),
  value: string | Uint8Array,
  as?: StringType | undefined,
];

/** One attribute, or several for a multi-valued RDN. */
export type RdnInput = AttributeInput | readonly AttributeInput[];

/** A text is short for one CN; bytes are the encoded Name; `[]` is the empty name. */
export type NameInput = string | Uint8Array | readonly RdnInput[];

/** A name that writers get wrong: several string types, umlauts, and an RDN with two attributes. */
export const oddName: NameInput = [
  ['C', 'DE'],
  ['O', 'Prüflabor Süd', 'T61String'],
  [
    ['OU', 'Zürich', 'BMPString'],
    ['CN', 'Ausstellerin Ä'],
  ],
];

/** `Name ::= SEQUENCE OF RelativeDistinguishedName` */
export function encodeName(input: NameInput): Bytes {
  if (typeof input === 'string') return encodeName([['CN', input]]);
  if (input instanceof Uint8Array) return concat(input);
  return sequence(...input.map(encodeRdn));
}

/** `RelativeDistinguishedName ::= SET SIZE (1..MAX) OF AttributeTypeAndValue`; the order is DER's. */
function encodeRdn(rdn: RdnInput): Bytes {
  return isAttribute(rdn) ? set(encodeAttribute(rdn)) : setOf(...rdn.map(encodeAttribute));
}

const isAttribute = (rdn: RdnInput): rdn is AttributeInput => typeof rdn[0] === 'string';

/** `AttributeTypeAndValue ::= SEQUENCE { type OBJECT IDENTIFIER, value ANY }` */
function encodeAttribute([type, value, as]: AttributeInput): Bytes {
  const dotted = Object.hasOwn(attributeOids, type) ? attributeOids[type as AttributeType] : type;
  if (value instanceof Uint8Array && as === undefined) return sequence(oid(dotted), value);
  return sequence(oid(dotted), stringValue(value, as ?? usualType(type)));
}

/** RFC 5280 section 4.1.2.4 and appendix A: countries are PrintableString, mail addresses and domains IA5String. */
function usualType(type: string): StringType {
  if (type === 'C' || type === 'serialNumber') return 'PrintableString';
  return type === 'emailAddress' || type === 'DC' ? 'IA5String' : 'UTF8String';
}

const stringTags: Readonly<Record<StringType, number>> = {
  UTF8String: universal.utf8String,
  PrintableString: universal.printableString,
  NumericString: universal.numericString,
  T61String: universal.teletexString,
  IA5String: universal.ia5String,
  VisibleString: universal.visibleString,
  UniversalString: universal.universalString,
  BMPString: universal.bmpString,
};

/** A string value; bytes are its content octets. T61String is written as Latin-1, as everybody does. */
export function stringValue(value: string | Uint8Array, as: StringType = 'UTF8String'): Bytes {
  return tlv(stringTags[as], typeof value === 'string' ? stringOctets(value, as) : value);
}

function stringOctets(text: string, as: StringType): Bytes {
  switch (as) {
    case 'UTF8String':
      return new Uint8Array(Buffer.from(text, 'utf8'));
    case 'BMPString':
      // Characters beyond the BMP become surrogates: not allowed, and common.
      return new Uint8Array(Buffer.from(text, 'utf16le').swap16());
    case 'UniversalString':
      return fromHex([...text].map((char) => char.codePointAt(0)!.toString(16).padStart(8, '0')).join(''));
    default:
      if (/[^\0-\xff]/.test(text)) throw new RangeError(`a ${as} cannot hold ${JSON.stringify(text)}`);
      return new Uint8Array(Buffer.from(text, 'latin1'));
  }
}
