import type { Severity } from '../diagnostics/issue.js';
import { factsOf, type IssueCode } from '../diagnostics/issues/index.js';
import type { ReportedIssue } from '../document/reported-issue.js';
import type { JudgedFile } from './judged-file.js';

const levels: Readonly<Record<Severity, 'error' | 'warning' | 'note'>> = {
  error: 'error',
  warning: 'warning',
  info: 'note',
};

/** A log in the form of SARIF 2.1.0 (OASIS), which code hosts and editors show beside the lines of a file. */
export function encodeSarif(files: readonly JudgedFile[], version: string): object {
  const codes = [...new Set(files.flatMap(({ issues }) => issues.map(({ code }) => code)))].sort();
  return {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'profilewright', semanticVersion: version, rules: codes.map(describeRule) } },
        // Columns are counted in UTF-16 code units, as positions of this package are.
        columnKind: 'utf16CodeUnits',
        artifacts: files.map(({ name }) => ({ location: { uri: uriOf(name) } })),
        results: files.flatMap((file, index) => file.issues.map((issue) => describeResult(issue, file, index, codes))),
      },
    ],
  };
}

function describeRule(code: IssueCode): object {
  const { about, severity, source } = factsOf(code);
  return {
    id: code,
    shortDescription: { text: about },
    defaultConfiguration: { level: levels[severity] },
    properties: { source },
  };
}

function describeResult(
  { code, severity, message, hint, where }: ReportedIssue,
  { name, hasLines }: JudgedFile,
  index: number,
  codes: readonly IssueCode[],
): object {
  const { pointer, line, column, certificate } = where;
  const region = hasLines && line !== undefined ? { region: regionOf(line, column) } : {};
  const place = [
    ...(pointer === undefined ? [] : [pointer]),
    ...(certificate === undefined ? [] : [certificate.sha256]),
  ];
  return {
    ruleId: code,
    ruleIndex: codes.indexOf(code),
    level: levels[severity],
    message: { text: hint === undefined ? message : `${message}\n${hint}` },
    locations: [
      {
        physicalLocation: { artifactLocation: { uri: uriOf(name), index }, ...region },
        ...(pointer === undefined ? {} : { logicalLocations: [{ fullyQualifiedName: pointer, kind: 'property' }] }),
      },
    ],
    partialFingerprints: { 'profilewrightPlace/v1': [code, ...place].join(' ') },
  };
}

function regionOf(startLine: number, startColumn: number | undefined): object {
  return startColumn === undefined ? { startLine } : { startLine, startColumn };
}

/** A path as a URI reference (RFC 3986): relative ones stay so, for the host to resolve. */
function uriOf(name: string): string {
  const path = name.replaceAll('\\', '/');
  const encoded = path.split('/').map(encodeURIComponent).join('/');
  if (path.startsWith('/')) return `file://${encoded}`;
  return /^[A-Za-z]:\//.test(path) ? `file:///${encoded.replace('%3A', ':')}` : encoded;
}
