import { ProfileBuilder } from '../builder/profile-builder.js';
import type { Issue } from '../diagnostics/issue.js';
import { inspectProfile } from '../document/inspect-profile.js';
import { reportIssue } from '../document/reported-issue.js';
import { signProfile } from '../document/sign-profile.js';
import { installGuide } from '../guide/install-guide.js';
import { readCertificates } from '../pki/read-certificates.js';
import type { ProfileOptions } from '../profile/profile.js';
import { countIssues, describeIssues } from '../report/describe-issues.js';
import { describeProfile } from '../report/describe-profile.js';
import { describeSignature } from '../report/describe-signature.js';
import { exitCodes, type Command, type CommandResult, type ParsedArguments } from './command.js';
import { usageError } from './command-error.js';
import { joinParts } from './join-parts.js';
import { chooseOutput, outputOptions, writeOutput } from './output-options.js';
import { aboutFile, readFile, type InputFile } from './read-file.js';
import { readRules, ruleOptions } from './rule-options.js';
import { readSigner, readTime, signerOptions } from './signer-options.js';

/** `profilewright root-ca`: certificates in, a profile out that makes a device offer them as roots. */
export const rootCA: Command = {
  name: 'root-ca',
  summary: 'make a profile that installs root CAs, signed or not',
  usage: 'profilewright root-ca FILE... [options]',
  examples: [
    'profilewright root-ca ca.pem -o lab.mobileconfig',
    'profilewright root-ca ca.pem --sign-key signer.key --sign-cert fullchain.pem -o lab.mobileconfig',
  ],
  options: {
    ...outputOptions,
    identifier: { type: 'string', value: 'ID', about: 'PayloadIdentifier; derived from the root unless given' },
    name: { type: 'string', value: 'TEXT', about: "PayloadDisplayName; the root's CN unless given" },
    organization: { type: 'string', value: 'TEXT', about: 'PayloadOrganization' },
    description: { type: 'string', value: 'TEXT', about: 'PayloadDescription' },
    ...ruleOptions,
    ...signerOptions,
    'signing-time': { type: 'string', value: 'TIME', about: 'the signing time that is written; now unless given' },
  },
  run: runRootCA,
};

async function runRootCA(parsed: ParsedArguments): Promise<CommandResult> {
  const [first] = parsed.positionals;
  if (first === undefined) throw usageError('no certificate is given', 'name a file: `profilewright root-ca ca.pem`');
  const output = chooseOutput(parsed, first, '.mobileconfig');
  const rules = readRules(parsed);
  const [at, signingTime] = [readTime(parsed, 'at'), readTime(parsed, 'signing-time')];
  const files: InputFile[] = [];
  for (const path of parsed.positionals) files.push(await readFile(path));
  const certificates = await Promise.all(files.map((file) => aboutFile(file, () => readCertificates(file.bytes))));
  const signing = await readSigner(parsed);
  const builder = new ProfileBuilder(profileOptions(parsed)).addRootCA(certificates.flat());
  const profile = builder.build({ rules, ...(at === undefined ? {} : { at }) });
  const issues: Issue[] = [...profile.issues];
  const onIssue = (issue: Issue): void => void issues.push(issue);
  const time = signingTime === undefined ? {} : { signingTime };
  const bytes =
    signing === undefined ? profile.toBytes() : await signProfile(profile, signing.signer, { onIssue, ...time });
  const inputs = [...files, ...(signing?.inputs ?? [])];
  const written = writeOutput(output, bytes, parsed, { isSecret: false, isBinary: signing !== undefined, inputs });
  const report = inspectProfile(bytes, at === undefined ? {} : { at });
  const reported = issues.map(reportIssue);
  const guide = installGuide(profile, { install: 'manual' });
  const place = output.path ?? 'standard output';
  return {
    exitCode: exitCodes.fine,
    text: joinParts([
      `wrote ${place}: ${signing === undefined ? 'not signed' : `signed by ${signing.signer.certificate.name}`}, ${countIssues(reported)}`,
      describeIssues(reported),
      describeProfile(report),
      describeSignature(report.signature),
      guide.toText(),
    ]),
    json: { output: output.path, profile: { ...report, issues: reported }, guide: { ...guide } },
    ...written,
  };
}

function profileOptions({ texts }: ParsedArguments): ProfileOptions {
  const { identifier, name, organization, description } = texts;
  return {
    ...(identifier === undefined ? {} : { identifier }),
    ...(name === undefined ? {} : { displayName: name }),
    ...(organization === undefined ? {} : { organization }),
    ...(description === undefined ? {} : { description }),
  };
}
