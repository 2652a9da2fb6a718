import { DOMParser } from '@xmldom/xmldom';
import { expect, test } from 'vitest';
import type { ReportedIssue } from '../../../src/document/reported-issue.js';
import { encodeJUnit } from '../../../src/report/encode-junit.js';

const issue = (changes: Partial<ReportedIssue> = {}): ReportedIssue => ({
  code: 'schema-type',
  severity: 'error',
  message: '"A" must be <string> & nothing else\u0007',
  source: 'somebody',
  where: { pointer: '/A', line: 7 },
  ...changes,
});

const parse = (xml: string) =>
  new DOMParser({
    onError: (_, message) => {
      throw new Error(message);
    },
  }).parseFromString(xml, 'text/xml');

test('a suite a file, a case an issue, a failure an error', () => {
  const xml = encodeJUnit([
    {
      name: 'a "1".mobileconfig',
      hasLines: true,
      issues: [issue({ hint: 'write one' }), issue({ severity: 'warning' })],
    },
    { name: 'b.mobileconfig', hasLines: true, issues: [] },
  ]);
  const document = parse(xml);
  const elements = (name: string) => [...document.getElementsByTagName(name)];
  const attributes = (name: string, attribute: string) => elements(name).map((one) => one.getAttribute(attribute));
  expect(attributes('testsuites', 'tests')).toEqual(['3']);
  expect(attributes('testsuites', 'failures')).toEqual(['1']);
  expect(attributes('testsuite', 'name')).toEqual(['a "1".mobileconfig', 'b.mobileconfig']);
  expect(attributes('testcase', 'name')).toEqual(['schema-type /A', 'schema-type /A', 'no issues']);
  expect(attributes('testcase', 'line')).toEqual(['7', '7', null]);
  expect(attributes('failure', 'message')).toEqual(['"A" must be <string> & nothing else\\u{7}']);
  expect(elements('failure')[0]?.textContent).toMatch(/nothing else\\u\{7\}\nhint: write one\nsource: somebody$/);
  expect(elements('system-out')[0]?.textContent).toMatch(/^warning: "A"/);
});

test('lines of what a signature wraps are not told', () => {
  const xml = encodeJUnit([{ name: 'signed.mobileconfig', hasLines: false, issues: [issue()] }]);
  expect(xml).not.toContain('line=');
});
