import { expect, test } from 'vitest';
import type { ReportedIssue } from '../../../src/document/reported-issue.js';
import { encodeSarif } from '../../../src/report/encode-sarif.js';
import type { JudgedFile } from '../../../src/report/judged-file.js';

const issue = (changes: Partial<ReportedIssue> = {}): ReportedIssue => ({
  code: 'schema-type',
  severity: 'error',
  message: '"A" must be a string',
  source: 'somebody',
  where: { pointer: '/PayloadContent/0/A', line: 7, column: 3 },
  ...changes,
});

interface Log {
  readonly version: string;
  readonly runs: readonly {
    readonly tool: { readonly driver: { readonly rules: readonly { readonly id: string }[] } };
    readonly results: readonly {
      readonly ruleId: string;
      readonly ruleIndex: number;
      readonly level: string;
      readonly message: { readonly text: string };
      readonly locations: readonly [{ readonly physicalLocation: object; readonly logicalLocations?: object }];
      readonly partialFingerprints: object;
    }[];
  }[];
}

const logOf = (files: readonly JudgedFile[]): Log['runs'][number] => {
  const log = encodeSarif(files, '1.2.3') as Log;
  expect(log.version).toBe('2.1.0');
  return log.runs[0]!;
};

test('each issue is a result at its line, under a rule that is described once', () => {
  const issues = [issue({ hint: 'write a string' }), issue({ severity: 'info', code: 'root-expired' }), issue()];
  const { results, tool } = logOf([{ name: 'a b/lab.mobileconfig', hasLines: true, issues }]);
  expect(tool.driver.rules.map(({ id }) => id)).toEqual(['root-expired', 'schema-type']);
  expect(results.map(({ ruleId, ruleIndex, level }) => [ruleId, ruleIndex, level])).toEqual([
    ['schema-type', 1, 'error'],
    ['root-expired', 0, 'note'],
    ['schema-type', 1, 'error'],
  ]);
  expect(results[0]).toMatchObject({
    message: { text: '"A" must be a string\nwrite a string' },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: 'a%20b/lab.mobileconfig', index: 0 },
          region: { startLine: 7, startColumn: 3 },
        },
        logicalLocations: [{ fullyQualifiedName: '/PayloadContent/0/A' }],
      },
    ],
  });
});

test('lines of what a signature wraps are no lines of the file', () => {
  const { results } = logOf([{ name: 'signed.mobileconfig', hasLines: false, issues: [issue()] }]);
  expect(results[0]?.locations[0].physicalLocation).toEqual({
    artifactLocation: { uri: 'signed.mobileconfig', index: 0 },
  });
});

test('an issue about a certificate is told apart by its fingerprint', () => {
  const where = { certificate: { name: 'Lab', sha256: 'AB' } };
  const { results } = logOf([{ name: 'ca.pem', hasLines: true, issues: [issue({ where })] }]);
  expect(results[0]?.locations[0]).not.toHaveProperty('logicalLocations');
  expect(results[0]?.partialFingerprints).toEqual({ 'profilewrightPlace/v1': 'schema-type AB' });
});

test('an issue about a certificate in a payload stands at the line of the payload', () => {
  const where = { certificate: { name: 'Lab', sha256: 'AB' }, pointer: '/A', line: 7, column: 3 };
  const { results } = logOf([{ name: 'lab.mobileconfig', hasLines: true, issues: [issue({ where })] }]);
  expect(results[0]?.locations[0]).toMatchObject({
    physicalLocation: { region: { startLine: 7, startColumn: 3 } },
    logicalLocations: [{ fullyQualifiedName: '/A' }],
  });
  expect(results[0]?.partialFingerprints).toEqual({ 'profilewrightPlace/v1': 'schema-type /A AB' });
});

test.each([
  ['/srv/lab.mobileconfig', 'file:///srv/lab.mobileconfig'],
  ['C:\\lab\\a.mobileconfig', 'file:///C:/lab/a.mobileconfig'],
  ['lab#1?.mobileconfig', 'lab%231%3F.mobileconfig'],
])('the path %s is the URI %s', (name, uri) => {
  const { results } = logOf([{ name, hasLines: false, issues: [issue()] }]);
  expect(results[0]?.locations[0].physicalLocation).toMatchObject({ artifactLocation: { uri } });
});
