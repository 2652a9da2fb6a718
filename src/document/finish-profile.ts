import { now } from '../device/clock.js';
import type { DeviceContext } from '../device/device-context.js';
import type { RuleLevels } from '../diagnostics/issue.js';
import { ProfilewrightError } from '../diagnostics/profilewright-error.js';
import { encodeNormalized } from '../plist/encode.js';
import { normalizePlist } from '../plist/normalize.js';
import type { PlistDictionary, PlistInput } from '../plist/value.js';
import { createProfile } from '../profile/create-profile.js';
import type { Profile } from '../profile/profile.js';
import { timeOption, type OptionReaders } from '../profile/read-options.js';
import { deviceContextOption } from '../validation/device-context-option.js';
import { ruleLevelsOption } from '../validation/rule-levels-option.js';
import { validateProfileDictionary } from '../validation/validate-profile-dictionary.js';

/** By what a profile that was changed is judged, as one that is built is. */
export interface JudgedOptions {
  /** What is known about the devices that the profile is for; what is not known is not assumed. */
  readonly context?: DeviceContext;
  /** The time that validity is judged by; now unless given. */
  readonly at?: Date;
  /** Levels of single rules; `off` drops one. */
  readonly rules?: RuleLevels;
}

export const judgedOptions: OptionReaders<JudgedOptions> = {
  context: deviceContextOption,
  at: timeOption,
  rules: ruleLevelsOption,
};

/** The profile of a dictionary, validated like one that is built. Throws ERR_PROFILE_INVALID, ERR_PLIST_VALUE, ERR_PLIST_LIMIT. */
export function finishProfile(given: object, { at = now(), ...options }: JudgedOptions): Profile {
  const dictionary = normalizePlist(given as PlistInput) as PlistDictionary;
  const xml = encodeNormalized(dictionary);
  const issues = validateProfileDictionary(dictionary, { ...options, at, as: 'author' });
  if (issues.some(({ severity }) => severity === 'error'))
    throw new ProfilewrightError('ERR_PROFILE_INVALID', { issues });
  return createProfile(dictionary, xml, issues);
}
