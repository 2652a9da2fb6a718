import type { CertificateCommonName } from '../compiled-rule.js';
import { certificateOf, certificatesAt } from '../content/payload-certificates.js';
import { pointerOf } from '../fragment/describe-fault.js';
import { memoize } from '../profile-memo.js';
import { describePlace, type RuleKind } from './rule-place.js';

/** `certificate-common-name`: what an anchor has issued, as far as the profile holds it, has a name that begins as agreed. */
export const hasCommonName: RuleKind<CertificateCommonName> = function* (check, place) {
  const { context } = place;
  const fold = (text: string): string => (check.ignoreCase ? text.toLowerCase() : text);
  const all = memoize(context, 'certificates', () =>
    context.payloads.flatMap((payload) => certificateOf(payload, context) ?? []),
  );
  for (const { path, certificate: anchor } of certificatesAt(check.path, place)) {
    for (const certificate of all) {
      const isIssued = !certificate.isSelfSigned && certificate.issuer.normalized === anchor.subject.normalized;
      if (!isIssued || fold(certificate.commonName ?? '').startsWith(fold(check.prefix))) continue;
      yield {
        pointer: pointerOf(path, place.pointer),
        found: `${describePlace(path, place)} leads to the anchor ${anchor.name}, which has issued ${certificate.name}`,
        advice: `issue ${certificate.name} again with a commonName that begins with "${check.prefix}"`,
      };
    }
  }
};
