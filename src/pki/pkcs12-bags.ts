import { isContext, universalTag, type BerValue } from '../asn1/ber.js';
import { derContext, derOctetString, derOid, derSequence, derSetOf, derBmpString } from '../asn1/der.js';
import { decodeOid } from '../asn1/oid.js';
import { decodeString } from '../asn1/string-value.js';
import type { Bytes } from '../diagnostics/bytes.js';
import { ProfilewrightError } from '../diagnostics/profilewright-error.js';
import { octetStringOf, oidOf, readEncryptedPrivateKey, type PasswordEncryption } from './password-encryption.js';

/** What a bag says about itself (RFC 2985). */
export interface BagAttributes {
  readonly friendlyName?: string;
  readonly localKeyID?: Uint8Array;
}

export type BagKind = 'key' | 'shrouded-key' | 'certificate' | 'crl' | 'secret' | 'unknown';

/** One bag of a PKCS#12 file (RFC 7292 section 4.2). */
export interface Pkcs12Bag extends BagAttributes {
  readonly kind: BagKind;
  readonly oid: string;
  /** Whether it stands in a bag of bags, which Apple passes over. */
  readonly isNested: boolean;
  readonly value: BerValue;
  /** Of a shrouded key; undefined when it is damaged. */
  readonly shroud?: { readonly encryption: PasswordEncryption; readonly data: Uint8Array };
}

/** One identity with its chain needs a handful; a trust store has a few hundred. */
const MAX_BAGS = 1000;
const BAG = '1.2.840.113549.1.12.10.1.';
const SAFE_CONTENTS = '6';
const kinds: Readonly<Record<string, BagKind>> = {
  '1': 'key',
  '2': 'shrouded-key',
  '3': 'certificate',
  '4': 'crl',
  '5': 'secret',
};
const X509_CERTIFICATE = '1.2.840.113549.1.9.22.1';
const FRIENDLY_NAME = '1.2.840.113549.1.9.20';
const LOCAL_KEY_ID = '1.2.840.113549.1.9.21';

/** Counts the bags of one file, in whatever safes they stand. */
export interface BagCounter {
  bags: number;
}

/**
 * `SafeContents ::= SEQUENCE OF SafeBag`, `SafeBag ::= SEQUENCE { bagId OBJECT IDENTIFIER, bagValue [0] EXPLICIT ANY,
 * bagAttributes SET OPTIONAL }`. Bags inside a bag come in its place.
 *
 * @throws ProfilewrightError `ERR_PKCS12_MALFORMED`, `ERR_PKCS12_LIMIT`
 */
export function readBags(contents: BerValue, counter: BagCounter, isNested = false): Pkcs12Bag[] {
  if (universalTag(contents) !== 16) return refuse('a safe is no SEQUENCE of bags');
  return contents.children.flatMap((bag) => {
    counter.bags += 1;
    if (counter.bags > MAX_BAGS) throw new ProfilewrightError('ERR_PKCS12_LIMIT', { limit: 'bags', maximum: MAX_BAGS });
    const oid = oidOf(bag);
    const value = isContext(bag.children[1], 0) ? bag.children[1].children[0] : undefined;
    if (oid === undefined || value === undefined) return refuse('a bag is of another form');
    const type = oid.startsWith(BAG) ? oid.slice(BAG.length) : '';
    if (type === SAFE_CONTENTS) return readBags(value, counter, true);
    const kind = (Object.hasOwn(kinds, type) ? kinds[type] : undefined) ?? 'unknown';
    const shroud = kind === 'shrouded-key' ? readEncryptedPrivateKey(value) : undefined;
    return {
      kind,
      oid,
      isNested,
      value,
      ...readAttributes(bag.children[2]),
      ...(shroud === undefined ? {} : { shroud }),
    };
  });
}

/** `SET OF SEQUENCE { attrId OBJECT IDENTIFIER, attrValues SET OF ANY }`; those that are not known are left out. */
function readAttributes(attributes: BerValue | undefined): BagAttributes {
  const known: { friendlyName?: string; localKeyID?: Uint8Array } = {};
  for (const attribute of attributes?.children ?? []) {
    const [type, { children: [value] } = { children: [] }] = attribute.children;
    const oid = universalTag(type) === 6 && type !== undefined ? decodeOid(type.content) : undefined;
    const text = value && decodeString(value);
    const octets = octetStringOf(value);
    if (oid === FRIENDLY_NAME && text !== undefined) known.friendlyName = text;
    if (oid === LOCAL_KEY_ID && octets !== undefined) known.localKeyID = octets;
  }
  return known;
}

/**
 * The certificate of a certificate bag: `CertBag ::= SEQUENCE { certId OBJECT IDENTIFIER, certValue [0] EXPLICIT OCTET
 * STRING }`; undefined when it holds a certificate of another kind.
 */
export function certificateOf({ value }: Pkcs12Bag): Uint8Array | undefined {
  return oidOf(value) === X509_CERTIFICATE ? octetStringOf(value.children[1]?.children[0]) : undefined;
}

/** The DER of a bag with a certificate. */
export function derCertificateBag(certificate: Uint8Array, attributes: BagAttributes): Bytes {
  const value = derSequence(derOid(X509_CERTIFICATE), derContext(0, derOctetString(certificate)));
  return derBag('certificate', value, attributes);
}

/** The DER of a bag with an encrypted key: `EncryptedPrivateKeyInfo ::= SEQUENCE { AlgorithmIdentifier, OCTET STRING }`. */
export function derShroudedKeyBag(
  { identifier, encrypted }: { readonly identifier: Uint8Array; readonly encrypted: Uint8Array },
  attributes: BagAttributes,
): Bytes {
  return derBag('shrouded-key', derSequence(identifier, derOctetString(encrypted)), attributes);
}

function derBag(kind: BagKind, value: Uint8Array, { friendlyName, localKeyID }: BagAttributes): Bytes {
  const type = Object.entries(kinds).find(([, known]) => known === kind)?.[0] ?? '';
  const attributes = [
    ...(friendlyName === undefined ? [] : [derAttribute(FRIENDLY_NAME, derBmpString(friendlyName))]),
    ...(localKeyID === undefined ? [] : [derAttribute(LOCAL_KEY_ID, derOctetString(localKeyID))]),
  ];
  const set = attributes.length === 0 ? [] : [derSetOf(...attributes)];
  return derSequence(derOid(`${BAG}${type}`), derContext(0, value), ...set);
}

const derAttribute = (oid: string, value: Uint8Array): Bytes => derSequence(derOid(oid), derSetOf(value));

function refuse(reason: string): never {
  throw new ProfilewrightError('ERR_PKCS12_MALFORMED', { reason });
}
