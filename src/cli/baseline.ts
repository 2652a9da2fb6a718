import { escapeText } from '../diagnostics/escape-text.js';
import type { PlistDictionary } from '../plist/value.js';
import { payloadDictionaries, textOf } from '../profile/codec.js';
import type { ReportedIssue } from '../document/reported-issue.js';
import { CommandError } from './command-error.js';
import type { InputFile } from './input-files.js';

/** An issue that is known: where it stands does not change when payloads are added or moved. */
export interface KnownIssue {
  readonly file: string;
  readonly code: string;
  readonly place: string;
}

const FORMAT = 1;

/** The file in which known issues are kept: one line an issue, in a fixed order, for version control. */
export function encodeBaseline(known: readonly KnownIssue[]): string {
  const lines = [...new Set(known.map(keyOf))].sort().map((key) => `    ${key}`);
  return `{\n  "profilewright": ${String(FORMAT)},\n  "known": [\n${lines.join(',\n')}\n  ]\n}\n`;
}

/** The issues of a file that {@link encodeBaseline} wrote. */
export function readBaseline({ name, bytes }: InputFile): ReadonlySet<string> {
  const hint = 'write it anew: `profilewright validate ... --write-baseline FILE`';
  const refuse = (reason: string): never => {
    throw new CommandError('ERR_FILE_KIND', `is no list of known issues: ${reason}`, hint, name);
  };
  let parsed: unknown;
  try {
    parsed = JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return refuse('it is no JSON');
  }
  const { profilewright, known } = (parsed ?? {}) as { profilewright?: unknown; known?: unknown };
  if (profilewright !== FORMAT) refuse(`"profilewright" is not ${String(FORMAT)}`);
  if (!Array.isArray(known) || !known.every(isKnownIssue)) return refuse('"known" is no list of file, code and place');
  return new Set(known.map(keyOf));
}

/** Whether an issue stands in the list. */
export function isKnown(issue: KnownIssue, baseline: ReadonlySet<string>): boolean {
  return baseline.has(keyOf(issue));
}

/** The PayloadIdentifiers of the payloads of a profile by their pointers, of those that no other payload has. */
export function stableNames(profile: PlistDictionary | undefined): ReadonlyMap<string, string> {
  const named = payloadDictionaries(profile ?? {}).flatMap(({ pointer, dictionary }) => {
    const identifier = textOf(dictionary, 'PayloadIdentifier');
    return identifier === undefined ? [] : [[pointer, identifier] as const];
  });
  const once = new Set<string>();
  const twice = new Set<string>();
  for (const [, identifier] of named) (once.has(identifier) ? twice : once).add(identifier);
  return new Map(named.filter(([, identifier]) => !twice.has(identifier)));
}

/** The issue as the list names it: payloads by their PayloadIdentifier, certificates by their fingerprint. */
export function knownIssue(
  file: string,
  { code, where }: Pick<ReportedIssue, 'code' | 'where'>,
  names: ReadonlyMap<string, string>,
): KnownIssue {
  const { pointer = '', certificate } = where;
  const places = [stablePointer(pointer, names), certificate?.sha256 ?? ''].filter((text) => text !== '');
  return { file: file.replaceAll('\\', '/').replace(/^(\.\/)+/, ''), code, place: places.join(' ') };
}

function stablePointer(pointer: string, names: ReadonlyMap<string, string>): string {
  const [, content = '', index = '', ...rest] = pointer.split('/');
  const identifier = names.get(`/${content}/${index}`);
  return identifier === undefined ? pointer : [`/PayloadContent[${escapeText(identifier)}]`, ...rest].join('/');
}

function isKnownIssue(value: unknown): value is KnownIssue {
  if (typeof value !== 'object' || value === null) return false;
  const { file, code, place } = value as Partial<Record<keyof KnownIssue, unknown>>;
  return typeof file === 'string' && typeof code === 'string' && typeof place === 'string';
}

function keyOf({ file, code, place }: KnownIssue): string {
  return JSON.stringify({ file, code, place });
}
