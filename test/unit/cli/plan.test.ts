import { expect, test } from 'vitest';
import { jsonOf, runCli, scratchFolder } from './command-line.js';
import { wifiPassword, wifiProfile } from './lab.js';

test('shows what the device does and what changes, and ends with 0', async () => {
  const update = wifiProfile('Lab 2').replaceAll(wifiPassword, 'SENTINEL-other').replace('>System<', '>User<');
  const folder = scratchFolder({ 'old.mobileconfig': wifiProfile(), 'new.mobileconfig': update });
  const { exitCode, out, err } = await runCli([
    'plan',
    folder.path('old.mobileconfig'),
    folder.path('new.mobileconfig'),
  ]);
  expect({ exitCode, err }).toEqual({ exitCode: 0, err: '' });
  expect(out).not.toContain('SENTINEL');
  const [title, , ...lines] = out.trimEnd().split('\n');
  expect(title).toMatch(/old\.mobileconfig → \S+new\.mobileconfig: 2 changes: the profile itself, 1 updated$/);
  expect(lines).toEqual([
    '- the installed profile is replaced: its PayloadIdentifier is the same',
    expect.stringMatching(/^- PayloadScope was System and is User: /),
    '',
    'the profile itself changes',
    '└─ /PayloadScope: "System" → "User"',
    '',
    'com.apple.wifi.managed "org.example.wifi" is updated in place',
    '├─ /PayloadContent/0/SSID_STR: "Lab" → "Lab 2"',
    '├─ /PayloadContent/0/Password: [secret], another one',
    '└─ /PayloadContent/0/EAPClientConfiguration/UserPassword: [secret], another one',
  ]);
});

test('does not say that payloads are updated where the installed profile stays', async () => {
  const other = wifiProfile('Lab 2').replace('<string>org.example<', '<string>org.example.other<');
  const folder = scratchFolder({ 'old.mobileconfig': wifiProfile(), 'new.mobileconfig': other });
  const { out } = await runCli(['plan', folder.path('old.mobileconfig'), folder.path('new.mobileconfig')]);
  expect(out).toContain('\nthe profile itself is another one\n');
  expect(out).toContain('\ncom.apple.wifi.managed "org.example.wifi" is in both, and not the same\n');
  expect(out).not.toMatch(/updated in place|anew/);
});

test('--json is the plan', async () => {
  const folder = scratchFolder({ 'old.mobileconfig': wifiProfile(), 'new.mobileconfig': wifiProfile('Lab 2') });
  const ended = await runCli(['plan', folder.path('old.mobileconfig'), folder.path('new.mobileconfig'), '--json']);
  expect(jsonOf(ended)).toMatchObject({
    ok: true,
    command: 'plan',
    isReplaced: true,
    effects: [{ kind: 'profile-replaced' }],
    changes: [{ kind: 'updated', keys: [{ before: { value: 'Lab' }, after: { value: 'Lab 2' } }] }],
    issues: [],
  });
});

test('passes over UUIDs and what a server has overwritten when told so', async () => {
  const rewritten = wifiProfile().replaceAll('00000000-0000-4000', '11111111-0000-4000');
  const folder = scratchFolder({ 'old.mobileconfig': wifiProfile(), 'new.mobileconfig': rewritten });
  const paths = [folder.path('old.mobileconfig'), folder.path('new.mobileconfig')];
  const titleOf = async (...options: string[]) => (await runCli(['plan', ...paths, ...options])).out.split('\n')[0];
  expect(await titleOf()).toMatch(/: 2 changes: the profile itself, 1 replaced$/);
  expect(await titleOf('--ignore-uuids')).toMatch(/: no changes$/);
  expect(await titleOf('--ignore-rewrites', 'jamf')).toMatch(/: no changes$/);
  expect(await titleOf('--ignore-rewrites', 'zentral')).toMatch(/: 1 change: 1 replaced$/);
});

test('takes two files that are profiles, and servers that are known', async () => {
  const folder = scratchFolder({ 'a.mobileconfig': wifiProfile(), 'b.mobileconfig': 'hello' });
  const [a, b] = [folder.path('a.mobileconfig'), folder.path('b.mobileconfig')];
  expect(await runCli(['plan', a])).toMatchObject({
    exitCode: 2,
    err: expect.stringContaining('1 file is given') as string,
  });
  expect(await runCli(['plan', a, a, a])).toMatchObject({ exitCode: 2 });
  expect(await runCli(['plan', a, a, '--ignore-rewrites', 'intune'])).toMatchObject({ exitCode: 2 });
  expect(await runCli(['plan', a, b])).toMatchObject({
    exitCode: 3,
    err: expect.stringContaining('b.mobileconfig: ') as string,
  });
});
