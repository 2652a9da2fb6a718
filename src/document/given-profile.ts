import { types } from 'node:util';
import { isContentInfo } from '../asn1/content-info.js';
import { copyBytes } from '../asn1/der.js';
import type { Issue, RuleLevels } from '../diagnostics/issue.js';
import { ProfilewrightError } from '../diagnostics/profilewright-error.js';
import type { PlistDictionary } from '../plist/value.js';
import { isBuiltProfile } from '../profile/create-profile.js';
import type { Profile } from '../profile/profile.js';
import { applyLevels } from '../validation/apply-levels.js';
import { validateProfileDictionary } from '../validation/validate-profile-dictionary.js';
import { parseProfile } from './parse-profile.js';

/** A profile that is about to be signed or encrypted. */
export interface GivenProfile {
  /** The bytes, as a copy. */
  readonly content: Uint8Array;
  readonly dictionary: PlistDictionary;
  readonly judged: readonly Issue[];
}

export interface JudgeGivenProfile {
  readonly at: Date;
  readonly rules: RuleLevels;
  /** Whether it travels encrypted. */
  readonly isEncrypted?: boolean;
}

/**
 * Reads what signing and encrypting take: a built profile was judged when it was built, everything else is judged now.
 *
 * @throws ProfilewrightError `ERR_PROFILE_ALREADY_SIGNED`, and what reading the bytes throws
 * @throws TypeError when it is neither a built profile nor bytes
 */
export function readGivenProfile(profile: Profile | Uint8Array, judge: JudgeGivenProfile): GivenProfile {
  if (!types.isUint8Array(profile)) {
    if (isBuiltProfile(profile)) return { content: profile.toBytes(), dictionary: profile.dictionary, judged: [] };
    throw new TypeError('profile must be a Profile from ProfileBuilder.build(), or the bytes of a profile');
  }
  if (isContentInfo(profile)) throw new ProfilewrightError('ERR_PROFILE_ALREADY_SIGNED', {});
  const content = copyBytes(profile);
  const parsed = parseProfile(content);
  if (parsed.container === 'cms') throw new ProfilewrightError('ERR_PROFILE_ALREADY_SIGNED', {});
  const { dictionary } = parsed;
  const positionOf = (pointer: string) => parsed.positionOf(pointer);
  const issues = validateProfileDictionary(dictionary, { ...judge, as: 'author', positionOf });
  return { content, dictionary, judged: [...applyLevels(parsed.issues, 'author', judge.rules), ...issues] };
}
