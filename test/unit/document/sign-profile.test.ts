import { sign as rawSign } from 'node:crypto';
import { describe, expect, test, vi } from 'vitest';
import { ProfileBuilder } from '../../../src/builder/profile-builder.js';
import { createSigner } from '../../../src/cms/create-signer.js';
import { openSignedData } from '../../../src/cms/open.js';
import type { Signer } from '../../../src/cms/signer.js';
import type { Issue } from '../../../src/diagnostics/issue.js';
import { isProfilewrightError, type ProfilewrightError } from '../../../src/diagnostics/profilewright-error.js';
import { signProfile, type SignProfileOptions } from '../../../src/document/sign-profile.js';
import { leaf, rootCA, signerChain, type SignerMaterial } from '../../support/authorities.js';
import { testKey } from '../../support/test-key.js';
import { daysFromToday } from '../../support/time-value.js';

const root = rootCA();
const profile = new ProfileBuilder().addRootCA(root.pem).build();
const signerOf = (
  { keyPem, certificate, chain }: SignerMaterial,
  sent = chain.map(({ pem }) => pem),
): Promise<Signer> => createSigner({ key: keyPem, certificate: certificate.pem, chain: sent });
const material = signerChain('p256');
const signer = await signerOf(material);
const remote = (sign: Signer['sign']): Signer => ({ ...signer, sign });

async function errorOf(promise: Promise<unknown>): Promise<unknown> {
  return promise.then(
    () => 'nothing was thrown',
    (error: unknown) => error,
  );
}

async function refusalOf(...input: Parameters<typeof signProfile>): Promise<ProfilewrightError> {
  const error = await errorOf(signProfile(...input));
  if (isProfilewrightError(error)) return error;
  throw error;
}

async function issuesOf(...[input, by, options = {}]: Parameters<typeof signProfile>): Promise<string[]> {
  const told: Issue[] = [];
  await signProfile(input, by, { ...options, onIssue: (issue) => void told.push(issue) });
  return told.map(({ severity, code }) => `${severity} ${code}`);
}

describe('what is signed', () => {
  test.each(['p256', 'p384', 'rsa-2048'] as const)(
    'is the very profile, and the chain goes with it (%s)',
    async (kind) => {
      const chain = signerChain(kind);
      const bytes = await signProfile(profile, await signerOf(chain));
      const opened = openSignedData(bytes);
      expect(opened.content).toEqual(profile.toBytes());
      expect(opened.certificates.map(({ raw }) => raw)).toEqual([
        chain.certificate.der,
        ...chain.chain.map(({ der }) => der),
      ]);
    },
  );

  test('is a file as it was read, byte for byte, whoever made it', async () => {
    const files = [
      profile.toBytes(),
      Buffer.from(profile.toXml().replaceAll('\n', '\r\n').replace('?>', '?><!-- by hand -->')),
      Buffer.from(`\ufeff${profile.toXml().replaceAll('\t', '  ')}`),
    ];
    for (const bytes of files) {
      expect(Buffer.from(openSignedData(await signProfile(bytes, signer)).content)).toEqual(Buffer.from(bytes));
    }
  });

  test('is what was judged, also when the bytes change meanwhile', async () => {
    const bytes = profile.toBytes();
    const slow = remote(async (input) => {
      bytes.fill(0);
      return signer.sign(input);
    });
    expect(openSignedData(await signProfile(bytes, slow)).content).toEqual(profile.toBytes());
    const again = new ProfileBuilder({ uuid: 'lab' }).addRootCA(root.pem).build().toBytes();
    const before = Uint8Array.from(again);
    const onIssue = (): void => void again.fill(0);
    expect(openSignedData(await signProfile(again, signer, { onIssue })).content).toEqual(before);
  });

  test('has the time that was given', async () => {
    const signingTime = daysFromToday(1);
    const { signingTime: written } = openSignedData(await signProfile(profile, signer, { signingTime }));
    expect(written?.getTime()).toBe(Math.floor(signingTime.getTime() / 1000) * 1000);
  });
});

describe('signProfile refuses', () => {
  test('what is signed already', async () => {
    const signed = await signProfile(profile, signer);
    expect((await refusalOf(signed, signer)).code).toBe('ERR_PROFILE_ALREADY_SIGNED');
    expect((await refusalOf(await signProfile(profile, await signerOf(signerChain('rsa-2048'))), signer)).code).toBe(
      'ERR_PROFILE_ALREADY_SIGNED',
    );
  });

  test.each<[what: string, bytes: Uint8Array, code: string]>([
    ['nothing', new Uint8Array(), 'ERR_PLIST_FORMAT'],
    ['a certificate', root.der, 'ERR_PLIST_FORMAT'],
    ['half a profile', profile.toBytes().slice(0, 300), 'ERR_PLIST_MALFORMED'],
    [
      'a property list that is no profile',
      Buffer.from('<?xml version="1.0"?><plist version="1.0"><array/></plist>'),
      'ERR_PROFILE_MALFORMED',
    ],
  ])('%s', async (_, bytes, code) => {
    expect((await refusalOf(bytes, signer)).code).toBe(code);
  });

  test('a file with errors, and tells all of them with their lines', async () => {
    const xml = profile
      .toXml()
      .replace('<string>System</string>', '<string>system</string>')
      .replace(/<data>[^<]*/, '<data>AQID');
    const error = await refusalOf(Buffer.from(xml), signer);
    if (!isProfilewrightError(error, 'ERR_PROFILE_INVALID')) throw error;
    const line = (text: string): number => xml.slice(0, xml.indexOf(text)).split('\n').length;
    expect(error.details.issues.map(({ code, where }) => [code, 'line' in where && where.line])).toEqual([
      ['root-content-is-der-certificate', line('<data>')],
      ['schema-enum', line('<string>system')],
    ]);
  });

  test.each<[what: string, content: Uint8Array]>([
    ['a leaf as root', leaf(root).der],
    ['a private key', new Uint8Array(testKey('p256').privateKey.export({ type: 'pkcs8', format: 'der' }))],
    ['an expired root', rootCA({ notAfter: daysFromToday(-1) }).der],
  ])('a file with %s, in whose way ever it came in', async (_, content) => {
    const xml = profile.toXml().replace(/<data>[^<]*/, `<data>${Buffer.from(content).toString('base64')}`);
    expect((await refusalOf(Buffer.from(xml), signer)).code).toBe('ERR_PROFILE_INVALID');
  });

  test('a file whose root has expired at the signing time, unless the rule is off', async () => {
    const soon = rootCA({ notAfter: daysFromToday(10) });
    const bytes = new ProfileBuilder().addRootCA(soon.pem).build().toBytes();
    const signingTime = daysFromToday(20);
    expect(await refusalOf(bytes, signer, { signingTime })).toMatchObject({
      details: { issues: [{ code: 'root-expired', severity: 'error' }] },
    });
    await expect(signProfile(bytes, signer, { signingTime, rules: { 'root-expired': 'off' } })).resolves.toBeInstanceOf(
      Uint8Array,
    );
    await expect(signProfile(bytes, signer)).resolves.toBeInstanceOf(Uint8Array);
  });

  test('what only looks like a profile that was built', async () => {
    const { toBytes } = profile;
    for (const foreign of [
      { ...profile },
      { toBytes },
      Object.create(profile),
      profile.toXml(),
      profile.dictionary,
      null,
      undefined,
      1,
    ]) {
      const error = await errorOf(signProfile(foreign as never, signer));
      expect(error).toBeInstanceOf(TypeError);
      expect((error as Error).message).toMatch(/^profile must be/);
    }
  });

  test.each([null, undefined, {}, 'signer', { certificate: signer.certificate, chain: [] }, { sign: signer.sign }])(
    '%s as signer',
    async (wrong) => {
      const error = await errorOf(signProfile(profile, wrong as never));
      expect(error).toBeInstanceOf(TypeError);
      expect((error as Error).message).toMatch(/^signer must be/);
    },
  );

  test.each<[option: string, values: readonly unknown[]]>([
    ['signingTime', ['2030-01-01', 0, null, new Date(Number.NaN)]],
    ['verify', ['false', 0, null]],
    ['allowExpired', ['false', 1, null]],
    ['rules', [null, 'off', { 'root-expird': 'off' }, { 'root-expired': 'no' }]],
    ['onIssue', [null, 'log', {}]],
    ['signal', [null, 'abort', {}, new AbortController()]],
    ['allowexpired', [true]],
  ])('another value as %s', async (option, values) => {
    for (const value of values) {
      const error = await errorOf(signProfile(profile, signer, { [option]: value }));
      expect(error).toBeInstanceOf(TypeError);
      expect((error as Error).message).toMatch(new RegExp(`^options\\.${option}`));
    }
    expect((await errorOf(signProfile(profile, signer, null as never))) as Error).toMatchObject({
      message: 'options must be a plain object',
    });
  });
});

describe('an expired signer', () => {
  const expired = signerChain('p256', { signer: { notBefore: daysFromToday(-20), notAfter: daysFromToday(-10) } });
  const future = signerChain('p256', { signer: { notBefore: daysFromToday(10), notAfter: daysFromToday(400) } });

  test.each([
    [expired, 'signer-expired'],
    [future, 'signer-not-yet-valid'],
  ])('is refused, unless that is allowed', async (chain, code) => {
    const by = await signerOf(chain);
    const error = await refusalOf(profile, by);
    expect(error).toMatchObject({ code: 'ERR_PROFILE_INVALID', details: { issues: [{ code, severity: 'error' }] } });
    expect(await issuesOf(profile, by, { allowExpired: true })).toEqual(expect.arrayContaining([`warning ${code}`]));
    expect((await refusalOf(profile, by, { allowExpired: false })).code).toBe('ERR_PROFILE_INVALID');
  });

  test('is judged at the signing time', async () => {
    expect(await issuesOf(profile, await signerOf(expired), { signingTime: daysFromToday(-15) })).toEqual([
      'warning signer-expiry',
    ]);
    expect((await refusalOf(profile, signer, { signingTime: daysFromToday(4000) })).code).toBe('ERR_PROFILE_INVALID');
  });
});

describe('onIssue', () => {
  test('is told what a device will not like about the signer', async () => {
    expect(await issuesOf(profile, signer)).toEqual([]);
    expect(await issuesOf(profile, await signerOf(material, []))).toEqual(['warning signer-include-chain']);
    const soon = signerChain('p256', { signer: { notAfter: daysFromToday(10) } });
    expect(await issuesOf(profile, await signerOf(soon))).toEqual(['warning signer-expiry']);
  });

  test('is told what is odd about a file, as build tells it of what it built', async () => {
    const odd = new ProfileBuilder({ uuid: 'lab' }).addRootCA(root.pem).build();
    expect(odd.issues.map(({ code }) => code)).toEqual(['profile-uuid']);
    expect(await issuesOf(odd.toBytes(), signer)).toEqual(['warning profile-uuid']);
  });

  test('is told nothing of rules that are off', async () => {
    const by = await signerOf(material, []);
    expect(await issuesOf(profile, by, { rules: { 'signer-include-chain': 'off' } })).toEqual([]);
    expect(await refusalOf(profile, by, { rules: { 'signer-include-chain': 'error' } })).toMatchObject({
      code: 'ERR_PROFILE_INVALID',
    });
  });
});

describe('a signer behind a port', () => {
  const wrong: [what: string, sign: Signer['sign']][] = [
    ['a signature over other bytes', () => signer.sign({ bytes: new Uint8Array(3), digest: new Uint8Array(32) })],
    [
      'a signature by another key',
      ({ bytes }) => Promise.resolve(rawSign('sha256', bytes, testKey('p256', 9).privateKey)),
    ],
    ['too few octets', () => Promise.resolve(new Uint8Array(10))],
    ['nothing', () => Promise.resolve(new Uint8Array())],
  ];

  test.each(wrong)('that returns %s is found out', async (_, sign) => {
    const error = await refusalOf(profile, remote(sign));
    expect(error).toMatchObject({ code: 'ERR_CMS_SIGNER_WRONG_SIGNATURE' });
    expect(error.hint).not.toBe('');
  });

  test('is believed when the check is switched off', async () => {
    const by = remote(({ bytes }) => Promise.resolve(rawSign('sha256', bytes, testKey('p256', 9).privateKey)));
    const bytes = await signProfile(profile, by, { verify: false });
    expect(() => openSignedData(bytes)).toThrow(expect.objectContaining({ code: 'ERR_CMS_SIGNATURE_WRONG' }) as Error);
  });

  test('that fails is told as such, with its own error as the cause only', async () => {
    const cause = new Error('token pin-1234 rejected');
    const failing: Signer['sign'][] = [
      () => Promise.reject(cause),
      () => {
        throw cause;
      },
    ];
    for (const sign of failing) {
      const error = await refusalOf(profile, remote(sign));
      expect(error.code).toBe('ERR_CMS_SIGNER_FAILED');
      expect(error.cause).toBe(cause);
      expect(error.message + error.hint + JSON.stringify(error.details)).not.toContain('pin-1234');
    }
  });

  test('that never answers is left when the signal says so', async () => {
    const controller = new AbortController();
    const sign = vi.fn<Signer['sign']>(() => new Promise(() => undefined));
    const promise = errorOf(signProfile(profile, remote(sign), { signal: controller.signal }));
    const reason = new Error('too late');
    controller.abort(reason);
    expect(await promise).toBe(reason);
    expect(sign).toHaveBeenCalledTimes(1);
  });

  test('is not asked when the signal has spoken before, or when the profile is refused', async () => {
    const sign = vi.fn<Signer['sign']>();
    expect(await errorOf(signProfile(profile, remote(sign), { signal: AbortSignal.abort() }))).toMatchObject({
      name: 'AbortError',
    });
    await refusalOf(new Uint8Array(), remote(sign));
    expect(sign).not.toHaveBeenCalled();
  });

  test('gets attributes of which the digest is the right one', async () => {
    const options: SignProfileOptions = { signingTime: daysFromToday(0) };
    const sign = vi.fn<Signer['sign']>(({ bytes }) => Promise.resolve(rawSign('sha256', bytes, material.key)));
    await signProfile(profile, remote(sign), options);
    const { createHash } = await import('node:crypto');
    const input = sign.mock.calls[0]?.[0];
    expect(Buffer.from(input?.digest ?? [])).toEqual(
      createHash('sha256')
        .update(input?.bytes ?? '')
        .digest(),
    );
  });
});
