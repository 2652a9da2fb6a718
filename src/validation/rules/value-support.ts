import { allPlatforms, type DeviceContext } from '../../device/device-context.js';
import type { Platform } from '../../device/platform.js';
import { coverageOf } from '../../device/version-range.js';
import { joinWords } from '../../diagnostics/join-words.js';
import type { RuleCheck, ValueSupport } from '../compiled-rule.js';
import { pointerOf } from '../fragment/describe-fault.js';
import { valuesAt } from '../rule-path.js';
import { describePlace, showValue, type RuleKind } from './rule-place.js';

type Check = Extract<RuleCheck, { kind: 'value-support' }>;

/** `value-support`: a value exists on the systems that the profile is for. Without systems there is nothing to say. */
export const valueIsSupported: RuleKind<Check> = function* ({ path, values }, place) {
  const { platforms } = place.context.device;
  if (platforms === undefined) return;
  for (const { path: found, value } of valuesAt(place.dictionary, path)) {
    const support = typeof value === 'string' && Object.hasOwn(values, value) ? values[value] : undefined;
    const problem = support === undefined ? undefined : findProblem(support, platforms);
    if (problem === undefined) continue;
    yield {
      pointer: pointerOf(found, place.pointer),
      found: `${describePlace(found, place)} is ${showValue(value, found, place)}, which ${problem}`,
      advice: 'remove it, or change the systems that the profile is for',
    };
  }
};

/** A value has to exist on one of the systems; there, on all versions that are named. */
function findProblem(support: ValueSupport, named: NonNullable<DeviceContext['platforms']>): string | undefined {
  const present = allPlatforms.filter((platform) => named[platform] !== undefined);
  const known = present.filter((platform) => support.introduced[platform] !== undefined);
  if (known.length === 0) return `does not exist on ${joinWords(present)}`;
  for (const platform of known) {
    const problem = problemOn(platform, support, named[platform]);
    if (problem !== undefined) return problem;
  }
  return undefined;
}

function problemOn(
  platform: Platform,
  { introduced, deprecated, removed }: ValueSupport,
  range: { readonly from: string; readonly to?: string } | undefined,
): string | undefined {
  if (range === undefined) return undefined;
  const [first, last, discouraged] = [introduced[platform], removed?.[platform], deprecated?.[platform]];
  if (coverageOf(range, { since: first }) !== 'all') return `exists from ${platform} ${first ?? ''} on`;
  if (last !== undefined && coverageOf(range, { since: last }) !== 'none') return `was removed in ${platform} ${last}`;
  if (discouraged !== undefined && coverageOf(range, { since: discouraged }) !== 'none') {
    return `is deprecated since ${platform} ${discouraged}`;
  }
  return undefined;
}
