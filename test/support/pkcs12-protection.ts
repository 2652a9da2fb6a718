import { createCipheriv, createHash, createHmac, pbkdf2Sync } from 'node:crypto';
import { algorithmIdentifier, concat, integer, nullValue, octetString, oid, sequence, type Bytes } from './der.js';

/** OID, block and digest of each hash, in octets. */
const hashes = {
  sha1: ['1.3.14.3.2.26', 64, '1.2.840.113549.2.7'],
  sha224: ['2.16.840.1.101.3.4.2.4', 64, '1.2.840.113549.2.8'],
  sha256: ['2.16.840.1.101.3.4.2.1', 64, '1.2.840.113549.2.9'],
  sha384: ['2.16.840.1.101.3.4.2.2', 128, '1.2.840.113549.2.10'],
  sha512: ['2.16.840.1.101.3.4.2.3', 128, '1.2.840.113549.2.11'],
} as const;

export type HashName = keyof typeof hashes;

const ciphers = {
  'aes-128-cbc': ['2.16.840.1.101.3.4.1.2', 16, 16],
  'aes-192-cbc': ['2.16.840.1.101.3.4.1.22', 24, 16],
  'aes-256-cbc': ['2.16.840.1.101.3.4.1.42', 32, 16],
  'des-ede3-cbc': ['1.2.840.113549.1.12.1.3', 24, 8],
  'des-ede-cbc': ['1.2.840.113549.1.12.1.4', 16, 8],
} as const;

/** A cipher; AES goes with PBES2, the others with the way of PKCS#12. */
export type CipherName = keyof typeof ciphers;

export interface Protection {
  /** `null` is the missing password, which is not the empty one. */
  readonly password: string | null;
  readonly iterations: number;
  /** What the file says, when that is another number. */
  readonly saidIterations?: number | bigint;
}

/** The salts are the same each time: what is made here protects nothing. */
const salt = new Uint8Array(8).fill(0x5a);

/**
 * RFC 7292 appendix B.2, written with big integers: shares no thought with what is tested.
 */
function derive(hash: HashName, id: number, length: number, { password, iterations }: Protection): Uint8Array {
  const block = hashes[hash][1];
  const text = password === null ? new Uint8Array() : Buffer.from(`${password}\0`, 'utf16le').swap16();
  const fill = (octets: Uint8Array): Uint8Array =>
    octets.length === 0 ? octets : Buffer.alloc(Math.ceil(octets.length / block) * block, octets);
  let state: Uint8Array = concat(fill(salt), fill(text));
  let out: Uint8Array = new Uint8Array();
  while (out.length < length) {
    let key: Uint8Array = concat(new Uint8Array(block).fill(id), state);
    for (let round = 0; round < iterations; round += 1) key = createHash(hash).update(key).digest();
    out = concat(out, key);
    const added = BigInt(`0x${Buffer.alloc(block, key).toString('hex')}`) + 1n;
    const blocks = Array.from({ length: state.length / block }, (_, index) => {
      const own = BigInt(`0x${Buffer.from(state.subarray(index * block, (index + 1) * block)).toString('hex')}`);
      const sum = BigInt.asUintN(block * 8, own + added);
      return Buffer.from(sum.toString(16).padStart(block * 2, '0'), 'hex');
    });
    state = concat(...blocks);
  }
  return out.subarray(0, length);
}

export interface Encryption extends Protection {
  readonly cipher: CipherName;
  /** Of PBKDF2. */
  readonly prf?: HashName;
  /** How PBKDF2 gets the password; UTF-8 unless given. */
  readonly encoding?: 'utf8' | 'latin1';
  /** Another OID in place of PBKDF2's or the cipher's. */
  readonly kdfOid?: string;
  readonly cipherOid?: string;
}

/** Encrypts; `identifier` is the AlgorithmIdentifier. */
export function encrypt(data: Uint8Array, options: Encryption): { identifier: Bytes; encrypted: Uint8Array } {
  const { cipher, iterations, saidIterations = iterations } = options;
  const [cipherOid, keyLength, ivLength] = ciphers[cipher];
  const isPbes2 = cipher.startsWith('aes');
  const iv = isPbes2 ? new Uint8Array(ivLength).fill(0x33) : derive('sha1', 2, ivLength, options);
  const { prf = 'sha256', encoding = 'utf8', password } = options;
  const key = isPbes2
    ? pbkdf2Sync(Buffer.from(password ?? '', encoding), salt, iterations, keyLength, prf)
    : derive('sha1', 1, keyLength, options);
  const encryption = createCipheriv(cipher, key, iv);
  const encrypted = concat(encryption.update(data), encryption.final());
  const common = [octetString(salt), integer(saidIterations)];
  if (!isPbes2) return { identifier: algorithmIdentifier(cipherOid, sequence(...common)), encrypted };
  const kdf = algorithmIdentifier(
    options.kdfOid ?? '1.2.840.113549.1.5.12',
    sequence(...common, ...(prf === 'sha1' ? [] : [algorithmIdentifier(hashes[prf][2], nullValue())])),
  );
  const scheme = algorithmIdentifier(options.cipherOid ?? cipherOid, octetString(iv));
  return { identifier: algorithmIdentifier('1.2.840.113549.1.5.13', sequence(kdf, scheme)), encrypted };
}

export interface MacOptions extends Protection {
  readonly hash: HashName;
  /** RFC 9579 in place of the MAC of PKCS#12; `keyLength` is that of its key. */
  readonly pbmac1?: { readonly keyLength: number };
  /** Another OID in place of the hash's. */
  readonly hashOid?: string;
  /** Rewrites the MAC. */
  readonly rewrite?: (mac: Uint8Array) => Uint8Array;
}

/** `MacData ::= SEQUENCE { mac DigestInfo, macSalt OCTET STRING, iterations INTEGER }` */
export function macData(content: Uint8Array, options: MacOptions): Bytes {
  const { hash, iterations, saidIterations = iterations, pbmac1, rewrite = (mac: Uint8Array) => mac } = options;
  const [hashOid, , hmacOid] = hashes[hash];
  const key =
    pbmac1 === undefined
      ? derive(hash, 3, createHash(hash).digest().length, options)
      : pbkdf2Sync(Buffer.from(options.password ?? '', 'utf8'), salt, iterations, pbmac1.keyLength, hash);
  const mac = rewrite(createHmac(hash, key).update(content).digest());
  const kdf = algorithmIdentifier(
    '1.2.840.113549.1.5.12',
    sequence(
      octetString(salt),
      integer(saidIterations),
      integer(pbmac1?.keyLength ?? 0),
      algorithmIdentifier(hmacOid, nullValue()),
    ),
  );
  const identifier =
    pbmac1 === undefined
      ? algorithmIdentifier(options.hashOid ?? hashOid, nullValue())
      : algorithmIdentifier('1.2.840.113549.1.5.14', sequence(kdf, algorithmIdentifier(hmacOid, nullValue())));
  return sequence(sequence(identifier, octetString(mac)), octetString(salt), integer(saidIterations));
}

/** The OID of a bag type, the third element of every list of types. */
export const bagId = (type: number): Bytes => oid(`1.2.840.113549.1.12.10.1.${type}`);
