import type { Issue } from '../diagnostics/issue.js';
import { encryptProfile } from '../document/encrypt-profile.js';
import { reportCertificate } from '../document/reported-certificate.js';
import { reportIssue } from '../document/reported-issue.js';
import type { Certificate } from '../pki/certificate.js';
import { readCertificates } from '../pki/read-certificates.js';
import { countIssues, describeIssues } from '../report/describe-issues.js';
import { withCommandHint } from './command-hints.js';
import type { Command, CommandContext, CommandResult, ParsedArguments } from './command.js';
import { usageError } from './command-error.js';
import { exitCodes } from './exit-codes.js';
import { aboutFile } from './file-problem.js';
import { joinParts } from './join-parts.js';
import { oneFile } from './one-file.js';
import { chooseOutput, outputOptions, writeOutput } from './output-options.js';
import { atOption, readRules, ruleOption } from './rule-options.js';
import { readTime } from './time-option.js';

const SUFFIX = '.encrypted.mobileconfig';

/** `profilewright encrypt`: a profile in, one out whose payloads only the named devices can read. */
export const encrypt: Command = {
  name: 'encrypt',
  summary: 'encrypt the payloads of a profile for the identities of devices',
  usage: 'profilewright encrypt FILE --recipient FILE... [options]',
  examples: [
    'profilewright encrypt wifi.mobileconfig --recipient device.pem',
    'profilewright encrypt wifi.mobileconfig --recipient one.pem --recipient two.pem -o for-two.mobileconfig',
  ],
  options: {
    recipient: {
      type: 'string',
      value: 'FILE',
      multiple: true,
      about: 'the certificate of an identity that is on the device already',
    },
    'by-key-identifier': {
      type: 'boolean',
      about: 'name the recipients by subjectKeyIdentifier, not by issuer and serial',
    },
    ...outputOptions(SUFFIX),
    rule: ruleOption,
    at: atOption,
  },
  notes: [
    'Names, description and consent text stay readable. Sign the result with `profilewright sign`, not the other way round.',
  ],
  run: runEncrypt,
};

async function runEncrypt(parsed: ParsedArguments, context: CommandContext): Promise<CommandResult> {
  const path = oneFile(parsed, 'encrypt');
  const output = chooseOutput(parsed, path, SUFFIX);
  const [rules, at] = [readRules(parsed), readTime(parsed, 'at')];
  const recipients = await readRecipients(parsed, context);
  const file = await context.inputs.read(path);
  const issues: Issue[] = [];
  const bytes = await aboutFile(file, () =>
    encryptProfile(file.bytes, recipients, {
      rules,
      recipientsBy: parsed.switches.has('by-key-identifier') ? 'subjectKeyIdentifier' : 'issuerAndSerialNumber',
      onIssue: (issue) => void issues.push(issue),
      ...(at === undefined ? {} : { at }),
    }),
  );
  const written = await writeOutput(output, bytes, parsed, { ...context, isSecret: false, isBinary: false });
  const reported = issues.map((issue) => withCommandHint(reportIssue(issue)));
  const names = recipients.map(({ name }) => name).join(', ');
  return {
    exitCode: exitCodes.fine,
    text: joinParts([
      `wrote ${output.name}: encrypted for ${names}, ${countIssues(reported)}`,
      describeIssues(reported),
    ]),
    json: { output: output.path, recipients: recipients.map(reportCertificate), issues: reported },
    ...written,
  };
}

async function readRecipients({ lists }: ParsedArguments, { inputs }: CommandContext): Promise<Certificate[]> {
  const recipients: Certificate[] = [];
  for (const path of lists['recipient'] ?? []) {
    const file = await inputs.read(path);
    recipients.push(...(await aboutFile(file, () => readCertificates(file.bytes))));
  }
  if (recipients.length > 0) return recipients;
  throw usageError('no recipient is given', 'name the certificate of the device: --recipient device.pem');
}
