import { textOf } from '../../profile/codec.js';
import type { RuleCheck } from '../compiled-rule.js';
import { memoize } from '../profile-memo.js';
import { placesOf } from './profile-rule.js';
import { describePlace, type RuleKind } from './rule-place.js';

type Check = Extract<RuleCheck, { kind: 'unique-in-profile' }>;

/**
 * `unique-in-profile`: a text stands once among the profile and its payloads. UUIDs are compared whatever the case of their
 * letters; empty texts are templates that were never filled in, which is another rule's business.
 */
export const uniqueInProfile: RuleKind<Check> = function* ({ path }, place) {
  const key = path.slice(1);
  const fold = key.endsWith('UUID') ? (text: string) => text.toLowerCase() : (text: string) => text;
  const { firsts, isUnique } = memoize(place.context, `first ${path}`, () => {
    const seen = new Map<string, string>();
    let count = 0;
    for (const { pointer, dictionary } of placesOf(place.context)) {
      const text = textOf(dictionary, key);
      if (text === undefined) continue;
      count += 1;
      if (!seen.has(fold(text))) seen.set(fold(text), `${pointer}/${key}`);
    }
    return { firsts: seen, isUnique: seen.size === count };
  });
  if (isUnique) return;
  const text = textOf(place.dictionary, key);
  const pointer = `${place.pointer}/${key}`;
  const first = text === undefined || text === '' ? undefined : firsts.get(fold(text));
  if (first === undefined || first === pointer) return;
  yield {
    pointer,
    found: `${describePlace([key], place)} is the same as at ${first}`,
    advice: `change one of the two, so that each payload and the profile has a ${key} of its own`,
    isWhole: true,
  };
};
