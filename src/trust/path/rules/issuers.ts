import { equalBytes } from '../../../asn1/der.js';
import { issue, type Issue } from '../../../diagnostics/issue.js';
import type { Certificate } from '../../../pki/certificate.js';
import { weigh } from '../../rules/certificate-context.js';
import { isUnreadable } from '../../rules/extensions.js';
import { listedRoot, type PathContext } from '../path-context.js';

/** Each certificate of the path with the one that issued it. */
function* links({ path }: PathContext): Generator<{ child: Certificate; issuer: Certificate; casBelow: number }> {
  let casBelow = 0;
  for (const [index, issuer] of path.slice(1).entries()) {
    const child = path[index] ?? issuer;
    // RFC 5280 section 6.1.4 (l): self-issued CAs do not count, nor does the certificate at the end.
    if (index > 0 && child.subject.normalized !== child.issuer.normalized) casBelow += 1;
    yield { child, issuer, casBelow };
  }
}

/** Silent where the rules of a listed root, or that of broken basicConstraints, have the fact. */
export function* issuerIsCA(context: PathContext): Generator<Issue> {
  for (const { child, issuer } of links(context)) {
    if (issuer.isCA || issuer === listedRoot(context) || isUnreadable(issuer, 'basicConstraints')) continue;
    yield issue('issuer-not-ca', { certificate: issuer }, { child: child.name });
  }
}

export function* issuerKeyUsage(context: PathContext): Generator<Issue> {
  for (const { child, issuer } of links(context)) {
    const usages = issuer.keyUsage?.usages;
    if (usages === undefined || usages.includes('keyCertSign') || issuer === listedRoot(context)) continue;
    yield issue('issuer-ku-certsign', { certificate: issuer }, { child: child.name });
  }
}

/** The issuer and serial number form of authorityKeyIdentifier is not used, as Apple does not use it. */
export function* issuerKeyIdentifier(context: PathContext): Generator<Issue> {
  for (const { child, issuer } of links(context)) {
    const wanted = child.authorityKeyIdentifier?.keyIdentifier;
    const own = issuer.subjectKeyIdentifier;
    if (wanted === undefined || own === undefined || equalBytes(wanted, own)) continue;
    yield issue('aki-ski', { certificate: issuer }, { child: child.name });
  }
}

/** pathLenConstraint binds whatever keyUsage says; that of a trusted root itself since iOS 15. */
export function* issuerPathLength(context: PathContext): Generator<Issue> {
  const anchor = context.source === undefined ? undefined : context.path.at(-1);
  for (const { issuer, casBelow } of links(context)) {
    const pathLength = issuer.basicConstraints?.pathLenConstraint;
    if (pathLength === undefined || casBelow <= pathLength) continue;
    const found = issue('path-length', { certificate: issuer }, { pathLength, below: casBelow });
    yield issuer === anchor && context.generation < 15 ? weigh(found, 'warning') : found;
  }
}

/** A CA needs a name, wherever it stands in the path and whatever it is used for. */
export function* issuerSubject(context: PathContext): Generator<Issue> {
  for (const [index, certificate] of context.path.entries()) {
    const isAsked = index > 0 || certificate.isCA;
    if (!isAsked || certificate.subject.rdns.length > 0 || certificate === listedRoot(context)) continue;
    yield issue('ca-empty-subject', { certificate });
  }
}
