import { shortcomings, type Fitness } from '../../trust/certificate-fitness.js';
import type { CertificateStrength, CertificateUsage } from '../compiled-rule.js';
import { certificatesAt } from '../content/payload-certificates.js';
import { pointerOf } from '../fragment/describe-fault.js';
import { describePlace, type RuleFault, type RuleKind, type RulePlace } from './rule-place.js';

/** `certificate-usage`: the certificate that is referred to is for these purposes. */
export const hasUsage: RuleKind<CertificateUsage> = function* (check, place) {
  yield* isFit([check.path], check, place);
};

/** `certificate-strength`: the certificates that are referred to are strong enough. */
export const isStrong: RuleKind<CertificateStrength> = function* (check, place) {
  yield* isFit(check.paths, check, place);
};

function* isFit(paths: readonly string[], fitness: Fitness, place: RulePlace): Generator<RuleFault> {
  for (const path of paths) {
    for (const { path: found, certificate } of certificatesAt(path, place)) {
      const problems = [...shortcomings(certificate, fitness)];
      if (problems.length === 0) continue;
      yield {
        pointer: pointerOf(found, place.pointer),
        found: `${describePlace(found, place)} leads to the certificate ${certificate.name}, which does not fit: ${problems.join('; ')}`,
        advice: `issue ${certificate.name} again so that it fits`,
      };
    }
  }
}
