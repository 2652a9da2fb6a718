import { issue, type Issue, type Severity } from '../../../diagnostics/issue.js';
import type { Certificate } from '../../../pki/certificate.js';
import { applyRules, createContext, weigh, type CertificateRule } from '../../rules/certificate-context.js';
import { ecCurves, ecExplicitParameters } from '../../rules/ec-curve.js';
import { edwardsKey, unreadableKey, unsupportedKeyType } from '../../rules/key-type.js';
import { rsaExponent } from '../../rules/rsa-exponent.js';
import { rsaClosePrimes, rsaRoca, rsaSmallFactor } from '../../rules/rsa-modulus.js';
import { rsaMaxSize, rsaMinSize } from '../../rules/rsa-size.js';
import { isTrustedLeaf, type PathContext } from '../path-context.js';

/** Keys that are not loaded, and keys that anybody can use. */
const unusable: readonly CertificateRule[] = [
  unreadableKey,
  unsupportedKeyType,
  ecExplicitParameters,
  rsaMaxSize,
  rsaExponent,
  rsaSmallFactor,
  rsaClosePrimes,
  rsaRoca,
];

/** What makes a key unusable, whatever it is used for. */
export function judgeKey(certificate: Certificate, at: Date): Issue[] {
  return applyRules(unusable, createContext(certificate, 'root', { at }));
}

export function* keyUsable({ path, at }: PathContext): Generator<Issue> {
  for (const certificate of path) yield* judgeKey(certificate, at);
}

/** SecPolicyAddStrongKeySizeOptions: TLS asks it of every chain, EAP of chains to built-in roots, others of none. */
function asksForStrongKeys({ policy, source, generation }: PathContext): boolean {
  if (generation < 13) return false;
  return policy.kind === 'tls-server' || (policy.kind === 'eap-server' && source === 'system');
}

/** Under 1024 bits is fatal for any use; a leaf that the user trusts is spared the rest. */
export function* keyRsaSize(context: PathContext): Generator<Issue> {
  for (const certificate of context.path) {
    const isFatal = (certificate.publicKey.bits ?? 0) < 1024;
    const isAsked = asksForStrongKeys(context) && !isTrustedLeaf(context);
    const found = rsaMinSize(createContext(certificate, 'root', context));
    for (const one of found) yield isFatal || isAsked ? one : weigh(one, 'warning');
  }
}

/** The named NIST curves are loaded, those below 256 bits fail the TLS policy; others are not loaded at all. */
const loadedCurves: readonly string[] = ['P-192', 'P-224'];

export function* keyCurve(context: PathContext): Generator<Issue> {
  const isSpared = !asksForStrongKeys(context) || isTrustedLeaf(context);
  for (const certificate of context.path) {
    const isLoaded = loadedCurves.includes(certificate.publicKey.curve ?? '');
    const found = ecCurves(createContext(certificate, 'root', context));
    for (const one of found) yield isLoaded && isSpared ? weigh(one, 'warning') : one;
  }
}

/** Signatures with these keys verify since iOS 17, the TLS policy takes them on no system. */
export function* keyEdwards(context: PathContext): Generator<Issue> {
  const severity: Severity = asksForStrongKeys(context) || context.generation < 17 ? 'error' : 'warning';
  for (const certificate of context.path) {
    for (const found of edwardsKey(createContext(certificate, 'root', context))) yield weigh(found, severity);
  }
}

/** The handshake of Safari offers no ECDSA with P-521, so a server cannot prove that it has such a key. */
export function* keyP521({ path, policy }: PathContext): Generator<Issue> {
  if (policy.kind !== 'tls-server') return;
  for (const [index, certificate] of path.entries()) {
    if (certificate.publicKey.curve !== 'P-521') continue;
    const found = issue('p521-leaf', { certificate });
    yield index === 0 ? weigh(found, 'error') : found;
  }
}

const brokenHashes: readonly string[] = ['MD2', 'MD4', 'MD5'];

/**
 * SHA-1 is refused by TLS since iOS 13, by EAP only below built-in roots; MD5 and older are refused everywhere. What is
 * self-signed is spared, and of SHA-1 the anchor of a user; an app's anchor that another CA has issued is not.
 */
export function* keySignatureHash(context: PathContext): Generator<Issue> {
  const { path, source } = context;
  const spared = source === 'user' || source === 'installed' ? path.at(-1) : undefined;
  for (const certificate of path) {
    const { hash } = certificate.signatureAlgorithm;
    if (hash === undefined || certificate.isSelfSigned) continue;
    const found = issue('sha1-signature', { certificate }, { hash });
    const isRefused = asksForStrongKeys(context) && certificate !== spared;
    if (brokenHashes.includes(hash)) yield found;
    else if (hash === 'SHA-1') yield isRefused ? found : weigh(found, 'warning');
  }
}
