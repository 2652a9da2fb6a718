import { escapeText } from '../../../diagnostics/escape-text.js';
import { issue, type Issue } from '../../../diagnostics/issue.js';
import { lastAttribute } from '../../../pki/distinguished-name.js';
import { rootRules } from '../../diagnose-root.js';
import { rootCommand } from '../../root-command.js';
import { applyRules, createContext } from '../../rules/certificate-context.js';
import { isTrustedLeaf, type PathContext } from '../path-context.js';

/** What the user trusts is an anchor when it is self-signed, or the server's own certificate. */
export function* anchorIsSelfSigned(context: PathContext): Generator<Issue> {
  const { path, source } = context;
  const certificate = path.at(-1) ?? path[0];
  if (source !== 'user' || certificate.isSelfSigned || isTrustedLeaf(context)) return;
  const issuer = `"${escapeText(lastAttribute(certificate.issuer, 'CN') ?? certificate.issuer.text)}"`;
  yield issue('root-not-self-signed', { certificate }, { issuer, command: rootCommand(certificate) });
}

/** What was installed by hand must show up in Certificate Trust Settings before anybody can turn it on. */
export function* anchorShowsSwitch({ path, source, at }: PathContext): Generator<Issue> {
  if (source !== 'installed') return;
  yield* applyRules(rootRules, createContext(path.at(-1) ?? path[0], 'root', { at }));
}

/** The one thing that no profile can do. */
export function* anchorNeedsSwitch({ path, source }: PathContext): Generator<Issue> {
  const certificate = path.at(-1) ?? path[0];
  if (source === 'installed') yield issue('trust-manual-toggle', { certificate });
}

/** Built-in roots are held to rules that a private one is spared and that cannot be judged from certificates alone. */
export function* anchorNeedsTransparency({ path, source, policy }: PathContext): Generator<Issue> {
  const [certificate] = path;
  if (source !== 'system' || policy.kind !== 'tls-server' || certificate.notBefore < new Date('2018-10-16')) return;
  if (certificate.extensions.some(({ name }) => name === 'signedCertificateTimestampList')) return;
  yield issue('ct-required', { certificate });
}
