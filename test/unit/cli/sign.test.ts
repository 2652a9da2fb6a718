import { closeSync, fstatSync, openSync, readFileSync, statSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { leaf, rootCA, signerChain } from '../../support/authorities.js';
import { pkcs12File } from '../../support/pkcs12-file.js';
import { testKey } from '../../support/test-key.js';
import { daysFromToday } from '../../support/time-value.js';
import { failureOf, jsonOf, runCli, scratchFolder, type Ended, type Surroundings } from './command-line.js';
import { files, plainProfile, signer, wifiPassword, wifiProfile } from './lab.js';

const profile = await plainProfile();
const passphrase = 'SENTINEL-passphrase';
const encryptedKey = signer.key.export({ type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase }).toString();

interface Signing extends Surroundings {
  readonly files?: Readonly<Record<string, string | Uint8Array>>;
  readonly key?: string;
  readonly certificate?: string;
}

/** Signs lab.mobileconfig to `out` with the files of the lab, apart from what is given. */
async function sign(argv: readonly string[] = [], options: Signing = {}) {
  const { key = 'signer.key', certificate = 'fullchain.pem', ...around } = options;
  const folder = scratchFolder({ 'lab.mobileconfig': profile, ...files, ...options.files });
  const signing = ['--sign-key', folder.path(key), '--sign-cert', folder.path(certificate)];
  const given = argv.map((word) => (word.startsWith('./') ? folder.path(word.slice(2)) : word));
  const input = folder.path('lab.mobileconfig');
  const ended = await runCli(['sign', input, '-o', folder.path('out'), ...signing, ...given], around);
  return { ...ended, folder };
}

/** The number of a pipe of which this process holds both ends, as Node does for itself. */
function ownPipe(): number | undefined {
  const pipes = Array.from({ length: 64 }, (_, descriptor) => descriptor).flatMap((descriptor) => {
    try {
      const stats = fstatSync(descriptor);
      return stats.isFIFO() ? [{ descriptor, ino: stats.ino }] : [];
    } catch {
      return [];
    }
  });
  return pipes.find(({ ino }, index) => pipes.some((other, place) => place > index && other.ino === ino))?.descriptor;
}

async function verdictOf(path: string, anchor: string): Promise<Ended> {
  return runCli(['verify', path, '--anchor', anchor, '--json']);
}

test('signs a profile, so that it verifies under the root of the signer', async () => {
  const { exitCode, out, err, folder } = await sign();
  expect({ exitCode, err }).toEqual({ exitCode: 0, err: '' });
  expect(out.split('\n')[0]).toBe(`wrote ${folder.path('out')}: signed by "Lab Profile Signer", no issues`);
  const verdict = jsonOf(await verdictOf(folder.path('out'), folder.path('signing-root.pem')));
  expect(verdict).toMatchObject({ ok: true, shownAs: 'Verified', profile: { displayName: 'Lab Root' } });
});

test('with --json the document tells where the file is and who signed', async () => {
  const ended = await sign(['--json']);
  expect(ended.err).toBe('');
  expect(jsonOf(ended)).toMatchObject({
    ok: true,
    command: 'sign',
    output: ended.folder.path('out'),
    profile: { container: 'cms', signature: { signer: { name: 'Lab Profile Signer' } }, issues: [] },
  });
});

test('a signed profile goes to a pipe, and not to a terminal', async () => {
  const folder = scratchFolder({ 'lab.mobileconfig': profile, ...files });
  const argv = ['sign', '-', '--sign-key', folder.path('signer.key'), '--sign-cert', folder.path('fullchain.pem')];
  const piped = await runCli(argv, { stdin: profile });
  expect(piped.exitCode).toBe(0);
  expect(piped.stdout[0]).toBe(0x30);
  expect(piped.err).toMatch(/^wrote standard output: signed by "Lab Profile Signer", no issues\n/);
  const shown = await runCli(argv, { stdin: profile, isTerminal: true });
  expect(shown).toMatchObject({ exitCode: 2, out: '' });
  expect(shown.err).toContain('would garble the terminal');
});

describe('the passphrase', () => {
  const withKey = (options: Signing = {}): Signing => ({
    ...options,
    key: 'locked.key',
    files: { 'locked.key': encryptedKey, ...options.files },
  });

  test('comes from a variable', async () => {
    const { exitCode } = await sign(['--passphrase-env', 'SECRET'], withKey({ environment: { SECRET: passphrase } }));
    expect(exitCode).toBe(0);
  });

  test.each([
    ['with a line end', `${passphrase}\n`],
    ['with a line end of Windows', `${passphrase}\r\nnotes\r\n`],
    ['without one', passphrase],
    ['behind a byte order mark', `\ufeff${passphrase}\n`],
  ])('comes from the first line of a file, %s', async (_, content) => {
    const { exitCode } = await sign(['--passphrase-file', './secret'], withKey({ files: { secret: content } }));
    expect(exitCode).toBe(0);
  });

  test('comes from the standard input', async () => {
    for (const option of [
      ['--passphrase-file', '-'],
      ['--passphrase-fd', '0'],
    ]) {
      expect(await sign(option, withKey({ stdin: `${passphrase}\n` }))).toMatchObject({ exitCode: 0 });
    }
  });

  test('comes from a file descriptor', async () => {
    const descriptor = openSync(scratchFolder({ secret: `${passphrase}\n` }).path('secret'), 'r');
    const { exitCode } = await sign(['--passphrase-fd', String(descriptor)], withKey());
    closeSync(descriptor);
    expect(exitCode).toBe(0);
  });

  test('is not waited for on a pipe of the process itself, whose number was given by mistake', async (context) => {
    const own = ownPipe();
    if (own === undefined) context.skip('this process has no pipe of its own');
    const { exitCode, err } = await sign(['--passphrase-fd', String(own)], withKey());
    expect(exitCode).toBe(3);
    expect(err).toContain(`file descriptor ${own}: is not open for reading`);
  });

  test.each<[title: string, argv: string[], options: Signing, exitCode: number, message: string]>([
    ['missing', [], {}, 3, '[ERR_KEY_PASSPHRASE_MISSING]\n  hint: give it with --passphrase-env NAME'],
    ['wrong', ['--passphrase-env', 'A'], { environment: { A: 'SENTINEL-no' } }, 3, '[ERR_KEY_PASSPHRASE_WRONG]'],
    ['in place of a name', ['--passphrase-env', passphrase], {}, 2, 'takes the name of the variable, not its value'],
    ['in place of a number', ['--passphrase-fd', passphrase], {}, 2, '--passphrase-fd takes a number'],
    ['empty variable', ['--passphrase-env', 'A'], { environment: { A: '' } }, 2, 'is not set or empty'],
    ['empty line', ['--passphrase-file', './a'], { files: { a: '\nSENTINEL' } }, 3, 'has an empty first line'],
    ['not UTF-8', ['--passphrase-file', './a'], { files: { a: Buffer.from([0xe4]) } }, 3, 'is not text in UTF-8'],
    ['too long', ['--passphrase-file', './a'], { files: { a: 'a'.repeat(5000) } }, 3, '[ERR_FILE_TOO_LARGE]'],
    ['closed descriptor', ['--passphrase-fd', '9999'], {}, 3, 'file descriptor 9999: is not open for reading'],
    [
      'given twice',
      ['--passphrase-env', 'A', '--passphrase-file', './a'],
      { environment: { A: passphrase }, files: { a: passphrase } },
      2,
      'use either --passphrase-env or --passphrase-file',
    ],
  ])('is refused without being shown: %s', async (_, argv, options, exitCode, message) => {
    for (const json of [[], ['--json']]) {
      const ended = await sign([...argv, ...json], withKey(options));
      expect(ended.exitCode).toBe(exitCode);
      const text = json.length === 0 ? ended.err : JSON.stringify(failureOf(ended));
      if (json.length === 0) expect(text).toContain(message);
      expect(ended.out + ended.err).not.toContain('SENTINEL');
      expect(ended.folder.names()).not.toContain('out');
    }
  });

  test('a wrong one and a damaged key look the same', async () => {
    const wrong = await sign(['--passphrase-env', 'A'], withKey({ environment: { A: 'another' } }));
    const lines = encryptedKey.split('\n');
    const at = lines.length - 3;
    lines[at] = (lines[at] ?? '').replace(/^./, (first) => (first === 'A' ? 'B' : 'A'));
    const damaged = await sign(
      ['--passphrase-env', 'A'],
      withKey({ environment: { A: passphrase }, files: { 'locked.key': lines.join('\n') } }),
    );
    const end = ({ err }: Ended): string => err.slice(err.indexOf('locked.key'));
    expect(end(damaged)).toBe(end(wrong));
  });
});

describe('a PKCS#12 file', () => {
  const pkcs12 = pkcs12File({ key: signer.key, certificates: [signer.certificate], password: passphrase });
  const run = async (argv: readonly string[], environment: Surroundings['environment'] = {}) => {
    const folder = scratchFolder({ 'lab.mobileconfig': profile, 'signer.p12': pkcs12, ...files });
    const given = argv.map((word) => (word.startsWith('./') ? folder.path(word.slice(2)) : word));
    const all = ['sign', folder.path('lab.mobileconfig'), '-o', folder.path('out'), ...given];
    return { ...(await runCli(all, { environment })), folder };
  };

  test('signs with its key and certificates', async () => {
    const argv = ['--sign-p12', './signer.p12', '--sign-chain', './fullchain.pem', '--passphrase-env', 'A'];
    const { exitCode, out } = await run(argv, { A: passphrase });
    expect(exitCode).toBe(0);
    expect(out).toContain('also in the file  Lab Signing CA, Lab Signing Root');
  });

  test('opens with the right passphrase only, and shows none', async () => {
    const wrong = await run(['--sign-p12', './signer.p12', '--passphrase-env', 'A'], { A: 'SENTINEL-no' });
    const none = await run(['--sign-p12', './signer.p12']);
    expect([wrong.exitCode, none.exitCode]).toEqual([3, 3]);
    const end = ({ err }: Ended): string => err.slice(err.indexOf('signer.p12'));
    expect(end(wrong)).toBe(end(none));
    expect(wrong.err).toContain('[ERR_PKCS12_UNREADABLE]');
    expect(wrong.err).not.toContain('SENTINEL');
  });

  test('is not given together with a key', async () => {
    const { exitCode, err } = await run(['--sign-p12', './signer.p12', '--sign-key', './signer.key']);
    expect(exitCode).toBe(2);
    expect(err).toContain('leave out --sign-key and --sign-cert');
  });
});

test.each<[title: string, options: Signing, exitCode: number, message: string]>([
  [
    'a key of another certificate',
    { files: { 'signer.key': testKey('p384').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString() } },
    3,
    'the private key does not belong to "Lab Profile Signer", "Lab Signing CA", "Lab Signing Root" [ERR_KEY_MISMATCH]',
  ],
  [
    'a certificate as key',
    { key: 'signer.pem' },
    3,
    '[ERR_KEY_IS_OTHER]\n  hint: give the private key with --sign-key',
  ],
  ['a key as certificate', { certificate: 'signer.key' }, 3, '[ERR_CERTIFICATE_IS_KEY]'],
  ['a key that is missing', { key: 'missing.key' }, 3, 'missing.key: does not exist [ERR_FILE_MISSING]'],
  ['an empty profile', { files: { 'lab.mobileconfig': '' } }, 3, 'lab.mobileconfig: '],
  ['a certificate as profile', { files: { 'lab.mobileconfig': files['signer.pem'] } }, 3, '[ERR_PLIST_FORMAT]'],
  [
    'a profile with errors',
    { files: { 'lab.mobileconfig': wifiProfile().replace('Configuration', 'Configuratio') } },
    1,
    'lab.mobileconfig: refused, 1 error',
  ],
])('signs nothing and writes nothing with %s', async (_, options, exitCode, message) => {
  const ended = await sign([], options);
  expect(ended.exitCode).toBe(exitCode);
  expect(ended.out).toBe('');
  expect(ended.err).toContain(message);
  expect(ended.err).not.toContain(files['signer.key'].split('\n')[1]);
  expect(ended.folder.names()).not.toContain('out');
});

test('a signed profile is not signed once more', async () => {
  const { folder } = await sign();
  const again = await sign([], { files: { 'lab.mobileconfig': readFileSync(folder.path('out')) } });
  expect(again.exitCode).toBe(3);
  expect(again.err).toContain(
    'the profile is signed already [ERR_PROFILE_ALREADY_SIGNED]\n  hint: sign the unsigned one',
  );
});

test('an expired signer is refused unless it is allowed', async () => {
  const { certificate } = signerChain('p256', { signer: { notAfter: daysFromToday(-1) } });
  const expired = { files: { 'fullchain.pem': certificate.pem } };
  const refused = await sign([], expired);
  expect(refused.exitCode).toBe(1);
  expect(refused.err).toMatch(
    /\[signer-expired\]\n {2}hint: renew the certificate of the signer, or add --allow-expired/,
  );
  expect(refused.folder.names()).not.toContain('out');
  for (const argv of [['--allow-expired'], ['--rule', 'signer-expired=warning']]) {
    const allowed = await sign(argv, expired);
    expect(allowed.exitCode).toBe(0);
    expect(allowed.out).toMatch(/warning: the signer "Lab Profile Signer" expired on .* \[signer-expired\]/);
  }
});

test('warns when the chain of the signer is incomplete', async () => {
  const { exitCode, out } = await sign([], { certificate: 'signer.pem' });
  expect(exitCode).toBe(0);
  expect(out.split('\n')[0]).toMatch(/, 1 warning$/);
  expect(out).toMatch(/^warning: .*\[signer-include-chain\]\n {2}hint: .*--sign-chain/m);
  expect((await sign(['--sign-chain', './fullchain.pem'], { certificate: 'signer.pem' })).out).toContain(
    ', no issues\n',
  );
});

test('a profile with secrets is written for its owner only, and none of them is shown', async () => {
  const secret = await sign([], { files: { 'lab.mobileconfig': wifiProfile() } });
  const json = await sign(['--json'], { files: { 'lab.mobileconfig': wifiProfile() } });
  const plain = await sign();
  expect([secret.exitCode, json.exitCode, plain.exitCode]).toEqual([0, 0, 0]);
  const mode = ({ folder }: typeof plain, name = 'out'): number => statSync(folder.path(name)).mode & 0o777;
  // What the umask leaves of 0666, which is the mode of any new file.
  const usual = mode(plain, 'signer.pem');
  expect(mode(secret)).toBe(0o600 & usual);
  expect(mode(plain)).toBe(0o644 & usual);
  for (const { out, err } of [secret, json]) expect(out + err).not.toContain(wifiPassword);
});

test('a signer whose names could steer a terminal is shown escaped', async () => {
  const subject = 'Signer\u001b]0;x\u0007\nwrote nothing';
  const authority = rootCA({ subject: 'CA\u202e\n', key: testKey('p256', 3) });
  const { pem } = leaf(authority, { subject, key: testKey('p256') });
  const { exitCode, out } = await sign([], { files: { 'fullchain.pem': pem } });
  expect(exitCode).toBe(0);
  expect(out.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}]/u);
  expect(out.match(/^wrote /gm)).toHaveLength(1);
});
