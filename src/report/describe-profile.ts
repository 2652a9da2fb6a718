import { escapeText } from '../diagnostics/escape-text.js';
import type { ProfileReport, ReportedPayload } from '../document/inspect-profile.js';
import type { ReportedValue } from '../document/redact-content.js';
import { certificateRows } from './describe-certificate.js';
import { describePayloadCount } from './payload-count.js';
import { findReferredUuids } from './referred-uuids.js';
import { alignRows, drawTree, oneLine, quote, type TreeNode } from './text-layout.js';

const MAX_ENTRIES = 50;
const MAX_DEPTH = 12;
/** A code requirement of macOS ends with the team that signs, and has to be seen to its end. */
const MAX_TEXT = 300;

/** A profile as a tree: its identity, its settings, each payload with what is in it. Secrets are not in a report. */
export function describeProfile(report: ProfileReport): string {
  const facts = alignRows([
    ['identifier', report.identifier],
    ['UUID', report.uuid],
    ['scope', report.scope ?? '(not given)'],
    ['organization', report.organization],
    ['description', oneLine(report.description)],
  ]);
  const referred = findReferredUuids(report.payloads);
  const nodes = report.payloads.map((payload) => payloadNode(payload, referred.has(payload.uuid)));
  return drawTree({
    text: report.displayName === undefined ? '(no display name)' : quote(report.displayName),
    children: [
      ...facts.map((text) => ({ text })),
      ...valueNodes(report.settings, 0),
      { text: describePayloadCount(report), children: limit(nodes) },
    ],
  });
}

function payloadNode(
  { type, displayName, certificates, content, ...payload }: ReportedPayload,
  isReferred: boolean,
): TreeNode {
  const title = displayName === undefined ? '' : ` ${quote(displayName)}`;
  const isDescribed = certificates !== undefined;
  const rest = Object.entries(content).filter(([key]) => key !== 'PayloadContent' || !isDescribed);
  const facts = alignRows([
    ['identifier', isDescribed ? undefined : payload.identifier],
    ['UUID', isReferred ? payload.uuid : undefined],
    ['organization', payload.organization],
    ['description', oneLine(payload.description)],
  ]);
  return {
    text: `${type === '' ? '(no PayloadType)' : escapeText(type, 100)}${title}`,
    children: [
      ...limit([...facts, ...(certificates ?? []).flatMap(certificateRows)].map((text) => ({ text }))),
      ...valueNodes(Object.fromEntries(rest), 0),
    ],
  };
}

function valueNodes(content: Readonly<Record<string, ReportedValue>>, depth: number): readonly TreeNode[] {
  return limit(Object.entries(content).map(([key, value]) => valueNode(escapeText(key, 80), value, depth)));
}

function valueNode(name: string, value: ReportedValue, depth: number): TreeNode {
  if (typeof value === 'string') return { text: `${name} = ${isPlaceholder(value) ? value : quote(value, MAX_TEXT)}` };
  if (typeof value !== 'object') return { text: `${name} = ${String(value)}` };
  if (Object.keys(value).length === 0) return { text: `${name} = (empty)` };
  if (depth >= MAX_DEPTH) return { text: `${name} …` };
  if (isList(value)) {
    return { text: name, children: limit(value.map((item, index) => valueNode(String(index), item, depth + 1))) };
  }
  return { text: name, children: valueNodes(value, depth + 1) };
}

function limit(nodes: readonly TreeNode[]): readonly TreeNode[] {
  const more = nodes.length - MAX_ENTRIES;
  return more > 0 ? [...nodes.slice(0, MAX_ENTRIES), { text: `… ${String(more)} more` }] : nodes;
}

function isPlaceholder(text: string): boolean {
  return text === '[secret]' || /^\[\d+ bytes\]$/.test(text);
}

function isList(value: object): value is readonly ReportedValue[] {
  return Array.isArray(value);
}
