import type { Issue, Severity } from '../diagnostics/issue.js';

const weights: Readonly<Record<Severity, number>> = { info: 0, warning: 1, error: 2 };

/** Each fact once: of an issue that was found for several systems, the gravest. */
export function gravestIssues(issues: Iterable<Issue>): Issue[] {
  const found = new Map<string, Issue>();
  for (const issue of issues) {
    const key = `${issue.code} ${issue.message}`;
    const other = found.get(key);
    if (other === undefined || weights[issue.severity] > weights[other.severity]) found.set(key, issue);
  }
  return [...found.values()];
}
