import { now } from '../device/clock.js';
import { readOptions, timeOption, type OptionReaders } from '../profile/read-options.js';
import { validateProfileDictionary } from '../validation/validate-profile-dictionary.js';
import {
  diffOptions,
  diffProfiles,
  ignoredKeys,
  type DiffProfilesOptions,
  type ProfileChange,
} from './diff-profiles.js';
import { findEffects, isReplaced, type InstallEffect, type TwoProfiles } from './install-effects.js';
import { readProfile, type ProfileInput } from './read-profile.js';
import { reportIssue, type ReportedIssue } from './reported-issue.js';

/** What a device that has one profile will do when it is given another one, as plain JSON without secrets. */
export interface UpdatePlan {
  /** Whether the device replaces the installed profile; otherwise it has both afterwards. */
  readonly isReplaced: boolean;
  readonly effects: readonly InstallEffect[];
  readonly changes: readonly ProfileChange[];
  /** What a device does not let an update change. */
  readonly issues: readonly ReportedIssue[];
}

export interface PlanUpdateOptions extends DiffProfilesOptions {
  /** The time that validity is judged by; now unless given. */
  readonly at?: Date;
}

const planOptions: OptionReaders<PlanUpdateOptions> = { ...diffOptions, at: timeOption };

/**
 * Says what a device that has the profile `before` will do when `after` is installed: whether it replaces the one by the
 * other, what that does to each payload, to removal, management and roots, and what it will refuse to change.
 *
 * @throws ProfilewrightError as `parseProfile` does, for files
 * @throws TypeError when an argument is of another type, or an option unknown
 * @example
 * const { isReplaced, effects } = planUpdate(readFileSync('old.mobileconfig'), readFileSync('new.mobileconfig'));
 * console.log(isReplaced, effects.map(({ message }) => message));
 */
export function planUpdate(before: ProfileInput, after: ProfileInput, options: PlanUpdateOptions = {}): UpdatePlan {
  const { at = now(), ...comparing } = readOptions('options', options, planOptions);
  const [installed, update] = [readProfile(before, 'before'), readProfile(after, 'after')];
  const changes = diffProfiles(installed, update, { ...comparing });
  const isRenamed = ignoredKeys(comparing).profile.has('PayloadIdentifier');
  const profiles = { before: installed.dictionary, after: update.dictionary, isRenamed };
  return Object.freeze({
    isReplaced: isReplaced(profiles),
    effects: findEffects(profiles, changes.length > 0),
    changes,
    issues: isReplaced(profiles) ? findRefused(profiles, at) : [],
  });
}

/** What is an issue only because of the profile that is there. */
function findRefused({ before, after }: TwoProfiles, at: Date): ReportedIssue[] {
  const judge = (previous: object): ReportedIssue[] =>
    validateProfileDictionary(after, { as: 'device', at, ...previous }).map(reportIssue);
  const known = new Set(judge({}).map((issue) => JSON.stringify(issue)));
  return judge({ previous: before }).filter((issue) => !known.has(JSON.stringify(issue)));
}
