import { ProfileBuilder } from '../../builder/profile-builder.js';
import type { IssueCode } from '../../diagnostics/issues/index.js';
import type { RuleLevels } from '../../diagnostics/issue.js';
import { isProfilewrightError, ProfilewrightError } from '../../diagnostics/profilewright-error.js';
import type { PlistDictionary } from '../../plist/value.js';
import type { Profile, ProfileOptions } from '../../profile/profile.js';
import { editProfile, type ProfileEdit } from '../edit-profile.js';
import { evaluate, type Expression } from './expression.js';
import { joinEdits, findEdits, type ValueEdits } from './find-edits.js';
import type { BuilderCall } from './plan-payloads.js';

/** A profile that was made, and the rules whose errors had to be lowered for that. */
export interface Rehearsed {
  readonly profile: Profile;
  readonly lowered: readonly IssueCode[];
}

/** Does what the program will do up to `build()`. */
export function rehearseBuild(options: Expression, calls: readonly BuilderCall[], at: Date): Rehearsed {
  const builder = new ProfileBuilder(evaluate(options) as ProfileOptions);
  const methods = builder as unknown as Readonly<
    Record<BuilderCall['method'], (...parts: readonly unknown[]) => unknown>
  >;
  for (const { method, pointer, parts } of calls) aboutPayload(pointer, () => methods[method](...parts.map(evaluate)));
  return lowerErrors((rules) => builder.build({ at, rules }));
}

/** What looks like a certificate at a reference, and is none, is refused by the builder. */
function aboutPayload(pointer: string, add: () => unknown): void {
  try {
    add();
  } catch (error) {
    if (!isProfilewrightError(error)) throw error;
    const reason = 'the builder does not take this payload';
    throw new ProfilewrightError('ERR_PROFILE_EJECT', { pointer, reason }, { cause: error });
  }
}

/** Does what the program will do behind `build()`. */
export function rehearseEdits(built: Profile, { set, remove }: ValueEdits, at: Date): Rehearsed {
  const values: object = Object.fromEntries(set.map(([pointer, , value]): [string, unknown] => [pointer, value]));
  const edit = { set: values as NonNullable<ProfileEdit['set']>, remove };
  return lowerErrors((rules) => editProfile(built, edit, { at, rules, uuids: 'keep' }));
}

/** What a profile that was taken apart says is not corrected: an error becomes a warning. */
function lowerErrors(make: (rules: RuleLevels) => Profile): Rehearsed {
  const rules: RuleLevels = {};
  for (;;) {
    try {
      return { profile: make(rules), lowered: Object.keys(rules) as IssueCode[] };
    } catch (error) {
      if (!isProfilewrightError(error, 'ERR_PROFILE_INVALID')) throw error;
      const codes = error.details.issues.filter(({ severity }) => severity === 'error').map(({ code }) => code);
      const unknown = codes.filter((code) => !(code in rules));
      if (unknown.length === 0) throw error;
      for (const code of unknown) rules[code] = 'warning';
    }
  }
}

/** What tells the made profile from the wanted one, of which the payloads stand in the order of `order`. */
export function findProfileEdits(made: PlistDictionary, wanted: PlistDictionary, order: readonly number[]): ValueEdits {
  const { PayloadContent: madeContent = [], ...madeOthers } = made;
  const { PayloadContent: wantedContent, ...wantedOthers } = wanted;
  const top = findEdits({ made: madeOthers, wanted: wantedOthers, pointers: ['', ''] });
  if (!Array.isArray(wantedContent)) return joinEdits([top, { set: [], remove: ['/PayloadContent'] }]);
  const payloads = order.map((index, place) =>
    findEdits({
      made: (madeContent as readonly PlistDictionary[])[place],
      wanted: (wantedContent as readonly PlistDictionary[])[index] ?? {},
      pointers: [`/PayloadContent/${String(place)}`, `/PayloadContent/${String(index)}`],
    }),
  );
  return joinEdits([top, ...payloads]);
}
