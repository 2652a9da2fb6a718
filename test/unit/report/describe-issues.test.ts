import { expect, test } from 'vitest';
import type { Severity } from '../../../src/diagnostics/issue.js';
import type { ReportedIssue } from '../../../src/document/reported-issue.js';
import { countIssues, describeIssues } from '../../../src/report/describe-issues.js';

const issue = (severity: Severity, changes: Partial<ReportedIssue> = {}): ReportedIssue => ({
  code: 'root-expired',
  severity,
  message: `"Lab" is ${severity}`,
  source: 'somebody',
  where: {},
  ...changes,
});

test.each<[Severity[], string]>([
  [[], 'no issues'],
  [['info'], '1 remark'],
  [['warning', 'error', 'warning'], '1 error, 2 warnings'],
  [['error', 'error', 'warning', 'info', 'info'], '2 errors, 1 warning, 2 remarks'],
])('counts %j as %j', (severities, words) => {
  expect(countIssues(severities.map((severity) => issue(severity)))).toBe(words);
});

test('lists errors first, each with its code, and its hint below', () => {
  const issues = [issue('info'), issue('warning', { hint: 'wait' }), issue('error', { hint: 'make a new one' })];
  expect(describeIssues(issues).split('\n')).toEqual([
    'error: "Lab" is error [root-expired]',
    '  hint: make a new one',
    'warning: "Lab" is warning [root-expired]',
    '  hint: wait',
    'info: "Lab" is info [root-expired]',
  ]);
  expect(describeIssues([])).toBe('');
});

test('a hint that issues share is told once', () => {
  const hint = 'make it again';
  const text = describeIssues([issue('error', { hint }), issue('error', { message: 'more', hint }), issue('warning')]);
  expect(text.split('\n').map((line) => line.slice(0, 8))).toEqual(['error: "', '  hint: ', 'error: m', 'warning:']);
});

test('names the place and the line, unless the message does', () => {
  const where = { pointer: '/PayloadContent/0', line: 12, column: 3 };
  expect(describeIssues([issue('error', { where })])).toBe(
    'error: /PayloadContent/0: "Lab" is error (line 12) [root-expired]',
  );
  expect(describeIssues([issue('error', { where, message: '"A" at /PayloadContent/0 is missing' })])).toBe(
    'error: "A" at /PayloadContent/0 is missing (line 12) [root-expired]',
  );
});

test('nothing of a file can draw lines of its own or steer a terminal', () => {
  const bad = 'x\nerror: fake\u001b[2J\u202e';
  const text = describeIssues([issue('error', { message: bad, hint: bad, where: { pointer: `/${bad}` } })]);
  expect(text.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}]/u);
  expect(text.match(/^error: /gm)).toHaveLength(1);
});
