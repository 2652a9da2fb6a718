import type { RuleCheck } from '../compiled-rule.js';
import { pointerOf } from '../fragment/describe-fault.js';
import { memoize, payloadsOfType } from '../profile-memo.js';
import { describePlace, type RuleKind } from './rule-place.js';

type Check = Extract<RuleCheck, { kind: 'no-shared-keys-across-payloads' }>;

/** `no-shared-keys-across-payloads`: a key stands in one payload of the type only. */
export const noSharedKeys: RuleKind<Check> = function* ({ payloadType, ignore }, place) {
  const ignored = new RegExp(ignore, 'u');
  const firsts = memoize(place.context, `keys ${payloadType}`, () => {
    const seen = new Map<string, string>();
    for (const { pointer, dictionary } of payloadsOfType(place.context, payloadType)) {
      for (const key of Object.keys(dictionary)) if (!seen.has(key)) seen.set(key, pointer);
    }
    return seen;
  });
  for (const key of Object.keys(place.dictionary)) {
    const first = firsts.get(key);
    if (ignored.test(key) || first === undefined || first === place.pointer) continue;
    yield {
      pointer: pointerOf([key], place.pointer),
      found: `${describePlace([key], place)} is also set in the payload at ${first}`,
      advice: 'set it in one payload only',
      isSuperfluous: true,
    };
  }
};
