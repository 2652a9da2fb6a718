import { createHash, sign, verify } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { readBer } from '../../../src/asn1/ber.js';
import { createSigner } from '../../../src/cms/create-signer.js';
import { openSignedData } from '../../../src/cms/open.js';
import { signContent } from '../../../src/cms/sign.js';
import type { Signer, SigningInput } from '../../../src/cms/signer.js';
import { isProfilewrightError } from '../../../src/diagnostics/profilewright-error.js';
import { decodeCertificate } from '../../../src/pki/certificate.js';
import { leaf, rootCA } from '../../support/authorities.js';
import { ascii, set, tlv } from '../../support/der.js';
import { explicitCurveSpki } from '../../support/explicit-curve.js';
import { privateKeyOf, type CertificateOptions, type IssuedCertificate } from '../../support/issue-certificate.js';
import type { NameInput } from '../../support/name.js';
import { cmsOid, messageAttribute, messageAttributes, signedMessage } from '../../support/signed-message.js';
import { testKey, type KeyKind, type KeyPair } from '../../support/test-key.js';
import { today } from '../../support/time-value.js';

const plist = ascii('<?xml version="1.0"?><plist version="1.0"><dict/></plist>');
/** In the very second that `messageAttributes` writes. */
const at = new Date(today.getTime() + 999);
const authority = rootCA({ key: testKey('p256', 3) });
const signerOf = (key: KeyKind = 'p256', options: CertificateOptions = {}): IssuedCertificate =>
  leaf(authority, { key, extensions: [], ...options });
const local = signerOf();
const rsa = signerOf('rsa-2048');
const [localKey, rsaKey] = [privateKeyOf(local), privateKeyOf(rsa)];

const inMemory = (issued: IssuedCertificate, ...chain: IssuedCertificate[]): Promise<Signer> =>
  createSigner({ key: privateKeyOf(issued), certificate: issued.der, chain: chain.map(({ der }) => der) });

/** A signer behind a port: what a KMS is to this package. */
const remote = (answer: Signer['sign'], issued = local): Signer => ({
  certificate: decodeCertificate(issued.der),
  chain: [],
  algorithm: issued === rsa ? 'RS256' : 'ES256',
  sign: answer,
});

const sound = ({ bytes }: SigningInput): Uint8Array => sign('sha256', bytes, localKey);
const p1363 = ({ bytes }: SigningInput): Uint8Array =>
  sign('sha256', bytes, { key: localKey, dsaEncoding: 'ieee-p1363' });

const never = (): Promise<Uint8Array> => new Promise(() => undefined);

async function errorOf(promise: Promise<unknown>): Promise<unknown> {
  return promise.then(
    () => expect.unreachable('it was signed'),
    (error: unknown) => error,
  );
}

async function codeOf(promise: Promise<unknown>): Promise<string> {
  const error = await errorOf(promise);
  if (isProfilewrightError(error)) return error.code;
  throw error;
}

describe('signContent', () => {
  test('writes exactly what the standard says, for RSA', async () => {
    const bytes = await signContent(plist, await inMemory(rsa), { signingTime: at });
    expect(Buffer.from(bytes)).toEqual(Buffer.from(signedMessage({ signer: rsa, content: plist })));
  });

  test.each([
    ['UTCTime', '2049-12-31T23:59:59Z', 0x17, '491231235959Z'],
    ['GeneralizedTime', '2050-01-01T00:00:00Z', 0x18, '20500101000000Z'],
    ['GeneralizedTime', '1949-12-31T23:59:59Z', 0x18, '19491231235959Z'],
  ])('writes the signing time as %s: %s', async (_, time, tag, digits) => {
    const signingTime = [messageAttribute(cmsOid.signingTime, tlv(tag, ascii(digits)))];
    const attributes = messageAttributes(plist, { signingTime });
    const bytes = await signContent(plist, await inMemory(rsa), { signingTime: new Date(time) });
    expect(Buffer.from(bytes)).toEqual(Buffer.from(signedMessage({ signer: rsa, content: plist, attributes })));
  });

  test.each<[KeyKind, string, string]>([
    ['rsa-2048', 'SHA-256', 'rsaEncryption'],
    ['p256', 'SHA-256', 'ecdsa-with-SHA256'],
    ['p384', 'SHA-384', 'ecdsa-with-SHA384'],
  ])('signs with %s in DER, and %s', async (kind, digestAlgorithm, signatureAlgorithm) => {
    const bytes = await signContent(plist, await inMemory(signerOf(kind)));
    const defects: unknown[] = [];
    readBer(bytes, { what: 'the message', onDefect: (defect) => defects.push(defect) });
    expect(defects).toEqual([]);
    const opened = openSignedData(bytes);
    expect(opened).toMatchObject({ digestAlgorithm, signatureAlgorithm, issues: [] });
    expect(opened.content).toEqual(plist);
  });

  test('signs with RS384 when asked', async () => {
    const signer = await createSigner({ key: rsaKey, certificate: rsa.der }, { algorithm: 'RS384' });
    expect(openSignedData(await signContent(plist, signer))).toMatchObject({ digestAlgorithm: 'SHA-384' });
  });

  test('takes the present time, in whole seconds', async () => {
    const before = Math.floor(Date.now() / 1000) * 1000;
    const { signingTime } = openSignedData(await signContent(plist, await inMemory(local)));
    expect(signingTime?.getTime()).toBeGreaterThanOrEqual(before);
    expect(signingTime?.getTime()).toBeLessThanOrEqual(Date.now());
  });

  test('signs the content as it was when it was called', async () => {
    const content = Uint8Array.from(plist);
    const promise = signContent(content, await inMemory(rsa));
    content.fill(0);
    expect(openSignedData(await promise).content).toEqual(plist);
  });

  test('signs many at once and one after the other with the same result', async () => {
    const signer = await inMemory(rsa);
    const all = await Promise.all(Array.from({ length: 8 }, () => signContent(plist, signer, { signingTime: at })));
    expect(
      new Set(
        [...all, await signContent(plist, signer, { signingTime: at })].map((bytes) =>
          Buffer.from(bytes).toString('hex'),
        ),
      ).size,
    ).toBe(1);
  });

  test.each<[string, NameInput]>([
    [
      'an umlaut',
      [
        ['O', 'Läb'],
        ['CN', 'Größe'],
      ],
    ],
    ['Latin-1 in a TeletexString', [['CN', 'Läb', 'T61String']]],
    ['UTF-16 in a BMPString', [['CN', 'Lä', 'BMPString']]],
    [
      'two attributes in one RDN',
      [
        [
          ['CN', 'Lab'],
          ['OU', 'Ü'],
        ],
      ],
    ],
  ])('names an issuer with %s by its very bytes', async (_, subject) => {
    const issuer = rootCA({ subject, key: testKey('p256', 3) });
    const signer = signerOf('p256', { signedBy: issuer, subject: 'Signer' });
    const bytes = await signContent(plist, await inMemory(signer, issuer));
    // Twice in the certificates below it and in the root's own, and once as the name of the signer's issuer.
    expect(Buffer.from(bytes).toString('hex').split(Buffer.from(issuer.subject).toString('hex'))).toHaveLength(1 + 4);
    expect(openSignedData(bytes).signer.raw).toEqual(signer.der);
  });

  test.each([0x80, 0xff])('keeps a serial number that begins with %d', async (octet) => {
    const signer = signerOf('p256', { serialNumber: Uint8Array.of(octet, 1, 2) });
    expect(openSignedData(await signContent(plist, await inMemory(signer))).signer.raw).toEqual(signer.der);
  });
});

describe('the chain', () => {
  // Without key identifiers, so that names and signatures alone tell who issued what.
  const ca = (subject: string, key: KeyPair, signedBy?: IssuedCertificate): IssuedCertificate =>
    rootCA({ subject, key, subjectKeyIdentifier: 'absent', ...(signedBy && { signedBy }) });
  const root = ca('Root', testKey('p256', 3));
  const first = ca('First', testKey('p256', 1), root);
  const second = ca('Second', testKey('p384'), first);
  const signer = signerOf('rsa-2048', { signedBy: second });
  const stranger = ca('Stranger', testKey('p256', 3));

  test.each([
    ['in order', [second, first, root]],
    ['the other way round', [root, first, second]],
    ['with the signer and doubles among them', [first, root, signer, second, first]],
    ['with strangers among them', [stranger, root, first, authority, second]],
  ])('is sent leaf first, when it was given %s', async (_, chain) => {
    const { certificates } = openSignedData(await signContent(plist, await inMemory(signer, ...chain)));
    expect(certificates.map(({ raw }) => raw)).toEqual([signer, second, first, root].map(({ der }) => der));
  });

  test('holds the cross-certificate too, but not a namesake of the issuer with another key', async () => {
    const crossed = ca('Second', testKey('p384'), stranger);
    const namesake = ca('Second', testKey('p256', 3), first);
    const chain = [namesake, crossed, stranger, second, first, root];
    const { certificates } = openSignedData(await signContent(plist, await inMemory(signer, ...chain)));
    expect(certificates.map(({ raw }) => raw)).toEqual(
      [signer, crossed, second, stranger, first, root].map(({ der }) => der),
    );
  });

  test('is read once for a signer, and anew when its certificate changes', async () => {
    const renewable = { ...remote((input) => Promise.resolve(sound(input))) };
    expect(openSignedData(await signContent(plist, renewable)).signer.raw).toEqual(local.der);
    const renewed = ca('Renewed', testKey('p256'), authority);
    Object.assign(renewable, { certificate: decodeCertificate(renewed.der) });
    expect(openSignedData(await signContent(plist, renewable)).signer.raw).toEqual(renewed.der);
  });
});

describe('a remote signer', () => {
  test.each([
    ['DER', sound],
    ['P1363', p1363],
  ])('may answer in %s', async (_, answer) => {
    const bytes = await signContent(
      plist,
      remote((input) => Promise.resolve(answer(input))),
    );
    expect(openSignedData(bytes).content).toEqual(plist);
  });

  test('gets the attributes in DER and their digest', async () => {
    let seen: SigningInput | undefined;
    await signContent(
      plist,
      remote((input) => Promise.resolve(sound((seen = input)))),
      { signingTime: at },
    );
    const expected = set(...messageAttributes(plist));
    expect(Buffer.from(seen?.bytes ?? [])).toEqual(Buffer.from(expected));
    expect(Buffer.from(seen?.digest ?? [])).toEqual(createHash('sha256').update(expected).digest());
  });

  test('cannot change what is signed', async () => {
    const answer = remote((input) => {
      const signature = sound(input);
      input.bytes.fill(0);
      return Promise.resolve(signature);
    });
    expect(openSignedData(await signContent(plist, answer)).content).toEqual(plist);
  });

  const over = (bytes: string) => (): Uint8Array => sign('sha256', ascii(bytes), localKey);
  const der = (r: string, s: string) => (): Uint8Array => Buffer.from(`30${hexLength(r + s)}${r}${s}`, 'hex');
  const hexLength = (hex: string): string => (hex.length / 2).toString(16).padStart(2, '0');
  const one = '020101';
  test.each<[string, (input: SigningInput) => Uint8Array, IssuedCertificate?]>([
    ['over other bytes', over('something else')],
    ['by another key', ({ bytes }) => sign('sha256', bytes, testKey('p256', 1).privateKey)],
    ['over the digest of the digest', ({ digest }) => sign('sha256', digest, localKey)],
    ['with another hash', ({ bytes }) => sign('sha384', bytes, localKey)],
    ['that is empty', () => new Uint8Array()],
    ['in P1363 of another curve', () => new Uint8Array(96).fill(1)],
    ['in P1363 with r = 0', (input) => p1363(input).fill(0, 0, 32)],
    ['with a byte behind it', (input) => Buffer.concat([sound(input), Uint8Array.of(0)])],
    ['with r = 0', der('020100', one)],
    ['with a negative r', der('020180', one)],
    ['with a padded r', der('02020001', one)],
    ['with an r of 33 octets', der(`0221${'01'.repeat(33)}`, one)],
    ['with an empty INTEGER', der('0200', one)],
    ['with a third number', der(one, one + one)],
    ['in DER with a long length', () => Buffer.from(`308106${one}${one}`, 'hex')],
    ['of RSA with 255 octets', () => new Uint8Array(255).fill(1), rsa],
    ['of RSA over other bytes', () => sign('sha256', ascii('x'), rsaKey), rsa],
    ['of ECDSA for an RSA certificate', sound, rsa],
  ])('is refused for a signature %s', async (_, answer, issued = local) => {
    const promise = signContent(
      plist,
      remote((input) => Promise.resolve(answer(input)), issued),
    );
    expect(await codeOf(promise)).toBe('ERR_CMS_SIGNER_WRONG_SIGNATURE');
  });

  test('is believed when `verify` is false', async () => {
    const answer = remote(() => Promise.resolve(over('something else')()));
    const bytes = await signContent(plist, answer, { verify: false });
    expect(() => openSignedData(bytes)).toThrow(expect.objectContaining({ code: 'ERR_CMS_SIGNATURE_WRONG' }) as Error);
  });

  test('that fails is told with its own error as cause', async () => {
    const throttled = new Error('too many requests');
    for (const answer of [
      () => Promise.reject(throttled),
      () => {
        throw throttled;
      },
    ]) {
      const error = await errorOf(signContent(plist, remote(answer)));
      expect(isProfilewrightError(error, 'ERR_CMS_SIGNER_FAILED') && error.cause).toBe(throttled);
      expect(String(error)).not.toContain('too many requests');
    }
  });

  test('that is slow and repeats what was throttled is waited for', async () => {
    let calls = 0;
    const answer = async (input: SigningInput): Promise<Uint8Array> => {
      calls += 1;
      await new Promise((resolve) => setTimeout(resolve, 5));
      return calls < 3 ? answer(input) : sound(input);
    };
    expect(openSignedData(await signContent(plist, remote(answer))).content).toEqual(plist);
    expect(calls).toBe(3);
  });

  test('that answers with a text is a mistake in the program', async () => {
    const answer = (() => Promise.resolve('c2ln')) as unknown as Signer['sign'];
    expect(await errorOf(signContent(plist, remote(answer)))).toBeInstanceOf(TypeError);
  });
});

describe('an AbortSignal', () => {
  test('ends the wait for a signer that does not listen, with its own reason', async () => {
    const controller = new AbortController();
    const reason = new Error('the request was closed');
    const promise = signContent(plist, remote(never), { signal: controller.signal });
    controller.abort(reason);
    expect(await errorOf(promise)).toBe(reason);
  });

  test('is handed to the signer, whose own error about it is not the one that is told', async () => {
    const controller = new AbortController();
    const answer: Signer['sign'] = (_, options) =>
      new Promise((__, reject) => options?.signal?.addEventListener('abort', () => reject(new Error('socket closed'))));
    const promise = signContent(plist, remote(answer), { signal: controller.signal });
    controller.abort();
    expect(await errorOf(promise)).toMatchObject({ name: 'AbortError' });
  });

  test('that has aborted before keeps the signer from being asked', async () => {
    let asked = false;
    const answer = (input: SigningInput): Promise<Uint8Array> => ((asked = true), Promise.resolve(sound(input)));
    const promise = signContent(plist, remote(answer), { signal: AbortSignal.abort('enough') });
    expect(await errorOf(promise)).toBe('enough');
    expect(asked).toBe(false);
  });

  test('that never aborts is let go of', async () => {
    const listeners = new Set<unknown>();
    const signal = {
      aborted: false,
      addEventListener: (_: string, listener: unknown) => void listeners.add(listener),
      removeEventListener: (_: string, listener: unknown) => void listeners.delete(listener),
    };
    const bytes = await signContent(plist, await inMemory(local), { signal });
    expect(openSignedData(bytes).content).toEqual(plist);
    expect(listeners.size).toBe(0);
  });
});

describe('what is no argument', () => {
  test.each([
    ['a text as content', /^content must/, () => signContent('<plist/>' as never, remote(never))],
    ['no signer', /^signer must/, () => signContent(plist, undefined as never)],
    ['a signer without certificate', /^signer must/, () => signContent(plist, { sign: sound } as never)],
    [
      'a time that is none',
      /^options\.signingTime/,
      () => signContent(plist, remote(never), { signingTime: new Date(Number.NaN) }),
    ],
    [
      'a time of the year 10000',
      /^options\.signingTime/,
      () => signContent(plist, remote(never), { signingTime: new Date('+010000-01-01T00:00:00Z') }),
    ],
  ])('%s is a TypeError', async (_, message, call) => {
    await expect(call()).rejects.toThrow(message);
    await expect(call()).rejects.toBeInstanceOf(TypeError);
  });

  test.each<[string, Signer]>([
    ['ERR_KEY_ALGORITHM', { ...remote(never), algorithm: 'RS256' }],
    ['ERR_KEY_ALGORITHM', { ...remote(never, rsa), algorithm: 'none' as never }],
    ['ERR_KEY_WEAK', { ...remote(never, signerOf('rsa-1024')), algorithm: 'RS256' }],
    ['ERR_KEY_UNSUPPORTED', remote(never, signerOf('ed25519'))],
    ['ERR_KEY_UNSUPPORTED', remote(never, signerOf('p256', { spki: explicitCurveSpki(testKey('p256')) }))],
  ])('a signer whose algorithm does not fit its certificate is %s', async (code, signer) => {
    expect(await codeOf(signContent(plist, signer))).toBe(code);
  });
});

test('the signature verifies over the attributes with nothing but node:crypto', async () => {
  const bytes = await signContent(plist, await inMemory(local), { signingTime: at });
  const signed = set(...messageAttributes(plist));
  const signature = Buffer.from(bytes).subarray(
    Buffer.from(bytes).lastIndexOf(Uint8Array.of(0x30, 0x0a, 0x06, 0x08)) + 14,
  );
  expect(verify('sha256', signed, testKey('p256').publicKey, signature)).toBe(true);
});
