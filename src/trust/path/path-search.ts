import { equalBytes } from '../../asn1/der.js';
import { escapeText } from '../../diagnostics/escape-text.js';
import { issue, type Issue } from '../../diagnostics/issue.js';
import { readSignedParts, type Certificate } from '../../pki/certificate.js';
import { verifyCertificateSignature, type SignatureVerdict } from '../../pki/certificate-signature.js';
import { DEFAULT_MAX_COMPARISONS } from '../names/name-constraints.js';
import type { AnchorSource, Considered, PathLimits, TrustAnchor } from '../trust-query.js';
import { Identities } from './path-identities.js';
import { judgeKey } from './rules/keys.js';

/** A sequence of certificates each of which was signed by the next; it ends in an anchor, or where it cannot go on. */
export interface FoundPath {
  readonly path: readonly [Certificate, ...Certificate[]];
  readonly source: AnchorSource | undefined;
  /** Why it ends without an anchor. */
  readonly issues: readonly Issue[];
}

/** More would tell a reader nothing, and hostile input could make hundreds. */
const MAX_ISSUES_AN_END = 5;

/** Which source counts for a certificate that is an anchor in several ways: Apple looks in this order. */
const precedence: readonly AnchorSource[] = ['app', 'user', 'system', 'installed'];

const defaultLimits: Required<PathLimits> = {
  maxSignatureChecks: 200,
  maxPathLength: 10,
  maxCertificates: 1000,
  maxNameComparisons: DEFAULT_MAX_COMPARISONS,
  maxPaths: 50,
};

/**
 * Walks from a certificate to its issuers by name and signature, depth first, the likely ones first, and tells every
 * path that it finds until nobody asks for more. What a path is worth is for others to say. Use one object a search.
 */
export class PathSearch {
  readonly #sources: ReadonlyMap<string, AnchorSource>;
  readonly #bySubject: ReadonlyMap<string, readonly Certificate[]>;
  readonly #at: Date;
  readonly limits: Required<PathLimits>;
  readonly #verdicts = new Map<string, SignatureVerdict>();
  readonly #candidates = new Map<Certificate, readonly Certificate[]>();
  readonly #identities = new Identities();
  #signatureChecks = 0;
  #certificates = 0;
  #paths = 0;
  #isGivenUp = false;

  /** Set when a limit was reached: a better path may exist. */
  limitIssue: Issue | undefined;

  constructor(chain: readonly Certificate[], anchors: readonly TrustAnchor[], at: Date, limits: PathLimits) {
    this.#sources = sourcesOf(anchors);
    this.#at = at;
    const given = Object.entries(limits).filter(([, limit]) => limit !== undefined);
    this.limits = { ...defaultLimits, ...Object.fromEntries(given) };
    this.#bySubject = groupBySubject([...anchors.map(({ certificate }) => certificate), ...chain]);
  }

  get considered(): Considered {
    return { paths: this.#paths, certificates: this.#certificates, signatureChecks: this.#signatureChecks };
  }

  *paths(certificate: Certificate): Generator<FoundPath> {
    for (const found of this.#extend([certificate])) {
      if (this.#paths >= this.limits.maxPaths) {
        this.#giveUp(certificate, 'paths', this.limits.maxPaths);
        return;
      }
      this.#paths += 1;
      yield found;
    }
  }

  *#extend(path: FoundPath['path']): Generator<FoundPath> {
    const last = path.at(-1) ?? path[0];
    const source = this.#sourceOf(last);
    // An intermediate that the user trusts is no anchor by itself: the path may go on to its issuer.
    if (source !== undefined) yield { path, source, issues: [] };
    const ended = last.isSelfSigned ? [issue('path-not-anchored', { certificate: last })] : [];
    let isExtended = false;
    for (const issuer of last.isSelfSigned ? [] : this.#issuersOf(path)) {
      if (!this.#count('certificates', path[0])) break;
      if (path.length >= this.limits.maxPathLength) {
        ended.push(this.#reach(path[0], 'certificates in a path', this.limits.maxPathLength));
        break;
      }
      const verdict = this.#signatureVerdict(last, issuer, path[0]);
      if (verdict === 'valid') {
        isExtended = true;
        yield* this.#extend([...path, issuer]);
      } else if (verdict !== undefined && ended.length < MAX_ISSUES_AN_END) {
        ended.push(...signatureIssues(last, issuer, verdict, this.#at));
      }
      if (this.#isGivenUp) break;
    }
    if (source !== undefined || isExtended) return;
    if (this.#isGivenUp && this.limitIssue !== undefined) ended.unshift(this.limitIssue);
    if (ended.length === 0) ended.push(issuerNotFound(last));
    yield { path, source: undefined, issues: ended };
  }

  /** Meeting an entity again, in whatever certificate, would be a loop. */
  *#issuersOf(path: FoundPath['path']): Generator<Certificate> {
    const passed = path.map((certificate) => this.#identities.entityOf(certificate));
    for (const certificate of this.#candidatesFor(path.at(-1) ?? path[0])) {
      if (!passed.includes(this.#identities.entityOf(certificate))) yield certificate;
    }
  }

  /** Whose name it is, the likely ones first; sorted once a child, however many paths lead to it. */
  #candidatesFor(child: Certificate): readonly Certificate[] {
    const known = this.#candidates.get(child);
    if (known !== undefined) return known;
    const ranked = (this.#bySubject.get(child.issuer.normalized) ?? [])
      .map((certificate) => ({ certificate, rank: this.#rank(child, certificate) }))
      .sort((a, b) => b.rank - a.rank)
      .map(({ certificate }) => certificate);
    this.#candidates.set(child, ranked);
    return ranked;
  }

  #rank(child: Certificate, issuer: Certificate): number {
    const wanted = child.authorityKeyIdentifier?.keyIdentifier;
    const own = issuer.subjectKeyIdentifier;
    const isKnown = wanted !== undefined && own !== undefined;
    const linkage = isKnown ? (equalBytes(wanted, own) ? 4 : -4) : 0;
    const isValid = issuer.notBefore <= this.#at && this.#at <= issuer.notAfter;
    return linkage + (this.#sourceOf(issuer) === undefined ? 0 : 2) + (isValid && issuer.isCA ? 1 : 0);
  }

  #signatureVerdict(child: Certificate, issuer: Certificate, target: Certificate): SignatureVerdict | undefined {
    const pair = `${child.fingerprints.sha256} ${String(this.#identities.keyOf(issuer))}`;
    const known = this.#verdicts.get(pair);
    if (known !== undefined) return known;
    if (!this.#count('signatureChecks', target)) return undefined;
    const verdict = verifyCertificateSignature(readSignedParts(child), issuer.publicKey.spki);
    this.#verdicts.set(pair, verdict);
    return verdict;
  }

  #sourceOf(certificate: Certificate): AnchorSource | undefined {
    return this.#sources.get(certificate.fingerprints.sha256);
  }

  /** Counts one piece of work; false when that would exceed the limit. */
  #count(what: 'signatureChecks' | 'certificates', target: Certificate): boolean {
    const isChecks = what === 'signatureChecks';
    const maximum = isChecks ? this.limits.maxSignatureChecks : this.limits.maxCertificates;
    if ((isChecks ? this.#signatureChecks : this.#certificates) >= maximum) {
      this.#giveUp(target, isChecks ? 'signature checks' : 'certificates', maximum);
      return false;
    }
    if (isChecks) this.#signatureChecks += 1;
    else this.#certificates += 1;
    return true;
  }

  #giveUp(certificate: Certificate, limit: string, maximum: number): void {
    this.#reach(certificate, limit, maximum);
    this.#isGivenUp = true;
  }

  /** A path that is too long ends there; the search goes on elsewhere. */
  #reach(certificate: Certificate, limit: string, maximum: number): Issue {
    this.limitIssue ??= issue('path-limit', { certificate }, { limit, maximum });
    return this.limitIssue;
  }
}

/** By the hash of the whole certificate, as Apple's trust store has it. */
function sourcesOf(anchors: readonly TrustAnchor[]): ReadonlyMap<string, AnchorSource> {
  const ordered = [...anchors].sort((a, b) => precedence.indexOf(b.source) - precedence.indexOf(a.source));
  return new Map(ordered.map(({ certificate, source }) => [certificate.fingerprints.sha256, source]));
}

/** When the key of the issuer cannot be used, that is the fact worth telling. */
function signatureIssues(
  child: Certificate,
  issuer: Certificate,
  verdict: 'invalid' | 'unsupported',
  at: Date,
): readonly Issue[] {
  if (verdict === 'invalid') return [issue('issuer-signature', { certificate: issuer }, { child: child.name })];
  const unusable = judgeKey(issuer, at).filter(({ severity }) => severity === 'error');
  const details = { child: child.name, algorithm: child.signatureAlgorithm.name };
  return unusable.length > 0 ? unusable : [issue('issuer-signature-unchecked', { certificate: issuer }, details)];
}

function issuerNotFound(certificate: Certificate): Issue {
  return issue('issuer-not-found', { certificate }, { issuer: `"${escapeText(certificate.issuer.text)}"` });
}

/** Finds issuers by normalised subject, as Apple does; each certificate once. */
function groupBySubject(certificates: readonly Certificate[]): ReadonlyMap<string, readonly Certificate[]> {
  const groups = new Map<string, Certificate[]>();
  const seen = new Set<string>();
  for (const certificate of certificates) {
    if (seen.has(certificate.fingerprints.sha256)) continue;
    seen.add(certificate.fingerprints.sha256);
    const group = groups.get(certificate.subject.normalized);
    if (group === undefined) groups.set(certificate.subject.normalized, [certificate]);
    else group.push(certificate);
  }
  return groups;
}
