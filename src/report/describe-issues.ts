import { escapeText } from '../diagnostics/escape-text.js';
import type { Severity } from '../diagnostics/issue.js';
import type { ReportedIssue } from '../document/reported-issue.js';
import { count } from './text-layout.js';

const order: readonly Severity[] = ['error', 'warning', 'info'];

/** What the levels are called when they are counted. */
const nouns: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'remark' };

/**
 * Issues as text, errors first: severity, message, place and code in one line, the hint below it. A hint that several
 * issues share stands below the first of them. Empty without issues.
 */
export function describeIssues(issues: readonly ReportedIssue[]): string {
  const hints = new Set<string>();
  return gravestFirst(issues)
    .flatMap((issue) => {
      if (issue.hint === undefined || hints.has(issue.hint)) return [describeIssue(issue)];
      hints.add(issue.hint);
      return [describeIssue(issue), `  hint: ${escapeText(issue.hint, 2000)}`];
    })
    .join('\n');
}

/** As people look for them; those of one level stay in their order. */
export function gravestFirst(issues: readonly ReportedIssue[]): ReportedIssue[] {
  return order.flatMap((level) => issues.filter(({ severity }) => severity === level));
}

/** `2 errors, 1 warning, 1 remark`, or `no issues`. */
export function countIssues(issues: readonly ReportedIssue[]): string {
  const counts = order.flatMap((level) => {
    const found = issues.filter(({ severity }) => severity === level).length;
    return found === 0 ? [] : [count(found, nouns[level])];
  });
  return counts.length === 0 ? 'no issues' : counts.join(', ');
}

function describeIssue({ severity, message, where, code }: ReportedIssue): string {
  const { pointer = '', line } = where;
  // Most messages name their place themselves.
  const place = pointer === '' || message.includes(pointer) ? '' : `${pointer}: `;
  const inFile = line === undefined ? '' : ` (line ${String(line)})`;
  return `${severity}: ${escapeText(`${place}${message}`, 2000)}${inFile} [${code}]`;
}
