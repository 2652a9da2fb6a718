import type { ComparablePayload } from './comparable-profile.js';

/** Two payloads that stand for each other, or one that stands alone. */
export interface PayloadMatch {
  readonly before?: ComparablePayload;
  readonly after?: ComparablePayload;
}

type MatchKey = (payload: ComparablePayload) => string | undefined;

/** By what two payloads are found to be one, the surest first. Identifiers that are empty tell nothing. */
const matchKeys: readonly MatchKey[] = [
  ({ digest }) => digest,
  ({ type, identifier, uuid }) => (identifier === '' || uuid === '' ? undefined : join(type, identifier, uuid)),
  ({ type, identifier }) => (identifier === '' ? undefined : join(type, identifier)),
  ({ type, uuid }) => (uuid === '' ? undefined : join(type, uuid)),
  ({ contentDigest }) => contentDigest,
];

const join = (...parts: readonly string[]): string => JSON.stringify(parts);

/** Finds for each payload its counterpart. What has none was added or removed. */
export function matchPayloads(
  before: readonly ComparablePayload[],
  after: readonly ComparablePayload[],
): readonly PayloadMatch[] {
  const open = { before: new Set(before), after: new Set(after) };
  const matches: PayloadMatch[] = [];
  const pair = (one: ComparablePayload, other: ComparablePayload): void => {
    open.before.delete(one);
    open.after.delete(other);
    matches.push({ before: one, after: other });
  };
  for (const keyOf of matchKeys) {
    const candidates = groupBy(open.after, keyOf);
    for (const payload of [...open.before]) {
      const counterpart = candidates.get(keyOf(payload))?.shift();
      if (counterpart !== undefined) pair(payload, counterpart);
    }
  }
  // The only payload of its type before and after is the same one under other names.
  const soleAfter = groupBy(open.after, ({ type }) => type);
  for (const [type, alone] of groupBy(open.before, (payload) => payload.type)) {
    const [one, other] = [alone[0], soleAfter.get(type)?.[0]];
    const isSole = alone.length === 1 && soleAfter.get(type)?.length === 1;
    if (isSole && one !== undefined && other !== undefined) pair(one, other);
  }
  return [
    ...matches,
    ...[...open.after].map((added) => ({ after: added })),
    ...[...open.before].map((removed) => ({ before: removed })),
  ];
}

function groupBy(payloads: Iterable<ComparablePayload>, keyOf: MatchKey): Map<string | undefined, ComparablePayload[]> {
  const groups = new Map<string | undefined, ComparablePayload[]>();
  for (const payload of payloads) {
    const key = keyOf(payload);
    if (key === undefined) continue;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [payload]);
    else group.push(payload);
  }
  return groups;
}
