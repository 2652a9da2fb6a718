import { escapeText } from '../diagnostics/escape-text.js';
import { isProfilewrightError, type ProfilewrightError } from '../diagnostics/profilewright-error.js';
import { parseProfile } from '../document/parse-profile.js';
import { reportCertificate } from '../document/reported-certificate.js';
import { verifyProfile, type VerifiedProfile } from '../document/verify-profile.js';
import { alignColumns, count, day } from '../report/text-layout.js';
import { anchorOption, readAnchors } from './anchor-option.js';
import { CommandError, usageError } from './command-error.js';
import { errorHint } from './command-hints.js';
import type { Command, CommandContext, CommandResult, ParsedArguments } from './command.js';
import { exitCodes } from './exit-codes.js';
import { findProfiles } from './find-profiles.js';
import type { InputFile } from './input-files.js';
import { joinParts } from './join-parts.js';
import { atOption } from './rule-options.js';
import {
  describeLifetime,
  lifetimeOf,
  minDaysOption,
  readMinDays,
  type SignatureLifetime,
} from './signature-lifetime.js';
import { readTime } from './time-option.js';

const DEFAULT_DAYS = 30;
/** One file, one line: a listing is searched by other programs too. */
const LINE_WIDTH = 10_000;

/** `profilewright due`: which signed profiles have to be signed again, and how soon. */
export const due: Command = {
  name: 'due',
  summary: 'list the signed profiles that are due for signing again',
  usage: 'profilewright due FILE|FOLDER... [--min-days 30] [options]',
  examples: ['profilewright due profiles/', 'profilewright due profiles/ --min-days 60 --anchor ca.pem --json'],
  options: {
    'min-days': minDaysOption(`a signature with fewer days left is due; ${String(DEFAULT_DAYS)} unless given`),
    anchor: anchorOption,
    at: atOption,
  },
  notes: [
    'Of a folder all .mobileconfig files are looked at. A signature ends with the first certificate of its chain.',
    'Exit code 0: none is due. 1: one is, or its signer is not trusted. 5: none is due, but a file could not be read or verified.',
  ],
  run: runDue,
};

type Found =
  | {
      readonly status: 'good' | 'due' | 'not trusted';
      readonly verified: VerifiedProfile;
      readonly lifetime: SignatureLifetime;
    }
  | { readonly status: 'unsigned' }
  | { readonly status: 'refused'; readonly error: ProfilewrightError | CommandError };

type Row = Found & { readonly name: string };

async function runDue(parsed: ParsedArguments, context: CommandContext): Promise<CommandResult> {
  if (parsed.positionals.length === 0) throw usageError('nothing is given to look at', 'name files or folders');
  const [minDays, at] = [readMinDays(parsed) ?? DEFAULT_DAYS, readTime(parsed, 'at')];
  const anchors = await readAnchors(parsed, context);
  const rows: Row[] = [];
  const paths = findProfiles(parsed.positionals);
  const options = { anchors, ...(at === undefined ? {} : { at }) };
  const lookAt = ({ name, bytes }: InputFile): Row => {
    const verify = (): VerifiedProfile => verifyProfile(bytes, options);
    const measure = (verified: VerifiedProfile): SignatureLifetime => lifetimeOf(verified, minDays, at);
    return { name, ...look(bytes, verify, measure, anchors !== 'none') };
  };
  for (const path of paths) {
    const file = await readOneOf(paths, path, context);
    rows.push('status' in file ? file : lookAt(file));
  }
  return present(rows, minDays);
}

/** Of many files, one that cannot be read keeps nobody from hearing of the others. */
async function readOneOf(paths: readonly string[], path: string, { inputs }: CommandContext): Promise<InputFile | Row> {
  try {
    return await inputs.read(path);
  } catch (error) {
    const isOne = error instanceof CommandError && error.exitCode === exitCodes.file && paths.length > 1;
    if (!isOne) throw error;
    return { name: error.file ?? escapeText(path, 300), status: 'refused', error };
  }
}

function look(
  bytes: Uint8Array,
  verify: () => VerifiedProfile,
  measure: (verified: VerifiedProfile) => SignatureLifetime,
  isJudged: boolean,
): Found {
  try {
    const verified = verify();
    const lifetime = measure(verified);
    if (lifetime.isDue) return { status: 'due', verified, lifetime };
    return { status: isJudged && verified.shownAs === 'Not Verified' ? 'not trusted' : 'good', verified, lifetime };
  } catch (error) {
    if (!isProfilewrightError(error)) throw error;
    return error.code === 'ERR_CMS_NOT_SIGNED' ? lookAtUnsigned(bytes) : { status: 'refused', error };
  }
}

/** What is not signed may be a profile, or nothing of the kind. */
function lookAtUnsigned(bytes: Uint8Array): Found {
  try {
    parseProfile(bytes);
    return { status: 'unsigned' };
  } catch (error) {
    if (isProfilewrightError(error)) return { status: 'refused', error };
    throw error;
  }
}

function present(rows: readonly Row[], minDays: number): CommandResult {
  const number = (status: Row['status']): number => rows.filter((row) => row.status === status).length;
  const [dueNow, strange, refused] = [number('due'), number('not trusted'), number('refused')];
  const told = rows.filter(({ status }) => status !== 'good' && status !== 'unsigned').sort(bySoonest);
  const sum = [
    `${count(rows.length, 'profile')}: ${String(dueNow)} due within ${count(minDays, 'day')}`,
    ...(strange === 0 ? [] : [`${String(strange)} not trusted`]),
    ...(refused === 0 ? [] : [`${String(refused)} refused`]),
    ...(number('unsigned') === 0 ? [] : [`${String(number('unsigned'))} not signed`]),
  ];
  const isAnyDue = dueNow + strange > 0;
  return {
    exitCode: isAnyDue ? exitCodes.issues : refused > 0 ? exitCodes.partly : exitCodes.fine,
    text: joinParts([alignColumns(told.map(describeRow), LINE_WIDTH).join('\n'), sum.join(', ')]),
    json: { minDays, files: rows.map(reportRow) },
  };
}

/** What cannot be verified stands behind. */
function bySoonest(a: Row, b: Row): number {
  const ends = (row: Row): number => ('lifetime' in row ? row.lifetime.signedUntil.getTime() : Number.MAX_SAFE_INTEGER);
  return ends(a) - ends(b);
}

function describeRow(row: Row): string[] {
  if (row.status === 'unsigned') return [row.name, row.status, ''];
  if (row.status === 'refused') return [row.name, row.status, `${row.error.message} [${row.error.code}]`];
  const { signer } = row.verified;
  const until = `${day(row.lifetime.signedUntil.toISOString())}, ${describeLifetime(row.lifetime)}`;
  return [row.name, row.status, `${until}, signed by ${signer.name}`];
}

function reportRow(row: Row): object {
  if (row.status === 'unsigned') return { file: row.name, status: row.status };
  if (row.status === 'refused') {
    const { error } = row;
    const { code, message } = error;
    const hint = error instanceof CommandError ? error.hint : errorHint(error.code, error.hint);
    return { file: row.name, status: row.status, error: { code, message, hint } };
  }
  const { signedUntil, daysLeft } = row.lifetime;
  const signer = reportCertificate(row.verified.signer);
  return { file: row.name, status: row.status, signedUntil: signedUntil.toISOString(), daysLeft, signer };
}
