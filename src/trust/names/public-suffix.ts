import { inflateRawSync } from 'node:zlib';
import { toALabels } from './a-labels.js';
import { icannSuffixes, privateSuffixes } from './generated/public-suffixes.js';

/**
 * Which rules of the Public Suffix List count: those that registries and ICANN stand behind (`com`, `co.uk`), or also those
 * that owners of a domain have asked for (`github.io`).
 */
export type SuffixScope = 'icann' | 'all';

const packed = { icann: icannSuffixes, private: privateSuffixes };
const decoded: Partial<Record<keyof typeof packed, ReadonlySet<string>>> = {};

/**
 * Whether the domain is a public suffix, by the algorithm of publicsuffix.org: the exception that matches prevails, else the
 * rule with the most labels, else `*`, which makes every single label a suffix. What is no domain name is none.
 *
 * @example
 * isPublicSuffix('co.uk'); // true
 * isPublicSuffix('example.co.uk'); // false
 */
export function isPublicSuffix(domain: string, scope: SuffixScope = 'all'): boolean {
  const name = toALabels(domain)?.replace(/\.$/, '');
  if (name === undefined || name.length > 255 || !/^[a-z0-9_-]+(?:\.[a-z0-9_-]+)*$/.test(name)) return false;
  const has = (rule: string): boolean =>
    rulesOf('icann').has(rule) || (scope === 'all' && rulesOf('private').has(rule));
  const labels = name.split('.');
  const parents = labels.map((_, index) => labels.slice(index).join('.'));
  // An exception takes its left-most label off, so that the suffix is shorter than the domain.
  if (parents.some((parent) => has(`!${parent}`))) return false;
  return labels.length === 1 || has(name) || has(`*.${parents[1] ?? ''}`);
}

/** The rules of one section, unpacked when they are first asked for from the form of schemas/generator/public-suffixes.ts. */
function rulesOf(section: keyof typeof packed): ReadonlySet<string> {
  const known = decoded[section];
  if (known !== undefined) return known;
  const rules = new Set<string>();
  for (const line of inflateRawSync(Buffer.from(packed[section], 'base64')).toString('latin1').split('\n')) {
    const [parent = '', ...labels] = line.split(' ');
    for (const label of labels) rules.add(parent === '' ? label : `${label}.${parent}`);
  }
  decoded[section] = rules;
  return rules;
}
