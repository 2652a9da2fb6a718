import type { Issue, RuleLevels, Severity } from '../diagnostics/issue.js';
import type { IssueCode } from '../diagnostics/issues/index.js';

/** What Apple's software takes when it reads a profile, although nobody should write it. */
const deviceLevels: Partial<Record<IssueCode, Severity>> = {
  'schema-number-type': 'warning',
  'schema-enum': 'warning',
  'schema-range': 'warning',
  'schema-pattern': 'warning',
  'schema-length': 'warning',
  'schema-unknown-key': 'info',
  'schema-more-faults': 'warning',
  'common-payload-uuid-unique': 'warning',
  'common-payload-identifier-unique': 'warning',
  'profile-version': 'warning',
  'toplevel-consent-text-is-language-map': 'warning',
  'toplevel-scope-written': 'info',
  'root-one-cert-per-payload': 'warning',
  'root-expired': 'warning',
  'certificate-expired': 'warning',
};

const weights: Readonly<Record<Severity, number>> = { info: 0, warning: 1, error: 2 };

/** Gives each issue its final severity: lower for a device where that takes more, then as the caller set it; `off` drops it. */
export function applyLevels(issues: Iterable<Issue>, as: 'author' | 'device', rules: RuleLevels): Issue[] {
  const applied: Issue[] = [];
  for (const issue of issues) {
    const lowered = as === 'device' ? lower(issue.severity, deviceLevels[issue.code]) : issue.severity;
    const level = Object.hasOwn(rules, issue.code) ? (rules[issue.code] ?? lowered) : lowered;
    if (level !== 'off') applied.push(level === issue.severity ? issue : Object.freeze({ ...issue, severity: level }));
  }
  return applied;
}

function lower(severity: Severity, other: Severity | undefined): Severity {
  return other !== undefined && weights[other] < weights[severity] ? other : severity;
}
