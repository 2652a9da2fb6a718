import { createHash, createHmac, type KeyObject } from 'node:crypto';
import {
  algorithmIdentifier,
  concat,
  context,
  integer,
  nullValue,
  octetString,
  oid,
  sequence,
  type Bytes,
} from './der.js';

export interface Pkcs12FileOptions {
  readonly key?: KeyObject;
  readonly certificates?: readonly { readonly der: Uint8Array }[];
  readonly password?: string;
  /** Rounds of the MAC's key derivation. */
  readonly iterations?: number;
}

const data = '1.2.840.113549.1.7.1';

/**
 * A small but whole PKCS#12 file: `PFX ::= SEQUENCE { version 3, authSafe ContentInfo, macData }` (RFC 7292) with a shrouded
 * key bag (PBES2, AES-256-CBC), certificate bags in the clear and an HMAC-SHA-256 over all of it.
 */
export function pkcs12File(options: Pkcs12FileOptions = {}): Bytes {
  const { key, certificates = [], password = 'pkcs12 password', iterations = 2048 } = options;
  const bags = [
    ...certificates.map(({ der }) => certificateBag(der)),
    ...(key === undefined ? [] : [shroudedKeyBag(key, password)]),
  ];
  const authenticatedSafe = sequence(dataContent(sequence(...bags)));
  return sequence(integer(3), dataContent(authenticatedSafe), macData(authenticatedSafe, password, iterations));
}

const dataContent = (content: Uint8Array): Bytes => sequence(oid(data), context(0, octetString(content)));

/** `SafeBag ::= SEQUENCE { bagId, bagValue [0] EXPLICIT }`; no attributes. */
const safeBag = (bagId: string, value: Uint8Array): Bytes => sequence(oid(bagId), context(0, value));

function certificateBag(der: Uint8Array): Bytes {
  return safeBag('1.2.840.113549.1.12.10.1.3', sequence(oid('1.2.840.113549.1.9.22.1'), context(0, octetString(der))));
}

/** What node:crypto writes as encrypted PKCS#8 is the very content of this bag. */
function shroudedKeyBag(key: KeyObject, passphrase: string): Bytes {
  const encrypted = key.export({ type: 'pkcs8', format: 'der', cipher: 'aes-256-cbc', passphrase });
  return safeBag('1.2.840.113549.1.12.10.1.2', encrypted);
}

/** `MacData ::= SEQUENCE { mac DigestInfo, macSalt OCTET STRING, iterations INTEGER }` */
function macData(content: Uint8Array, password: string, iterations: number): Bytes {
  const salt = new Uint8Array(8).fill(0x5a);
  const digest = createHmac('sha256', macKey(password, salt, iterations))
    .update(content)
    .digest();
  const digestInfo = sequence(algorithmIdentifier('2.16.840.1.101.3.4.2.1', nullValue()), octetString(digest));
  return sequence(digestInfo, octetString(salt), integer(iterations));
}

/** RFC 7292 appendix B.2 for purpose 3 and SHA-256, whose one block is as long as the key. */
function macKey(password: string, salt: Uint8Array, iterations: number): Uint8Array {
  const text = Buffer.from(`${password}\0`, 'utf16le').swap16();
  let key: Uint8Array = concat(new Uint8Array(64).fill(3), fillBlocks(salt), fillBlocks(text));
  for (let round = 0; round < iterations; round += 1) key = createHash('sha256').update(key).digest();
  return key;
}

/** Repeated up to a whole number of 64 octets. */
function fillBlocks(octets: Uint8Array): Bytes {
  const filled = new Uint8Array(Math.ceil(octets.length / 64) * 64);
  return filled.map((_, index) => octets[index % octets.length] ?? 0);
}
