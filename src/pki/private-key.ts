import { createPrivateKey, KeyObject } from 'node:crypto';
import { types } from 'node:util';
import { decodeBase64 } from '../asn1/base64.js';
import { isContext, readBer, universalTag, type BerValue } from '../asn1/ber.js';
import { derInteger, derSequence } from '../asn1/der.js';
import { ProfilewrightError } from '../diagnostics/profilewright-error.js';
import type { KeyInput } from './key-input.js';
import { readEncryptedPrivateKey } from './password-encryption.js';
import { decodePemBody, readPemBlocks, type PemBlock } from './pem.js';
import { recognizeDer } from './recognize-der.js';
import { textEncoding } from './text-encoding.js';

/** A PEM file may hold the certificates too. */
const MAX_KEY_BYTES = 1024 * 1024;
const MAX_ITERATIONS = 10_000_000;

type Passphrase = string | Uint8Array | undefined;

/**
 * Reads one private key. Whether it can sign is another question.
 *
 * @throws ProfilewrightError `ERR_KEY_*`; `ERR_PEM_MALFORMED`, `ERR_INPUT_*` and `ERR_ASN1_*` for damaged files
 * @throws TypeError when the input or the passphrase is of another type
 */
export function readPrivateKey(input: KeyInput, passphrase?: string | Uint8Array): KeyObject {
  if (passphrase !== undefined && typeof passphrase !== 'string' && !types.isUint8Array(passphrase)) {
    throw new TypeError('passphrase must be a string or a Uint8Array');
  }
  if (typeof input === 'string') return readText(input, passphrase);
  if (types.isUint8Array(input)) return readBytes(input, passphrase);
  if (!(input instanceof KeyObject)) {
    throw new TypeError('key must be a string, a Uint8Array or a KeyObject (KeyObject.from makes one of a CryptoKey)');
  }
  if (input.type === 'private') return input;
  throw new ProfilewrightError('ERR_KEY_IS_OTHER', { found: `a ${input.type} key` });
}

function readBytes(bytes: Uint8Array, passphrase: Passphrase): KeyObject {
  limitBytes(bytes.length);
  // A SEQUENCE of 48 octets or more, whose second octet no text has behind "0".
  const isDer = bytes[0] === 0x30 && ((bytes[1] ?? 0) >= 0x80 || bytes.length === 2 + (bytes[1] ?? 0));
  return isDer ? readDer(bytes, passphrase) : readText(new TextDecoder(textEncoding(bytes)).decode(bytes), passphrase);
}

function readText(text: string, passphrase: Passphrase): KeyObject {
  limitBytes(text.length);
  if (text.trim() === '') throw new ProfilewrightError('ERR_INPUT_EMPTY', { what: 'the private key' });
  const blocks = readPemBlocks(text);
  if (blocks.length === 0) return readBareText(text, passphrase);
  const keys = blocks.filter(({ label }) => label.endsWith('PRIVATE KEY'));
  const [key, second] = keys;
  if (second !== undefined) {
    throw new ProfilewrightError('ERR_KEY_MALFORMED', { reason: 'there is a second key', line: second.line });
  }
  if (key !== undefined) return readBlock(key, passphrase);
  const [{ label, line } = { label: '', line: 1 }] = blocks;
  throw new ProfilewrightError('ERR_KEY_IS_OTHER', { found: `a PEM block "${label}"`, line });
}

function readBareText(text: string, passphrase: Passphrase): KeyObject {
  const bytes = decodeBase64(text);
  if (typeof bytes !== 'number' && bytes[0] === 0x30 && bytes.length > 16) return readDer(bytes, passphrase);
  if (text.trimStart().startsWith('{')) throw new ProfilewrightError('ERR_KEY_IS_OTHER', { found: 'JSON' });
  if (!/[\r\n]/.test(text.trim()) && text.length < 4096 && /[/\\.~]/.test(text)) {
    throw new ProfilewrightError('ERR_INPUT_IS_PATH', { what: 'the private key' });
  }
  throw new ProfilewrightError('ERR_KEY_MALFORMED', {
    reason: 'there is no PEM block, and it is neither DER nor base64',
  });
}

function readBlock(block: PemBlock, passphrase: Passphrase): KeyObject {
  const { label, line, body } = block;
  if (label === 'OPENSSH PRIVATE KEY') {
    const reason = 'the OpenSSH format is not supported, `ssh-keygen -p -m PEM -f FILE` rewrites it';
    throw new ProfilewrightError('ERR_KEY_MALFORMED', { reason, line });
  }
  // RFC 1421 headers: the old way to encrypt PKCS#1 and SEC1 keys, whose body is no DER.
  if (/^\s*Proc-Type:\s*4,ENCRYPTED/.test(body)) {
    const key = `-----BEGIN ${label}-----${body}-----END ${label}-----\n`;
    return decrypt({ key, format: 'pem' }, passphrase, { line });
  }
  return readDer(decodePemBody(block), passphrase, line);
}

function readDer(bytes: Uint8Array, passphrase: Passphrase, line?: number): KeyObject {
  const place = line === undefined ? {} : { line };
  const kind = recognizeDer(bytes);
  const value = readBer(bytes, { what: 'the private key', maxNodes: 1000 });
  if (kind === 'encrypted private key') {
    limitIterations(value);
    return decrypt({ key: Buffer.from(bytes), format: 'der', type: 'pkcs8' }, passphrase, place);
  }
  if (kind !== 'private key') {
    const found = kind === 'unknown' ? 'ASN.1 of another kind' : `a ${kind}`;
    throw new ProfilewrightError('ERR_KEY_IS_OTHER', { found, ...place });
  }
  try {
    return createPrivateKey({ key: Buffer.from(firstVersion(value)), format: 'der', type: formOf(value) });
  } catch {
    // OpenSSL's words are left out: they may quote the key.
    throw new ProfilewrightError('ERR_KEY_MALFORMED', {
      reason: 'its numbers are damaged or of no known kind',
      ...place,
    });
  }
}

/** PKCS#8 has an AlgorithmIdentifier behind the version, SEC1 the octets of the key, PKCS#1 nothing but INTEGERs. */
function formOf({ children: [, second] }: BerValue): 'pkcs8' | 'sec1' | 'pkcs1' {
  if (universalTag(second) === 16) return 'pkcs8';
  return universalTag(second) === 4 ? 'sec1' : 'pkcs1';
}

/**
 * PKCS#8 as OpenSSL 3 reads it: the public key of version 2 (RFC 5958) is left out, since the private one tells it. Whatever
 * else comes in stays as it is.
 */
function firstVersion(value: BerValue): Uint8Array {
  const [version, algorithm, key, ...others] = value.children;
  const isSecond = formOf(value) === 'pkcs8' && isContext(others.at(-1), 1);
  if (!isSecond || version === undefined || algorithm === undefined || key === undefined) return value.raw;
  return derSequence(derInteger(0), algorithm.raw, key.raw, ...others.slice(0, -1).map(({ raw }) => raw));
}

function limitIterations(value: BerValue): void {
  const iterations = readEncryptedPrivateKey(value)?.encryption.iterations ?? 'unreadable';
  if (iterations === 'none' || (typeof iterations === 'number' && iterations <= MAX_ITERATIONS)) return;
  const found = iterations === 'unreadable' ? 'zero or unreadable' : iterations;
  throw new ProfilewrightError('ERR_KEY_ITERATIONS', { iterations: found, maximum: MAX_ITERATIONS });
}

function decrypt(
  key: { key: string; format: 'pem' } | { key: Buffer; format: 'der'; type: 'pkcs8' },
  passphrase: Passphrase,
  place: { readonly line?: number },
): KeyObject {
  if (passphrase === undefined) throw new ProfilewrightError('ERR_KEY_PASSPHRASE_MISSING', {});
  try {
    return createPrivateKey({ ...key, passphrase: Buffer.from(passphrase) });
  } catch (error) {
    if (isOfUnknownCipher(error)) {
      const command = 'openssl pkcs8 -topk8 -provider legacy -provider default -in FILE -out NEW';
      const reason = `OpenSSL 3 no longer decrypts its encryption, \`${command}\` rewrites it`;
      throw new ProfilewrightError('ERR_KEY_MALFORMED', { reason, ...place });
    }
    // Otherwise one error, whatever failed, and nothing of the passphrase in a cause.
    throw new ProfilewrightError('ERR_KEY_PASSPHRASE_WRONG', {});
  }
}

/** What OpenSSL says before it has looked at the passphrase: there is no such cipher, unless its legacy provider is loaded. */
const unknownCipher: ReadonlySet<unknown> = new Set([
  'ERR_OSSL_EVP_UNSUPPORTED',
  'ERR_OSSL_EVP_UNSUPPORTED_CIPHER',
  'ERR_OSSL_EVP_UNSUPPORTED_KEY_DERIVATION_FUNCTION',
  'ERR_OSSL_EVP_UNSUPPORTED_PRF',
  'ERR_OSSL_EVP_UNKNOWN_PBE_ALGORITHM',
  'ERR_OSSL_PEM_UNSUPPORTED_ENCRYPTION',
]);

function isOfUnknownCipher(error: unknown): boolean {
  return error instanceof Error && 'code' in error && unknownCipher.has(error.code);
}

function limitBytes(bytes: number): void {
  if (bytes <= MAX_KEY_BYTES) return;
  throw new ProfilewrightError('ERR_INPUT_TOO_LARGE', { what: 'the private key', bytes, maxBytes: MAX_KEY_BYTES });
}
