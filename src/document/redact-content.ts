import { PlistReal, type PlistDictionary, type PlistValue } from '../plist/value.js';

/** A property list value as plain JSON; bytes appear as their number, secrets as `[secret]`, dates in ISO 8601, big integers as text. */
export type ReportedValue =
  string | number | boolean | readonly ReportedValue[] | { readonly [key: string]: ReportedValue };

/**
 * Keys whose values are secrets, by Apple's words for them; the same words mark the keys of vendors. Too many are held
 * back rather than too few: a report is read by more people than a profile.
 */
const secretKey =
  /pass(word|code|phrase|wd)|^pwd|pwd$|secret|challenge|token|credential|(private|shared|api)[ _-]?key|^ppk$|psk$|^pemdata$|^additionalhttpheaderfields$/i;

/** Values that are secrets although their keys do not say so, by payload type. */
const secretContent: Readonly<Record<string, readonly string[]>> = {
  'com.apple.security.pkcs12': ['PayloadContent'],
  'com.apple.eas.account': ['Certificate'],
};

export interface RedactOptions {
  readonly payloadType?: string;
  /** Keys of the dictionary whose values are known to be secrets for another reason. */
  readonly secretKeys?: readonly string[];
}

export interface RedactedContent {
  readonly content: Readonly<Record<string, ReportedValue>>;
  /** JSON pointers of the values that were held back. */
  readonly secrets: readonly string[];
}

/** The content of a payload (or the top level of a profile) without its secrets. `pointer` is where the dictionary stands. */
export function redactContent(
  dictionary: PlistDictionary,
  pointer: string,
  { payloadType = '', secretKeys = [] }: RedactOptions = {},
): RedactedContent {
  const secrets: string[] = [];
  const ofType = Object.hasOwn(secretContent, payloadType) ? (secretContent[payloadType] ?? []) : [];
  const content = redactDictionary(dictionary, pointer, secrets, new Set([...ofType, ...secretKeys]));
  return { content, secrets };
}

function redactDictionary(
  dictionary: PlistDictionary,
  pointer: string,
  secrets: string[],
  known: ReadonlySet<string> = new Set(),
): Readonly<Record<string, ReportedValue>> {
  const redacted = Object.create(null) as Record<string, ReportedValue>;
  for (const [key, value] of Object.entries(dictionary)) {
    const place = `${pointer}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`;
    const isSecret = known.has(key) || (secretKey.test(key.slice(0, 200)) && typeof value !== 'boolean');
    redacted[key] = isSecret ? withhold(place, secrets) : redactValue(value, place, secrets);
  }
  return redacted;
}

function redactValue(value: PlistValue, place: string, secrets: string[]): ReportedValue {
  if (typeof value === 'string') return redactText(value, place, secrets);
  if (typeof value === 'bigint') return value.toString();
  if (typeof value === 'number' || typeof value === 'boolean') return value;
  if (value instanceof PlistReal) return Number.isFinite(value.value) ? value.value : String(value.value);
  if (value instanceof Date) return value.toISOString();
  if (value instanceof Uint8Array) return `[${String(value.length)} bytes]`;
  if (isArray(value)) return value.map((item, index) => redactValue(item, `${place}/${String(index)}`, secrets));
  return redactDictionary(value, place, secrets);
}

/** A private key in a text: PEM, PuTTY's own form, or the settings of a VPN. */
const keyInText = /BEGIN .{0,60}PRIVATE KEY|putty-user-key-file|(private|pre-?shared)[ _-]?key["']?\s{0,9}[=:]/i;
/** The user information of a URL (RFC 3986 section 3.2.1). */
const userInformation = /:\/\/[^/?#\n]*@/g;

function redactText(text: string, place: string, secrets: string[]): string {
  if (keyInText.test(text)) return withhold(place, secrets);
  const redacted = text.replace(userInformation, '://[secret]@');
  if (redacted !== text) secrets.push(place);
  return redacted;
}

function withhold(place: string, secrets: string[]): string {
  secrets.push(place);
  return '[secret]';
}

function isArray(value: PlistValue): value is readonly PlistValue[] {
  return Array.isArray(value);
}
