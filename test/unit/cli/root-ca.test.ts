import { X509Certificate } from 'node:crypto';
import { mkdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { intermediateCA, leaf, rootCA, signerChain } from '../../support/authorities.js';
import { certificateRequest } from '../../support/certificate-request.js';
import { pem, pemBundle } from '../../support/pem.js';
import { pkcs12File } from '../../support/pkcs12-file.js';
import { testKey } from '../../support/test-key.js';
import { daysFromToday } from '../../support/time-value.js';
import { failureOf, jsonOf, runCli, scratchFolder } from './command-line.js';

const root = rootCA({ subject: 'Lab Root' });
const other = rootCA({ subject: 'Other Root', key: testKey('p256', 1) });
const signer = signerChain('p256');

/** The certificates in a profile, by the base64 that stands in its <data>. */
function embedded(profile: string): string[] {
  const bodies = [...profile.matchAll(/<data>([^<]*)<\/data>/g)].map(([, body = '']) => Buffer.from(body, 'base64'));
  return bodies.map((der) => new X509Certificate(der).fingerprint256);
}

const fingerprint = ({ der }: { readonly der: Uint8Array }): string => new X509Certificate(der).fingerprint256;

test('writes the profile, and says first what became of it and last how to trust it', async () => {
  const folder = scratchFolder({ 'ca.pem': root.pem });
  const output = folder.path('lab.mobileconfig');
  const { exitCode, out, err } = await runCli(['root-ca', folder.path('ca.pem'), '-o', output]);
  expect({ exitCode, err }).toEqual({ exitCode: 0, err: '' });
  expect(embedded(readFileSync(output, 'utf8'))).toEqual([fingerprint(root)]);
  expect(folder.names()).toEqual(['ca.pem', 'lab.mobileconfig']);
  const lines = out.trimEnd().split('\n');
  expect(lines[0]).toBe(`wrote ${output}: not signed, no issues`);
  expect(lines).toContain('   └─ com.apple.security.root "Lab Root"');
  expect(out).toContain('not signed: the device shows "Not Signed"');
  expect(lines.at(-2)).toContain('Settings › General › About › Certificate Trust Settings');
  expect(lines.at(-1)).toContain('switch on "Lab Root"');
});

test('takes several files and a bundle, and merges what is there twice', async () => {
  const folder = scratchFolder({ 'a.pem': root.pem, 'b.cer': other.der, 'all.pem': pemBundle(root, other) });
  const files = ['a.pem', 'b.cer', 'all.pem'].map(folder.path);
  const { exitCode } = await runCli(['root-ca', ...files, '-o', folder.path('out')]);
  expect(exitCode).toBe(0);
  const found = embedded(readFileSync(folder.path('out'), 'utf8'));
  expect(found.sort()).toEqual([fingerprint(root), fingerprint(other)].sort());
});

test('reads the standard input, writes to the standard output, and tells people on the standard error', async () => {
  const { exitCode, out, err } = await runCli(['root-ca', '-'], { stdin: root.pem });
  expect(exitCode).toBe(0);
  expect(out.startsWith('<?xml')).toBe(true);
  expect(embedded(out)).toEqual([fingerprint(root)]);
  expect(err.split('\n')[0]).toBe('wrote standard output: not signed, no issues');
});

test('the options stand in the profile as they were given', async () => {
  const argv = ['root-ca', '-', '--identifier', 'org.example.ca', '--name', 'Our <CA> & Co', '--organization=Ö', '-o-'];
  const { out } = await runCli([...argv, '--description', '-'], { stdin: root.pem });
  for (const text of ['org.example.ca', 'Our &lt;CA&gt; &amp; Co', 'Ö', '-']) {
    expect(out).toContain(`<string>${text}</string>`);
  }
});

test('--json is one document with the profile and the guide', async () => {
  const folder = scratchFolder({ 'ca.pem': root.pem });
  const output = folder.path('lab.mobileconfig');
  const ended = await runCli(['root-ca', folder.path('ca.pem'), '-o', output, '--json']);
  expect(ended).toMatchObject({ exitCode: 0, err: '' });
  expect(jsonOf(ended)).toMatchObject({
    ok: true,
    exitCode: 0,
    command: 'root-ca',
    output,
    profile: { container: 'xml', displayName: 'Lab Root', payloads: [{ type: 'com.apple.security.root' }], issues: [] },
    guide: { title: 'On the iPhone' },
  });
});

test('the steps are in the language that is asked for', async () => {
  const { exitCode, err } = await runCli(['root-ca', '-', '--language', 'de'], { stdin: root.pem });
  expect(exitCode).toBe(0);
  expect(err.trimEnd().split('\n').at(-1)).toContain('den Schalter von „Lab Root“ einschalten');
  expect((await runCli(['root-ca', '-', '--language', 'fr'], { stdin: root.pem })).exitCode).toBe(2);
});

test('--json and the profile do not share the standard output', async () => {
  const ended = await runCli(['root-ca', '-', '--json'], { stdin: root.pem });
  expect(ended).toMatchObject({ exitCode: 2, err: '' });
  expect(failureOf(ended)).toMatchObject({ code: 'ERR_USAGE', hint: 'name a file with -o' });
});

test('the standard input can be named once', async () => {
  const { exitCode, err } = await runCli(['root-ca', '-', '-'], { stdin: root.pem });
  expect(exitCode).toBe(2);
  expect(err).toContain('the standard input is named twice');
});

test('signs when a signer is named, with its chain and its time', async () => {
  const [intermediate, signingRoot] = signer.chain;
  const folder = scratchFolder({
    'ca.pem': root.pem,
    'signer.key': signer.keyPem,
    'signer.pem': signer.certificate.pem,
    'chain.pem': pemBundle(signingRoot, intermediate),
  });
  const argv = ['root-ca', folder.path('ca.pem'), '-o', folder.path('out'), '--sign-key', folder.path('signer.key')];
  const chain = ['--sign-cert', folder.path('signer.pem'), '--sign-chain', folder.path('chain.pem')];
  const noon = `${daysFromToday(1).toISOString().slice(0, 10)}T12:00Z`;
  const { exitCode, out } = await runCli([...argv, ...chain, '--signing-time', noon]);
  expect(exitCode).toBe(0);
  expect(out.split('\n')[0]).toMatch(/: signed by "Lab Profile Signer", no issues$/);
  expect(out).toContain('also in the file  Lab Signing CA, Lab Signing Root');
  expect(out).toContain(`signed at         ${noon.replace('T12:00Z', ' 12:00:00 UTC')}`);
});

test.each([['sign-chain'], ['passphrase-env'], ['passphrase-file'], ['passphrase-fd'], ['signing-time']])(
  '--%s without a signer is wrong usage',
  async (option) => {
    const { exitCode, err } = await runCli(['root-ca', '-', `--${option}`, '2030-01-31'], { stdin: root.pem });
    expect(exitCode).toBe(2);
    expect(err).toContain(`--${option} is given without a signer`);
  },
);

describe('what is no certificate is named, with its file', () => {
  const files = {
    'missing.pem': undefined,
    'empty.pem': '',
    'text.pem': 'hello',
    'path.pem': '/etc/ssl/ca.pem\n',
    'key.pem': signer.keyPem,
    'bundle.pem': root.pem + signer.keyPem,
    'cut.pem': root.pem.slice(0, -30),
    'signer.p12': pkcs12File({ key: signer.key, certificates: [root] }),
    'request.csr': pem('CERTIFICATE REQUEST', certificateRequest()),
    'trailing.cer': Buffer.concat([root.der, Buffer.from('x')]),
  } as const;
  test.each<[keyof typeof files, code: string]>([
    ['missing.pem', 'ERR_FILE_MISSING'],
    ['empty.pem', 'ERR_INPUT_EMPTY'],
    ['text.pem', 'ERR_CERTIFICATE_UNREADABLE'],
    ['path.pem', 'ERR_INPUT_IS_PATH'],
    ['key.pem', 'ERR_CERTIFICATE_IS_KEY'],
    ['bundle.pem', 'ERR_CERTIFICATE_IS_KEY'],
    ['cut.pem', 'ERR_PEM_MALFORMED'],
    ['signer.p12', 'ERR_CERTIFICATE_IS_PKCS12'],
    ['request.csr', 'ERR_CERTIFICATE_IS_CSR'],
    ['trailing.cer', 'ERR_CERTIFICATE_TRAILING_BYTES'],
  ])('%s: %s', async (name, code) => {
    const content = files[name];
    const folder = scratchFolder({ 'good.pem': root.pem, ...(content === undefined ? {} : { [name]: content }) });
    const argv = ['root-ca', folder.path('good.pem'), folder.path(name), '-o', folder.path('out')];
    const { exitCode, out, err } = await runCli(argv);
    expect(exitCode).toBe(3);
    expect(out).toBe('');
    expect(err.startsWith(`error: ${folder.path(name)}: `)).toBe(true);
    expect(err).toMatch(new RegExp(`\\[${code}\\]\\n {2}hint: \\S`));
    expect(err).not.toContain(signer.keyPem.split('\n')[1]);
    expect(folder.names()).not.toContain('out');
  });

  test('a folder', async () => {
    const folder = scratchFolder();
    mkdirSync(folder.path('certificates'));
    const { exitCode, err } = await runCli(['root-ca', folder.path('certificates')]);
    expect(exitCode).toBe(3);
    expect(err).toContain('certificates: is a folder, not a file [ERR_FILE_KIND]\n  hint: name the file in it');
  });
});

describe('what is not fit to be a root', () => {
  test('is refused with all issues and the file to blame, and nothing is written', async () => {
    const folder = scratchFolder({
      'good.pem': root.pem,
      'server.pem': leaf(intermediateCA(root), { key: 'rsa-1024' }).pem,
    });
    const argv = ['root-ca', folder.path('good.pem'), folder.path('server.pem'), '-o', folder.path('out')];
    const { exitCode, out, err } = await runCli(argv);
    expect(exitCode).toBe(1);
    expect(out).toBe('');
    const lines = err.split('\n');
    expect(lines[0]).toMatch(/^error: \S+server\.pem: refused, 4 errors \[ERR_PROFILE_INVALID\]$/);
    expect(err).toContain(
      '[root-not-self-signed]\n  hint: pass the self-signed certificate of "Lab Intermediate" in its place',
    );
    // Their hint is the same, and stands there once.
    for (const code of ['root-ca-flag', 'root-ku-certsign']) expect(err).toContain(`[${code}]\nerror: `);
    expect(folder.names()).toEqual(['good.pem', 'server.pem']);
    const json = await runCli([...argv, '--json']);
    expect(json.exitCode).toBe(1);
    expect(failureOf(json)).toMatchObject({ code: 'ERR_PROFILE_INVALID', file: folder.path('server.pem') });
    expect(failureOf(json)['issues']).toHaveLength(4);
  });

  test('depends on the time, which --at sets, and on the levels, which --rule sets', async () => {
    const after = daysFromToday(4000).toISOString().slice(0, 10);
    const refused = await runCli(['root-ca', '-', '--at', after], { stdin: root.pem });
    expect(refused.exitCode).toBe(1);
    expect(refused.err).toContain('[root-expired]');
    const allowed = await runCli(['root-ca', '-', '--at', after, '--rule', 'root-expired=warning'], {
      stdin: root.pem,
    });
    expect(allowed.exitCode).toBe(0);
    expect(allowed.err).toMatch(
      /^wrote standard output: not signed, 1 warning\n\nwarning: .*\[root-expired\]\n {2}hint: /,
    );
  });
});

test('an option with a character that XML cannot carry is wrong usage', async () => {
  const { exitCode, err } = await runCli(['root-ca', '-', '--name', 'a\u0001'], { stdin: root.pem });
  expect(exitCode).toBe(2);
  expect(err).toMatch(
    /^error: .*\[ERR_PLIST_VALUE\]\n {2}hint: leave out control characters; a number has to be finite, and a whole one below 2\^53\n$/,
  );
});

test('a name that could steer a terminal is shown escaped, and stands in the profile as it is', async () => {
  const subject = 'Root\u202e\u001b[31m\nerror: fake';
  const { out, err } = await runCli(['root-ca', '-'], { stdin: rootCA({ subject }).pem });
  expect(embedded(out)).toHaveLength(1);
  expect(err.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}]/u);
  expect(err).not.toMatch(/^error: fake/m);
  expect(err).toContain('Root\\u{202E}\\u{1B}[31m\\u{A}error: fake');
});
