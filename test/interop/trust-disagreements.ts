import type { ChainPlan } from '../support/chain-plan.js';
import type { Disagreement, Referee } from './disagreement.js';
import { oursStricter } from './trust-disagreements-ours.js';
import { refereeStricter } from './trust-disagreements-theirs.js';

/** Who refuses what the other one trusts. */
export type Side = 'ours' | 'theirs';

export const disagreements: Readonly<Record<Side, readonly Disagreement[]>> = {
  ours: oursStricter,
  theirs: refereeStricter,
};

/** The versions that docs/trust-referees.md was written with: with them each kind has to occur. */
export const knownVersions: Readonly<Record<Referee, string>> = { openssl: '3.0', go: '1.26' };

export interface Disputed {
  readonly plan: ChainPlan;
  readonly referee: Referee;
  readonly version: string;
  readonly side: Side;
  readonly reasons: readonly string[];
}

/** The kinds that explain a disagreement: all reasons of the one that refuses, or undefined. */
export function explain({ plan, referee, version, side, reasons }: Disputed): ReadonlySet<Disagreement> | undefined {
  const fitting = disagreements[side].filter(
    ({ referees, twists, source = plan.source, until }) =>
      referees.includes(referee) &&
      source === plan.source &&
      (until === undefined || isOlder(version, until)) &&
      twists.some((twist) => plan.twists.includes(twist)),
  );
  const found = reasons.map((reason) => fitting.filter(({ says }) => says.some((part) => reason.includes(part))));
  return reasons.length === 0 || found.some((kinds) => kinds.length === 0) ? undefined : new Set(found.flat());
}

function isOlder(version: string, than: string): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const [otherMajor = 0, otherMinor = 0] = than.split('.').map(Number);
  return major === otherMajor ? minor < otherMinor : major < otherMajor;
}
