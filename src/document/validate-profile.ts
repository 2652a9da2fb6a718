import type { Issue, IssuePlace, RuleLevels } from '../diagnostics/issue.js';
import { issue } from '../diagnostics/issue.js';
import { isProfilewrightError, type ProfilewrightError } from '../diagnostics/profilewright-error.js';
import type { PlistLimits } from '../plist/limits.js';
import type { Profile } from '../profile/profile.js';
import { applyLevels } from '../validation/apply-levels.js';
import { validateProfileDictionary } from '../validation/validate-profile-dictionary.js';
import { parseProfile, type ParsedProfile } from './parse-profile.js';

export interface ValidateProfileOptions {
  /** The time that validity is judged by; now unless given. */
  readonly at?: Date;
  /** `author`, the default, is strict; `device` weighs what devices accept as they do. */
  readonly as?: 'author' | 'device';
  /** Levels of single rules; `off` drops one. */
  readonly rules?: RuleLevels;
  /** Limits of the property list, when it is given as bytes or text. */
  readonly limits?: PlistLimits;
}

/**
 * Judges a profile: its schema, the schema of each payload, the certificates inside, and the rules between them. All
 * issues are told, those of the container first, then in the order of their pointers; with line and column when the
 * profile came from a file. What cannot be read is an issue too: nothing that an input holds makes this throw.
 *
 * @throws TypeError when `input` is neither a profile nor bytes nor text
 * @example
 * const errors = validateProfile(readFileSync('lab.mobileconfig')).filter(({ severity }) => severity === 'error');
 */
export function validateProfile(
  input: Profile | ParsedProfile | Uint8Array | string,
  options: ValidateProfileOptions = {},
): Issue[] {
  const { as = 'author', rules = {} } = options;
  const parsed = isProfile(input) ? input : read(input, options);
  if (isProfilewrightError(parsed)) return applyLevels([unreadable(parsed)], as, rules);
  const positionOf = 'positionOf' in parsed ? (pointer: string) => parsed.positionOf(pointer) : undefined;
  const container = 'container' in parsed ? parsed.issues : [];
  return [
    ...applyLevels(container, as, rules),
    ...validateProfileDictionary(parsed.dictionary, {
      as,
      rules,
      ...(options.at === undefined ? {} : { at: options.at }),
      ...(positionOf === undefined ? {} : { positionOf }),
    }),
  ];
}

function isProfile(input: Parameters<typeof validateProfile>[0]): input is Profile | ParsedProfile {
  const given: unknown = input;
  if (typeof given === 'string' || given instanceof Uint8Array) return false;
  if (typeof given === 'object' && given !== null && 'dictionary' in given) return true;
  throw new TypeError('input must be a Profile, a ParsedProfile, a Uint8Array or a string');
}

function read(input: Uint8Array | string, { limits }: ValidateProfileOptions): ParsedProfile | ProfilewrightError {
  try {
    return parseProfile(input, limits === undefined ? {} : { limits });
  } catch (error) {
    if (isProfilewrightError(error)) return error;
    throw error;
  }
}

function unreadable(error: ProfilewrightError): Issue {
  const { line, column, pointer = '' } = error.details as { line?: number; column?: number; pointer?: string };
  const where: IssuePlace = {
    pointer,
    ...(line === undefined ? {} : { line }),
    ...(column === undefined ? {} : { column }),
  };
  return issue('profile-unreadable', where, { code: error.code, reason: error.message, cure: error.hint });
}
