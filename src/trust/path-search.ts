import { equalBytes } from '../asn1/der.js';
import { escapeText } from '../diagnostics/escape-text.js';
import { issue, type Issue } from '../diagnostics/issue.js';
import { readSignedParts, type Certificate } from '../pki/certificate.js';
import { verifyCertificateSignature, type SignatureVerdict } from '../pki/certificate-signature.js';
import { Identities } from './path-identities.js';
import { judgePathCertificate, judgePathKey } from './rules/path-certificate.js';
import { judgePathLink } from './rules/path-link.js';

/** Work is counted; each limit is checked before the work. */
export interface PathLimits {
  /** 200 unless given. */
  readonly maxSignatureChecks?: number;
  /** Certificates in a path, both ends included; 10 unless given. */
  readonly maxPathLength?: number;
  /** Certificates that are looked at as a possible issuer, counted each time; 1000 unless given. */
  readonly maxCertificates?: number;
}

/** More would tell a reader nothing, and hostile input could make hundreds. */
const MAX_ISSUES = 50;

/** A depth-first search from a certificate to an anchor, which goes back where a branch ends. Use one object a search. */
export class PathSearch {
  readonly #anchors: readonly Certificate[];
  readonly #bySubject: ReadonlyMap<string, readonly Certificate[]>;
  readonly #at: Date;
  readonly #limits: Required<PathLimits>;
  readonly #issues: Issue[] = [];
  readonly #told = new Map<object, Set<string>>();
  readonly #judged = new Map<Certificate, boolean>();
  readonly #verdicts = new Map<string, SignatureVerdict>();
  readonly #identities: Identities = new Identities();
  #limit: Issue | undefined;
  #signatureChecks = 0;
  #certificates = 0;

  constructor(candidates: readonly Certificate[], anchors: readonly Certificate[], at: Date, limits: PathLimits) {
    this.#anchors = anchors;
    this.#at = at;
    this.#limits = { maxSignatureChecks: 200, maxPathLength: 10, maxCertificates: 1000, ...limits };
    this.#bySubject = groupBySubject([...anchors, ...candidates]);
  }

  get considered(): { readonly signatureChecks: number; readonly certificates: number } {
    return { signatureChecks: this.#signatureChecks, certificates: this.#certificates };
  }

  /** Why there is no path; a limit that stopped the search comes first. */
  get issues(): readonly Issue[] {
    return [...(this.#limit ? [this.#limit] : []), ...this.#issues];
  }

  find(certificate: Certificate): readonly Certificate[] | undefined {
    if (!this.#count('certificates', certificate)) return undefined;
    const isSound = this.#isFit(certificate) && !this.#refuses(judgePathKey(certificate, this.#at));
    return isSound ? this.#extend([certificate]) : undefined;
  }

  #extend(path: readonly [Certificate, ...Certificate[]]): readonly Certificate[] | undefined {
    const last = path.at(-1) ?? path[0];
    if (this.#isAnchor(last)) return path;
    if (last.isSelfSigned) {
      this.#refuses([issue('path-not-anchored', { certificate: last })]);
      return undefined;
    }
    const issuers = this.#issuersOf(path);
    if (issuers.length === 0) {
      const details = { issuer: `"${escapeText(last.issuer.text)}"` };
      this.#refuses([issue('issuer-not-found', { certificate: last }, details)]);
    }
    for (const issuer of issuers) {
      if (!this.#count('certificates', path[0])) return undefined;
      if (!this.#isIssuer(issuer, path)) continue;
      const found = this.#extend([...path, issuer]);
      if (found !== undefined || this.#limit !== undefined) return found;
    }
    return undefined;
  }

  /** Meeting an entity again, in whatever certificate, would be a loop. */
  #issuersOf(path: readonly [Certificate, ...Certificate[]]): readonly Certificate[] {
    const { issuer } = path.at(-1) ?? path[0];
    const passed = path.map((certificate) => this.#identities.entityOf(certificate));
    const group = this.#bySubject.get(issuer.normalized) ?? [];
    return group.filter((certificate) => !passed.includes(this.#identities.entityOf(certificate)));
  }

  /** Everything that costs little comes before the signature, arithmetic on a key that may be huge behind it. */
  #isIssuer(issuer: Certificate, path: readonly [Certificate, ...Certificate[]]): boolean {
    const child = path.at(-1) ?? path[0];
    const casBelow = path
      .slice(1)
      .filter(({ subject, issuer: { normalized } }) => subject.normalized !== normalized).length;
    if (this.#refuses(judgePathLink({ child, issuer, casBelow })) || !this.#isFit(issuer)) return false;
    if (path.length >= this.#limits.maxPathLength) {
      const details = { limit: 'certificates in a path', maximum: this.#limits.maxPathLength };
      return !this.#refuses([issue('path-limit', { certificate: path[0] }, details)]);
    }
    return this.#isSignedBy(child, issuer, path[0]) && !this.#refuses(judgePathKey(issuer, this.#at));
  }

  #isSignedBy(child: Certificate, issuer: Certificate, target: Certificate): boolean {
    const pair = `${child.fingerprints.sha256} ${String(this.#identities.keyOf(issuer))}`;
    let verdict = this.#verdicts.get(pair);
    if (verdict === undefined) {
      if (!this.#count('signatureChecks', target)) return false;
      verdict = verifyCertificateSignature(readSignedParts(child), issuer.publicKey.spki);
      this.#verdicts.set(pair, verdict);
    }
    if (verdict === 'invalid') {
      this.#refuses([issue('issuer-signature', { certificate: issuer }, { child: child.name })]);
    }
    if (verdict === 'unsupported') {
      const details = { child: child.name, algorithm: child.signatureAlgorithm.name };
      this.#refuses([issue('issuer-signature-unchecked', { certificate: issuer }, details)]);
    }
    return verdict === 'valid';
  }

  #isAnchor(certificate: Certificate): boolean {
    return this.#anchors.some(({ raw }) => equalBytes(raw, certificate.raw));
  }

  #isFit(certificate: Certificate): boolean {
    const known = this.#judged.get(certificate);
    if (known !== undefined) return known;
    const isFit = !this.#refuses(judgePathCertificate(certificate, this.#isAnchor(certificate), this.#at));
    this.#judged.set(certificate, isFit);
    return isFit;
  }

  /** Keeps each issue once; true when there is any. */
  #refuses(issues: readonly Issue[]): boolean {
    for (const found of issues) {
      const about = 'certificate' in found.where ? found.where.certificate : this;
      const told = this.#told.get(about) ?? new Set();
      if (this.#issues.length >= MAX_ISSUES || told.has(found.message)) continue;
      this.#told.set(about, told.add(found.message));
      this.#issues.push(found);
    }
    return issues.length > 0;
  }

  /** Counts one piece of work; false when that would exceed the limit. */
  #count(what: 'signatureChecks' | 'certificates', target: Certificate): boolean {
    const isChecks = what === 'signatureChecks';
    const maximum = isChecks ? this.#limits.maxSignatureChecks : this.#limits.maxCertificates;
    if ((isChecks ? this.#signatureChecks : this.#certificates) >= maximum) {
      this.#exceed(target, isChecks ? 'signature checks' : 'certificates', maximum);
      return false;
    }
    if (isChecks) this.#signatureChecks += 1;
    else this.#certificates += 1;
    return true;
  }

  #exceed(certificate: Certificate, limit: string, maximum: number): void {
    this.#limit ??= issue('path-limit', { certificate }, { limit, maximum });
  }
}

/** Finds issuers by normalised subject, as Apple does; anchors first, each certificate once. */
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
