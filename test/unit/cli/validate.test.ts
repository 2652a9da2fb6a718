import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { jsonOf, runCli, scratchFolder } from './command-line.js';
import { wifiPassword, wifiProfile } from './lab.js';

/** A profile with one payload. */
function profile(type: string, content: string, identifier = 'org.example.payload'): string {
  const text = (key: string, value: string): string => `<key>${key}</key><string>${value}</string>`;
  const common = (kind: string, id: string, uuid: string): string =>
    `${text('PayloadType', kind)}<key>PayloadVersion</key><integer>1</integer>${text('PayloadIdentifier', id)}${text('PayloadUUID', uuid)}`;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<plist version="1.0"><dict>',
    common('Configuration', 'org.example', '00000000-0000-4000-8000-000000000001'),
    text('PayloadScope', 'System'),
    '<key>PayloadContent</key><array><dict>',
    common(type, identifier, '00000000-0000-4000-8000-000000000002'),
    content,
    '</dict></array></dict></plist>',
  ].join('\n');
}

const misspelt = '<key>tilesize</key><string>large</string>';
const dock = (content = '<key>tilesize</key><integer>48</integer>'): string => profile('com.apple.dock', content);

test('a sound profile ends with 0, an error with 1, and the line of it is told', async () => {
  const folder = scratchFolder({ 'good.mobileconfig': dock(), 'bad.mobileconfig': dock(misspelt) });
  const good = await runCli(['validate', folder.path('good.mobileconfig')]);
  expect(good).toMatchObject({ exitCode: 0, err: '' });
  const bad = await runCli(['validate', folder.path('bad.mobileconfig')]);
  expect(bad.exitCode).toBe(1);
  expect(bad.out).toMatch(
    /bad\.mobileconfig: 1 error.*\n {2}error: .*"tilesize".*must be an integer.*\(line 7\) \[schema-type\]/,
  );
});

test('the devices decide: what iOS 17.2 lacks is an error there, and none on macOS', async () => {
  const stdin = dock();
  const onMac = await runCli(['validate', '-', '--macos', '14..'], { stdin });
  expect(onMac.exitCode).toBe(0);
  const onPhone = await runCli(['validate', '-', '--ios', '17.2'], { stdin });
  expect(onPhone.exitCode).toBe(1);
  expect(onPhone.out).toContain('[support-platform]');
});

test('a range without a beginning begins with the first version that has profiles', async () => {
  const stdin = wifiProfile();
  const open = await runCli(['validate', '-', '--ios', '..17', '--macos', '..14', '--tvos', '..17'], { stdin });
  const spelt = await runCli(['validate', '-', '--ios', '4.0..17', '--macos', '10.7..14', '--tvos', '9.0..17'], {
    stdin,
  });
  expect(open).toEqual(spelt);
  expect((await runCli(['validate', '-', '--ios', '1.0..17'], { stdin })).out).toContain('[support-introduced]');
  expect((await runCli(['validate', '-', '--ios', '..17'], { stdin })).out).not.toContain('exists from iOS 4.0 on');
});

test('a password is no longer in the clear in a profile that will be encrypted', async () => {
  const stdin = profile(
    'com.apple.eas.account',
    '<key>Host</key><string>mail.example.org</string><key>Password</key><string>a</string>',
  );
  const code = '[eas-password-encrypted-only]';
  expect((await runCli(['validate', '-'], { stdin })).out).toContain(code);
  expect((await runCli(['validate', '-', '--encrypted'], { stdin })).out).not.toContain(code);
});

test('a folder is searched for profiles, and the sum of them is told', async () => {
  const folder = scratchFolder({ 'b.mobileconfig': dock(misspelt), 'notes.txt': 'no profile' });
  mkdirSync(folder.path('inner'));
  writeFileSync(folder.path('inner/a.MOBILECONFIG'), dock());
  symlinkSync(folder.path('.'), folder.path('inner/loop'));
  const { exitCode, out } = await runCli(['validate', folder.path('.')]);
  expect(exitCode).toBe(1);
  expect(
    out
      .split('\n')
      .filter((line) => /^\S/.test(line))
      .map((line) => line.split(/[/:]/).at(-2)),
  ).toEqual(['b.mobileconfig', 'a.MOBILECONFIG', '2 profiles']);
});

test('--rules and --rule switch levels, and --rule goes before the file', async () => {
  const folder = scratchFolder({ 'bad.mobileconfig': dock(misspelt), 'rules.json': '{"schema-type": "warning"}' });
  const argv = ['validate', folder.path('bad.mobileconfig'), '--rules', folder.path('rules.json')];
  const warned = await runCli(argv);
  expect(warned.exitCode).toBe(0);
  expect(warned.out).toContain('1 warning');
  const off = await runCli([...argv, '--rule', 'schema-type=off']);
  expect(off.out).toContain('no issues');
});

test('known issues are not told again, wherever their payload stands, and new ones are', async () => {
  const folder = scratchFolder({ 'bad.mobileconfig': dock(misspelt) });
  const [file, list] = [folder.path('bad.mobileconfig'), folder.path('known.json')];
  const written = await runCli(['validate', file, '--write-baseline', list]);
  expect(written.exitCode).toBe(0);
  expect(JSON.parse(readFileSync(list, 'utf8'))).toMatchObject({
    known: [{ code: 'schema-type', place: '/PayloadContent[org.example.payload]/tilesize' }],
  });
  const again = await runCli(['validate', file, '--baseline', list]);
  expect(again.exitCode).toBe(0);
  expect(again.out).toContain('no issues, 1 known issue not told');
  writeFileSync(file, dock(`${misspelt}<key>magnification</key><string>yes</string>`));
  const changed = await runCli(['validate', file, '--baseline', list]);
  expect(changed.exitCode).toBe(1);
  expect(changed.out).toContain('"magnification"');
  expect(changed.out).not.toContain('"tilesize"');
});

test.each([
  ['--json', 'the document'],
  ['--format=json', 'the same document'],
])('%s gives %s', async (option) => {
  const ended = await runCli(['validate', '-', option], { stdin: dock(misspelt) });
  expect(jsonOf(ended)).toMatchObject({
    ok: false,
    exitCode: 1,
    command: 'validate',
    files: [{ file: 'standard input', issues: [{ code: 'schema-type', where: { line: 7 } }] }],
  });
});

test('SARIF goes to the standard output, or to a file', async () => {
  const folder = scratchFolder({ 'bad.mobileconfig': dock(misspelt) });
  const argv = ['validate', folder.path('bad.mobileconfig'), '--format', 'sarif'];
  const piped = await runCli(argv);
  expect(piped.exitCode).toBe(1);
  expect(JSON.parse(piped.out)).toMatchObject({ runs: [{ results: [{ ruleId: 'schema-type', level: 'error' }] }] });
  const filed = await runCli([...argv, '-o', folder.path('out.sarif')]);
  expect(filed.out).toContain('[schema-type]');
  expect(readFileSync(folder.path('out.sarif'), 'utf8')).toBe(piped.out);
});

test('JUnit has a case for each issue', async () => {
  const { out, exitCode } = await runCli(['validate', '-', '--format', 'junit'], { stdin: dock(misspelt) });
  expect(exitCode).toBe(1);
  expect(out).toContain('<testsuites name="profilewright" tests="1" failures="1" errors="0">');
});

test('what no profile can be read from is an issue of its file, and the others are judged', async () => {
  const folder = scratchFolder({ 'a.mobileconfig': 'no profile', 'b.mobileconfig': dock() });
  const { exitCode, out } = await runCli(['validate', folder.path('.')]);
  expect(exitCode).toBe(1);
  expect(out).toContain('[profile-unreadable]');
  expect(out).toContain('2 profiles: 1 error');
});

test('--as device is as lenient as Apple is', async () => {
  const stdin = dock('<key>unheardOf</key><true/>');
  expect((await runCli(['validate', '-'], { stdin })).out).not.toContain('info:');
  expect((await runCli(['validate', '-', '--as', 'device'], { stdin })).out).toContain('info:');
});

test('--previous is what the profile replaces', async () => {
  const folder = scratchFolder({ 'old.mobileconfig': dock(), 'new.mobileconfig': dock() });
  const argv = ['validate', folder.path('new.mobileconfig'), '--previous', folder.path('old.mobileconfig')];
  expect((await runCli(argv)).exitCode).toBe(0);
  expect((await runCli([...argv, folder.path('old.mobileconfig')])).exitCode).toBe(2);
});

test('shows no secret in any form', async () => {
  const stdin = wifiProfile();
  for (const format of ['text', 'json', 'sarif', 'junit']) {
    const { out, err } = await runCli(['validate', '-', '--format', format], { stdin });
    expect(out + err).not.toContain(wifiPassword);
  }
});

test.each([
  [['--ios', 'new'], '--ios new is no version and no range'],
  [['--ios', '17..16..15'], 'no version and no range'],
  [['--ios', '17..16'], 'ends before it begins'],
  [['--ios', '..'], 'no version and no range'],
  [['--supervised', '--unsupervised'], 'are both given'],
  [['--as', 'apple'], '--as apple is not known'],
  [['--format', 'xml'], '--format xml is not known'],
  [['--json', '--format', 'sarif'], 'are both given'],
  [['-o', 'out.txt'], 'is for --format sarif and junit'],
])('%j is wrong usage', async (options, message) => {
  const { exitCode, out, err } = await runCli(['validate', '-', ...options], { stdin: dock() });
  expect(exitCode).toBe(2);
  expect(out + err).toContain(message);
});

test.each([
  ['rules', 'no JSON', 'is no JSON'],
  ['rules', '[]', 'is no JSON object'],
  ['rules', '{"schema-tpye": "off"}', 'names no rule with "schema-tpye"'],
  ['rules', '{"schema-type": "loud"}', 'gives "schema-type" no level'],
  ['baseline', '{}', 'is no list of known issues'],
  ['baseline', '{"profilewright": 1, "known": [{"file": 1}]}', 'is no list of known issues'],
  ['baseline', 'null', 'is no list of known issues'],
])('a file of %s that holds %s is refused with its name', async (option, content, message) => {
  const folder = scratchFolder({ 'list.json': content });
  const { exitCode, err } = await runCli(['validate', '-', `--${option}`, folder.path('list.json')], { stdin: dock() });
  expect(exitCode).toBe(3);
  expect(err).toContain('list.json');
  expect(err).toContain(message);
});

test('a folder without profiles, and nothing at all, are wrong usage', async () => {
  const folder = scratchFolder({ 'notes.txt': 'no profile' });
  expect(await runCli(['validate', folder.path('.')])).toMatchObject({ exitCode: 2 });
  expect(await runCli(['validate'])).toMatchObject({ exitCode: 2 });
  expect(await runCli(['validate', join(folder.path('.'), 'none.mobileconfig')])).toMatchObject({ exitCode: 3 });
});
