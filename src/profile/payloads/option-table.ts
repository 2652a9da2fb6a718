import type { Certificate } from '../../pki/certificate.js';
import { readCertificate, type CertificateInput } from '../../pki/read-certificates.js';
import { certificatesOption } from '../certificates-option.js';
import { isIdentity, type Identity } from '../identity.js';
import {
  assertPlainObject,
  booleanOption,
  bytesArgument,
  choiceOption,
  numberOption,
  stringOption,
  type OptionReader,
} from '../read-options.js';

/** What an option writes: a value of a property list, in which certificates and identities stand for references to them. */
export type Written = string | number | boolean | object;

/** An option that writes one key. A key is a path with `/` from the dictionary around it, or from the payload when it begins with `/`. */
export interface KeyEntry<Value> {
  readonly key: string;
  readonly read: OptionReader<Written>;
  /** What is written for each word that the option takes. */
  readonly words?: Readonly<Record<string, string | number>>;
  /** Only a type: what the option takes. */
  readonly takes?: Value;
}

/** An option that holds options, whose keys stand at `at`; it may say more keys by being there. */
export interface GroupEntry<Options> {
  readonly at: string;
  readonly options: OptionTable<Options>;
  readonly says: Readonly<Record<string, string>>;
}

/** An option that is a list of options, each of which writes a dictionary. */
export interface ListEntry<Options> {
  readonly key: string;
  readonly items: OptionTable<Options>;
}

export type OptionEntry<Value> =
  KeyEntry<Value> | (Value extends readonly (infer Item)[] ? ListEntry<Item> : GroupEntry<Value>);

/** What each option of a method writes: the whole mapping, as data. */
export type OptionTable<Options> = {
  readonly [Name in keyof Options]-?: OptionEntry<Exclude<Options[Name], undefined>>;
};

/** Any table, whatever the options are called. */
export type AnyOptionTable = Readonly<Record<string, AnyOptionEntry>>;

export type AnyOptionEntry =
  | KeyEntry<unknown>
  | (Omit<GroupEntry<unknown>, 'options'> & { readonly options: AnyOptionTable })
  | { readonly key: string; readonly items: AnyOptionTable };

type Words<Word extends string> = Readonly<Record<Word, string | number>>;

export const text = (key: string): KeyEntry<string> => ({ key, read: stringOption });
export const flag = (key: string): KeyEntry<boolean> => ({ key, read: booleanOption });
export const count = (key: string): KeyEntry<number> => ({ key, read: numberOption() });
export const bytes = (key: string): KeyEntry<Uint8Array> => ({
  key,
  read: (value, name) => bytesArgument(name, value),
});

/** A boolean that Apple writes as 0 or 1. */
export const bit = (key: string): KeyEntry<boolean> => ({
  key,
  read: (value, name) => (booleanOption(value, name) ? 1 : 0),
});

export const texts = (key: string): KeyEntry<readonly string[]> => ({ key, read: listOf(stringOption) });

/** A dictionary with keys of the caller's. */
export const dictionary = (key: string): KeyEntry<Readonly<Record<string, string>>> => ({
  key,
  read: (value, name) =>
    Object.fromEntries(
      Object.entries(assertPlainObject(value, name)).map(([word, item]) => [word, stringOption(item, `${name}.*`)]),
    ),
});

/** One of the words, or of Apple's own values when these are plain enough. */
export function choice<const Word extends string>(key: string, words: readonly Word[] | Words<Word>): KeyEntry<Word> {
  return { key, ...readerOfWords(words) };
}

export function choices<const Word extends string>(
  key: string,
  words: readonly Word[] | Words<Word>,
): KeyEntry<readonly Word[]> {
  const { words: known, read } = readerOfWords(words);
  return { key, words: known, read: listOf(read) };
}

function readerOfWords<Word extends string>(
  given: readonly Word[] | Words<Word>,
): {
  readonly words: Words<Word>;
  readonly read: OptionReader<string | number>;
} {
  const words = isList(given) ? (Object.fromEntries(given.map((word) => [word, word])) as Record<Word, Word>) : given;
  const read = choiceOption(...(Object.keys(words) as Word[]));
  return { words, read: (value, name) => words[read(value, name)] };
}

const isList = <Word extends string>(given: readonly Word[] | Words<Word>): given is readonly Word[] =>
  Array.isArray(given);

/** One of a few numbers, checked by validation. */
export const number = <const Value extends number>(key: string): KeyEntry<Value> => ({
  key,
  read: numberOption<Value>(),
});

export const numbers = <const Value extends number>(key: string): KeyEntry<readonly Value[]> => ({
  key,
  read: listOf(numberOption<Value>()),
});

export const bytesList = (key: string): KeyEntry<readonly Uint8Array[]> => ({
  key,
  read: listOf((value, name) => bytesArgument(name, value)),
});

/** Certificates that a payload refers to, in any form in which they come. An identity is refused where the reference is read. */
export const certificates = (key: string): KeyEntry<CertificateInput> => ({
  key,
  read: (value, name) => {
    if (!Array.isArray(value)) return isIdentity(value) ? [value] : certificatesOption(value, name);
    const items = (value as readonly unknown[]).flatMap((item, index): readonly (Certificate | Identity)[] =>
      isIdentity(item) ? [item] : certificatesOption(item, `${name}[${String(index)}]`),
    );
    return onceEach(items);
  },
});

/** The same certificate may come in several forms. */
function onceEach(items: readonly (Certificate | Identity)[]): readonly (Certificate | Identity)[] {
  const seen = new Set<string>();
  return items.filter((item) => {
    if (isIdentity(item)) return true;
    const { sha256 } = item.fingerprints;
    const isNew = !seen.has(sha256);
    seen.add(sha256);
    return isNew;
  });
}

/** An identity that a payload refers to. A certificate is refused where the reference is read. */
export const identity = (key: string): KeyEntry<Identity> => ({
  key,
  read: (value, name) => {
    if (isIdentity(value) || isCertificate(value)) return value;
    throw new TypeError(`${name} must be an identity, for example from pkcs12Identity()`);
  },
});

/** A certificate or an identity that a payload refers to. */
export const certificateOrIdentity = (key: string): KeyEntry<Certificate | Identity> => ({
  key,
  read: (value, name) => {
    if (isIdentity(value)) return value;
    if (isCertificate(value)) return readCertificate(value);
    throw new TypeError(`${name} must be a certificate, as readCertificate() makes one, or an identity`);
  },
});

export function group<Options>(
  at: string,
  options: OptionTable<Options>,
  says: Readonly<Record<string, string>> = {},
): GroupEntry<Options> {
  return { at, options, says };
}

export function list<Options>(key: string, items: OptionTable<Options>): ListEntry<Options> {
  return { key, items };
}

/** A reader of lists whose items another reader reads. */
export function listOf<Value>(read: OptionReader<Value>): OptionReader<readonly Value[]> {
  return (value, name) => {
    if (!Array.isArray(value)) throw new TypeError(`${name} must be an array`);
    return value.map((item: unknown, index) => read(item, `${name}[${String(index)}]`));
  };
}

/** A certificate, or a copy of one. */
export function isCertificate(value: unknown): value is Certificate {
  return typeof value === 'object' && value !== null && 'fingerprints' in value && 'raw' in value;
}
