import { textOf } from '../../profile/codec.js';
import type { RuleCheck } from '../compiled-rule.js';
import { memoize } from '../profile-memo.js';
import { placesOf } from './profile-rule.js';
import { describePlace, type RuleKind, type RulePlace } from './rule-place.js';

type Check = Extract<RuleCheck, { kind: 'unique-in-profile' }>;

/**
 * `unique-in-profile`: a text stands once among the profile and its payloads. UUIDs are compared whatever the case of their
 * letters; empty texts are templates that were never filled in, which is another rule's business.
 */
export const uniqueInProfile: RuleKind<Check> = (check, place) => {
  const { key, fold, firsts, isUnique } = memoize(place.context, check, () => findTexts(check, place));
  if (isUnique) return [];
  const text = textOf(place.dictionary, key);
  const pointer = `${place.pointer}/${key}`;
  const first = text === undefined || text === '' ? undefined : firsts.get(fold(text));
  if (first === undefined || first === pointer) return [];
  return [
    {
      pointer,
      found: `${describePlace([key], place)} is the same as at ${first}`,
      advice: `change one of the two, so that each payload and the profile has a ${key} of its own`,
      isWhole: true,
    },
  ];
};

/** The texts of the profile, each with the pointer where it stands first. */
function findTexts({ path }: Check, { context }: RulePlace) {
  const key = path.slice(1);
  const fold = key.endsWith('UUID') ? (text: string) => text.toLowerCase() : (text: string) => text;
  const firsts = new Map<string, string>();
  let count = 0;
  for (const { pointer, dictionary } of placesOf(context)) {
    const text = textOf(dictionary, key);
    if (text === undefined) continue;
    count += 1;
    const folded = fold(text);
    if (!firsts.has(folded)) firsts.set(folded, `${pointer}/${key}`);
  }
  return { key, fold, firsts, isUnique: firsts.size === count };
}
