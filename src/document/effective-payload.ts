import { escapeText } from '../diagnostics/escape-text.js';
import { joinWords } from '../diagnostics/join-words.js';
import type { ReportedValue } from './redact-content.js';
import type { ReportedCertificate } from './reported-certificate.js';

/** What the words are made of: a payload without its secrets. */
export interface EffectivePayload {
  readonly pointer: string;
  readonly type: string;
  readonly content: Readonly<Record<string, ReportedValue>>;
  readonly certificates?: readonly ReportedCertificate[];
}

/** More names than these make a sentence that nobody reads to its end. */
const MAX_NAMES = 6;

/** The value at a path of keys; undefined where there is none. */
export function valueAt({ content }: EffectivePayload, ...path: readonly string[]): ReportedValue | undefined {
  return path.reduce<ReportedValue | undefined>(valueIn, content);
}

/** A text of the payload in double quotes; undefined when there is none, or when it is a secret. */
export function quoted(payload: EffectivePayload, ...path: readonly string[]): string | undefined {
  const value = valueAt(payload, ...path);
  return isShown(value) ? quoteName(value) : undefined;
}

/** The first of the texts that is there, in double quotes. */
export function firstQuoted(payload: EffectivePayload, paths: readonly (readonly string[])[]): string | undefined {
  return paths.map((path) => quoted(payload, ...path)).find((text) => text !== undefined);
}

/** A name of the file, in double quotes, fit for a terminal. */
export const quoteName = (name: string): string => `"${escapeText(name, 100)}"`;

/** `"a", "b" and "c"`; of a long list the first ones, and how many more there are. */
export function listNames(names: readonly string[]): string {
  const different = [...new Set(names)];
  const shown = different.slice(0, MAX_NAMES).map(quoteName);
  const more = different.length - shown.length;
  const parts = more > 0 ? [...shown, `${String(more)} more`] : shown;
  return joinWords(parts);
}

/** The dictionaries of a list; what is none is left out. */
export function dictionariesOf(value: ReportedValue | undefined): readonly Readonly<Record<string, ReportedValue>>[] {
  return Array.isArray(value) ? value.filter(isRecord) : [];
}

/** The keys of a dictionary; none where there is no dictionary. */
export function keysOf(value: ReportedValue | undefined): readonly string[] {
  return isRecord(value) ? Object.keys(value) : [];
}

/** The texts of a list; what is none is left out, and so is a secret. */
export function textsOf(value: ReportedValue | readonly (ReportedValue | undefined)[] | undefined): readonly string[] {
  return Array.isArray(value) ? value.filter(isShown) : [];
}

function valueIn(value: ReportedValue | undefined, key: string): ReportedValue | undefined {
  return isRecord(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}

function isShown(value: ReportedValue | undefined): value is string {
  return typeof value === 'string' && value !== '[secret]';
}

/** Whether a value is a dictionary. */
export function isRecord(value: ReportedValue | undefined): value is Readonly<Record<string, ReportedValue>> {
  return typeof value === 'object' && !Array.isArray(value);
}
