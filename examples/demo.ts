/**
 * The whole way, from a certificate to a root that an iPhone trusts:
 *
 *     npm run demo                 makes a root of a lab
 *     npm run demo -- ca.pem       takes a certificate of your own
 *
 * writes an unsigned and a signed profile to out/. The keys of the lab are in memory only and gone afterwards. Exit code 1
 * says that the certificate is not fit to be a root, 3 that there is no certificate in the file.
 *
 * Besides the public API this program uses the words of the command line: src/report.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { styleText } from 'node:util';
import {
  createSigner,
  installGuide,
  isProfilewrightError,
  ProfileBuilder,
  readCertificates,
  signProfile,
  verifyProfile,
  type Bytes,
  type Certificate,
  type Issue,
  type Profile,
} from 'profilewright';
import { escapeText } from '../src/diagnostics/escape-text.js';
import { inspectProfile } from '../src/document/inspect-profile.js';
import { reportCertificate } from '../src/document/reported-certificate.js';
import { reportIssue } from '../src/document/reported-issue.js';
import { certificateRows } from '../src/report/describe-certificate.js';
import { countIssues, describeIssues } from '../src/report/describe-issues.js';
import { describeProfile } from '../src/report/describe-profile.js';
import { describeSignature } from '../src/report/describe-signature.js';
import { createLabRoot, createLabSigner, type LabIdentity } from './lab-authority.js';
import { runProgram } from './lab-program.js';

export interface DemoOptions {
  /** A certificate file; without it a lab root is made. */
  readonly file?: string | undefined;
  /** Where the profiles go. */
  readonly folder: string;
  readonly print: (line: string) => void;
  readonly emphasize?: (text: string) => string;
}

/** Runs the demo and returns its exit code. Throws when the file cannot be read or holds no certificate. */
export async function runDemo(options: DemoOptions): Promise<number> {
  const { file, folder } = options;
  const screen = createScreen(options);
  const labRoot = file === undefined ? createLabRoot('Lab Root CA') : undefined;
  const certificates = readCertificates(labRoot?.certificate ?? readFileSync(file ?? ''));
  const name = file === undefined ? 'lab-root-ca' : basename(file, extname(file));

  screen.title('The certificate');
  screen.text(
    file === undefined
      ? 'A root of a lab, made a moment ago. `npm run demo -- ca.pem` takes one of your own.'
      : `From ${file}.`,
  );
  for (const certificate of certificates) screen.text(describeFacts(certificate));
  const { profile, issues } = buildProfile(certificates);
  const reported = issues.map(reportIssue);
  screen.text(`${profile === undefined ? 'Not fit to be a root' : 'Fit to be a root'}: ${countIssues(reported)}.`);
  if (reported.length > 0) screen.text(describeIssues(reported));
  if (profile === undefined) return 1;

  screen.title('The profile');
  screen.text(describeProfile(inspectProfile(profile.toBytes())));

  screen.title('The signature');
  const signingRoot = labRoot ?? createLabRoot('Lab Signing Root');
  const signed = await sign(profile, signingRoot);
  screen.text(describeSignature(inspectProfile(signed).signature));
  screen.text(describeVerdicts(signed, signingRoot, labRoot !== undefined));

  screen.title('The files');
  screen.text(writeFiles(folder, name, profile.toBytes(), signed));

  const guide = installGuide(profile, { install: 'manual' });
  screen.title(guide.title);
  screen.text(guide.steps.map((step, index) => `${String(index + 1)}. ${step}`).join('\n'));
  screen.text(
    'Until the last step the root is installed and not trusted. An MDM server, or Apple Configurator over USB, makes\n' +
      'that step unnecessary; no key of a profile does.',
  );
  return 0;
}

interface Screen {
  title(text: string): void;
  text(text: string): void;
}

/** Titles at the margin, everything below them indented; what could steer a terminal is shown instead of done. */
function createScreen({ print, emphasize = (text) => text }: DemoOptions): Screen {
  let isFirst = true;
  return {
    title: (text) => {
      if (!isFirst) print('');
      isFirst = false;
      print(emphasize(escapeText(text)));
    },
    text: (text) => {
      print('');
      for (const line of text.split('\n')) print(`  ${escapeText(line, 10_000)}`.trimEnd());
    },
  };
}

function describeFacts(certificate: Certificate): string {
  const facts = reportCertificate(certificate);
  const sha1 = facts.sha1.match(/.{8}/g)?.join(' ') ?? facts.sha1;
  return [...certificateRows(facts), `SHA-1    ${sha1}`].join('\n');
}

function buildProfile(certificates: readonly Certificate[]): { profile?: Profile; issues: readonly Issue[] } {
  try {
    const profile = new ProfileBuilder().addRootCA(certificates).build();
    return { profile, issues: profile.issues };
  } catch (error) {
    if (!isProfilewrightError(error, 'ERR_PROFILE_INVALID')) throw error;
    return { issues: error.details.issues };
  }
}

/** Signs with a key that was made for this run, under `root`. */
async function sign(profile: Profile, root: LabIdentity): Promise<Bytes> {
  const { key, certificate } = createLabSigner(root, 'Lab Profile Signer');
  return signProfile(profile, await createSigner({ key, certificate, chain: root.certificate }));
}

/** What two devices would show, worked out from the signed file. */
function describeVerdicts(signed: Bytes, root: LabIdentity, isInProfile: boolean): string {
  const anchors = readCertificates(root.certificate);
  const names = anchors.map(({ name }) => name).join(', ');
  return [
    `A device that trusts ${names} shows: ${verifyProfile(signed, { anchors }).shownAs}.`,
    `Any other device shows: ${verifyProfile(signed, { anchors: [] }).shownAs}.`,
    ...(isInProfile ? [] : ['The signer is one of the lab: examples/02-sign-with-a-file-key.ts signs with your own.']),
  ].join('\n');
}

function writeFiles(folder: string, name: string, unsigned: Bytes, signed: Bytes): string {
  mkdirSync(folder, { recursive: true });
  const files = [
    { path: join(folder, `${name}.mobileconfig`), bytes: unsigned, about: 'not signed, XML to read' },
    { path: join(folder, `${name}-signed.mobileconfig`), bytes: signed, about: 'signed, to hand out' },
  ];
  const width = Math.max(...files.map(({ path }) => path.length));
  for (const { path, bytes } of files) writeFileSync(path, bytes);
  return files
    .map(({ path, bytes, about }) => `${path.padEnd(width)}  ${String(bytes.length)} bytes  ${about}`)
    .join('\n');
}

await runProgram(import.meta.url, async ([file, ...others]) => {
  if (others.length > 0) {
    console.error('error: one certificate file at most: npm run demo -- ca.pem');
    return 2;
  }
  const isColoured = process.stdout.isTTY && process.env['NO_COLOR'] === undefined;
  const emphasize = (text: string): string => (isColoured ? styleText('bold', text) : text);
  return runDemo({ file, folder: 'out', print: (line) => console.log(line), emphasize });
});
