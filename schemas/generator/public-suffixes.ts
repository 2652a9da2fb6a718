import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { domainToASCII } from 'node:url';
import { deflateRawSync, inflateRawSync } from 'node:zlib';

/** The Public Suffix List: rules with A-labels (`co.uk`, `*.ck`, `!www.ck`) by section, and where they were read. */
export interface SuffixList {
  readonly icann: readonly string[];
  readonly private: readonly string[];
  readonly source: { readonly version: string; readonly sha256: string };
}

/** How tldts ships the list: the edges of node `n` are numbered from `edgeStart[n]` up to `edgeStart[n + 1]`. */
interface FlatTrie {
  readonly nodeFlags: ArrayLike<number>;
  readonly edgeStart: ArrayLike<number>;
  readonly edgeChild: ArrayLike<number>;
  readonly edgeLength: ArrayLike<number>;
  /** The labels of all edges, one behind the other. */
  readonly labelText: string;
  readonly rulesRoot: number;
  readonly exceptionsRoot: number;
}

const DATA = 'tldts/dist/cjs/src/data/trie.js';

/** The package leaves out the header of the list, so the day of its release has to say how old the list is. */
const released = { version: '7.5.5', date: '2026-11-19' };

/** Reads the list out of the installed package tldts. */
export function readSuffixList(): SuffixList {
  const load = createRequire(import.meta.url);
  const { version } = load('tldts/package.json') as { version: string };
  if (version !== released.version) {
    throw new Error(
      `tldts ${version} is installed: write the day of its release into schemas/generator/public-suffixes.ts`,
    );
  }
  const sha256 = createHash('sha256')
    .update(readFileSync(load.resolve(DATA)))
    .digest('hex');
  return { ...readTrie(load(DATA) as FlatTrie), source: { version, sha256 } };
}

/**
 * The rules of a trie. It holds each internationalized rule twice, of which the one with A-labels is kept, and the parent of
 * each wildcard (`kobe.jp` for `*.kobe.jp`), which the list itself never has next to the wildcard.
 */
export function readTrie(trie: FlatTrie): Pick<SuffixList, 'icann' | 'private'> {
  const offsets: number[] = [];
  for (let edge = 0, offset = 0; edge < trie.edgeLength.length; edge += 1) {
    offsets.push(offset);
    offset += trie.edgeLength[edge] ?? 0;
  }
  const found: { readonly rule: string; readonly section: number | undefined }[] = [];
  const walk = (node: number, name: string, mark: string): void => {
    found.push({ rule: mark + name, section: trie.nodeFlags[node] });
    for (let edge = trie.edgeStart[node] ?? 0; edge < (trie.edgeStart[node + 1] ?? 0); edge += 1) {
      const start = offsets[edge] ?? 0;
      const label = trie.labelText.slice(start, start + (trie.edgeLength[edge] ?? 0));
      walk(trie.edgeChild[edge] ?? 0, name === '' ? label : `${label}.${name}`, mark);
    }
  };
  walk(trie.rulesRoot, '', '');
  walk(trie.exceptionsRoot, '', '!');
  // 0 marks a node that is no rule.
  const inSection = (number: number): string[] =>
    onlyRules(new Set(found.filter(({ section }) => section === number).map(({ rule }) => rule)));
  return { icann: inSection(1), private: inSection(2) };
}

function onlyRules(found: ReadonlySet<string>): string[] {
  const rules = [...found];
  const lost = rules.filter((rule) => !found.has(toALabels(rule)));
  if (lost.length > 0) throw new Error(`the list has no A-labels for ${lost.join(', ')}`);
  return rules.filter((rule) => toALabels(rule) === rule && !found.has(`*.${rule}`)).sort();
}

function toALabels(rule: string): string {
  const [mark = '', name = ''] = /^(!|\*\.)?(.*)$/.exec(rule)?.slice(1) ?? [];
  return mark + domainToASCII(name);
}

/** One line a parent, the parent first, then the labels that stand before it: `ck !www *` is `!www.ck` and `*.ck`. */
export function groupByParent(rules: readonly string[]): string {
  const groups = new Map<string, string[]>();
  for (const rule of rules) {
    const [, label = rule, parent = ''] = /^([^.]*)\.(.*)$/.exec(rule) ?? [];
    groups.set(parent, [...(groups.get(parent) ?? []), label]);
  }
  // Neighbours that end alike compress better.
  const key = (name: string): string => name.split('.').reverse().join('.');
  const lines = [...groups].map(([parent, labels]) => [key(parent), [parent, ...labels.sort()].join(' ')] as const);
  return lines
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, line]) => line)
    .join('\n');
}

/**
 * The module that holds the list. What is committed is given back when it says the same: another version of zlib may
 * compress to other bytes.
 */
export function embedSuffixes(list: SuffixList, committed: string): string {
  const constant = (name: string, rules: readonly string[]): string =>
    `export const ${name}: string =\n  '${deflateRawSync(groupByParent(rules), { level: 9 }).toString('base64')}';\n`;
  const { version, sha256 } = list.source;
  const module = `/*!
 * The Public Suffix List, https://publicsuffix.org/list/, under the terms of MPL-2.0, https://mozilla.org/MPL/2.0/.
 * Read from the npm package tldts ${version}, released on ${released.date}; it does not carry the header of the list.
 * SHA-256 of ${DATA}: ${sha256}
 * ${String(list.icann.length)} ICANN rules and ${String(list.private.length)} private ones.
 */

// Written by \`npm run generate\`. Do not edit.
// Base64 of raw DEFLATE of one line a parent: the parent, then the labels that stand before it, separated by blanks.

/** The section "ICANN DOMAINS". */
${constant('icannSuffixes', list.icann)}
/** The section "PRIVATE DOMAINS". */
${constant('privateSuffixes', list.private)}`;
  return inflated(committed) === inflated(module) ? committed : module;
}

/** The module with its data in plain text. */
function inflated(module: string): string {
  return module.replaceAll(/(?<==\n {2}')[^']*/g, (data) => inflateRawSync(Buffer.from(data, 'base64')).toString());
}
