import { verify } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { readBer } from '../../../src/asn1/ber.js';
import { createSigner } from '../../../src/cms/create-signer.js';
import { openSignedData } from '../../../src/cms/open.js';
import { signContent } from '../../../src/cms/sign.js';
import type { Signer } from '../../../src/cms/signer.js';
import { decodeCertificate, type Certificate } from '../../../src/pki/certificate.js';
import { rootCA } from '../../support/authorities.js';
import { ascii, set, tlv } from '../../support/der.js';
import { explicitCurveSpki } from '../../support/explicit-curve.js';
import type { IssuedCertificate } from '../../support/issue-certificate.js';
import type { NameInput } from '../../support/name.js';
import { cmsOid, messageAttribute, messageAttributes, signedMessage } from '../../support/signed-message.js';
import { testKey, type KeyKind, type KeyPair } from '../../support/test-key.js';
import {
  at,
  authority,
  codeOf,
  inMemory,
  local,
  never,
  plist,
  remote,
  rsa,
  rsaKey,
  signerOf,
  sound,
} from './signers.js';

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

  test('is read anew when an issuer is added to the array of a signer that has signed before', async () => {
    const chain: Certificate[] = [];
    const growing: Signer = { ...remote((input) => Promise.resolve(sound(input))), chain };
    expect(openSignedData(await signContent(plist, growing)).certificates).toHaveLength(1);
    chain.push(decodeCertificate(authority.der));
    const { certificates } = openSignedData(await signContent(plist, growing));
    expect(certificates.map(({ raw }) => raw)).toEqual([local.der, authority.der]);
  });
});

describe('what is no argument', () => {
  test.each([
    ['a text as content', /^content must/, () => signContent('<plist/>' as never, remote(never))],
    ['no signer', /^signer must/, () => signContent(plist, undefined as never)],
    ['a signer without certificate', /^signer must/, () => signContent(plist, { sign: sound } as never)],
    [
      'the DER of a certificate in the place of one that was read',
      /^signer\.certificate must be a certificate \(from readCertificate\)/,
      () => signContent(plist, { ...remote(never), certificate: { raw: local.der } as never }),
    ],
    [
      'bytes in the chain',
      /^signer\.chain must be an array of certificates \(from readCertificates\)/,
      () => signContent(plist, { ...remote(never), chain: [authority.der] as never }),
    ],
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
