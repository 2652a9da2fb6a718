import type { ChainPlan, ChainTwistName } from '../support/chain-plan.js';

export type Referee = 'openssl' | 'go';

/** A kind of chain that this package and a referee judge differently, and why that is as it should be. */
export interface Disagreement {
  readonly name: string;
  readonly referees: readonly Referee[];
  /** What the one that refuses says: issue codes of ours, or parts of a referee's message. */
  readonly says: readonly string[];
  /** The chain has one of these twists. */
  readonly twists: readonly ChainTwistName[];
  /** Only where the anchors are trusted by an app, or by the user. */
  readonly source?: ChainPlan['source'];
  /** The first version of the referee that agrees. */
  readonly until?: string;
  readonly why: string;
}
