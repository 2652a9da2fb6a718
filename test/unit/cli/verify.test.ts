import { beforeAll, describe, expect, test } from 'vitest';
import { createSigner } from '../../../src/cms/create-signer.js';
import { signProfile } from '../../../src/document/sign-profile.js';
import { rootCA } from '../../support/authorities.js';
import { testKey } from '../../support/test-key.js';
import { daysFromToday } from '../../support/time-value.js';
import { failureOf, jsonOf, runCli, scratchFolder } from './command-line.js';
import { files, plainProfile, signer } from './lab.js';

let plain: Uint8Array;
let signed: Uint8Array;
beforeAll(async () => {
  plain = await plainProfile();
  signed = await signProfile(plain, await createSigner({ key: signer.keyPem, certificate: files['fullchain.pem'] }));
});

const stranger = rootCA({ subject: 'Stranger', key: testKey('p256', 4) });

/** Verifies what comes in, with the anchors named. */
async function verify(input: Uint8Array, argv: readonly string[] = []) {
  const folder = scratchFolder({ ...files, 'stranger.pem': stranger.pem });
  const given = argv.map((word) => (word.endsWith('.pem') ? folder.path(word) : word));
  return runCli(['verify', '-', ...given], { stdin: input });
}

/** The signed file with another name in its content. */
function tamper(bytes: Uint8Array): Uint8Array {
  const changed = Buffer.from(bytes);
  changed.write('Fab Root', changed.indexOf('Lab Root'));
  return changed;
}

test('says in the first line that the signer is trusted, and until when', async () => {
  const { exitCode, out, err } = await verify(signed, ['--anchor', 'signing-root.pem']);
  expect({ exitCode, err }).toEqual({ exitCode: 0, err: '' });
  expect(out.split('\n')[0]).toBe(
    'standard input: verified, profile "Lab Root" is signed by "Lab Profile Signer", who is trusted',
  );
  expect(out).toContain('device shows      "Verified", with the name "Lab Profile Signer"');
  expect(out).toContain(`good until        ${daysFromToday(365).toISOString().slice(0, 10)}`);
});

test('refuses a signer of strangers with 4, and says why', async () => {
  const { exitCode, out } = await verify(signed, ['--anchor', 'stranger.pem']);
  expect(exitCode).toBe(4);
  expect(out.split('\n')[0]).toMatch(
    /: refused, profile "Lab Root" is signed by "Lab Profile Signer", who is not trusted$/,
  );
  expect(out).toMatch(/^error: .*\[path-not-anchored\]\n {2}hint: /m);
  expect(out).toContain('device shows      "Not Verified"');
});

test('one anchor of several is enough', async () => {
  const argv = ['--anchor', 'stranger.pem', '--anchor', 'signing-root.pem'];
  expect((await verify(signed, argv)).exitCode).toBe(0);
});

test('says that trust was not judged when no anchor is named', async () => {
  const { exitCode, out } = await verify(signed);
  expect(exitCode).toBe(0);
  expect(out.split('\n')[0]).toMatch(/: sound, .*; trust was not judged, add --anchor FILE$/);
  const json = jsonOf(await verify(signed, ['--json']));
  expect(json).toMatchObject({ ok: true, signer: { name: 'Lab Profile Signer' } });
  expect(json).not.toHaveProperty('shownAs');
});

test.each([
  [400, 'certificate-expired'],
  [-100, 'not-yet-valid'],
])('judges validity at the time of --at: in %i days', async (days, code) => {
  const at = daysFromToday(days).toISOString().slice(0, 10);
  const ended = await verify(signed, ['--anchor', 'signing-root.pem', '--at', at, '--json']);
  expect(ended.exitCode).toBe(4);
  const { issues, ...rest } = jsonOf(ended);
  expect(rest).toMatchObject({ ok: false, exitCode: 4, shownAs: 'Not Verified' });
  expect(issues).toContainEqual(
    expect.objectContaining({ code, message: expect.stringContaining('"Lab Profile Signer"') as string }),
  );
});

test('--json tells the whole path', async () => {
  expect(jsonOf(await verify(signed, ['--anchor', 'signing-root.pem', '--json']))).toMatchObject({
    ok: true,
    exitCode: 0,
    command: 'verify',
    shownAs: 'Verified',
    chain: [{ name: 'Lab Profile Signer' }, { name: 'Lab Signing CA' }, { name: 'Lab Signing Root' }],
    signedUntil: daysFromToday(365).toISOString(),
    profile: { displayName: 'Lab Root' },
    issues: [],
  });
});

describe('what cannot be verified', () => {
  test.each<[title: string, input: () => Uint8Array, exitCode: number, code: string]>([
    ['a file that was tampered with', () => tamper(signed), 4, 'ERR_CMS_DIGEST_MISMATCH'],
    ['bytes behind the signature', () => Buffer.concat([signed, plain]), 4, 'ERR_CMS_TRAILING_DATA'],
    ['an unsigned profile', () => plain, 4, 'ERR_CMS_NOT_SIGNED'],
    ['half a file', () => signed.subarray(0, signed.length / 2), 3, 'ERR_ASN1_MALFORMED'],
  ])('%s', async (_, input, exitCode, code) => {
    const text = await verify(input(), ['--anchor', 'signing-root.pem']);
    expect(text).toMatchObject({ exitCode, out: '' });
    expect(text.err).toMatch(new RegExp(`^error: standard input: .*\\[${code}\\]\\n {2}hint: \\S.*\\n$`));
    const json = await verify(input(), ['--anchor', 'signing-root.pem', '--json']);
    expect(json).toMatchObject({ exitCode, err: '' });
    expect(failureOf(json)).toMatchObject({ code, file: 'standard input' });
  });

  test('an anchor that is a key', async () => {
    const folder = scratchFolder({ 'ca.key': signer.keyPem, 'lab.mobileconfig': signed });
    const { exitCode, err } = await runCli([
      'verify',
      folder.path('lab.mobileconfig'),
      '--anchor',
      folder.path('ca.key'),
    ]);
    expect(exitCode).toBe(3);
    expect(err).toContain('ca.key: expected a certificate');
  });
});

test('inspect shows a signed profile and its signer, and refuses one that was tampered with', async () => {
  const { exitCode, out } = await runCli(['inspect', '-'], { stdin: signed });
  expect(exitCode).toBe(0);
  expect(out.split('\n')[0]).toBe('standard input: signed profile "Lab Root", no issues');
  expect(out).toContain('signer            Lab Profile Signer, EC P-256, SHA-256');
  expect(out).toContain('com.apple.security.root "Lab Root"');
  expect((await runCli(['inspect', '-'], { stdin: tamper(signed) })).exitCode).toBe(4);
});
