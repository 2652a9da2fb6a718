import { readFileSync, statSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parseProfile } from '../../../src/document/parse-profile.js';
import { jsonOf, runCli, scratchFolder } from './command-line.js';
import { files, plainProfile, wifiPassword, wifiProfile } from './lab.js';

test('unwrap gives back the file that was signed', async () => {
  const plain = await plainProfile();
  const folder = scratchFolder({ 'a.mobileconfig': plain, ...files });
  const [key, chain, signed] = ['signer.key', 'fullchain.pem', 'signed.mobileconfig'].map(folder.path);
  await runCli(['sign', folder.path('a.mobileconfig'), '--sign-key', key!, '--sign-cert', chain!, '-o', signed!]);
  const { exitCode, stdout, err } = await runCli(['unwrap', signed!, '-o', '-']);
  expect({ exitCode, stdout }).toEqual({ exitCode: 0, stdout: plain });
  expect(err).toBe('wrote standard output: the profile that was signed, without its signature\n');
  const again = await runCli(['unwrap', folder.path('a.mobileconfig'), '-o', '-']);
  expect(again).toMatchObject({ exitCode: 4, out: '', err: expect.stringContaining('[ERR_CMS_NOT_SIGNED]') as string });
});

test('sanitize takes the secrets out, and says where they were', async () => {
  const folder = scratchFolder({ 'office.mobileconfig': wifiProfile() });
  const output = folder.path('public.mobileconfig');
  const ended = await runCli(['sanitize', folder.path('office.mobileconfig'), '-o', output]);
  const places = ['/PayloadContent/0/Password', '/PayloadContent/0/EAPClientConfiguration/UserPassword'];
  expect(ended.exitCode).toBe(0);
  expect(ended.out).toMatch(/public\.mobileconfig: 2 secrets taken out\n\n/);
  expect(ended.out.trimEnd().split('\n').slice(2)).toEqual(places);
  expect(readFileSync(output, 'utf8')).not.toContain(wifiPassword);
  const json = await runCli(['sanitize', folder.path('office.mobileconfig'), '-o', output, '--force', '--json']);
  expect(jsonOf(json)).toMatchObject({ ok: true, output, secrets: places });
});

test('merge puts the payloads of several files into one, which only its owner can read', async () => {
  const folder = scratchFolder({ 'a.mobileconfig': wifiProfile(), 'b.mobileconfig': wifiProfile('Lab 2') });
  const [a, b, output] = ['a.mobileconfig', 'b.mobileconfig', 'both.mobileconfig'].map(folder.path);
  const options = ['--identifier', 'org.example.both', '--name', 'Both', '-o', output!];
  const ended = await runCli(['merge', a!, b!, ...options]);
  expect(ended.out.split('\n')[0]).toMatch(/both\.mobileconfig: 2 payloads of 2 profiles$/);
  expect(ended).toMatchObject({ exitCode: 0, err: '' });
  const { identifier, displayName, payloads } = parseProfile(readFileSync(output!));
  expect([identifier, displayName]).toEqual(['org.example.both', 'Both']);
  expect(payloads.map(({ content }) => content['SSID_STR'])).toEqual(['Lab', 'Lab 2']);
  expect(statSync(output!).mode & 0o077).toBe(0);
  expect(await runCli(['merge', a!])).toMatchObject({ exitCode: 2 });
});

test('merge asks about what the files disagree in', async () => {
  const user = wifiProfile().replace('>System<', '>User<');
  const folder = scratchFolder({ 'a.mobileconfig': wifiProfile(), 'b.mobileconfig': user });
  const ended = await runCli(['merge', folder.path('a.mobileconfig'), folder.path('b.mobileconfig'), '-o', '-']);
  expect(ended).toMatchObject({ out: '', err: expect.stringContaining('PayloadScope [ERR_PROFILE_MERGE]') as string });
});
