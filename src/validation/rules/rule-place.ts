import { isSecretPath } from '../../schema/secret-path.js';
import type { PlacedDictionary } from '../../profile/codec.js';
import { pointerOf, quoteValue } from '../fragment/describe-fault.js';
import type { Path } from '../fragment/find-faults.js';
import type { ProfileContext } from './profile-rule.js';

/** The dictionary that a rule looks at, a payload or the profile, and what is around it. */
export interface RulePlace extends PlacedDictionary {
  readonly payloadType: string;
  readonly context: ProfileContext;
}

/** One way in which a profile breaks a rule. */
export interface RuleFault {
  readonly pointer: string;
  /** The key that is missing at the pointer. */
  readonly missing?: string;
  /** What stands there: the begin of the message. */
  readonly found: string;
  /** What to do, as a sentence that begins with a verb. */
  readonly advice: string;
  /** Whether `found` says all there is to say. */
  readonly isWhole?: boolean;
  /** Whether the value should not be there, whatever it is. */
  readonly isSuperfluous?: boolean;
  /** Whether a device passes over it, though nobody should write it. */
  readonly isForgiven?: boolean;
}

/** A rule kind: how a profile breaks what a rule of this kind demands, told once for each place. */
export type RuleKind<Demand> = (demand: Demand, place: RulePlace) => Iterable<RuleFault>;

/** `"Key" at /pointer`, for messages. */
export function describePlace(path: Path, { pointer }: RulePlace): string {
  const key = path.findLast((segment) => typeof segment === 'string');
  const at = pointerOf(path, pointer);
  return key === undefined ? `the payload at ${at}` : `"${key}" at ${at}`;
}

/** The value in quotes when it may be shown, otherwise what kind of value it is. */
export function showValue(value: unknown, path: Path, { payloadType, context }: RulePlace): string {
  return quoteValue(value, { fragment: {}, keyword: 'const' }, isSecretPath(context.schemaOf(payloadType), path));
}
