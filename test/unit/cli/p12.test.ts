import { statSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readPkcs12 } from '../../../src/pki/pkcs12.js';
import { modernPkcs12, oldPkcs12, pkcs12File, type Pkcs12FileOptions } from '../../support/pkcs12-file.js';
import { failureOf, jsonOf, runCli, scratchFolder, type Ended, type Surroundings } from './command-line.js';
import { signer } from './lab.js';

const password = 'SENTINEL-p12';
const environment = { P12: password, NEW: 'SENTINEL-new', WRONG: 'SENTINEL-wrong' };
const opened = ['--passphrase-env', 'P12'];

function file(options: Pkcs12FileOptions = {}): Uint8Array {
  const { key, certificate, chain } = signer;
  return pkcs12File({
    key,
    certificates: [certificate, ...chain],
    password,
    iterations: 2,
    friendlyName: 'Anna',
    ...options,
  });
}

interface Ran extends Ended {
  readonly folder: ReturnType<typeof scratchFolder>;
}

/** Runs `profilewright p12 mail.p12 ...`; names that begin with `./` are in the folder of the file. Nothing may show a password. */
async function p12(
  argv: readonly string[],
  bytes: Uint8Array = file(oldPkcs12),
  around: Surroundings = {},
): Promise<Ran> {
  const folder = scratchFolder({ 'mail.p12': bytes, secret: `${password}\n` });
  const placed = argv.map((argument) => (argument.startsWith('./') ? folder.path(argument.slice(2)) : argument));
  const ended = await runCli(['p12', folder.path('mail.p12'), ...placed], { environment, ...around });
  expect(ended.err + Buffer.from(ended.stdout).toString('latin1')).not.toContain('SENTINEL');
  return { ...ended, folder };
}

const linesOf = ({ out }: Ended): string[] => out.split('\n').map((line) => line.replace(/^\S*mail\.p12: /, ''));

describe('profilewright p12', () => {
  test('says what can be seen from outside, and that there is more', async () => {
    const ended = await p12([], file(modernPkcs12));
    expect({ exitCode: ended.exitCode, err: ended.err }).toEqual({ exitCode: 0, err: '' });
    const lines = linesOf(ended);
    expect(lines[0]).toBe(
      'imported by iOS 18.0, macOS 15.0, tvOS 18.0, watchOS 11.0, visionOS 2.0 and later, 2 warnings',
    );
    expect(lines.slice(lines.indexOf('PKCS#12, seen from outside'), -1)).toEqual([
      'PKCS#12, seen from outside',
      '├─ MAC: HMAC-SHA-256, 2 iterations',
      '├─ AES-256-CBC with PBKDF2-HMAC-SHA-256, 2 iterations',
      '├─ not encrypted: 1 bag',
      '│  └─ private key, AES-256-CBC with PBKDF2-HMAC-SHA-256, 2 iterations, friendlyName "Anna", localKeyID 010203',
      '└─ more can be seen with the password',
    ]);
  });

  test('says everything with the passphrase', async () => {
    const ended = await p12(opened);
    const lines = linesOf(ended);
    expect(lines[0]).toBe('imported by iOS 4.0, macOS 10.7, tvOS 9.0, watchOS 3.0, visionOS 1.0 and later, 1 remark');
    expect(ended.out).toContain('│  ├─ certificate "Lab Profile Signer", friendlyName "Anna", localKeyID 010203');
    expect(ended.out).toContain('└─ identity "Anna"');
    expect(ended.out).toContain('└─ chain  "Lab Signing CA", "Lab Signing Root"');
  });

  test('judges for one system, and ends with 1 when that does not import the file', async () => {
    const old = await p12(['--ios', '17.4'], file(modernPkcs12));
    expect(old.exitCode).toBe(1);
    expect(old.out).toMatch(
      /error: only iOS 18, .* \[p12-pbes2-min-os\]\n {2}hint: .*`profilewright p12 FILE --convert any`/,
    );
    expect((await p12(['--macos', '15'], file(modernPkcs12))).exitCode).toBe(0);
    expect((await p12(['--ios', '17.4', '--rule', 'p12-pbes2-min-os=off'], file(modernPkcs12))).exitCode).toBe(0);
  });

  test('opens a file with the empty password by itself, and says that it is empty', async () => {
    const ended = await p12([], file({ ...oldPkcs12, password: '' }));
    expect(ended.out).toContain('[p12-password]');
    expect(ended.out).toContain('PKCS#12, opened');
  });

  test('says why it was not opened', async () => {
    const ended = await p12(opened, file({ ...oldPkcs12, mac: 'none' }));
    expect(ended.exitCode).toBe(1);
    expect(ended.out).toContain('imported by no system');
    expect(ended.out).toContain('not opened: the PKCS#12 file has no MAC');
  });

  test('--json is the report', async () => {
    expect(jsonOf(await p12([...opened, '--json']))).toMatchObject({
      ok: true,
      command: 'p12',
      pkcs12: {
        isOpen: true,
        keys: 1,
        identity: { friendlyName: 'Anna' },
        imports: [{ os: 'iOS', from: '4.0' }, {}, {}, {}, {}],
      },
    });
  });

  test.each<[title: string, argv: string[], bytes: Uint8Array, exitCode: number, message: string]>([
    ['a wrong passphrase', ['--passphrase-env', 'WRONG'], file(), 3, '[ERR_PKCS12_UNREADABLE]'],
    ['a file that is cut', opened, file().subarray(0, 100), 3, '[ERR_PKCS12_MALFORMED]'],
    ['a certificate', [], signer.certificate.der, 3, 'it is a certificate'],
    ['an option for writing', ['-o', './x'], file(), 2, '--output is given, and nothing is to be written'],
    ['a switch for writing', ['--without-chain'], file(), 2, 'add --convert any or --convert ios18'],
    ['a form that there is not', ['--convert', 'pem'], file(), 2, '--convert pem is not known'],
    ['a conversion without passphrase', ['--convert', 'any'], file(), 2, 'no passphrase is given'],
    ['a passphrase among the arguments', ['--password', 'SENTINEL'], file(), 2, 'every user of this machine'],
  ])('refuses %s', async (_, argv, bytes, exitCode, message) => {
    const ended = await p12(argv, bytes);
    expect({ exitCode: ended.exitCode, out: ended.out }).toEqual({ exitCode, out: '' });
    expect(ended.err).toContain(message);
  });

  test('refuses in JSON too', async () => {
    const ended = await p12(['--passphrase-env', 'WRONG', '--json']);
    expect(failureOf(ended)).toMatchObject({ code: 'ERR_PKCS12_UNREADABLE', details: {} });
  });
});

describe('profilewright p12 --convert', () => {
  test('writes a file for its owner only, and judges it', async () => {
    const ended = await p12([...opened, '--convert', 'any', '-o', './new.p12'], file(modernPkcs12));
    expect(ended.exitCode).toBe(0);
    expect(ended.out).toMatch(/^wrote \S*new\.p12: imported by iOS 4\.0, .*, 1 remark\n/);
    const path = ended.folder.path('new.p12');
    expect(statSync(path).mode & 0o077).toBe(0);
    expect(readPkcs12(readFileSync(path), { password }).key.equals(signer.key)).toBe(true);
  });

  test('takes another passphrase, and leaves out the chain', async () => {
    const argv = [
      '--passphrase-file',
      './secret',
      '--new-passphrase-env',
      'NEW',
      '--convert',
      'ios18',
      '--without-chain',
    ];
    const ended = await p12([...argv, '-o', './new.p12', '--json']);
    expect(jsonOf(ended)).toMatchObject({ output: ended.folder.path('new.p12'), pkcs12: { certificates: 1 } });
    const content = readPkcs12(readFileSync(ended.folder.path('new.p12')), { password: environment.NEW });
    expect(content.certificates).toHaveLength(1);
  });

  test('gives a file without a password one', async () => {
    const bytes = file({ ...oldPkcs12, password: '' });
    const ended = await p12(['--new-passphrase-env', 'NEW', '--convert', 'any', '-o', './new.p12'], bytes);
    expect(ended.exitCode).toBe(0);
    expect(() => readPkcs12(readFileSync(ended.folder.path('new.p12')), { password: environment.NEW })).not.toThrow();
  });

  test('of a file without a password asks for one for the new file, not for one that there is not', async () => {
    const ended = await p12(['--convert', 'any'], file({ ...oldPkcs12, password: '' }));
    expect(ended.exitCode).toBe(2);
    expect(ended.err).toContain('--new-passphrase-env, --new-passphrase-file, --new-passphrase-fd');
  });

  test('goes to a pipe, and not to a terminal', async () => {
    const argv = [...opened, '--convert', 'ios18', '-o', '-'];
    const piped = await p12(argv);
    expect(piped.stdout[0]).toBe(0x30);
    expect(piped.err).toMatch(/^wrote standard output: imported by iOS 18\.0/);
    const shown = await p12(argv, file(), { isTerminal: true });
    expect(shown).toMatchObject({ exitCode: 2, out: '' });
    expect(shown.err).toContain('would garble the terminal');
  });
});
