import { isProfilewrightError } from '../diagnostics/profilewright-error.js';
import type { PolicyViolation } from '../diagnostics/policy-violation.js';
import { assertOnly } from '../document/assert-only.js';
import type { ProfilePolicy } from '../document/profile-policy.js';
import { escapeText } from '../diagnostics/escape-text.js';
import type { Certificate } from '../pki/certificate.js';
import { readCertificates } from '../pki/read-certificates.js';
import type { PayloadScope } from '../profile/profile.js';
import { count } from '../report/text-layout.js';
import type { Command, CommandContext, CommandResult, ParsedArguments } from './command.js';
import { usageError } from './command-error.js';
import { exitCodes } from './exit-codes.js';
import { aboutFile } from './file-problem.js';
import { findProfiles } from './find-profiles.js';
import type { InputFile } from './input-files.js';
import { joinParts } from './join-parts.js';

/** `profilewright assert`: may profiles of somebody else go through? */
export const assert: Command = {
  name: 'assert',
  summary: 'let profiles through only when they hold nothing but what is allowed',
  usage: 'profilewright assert FILE|FOLDER... --payload-types LIST [options]',
  examples: [
    'profilewright assert upload.mobileconfig --payload-types com.apple.wifi.managed,com.apple.security.root --allow-root ca.pem',
    'profilewright assert profiles/ --payload-types com.apple.vpn.*,com.example.app --identifier com.example.* --json',
  ],
  options: {
    'payload-types': {
      type: 'string',
      value: 'LIST',
      multiple: true,
      about: 'the payload types that may occur, with commas; com.apple.vpn.* for all that begin so, * for all of Apple',
    },
    'allow-root': {
      type: 'string',
      value: 'ROOT',
      multiple: true,
      about: 'a root that may be installed: a file with certificates, a SHA-256 fingerprint, or any',
    },
    'allow-mdm': { type: 'boolean', about: 'the device may be enrolled in MDM' },
    'allow-removal-disallowed': { type: 'boolean', about: 'people may be kept from removing the profile' },
    'allow-unknown-types': { type: 'boolean', about: 'patterns cover types that Apple does not document, too' },
    scope: { type: 'string', value: 'SCOPE', multiple: true, about: 'the PayloadScope has to be System or User' },
    identifier: {
      type: 'string',
      value: 'TEXT',
      multiple: true,
      about: 'the PayloadIdentifier has to be this one, or begin so: com.example.*',
    },
    'max-payloads': { type: 'string', value: 'NUMBER', about: 'how many payloads there may be' },
  },
  notes: [
    'Nothing dangerous is allowed unless it is named. What cannot be looked into, and what a reviewer may see in another way than a',
    'device, never gets through. Who signed is not judged: `profilewright verify` does that.',
    'Exit code 0: all of them may go through. 1: one may not.',
  ],
  run: runAssert,
};

async function runAssert(parsed: ParsedArguments, context: CommandContext): Promise<CommandResult> {
  if (parsed.positionals.length === 0) throw usageError('nothing is given to judge', 'name files or folders');
  const policy = await readPolicy(parsed, context);
  const judged: { readonly file: string; readonly violations: readonly PolicyViolation[] }[] = [];
  for (const path of findProfiles(parsed.positionals)) {
    const file = await context.inputs.read(path);
    judged.push({ file: file.name, violations: await aboutFile(file, () => findViolations(file, policy)) });
  }
  const refused = judged.filter(({ violations }) => violations.length > 0);
  return {
    exitCode: refused.length > 0 ? exitCodes.issues : exitCodes.fine,
    text: joinParts([
      judged.map(({ file, violations }) => describeFile(file, violations)).join('\n'),
      judged.length === 1 ? '' : `${count(judged.length, 'profile')}, ${String(refused.length)} not allowed`,
    ]),
    json: { files: judged },
  };
}

function findViolations({ bytes }: InputFile, policy: ProfilePolicy): readonly PolicyViolation[] {
  try {
    assertOnly(bytes, policy);
    return [];
  } catch (error) {
    if (isProfilewrightError(error, 'ERR_PROFILE_NOT_ALLOWED')) return error.details.violations;
    throw error;
  }
}

function describeFile(name: string, violations: readonly PolicyViolation[]): string {
  if (violations.length === 0) return `${name}: allowed`;
  const lines = violations.map(({ rule, pointer, message }) => {
    const place = pointer === '' ? '' : `${escapeText(pointer, 200)}: `;
    return `  ${place}${escapeText(message, 500)} [${rule}]`;
  });
  return [`${name}: not allowed, ${count(violations.length, 'violation')}`, ...lines].join('\n');
}

async function readPolicy(parsed: ParsedArguments, context: CommandContext): Promise<ProfilePolicy> {
  const { lists, switches } = parsed;
  const payloadTypes = (lists['payload-types'] ?? []).flatMap((text) => text.split(',')).filter((type) => type !== '');
  if (payloadTypes.length === 0)
    throw usageError('no payload type is allowed', 'name those that may occur: --payload-types com.apple.wifi.managed');
  const [scopes, identifiers, maxPayloads] = [readScopes(parsed), lists['identifier'], readMaxPayloads(parsed)];
  return {
    payloadTypes,
    allowRoots: await readRoots(lists['allow-root'] ?? [], context),
    allowMdm: switches.has('allow-mdm'),
    allowRemovalDisallowed: switches.has('allow-removal-disallowed'),
    allowUnknownTypes: switches.has('allow-unknown-types'),
    ...(scopes === undefined ? {} : { scopes }),
    ...(identifiers === undefined ? {} : { identifiers }),
    ...(maxPayloads === undefined ? {} : { maxPayloads }),
  };
}

/** SHA-256, with the colons and spaces that tools print. */
const fingerprint = /^[0-9a-f]{2}([: ]?[0-9a-f]{2}){31}$/i;

async function readRoots(
  roots: readonly string[],
  { inputs }: CommandContext,
): Promise<'any' | readonly (string | Certificate)[]> {
  if (roots.includes('any')) return 'any';
  const read: (string | Certificate)[] = [];
  for (const root of roots) {
    if (fingerprint.test(root)) {
      read.push(root);
      continue;
    }
    const file = await inputs.read(root);
    read.push(...(await aboutFile(file, () => readCertificates(file.bytes))));
  }
  return read;
}

function readScopes({ lists }: ParsedArguments): PayloadScope[] | undefined {
  return lists['scope']?.map((text) => {
    if (text === 'System' || text === 'User') return text;
    throw usageError(`--scope ${escapeText(text, 40)} is not known`, 'write one of: System, User');
  });
}

function readMaxPayloads({ texts }: ParsedArguments): number | undefined {
  const text = texts['max-payloads'];
  if (text === undefined) return undefined;
  if (/^\d{1,6}$/.test(text)) return Number(text);
  throw usageError(`--max-payloads ${escapeText(text, 40)} is not a number`, 'write --max-payloads 10');
}
