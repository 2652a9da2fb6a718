import { escapeText } from '../diagnostics/escape-text.js';
import type { ProfileReport, ReportedPayload } from '../document/inspect-profile.js';
import type { ReportedValue } from '../document/redact-content.js';
import type { ReportedIssue } from '../document/reported-issue.js';
import { certificateRows } from './describe-certificate.js';
import { countIssues, gravestFirst } from './describe-issues.js';
import { describeSignature } from './describe-signature.js';
import { describePayloadCount } from './payload-count.js';
import { count, tally } from './text-layout.js';

const MAX_DEPTH = 12;

const style = `
:root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif }
body { max-width: 60rem; margin: 2rem auto; padding: 0 1rem; overflow-wrap: anywhere }
h1 { margin-bottom: 0 } h2 { margin-top: 2rem; font-size: 1.15rem }
table { border-collapse: collapse } th { text-align: left; padding-right: 1.5rem; font-weight: 600; vertical-align: top }
pre { white-space: pre-wrap } th { overflow-wrap: normal }
td { white-space: pre-line; unicode-bidi: plaintext }
li { margin: .3rem 0 } details { margin: .5rem 0; padding: .5rem 1rem; border: 1px solid #8886; border-radius: .5rem }
summary { cursor: pointer; font-weight: 600 } .error { color: #b11 } .warning { color: #950 } .hint { opacity: .8 }
@media (prefers-color-scheme: dark) { .error { color: #f88 } .warning { color: #fb6 } }
`;

/**
 * A report as one HTML page that needs nothing from elsewhere and runs no script: what the profile is, what to know before it
 * is installed, what it does, what is wrong with it, and what is in it. Secrets are not in a report.
 */
export function encodeHtml(report: ProfileReport): string {
  const title = report.displayName ?? report.identifier ?? 'profile without a name';
  const facts = table([
    ['identifier', report.identifier],
    ['UUID', report.uuid],
    ['scope', report.scope],
    ['organization', report.organization],
    ['description', report.description],
    ['file', `${count(report.file.bytes, 'byte')}, SHA-256 ${report.file.sha256}`],
  ]);
  return [
    '<!doctype html>',
    '<html lang="en">',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`,
    '<meta name="viewport" content="width=device-width">',
    `<title>${text(title)}</title>`,
    `<style>${style}</style>`,
    '<main>',
    `<h1>${text(title)}</h1>`,
    `<p>${report.signature === undefined ? 'unsigned' : 'signed'} configuration profile, ${countIssues(report.issues)}</p>`,
    facts,
    section('Know before you install it', list(report.risks.map((risk) => text(risk.text)))),
    section('When it is installed, it', list(report.effects.map((effect) => text(effect.text)))),
    section('Issues', list(gravestFirst(report.issues).map(issueItem))),
    section('Signature', `<pre>${text(describeSignature(report.signature))}</pre>`),
    section('Settings', values(report.settings, 0)),
    section(describePayloadCount(report), report.payloads.map(payloadBox).join('\n')),
    '</main>',
    '</html>',
  ]
    .filter((part) => part !== '')
    .join('\n')
    .concat('\n');
}

const text = (value: string): string =>
  value
    .split('\n')
    .map((line) => escapeText(line, 2000))
    .join('\n')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');

function section(title: string, body: string): string {
  return body === '' ? '' : `<h2>${text(title)}</h2>\n${body}`;
}

function list(items: readonly string[]): string {
  const different = tally(items);
  return different.length === 0 ? '' : `<ul>\n${different.map((item) => `<li>${item}</li>`).join('\n')}\n</ul>`;
}

function table(rows: readonly (readonly [name: string, value: string | undefined])[]): string {
  const shown = rows.flatMap(([name, value = '']) =>
    value === '' ? [] : [`<tr><th scope="row">${text(name)}</th><td>${text(value)}</td></tr>`],
  );
  return `<table>\n${shown.join('\n')}\n</table>`;
}

function issueItem({ severity, message, hint, where, code }: ReportedIssue): string {
  const inLine = where.line === undefined ? '' : ` (line ${String(where.line)})`;
  const advice = hint === undefined ? '' : `<br><span class="hint">${text(hint)}</span>`;
  return `<b class="${severity}">${severity}</b> ${text(message)}${inLine} <code>${text(code)}</code>${advice}`;
}

function payloadBox({ type, displayName, certificates = [], content, ...payload }: ReportedPayload): string {
  const name = type === '' ? '(no PayloadType)' : text(type);
  const title = displayName === undefined ? name : `<bdi>${text(displayName)}</bdi> (${name})`;
  const own = Object.entries(content).filter(([key]) => key !== 'PayloadContent' || certificates.length === 0);
  return [
    `<details open><summary>${title}</summary>`,
    table([
      ['identifier', payload.identifier],
      ['UUID', payload.uuid],
      ['organization', payload.organization],
      ['description', payload.description],
    ]),
    ...certificates.map((certificate) => `<pre>${text(certificateRows(certificate).join('\n'))}</pre>`),
    values(Object.fromEntries(own), 0),
    '</details>',
  ].join('\n');
}

function values(content: Readonly<Record<string, ReportedValue>>, depth: number): string {
  const items = Object.entries(content).map(([key, value]) => `<code>${text(key)}</code> ${valueOf(value, depth)}`);
  // Not as a set: two keys may hold the same.
  return items.length === 0 ? '' : `<ul>\n${items.map((item) => `<li>${item}</li>`).join('\n')}\n</ul>`;
}

function valueOf(value: ReportedValue, depth: number): string {
  if (typeof value !== 'object') return text(String(value));
  if (depth >= MAX_DEPTH) return '…';
  const entries = Object.entries(value as Readonly<Record<string, ReportedValue>>);
  return entries.length === 0 ? '(empty)' : values(Object.fromEntries(entries), depth + 1);
}
