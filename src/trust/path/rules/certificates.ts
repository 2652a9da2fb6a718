import { issue, type Issue } from '../../../diagnostics/issue.js';
import type { Certificate } from '../../../pki/certificate.js';
import { applyRules, createContext, weigh, type CertificateRule } from '../../rules/certificate-context.js';
import { nameHazard } from '../../rules/name-hazard.js';
import { notDer } from '../../rules/not-der.js';
import { rsaParameters } from '../../rules/rsa-parameters.js';
import { serialNumber } from '../../rules/serial-number.js';
import { rsaPssSignature, signatureAlgorithmMismatch } from '../../rules/signature-algorithm.js';
import { dateEncoding, expired, notYetValid, validityReversed } from '../../rules/validity.js';
import { x509Version } from '../../rules/x509-version.js';
import { onceACertificate } from '../once-a-certificate.js';
import { belowAnchor, type PathContext } from '../path-context.js';

/** Rules that hold for every certificate of a path in the same way. */
const own = onceACertificate([dateEncoding, validityReversed, serialNumber, rsaParameters, notDer, nameHazard]);

/** Rules for what an issuer has signed; the signature of an anchor proves nothing. */
const signedRules: readonly CertificateRule[] = [rsaPssSignature, signatureAlgorithmMismatch];

export function* certificateOwn({ path }: PathContext): Generator<Issue> {
  for (const certificate of path) yield* own(certificate);
}

export function* certificateSigned(context: PathContext): Generator<Issue> {
  for (const certificate of belowAnchor(context)) {
    yield* applyRules(signedRules, createContext(certificate, 'root', context));
  }
}

/** Before its time and behind it a certificate is refused, an anchor too. */
export function* certificateValidity({ path, at }: PathContext): Generator<Issue> {
  for (const certificate of path) {
    const context = createContext(certificate, 'other', { at });
    for (const found of [...expired(context), ...notYetValid(context)]) yield weigh(found, 'error');
  }
}

const TWO_DAYS = 172_800_000;

/** Told of the youngest only, where a handshake depends on it: when its turn is over, so is that of the others. */
export function* certificateRecent({ path, policy, at }: PathContext): Generator<Issue> {
  if (policy.kind === 'basic') return;
  const youngest = path.reduce((a, b) => (b.notBefore > a.notBefore ? b : a));
  const age = at.getTime() - youngest.notBefore.getTime();
  if (age < 0 || age >= TWO_DAYS) return;
  yield issue('valid-since-recently', { certificate: youngest }, { notBefore: youngest.notBefore.toISOString() });
}

/**
 * A version 1 root is taken, and so is a leaf that needs no extension. A version 1 intermediate is not: Apple refuses it
 * below a root of version 3, RFC 5280 section 6.1.4 (k) wherever nobody vouches for it.
 */
export function* certificateVersion(context: PathContext): Generator<Issue> {
  const below = new Set<Certificate>(belowAnchor(context));
  for (const certificate of context.path) {
    const found = [...x509Version(createContext(certificate, 'root', context))];
    const isIssuer = certificate !== context.path[0];
    yield* found.map((one) => (below.has(certificate) && isIssuer ? weigh(one, 'error') : one));
  }
}
