import type { DeviceContext } from '../device/device-context.js';
import type { Issue, IssuePlace, RuleLevels } from '../diagnostics/issue.js';
import { issue } from '../diagnostics/issue.js';
import { isProfilewrightError, type ProfilewrightError } from '../diagnostics/profilewright-error.js';
import type { PlistLimits } from '../plist/limits.js';
import type { Profile } from '../profile/profile.js';
import {
  booleanOption,
  choiceOption,
  optionOf,
  readOptions,
  timeOption,
  type OptionReaders,
} from '../profile/read-options.js';
import { isPayloadTypeDefinition, type PayloadTypeDefinition } from '../schema/define-payload-type.js';
import { applyLevels } from '../validation/apply-levels.js';
import { deviceContextOption } from '../validation/device-context-option.js';
import { ruleLevelsOption } from '../validation/rule-levels-option.js';
import { validateProfileDictionary } from '../validation/validate-profile-dictionary.js';
import type { ParsedProfile } from './parse-profile.js';
import { isProfile, readProfile, type ProfileInput } from './read-profile.js';

export interface ValidateProfileOptions {
  /** What is known about the devices that the profile is for; what is not known is not assumed. */
  readonly context?: DeviceContext;
  /** The time that validity is judged by; now unless given. */
  readonly at?: Date;
  /** `author`, the default, is strict; `device` weighs what devices accept as they do. */
  readonly as?: 'author' | 'device';
  /** The profile that this one shall replace on the devices: tells what a device does not let an update change. */
  readonly previous?: Profile | ParsedProfile;
  /**
   * Whether the profile is encrypted for its device, where a password in it is no longer in the clear: as it was found when it
   * was read, unless given.
   */
  readonly isEncrypted?: boolean;
  /** Levels of single rules; `off` drops one. */
  readonly rules?: RuleLevels;
  /** Payload types that Apple does not document, or of which more is known than Apple says; of several the last counts. */
  readonly payloadTypes?: readonly PayloadTypeDefinition[];
  /** Limits of the property list, when it is given as bytes or text. */
  readonly limits?: PlistLimits;
}

const optionReaders: OptionReaders<ValidateProfileOptions> = {
  context: deviceContextOption,
  at: timeOption,
  as: choiceOption('author', 'device'),
  previous: optionOf('a Profile or a ParsedProfile', isProfile),
  isEncrypted: booleanOption,
  rules: ruleLevelsOption,
  payloadTypes: optionOf(
    'a list of what definePayloadType gives',
    (value): value is readonly PayloadTypeDefinition[] =>
      Array.isArray(value) && value.every((item) => isPayloadTypeDefinition(item)),
  ),
  limits: optionOf('an object', (value): value is PlistLimits => typeof value === 'object' && value !== null),
};

/**
 * Judges a profile: its schema, the schema of each payload, what the devices know, the certificates inside, and the rules
 * between them. All issues are told, those of the container first, then in the order of their pointers; with line and
 * column when the profile came from a file. What cannot be read is an issue too: nothing that an input holds makes this
 * throw.
 *
 * @throws TypeError when `input` is neither a profile nor bytes nor text, or an option is of another type
 * @example
 * const context = { platforms: { iOS: { from: '17.0' } }, supervised: false };
 * const issues = validateProfile(readFileSync('lab.mobileconfig'), { context });
 * const errors = issues.filter(({ severity }) => severity === 'error');
 */
export function validateProfile(input: ProfileInput, options: ValidateProfileOptions = {}): Issue[] {
  const { limits, previous, ...given } = readOptions('options', options, optionReaders);
  const { as = 'author', rules = {} } = given;
  const parsed = read(input, limits);
  if (isProfilewrightError(parsed)) return applyLevels([unreadable(parsed)], as, rules);
  const positionOf = 'positionOf' in parsed ? (pointer: string) => parsed.positionOf(pointer) : undefined;
  const container = 'container' in parsed ? parsed.issues : [];
  return [
    ...applyLevels(container, as, rules),
    ...validateProfileDictionary(parsed.dictionary, {
      ...given,
      isEncrypted: given.isEncrypted ?? ('isEncrypted' in parsed && parsed.isEncrypted),
      ...(previous === undefined ? {} : { previous: previous.dictionary }),
      ...(positionOf === undefined ? {} : { positionOf }),
    }),
  ];
}

function read(input: ProfileInput, limits: PlistLimits | undefined): Profile | ParsedProfile | ProfilewrightError {
  try {
    return readProfile(input, 'input', limits === undefined ? {} : { limits });
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
