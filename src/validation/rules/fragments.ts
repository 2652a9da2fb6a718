import { isSecretPath } from '../../schema/secret-path.js';
import { describeFault } from '../fragment/describe-fault.js';
import { findFaults, fits } from '../fragment/find-faults.js';
import type { Fragment, FragmentObject } from '../fragment/fragment.js';
import { memoize } from '../profile-memo.js';
import type { RuleKind } from './rule-place.js';

/** `then`: what the dictionary itself must be like. */
export const fragmentHolds: RuleKind<Fragment> = (fragment, place) =>
  fits(fragment, place.dictionary) ? [] : fragmentFaults(fragment, place);

const fragmentFaults: RuleKind<Fragment> = function* (fragment, { pointer, dictionary, payloadType, context }) {
  for (const fault of findFaults(fragment, dictionary)) {
    yield describeFault(fault, pointer, (path) => isSecretPath(context.schemaOf(payloadType), path));
  }
};

/** `profile`: what the profile around a payload must be like. The fault is told at the payload that demands it. */
export const profileFragmentHolds: RuleKind<FragmentObject> = function* (fragment, { pointer, context }) {
  const faults = memoize(context, fragment, () =>
    [...findFaults(fragment, context.profile)].map((fault) =>
      describeFault(fault, '', (path) => isSecretPath(undefined, path)),
    ),
  );
  for (const { found, advice } of faults) yield { pointer, found, advice };
};
