import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { jsonOf, runCli, scratchFolder } from './command-line.js';
import { plainProfile, wifiPassword, wifiProfile } from './lab.js';

test('shows the profile as a tree, and holds its secrets back', async () => {
  const folder = scratchFolder({ 'office.mobileconfig': wifiProfile() });
  const { exitCode, out, err } = await runCli(['inspect', folder.path('office.mobileconfig')]);
  expect({ exitCode, err }).toEqual({ exitCode: 0, err: '' });
  expect(out.split('\n')[0]).toMatch(/office\.mobileconfig: unsigned profile "Office", .*, 2 secrets not shown$/);
  const tree = out.slice(out.indexOf('\n"Office"\n') + 1, out.indexOf('\n\nnot signed'));
  expect(tree.split('\n')).toEqual([
    '"Office"',
    '├─ identifier  org.example',
    '├─ UUID        00000000-0000-4000-8000-000000000001',
    '├─ scope       System',
    '└─ 1 payload',
    '   └─ com.apple.wifi.managed',
    '      ├─ identifier  org.example.wifi',
    '      ├─ SSID_STR = "Lab"',
    '      ├─ Password = [secret]',
    '      └─ EAPClientConfiguration',
    '         ├─ AcceptEAPTypes',
    '         │  └─ 0 = 13',
    '         └─ UserPassword = [secret]',
  ]);
});

test('shows no secret, in the text nor in the document', async () => {
  for (const json of [[], ['--json']]) {
    const { exitCode, out, err } = await runCli(['inspect', '-', ...json], { stdin: wifiProfile() });
    expect(exitCode).toBe(0);
    expect(out).toContain('[secret]');
    expect(out + err).not.toContain(wifiPassword);
  }
});

test('--json is the report', async () => {
  const ended = await runCli(['inspect', '-', '--json'], { stdin: wifiProfile() });
  expect(jsonOf(ended)).toMatchObject({
    ok: true,
    command: 'inspect',
    profile: {
      container: 'xml',
      identifier: 'org.example',
      payloads: [{ type: 'com.apple.wifi.managed', content: { SSID_STR: 'Lab', Password: '[secret]' } }],
      secrets: ['/PayloadContent/0/Password', '/PayloadContent/0/EAPClientConfiguration/UserPassword'],
    },
  });
});

test.each(['inspect', 'validate'])('%s gives hints that can be done on the command line', async (command) => {
  const { out } = await runCli([command, '-'], { stdin: wifiProfile() });
  expect(out).toContain('[identity-missing]');
  expect(out).toContain(
    'hint: set PayloadCertificateUUID to the PayloadUUID of an identity; --rule identity-missing=off',
  );
});

test('an issue of severity error ends with 1, and --rule says what is one', async () => {
  const rule = ['--rule', 'root-expired=error', '--at', '2200-01-01'];
  const stdin = await plainProfile();
  const warned = await runCli(['inspect', '-', '--at', '2200-01-01'], { stdin });
  expect(warned.exitCode).toBe(0);
  expect(warned.out.split('\n')[0]).toBe('standard input: unsigned profile "Lab Root", 1 warning');
  const refused = await runCli(['inspect', '-', ...rule], { stdin });
  expect(refused.exitCode).toBe(1);
  expect(refused.out.split('\n')[0]).toBe('standard input: unsigned profile "Lab Root", 1 error');
  expect(jsonOf(await runCli(['inspect', '-', ...rule, '--json'], { stdin }))).toMatchObject({
    ok: false,
    exitCode: 1,
  });
});

test.each<[title: string, input: string | Uint8Array, code: string]>([
  ['nothing', '', 'ERR_PLIST_FORMAT'],
  ['text', 'hello', 'ERR_PLIST_FORMAT'],
  ['a binary property list that is cut', 'bplist00\u0001', 'ERR_PLIST_BINARY'],
  ['broken XML', wifiProfile().replace('</dict></plist>', ''), 'ERR_PLIST_MALFORMED'],
  ['entities', wifiProfile().replace('?>', '?><!DOCTYPE plist [<!ENTITY a "b">]>'), 'ERR_PLIST_DTD_FORBIDDEN'],
  ['another property list', '<?xml version="1.0"?><plist version="1.0"><array/></plist>', 'ERR_PROFILE_MALFORMED'],
])('names the file and the reason when it is no profile: %s', async (_, input, code) => {
  const folder = scratchFolder({ 'a.mobileconfig': input });
  const { exitCode, out, err } = await runCli(['inspect', folder.path('a.mobileconfig')]);
  expect({ exitCode, out }).toEqual({ exitCode: 3, out: '' });
  expect(err).toMatch(new RegExp(`^error: \\S+a\\.mobileconfig: .*\\[${code}\\]\\n {2}hint: \\S.*\\n$`));
});

test('what could steer a terminal is escaped in the tree and in the document', async () => {
  const stdin = wifiProfile('Lab\u202e\u009b31m\nwrote nothing');
  const text = await runCli(['inspect', '-'], { stdin });
  expect(text.exitCode).toBe(0);
  expect(text.out.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}]/u);
  expect(text.out).toContain('SSID_STR = "Lab\\u{202E}\\u{9B}31m\\u{A}wrote nothing"');
  const json = await runCli(['inspect', '-', '--json'], { stdin });
  expect(json.out.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}]/u);
  expect(jsonOf(json)).toMatchObject({
    profile: { payloads: [{ content: { SSID_STR: 'Lab\u202e\u009b31m\nwrote nothing' } }] },
  });
});

test('--html writes the report as a page, without secrets, and over no file', async () => {
  const folder = scratchFolder({ 'office.mobileconfig': wifiProfile() });
  const argv = ['inspect', folder.path('office.mobileconfig'), '--html', folder.path('office.html')];
  expect((await runCli(argv)).exitCode).toBe(0);
  const html = readFileSync(folder.path('office.html'), 'utf8');
  expect(html).toContain('<h1>Office</h1>');
  expect(html).not.toContain(wifiPassword);
  expect((await runCli(argv)).exitCode).toBe(2);
  expect((await runCli([...argv, '--force'])).exitCode).toBe(0);
});
