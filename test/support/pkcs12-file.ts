import type { KeyObject } from 'node:crypto';
import {
  algorithmIdentifier,
  context,
  contextPrimitive,
  integer,
  octetString,
  oid,
  sequence,
  setOf,
  tlv,
  universal,
  type Bytes,
} from './der.js';
import { bagId, encrypt, macData, type Encryption, type MacOptions } from './pkcs12-protection.js';

export interface Pkcs12FileOptions {
  readonly key?: KeyObject;
  readonly certificates?: readonly { readonly der: Uint8Array }[];
  /** `null` is the missing password, which is not the empty one. */
  readonly password?: string | null;
  /** Rounds of every key derivation. */
  readonly iterations?: number;
  /** How the key is encrypted: PBES2 with AES-256 unless given; `none` is a key bag in the clear. */
  readonly keyEncryption?: Partial<Encryption> | 'none';
  /** How the certificates are encrypted; in the clear unless given. */
  readonly certificateEncryption?: Partial<Encryption>;
  /** HMAC-SHA-256 unless given. */
  readonly mac?: Partial<MacOptions> | 'none';
  readonly friendlyName?: string;
  /** Which bags say that they belong together; the key and the first certificate unless given. */
  readonly localKeyID?: 'both' | 'key' | 'none';
  /** More keys, each in a shrouded bag. */
  readonly moreKeys?: readonly KeyObject[];
  /** Encoded bags beside those of key and certificates. */
  readonly moreBags?: readonly Uint8Array[];
  /** Puts all bags of the plain safe into one bag. */
  readonly isNested?: boolean;
  /** Encoded ContentInfos behind the safes. */
  readonly moreSafes?: readonly Uint8Array[];
}

const data = '1.2.840.113549.1.7.1';
const encryptedData = '1.2.840.113549.1.7.6';

/**
 * A PKCS#12 file (RFC 7292), sound or not: `PFX ::= SEQUENCE { version 3, authSafe ContentInfo, macData }`. By default with a
 * shrouded key bag (PBES2, AES-256-CBC), certificate bags in the clear and an HMAC-SHA-256 over all of it.
 */
export function pkcs12File(options: Pkcs12FileOptions = {}): Bytes {
  const { password = 'pkcs12 password', iterations = 2048, certificateEncryption, mac = {} } = options;
  const protection = { password, iterations };
  const usual: Encryption = { ...protection, cipher: 'aes-256-cbc' };
  const certificates = (options.certificates ?? []).map(({ der }, index) =>
    certificateBag(der, index === 0 && options.localKeyID !== 'key' ? attributesOf(options) : []),
  );
  const keys = keyBags(options, usual);
  const plain = [...(certificateEncryption === undefined ? certificates : []), ...keys, ...(options.moreBags ?? [])];
  const contents = options.isNested === true ? [nestedBag(...plain)] : plain;
  const safes = [
    ...(certificateEncryption === undefined
      ? []
      : [encryptedSafe(sequence(...certificates), { ...usual, ...certificateEncryption })]),
    dataContent(sequence(...contents)),
    ...(options.moreSafes ?? []),
  ];
  const authenticatedSafe = sequence(...safes);
  const pfx = [integer(3), dataContent(authenticatedSafe)];
  if (mac === 'none') return sequence(...pfx);
  return sequence(...pfx, macData(authenticatedSafe, { ...protection, hash: 'sha256', ...mac }));
}

/** What any system of Apple imports: 3DES and SHA-1. */
export const oldPkcs12 = {
  keyEncryption: { cipher: 'des-ede3-cbc' },
  certificateEncryption: { cipher: 'des-ede3-cbc' },
  mac: { hash: 'sha1' },
} as const satisfies Pkcs12FileOptions;

/** What iOS 18 and macOS 15 import, and what openssl 3 writes. */
export const modernPkcs12 = {
  keyEncryption: { cipher: 'aes-256-cbc' },
  certificateEncryption: { cipher: 'aes-256-cbc' },
  mac: { hash: 'sha256' },
} as const satisfies Pkcs12FileOptions;

function keyBags(options: Pkcs12FileOptions, usual: Encryption): Bytes[] {
  const { key, keyEncryption = {}, moreKeys = [] } = options;
  const attributes = attributesOf(options);
  const more = moreKeys.map((other) => shroudedKeyBag(other, usual));
  if (key === undefined) return more;
  if (keyEncryption === 'none') return [safeBag(1, pkcs8(key), attributes), ...more];
  return [shroudedKeyBag(key, { ...usual, ...keyEncryption }, attributes), ...more];
}

function attributesOf({ friendlyName, localKeyID = 'both' }: Pkcs12FileOptions): Bytes[] {
  const attribute = (type: string, value: Uint8Array): Bytes => sequence(oid(type), setOf(value));
  const name = Buffer.from(friendlyName ?? '', 'utf16le').swap16();
  return [
    ...(friendlyName === undefined ? [] : [attribute('1.2.840.113549.1.9.20', tlv(universal.bmpString, name))]),
    ...(localKeyID === 'none' ? [] : [attribute('1.2.840.113549.1.9.21', octetString(Uint8Array.of(1, 2, 3)))]),
  ];
}

const dataContent = (content: Uint8Array): Bytes => sequence(oid(data), context(0, octetString(content)));

/** A ContentInfo with bags that are encrypted together. */
export function encryptedSafe(contents: Uint8Array, encryption: Encryption): Bytes {
  const { identifier, encrypted } = encrypt(contents, encryption);
  const info = sequence(oid(data), identifier, contextPrimitive(0, encrypted));
  return sequence(oid(encryptedData), context(0, sequence(integer(0), info)));
}

/** `SafeBag ::= SEQUENCE { bagId, bagValue [0] EXPLICIT, bagAttributes SET OPTIONAL }` */
export function safeBag(type: number, value: Uint8Array, attributes: readonly Uint8Array[] = []): Bytes {
  return sequence(bagId(type), context(0, value), ...(attributes.length === 0 ? [] : [setOf(...attributes)]));
}

const nestedBag = (...bags: readonly Uint8Array[]): Bytes => safeBag(6, sequence(...bags));

export function certificateBag(der: Uint8Array, attributes: readonly Uint8Array[] = []): Bytes {
  return safeBag(3, sequence(oid('1.2.840.113549.1.9.22.1'), context(0, octetString(der))), attributes);
}

const pkcs8 = (key: KeyObject): Uint8Array => key.export({ type: 'pkcs8', format: 'der' });

export function shroudedKeyBag(key: KeyObject, encryption: Encryption, attributes: readonly Uint8Array[] = []): Bytes {
  const { identifier, encrypted } = encrypt(pkcs8(key), encryption);
  return safeBag(2, sequence(identifier, octetString(encrypted)), attributes);
}

/** A ContentInfo of a type that has no business in a PKCS#12 file with a password. */
export const foreignSafe = (): Bytes =>
  sequence(oid('1.2.840.113549.1.7.3'), context(0, sequence(integer(0), algorithmIdentifier('1.2.3'))));
