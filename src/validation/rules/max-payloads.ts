import type { RuleCheck } from '../compiled-rule.js';
import { payloadsOfType } from '../profile-memo.js';
import type { RuleKind } from './rule-place.js';

type Check = Extract<RuleCheck, { kind: 'max-payloads' }>;

/** `max-payloads`: a profile has no more than so many payloads of the type. Those that are too many are told. */
export const maxPayloads: RuleKind<Check> = function* ({ count }, { pointer, context, payloadType }) {
  const payloads = payloadsOfType(context, payloadType);
  if (payloads.slice(0, count).some((payload) => payload.pointer === pointer)) return;
  yield {
    pointer,
    found: `the payload at ${pointer} is one of ${String(payloads.length)} of its type`,
    advice: `keep at most ${String(count)} payload${count === 1 ? '' : 's'} of the type "${payloadType}"`,
    isSuperfluous: true,
  };
};
