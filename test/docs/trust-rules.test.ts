import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { certificateIssues } from '../../src/diagnostics/issues/certificate.js';
import { certificationPathIssues } from '../../src/diagnostics/issues/certification-path.js';
import type { TrustIssueFacts } from '../../src/diagnostics/issues/issue-facts.js';
import { pkcs12Issues } from '../../src/diagnostics/issues/pkcs12.js';
import { publicKeyIssues } from '../../src/diagnostics/issues/public-key.js';
import { rootIssues } from '../../src/diagnostics/issues/root.js';
import { serverIssues } from '../../src/diagnostics/issues/server.js';
import { serverNameIssues } from '../../src/diagnostics/issues/server-name.js';
import { serverTrustIssues } from '../../src/diagnostics/issues/server-trust.js';
import { projectRoot } from './documented-page.js';

const rules = Object.entries({
  ...rootIssues,
  ...certificateIssues,
  ...certificationPathIssues,
  ...publicKeyIssues,
  ...serverTrustIssues,
  ...serverNameIssues,
  ...serverIssues,
  ...pkcs12Issues,
});

/** What only says that people say so. */
const hearsay = /common knowledge|hearsay|folklore|it is said/i;
/** Other people's observations: worth a rule, and never the highest confidence. */
const reports = /^(field reports|TLS fingerprints)/;

describe('how sure we are', () => {
  test.each(rules)('%s: common knowledge is never an error', (_, { severity, confidence, source }) => {
    expect(['high', 'medium', 'low']).toContain(confidence);
    if (hearsay.test(source)) expect(confidence).toBe('low');
    if (confidence === 'low') expect(severity).not.toBe('error');
    if (reports.test(source)) expect(confidence).not.toBe('high');
  });

  test('the types refuse an error that rests on common knowledge alone', () => {
    const texts = { source: 'common knowledge', about: 'x', message: () => 'x' };
    const remark: TrustIssueFacts<{ x: object }> = { x: { ...texts, severity: 'warning', confidence: 'low' } };
    // @ts-expect-error an error needs more than common knowledge
    const error: TrustIssueFacts<{ x: object }> = { x: { ...texts, severity: 'error', confidence: 'low' } };
    // @ts-expect-error a rule about trust says how sure we are
    const silent: TrustIssueFacts<{ x: object }> = { x: { ...texts, severity: 'info' } };
    expect([remark, error, silent]).toHaveLength(3);
  });
});

describe('docs/trust-rules.md', () => {
  const rows = readFileSync(join(projectRoot, 'docs/trust-rules.md'), 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('| [`'))
    .map((line) => line.split(' | '));

  test('has every rule once, with its severity and confidence, and a source', () => {
    const shown = rows.map(([rule = '', about = '', severity, confidence, source = '']) => {
      expect(Math.min(about.length, source.length)).toBeGreaterThan(10);
      return [/`(.*)`/.exec(rule)?.[1], severity, confidence];
    });
    const known = rules.map(([code, { severity, confidence }]) => [code, severity, confidence]);
    expect(shown.map(String).sort()).toEqual(known.map(String).sort());
  });

  test('leads to the message and the hint of each', () => {
    const issues = readFileSync(join(projectRoot, 'docs/issues.md'), 'utf8');
    const anchors = rows.map(([rule = '']) => /issues\.md#(.*)\)/.exec(rule)?.[1] ?? '');
    expect(anchors.filter((anchor) => !issues.includes(`\n### ${anchor}\n`))).toEqual([]);
  });
});
