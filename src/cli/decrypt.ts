import type { KeyObject } from 'node:crypto';
import { decryptProfile } from '../document/decrypt-profile.js';
import { inspectProfile } from '../document/inspect-profile.js';
import { reportIssue } from '../document/reported-issue.js';
import type { Certificate } from '../pki/certificate.js';
import { readPrivateKey } from '../pki/private-key.js';
import { readCertificate } from '../pki/read-certificates.js';
import { encodeNormalized } from '../plist/encode.js';
import { countIssues, describeIssues } from '../report/describe-issues.js';
import { describeProfile } from '../report/describe-profile.js';
import { count } from '../report/text-layout.js';
import type { Command, CommandContext, CommandResult, ParsedArguments } from './command.js';
import { usageError } from './command-error.js';
import { exitCodes } from './exit-codes.js';
import { aboutFile } from './file-problem.js';
import { joinParts } from './join-parts.js';
import { oneFile } from './one-file.js';
import { chooseOutput, outputOptions, writeOutput } from './output-options.js';
import { passphraseOptions, readPassphrase } from './passphrase-options.js';

const SUFFIX = '.decrypted.mobileconfig';

/** `profilewright decrypt`: an encrypted profile and the key of a recipient in, the profile in the clear out. */
export const decrypt: Command = {
  name: 'decrypt',
  summary: 'decrypt a profile with the key of a recipient',
  usage: 'profilewright decrypt FILE --key FILE [options]',
  examples: [
    'profilewright decrypt device.mobileconfig --key device.key',
    'profilewright decrypt device.mobileconfig --key device.key --cert device.pem --passphrase-env KEY_PASSPHRASE',
  ],
  options: {
    key: { type: 'string', value: 'FILE', about: "the recipient's private key (PEM or DER, may be encrypted)" },
    cert: { type: 'string', value: 'FILE', about: 'its certificate, which tells the recipient among many' },
    ...passphraseOptions,
    ...outputOptions(SUFFIX),
  },
  notes: ['The file that is written is for its owner only. It is not signed: a signature covers what is encrypted.'],
  run: runDecrypt,
};

async function runDecrypt(parsed: ParsedArguments, context: CommandContext): Promise<CommandResult> {
  const path = oneFile(parsed, 'decrypt');
  const output = chooseOutput(parsed, path, SUFFIX);
  const holder = await readHolder(parsed, context);
  const file = await context.inputs.read(path);
  const profile = await aboutFile(file, () => decryptProfile(file.bytes, holder.key, holder.options));
  const bytes = new TextEncoder().encode(encodeNormalized(profile.dictionary));
  const report = inspectProfile(bytes);
  const written = await writeOutput(output, bytes, parsed, { ...context, isSecret: true, isBinary: false });
  const { issues, secrets } = report;
  const odd = profile.issues.map(reportIssue);
  const held = secrets.length === 0 ? '' : `, ${count(secrets.length, 'secret')} not shown`;
  return {
    exitCode: exitCodes.fine,
    text: joinParts([
      odd.length === 0 ? '' : `${file.name}: ${countIssues(odd)}\n${describeIssues(odd)}`,
      `wrote ${output.name}: ${count(report.payloads.length, 'payload')}, ${countIssues(issues)}${held}`,
      describeIssues(issues),
      describeProfile(report),
    ]),
    json: { output: output.path, issues: odd, profile: report },
    ...written,
  };
}

interface Holder {
  readonly key: KeyObject;
  readonly options: { readonly certificate?: Certificate };
}

/** What is wrong with the key or its certificate is told of their own files. */
async function readHolder(parsed: ParsedArguments, context: CommandContext): Promise<Holder> {
  const { key: path, cert } = parsed.texts;
  if (path === undefined)
    throw usageError('no key is given', 'name the private key of the recipient: --key device.key');
  const file = await context.inputs.read(path);
  const passphrase = await readPassphrase(parsed, context);
  const key = await aboutFile(file, () => readPrivateKey(file.bytes, passphrase));
  if (cert === undefined) return { key, options: {} };
  const certFile = await context.inputs.read(cert);
  return { key, options: { certificate: await aboutFile(certFile, () => readCertificate(certFile.bytes)) } };
}
