import { anyPolicy, type PolicyMapping } from '../../pki/policy-extensions.js';

/**
 * The valid_policy_graph of RFC 9618, of which only the deepest level is kept: each valid policy with the policies that are
 * expected below it. The graph is empty exactly when this level is; the levels above would only tell which of its own
 * policies a relying party has left, and here every policy will do.
 */
export class ValidPolicies {
  readonly #maxNodes: number;
  #level = new Map<string, ReadonlySet<string>>();
  #nodes = 0;
  #isExceeded = false;

  constructor(maxNodes: number) {
    this.#maxNodes = maxNodes;
    this.#add(this.#level, anyPolicy);
  }

  /** How many nodes the graph has had, all levels together. */
  get nodes(): number {
    return this.#nodes;
  }

  /** Whether a node would have been one too many; what is asked for afterwards has no meaning. */
  get isExceeded(): boolean {
    return this.#isExceeded;
  }

  get isEmpty(): boolean {
    return this.#level.size === 0;
  }

  /** RFC 5280 section 6.1.3 (d) and (e): of the next certificate's policies, those to which the level above leads. */
  descend(policies: readonly string[], mayUseAny: boolean): void {
    const expected = new Set([...this.#level.values()].flatMap((below) => [...below]));
    const level = new Map<string, ReadonlySet<string>>();
    for (const policy of policies) {
      if (policy !== anyPolicy && (expected.has(policy) || expected.has(anyPolicy))) this.#add(level, policy);
    }
    if (mayUseAny && policies.includes(anyPolicy)) {
      for (const policy of expected) if (!level.has(policy)) this.#add(level, policy);
    }
    this.#level = level;
  }

  /** RFC 5280 section 6.1.4 (b)(1). */
  map(mappings: readonly PolicyMapping[]): void {
    const byIssuerPolicy = new Map<string, Set<string>>();
    for (const { issuerDomainPolicy, subjectDomainPolicy } of mappings) {
      const below = byIssuerPolicy.get(issuerDomainPolicy) ?? new Set();
      byIssuerPolicy.set(issuerDomainPolicy, below.add(subjectDomainPolicy));
    }
    for (const [policy, below] of byIssuerPolicy) {
      if (this.#level.has(policy)) this.#level.set(policy, below);
      else if (this.#level.has(anyPolicy)) this.#add(this.#level, policy, below);
    }
  }

  /** RFC 5280 section 6.1.4 (b)(2): a policy that is mapped where mapping is inhibited ends here. */
  remove(mappings: readonly PolicyMapping[]): void {
    for (const { issuerDomainPolicy } of mappings) this.#level.delete(issuerDomainPolicy);
  }

  #add(level: Map<string, ReadonlySet<string>>, policy: string, below: ReadonlySet<string> = new Set([policy])): void {
    this.#isExceeded ||= this.#nodes >= this.#maxNodes;
    if (this.#isExceeded) return;
    this.#nodes += 1;
    level.set(policy, below);
  }
}
