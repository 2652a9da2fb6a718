import { equalBytes } from '../../asn1/der.js';
import { issue, type Issue } from '../../diagnostics/issue.js';
import type { Certificate } from '../../pki/certificate.js';

/** One step of a path. */
export interface PathLink {
  readonly child: Certificate;
  readonly issuer: Certificate;
  /** The CAs in the path below `issuer` that are not self-issued, which pathLenConstraint counts. */
  readonly casBelow: number;
}

function* issuerIsCA({ child, issuer }: PathLink): Generator<Issue> {
  if (!issuer.isCA) yield issue('issuer-not-ca', { certificate: issuer }, { child: child.name });
}

function* issuerKeyUsage({ child, issuer }: PathLink): Generator<Issue> {
  const usages = issuer.keyUsage?.usages;
  if (usages === undefined || usages.includes('keyCertSign')) return;
  yield issue('issuer-ku-certsign', { certificate: issuer }, { child: child.name });
}

/** The issuer and serial number form of authorityKeyIdentifier is not used, as Apple does not use it. */
function* keyIdentifiersMatch({ child, issuer }: PathLink): Generator<Issue> {
  const wanted = child.authorityKeyIdentifier?.keyIdentifier;
  const own = issuer.subjectKeyIdentifier;
  if (wanted === undefined || own === undefined || equalBytes(wanted, own)) return;
  yield issue('aki-ski', { certificate: issuer }, { child: child.name });
}

/** RFC 5280 section 6.1.4: pathLenConstraint binds whatever keyUsage says. */
function* pathLength({ issuer, casBelow }: PathLink): Generator<Issue> {
  const allowed = issuer.basicConstraints?.pathLenConstraint;
  if (allowed === undefined || casBelow <= allowed) return;
  yield issue('path-length', { certificate: issuer }, { pathLength: allowed, below: casBelow });
}

function* noNameConstraints({ issuer }: PathLink): Generator<Issue> {
  if (issuer.extensions.some(({ name }) => name === 'nameConstraints')) {
    yield issue('name-constraints', { certificate: issuer });
  }
}

const rules: readonly ((link: PathLink) => Generator<Issue>)[] = [
  issuerIsCA,
  issuerKeyUsage,
  keyIdentifiersMatch,
  pathLength,
  noNameConstraints,
];

/** Why this certificate cannot be the issuer at this place, as far as that can be told without its key. */
export function judgePathLink(link: PathLink): Issue[] {
  return rules.flatMap((rule) => [...rule(link)]);
}
