import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  randomUUID,
  type KeyObject,
} from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Bytes } from './der.js';
import { readChildren } from './der-reader.js';
import { poolVariable } from './key-pool.js';

/** A key of the pool: both halves for node:crypto, and the bytes that go into a certificate. */
export interface KeyPair {
  /** How the key is called in the pool, for test names. */
  readonly kind: KeyKind;
  readonly privateKey: KeyObject;
  readonly publicKey: KeyObject;
  /** SubjectPublicKeyInfo, DER. */
  readonly spki: Bytes;
  /** SHA-1 of the key's bits: the usual SubjectKeyIdentifier (RFC 5280 section 4.2.1.2, method 1). */
  readonly keyIdentifier: Bytes;
}

interface GeneratedPair {
  readonly privateKey: KeyObject;
}

const rsa = (modulusLength: number, publicExponent = 65537): GeneratedPair =>
  generateKeyPairSync('rsa', { modulusLength, publicExponent });
const ec = (namedCurve: string): GeneratedPair => generateKeyPairSync('ec', { namedCurve });

const makers = {
  p256: () => ec('P-256'),
  p384: () => ec('P-384'),
  p521: () => ec('P-521'),
  p224: () => ec('secp224r1'),
  secp256k1: () => ec('secp256k1'),
  brainpoolP256r1: () => ec('brainpoolP256r1'),
  ed25519: () => generateKeyPairSync('ed25519'),
  ed448: () => generateKeyPairSync('ed448'),
  x25519: () => generateKeyPairSync('x25519'),
  'rsa-1024': () => rsa(1024),
  'rsa-2048': () => rsa(2048),
  'rsa-3072': () => rsa(3072),
  'rsa-4096': () => rsa(4096),
  'rsa-e3': () => rsa(2048, 3),
  'rsa-pss': () => generateKeyPairSync('rsa-pss', { modulusLength: 2048 }),
  'dsa-2048': () => generateKeyPairSync('dsa', { modulusLength: 2048, divisorLength: 256 }),
} satisfies Record<string, () => GeneratedPair>;

export type KeyKind = keyof typeof makers;

export const keyKinds: readonly KeyKind[] = Object.keys(makers) as KeyKind[];

/** These take so long to make that the workers of a run share them. */
const isSlow = (kind: KeyKind): boolean => kind.startsWith('rsa') || kind.startsWith('dsa');

const pool = new Map<string, KeyPair>();

/**
 * The key of this kind and number: made when it is first asked for, the same one ever after. `testKey('p256', 1)` is another
 * key than `testKey('p256')`.
 */
export function testKey(kind: KeyKind, index = 0): KeyPair {
  const name = `${kind}-${index}`;
  const known = pool.get(name) ?? keyPair(kind, isSlow(kind) ? sharedKey(kind, name) : makers[kind]().privateKey);
  pool.set(name, known);
  return known;
}

/** Reads the key from the pool's folder, or makes it and puts it there; outside of vitest there is no such folder. */
function sharedKey(kind: KeyKind, name: string): KeyObject {
  const folder = process.env[poolVariable];
  if (folder === undefined || !existsSync(folder)) return makers[kind]().privateKey;
  const file = join(folder, `${name}.der`);
  if (existsSync(file)) return createPrivateKey({ key: readFileSync(file), format: 'der', type: 'pkcs8' });
  const { privateKey } = makers[kind]();
  const unfinished = `${file}.${randomUUID()}`;
  writeFileSync(unfinished, privateKey.export({ type: 'pkcs8', format: 'der' }), { mode: 0o600 });
  renameSync(unfinished, file);
  return privateKey;
}

function keyPair(kind: KeyKind, privateKey: KeyObject): KeyPair {
  const publicKey = createPublicKey(privateKey);
  const spki = new Uint8Array(publicKey.export({ type: 'spki', format: 'der' }));
  return { kind, privateKey, publicKey, spki, keyIdentifier: keyIdentifierOf(spki) };
}

/** SHA-1 of the BIT STRING at the end of a SubjectPublicKeyInfo, without its count of unused bits. */
export function keyIdentifierOf(spki: Uint8Array): Bytes {
  const [, bits] = readChildren(spki);
  return new Uint8Array(createHash('sha1').update(bits!.content.subarray(1)).digest());
}
