import { escapeText } from '../../diagnostics/escape-text.js';
import { readForeign } from '../../diagnostics/read-foreign.js';
import { isPlainObject } from '../../plist/normalize.js';
import type { Certificate } from '../../pki/certificate.js';
import type { PlistReal } from '../../plist/value.js';
import type { PayloadType } from '../../schema/generated/payload-content.js';
import { isIdentity, type Identity } from '../identity.js';
import type { PayloadInput } from '../payload-input.js';
import type { PayloadOptions } from '../profile.js';
import { assertPlainObject, readOptions, type OptionReader } from '../read-options.js';
import {
  isCertificate,
  listOf,
  type AnyOptionEntry,
  type AnyOptionTable,
  type OptionTable,
  type Written,
} from './option-table.js';

/** What stands whole under a key: everything but a dictionary. */
type Whole =
  string | number | bigint | boolean | Date | Uint8Array | PlistReal | Certificate | Identity | readonly unknown[];

type Part<Value> = Value extends Whole
  ? Value
  : Value extends object
    ? { readonly [Key in keyof Value]?: Part<Value[Key]> | undefined }
    : Value;

/** Any part of what {@link ProfileBuilder.addPayload} takes for a payload of this type. */
export type PayloadExtra<Type extends PayloadType> = Part<PayloadInput<Type>>;

/** What every method for a payload type takes beside its own options. */
export interface ExtraOption<Type extends PayloadType> {
  /** Keys that no option is for, as Apple spells them. One that another option writes is refused. */
  readonly extra?: PayloadExtra<Type>;
}

/** How the options of a method become a payload. */
export interface PayloadMapping<Options> {
  /** The payload type, or what it is for the given options. */
  readonly type: PayloadType | ((options: Options) => PayloadType);
  readonly options: OptionTable<Omit<Options, 'extra'>>;
  /** Says more of an unknown option than its name. */
  readonly assert?: (options: unknown) => void;
}

/** What {@link ProfileBuilder.addPayload} is given. */
export interface MappedPayload {
  readonly type: PayloadType;
  readonly content: Readonly<Record<string, Written>>;
}

interface Write {
  /** Keys from the payload on. */
  readonly path: readonly string[];
  /** Absent for a dictionary that other options write into. */
  readonly value?: Written;
  /** The option that says so. */
  readonly option: string;
}

type Content = Record<string, Written>;

const newContent = (): Content => Object.create(null) as Content;

/** Whether more may be written into a value. */
function isDictionary(value: Written | undefined): value is Content {
  return typeof value === 'object' && isPlainObject(value) && !isIdentity(value) && !isCertificate(value);
}

/**
 * Writes the options of a method as the content of a payload, in the order of the table. Nothing is written for an option
 * that is not given: what a device then does is up to the device.
 *
 * @throws TypeError when an option is unknown or of another type, or two of them write the same key
 * @throws ProfilewrightError for what is to be a certificate and is none
 */
export function mapOptions<Options>(
  { type, options: table, assert }: PayloadMapping<Options>,
  options: Options,
): MappedPayload {
  const given = assertPlainObject(options, 'options') as Options & { readonly extra?: unknown };
  assertOwn(table, given);
  assert?.(options);
  const { extra, ...own } = readForeign('options', () => ({ ...given }));
  const content = new ContentWriter();
  for (const write of readTable(table, own, 'options', [])) content.write(write);
  if (extra !== undefined) content.merge(assertPlainObject(extra, 'options.extra'), [], 'options.extra');
  return { type: typeof type === 'function' ? type(own as Options) : type, content: content.dictionary };
}

const payloadOptions: Readonly<Record<keyof PayloadOptions, true>> = {
  identifier: true,
  uuid: true,
  displayName: true,
  description: true,
  organization: true,
};

/** What every payload may be given stands in an argument of its own, where newcomers do not look for it. */
function assertOwn(table: object, given: object): void {
  const names = readForeign('options', () => Object.keys(given));
  const other = names.find((name) => Object.hasOwn(payloadOptions, name) && !Object.hasOwn(table, name));
  if (other === undefined) return;
  const place = `options.${other} is about the payload`;
  throw new TypeError(`${place}: give it in the second argument, for example addWifi({ ssid }, { ${other} })`);
}

/** All that the given options write. */
function readTable(table: AnyOptionTable, options: unknown, name: string, base: readonly string[]): Write[] {
  const readers = Object.fromEntries(Object.entries(table).map(([option, entry]) => [option, readerOf(entry, base)]));
  const given: Readonly<Record<string, readonly Write[]>> = readOptions(name, options, readers);
  return Object.keys(table).flatMap((option) => given[option] ?? []);
}

function readerOf(entry: AnyOptionEntry, base: readonly string[]): OptionReader<readonly Write[]> {
  if ('options' in entry) {
    const at = resolve(base, entry.at);
    const said = Object.entries(entry.says);
    return (value, option) => [
      ...said.map(([key, word]) => ({ path: resolve(base, key), value: word, option })),
      ...(at.length > base.length ? [{ path: at, option }] : []),
      ...readTable(entry.options, value, option, at),
    ];
  }
  const read = 'items' in entry ? listOf((item, name) => readItem(entry.items, item, name)) : entry.read;
  return (value, option) => [{ path: resolve(base, entry.key), value: read(value, option), option }];
}

function readItem(table: AnyOptionTable, item: unknown, name: string): Content {
  const content = new ContentWriter();
  for (const write of readTable(table, item, name, [])) content.write(write);
  return content.dictionary;
}

function resolve(base: readonly string[], key: string): readonly string[] {
  const [first, ...others] = key.split('/');
  if (key === '') return base;
  return first === '' ? others : [...base, first ?? '', ...others];
}

/** Puts values under their keys, each of them once. */
class ContentWriter {
  readonly dictionary: Content = newContent();
  /** Which option has written what stands at a path. */
  readonly #options = new Map<string, string>();

  write({ path, value, option }: Write): void {
    if (value === undefined) {
      this.#open(path, option);
      return;
    }
    let dictionary = this.dictionary;
    for (const [index, key] of path.slice(0, -1).entries()) {
      const inner = dictionary[key] ?? this.#set(dictionary, path.slice(0, index + 1), newContent(), option);
      if (!isDictionary(inner)) this.#refuse(path.slice(0, index + 1), option);
      dictionary = inner;
    }
    if (dictionary[path.at(-1) ?? ''] !== undefined) this.#refuse(path, option);
    this.#set(dictionary, path, value, option);
  }

  /** Makes sure that there is a dictionary, be it empty. */
  #open(path: readonly string[], option: string): void {
    if (!isDictionary(this.#find(path))) this.write({ path, value: newContent(), option });
  }

  /** Writes a dictionary of Apple's keys into what is there; what stands alone is left to whoever reads the content. */
  merge(extra: object, base: readonly string[], option: string): void {
    for (const [key, value] of Object.entries(extra) as [string, Written | undefined][]) {
      const place = `${option}.${escapeText(key, 60)}`;
      const path = [...base, key];
      if (value === undefined) continue;
      if (isDictionary(value) && isDictionary(this.#find(path))) this.merge(value, path, place);
      else this.write({ path, value, option: place });
    }
  }

  #find(path: readonly string[]): Written | undefined {
    const [first = '', ...others] = path;
    return others.reduce<Written | undefined>(
      (found, key) => (isDictionary(found) ? found[key] : undefined),
      this.dictionary[first],
    );
  }

  #set(dictionary: Content, path: readonly string[], value: Written, option: string): Written {
    this.#options.set(path.join('/'), option);
    dictionary[path.at(-1) ?? ''] = value;
    return value;
  }

  #refuse(path: readonly string[], option: string): never {
    const other = this.#options.get(path.join('/')) ?? 'another option';
    throw new TypeError(`${option} and ${other} exclude each other: both write ${escapeText(path.join('/'), 200)}`);
  }
}
