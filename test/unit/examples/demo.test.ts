import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parseProfile, readCertificates, verifyProfile } from 'profilewright';
import { runDemo } from '../../../examples/demo.js';
import { leaf, rootCA } from '../../support/authorities.js';
import { temporaryFolder } from './temporary-folder.js';

async function run(folder: string, file?: string): Promise<{ exitCode: number; lines: string[]; text: string }> {
  const lines: string[] = [];
  const exitCode = await runDemo({ file, folder: join(folder, 'out'), print: (line) => lines.push(line) });
  return { exitCode, lines, text: lines.join('\n') };
}

function writeCertificate(folder: string, pem: string): string {
  const file = join(folder, 'ca.pem');
  writeFileSync(file, pem);
  return file;
}

const shown = /^ {2}(A device that trusts|Any other device).* shows: (Verified|Not Verified)\.$/gm;
const verdicts = (text: string) => [...text.matchAll(shown)].map(([, who, verdict]) => [who, verdict]);

test('the demo makes a lab root, shows it whole, and writes both files', async () => {
  const folder = temporaryFolder();
  const { exitCode, lines, text } = await run(folder);
  expect(exitCode).toBe(0);
  expect(lines.filter((line) => /^\S/.test(line))).toEqual([
    'The certificate',
    'The profile',
    'The signature',
    'The files',
    'On the iPhone',
  ]);
  expect(readdirSync(join(folder, 'out'))).toEqual(['lab-root-ca-signed.mobileconfig', 'lab-root-ca.mobileconfig']);
  const [signed, unsigned] = ['-signed', ''].map((suffix) =>
    readFileSync(join(folder, 'out', `lab-root-ca${suffix}.mobileconfig`)),
  );
  const payload = parseProfile(unsigned!).payloads[0]!;
  expect(payload.type).toBe('com.apple.security.root');
  const anchors = readCertificates(payload.content['PayloadContent'] as Uint8Array);
  const verified = verifyProfile(signed!, { anchors });
  expect(Buffer.from(verified.content)).toEqual(unsigned);
  expect(verified.shownAs).toBe('Verified');
  expect(verdicts(text)).toEqual([
    ['A device that trusts', 'Verified'],
    ['Any other device', 'Not Verified'],
  ]);
  const digits = (/^ {2}SHA-256 {2}(.*)$/m.exec(text)?.[1] ?? '').replaceAll(' ', '');
  expect(digits).toBe(anchors[0]?.fingerprints.sha256);
});

test('the steps end at the switch in Certificate Trust Settings, with the name of the root', async () => {
  const folder = temporaryFolder();
  const file = writeCertificate(folder, rootCA({ subject: 'Our Root' }).pem);
  const { exitCode, text } = await run(folder, file);
  expect(exitCode).toBe(0);
  const steps = text.split('\n').filter((line) => /^ {2}\d\. /.test(line));
  expect(steps.at(-2)).toContain('Settings › General › About › Certificate Trust Settings');
  expect(steps.at(-1)).toContain('switch on "Our Root"');
});

test('a root of the reader’s own is embedded, and the signer told to be one of the lab', async () => {
  const folder = temporaryFolder();
  const root = rootCA();
  const { exitCode, text } = await run(folder, writeCertificate(folder, root.pem));
  expect(exitCode).toBe(0);
  const profile = parseProfile(readFileSync(join(folder, 'out', 'ca.mobileconfig')));
  expect(profile.payloads.map(({ content }) => content['PayloadContent'])).toEqual([new Uint8Array(root.der)]);
  expect(text).toContain('The signer is one of the lab');
  expect(verdicts(text).map(([, verdict]) => verdict)).toEqual(['Verified', 'Not Verified']);
});

test('a certificate that is no root ends in 1, with the command that makes one, and writes nothing', async () => {
  const folder = temporaryFolder();
  const { exitCode, text } = await run(folder, writeCertificate(folder, leaf(rootCA()).pem));
  expect(exitCode).toBe(1);
  expect(text).toMatch(
    /^ {2}error: .*\[root-not-self-signed\]\n {4}hint: pass the self-signed certificate of .* in its place, .* `openssl req -x509/m,
  );
  expect(existsSync(join(folder, 'out'))).toBe(false);
});

test('nothing in a certificate steers the terminal', async () => {
  const folder = temporaryFolder();
  const file = writeCertificate(folder, rootCA({ subject: 'Root\u001b[31m\u202e' }).pem);
  const { text } = await run(folder, file);
  expect([...text].filter((character) => character === '\u001b' || character === '\u202e')).toEqual([]);
  expect(text).toContain('Root\\u{1B}[31m\\u{202E}');
});
