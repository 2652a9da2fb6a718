import type { Issue, RuleLevels, Severity } from '../diagnostics/issue.js';
import { isRuleIssue, type IssueCode } from '../diagnostics/issues/index.js';

/** What Apple's software takes when it reads a profile, although nobody should write it. */
const deviceLevels: Partial<Record<IssueCode, Severity>> = {
  'schema-number-type': 'warning',
  'schema-enum': 'warning',
  'schema-range': 'warning',
  'schema-pattern': 'warning',
  'schema-length': 'warning',
  'schema-unknown-key': 'info',
  'schema-more-faults': 'warning',
  'profile-version': 'warning',
  'toplevel-scope-written': 'info',
  'root-one-cert-per-payload': 'warning',
  'root-expired': 'warning',
  'certificate-expired': 'warning',
  'acme-scep-needs-root': 'info',
  'identity-missing': 'info',
  'support-platform': 'warning',
  'support-introduced': 'warning',
  'support-deprecated': 'info',
  'support-removed': 'warning',
};

/**
 * Rules whose sentence says that a device refuses the profile, or that are about what a device cannot read. What other
 * rules demand of a payload shows only later, when it does not do what was meant.
 */
const refusedByDevices: ReadonlySet<IssueCode> = new Set<IssueCode>([
  'toplevel-content-or-encrypted-content',
  'root-content-is-der-certificate',
  'pkcs1-content-is-der-certificate',
  'pem-content-no-private-key',
  'pkcs12-content-one-identity',
  'asam-bundle-one-team',
  'system-policy-rule-system-scope',
  'mdm-immutable-on-update',
]);

const weights: Readonly<Record<Severity, number>> = { info: 0, warning: 1, error: 2 };

/** Gives each issue its final severity: lower for a device where that takes more, then as the caller set it; `off` drops it. */
export function applyLevels(issues: Iterable<Issue>, as: 'author' | 'device', rules: RuleLevels): Issue[] {
  const applied: Issue[] = [];
  for (const issue of issues) {
    const lowered = as === 'device' ? lower(issue.severity, deviceLevel(issue.code)) : issue.severity;
    const level = Object.hasOwn(rules, issue.code) ? (rules[issue.code] ?? lowered) : lowered;
    if (level !== 'off') applied.push(level === issue.severity ? issue : Object.freeze({ ...issue, severity: level }));
  }
  return applied;
}

function deviceLevel(code: IssueCode): Severity | undefined {
  if (isRuleIssue(code)) return refusedByDevices.has(code) ? undefined : 'warning';
  return deviceLevels[code];
}

function lower(severity: Severity, other: Severity | undefined): Severity {
  return other !== undefined && weights[other] < weights[severity] ? other : severity;
}
