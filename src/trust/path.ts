import { now } from '../device/clock.js';
import type { Issue } from '../diagnostics/issue.js';
import type { Certificate } from '../pki/certificate.js';
import { PathSearch, type PathLimits } from './path-search.js';

export interface PathQuery {
  readonly certificate: Certificate;
  /** The certificates that came along, in any order; they are not trusted. */
  readonly candidates: readonly Certificate[];
  /** A path ends where one of its certificates is, byte for byte, one of these. */
  readonly anchors: readonly Certificate[];
  /** The time at which every certificate of the path must be valid, the anchor included; now unless given. */
  readonly at?: Date;
  readonly limits?: PathLimits;
}

export interface PathResult {
  /** From the certificate to the anchor; missing when there is no path. */
  readonly path?: readonly Certificate[];
  /** Why there is no path; empty when there is one. */
  readonly issues: readonly Issue[];
  /** The work that was done. */
  readonly considered: { readonly signatureChecks: number; readonly certificates: number };
}

/**
 * Looks for a path from a certificate to an anchor, by RFC 5280 section 6 where Apple follows it: names, key identifiers,
 * signatures, validity, basicConstraints with path length, keyUsage, critical extensions. Signatures with SHA-1, MD5 or
 * RSASSA-PSS and keys that Apple does not load are not taken; CAs with nameConstraints are refused, because these are
 * not evaluated. Never throws for what the certificates hold.
 */
export function findPath({ certificate, candidates, anchors, at = now(), limits = {} }: PathQuery): PathResult {
  const search = new PathSearch(candidates, anchors, at, limits);
  const path = search.find(certificate);
  const { considered } = search;
  if (path === undefined) return Object.freeze({ issues: search.issues, considered });
  return Object.freeze({ path: Object.freeze(path), issues: [], considered });
}
