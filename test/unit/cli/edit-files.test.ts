import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, test } from 'vitest';
import { diffProfiles } from '../../../src/document/diff-profiles.js';
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

test('merge names the file whose payloads nobody can see', async () => {
  const encrypted = wifiProfile().replace('<key>PayloadContent</key>', '<key>IsEncrypted</key><true/><key>X</key>');
  const folder = scratchFolder({ 'a.mobileconfig': wifiProfile(), 'b.mobileconfig': encrypted });
  const ended = await runCli(['merge', folder.path('a.mobileconfig'), folder.path('b.mobileconfig'), '-o', '-']);
  expect(ended).toMatchObject({
    exitCode: 3,
    out: '',
    err: expect.stringMatching(/b\.mobileconfig: .*\[ERR_PROFILE_ENCRYPTED\]\n {2}hint: decrypt it/) as string,
  });
});

test('merge asks about what the files disagree in', async () => {
  const user = wifiProfile().replace('>System<', '>User<');
  const folder = scratchFolder({ 'a.mobileconfig': wifiProfile(), 'b.mobileconfig': user });
  const merge = ['merge', folder.path('a.mobileconfig'), folder.path('b.mobileconfig'), '-o', '-'];
  const decided = await runCli([...merge, '--scope', 'User']);
  expect(parseProfile(decided.stdout)).toMatchObject({ scope: 'User', payloads: [{ type: 'com.apple.wifi.managed' }] });
  const ended = await runCli(merge);
  expect(ended).toMatchObject({
    exitCode: 2,
    out: '',
    err: expect.stringContaining('PayloadScope [ERR_PROFILE_MERGE]') as string,
  });
});

describe('eject', () => {
  test('writes a program that makes the profile, with secrets for their owner only', async () => {
    const folder = scratchFolder({ 'office.mobileconfig': wifiProfile() });
    const output = folder.path('office.program');
    const ended = await runCli(['eject', folder.path('office.mobileconfig'), '-o', output]);
    expect(ended).toMatchObject({ exitCode: 0, err: '' });
    expect(ended.out.split('\n').slice(0, 5)).toEqual([
      `wrote ${output}: 3 files, 2 of them secret`,
      '',
      '  profile.mts',
      '  wifi-password.txt       secret, for its owner only',
      '  wifi-user-password.txt  secret, for its owner only',
    ]);
    expect(folder.names()).toEqual(['office.mobileconfig', 'office.program']);
    expect(readdirSync(output).sort()).toEqual(['profile.mts', 'wifi-password.txt', 'wifi-user-password.txt']);
    expect(readFileSync(join(output, 'wifi-password.txt'), 'utf8')).toBe(wifiPassword);
    expect(readFileSync(join(output, 'profile.mts'), 'utf8') + ended.out).not.toContain(wifiPassword);
    expect(statSync(join(output, 'wifi-password.txt')).mode & 0o077).toBe(0);
    await import(pathToFileURL(join(output, 'profile.mts')).href);
    const made = readFileSync(join(output, 'profile.mobileconfig'));
    expect(diffProfiles(made, wifiProfile())).toEqual([]);
    expect(statSync(join(output, 'profile.mobileconfig')).mode & 0o077).toBe(0);
  });

  test('leaves a folder alone that is not empty, unless it is forced, and then what else is in it', async () => {
    const folder = scratchFolder({ 'office.mobileconfig': wifiProfile() });
    const output = folder.path('program');
    mkdirSync(output);
    const ejection = ['eject', folder.path('office.mobileconfig'), '-o', output];
    // An empty one is as good as none.
    expect(await runCli(ejection)).toMatchObject({ exitCode: 0 });
    writeFileSync(join(output, 'profile.mts'), 'mine');
    writeFileSync(join(output, 'notes.txt'), 'mine');
    const refused = await runCli(ejection);
    expect(refused).toMatchObject({
      exitCode: 2,
      out: '',
      err: expect.stringContaining('[ERR_FILE_EXISTS]') as string,
    });
    expect(readFileSync(join(output, 'profile.mts'), 'utf8')).toBe('mine');
    const forced = await runCli([...ejection, '--force', '--json']);
    expect(jsonOf(forced)).toMatchObject({
      ok: true,
      output,
      files: [{ name: 'profile.mts', isSecret: false }, {}, {}],
      notes: [],
    });
    expect(readFileSync(join(output, 'profile.mts'), 'utf8')).toContain('new ProfileBuilder({');
    expect(readFileSync(join(output, 'notes.txt'), 'utf8')).toBe('mine');
    expect(folder.names()).toEqual(['office.mobileconfig', 'program']);
  });

  test('never writes over its input, into a file, or to the standard output', async () => {
    const folder = scratchFolder({ 'profile.mts': wifiProfile(), file: '' });
    const input = folder.path('profile.mts');
    const lost = await runCli(['eject', input, '-o', folder.path('.'), '--force']);
    expect(lost).toMatchObject({ exitCode: 2, err: expect.stringContaining('[ERR_FILE_IS_INPUT]') as string });
    expect(folder.names()).toEqual(['file', 'profile.mts']);
    // The program would write over it when it is run.
    const later = scratchFolder({ 'profile.mobileconfig': wifiProfile() });
    const own = await runCli(['eject', later.path('profile.mobileconfig'), '-o', later.path('.'), '--force']);
    expect(own).toMatchObject({ exitCode: 2, err: expect.stringContaining('[ERR_FILE_IS_INPUT]') as string });
    expect(later.names()).toEqual(['profile.mobileconfig']);
    const onto = await runCli(['eject', input, '-o', folder.path('file')]);
    expect(onto).toMatchObject({ exitCode: 3, err: expect.stringContaining('is no folder [ERR_FILE_KIND]') as string });
    expect(await runCli(['eject', input, '-o', '-'])).toMatchObject({ exitCode: 2 });
    expect(await runCli(['eject', '-'], { stdin: wifiProfile() })).toMatchObject({ exitCode: 2 });
  });

  test('says what to do about a profile that no program makes', async () => {
    const encrypted = wifiProfile().replace(
      '<key>PayloadContent</key>',
      '<key>EncryptedPayloadContent</key><data>AAAA</data><key>X</key>',
    );
    const folder = scratchFolder({ 'a.mobileconfig': encrypted });
    const ended = await runCli(['eject', folder.path('a.mobileconfig'), '-o', folder.path('a')]);
    expect(ended).toMatchObject({ exitCode: 3, err: expect.stringContaining('[ERR_PROFILE_ENCRYPTED]') as string });
    expect(ended.err).toContain('hint: decrypt it with `profilewright decrypt FILE --key KEY`');
    const typeless = wifiProfile().replace('>com.apple.wifi.managed<', '><');
    const other = await runCli(['eject', '-', '-o', folder.path('a')], { stdin: typeless });
    expect(other).toMatchObject({ exitCode: 3, err: expect.stringContaining('[ERR_PROFILE_EJECT]') as string });
    expect(other.err).toContain('correct /PayloadContent/0/PayloadType with `profilewright edit`, and eject the new');
    expect(folder.names()).toEqual(['a.mobileconfig']);
  });
});

test('a value of a file that XML cannot carry is told of the file', async () => {
  // A binary property list may hold what XML may not: the text ends with U+0001.
  const binary = binaryProfile({ PayloadType: 'Configuration', Note: 'a\u0001' });
  const ended = await runCli(['sanitize', '-', '-o', '-'], { stdin: binary });
  expect(ended).toMatchObject({ exitCode: 3, out: '', err: expect.stringContaining('standard input: ') as string });
  expect(ended.err).toContain('[ERR_PLIST_VALUE]');
});

/** A binary property list with one dictionary of short ASCII texts. */
function binaryProfile(texts: Readonly<Record<string, string>>): Uint8Array {
  const strings = Object.entries(texts).flat();
  const keys = Object.keys(texts).map((_, index) => 1 + index * 2);
  const objects = [
    Buffer.from([0xd0 | keys.length, ...keys, ...keys.map((key) => key + 1)]),
    ...strings.map((text) => Buffer.from([0x5f, 0x10, text.length, ...Buffer.from(text)])),
  ];
  const head = Buffer.from('bplist00');
  const offsets = objects.map((_, index) => head.length + Buffer.concat(objects.slice(0, index)).length);
  const table = head.length + Buffer.concat(objects).length;
  const trailer = Buffer.from([
    ...Array<number>(6).fill(0),
    1,
    1,
    ...[objects.length, 0, table].flatMap((value) => [0, 0, 0, 0, 0, 0, 0, value]),
  ]);
  return Buffer.concat([head, ...objects, Buffer.from(offsets), trailer]);
}
