import type { Certificate } from '../../pki/certificate.js';
import { anyPolicy, policyDecoders } from '../../pki/policy-extensions.js';
import { ValidPolicies } from './valid-policies.js';

export interface PolicyResult {
  readonly isAcceptable: boolean;
  /** Why not: `"Lab CA" requires an explicit policy, but "lab.example" has no certificatePolicies`. */
  readonly reason?: string;
  /** Where the last valid policy was lost, or what cannot be judged. */
  readonly certificate?: Certificate;
  /** How many nodes the graph has had. */
  readonly nodes: number;
}

interface Refusal {
  readonly reason: string;
  readonly certificate: Certificate;
}

const DEFAULT_MAX_NODES = 1000;

/**
 * Judges the certificate policies of a path by RFC 5280 sections 6.1.2 to 6.1.5 with the graph of RFC 9618, and with the
 * inputs of Apple's evaluator: every policy will do, and nothing is required or inhibited unless a certificate says so.
 *
 * @param path The leaf first, the trust anchor last. What the anchor says about policies does not count.
 * @param options `maxNodes` of the graph, 1,000 unless given: a path that takes more is not acceptable.
 */
export function judgePolicies(
  path: readonly Certificate[],
  options: { readonly maxNodes?: number } = {},
): PolicyResult {
  const certificates = path.slice(0, -1).reverse();
  const walk = new PolicyWalk(certificates.length, options.maxNodes ?? DEFAULT_MAX_NODES);
  for (const [index, certificate] of certificates.entries()) {
    const refusal = walk.enter(certificate, index === certificates.length - 1);
    if (refusal !== undefined) return Object.freeze({ isAcceptable: false, ...refusal, nodes: walk.nodes });
  }
  return Object.freeze({ isAcceptable: true, nodes: walk.nodes });
}

/** The state variables of RFC 5280 section 6.1.2, on the way from below the anchor to the leaf. */
class PolicyWalk {
  readonly #policies: ValidPolicies;
  readonly #maxNodes: number;
  #explicitPolicy: number;
  #policyMapping: number;
  #inhibitAnyPolicy: number;
  /** Who made `explicitPolicy` what it is. */
  #requiredBy: Certificate | undefined;
  #loss: Refusal | undefined;

  constructor(length: number, maxNodes: number) {
    this.#policies = new ValidPolicies(maxNodes);
    this.#maxNodes = maxNodes;
    this.#explicitPolicy = length + 1;
    this.#policyMapping = length + 1;
    this.#inhibitAnyPolicy = length + 1;
  }

  get nodes(): number {
    return this.#policies.nodes;
  }

  enter(certificate: Certificate, isLeaf: boolean): Refusal | undefined {
    const unreadable = refuseUnreadable(certificate);
    if (unreadable !== undefined) return unreadable;
    const isSelfIssued = certificate.issuer.normalized === certificate.subject.normalized;
    this.#descend(certificate, this.#inhibitAnyPolicy > 0 || (isSelfIssued && !isLeaf));
    const refusal = this.#judge(certificate);
    if (refusal !== undefined) return refusal;
    if (isLeaf) {
      this.#close(certificate);
    } else {
      this.#map(certificate);
      this.#count(certificate, isSelfIssued);
    }
    // What fails here above the leaf would fail at the next certificate: no policy becomes valid again, no counter grows.
    return this.#judge(certificate);
  }

  /** Section 6.1.3 (d) and (e). */
  #descend(certificate: Certificate, mayUseAny: boolean): void {
    const policies = certificate.certificatePolicies?.policies;
    this.#policies.descend(policies ?? [], mayUseAny);
    const isInhibited = !mayUseAny && policies?.includes(anyPolicy) === true;
    const noneValid = `has no policy that is valid above it${isInhibited ? ', where anyPolicy is inhibited' : ''}`;
    this.#noteLoss(certificate, policies === undefined ? 'has no certificatePolicies' : noneValid);
  }

  /** Section 6.1.4 (b); that no mapping names anyPolicy (a) is seen to where the extension is decoded. */
  #map(certificate: Certificate): void {
    const mappings = certificate.policyMappings?.mappings ?? [];
    if (this.#policyMapping > 0) this.#policies.map(mappings);
    else this.#policies.remove(mappings);
    this.#noteLoss(certificate, 'maps all policies that are valid above it, where mapping is inhibited');
  }

  /** Section 6.1.4 (h) to (j). */
  #count(certificate: Certificate, isSelfIssued: boolean): void {
    if (!isSelfIssued) {
      this.#explicitPolicy = Math.max(0, this.#explicitPolicy - 1);
      this.#policyMapping = Math.max(0, this.#policyMapping - 1);
      this.#inhibitAnyPolicy = Math.max(0, this.#inhibitAnyPolicy - 1);
    }
    const { requireExplicitPolicy, inhibitPolicyMapping = Infinity } = certificate.policyConstraints ?? {};
    const { skipCerts = Infinity } = certificate.inhibitAnyPolicy ?? {};
    if (requireExplicitPolicy !== undefined) this.#requireExplicitPolicy(requireExplicitPolicy, certificate);
    this.#policyMapping = Math.min(this.#policyMapping, inhibitPolicyMapping);
    this.#inhibitAnyPolicy = Math.min(this.#inhibitAnyPolicy, skipCerts);
  }

  /** Section 6.1.5: whether the leaf is self-issued makes no difference, and of its constraints only a zero counts. */
  #close(leaf: Certificate): void {
    if (this.#explicitPolicy > 0) this.#explicitPolicy -= 1;
    if (leaf.policyConstraints?.requireExplicitPolicy === 0) this.#requireExplicitPolicy(0, leaf);
  }

  #requireExplicitPolicy(skipCerts: number, certificate: Certificate): void {
    if (skipCerts >= this.#explicitPolicy) return;
    this.#explicitPolicy = skipCerts;
    this.#requiredBy = certificate;
  }

  /** Keeps the first one: what comes below cannot make a policy valid again. */
  #noteLoss(certificate: Certificate, reason: string): void {
    if (this.#policies.isEmpty) this.#loss ??= { certificate, reason: `${certificate.name} ${reason}` };
  }

  /** Section 6.1.3 (f), and the limit. */
  #judge(certificate: Certificate): Refusal | undefined {
    if (this.#policies.isExceeded) {
      const reason = `the policies of the path take more than ${String(this.#maxNodes)} nodes`;
      return { certificate, reason };
    }
    if (this.#explicitPolicy > 0 || this.#loss === undefined) return undefined;
    const requiredBy = this.#requiredBy?.name ?? 'the path';
    return { ...this.#loss, reason: `${requiredBy} requires an explicit policy, but ${this.#loss.reason}` };
  }
}

/** What cannot be read may be a constraint. */
function refuseUnreadable(certificate: Certificate): Refusal | undefined {
  const unreadable = certificate.extensions.find(
    ({ name, defect }) => defect !== undefined && Object.hasOwn(policyDecoders, name),
  );
  if (unreadable?.defect === undefined) return undefined;
  return { certificate, reason: `${unreadable.name} of ${certificate.name} cannot be read: ${unreadable.defect}` };
}
