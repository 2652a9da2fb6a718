import { escapeText } from '../diagnostics/escape-text.js';
import type { Severity } from '../diagnostics/issue.js';
import type { ReportedIssue } from '../document/reported-issue.js';
import { count } from './text-layout.js';

const order: readonly Severity[] = ['error', 'warning', 'info'];

/** Issues as text, errors first: severity, message, place and code in one line, the hint below it. Empty without issues. */
export function describeIssues(issues: readonly ReportedIssue[]): string {
  const sorted = order.flatMap((level) => issues.filter(({ severity }) => severity === level));
  return sorted.map(describeIssue).join('\n');
}

/** `2 errors, 1 warning`; `no issues` when there is nothing above a remark. */
export function countIssues(issues: readonly ReportedIssue[]): string {
  const counts = (['error', 'warning'] as const).flatMap((level) => {
    const found = issues.filter(({ severity }) => severity === level).length;
    return found === 0 ? [] : [count(found, level)];
  });
  return counts.length === 0 ? 'no issues' : counts.join(', ');
}

function describeIssue({ severity, message, where, code, hint }: ReportedIssue): string {
  const line = where.line === undefined ? '' : ` (line ${String(where.line)})`;
  const pointer = where.pointer === undefined || where.pointer === '' ? '' : `${where.pointer}: `;
  const first = `${severity}: ${escapeText(`${pointer}${message}`, 2000)}${line} [${code}]`;
  return hint === undefined ? first : `${first}\n  hint: ${escapeText(hint, 2000)}`;
}
