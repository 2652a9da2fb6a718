import { types } from 'node:util';
import { unknownOption } from '../diagnostics/assert-known-options.js';
import type { Bytes } from '../diagnostics/bytes.js';
import { readForeign } from '../diagnostics/read-foreign.js';
import { isPlainObject } from '../plist/normalize.js';

/** Checks one option and returns it, as a copy where the caller could change it later. Throws a TypeError that begins with `name`. */
export type OptionReader<Value = unknown> = (value: unknown, name: string) => Value;

/** One reader for each option that there is. */
export type OptionReaders<Options> = {
  readonly [Key in keyof Options]-?: OptionReader<Exclude<Options[Key], undefined>>;
};

/**
 * Reads options, each of them once: a frozen copy without those that are undefined. The compiler does not see every
 * caller, and a misspelt or inherited option must not end as one that is silently missing.
 *
 * @throws TypeError that begins with the name of the argument
 */
export function readOptions<Options extends object>(
  name: string,
  options: unknown,
  readers: OptionReaders<Options>,
): Readonly<Options> {
  const read = Object.create(null) as Record<string, unknown>;
  const given = assertPlainObject(options, name) as Readonly<Record<string | symbol, unknown>>;
  for (const key of readForeign(name, () => Reflect.ownKeys(given))) {
    const reader = typeof key === 'string' && Object.hasOwn(readers, key) ? readers[key as keyof Options] : undefined;
    if (reader === undefined) throw unknownOption(name, key, readers);
    const place = `${name}.${String(key)}`;
    const value = readForeign(place, () => given[key]);
    if (value !== undefined) read[String(key)] = reader(value, place);
  }
  return Object.freeze(read) as Options;
}

/** Other objects keep their content elsewhere, where it would be passed over. */
export function assertPlainObject(value: unknown, name: string): object {
  if (typeof value === 'object' && value !== null && readForeign(name, () => isPlainObject(value))) return value;
  throw new TypeError(`${name} must be a plain object`);
}

/** A reader of what `isValue` knows; `expected` says what that is. */
export function optionOf<Value>(expected: string, isValue: (value: unknown) => value is Value): OptionReader<Value> {
  return (value, name) => {
    if (isValue(value)) return value;
    throw new TypeError(`${name} must be ${expected}`);
  };
}

export const stringOption: OptionReader<string> = optionOf('a string', (value) => typeof value === 'string');
export const booleanOption: OptionReader<boolean> = optionOf('a boolean', (value) => typeof value === 'boolean');
const anyDate: OptionReader<Date> = optionOf('a Date', (value) => types.isDate(value));

/** One of a few words. */
export function choiceOption<const Choice extends string>(...choices: readonly Choice[]): OptionReader<Choice> {
  const quoted = choices.map((choice) => `"${choice}"`);
  const expected = [quoted.slice(0, -1).join(', '), ...quoted.slice(-1)].join(' or ');
  return optionOf(expected, (value): value is Choice => choices.includes(value as Choice));
}

/** A number, of which the schema says more. */
export function numberOption<Value extends number>(): OptionReader<Value> {
  return optionOf('a number', (value): value is Value => typeof value === 'number');
}

/** A date that is written, and checked where it is written. */
export const dateOption: OptionReader<Date> = (value, name) =>
  new Date(Date.prototype.getTime.call(anyDate(value, name)));

/** A moment to judge by. */
export const timeOption: OptionReader<Date> = (value, name) => {
  const time = types.isDate(value) ? Date.prototype.getTime.call(value) : Number.NaN;
  if (Number.isNaN(time)) throw new TypeError(`${name} must be a valid Date`);
  return new Date(time);
};

/** An option that has no default; the compiler does not see every caller. */
export function requiredOption(name: string, value: unknown): void {
  if (value === undefined) throw new TypeError(`${name} is missing`);
}

/** An argument that has to be bytes. */
export function bytesArgument(name: string, value: unknown): Uint8Array {
  if (types.isUint8Array(value)) return value;
  throw new TypeError(`${name} must be a Uint8Array`);
}

/** Bytes as a copy that nobody else holds. */
export const bytesOption: OptionReader<Bytes> = (value, name) => new Uint8Array(bytesArgument(name, value));
