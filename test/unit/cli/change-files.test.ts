import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parseProfile, type ParsedProfile } from '../../../src/document/parse-profile.js';
import { unwrapProfile } from '../../../src/document/unwrap-profile.js';
import { PlistReal } from '../../../src/plist/value.js';
import { failureOf, jsonOf, runCli, scratchFolder, type Ended } from './command-line.js';
import { files, plainProfile, root, wifiPassword, wifiProfile } from './lab.js';

const message = (part: string): string => expect.stringContaining(part) as string;

test('resign signs the bytes that were signed, once their signature is verified', async () => {
  const plain = await plainProfile();
  const folder = scratchFolder({ 'a.mobileconfig': plain, ...files });
  const sign = ['--sign-key', folder.path('signer.key'), '--sign-cert', folder.path('fullchain.pem'), '-o'];
  const [signed, again] = ['signed.mobileconfig', 'again.mobileconfig'].map(folder.path) as [string, string];
  await runCli([
    'sign',
    folder.path('a.mobileconfig'),
    ...sign,
    signed,
    '--signing-time',
    '2020-01-31',
    '--allow-expired',
  ]);
  const ended = await runCli(['resign', signed, ...sign, again]);
  expect(ended).toMatchObject({
    exitCode: 0,
    out: message(`${again}: signed by "Lab Profile Signer"`),
    err: '',
  });
  expect(Buffer.from(unwrapProfile(readFileSync(again))).equals(plain)).toBe(true);
  const timeOf = async (path: string) => jsonOf(await runCli(['verify', path, '--json']))['signingTime'];
  expect(await timeOf(signed)).toMatch(/^2020-01-31/);
  expect(await timeOf(again)).not.toMatch(/^2020/);

  const refused = await runCli(['resign', folder.path('a.mobileconfig'), ...sign, '-']);
  expect(refused).toMatchObject({ exitCode: 4, out: '', err: message('[ERR_CMS_NOT_SIGNED]') });
  expect(await runCli(['resign', signed])).toMatchObject({ exitCode: 2, err: message('no signer is given') });
});

describe('edit', () => {
  /** Edits the Wi-Fi profile; gives what was written too. */
  async function edit(argv: readonly string[], given: Readonly<Record<string, string>> = {}) {
    const folder = scratchFolder({ 'office.mobileconfig': wifiProfile(), ...given });
    const words = argv.map((word) => word.replace('FOLDER', folder.path('.')));
    const ended = await runCli(['edit', folder.path('office.mobileconfig'), '-o', '-', ...words]);
    return { ...ended, folder };
  }
  const edited = async (...argv: string[]): Promise<ParsedProfile['dictionary']> => {
    const { stdout, err } = await edit(argv);
    expect(err).toMatch(/^wrote/);
    return parseProfile(stdout).dictionary;
  };

  test('writes and takes out values by their pointers', async () => {
    const ended = await edit([
      '--set',
      '/PayloadDisplayName="Office = 2"',
      '--set',
      '/PayloadContent/0/AutoJoin=false',
      '--remove',
      '/PayloadContent/0/Password',
    ]);
    expect(ended).toMatchObject({ exitCode: 0, err: message('wrote standard output: 3 edits') });
    const { displayName, payloads } = parseProfile(ended.stdout);
    expect(displayName).toBe('Office = 2');
    expect(payloads[0]?.content).toMatchObject({ AutoJoin: false, SSID_STR: 'Lab' });
    expect(payloads[0]?.content).not.toHaveProperty('Password');
  });

  test('takes a text for a date, data or <real> where the schema has one, or one stands', async () => {
    const dates = [
      '--set',
      '/RemovalDate="2030-01-31T12:00:00Z"',
      '--set',
      '/DurationUntilRemoval=60',
      '--set',
      '/Note=60',
    ];
    expect(await edited(...dates)).toMatchObject({
      RemovalDate: new Date('2030-01-31T12:00:00Z'),
      DurationUntilRemoval: new PlistReal(60),
      Note: 60,
    });
    const clip = {
      PayloadType: 'com.apple.webClip.managed',
      PayloadIdentifier: 'a.b',
      PayloadVersion: 1,
      URL: 'https://a.example',
      Label: 'A',
      Icon: 'AAEC',
    };
    const profile = await edited('--set', `/PayloadContent/-=${JSON.stringify(clip)}`);
    expect((profile['PayloadContent'] as readonly object[])[1]).toMatchObject({ Icon: new Uint8Array([0, 1, 2]) });
  });

  test('keeps the type of what stands there, also where no schema knows it', async () => {
    const now =
      '<key>Blob</key><data>AAAA</data><key>Day</key><date>2020-01-01T00:00:00Z</date><key>Rate</key><real>1</real>';
    const stdin = wifiProfile().replace('<key>PayloadScope</key>', `${now}<key>PayloadScope</key>`);
    const set = (text: string): Promise<Ended> => runCli(['edit', '-', '-o', '-', '--set', text], { stdin });
    const valueOf = async (key: string, json: string) =>
      parseProfile((await set(`/${key}=${json}`)).stdout).dictionary[key];
    expect(await valueOf('Blob', '"AAEC"')).toEqual(new Uint8Array([0, 1, 2]));
    expect(await valueOf('Day', '"2030-01-31T12:00:00Z"')).toEqual(new Date('2030-01-31T12:00:00Z'));
    expect(await valueOf('Rate', '2')).toEqual(new PlistReal(2));
    expect(await set('/Blob="A"')).toMatchObject({ exitCode: 2, err: message('use --set-data POINTER=FILE') });
    // Not a day: JavaScript would take it for the second of March.
    expect(await set('/Day="2030-02-30T00:00:00Z"')).toMatchObject({ exitCode: 2, err: message('is no date') });
  });

  test('reads secrets and bytes from files, and refuses a secret among the arguments', async () => {
    const options = [
      '--set-text',
      '/PayloadContent/0/Password=FOLDER/new.txt',
      '--set-data',
      '/PayloadContent/0/Blob=FOLDER/new.txt',
    ];
    const ended = await edit(options, { 'new.txt': 'SENTINEL-new\n' });
    const [payload] = parseProfile(ended.stdout).payloads;
    expect(payload?.content).toMatchObject({
      Password: 'SENTINEL-new',
      Blob: new TextEncoder().encode('SENTINEL-new\n'),
    });
    for (const value of ['"SENTINEL-new"', '["SENTINEL-new"]']) {
      const refused = await edit(['--set', `/PayloadContent/0/Password=${value}`]);
      expect(refused).toMatchObject({ exitCode: 2, out: '', err: message('--set-text POINTER=FILE') });
      expect(refused.err).not.toContain('SENTINEL');
    }
  });

  test('refuses a text in another encoding, which would become another one', async () => {
    const folder = scratchFolder({
      'a.mobileconfig': wifiProfile(),
      'latin1.txt': Buffer.from('S\xe4ntinel', 'latin1'),
    });
    const edits = ['--set-text', `/PayloadContent/0/Password=${folder.path('latin1.txt')}`, '-o', '-'];
    const ended = await runCli(['edit', folder.path('a.mobileconfig'), ...edits]);
    expect(ended).toMatchObject({ exitCode: 3, out: '', err: message('is not text in UTF-8 [ERR_FILE_READ]') });
  });

  test('says that the signature is gone', async () => {
    const folder = scratchFolder({ 'a.mobileconfig': wifiProfile(), ...files });
    const [a, signed] = ['a.mobileconfig', 'signed.mobileconfig'].map(folder.path) as [string, string];
    await runCli([
      'sign',
      a,
      '--sign-key',
      folder.path('signer.key'),
      '--sign-cert',
      folder.path('fullchain.pem'),
      '-o',
      signed,
    ]);
    const ended = await runCli([
      'edit',
      signed,
      '--remove',
      '/PayloadContent/0/Password',
      '-o',
      folder.path('b.mobileconfig'),
    ]);
    expect(ended).toMatchObject({ exitCode: 0, out: message('sign it with `profilewright sign`') });
    expect(ended.out + ended.err).not.toContain(wifiPassword);
  });

  test.each<[title: string, argv: string[], exitCode: number, text: string]>([
    ['nothing to do', [], 2, 'nothing is given to edit'],
    ['no value', ['--set', '/PayloadDisplayName'], 2, '--set holds no "="'],
    ['no pointer', ['--set', 'PayloadDisplayName="a"'], 2, 'begin it with a slash'],
    ['no JSON', ['--set', '/PayloadDisplayName=Office'], 2, '--set /PayloadDisplayName holds no JSON'],
    ['null', ['--set', '/PayloadDisplayName=null'], 2, 'use --remove'],
    ['no date', ['--set', '/RemovalDate="tomorrow"'], 2, '2030-01-31T12:00:00Z'],
    ['a place that there is not', ['--set', '/PayloadContent/7/SSID_STR="a"'], 2, '[ERR_PROFILE_EDIT]'],
    [
      'one place twice',
      ['--set', '/PayloadOrganization="a"', '--set-text', '/PayloadOrganization=a'],
      2,
      'given twice',
    ],
    ['two items for one end', ['--set', '/X=[]', '--set', '/X/-=1', '--set', '/X/-=2'], 2, 'append the next one'],
    ['a tilde that is none', ['--remove', '/PayloadContent/0/a~b'], 2, 'is written "~0"'],
    ['a number that is rounded', ['--set', '/X=[9007199254740993]'], 2, 'the value at "/X/0" is a whole number beyond'],
    ['a file that is not there', ['--set-text', '/PayloadContent/0/Password=FOLDER/none'], 3, '[ERR_FILE_MISSING]'],
    ['a profile that nobody may build', ['--set', '/PayloadContent/0/SSID_STR=1'], 1, '[ERR_PROFILE_INVALID]'],
  ])('tells what is wrong: %s', async (_, argv, exitCode, text) => {
    const ended = await edit(argv);
    expect(ended).toMatchObject({ exitCode, out: '', err: message(text) });
  });
});

describe('assert', () => {
  async function gate(argv: readonly string[], given: Readonly<Record<string, string | Uint8Array>>): Promise<Ended> {
    const folder = scratchFolder(given);
    return runCli(['assert', ...argv.map((word) => word.replace('FOLDER', folder.path('.')))]);
  }
  const wifiFile = { 'a.mobileconfig': wifiProfile() };

  test('lets through what holds nothing but what is allowed', async () => {
    const argv = [
      'FOLDER/a.mobileconfig',
      '--payload-types',
      'com.apple.vpn.*,com.apple.wifi.managed',
      '--scope',
      'System',
    ];
    const ended = await gate([...argv, '--identifier', 'org.example', '--max-payloads', '1'], wifiFile);
    expect(ended).toMatchObject({ exitCode: 0, out: message('a.mobileconfig: allowed\n'), err: '' });
  });

  test.each([
    ['--payload-types', 'com.apple.vpn.*', 'payload-type'],
    ['--identifier', 'com.example.*', 'identifier'],
    ['--scope', 'User', 'scope'],
    ['--max-payloads', '0', 'max-payloads'],
  ])('exits with 1 where %s %s is broken', async (option, value, rule) => {
    const allowed = option === '--payload-types' ? [] : ['--payload-types', '*'];
    const ended = await gate(['FOLDER/a.mobileconfig', ...allowed, option, value, '--json'], wifiFile);
    expect(ended.exitCode).toBe(1);
    expect(jsonOf(ended)).toMatchObject({ ok: false, files: [{ violations: [{ rule }] }] });
  });

  test('allows roots by file, by fingerprint, or any', async () => {
    const given = { 'a.mobileconfig': await plainProfile(), 'ca.pem': root.pem };
    const argv = ['FOLDER/a.mobileconfig', '--payload-types', 'com.apple.security.root'];
    const refused = await gate(argv, given);
    expect(refused).toMatchObject({
      exitCode: 1,
      out: message('not allowed, 1 violation\n  /PayloadContent/0: the root'),
    });
    const fingerprint = /fingerprint ([0-9A-F: ]+) is/.exec(refused.out)?.[1] ?? '';
    for (const allowed of ['FOLDER/ca.pem', fingerprint, 'any'])
      expect((await gate([...argv, '--allow-root', allowed], given)).exitCode).toBe(0);
  });

  test('counts the files of a folder, and fails for one that cannot be read', async () => {
    const given = { ...wifiFile, 'b.mobileconfig': await plainProfile() };
    const ended = await gate(['FOLDER', '--payload-types', 'com.apple.wifi.managed'], given);
    expect(ended).toMatchObject({ exitCode: 1, out: message('2 profiles, 1 not allowed') });
    const broken = await gate(['FOLDER', '--payload-types', '*', '--json'], { ...wifiFile, 'b.mobileconfig': 'x' });
    expect(broken.exitCode).toBe(3);
    expect(failureOf(broken)).toMatchObject({ code: 'ERR_PLIST_FORMAT' });
  });

  test.each([
    [['a'], '--payload-types com.apple.wifi.managed'],
    [['--payload-types', '*'], 'name files or folders'],
    [['a', '--payload-types', '*', '--scope', 'Both'], 'write one of: System, User'],
    [['a', '--payload-types', '*', '--max-payloads', 'ten'], '--max-payloads 10'],
    [['a', '--payload-type', '*'], 'did you mean --payload-types?'],
  ])('asks for what is missing or wrong: %j', async (argv, hint) => {
    expect(await gate(argv, {})).toMatchObject({ exitCode: 2, out: '', err: message(hint) });
  });
});
