import { createPrivateKey, createSecretKey, generateKeyPairSync, KeyObject } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { readBer } from '../../../src/asn1/ber.js';
import { derInteger, derNull, derOctetString, derOid, derSequence } from '../../../src/asn1/der.js';
import { isProfilewrightError } from '../../../src/diagnostics/profilewright-error.js';
import { encodePem } from '../../../src/pki/pem.js';
import { readPrivateKey } from '../../../src/pki/private-key.js';
import { tlv } from '../../support/der.js';

const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 });
const ec = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const sentinel = 'pässwörd-7f3a';
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const utf16 = (text: string): Buffer => Buffer.from(text, 'utf16le');

const pem = (key: KeyObject, type: 'pkcs8' | 'pkcs1' | 'sec1', passphrase?: string): string =>
  key
    .export({
      type,
      format: 'pem',
      ...(passphrase === undefined ? {} : { cipher: 'aes-256-cbc', passphrase }),
    } as never)
    .toString();
const der = (key: KeyObject, type: 'pkcs8' | 'pkcs1' | 'sec1'): Buffer =>
  Buffer.from(key.export({ type, format: 'der' } as never));

function errorOf(read: () => unknown): unknown {
  try {
    read();
  } catch (error) {
    return error;
  }
  return expect.unreachable('the key was read');
}

function codeOf(read: () => unknown): string {
  const error = errorOf(read);
  if (isProfilewrightError(error)) return error.code;
  throw error;
}

describe('readPrivateKey', () => {
  const certificate = encodePem('CERTIFICATE', derSequence(derInteger(1)));
  const parameters = encodePem('EC PARAMETERS', derOid('1.2.840.10045.3.1.7'));
  test.each<[string, string | Uint8Array | KeyObject, KeyObject]>([
    ['PKCS#8 in PEM', pem(rsa.privateKey, 'pkcs8'), rsa.privateKey],
    ['PKCS#1 in PEM', pem(rsa.privateKey, 'pkcs1'), rsa.privateKey],
    ['SEC1 in PEM', pem(ec.privateKey, 'sec1'), ec.privateKey],
    ['SEC1 behind its parameters', parameters + pem(ec.privateKey, 'sec1'), ec.privateKey],
    [
      'PEM with text and certificates around it',
      `subject: x\n${certificate}${pem(ec.privateKey, 'pkcs8')}\nbye`,
      ec.privateKey,
    ],
    ['PEM with CRLF', pem(ec.privateKey, 'pkcs8').replaceAll('\n', '\r\n'), ec.privateKey],
    ['PEM as bytes with a byte order mark', Buffer.from(`\ufeff${pem(ec.privateKey, 'pkcs8')}`), ec.privateKey],
    ['PEM in UTF-16LE, as PowerShell writes it', utf16(`\ufeff${pem(ec.privateKey, 'sec1')}`), ec.privateKey],
    ['PEM in UTF-16BE', utf16(`\ufeff${pem(ec.privateKey, 'sec1')}`).swap16(), ec.privateKey],
    ['PEM in UTF-16 without a byte order mark', utf16(pem(ec.privateKey, 'pkcs8')), ec.privateKey],
    ['PKCS#8 in DER', der(rsa.privateKey, 'pkcs8'), rsa.privateKey],
    ['PKCS#1 in DER', der(rsa.privateKey, 'pkcs1'), rsa.privateKey],
    ['SEC1 in DER', der(ec.privateKey, 'sec1'), ec.privateKey],
    ['bare base64', der(ec.privateKey, 'pkcs8').toString('base64'), ec.privateKey],
    ['a KeyObject', ec.privateKey, ec.privateKey],
  ])('reads %s', (_, input, expected) => {
    expect(readPrivateKey(input).equals(expected)).toBe(true);
  });

  test.each<[string, string | Uint8Array]>([
    ['PKCS#8 in PEM', pem(rsa.privateKey, 'pkcs8', sentinel)],
    [
      'PKCS#8 in DER',
      rsa.privateKey.export({ type: 'pkcs8', format: 'der', cipher: 'aes-128-cbc', passphrase: sentinel }),
    ],
    ['PKCS#1 with RFC 1421 headers', pem(rsa.privateKey, 'pkcs1', sentinel)],
  ])('decrypts %s with a text or its bytes', (_, input) => {
    expect(readPrivateKey(input, sentinel).equals(rsa.privateKey)).toBe(true);
    expect(readPrivateKey(input, utf8(sentinel)).equals(rsa.privateKey)).toBe(true);
    expect(codeOf(() => readPrivateKey(input))).toBe('ERR_KEY_PASSPHRASE_MISSING');
    expect(codeOf(() => readPrivateKey(input, ''))).toBe('ERR_KEY_PASSPHRASE_WRONG');
  });

  // RFC 5958 section 2: version 1, and the public key behind the attributes.
  test.each([
    ['', []],
    [' and attributes', [tlv(0xa0, derSequence(derOid('2.5.29.15'), tlv(0x31, tlv(3, Uint8Array.of(7, 128)))))]],
  ])('reads PKCS#8 of version 2, with a public key%s', (_, attributes) => {
    const { children } = readBer(der(ec.privateKey, 'pkcs8'), { what: 'the key' });
    const [, algorithm, key] = children.map(({ raw }) => raw);
    const spki = readBer(ec.publicKey.export({ type: 'spki', format: 'der' }), { what: 'the key' });
    const publicKey = tlv(0x81, spki.children[1]!.content);
    const second = derSequence(derInteger(1), algorithm!, key!, ...attributes, publicKey);
    expect(readPrivateKey(second).equals(ec.privateKey)).toBe(true);
    expect(readPrivateKey(encodePem('PRIVATE KEY', second)).equals(ec.privateKey)).toBe(true);
  });

  // RFC 8017 appendix A.1.2: version 1, the nine numbers, and a SEQUENCE of the other primes.
  test('reads PKCS#1 of three primes, as OpenSSL does', () => {
    const [n, e, d, p, q, dp, dq, qi] = [0x7fff_ffffn, 65537n, 12345n, 1009n, 1013n, 3n, 5n, 7n] as const;
    const third = derSequence(derInteger(1019n), derInteger(11n), derInteger(13n));
    const numbers = [1n, n, e, d, p, q, dp, dq, qi].map((number) => derInteger(number));
    const key = Buffer.from(derSequence(...numbers, derSequence(third)));
    const expected = createPrivateKey({ key, format: 'der', type: 'pkcs1' });
    expect(readPrivateKey(key).equals(expected)).toBe(true);
  });

  test('reads a key that is not encrypted whatever passphrase comes with it', () => {
    expect(readPrivateKey(pem(ec.privateKey, 'pkcs8'), 'unused').equals(ec.privateKey)).toBe(true);
  });

  test('tells nothing of key, passphrase or what went wrong inside', () => {
    const encrypted = pem(rsa.privateKey, 'pkcs8', sentinel);
    const error = errorOf(() => readPrivateKey(encrypted, `${sentinel}x`)) as Error;
    expect(error.message).toBe('the private key cannot be decrypted: the passphrase is wrong or the file is damaged');
    expect(error.cause).toBeUndefined();
    expect(JSON.stringify(error)).not.toContain(sentinel);
  });
});

describe('an encryption that OpenSSL 3 has put into its legacy provider is not told as a wrong passphrase', () => {
  const pbes1 = (oid: string): Uint8Array =>
    derSequence(derOid(oid), derSequence(derOctetString(new Uint8Array(8)), derInteger(2048)));
  const pbes2 = (cipher: Uint8Array): Uint8Array => {
    const parameters = derSequence(derOctetString(new Uint8Array(8)), derInteger(2048));
    return derSequence(
      derOid('1.2.840.113549.1.5.13'),
      derSequence(derSequence(derOid('1.2.840.113549.1.5.12'), parameters), cipher),
    );
  };
  const desCbc = derSequence(derOid('1.3.14.3.2.7'), derOctetString(new Uint8Array(8)));
  const headers = 'Proc-Type: 4,ENCRYPTED\nDEK-Info: DES-CBC,0011223344556677';
  const encrypted = (identifier: Uint8Array): Uint8Array => derSequence(identifier, derOctetString(new Uint8Array(48)));

  test.each<[string, string | Uint8Array]>([
    ['PBE-MD5-DES', encrypted(pbes1('1.2.840.113549.1.5.3'))],
    ['PBE-SHA1-RC2-40', encrypted(pbes1('1.2.840.113549.1.12.1.6'))],
    ['PBES2 with DES', encodePem('ENCRYPTED PRIVATE KEY', encrypted(pbes2(desCbc)))],
    [
      'DES in RFC 1421 headers',
      `-----BEGIN RSA PRIVATE KEY-----\n${headers}\n\nAAAAAAAAAAA=\n-----END RSA PRIVATE KEY-----\n`,
    ],
    ['no cipher that is known', encrypted(pbes2(derSequence(derOid('1.2.3.4'), derOctetString(new Uint8Array(8)))))],
  ])('%s', (_, key) => {
    expect(errorOf(() => readPrivateKey(key, sentinel))).toMatchObject({
      code: 'ERR_KEY_MALFORMED',
      message: expect.stringContaining('`openssl pkcs8 -topk8 -provider legacy -provider default') as string,
    });
  });
});

describe('readPrivateKey refuses', () => {
  const short = pem(ec.privateKey, 'pkcs8').slice(0, 120);
  const damaged = Uint8Array.from(der(ec.privateKey, 'pkcs8'));
  damaged[damaged.length - 1] = (damaged.at(-1) ?? 0) ^ 1; // a point beside the curve
  const encryptedWith = (iterations: Uint8Array): Uint8Array => {
    const kdf = derSequence(
      derOid('1.2.840.113549.1.5.12'),
      derSequence(derOctetString(new Uint8Array(8)), iterations),
    );
    const cipher = derSequence(derOid('2.16.840.1.101.3.4.1.42'), derOctetString(new Uint8Array(16)));
    const pbes2 = derSequence(derOid('1.2.840.113549.1.5.13'), derSequence(kdf, cipher));
    return derSequence(pbes2, derOctetString(new Uint8Array(48)));
  };
  const spki = rsa.publicKey.export({ type: 'spki', format: 'pem' }).toString();
  const unknownCurve = derSequence(
    derInteger(0),
    derSequence(derOid('1.2.840.10045.2.1'), derOid('1.2.3.4')),
    derOctetString(derSequence(derInteger(1), derOctetString(new Uint8Array(32)))),
  );
  test.each<[string, string, string | Uint8Array | KeyObject]>([
    ['nothing', 'ERR_INPUT_EMPTY', ''],
    ['white space', 'ERR_INPUT_EMPTY', utf8(' \n')],
    ['a path', 'ERR_INPUT_IS_PATH', './keys/signer.key'],
    ['prose', 'ERR_KEY_MALFORMED', 'the key is under the mat'],
    ['a JSON Web Key', 'ERR_KEY_IS_OTHER', JSON.stringify(ec.privateKey.export({ format: 'jwk' }))],
    ['a certificate', 'ERR_KEY_IS_OTHER', encodePem('CERTIFICATE', derSequence(derInteger(1)))],
    ['a public key in PEM', 'ERR_KEY_IS_OTHER', spki],
    ['a public key in DER', 'ERR_KEY_IS_OTHER', rsa.publicKey.export({ type: 'spki', format: 'der' })],
    ['a public KeyObject', 'ERR_KEY_IS_OTHER', rsa.publicKey],
    ['a secret KeyObject', 'ERR_KEY_IS_OTHER', createSecretKey(Buffer.alloc(32))],
    [
      'a PKCS#12 file',
      'ERR_KEY_IS_OTHER',
      derSequence(derInteger(3), derSequence(derOid('1.2.840.113549.1.7.1'), Uint8Array.of(0xa0, 2, 4, 0))),
    ],
    ['an OpenSSH key', 'ERR_KEY_MALFORMED', encodePem('OPENSSH PRIVATE KEY', utf8('openssh-key-v1'))],
    ['two keys', 'ERR_KEY_MALFORMED', pem(ec.privateKey, 'pkcs8') + pem(rsa.privateKey, 'pkcs8')],
    ['a block that never ends', 'ERR_PEM_MALFORMED', short],
    ['a block that is no base64', 'ERR_PEM_MALFORMED', '-----BEGIN PRIVATE KEY-----\n*\n-----END PRIVATE KEY-----\n'],
    ['DER that is cut', 'ERR_ASN1_MALFORMED', der(rsa.privateKey, 'pkcs8').subarray(0, 600)],
    ['DER with bytes behind it', 'ERR_ASN1_MALFORMED', Buffer.concat([der(rsa.privateKey, 'pkcs8'), Uint8Array.of(0)])],
    ['a point that is not on the curve', 'ERR_KEY_MALFORMED', damaged],
    ['an unknown curve', 'ERR_KEY_MALFORMED', unknownCurve],
    ['ASN.1 of another kind', 'ERR_KEY_IS_OTHER', derSequence(derNull())],
    ['two megabytes', 'ERR_INPUT_TOO_LARGE', new Uint8Array(2 << 20).fill(65)],
    ['more iterations than can be meant', 'ERR_KEY_ITERATIONS', encryptedWith(derInteger(2 ** 31))],
    ['a number of iterations beyond all bounds', 'ERR_KEY_ITERATIONS', encryptedWith(derInteger(2n ** 200n))],
    ['zero iterations', 'ERR_KEY_ITERATIONS', encryptedWith(derInteger(0))],
    ['a negative number of iterations', 'ERR_KEY_ITERATIONS', encryptedWith(derInteger(-5))],
  ])('%s', (_, code, input) => {
    expect(codeOf(() => readPrivateKey(input, 'x'))).toBe(code);
  });

  test('a path, with a hint that fits a key', () => {
    expect(() => readPrivateKey('signer.key')).toThrow(
      expect.objectContaining({ hint: 'read the file first: `readFileSync(path)` in place of `path`' }),
    );
  });

  test('names the line of what it found in place of a key', () => {
    const error = errorOf(() => readPrivateKey(`\n\n${spki}`)) as Error;
    expect(error.message).toBe('expected a private key, found a PEM block "PUBLIC KEY" at line 3');
  });

  test('a CryptoKey, and says how to make a KeyObject of it', async () => {
    const { privateKey } = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, true, [
      'sign',
      'verify',
    ]);
    expect(errorOf(() => readPrivateKey(privateKey))).toMatchObject({
      name: 'TypeError',
      message: expect.stringContaining('KeyObject.from') as string,
    });
    expect(readPrivateKey(KeyObject.from(privateKey as never)).type).toBe('private');
  });
});

test('every prefix of a key ends in an error of this package', () => {
  const whole = der(ec.privateKey, 'pkcs8');
  for (let length = 0; length < whole.length; length += 1) {
    expect(isProfilewrightError(errorOf(() => readPrivateKey(whole.subarray(0, length), 'x')))).toBe(true);
  }
  expect(createPrivateKey({ key: whole, format: 'der', type: 'pkcs8' }).equals(ec.privateKey)).toBe(true);
});
