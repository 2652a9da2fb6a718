import type { Finding } from './finding.js';
import { certificateInside } from './rules/certificate-inside.js';
import { pemArmor } from './rules/pem-armor.js';
import { identifierIsGiven } from './rules/identifier-given.js';
import { identityIsNamed } from './rules/identity-named.js';
import { identityInside } from './rules/identity-inside.js';
import { payloadVersionIsOne } from './rules/payload-version.js';
import type { ProfileContext, ProfileRule } from './rules/profile-rule.js';
import { removalIsLater } from './rules/removal-date.js';
import { scopeIsWritten } from './rules/profile-scope.js';
import { serverIsHost } from './rules/server-host.js';
import { serverRootIsThere } from './rules/server-root.js';
import { tlsVersionsAreARange } from './rules/tls-version-range.js';
import { tunnelFitsIdentity } from './rules/tunnel-identity.js';
import { uuidHasForm } from './rules/uuid-form.js';
import { networkCanBeJoined } from './rules/wifi-network.js';

/** Rules over a profile that stand here and not in `schemas/rules/`, and for what they speak. */
const profileRules: readonly (readonly [ProfileRule, Finding['origin']])[] = [
  [payloadVersionIsOne, 'schema'],
  [scopeIsWritten, 'other'],
  [removalIsLater, 'other'],
  [identifierIsGiven, 'other'],
  [uuidHasForm, 'other'],
  [certificateInside, 'other'],
  [pemArmor, 'other'],
  [identityInside, 'other'],
  [serverRootIsThere, 'other'],
  [identityIsNamed, 'other'],
  [tunnelFitsIdentity, 'other'],
  [tlsVersionsAreARange, 'other'],
  [networkCanBeJoined, 'other'],
  [serverIsHost, 'other'],
];

export function* profileFindings(context: ProfileContext): Generator<Finding> {
  for (const [rule, origin] of profileRules) {
    for (const issue of rule(context)) yield { issue, origin, place: issue.where.pointer ?? '' };
  }
}
