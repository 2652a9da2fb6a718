import { ProfileBuilder } from '../builder/profile-builder.js';
import type { Issue, RuleLevels } from '../diagnostics/issue.js';
import { isProfilewrightError } from '../diagnostics/profilewright-error.js';
import { inspectProfile } from '../document/inspect-profile.js';
import { reportIssue } from '../document/reported-issue.js';
import { signProfile } from '../document/sign-profile.js';
import { installGuide } from '../guide/install-guide.js';
import type { Certificate } from '../pki/certificate.js';
import { readCertificates } from '../pki/read-certificates.js';
import type { Profile, ProfileOptions } from '../profile/profile.js';
import { countIssues, describeIssues } from '../report/describe-issues.js';
import { describeProfile } from '../report/describe-profile.js';
import { describeSignature } from '../report/describe-signature.js';
import { withCommandHint } from './command-hints.js';
import type { Command, CommandContext, CommandResult, ParsedArguments } from './command.js';
import { usageError } from './command-error.js';
import { exitCodes } from './exit-codes.js';
import { aboutFile, FileProblem } from './file-problem.js';
import { languageOption, readLanguage } from './guide-options.js';
import { joinParts } from './join-parts.js';
import { chooseOutput, outputOptions, writeOutput } from './output-options.js';
import { atOption, readRules, ruleOption } from './rule-options.js';
import { readSigner, signerOptions } from './signer-options.js';
import { readTime } from './time-option.js';

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
    ...outputOptions('.mobileconfig'),
    identifier: { type: 'string', value: 'ID', about: 'PayloadIdentifier; derived from the root unless given' },
    name: { type: 'string', value: 'TEXT', about: "PayloadDisplayName; the root's CN unless given" },
    organization: { type: 'string', value: 'TEXT', about: 'PayloadOrganization' },
    description: { type: 'string', value: 'TEXT', about: 'PayloadDescription' },
    rule: ruleOption,
    at: atOption,
    language: languageOption,
    ...signerOptions,
  },
  run: runRootCA,
};

async function runRootCA(parsed: ParsedArguments, context: CommandContext): Promise<CommandResult> {
  const [first] = parsed.positionals;
  if (first === undefined) throw usageError('no certificate is given', 'name a file: `profilewright root-ca ca.pem`');
  const output = chooseOutput(parsed, first, '.mobileconfig');
  const [rules, language] = [readRules(parsed), readLanguage(parsed)];
  const [at, signingTime] = [readTime(parsed, 'at'), readTime(parsed, 'signing-time')];
  const files = await readCertificateFiles(parsed.positionals, context);
  const signer = await readSigner(parsed, context);
  const time = at === undefined ? {} : { at };
  const profile = buildProfile(files, profileOptions(parsed), { rules, ...time });
  const issues: Issue[] = [...profile.issues];
  const signing = {
    rules,
    allowExpired: parsed.switches.has('allow-expired'),
    onIssue: (issue: Issue) => void issues.push(issue),
    ...(signingTime === undefined ? {} : { signingTime }),
  };
  const bytes = signer === undefined ? profile.toBytes() : await signProfile(profile, signer, signing);
  const written = await writeOutput(output, bytes, parsed, {
    ...context,
    isSecret: false,
    isBinary: signer !== undefined,
  });
  const report = inspectProfile(bytes, time);
  const reported = issues.map((issue) => withCommandHint(reportIssue(issue)));
  const guide = installGuide(profile, { install: 'manual', language });
  const signed = signer === undefined ? 'not signed' : `signed by ${signer.certificate.name}`;
  return {
    exitCode: exitCodes.fine,
    text: joinParts([
      `wrote ${output.name}: ${signed}, ${countIssues(reported)}`,
      describeIssues(reported),
      describeProfile(report),
      describeSignature(report.signature),
      guide.toText('install'),
    ]),
    json: { output: output.path, profile: { ...report, issues: reported }, guide: { ...guide } },
    ...written,
  };
}

interface CertificateFile {
  readonly name: string;
  readonly certificates: readonly Certificate[];
}

async function readCertificateFiles(paths: readonly string[], { inputs }: CommandContext): Promise<CertificateFile[]> {
  const files: CertificateFile[] = [];
  for (const path of paths) {
    const file = await inputs.read(path);
    files.push({ name: file.name, certificates: await aboutFile(file, () => readCertificates(file.bytes)) });
  }
  return files;
}

/** Builds the profile; when it is refused, the files are named whose certificates are to blame. */
function buildProfile(
  files: readonly CertificateFile[],
  options: ProfileOptions,
  judged: { readonly rules: RuleLevels; readonly at?: Date },
): Profile {
  try {
    return new ProfileBuilder(options).addRootCA(files.flatMap(({ certificates }) => certificates)).build(judged);
  } catch (error) {
    if (!isProfilewrightError(error, 'ERR_PROFILE_INVALID')) throw error;
    const names = files.filter((file) => isToBlame(file, error.details.issues)).map(({ name }) => name);
    throw names.length === 0 ? error : new FileProblem(names.join(', '), error);
  }
}

function isToBlame({ certificates }: CertificateFile, issues: readonly Issue[]): boolean {
  const blamed = issues.flatMap(({ severity, where }) =>
    severity === 'error' && 'certificate' in where ? [where.certificate.raw] : [],
  );
  return certificates.some(({ raw }) => blamed.some((other) => Buffer.compare(raw, other) === 0));
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
