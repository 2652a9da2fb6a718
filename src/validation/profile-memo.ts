import { textOf, type PlacedDictionary } from '../profile/codec.js';
import type { ProfileContext } from './rules/profile-rule.js';
import { valuesAt } from './rule-path.js';

/** What is found out once for a profile, although the rules of each payload ask for it. */
export function memoize<Value>({ memo }: ProfileContext, key: string | object, find: () => Value): Value {
  const known = memo.get(key) as Value | undefined;
  // Undefined may be what was found, though that is seldom.
  if (known !== undefined || memo.has(key)) return known as Value;
  const found = find();
  memo.set(key, found);
  return found;
}

/** The payloads of a type, in the order of the profile. */
export function payloadsOfType(context: ProfileContext, type: string): readonly PlacedDictionary[] {
  return (
    memoize(context, 'types', () =>
      groupBy(context.payloads, ({ dictionary }) => [textOf(dictionary, 'PayloadType')]),
    ).get(type) ?? []
  );
}

/**
 * The payloads at whose `target` a text stands, as PayloadUUID stands in each: the first of each PayloadType, however many have
 * one name. UUIDs count in either case.
 */
export function payloadsNamed(context: ProfileContext, target: string, text: string): PayloadsByType {
  const byName = memoize(context, `names ${target}`, () => groupByName(context.payloads, target));
  return byName.get(text.toLowerCase()) ?? new Map<string, PlacedDictionary>();
}

/** By PayloadType, in the order of the profile. */
export type PayloadsByType = ReadonlyMap<string, PlacedDictionary>;

function groupByName(payloads: readonly PlacedDictionary[], target: string): ReadonlyMap<string, PayloadsByType> {
  const groups = new Map<string, Map<string, PlacedDictionary>>();
  for (const payload of payloads) {
    const type = textOf(payload.dictionary, 'PayloadType') ?? '';
    for (const { value } of valuesAt(payload.dictionary, target)) {
      if (typeof value !== 'string') continue;
      const name = value.toLowerCase();
      const group = groups.get(name) ?? new Map<string, PlacedDictionary>();
      if (!group.has(type)) groups.set(name, group.set(type, payload));
    }
  }
  return groups;
}

function groupBy(
  payloads: readonly PlacedDictionary[],
  keysOf: (payload: PlacedDictionary) => readonly (string | undefined)[],
): ReadonlyMap<string, readonly PlacedDictionary[]> {
  const groups = new Map<string, PlacedDictionary[]>();
  for (const payload of payloads) {
    for (const key of keysOf(payload)) {
      if (key === undefined) continue;
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [payload]);
      else group.push(payload);
    }
  }
  return groups;
}
