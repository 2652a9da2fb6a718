import { symlinkSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { createSigner } from '../../../src/cms/create-signer.js';
import { signProfile } from '../../../src/document/sign-profile.js';
import { rootCA, signerChain } from '../../support/authorities.js';
import { testKey } from '../../support/test-key.js';
import { daysFromToday } from '../../support/time-value.js';
import { jsonOf, runCli, scratchFolder } from './command-line.js';
import { files, plainProfile } from './lab.js';

let plain: Uint8Array;
const signed: Record<string, Uint8Array> = {};

/** A profile whose signer ends in so many days. */
async function signFor(days: number): Promise<Uint8Array> {
  const dates = { notBefore: daysFromToday(-300), notAfter: daysFromToday(days) };
  const { keyPem, certificate, chain } = signerChain('p256', { signer: dates });
  const signer = await createSigner({ key: keyPem, certificate: certificate.der, chain: chain.map(({ der }) => der) });
  return signProfile(plain, signer, { allowExpired: true });
}

beforeAll(async () => {
  plain = await plainProfile();
  for (const days of [-3, 12, 90]) signed[days] = await signFor(days);
});

const tampered = () => {
  const changed = Buffer.from(signed['90']!);
  changed.write('Fab Root', changed.indexOf('Lab Root'));
  return changed;
};

/** `profilewright due` over a folder with these files. */
async function due(profiles: Readonly<Record<string, Uint8Array>>, ...argv: readonly string[]) {
  const folder = scratchFolder(
    Object.fromEntries(Object.entries(profiles).map(([name, bytes]) => [`${name}.mobileconfig`, bytes])),
  );
  const ended = await runCli(['due', folder.path(''), ...argv]);
  return {
    ...ended,
    lines: ended.out
      .replaceAll(`${folder.path('')}/`, '')
      .trimEnd()
      .split('\n'),
  };
}

describe('a listing of what is due', () => {
  test('has the soonest first, and ends with 1', async () => {
    const { exitCode, lines } = await due({ a: signed['12']!, b: signed['90']!, c: signed['-3']!, d: plain });
    expect(exitCode).toBe(1);
    expect(lines[0]).toMatch(
      /^c\.mobileconfig +due +\d{4}-\d\d-\d\d, ended \d days? ago, signed by "Lab Profile Signer"$/,
    );
    expect(lines[1]).toMatch(/^a\.mobileconfig +due +\d{4}-\d\d-\d\d, 1[12] days left, /);
    expect(lines.at(-1)).toBe('4 profiles: 2 due within 30 days, 1 not signed');
  });

  test('is empty when all is good for long enough', async () => {
    const { exitCode, lines } = await due({ a: signed['90']!, b: signed['12']! }, '--min-days', '5');
    expect({ exitCode, lines }).toEqual({ exitCode: 0, lines: ['2 profiles: 0 due within 5 days'] });
    expect((await due({ a: signed['90']! }, '--min-days', '91')).exitCode).toBe(1);
    const at = daysFromToday(80).toISOString().slice(0, 10);
    expect((await due({ a: signed['90']! }, '--at', at)).exitCode).toBe(1);
  });

  test('ends with 5 when none is due and one cannot be verified', async () => {
    const { exitCode, lines } = await due({ a: tampered(), b: signed['90']! });
    expect(exitCode).toBe(5);
    expect(lines[0]).toMatch(/^a\.mobileconfig +refused +.*\[ERR_CMS_DIGEST_MISMATCH\]$/);
    expect((await due({ a: tampered(), b: signed['12']! })).exitCode).toBe(1);
  });

  test('tells of the others when one cannot be read, and of one alone that it cannot', async () => {
    const folder = scratchFolder({ 'a.mobileconfig': signed['90']!, 'c.mobileconfig': signed['12']! });
    symlinkSync('nowhere', folder.path('b.mobileconfig'));
    const all = await runCli(['due', folder.path(''), '--json']);
    expect(all.exitCode).toBe(1);
    expect(jsonOf(all)).toMatchObject({
      files: [{ status: 'good' }, { status: 'refused', error: { code: 'ERR_FILE_MISSING' } }, { status: 'due' }],
    });
    const few = await runCli(['due', folder.path('a.mobileconfig'), folder.path('b.mobileconfig')]);
    expect(few.exitCode).toBe(5);
    expect(few.out).toMatch(/b\.mobileconfig +refused +\S.*\[ERR_FILE_MISSING\]\n/);
    expect((await runCli(['due', folder.path('b.mobileconfig')])).exitCode).toBe(3);
  });

  test('refuses what is no profile at all, and does not pass it over as unsigned', async () => {
    const { exitCode, lines } = await due({ a: Buffer.from('hello'), b: signed['90']! });
    expect(exitCode).toBe(5);
    expect(lines[0]).toMatch(/^a\.mobileconfig +refused +.*\[ERR_PLIST_FORMAT\]$/);
    expect(lines.at(-1)).toBe('2 profiles: 0 due within 30 days, 1 refused');
  });

  test('tells every file as JSON', async () => {
    const ended = await due({ a: tampered(), b: signed['12']!, c: signed['90']!, d: plain }, '--json');
    expect(jsonOf(ended)).toMatchObject({
      ok: false,
      exitCode: 1,
      minDays: 30,
      files: [
        { status: 'refused', error: { code: 'ERR_CMS_DIGEST_MISMATCH' } },
        { status: 'due', signedUntil: daysFromToday(12).toISOString(), signer: { name: 'Lab Profile Signer' } },
        { status: 'good' },
        { status: 'unsigned' },
      ],
    });
  });

  test('says with --anchor whose signer is not trusted', async () => {
    const stranger = rootCA({ subject: 'Stranger', key: testKey('p256', 4) });
    const anchors = scratchFolder({ 'own.pem': files['signing-root.pem'], 'stranger.pem': stranger.pem });
    expect((await due({ a: signed['90']! }, '--anchor', anchors.path('own.pem'))).exitCode).toBe(0);
    const { exitCode, lines } = await due({ a: signed['90']! }, '--anchor', anchors.path('stranger.pem'));
    expect(exitCode).toBe(1);
    expect(lines[0]).toMatch(/^a\.mobileconfig +not trusted /);
  });
});

describe('verify --min-days', () => {
  test.each([
    [90, '30', 0],
    [12, '30', 1],
    [12, '5', 0],
  ])('of a signature with %i days left asks for %s: %i', async (days, minDays, exitCode) => {
    const ended = await runCli(['verify', '-', '--min-days', minDays], { stdin: signed[days]! });
    expect(ended.exitCode).toBe(exitCode);
    expect(ended.out.includes('due for signing again: ')).toBe(exitCode === 1);
    const json = jsonOf(await runCli(['verify', '-', '--min-days', minDays, '--json'], { stdin: signed[days]! }));
    expect(json).toMatchObject({ isDue: exitCode === 1, minDays: Number(minDays) });
  });

  test('goes behind a signer who is not trusted', async () => {
    const anchor = scratchFolder({ 'a.pem': rootCA({ subject: 'Stranger', key: testKey('p256', 4) }).pem }).path(
      'a.pem',
    );
    const ended = await runCli(['verify', '-', '--min-days', '30', '--anchor', anchor], { stdin: signed['12']! });
    expect(ended.exitCode).toBe(4);
  });

  test.each(['-1', 'soon', '1.5', '99999'])('refuses %j', async (days) => {
    const ended = await runCli(['verify', '-', `--min-days=${days}`], { stdin: signed['90']! });
    expect(ended).toMatchObject({ exitCode: 2, out: '' });
  });
});

test('due without a file is wrong usage', async () => {
  expect((await runCli(['due'])).exitCode).toBe(2);
});
