import { escapeText } from '../diagnostics/escape-text.js';
import type { ReportedIssue } from '../document/reported-issue.js';
import type { JudgedFile } from './judged-file.js';

/**
 * A report in the form of JUnit, which every CI server shows: a suite a file, a case an issue. An error is a failure, what
 * weighs less is told as output of a case that passed; a file without issues is one case that passed.
 */
export function encodeJUnit(files: readonly JudgedFile[]): string {
  const suites = files.map(describeSuite);
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="profilewright"${countsOf(files.flatMap(casesOf))}>`,
    ...suites.flat(),
    '</testsuites>',
  ];
  return `${lines.join('\n')}\n`;
}

/** Undefined stands for a file in which nothing was found. */
function casesOf({ issues }: JudgedFile): readonly (ReportedIssue | undefined)[] {
  return issues.length === 0 ? [undefined] : issues;
}

function countsOf(cases: readonly (ReportedIssue | undefined)[]): string {
  const failures = cases.filter((one) => one?.severity === 'error').length;
  return ` tests="${String(cases.length)}" failures="${String(failures)}" errors="0"`;
}

function describeSuite(file: JudgedFile): string[] {
  const cases = casesOf(file);
  return [
    `  <testsuite name=${quoted(file.name)}${countsOf(cases)}>`,
    ...cases.flatMap((one) => describeCase(file, one)),
    '  </testsuite>',
  ];
}

function describeCase({ name, hasLines }: JudgedFile, issue: ReportedIssue | undefined): string[] {
  if (issue === undefined) return [`    <testcase classname=${quoted(name)} name="no issues"/>`];
  const { code, severity, message, hint, source, where } = issue;
  const { pointer = '', line } = where;
  const place = pointer === '' ? code : `${code} ${pointer}`;
  const inFile = hasLines && line !== undefined ? ` file=${quoted(name)} line="${String(line)}"` : '';
  const text = content([message, ...(hint === undefined ? [] : [`hint: ${hint}`]), `source: ${source}`].join('\n'));
  const body =
    severity === 'error'
      ? `<failure type=${quoted(code)} message=${quoted(message)}>${text}</failure>`
      : `<system-out>${content(severity)}: ${text}</system-out>`;
  return [`    <testcase classname=${quoted(name)} name=${quoted(place)}${inFile}>${body}</testcase>`];
}

function content(text: string): string {
  const lines = text.split('\n').map((line) => escapeText(line, 2000));
  return lines.join('\n').replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function quoted(text: string): string {
  return `"${content(text.replaceAll('\n', ' ')).replaceAll('"', '&quot;')}"`;
}
