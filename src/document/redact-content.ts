import { extendPointer } from '../plist/pointer.js';
import { PlistReal, type PlistDictionary, type PlistValue } from '../plist/value.js';
import type { JsonSchemaObject } from '../schema/json-schema.js';
import { isDictionary } from '../schema/plist-type.js';
import { mayHoldSecrets, secretsFrom, secretsInside, type SecretPlace } from '../schema/secret-path.js';
import { isSecretMaterial } from './secret-material.js';

/** A property list value as plain JSON; bytes appear as their number, secrets as `[secret]`, dates in ISO 8601, big integers as text. */
export type ReportedValue =
  string | number | boolean | readonly ReportedValue[] | { readonly [key: string]: ReportedValue };

export interface RedactOptions {
  /** The schema of the dictionary, when there is one: it says which of its keys are secrets. */
  readonly schema?: JsonSchemaObject | undefined;
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
  { schema, secretKeys = [] }: RedactOptions = {},
): RedactedContent {
  const secrets: string[] = [];
  const content = redactDictionary(dictionary, { pointer, secrets, around: secretsFrom(schema), layer: 0 }, secretKeys);
  return { content, secrets };
}

interface Place {
  readonly pointer: string;
  /** Where pointers of what is held back are gathered. */
  readonly secrets: string[];
  /** What is known of secrets here. */
  readonly around: SecretPlace;
  /** Into how much else the dictionary is packed: a property list in data has one layer around it. */
  readonly layer: number;
}

/** Pointers are whole here, unlike those in messages: they are there to find the value again. */
function inside(place: Place, segment: string | number): Place {
  return { ...place, pointer: extendPointer(place.pointer, segment), around: secretsInside(place.around, segment) };
}

function redactDictionary(
  dictionary: PlistDictionary,
  place: Place,
  secretKeys: readonly string[] = [],
): Readonly<Record<string, ReportedValue>> {
  const redacted = Object.create(null) as Record<string, ReportedValue>;
  for (const [key, value] of Object.entries(dictionary)) {
    const inner = inside(place, key);
    redacted[key] = secretKeys.includes(key) ? withhold(inner) : redactValue(value, inner);
  }
  return redacted;
}

function redactValue(value: PlistValue, place: Place): ReportedValue {
  const { secret } = place.around;
  // A switch that is named after secrets is none.
  if (secret === 'marked' || (secret === 'named' && typeof value !== 'boolean')) return withhold(place);
  if (isArray(value)) return value.map((item, index) => redactValue(item, inside(place, index)));
  if (isDictionary(value)) return redactDictionary(value, place);
  const isContent = typeof value === 'string' || value instanceof Uint8Array;
  const isSecret =
    (typeof value !== 'boolean' && mayHoldSecrets(place.around)) ||
    (isContent && isSecretMaterial(value, place.layer, hasSecrets));
  return isSecret ? withhold(place) : redactScalar(value, place);
}

function hasSecrets(value: PlistValue, layer: number): boolean {
  const secrets: string[] = [];
  redactValue(value, { pointer: '', secrets, around: secretsFrom(undefined), layer });
  return secrets.length > 0;
}

function redactScalar(
  value: Exclude<PlistValue, PlistDictionary | readonly PlistValue[]>,
  place: Place,
): ReportedValue {
  if (typeof value === 'string') return redactText(value, place);
  if (typeof value === 'bigint') return value.toString();
  if (typeof value === 'number' || typeof value === 'boolean') return value;
  if (value instanceof PlistReal) return Number.isFinite(value.value) ? value.value : String(value.value);
  return value instanceof Date ? value.toISOString() : `[${String(value.length)} bytes]`;
}

/** The user information of a URL (RFC 3986 section 3.2.1). */
const userInformation = /:\/\/[^/?#\n]*@/g;

function redactText(text: string, place: Place): string {
  const redacted = text.replace(userInformation, '://[secret]@');
  if (redacted !== text) place.secrets.push(place.pointer);
  return redacted;
}

function withhold({ pointer, secrets }: Place): string {
  secrets.push(pointer);
  return '[secret]';
}

function isArray(value: PlistValue): value is readonly PlistValue[] {
  return Array.isArray(value);
}
