import { describe, expect, test } from 'vitest';
import { ProfileBuilder } from '../../../src/builder/profile-builder.js';
import { openSignedData } from '../../../src/cms/open.js';
import type { Issue } from '../../../src/diagnostics/issue.js';
import { isProfilewrightError } from '../../../src/diagnostics/profilewright-error.js';
import { signProfile } from '../../../src/document/sign-profile.js';
import { leaf, rootCA, signerChain } from '../../support/authorities.js';
import { testKey } from '../../support/test-key.js';
import { daysFromToday } from '../../support/time-value.js';
import { errorOf, material, profile, refusalOf, remote, root, signer, signerOf } from './profile-signer.js';

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
