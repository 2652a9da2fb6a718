import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parseProfile } from '../../../src/document/parse-profile.js';
import { deviceIdentity } from '../../support/device-identity.js';
import { testKey } from '../../support/test-key.js';
import { daysFromToday } from '../../support/time-value.js';
import { failureOf, jsonOf, runCli, scratchFolder } from './command-line.js';
import { wifiPassword, wifiProfile } from './lab.js';

const { privateKey } = testKey('p256');
const passphrase = 'SENTINEL-passphrase';
const encryptedKey = privateKey.export({ type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase });

const lab = () =>
  scratchFolder({
    'wifi.mobileconfig': wifiProfile(),
    'device.pem': deviceIdentity('p256').pem,
    'device.key': privateKey.export({ type: 'pkcs8', format: 'pem' }),
    'encrypted.key': encryptedKey,
    'other.pem': deviceIdentity('p384').pem,
    'other.key': testKey('p384', 1).privateKey.export({ type: 'pkcs8', format: 'pem' }),
    'old.pem': deviceIdentity('p256', { notBefore: daysFromToday(-9), notAfter: daysFromToday(-3) }).pem,
    'weak.pem': deviceIdentity('rsa-1024').pem,
  });

const rules = ['--rule', 'schema-required=off'];

/** Encrypts in a folder, for the recipients that are named. */
async function encrypted(folder: ReturnType<typeof lab>, ...recipients: readonly string[]) {
  const named = recipients.flatMap((name) => ['--recipient', folder.path(name)]);
  const [from, to] = [folder.path('wifi.mobileconfig'), folder.path('for-device.mobileconfig')];
  return runCli(['encrypt', from, ...named, ...rules, '-o', to]);
}

test('encrypts a profile and decrypts it again, for its owner only', async () => {
  const folder = lab();
  const made = await encrypted(folder, 'device.pem', 'other.pem');
  expect(made).toMatchObject({ exitCode: 0, err: '' });
  expect(made.out.split('\n')[0]).toMatch(/: encrypted for "Device p256", "Device p384", /);
  const bytes = readFileSync(folder.path('for-device.mobileconfig'));
  expect(parseProfile(bytes).isEncrypted).toBe(true);
  expect(bytes.includes(wifiPassword)).toBe(false);
  const [input, key, output] = ['for-device.mobileconfig', 'device.key', 'plain.mobileconfig'].map(folder.path);
  const opened = await runCli(['decrypt', input!, '--key', key!, '-o', output!]);
  expect(opened).toMatchObject({ exitCode: 0, err: '' });
  expect(opened.out).toContain('com.apple.wifi.managed');
  expect(opened.out).not.toContain(wifiPassword);
  expect(statSync(output!).mode & 0o777).toBe(0o600);
  expect(parseProfile(readFileSync(output!)).dictionary).toEqual(parseProfile(wifiProfile()).dictionary);
});

test('takes an encrypted key, with its certificate', async () => {
  const folder = lab();
  await encrypted(folder, 'device.pem');
  const [input, key, cert] = ['for-device.mobileconfig', 'encrypted.key', 'device.pem'].map(folder.path);
  const argv = ['decrypt', input!, '--key', key!, '--cert', cert!, '--passphrase-env', 'PASS', '-o', '-'];
  const opened = await runCli(argv, { environment: { PASS: passphrase } });
  expect(opened.exitCode).toBe(0);
  expect(parseProfile(opened.stdout).payloads).toHaveLength(1);
  const missing = await runCli(['decrypt', input!, '--key', key!, '-o', folder.path('x.mobileconfig'), '--json']);
  expect(missing.exitCode).toBe(3);
  expect(failureOf(missing)).toMatchObject({ code: 'ERR_KEY_PASSPHRASE_MISSING', file: key });
});

test('tells what was odd about the file that it decrypts', async () => {
  const folder = lab();
  await encrypted(folder, 'device.pem');
  const file = folder.path('for-device.mobileconfig');
  const version = '<key>PayloadVersion</key><integer>2</integer>';
  writeFileSync(file, readFileSync(file, 'utf8').replace('<dict>', `<dict>${version}`));
  const argv = ['decrypt', file, '--key', folder.path('device.key'), '-o'];
  const told = await runCli([...argv, folder.path('a.mobileconfig')]);
  expect(told.out).toContain('[plist-duplicate-key]');
  const { issues } = jsonOf(await runCli([...argv, folder.path('b.mobileconfig'), '--json'])) as { issues: object[] };
  expect(issues).toMatchObject([{ code: 'plist-duplicate-key', where: { pointer: '/PayloadVersion' } }]);
});

describe('says with 3', () => {
  test('that the key is not that of a recipient, and writes nothing', async () => {
    const folder = lab();
    await encrypted(folder, 'device.pem');
    const before = folder.names();
    const [input, key] = ['for-device.mobileconfig', 'other.key'].map(folder.path);
    const { exitCode, err } = await runCli(['decrypt', input!, '--key', key!]);
    expect(exitCode).toBe(3);
    expect(err).toMatch(/cannot be decrypted: .*\[ERR_DECRYPTION_FAILED\]\n {2}hint: .*--key.*--cert/);
    expect(folder.names()).toEqual(before);
  });

  test('that there is nothing to decrypt, and whom it cannot encrypt for', async () => {
    const folder = lab();
    const [input, key] = ['wifi.mobileconfig', 'device.key'].map(folder.path);
    expect((await runCli(['decrypt', input!, '--key', key!])).err).toContain('[ERR_PROFILE_NOT_ENCRYPTED]');
    const { exitCode, err } = await encrypted(folder, 'weak.pem');
    expect({ exitCode, code: /\[(ERR_\w+)\]/.exec(err)?.[1] }).toEqual({
      exitCode: 3,
      code: 'ERR_ENCRYPTION_RECIPIENT',
    });
  });
});

test('warns of a recipient that has expired, unless --at or --rule says otherwise', async () => {
  const folder = lab();
  const argv = ['encrypt', folder.path('wifi.mobileconfig'), '--recipient', folder.path('old.pem'), ...rules];
  const warned = await runCli([...argv, '-o', folder.path('a.mobileconfig'), '--json']);
  const codes = (jsonOf(warned)['issues'] as { code: string }[]).map(({ code }) => code);
  expect(codes).toContain('recipient-expired');
  const at = daysFromToday(-5).toISOString().slice(0, 10);
  const quiet = await runCli([...argv, '--at', at, '-o', folder.path('b.mobileconfig')]);
  expect(quiet.out).not.toContain('recipient-expired');
  const refused = await runCli([...argv, '--rule', 'recipient-expired=error', '-o', folder.path('c.mobileconfig')]);
  expect(refused.exitCode).toBe(1);
});

test.each([
  [['encrypt', 'x.mobileconfig'], /no recipient is given/],
  [['decrypt', 'x.mobileconfig'], /no key is given/],
  [['encrypt'], /no file is given/],
])('%j is wrong usage', async (argv, message) => {
  const { exitCode, err } = await runCli(argv);
  expect(exitCode).toBe(2);
  expect(err).toMatch(message);
});
