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

/** The payloads at whose `target` a text stands, as PayloadUUID stands in each. UUIDs count in either case. */
export function payloadsNamed(context: ProfileContext, target: string, text: string): readonly PlacedDictionary[] {
  const byName = memoize(context, `names ${target}`, () =>
    groupBy(context.payloads, ({ dictionary }) =>
      [...valuesAt(dictionary, target)].map(({ value }) =>
        typeof value === 'string' ? value.toLowerCase() : undefined,
      ),
    ),
  );
  return byName.get(text.toLowerCase()) ?? [];
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
