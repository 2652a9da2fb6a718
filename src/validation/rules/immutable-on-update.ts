import { payloadDictionaries, textOf } from '../../profile/codec.js';
import type { PlistDictionary } from '../../plist/value.js';
import { numberOf } from '../../schema/plist-type.js';
import type { ImmutableOnUpdate } from '../compiled-rule.js';
import { pointerOf } from '../fragment/describe-fault.js';
import type { Path } from '../fragment/find-faults.js';
import { identityOf } from '../fragment/same-value.js';
import { memoize } from '../profile-memo.js';
import { valuesAt } from '../rule-path.js';
import { describePlace, type RuleFault, type RuleKind, type RulePlace } from './rule-place.js';

/** `immutable-on-update`: what a device does not let an update change. Needs the profile that is replaced. */
export const isUnchanged: RuleKind<ImmutableOnUpdate> = function* (check, place) {
  const before = previousPayload(place);
  if (before === undefined) return;
  for (const path of check.paths) {
    if (identityAt(place.dictionary, path) !== identityAt(before, path)) yield fault(path, place, 'differs from');
  }
  for (const path of check.bitsMayNotGrow) {
    const [bits, allowed] = [bitsAt(place.dictionary, path), bitsAt(before, path)];
    if (bits !== undefined && allowed !== undefined && (bits & ~allowed) !== 0)
      yield fault(path, place, 'has more bits than');
  }
  for (const { path, values } of check.itemsMayNotChange) {
    const has = (dictionary: PlistDictionary, item: string): boolean =>
      [...valuesAt(dictionary, `${path}/*`)].some(({ value }) => value === item);
    const changed = values.find((item) => has(place.dictionary, item) !== has(before, item));
    if (changed !== undefined) yield fault(path, place, `does not agree about "${changed}" with`);
  }
};

/** The payload with the same identifier, or the only one of the type. */
function previousPayload({ context, payloadType, dictionary }: RulePlace): PlistDictionary | undefined {
  const { first, byIdentifier, count } = memoize(context, `previous ${payloadType}`, () => {
    const payloads = payloadDictionaries(context.previous ?? {})
      .map((payload) => payload.dictionary)
      .filter((payload) => textOf(payload, 'PayloadType') === payloadType);
    // Of several with one identifier the first counts.
    const named = payloads.toReversed().map((payload) => [textOf(payload, 'PayloadIdentifier'), payload] as const);
    return { first: payloads[0], byIdentifier: new Map(named), count: payloads.length };
  });
  return byIdentifier.get(textOf(dictionary, 'PayloadIdentifier')) ?? (count === 1 ? first : undefined);
}

function identityAt(dictionary: PlistDictionary, path: string): string {
  return [...valuesAt(dictionary, path)].map(({ value }) => identityOf(value)).join();
}

function bitsAt(dictionary: PlistDictionary, path: string): number | undefined {
  const [found] = valuesAt(dictionary, path);
  return numberOf(found?.value);
}

function fault(path: string, place: RulePlace, problem: string): RuleFault {
  const keys: Path = path.split('/').slice(1);
  const [found] = valuesAt(place.dictionary, path);
  const isMissing = found === undefined;
  return {
    pointer: isMissing ? place.pointer : pointerOf(keys, place.pointer),
    ...(isMissing ? { missing: String(keys.at(-1)) } : {}),
    found: `${describePlace(keys, place)} ${problem} the profile before`,
    advice: 'keep the value of the profile that is installed, or enrol the device again',
  };
}
