import { issue, type Issue } from '../../../diagnostics/issue.js';
import { rootRules } from '../../diagnose-root.js';
import { applyRules, createContext, type CertificateRule } from '../../rules/certificate-context.js';
import { rootNotSelfSigned, rootSelfSignedShape } from '../../rules/root-self-signed.js';
import { rsaPssSignature, signatureAlgorithmMismatch } from '../../rules/signature-algorithm.js';
import { hasTrustSwitch } from '../../trust-switch.js';
import { isTrustedLeaf, listedRoot, type PathContext } from '../path-context.js';

/** A signature that Apple does not verify makes nothing self-signed. */
const verifiable: readonly CertificateRule[] = [rsaPssSignature, signatureAlgorithmMismatch];

/**
 * What the user trusts is an anchor when it is self-signed in Apple's sense, or the server's own certificate. An app and
 * the system may trust any certificate.
 */
export function* anchorIsSelfSigned(context: PathContext): Generator<Issue> {
  const { path, source, at } = context;
  const isOfUser = source === 'user' || (source === 'installed' && listedRoot(context) === undefined);
  if (!isOfUser || isTrustedLeaf(context)) return;
  const root = createContext(path.at(-1) ?? path[0], 'root', { at });
  yield* applyRules([rootNotSelfSigned, rootSelfSignedShape, ...verifiable], root);
}

/** What was installed by hand must show up in Certificate Trust Settings before anybody can turn it on. */
export function* anchorShowsSwitch(context: PathContext): Generator<Issue> {
  const certificate = listedRoot(context);
  if (certificate === undefined) return;
  yield* applyRules([...rootRules, ...verifiable], createContext(certificate, 'root', context));
}

/** The one thing that no profile can do. */
export function* anchorNeedsSwitch({ path, source, platform }: PathContext): Generator<Issue> {
  const certificate = path.at(-1) ?? path[0];
  if (source !== 'installed') return;
  if (platform.os === 'macOS') yield issue('macos-profile-ssl-not-set', { certificate });
  else yield issue('trust-manual-toggle', { certificate }, { isKnown: hasTrustSwitch(platform) });
}

/**
 * Built-in roots are held to rules that a private one is spared and that cannot be judged from certificates alone: since
 * iOS 12.1.1.
 */
export function* anchorNeedsTransparency({ path, source, policy, generation }: PathContext): Generator<Issue> {
  const [certificate] = path;
  const isAsked = source === 'system' && policy.kind === 'tls-server' && generation >= 12;
  if (!isAsked || certificate.notBefore < new Date('2018-10-16')) return;
  if (certificate.extensions.some(({ name }) => name === 'signedCertificateTimestampList')) return;
  yield issue('ct-required', { certificate });
}
