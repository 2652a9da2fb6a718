import type { Certificate } from '../../pki/certificate.js';
import type { CertificateCommonName } from '../compiled-rule.js';
import { certificateOf, certificatesAt } from '../content/payload-certificates.js';
import { pointerOf } from '../fragment/describe-fault.js';
import { memoize } from '../profile-memo.js';
import type { ProfileContext } from './profile-rule.js';
import { describePlace, type RuleKind } from './rule-place.js';

/**
 * `certificate-common-name`: what an anchor has issued, as far as the profile holds it, has a name that begins as agreed. Of
 * several certificates without one the first is told.
 */
export const hasCommonName: RuleKind<CertificateCommonName> = function* (check, place) {
  const misnamed = memoize(place.context, check, () => misnamedByIssuer(check, place.context));
  for (const { path, certificate: anchor } of certificatesAt(check.path, place)) {
    const certificate = misnamed.get(anchor.subject.normalized);
    if (certificate === undefined) continue;
    yield {
      pointer: pointerOf(path, place.pointer),
      found: `${describePlace(path, place)} leads to the anchor ${anchor.name}, which has issued ${certificate.name}`,
      advice: `issue ${certificate.name} again with a commonName that begins with "${check.prefix}"`,
    };
  }
};

function misnamedByIssuer(
  { prefix, ignoreCase }: CertificateCommonName,
  context: ProfileContext,
): ReadonlyMap<string, Certificate> {
  const fold = (text: string): string => (ignoreCase ? text.toLowerCase() : text);
  const misnamed = new Map<string, Certificate>();
  for (const payload of context.payloads) {
    const certificate = certificateOf(payload, context);
    if (certificate === undefined || certificate.isSelfSigned || misnamed.has(certificate.issuer.normalized)) continue;
    const isNamed = fold(certificate.commonName ?? '').startsWith(fold(prefix));
    if (!isNamed) misnamed.set(certificate.issuer.normalized, certificate);
  }
  return misnamed;
}
