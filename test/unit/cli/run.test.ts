import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { rootCA } from '../../support/authorities.js';
import { failureOf, jsonOf, runCli, scratchFolder } from './command-line.js';

/** Controls, and what changes how the text around it is shown. */
const hazards = /[\p{Cc}\p{Cf}]/u;
const commands = ['root-ca', 'sign', 'verify', 'inspect', 'doctor', 'schema'] as const;

test.each([['--help'], ['-h'], ['help']])('%s lists the commands, with an example of each', async (word) => {
  const { exitCode, out, err } = await runCli([word]);
  expect(exitCode).toBe(0);
  expect(err).toBe('');
  for (const command of commands) expect(out).toContain(`profilewright ${command} `);
});

test.each(commands)('help %s and %s --help are the same text', async (command) => {
  const asked = await runCli(['help', command]);
  expect(asked).toMatchObject({ exitCode: 0, err: '' });
  expect(asked.out).toMatch(/^\s+--json /m);
  expect(asked.out).toMatch(/^exit codes: 0 fine/m);
  expect((await runCli([command, '--help'])).out).toBe(asked.out);
});

test.each([['--version'], ['-V']])('%s prints the version of the package', async (word) => {
  const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
  expect(await runCli([word])).toMatchObject({ exitCode: 0, out: `${manifest.version}\n`, err: '' });
});

test.each<[title: string, argv: string[], message: string, hint: string]>([
  ['no command', [], 'no command is given', 'profilewright --help'],
  ['an unknown command', ['qrcode'], 'no command is called "qrcode"', 'see `profilewright --help`'],
  ['a misspelt command', ['rootca', 'ca.pem'], 'no command is called "rootca"', 'did you mean root-ca?'],
  ['help for an unknown command', ['help', 'nope'], 'no command is called "nope"', 'see `profilewright --help`'],
  ['an option in front', ['--force', 'root-ca'], '"--force" stands where a command belongs', 'put options behind it'],
  ['an unknown option', ['inspect', '--frobnicate'], 'unknown option "--frobnicate"', 'profilewright inspect --help'],
  ['a misspelt option', ['sign', '--sing-key', 'k'], 'unknown option "--sing-key"', 'did you mean --sign-key?'],
  ['half an option', ['root-ca', '--key', 'k'], 'unknown option "--key"', 'did you mean --sign-key?'],
  ['an unknown letter', ['root-ca', '-x'], 'unknown option "-x"', 'profilewright root-ca --help'],
  ['no value', ['root-ca', 'ca.pem', '-o'], '-o needs a value', 'write -o FILE'],
  ['an option as value', ['root-ca', '--name', '--force'], '--name needs a value', '--name=TEXT when it begins'],
  ['an empty value', ['root-ca', '--name='], '--name needs a value', 'write --name TEXT'],
  ['a value for a switch', ['root-ca', '--force=yes'], '--force takes no value', 'profilewright root-ca --help'],
  ['an option twice', ['root-ca', '--name', 'a', '--name', 'b'], '--name is given twice', 'root-ca --help'],
  ['an empty file name', ['inspect', ''], 'an argument is empty', 'a variable of the shell'],
  ['an empty name among others', ['validate', 'a', ''], 'an argument is empty', 'a variable of the shell'],
  ['no certificate', ['root-ca'], 'no certificate is given', 'profilewright root-ca ca.pem'],
  ['no profile', ['sign'], 'no file is given', 'profilewright sign FILE'],
  ['two profiles', ['inspect', 'a', 'b'], '2 files are given', 'profilewright inspect FILE'],
  ['no signer', ['sign', 'a'], 'no signer is given', '--sign-key and --sign-cert'],
  ['a time that is none', ['inspect', 'a', '--at', 'noon'], '--at noon is not a time', '2030-01-31'],
  ['a day that is none', ['inspect', 'a', '--at', '2030-02-31'], '--at 2030-02-31 is not a time', '2030-01-31'],
  ['an hour that is none', ['inspect', 'a', '--at', '2030-01-31T24:00Z'], 'is not a time', '2030-01-31'],
  [
    'a rule without level',
    ['inspect', 'a', '--rule', 'root-expired'],
    'is not CODE=LEVEL',
    'error, warning, info or off',
  ],
  [
    'an unknown level',
    ['inspect', 'a', '--rule', 'root-expired=no'],
    'is not CODE=LEVEL',
    'error, warning, info or off',
  ],
  ['a misspelt rule', ['inspect', 'a', '--rule', 'root-expird=off'], 'no rule is called', 'did you mean root-expired?'],
])('tells what is wrong with the usage: %s', async (_, argv, message, hint) => {
  const { exitCode, out, err } = await runCli(argv);
  expect(exitCode).toBe(2);
  expect(out).toBe('');
  const [first, second] = err.split('\n');
  expect(first).toMatch(/^error: .* \[ERR_USAGE\]$/);
  expect(first).toContain(message);
  expect(second).toMatch(/^ {2}hint: /);
  expect(second).toContain(hint);
});

test.each([['--passphrase'], ['--password'], ['--pass'], ['--sign-pass'], ['--pw'], ['--secret']])(
  'refuses %s, and does not repeat the secret behind it',
  async (option) => {
    for (const argv of [[`${option}=SENTINEL`], [option, 'SENTINEL']]) {
      const { exitCode, out, err } = await runCli(['sign', 'a', ...argv]);
      expect(exitCode).toBe(2);
      expect(err).toContain(`${option} is refused: every user of this machine can read the arguments`);
      expect(err).toContain('--passphrase-env NAME, --passphrase-file FILE or --passphrase-fd NUMBER');
      expect(out + err).not.toContain('SENTINEL');
    }
  },
);

test('what is behind -- is a file, whatever it begins with', async () => {
  const { exitCode, err } = await runCli(['inspect', '--', '--json']);
  expect(exitCode).toBe(3);
  expect(err).toMatch(/^error: --json: does not exist/);
});

test('with --json an error is one document on the standard output', async () => {
  const ended = await runCli([
    'sign',
    '--json',
    'missing.mobileconfig',
    '--sign-key',
    'missing.key',
    '--sign-cert',
    'c',
  ]);
  expect(ended).toMatchObject({ exitCode: 3, err: '' });
  expect(jsonOf(ended)).toMatchObject({ ok: false, exitCode: 3 });
  expect(failureOf(ended)).toMatchObject({ code: 'ERR_FILE_MISSING', file: 'missing.key', message: 'does not exist' });
});

test('what could steer a terminal is escaped, in arguments and in the names of files', async () => {
  const bad = '\u001b]0;owned\u0007\u202e\nerror: none';
  const folder = scratchFolder({ 'empty.pem': '' });
  for (const argv of [
    [bad],
    ['inspect', bad],
    ['inspect', `--${bad}`],
    ['inspect', 'a', '--rule', bad],
    ['help', bad],
  ]) {
    const { err } = await runCli(argv);
    expect(err.replaceAll('\n', '')).not.toMatch(hazards);
    expect(err.match(/^error: /gm)).toHaveLength(1);
    const json = await runCli([...argv, '--json']);
    expect((json.out + json.err).replaceAll('\n', '')).not.toMatch(hazards);
  }
  const written = folder.path(`\u001b[31m\nwrote nothing`);
  const { out } = await runCli(['root-ca', '-', '-o', written], { stdin: rootCA().pem });
  expect(out.split('\n')[0]).toContain('\\u{1B}[31m\\u{A}wrote nothing: not signed');
});

test('a bug ends with 70 and tells its name and its way, not its message', async () => {
  const folder = scratchFolder({ 'a.pem': rootCA().pem });
  const argv = ['sign', 'a', '--sign-key', folder.path('a.pem'), '--sign-cert', folder.path('a.pem')];
  const environment = {
    get NAME(): string {
      throw new RangeError('SENTINEL');
    },
  };
  const text = await runCli([...argv, '--passphrase-env', 'NAME'], { environment });
  expect(text.exitCode).toBe(70);
  expect(text.out).toBe('');
  expect(text.err).toMatch(
    /^error: a bug in profilewright: RangeError \[ERR_BUG\]\n {2}hint: please report it.*\n\s+at /,
  );
  const json = await runCli([...argv, '--passphrase-env', 'NAME', '--json'], { environment });
  expect(json).toMatchObject({ exitCode: 70, err: '' });
  expect(failureOf(json)).toMatchObject({ code: 'ERR_BUG' });
  expect(text.err + json.out).not.toContain('SENTINEL');
});

test('a reader that has gone is no error, a full disk behind the standard output is one', async () => {
  const stdin = rootCA().pem;
  const gone = await runCli(['root-ca', '-'], { stdin, stdoutError: 'EPIPE' });
  expect(gone.exitCode).toBe(0);
  for (const json of [[], ['--json']]) {
    const folder = scratchFolder();
    const output = json.length === 0 ? '-' : folder.path('a.mobileconfig');
    const full = await runCli(['root-ca', '-', '-o', output, ...json], { stdin, stdoutError: 'ENOSPC' });
    expect(full.exitCode).toBe(3);
    expect(full.err).toMatch(/^error: standard output: cannot be written \(ENOSPC\) \[ERR_FILE_WRITE\]\n {2}hint: /);
  }
});
