import type { SubjectAltName } from '../../pki/general-name.js';
import { isPublicSuffix } from './public-suffix.js';

/** How a pattern of a certificate or a list of servers relates to a host name. */
export type DnsMatch =
  | 'match'
  | 'no-match'
  /** A wildcard that would match if there were two labels behind it, as Apple demands. */
  | 'wildcard-two-labels'
  /** A wildcard that would match if it did not stand in front of a public suffix. */
  | 'wildcard-public-suffix';

/**
 * Whether Apple's evaluator takes the text for a DNS name: labels of letters, digits, `-`, `_` and `*`, with no hyphen at
 * either end of a label, at least one letter in the last label, at most 63 characters a label and 255 in all.
 */
export function isDnsName(text: string): boolean {
  if (text.length > 255) return false;
  const labels = text.split('.');
  return labels.every((label) => isLabel(label)) && /[a-z*]/i.test(labels.at(-1) ?? '');
}

const isLabel = (label: string): boolean =>
  label.length <= 63 && /^[a-z0-9_*](?:[a-z0-9_*-]*[a-z0-9_*])?$/i.test(label);

/**
 * Compares a name with a pattern, both in lower case. A `*` stands for one whole label, only as the left-most one, only in
 * front of two labels or more, and not in front of a public suffix. Private rules of the suffix list do not count: `*.github.io`
 * and its like are in use and work on Apple devices.
 */
export function matchDnsName(name: string, pattern: string): DnsMatch {
  if (!pattern.startsWith('*')) return name === pattern && !pattern.includes('*') ? 'match' : 'no-match';
  const rest = pattern.slice(1);
  const label = name.slice(0, name.length - rest.length);
  if (rest.includes('*') || !/^(?:\.|$)/.test(rest) || !name.endsWith(rest)) return 'no-match';
  if (label.includes('.')) return 'no-match';
  if (!rest.includes('.', 1)) return 'wildcard-two-labels';
  return isPublicSuffix(rest.slice(1), 'icann') ? 'wildcard-public-suffix' : 'match';
}

/** The dNSName entries of a certificate: those that count, and those that Apple's evaluator passes over. */
export interface DnsEntries {
  readonly counted: readonly string[];
  readonly ignored: readonly string[];
  /** Entries that are no UTF-8. One of them is enough for Apple's evaluator to read no entry at all. */
  readonly undecodable: readonly string[];
}

export function readDnsEntries(subjectAltName: SubjectAltName | undefined): DnsEntries {
  const entries = (subjectAltName?.names ?? []).flatMap((name) => (name.kind === 'dNSName' ? [name.value] : []));
  const undecodable = entries.filter((entry) => !isUtf8(entry));
  if (undecodable.length > 0) return { counted: [], ignored: entries, undecodable };
  return {
    counted: entries.filter((entry) => isDnsName(entry)),
    ignored: entries.filter((entry) => !isDnsName(entry)),
    undecodable,
  };
}

/** Whether the octets that a text shows as Latin-1 are UTF-8. */
function isUtf8(text: string): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(text, 'latin1'));
    return true;
  } catch {
    return false;
  }
}
