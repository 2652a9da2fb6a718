import fc from 'fast-check';
import { draftChain, makeChain, type MadeChain } from './chain-draft.js';
import type { ChainTwist } from './chain-twist.js';
import { basicConstraintsTwists, usageTwists, validityTwists, versionTwists } from './chain-twists-authority.js';
import { directoryConstraintTwists, dnsConstraintTwists, otherConstraintTwists } from './chain-twists-constraints.js';
import { extensionTwists, identifierTwists, policyTwists } from './chain-twists-extension.js';
import { hostNameTwists } from './chain-twists-names.js';
import { anchorTwists, crossTwists, selectionTwists } from './chain-twists-shape.js';
import { algorithmTwists, signatureTwists } from './chain-twists-signature.js';

/** Every departure from the sound chain that there is a word for. */
export const chainTwists = {
  ...validityTwists,
  ...basicConstraintsTwists,
  ...usageTwists,
  ...versionTwists,
  ...hostNameTwists,
  ...dnsConstraintTwists,
  ...otherConstraintTwists,
  ...directoryConstraintTwists,
  ...signatureTwists,
  ...algorithmTwists,
  ...identifierTwists,
  ...extensionTwists,
  ...policyTwists,
  ...selectionTwists,
  ...anchorTwists,
  ...crossTwists,
} as const satisfies Record<string, ChainTwist>;

export type ChainTwistName = keyof typeof chainTwists;

const names = Object.keys(chainTwists) as ChainTwistName[];
const twistOf = (name: ChainTwistName): ChainTwist => chainTwists[name];

/** A chain in words: the same plan makes the same chain, but for keys and serial numbers. */
export interface ChainPlan {
  readonly depth: number;
  readonly keys: 'p256' | 'p384' | 'rsa-2048';
  /** Who trusts the anchors. */
  readonly source: 'app' | 'user';
  readonly twists: readonly ChainTwistName[];
}

export const tellPlan = ({ depth, keys, source, twists }: ChainPlan): string =>
  `${twists.join(' + ') || 'sound'} (depth ${depth}, ${keys}, trusted by the ${source})`;

/** Issues the certificates of a plan. */
export function makePlannedChain({ depth, keys, twists }: ChainPlan): MadeChain {
  const draft = draftChain(depth, keys);
  for (const name of twists) twistOf(name).change?.(draft);
  return twists.reduce((made, name) => twistOf(name).arrange?.(made) ?? made, makeChain(draft));
}

/** Each twist alone, for both kinds of trust. */
function singleTwistPlans(): readonly ChainPlan[] {
  return names.flatMap((name, index) =>
    (['app', 'user'] as const).map((source) => ({
      depth: Math.max(twistOf(name).depth, index % 3),
      keys: 'p256' as const,
      source,
      twists: [name],
    })),
  );
}

/** Chains with up to four twists that do not get into each other's way. */
function chainPlans(): fc.Arbitrary<ChainPlan> {
  return fc
    .record({
      depth: fc.constantFrom(0, 1, 1, 2, 2, 3),
      keys: fc.constantFrom('p256' as const, 'p256' as const, 'p256' as const, 'p384' as const, 'rsa-2048' as const),
      source: fc.constantFrom('app' as const, 'user' as const),
      wishes: fc.array(fc.constantFrom(...names), { minLength: 2, maxLength: 4 }),
    })
    .map(({ wishes, ...plan }) => ({ ...plan, twists: compatible(wishes, plan.depth) }));
}

function compatible(wishes: readonly ChainTwistName[], depth: number): ChainTwistName[] {
  const touched = new Set<string>();
  return wishes.filter((name) => {
    const twist = twistOf(name);
    if (twist.depth > depth || twist.touches.some((what) => touched.has(what))) return false;
    for (const what of twist.touches) touched.add(what);
    return true;
  });
}

/** The plans of a list that is the same in every run. */
export function sampledPlans(count: number, seed: number): readonly ChainPlan[] {
  const plans = [...singleTwistPlans(), ...fc.sample(chainPlans(), { seed, numRuns: count })];
  return [...new Map(plans.map((plan) => [tellPlan(plan), plan])).values()];
}
