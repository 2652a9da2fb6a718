import { decodeBase64 } from '../asn1/base64.js';
import { PlistReal, real, type PlistInput, type PlistValue } from '../plist/value.js';
import type { PlistTypeName } from '../schema/json-schema.js';
import { isDictionary } from '../schema/plist-type.js';
import { secretsInside, type SecretPlace } from '../schema/secret-path.js';
import { usageError } from './command-error.js';

/** Where a value goes: what the schema knows of the place, and what stands there now. */
export interface JsonTarget {
  readonly place: SecretPlace;
  readonly present: PlistValue | undefined;
  /** The option that the value stands in, as a person reads it. */
  readonly option: string;
}

/**
 * The value of a property list that a JSON value stands for (see docs/plist-json.md). A text is a date or data, a number a
 * `<real>`, where one stands now, or else where the schema has one.
 *
 * @throws CommandError `ERR_USAGE` for null, for a text that is no date or no base64 where it has to be, and for a secret
 */
export function readJsonValue(json: unknown, target: JsonTarget): PlistInput {
  const { place, option } = target;
  if (json === null) throw usageError(`${option} holds null, which a property list has not`, 'use --remove');
  if (Array.isArray(json)) return json.map((item: unknown, index) => readJsonValue(item, inside(target, index)));
  if (typeof json === 'object') {
    const entries = Object.entries(json).map(([key, item]: [string, unknown]): [string, unknown] => [
      key,
      readJsonValue(item, inside(target, key)),
    ]);
    return Object.fromEntries(entries) as Readonly<Record<string, PlistInput>>;
  }
  if (place.secret !== undefined && typeof json !== 'boolean') {
    const message = `${option} is refused: every user of this machine can read a secret among the arguments`;
    throw usageError(message, 'write it to a file: --set-text POINTER=FILE, `-` is the standard input');
  }
  if (typeof json === 'string') return readText(json, target);
  return typeof json === 'number' && isReal(target) ? real(json) : (json as number | boolean);
}

/** The place of a key or an index inside of another one. */
export function inside({ place, present, option }: JsonTarget, segment: string | number): JsonTarget {
  return { place: secretsInside(place, segment), present: memberOf(present, segment), option };
}

function memberOf(around: PlistValue | undefined, segment: string | number): PlistValue | undefined {
  if (around !== undefined && Array.isArray(around)) return (around as readonly PlistValue[])[Number(segment)];
  return isDictionary(around) && Object.hasOwn(around, segment) ? around[segment] : undefined;
}

function readText(text: string, target: JsonTarget): PlistInput {
  const { option, present } = target;
  if (present instanceof Date || isMeant('date', target)) {
    const date = new Date(text);
    // A day such as February 30 is taken for one in March, so that it comes out as another one.
    if (!Number.isNaN(date.getTime()) && date.toISOString() === text.replace(/Z$/, '.000Z')) return date;
    throw usageError(`${option} is no date`, 'write it so: "2030-01-31T12:00:00Z"');
  }
  if (!(present instanceof Uint8Array) && !isMeant('data', target)) return text;
  const bytes = decodeBase64(text);
  if (typeof bytes !== 'number') return bytes;
  throw usageError(`${option} is no base64, and data stands there`, 'use --set-data POINTER=FILE');
}

function isReal(target: JsonTarget): boolean {
  return target.present instanceof PlistReal || isMeant('real', target);
}

/** Whether the schema has nothing but this type there, and nothing else stands there now. */
function isMeant(type: PlistTypeName, { place: { schemas }, present }: JsonTarget): boolean {
  const types = schemas.flatMap(({ plist }) => plist ?? []);
  return present === undefined && types.length > 0 && types.every((one) => one === type);
}
