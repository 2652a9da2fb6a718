import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { PayloadMethods } from '../../../../src/builder/payload-methods.js';
import { ProfileBuilder } from '../../../../src/builder/profile-builder.js';
import { isProfilewrightError } from '../../../../src/diagnostics/profilewright-error.js';
import { readCertificate } from '../../../../src/pki/read-certificates.js';
import { real } from '../../../../src/plist/value.js';
import { mapOptions } from '../../../../src/profile/payloads/map-options.js';
import type { AnyOptionTable, KeyEntry } from '../../../../src/profile/payloads/option-table.js';
import { pkcs12Identity } from '../../../../src/profile/pkcs12-identity.js';
import { loadSchema } from '../../../../src/schema/catalogue.js';
import type { PayloadType } from '../../../../src/schema/generated/payload-content.js';
import { rootCA } from '../../../support/authorities.js';
import { identityFile } from '../../../support/identity-file.js';
import { pngFile } from '../../../support/png-file.js';
import { chooseBranch, fullValue, type Schema } from '../../../support/schema-values.js';
import { methodMappings, type MethodMapping } from './payload-mappings.js';

type Dictionary = Readonly<Record<string, unknown>>;

const root = readCertificate(rootCA().der);
const client = identityFile('Anna');
const identity = pkcs12Identity(client.bytes, { password: client.password });

/** An option of a method: the names that lead to it, and the keys that its value stands under; `0` is the item of a list. */
interface Leaf {
  readonly option: readonly string[];
  readonly keys: readonly string[];
  readonly entry: KeyEntry<unknown>;
}

function* leavesOf(table: AnyOptionTable, option: readonly string[], base: readonly string[]): Generator<Leaf> {
  for (const [name, entry] of Object.entries(table)) {
    const here = [...option, name];
    if ('options' in entry) yield* leavesOf(entry.options, here, pathOf(entry.at, base));
    else if ('items' in entry) yield* leavesOf(entry.items, [...here, '0'], [...pathOf(entry.key, base), '0']);
    else yield { option: here, keys: pathOf(entry.key, base), entry };
  }
}

function pathOf(key: string, base: readonly string[]): readonly string[] {
  const steps = key.split('/').filter((step) => step !== '');
  return key.startsWith('/') ? steps : [...base, ...steps];
}

/** Ethernet payloads may have any key; those of the Wi-Fi payload are meant, says Apple's text, and the interface. */
function schemaOf(type: PayloadType): Schema {
  const wifi = loadSchema('com.apple.wifi.managed') as Schema;
  if (!type.includes('ethernet')) return loadSchema(type) as Schema;
  return { ...wifi, properties: { ...wifi.properties, Interface: { type: 'string' } } };
}

const schemaAt = (schema: Schema | undefined, keys: readonly string[]): Schema | undefined =>
  keys.reduce<Schema | undefined>(
    (found, key) =>
      key === '0' ? found?.items : Object.hasOwn(found?.properties ?? {}, key) ? found?.properties?.[key] : undefined,
    schema,
  );

const nest = (path: readonly string[], value: unknown): unknown =>
  path.reduceRight<unknown>((inner, step) => (step === '0' ? [inner] : { [step]: inner }), value);

const isPlain = (value: unknown): value is Dictionary =>
  typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;

function merge(one: unknown, other: unknown): unknown {
  if (Array.isArray(one) && Array.isArray(other)) return [merge(one[0], other[0])];
  if (!isPlain(one) || !isPlain(other)) return other;
  const keys = [...new Set([...Object.keys(one), ...Object.keys(other)])];
  return Object.fromEntries(keys.map((key) => [key, key in other ? merge(one[key], other[key]) : one[key]]));
}

const valueAt = (value: unknown, path: readonly string[]): unknown =>
  path.reduce<unknown>((found, step) => (found as Dictionary | undefined)?.[step], value);

/** What may be given for the option, and what shall be written for it. */
function samplesOf({ entry }: Leaf, schema: Schema): [given: unknown, written: unknown][] {
  if (entry.words !== undefined) {
    const words = Object.entries(entry.words);
    const isList = schema.type === 'array';
    return words.map(([word, written]) => (isList ? [[word], [written]] : [word, written]));
  }
  const fitting = fullValue(schema, real);
  const digest = { Algorithm: 'sha256', Hash: expect.any(Uint8Array) as unknown };
  const others: [unknown, unknown][] = [
    [fitting, fitting],
    [true, 1],
    [pngFile(), pngFile()],
    schema.type === 'array' ? [root, [schema.items?.type === 'object' ? digest : root]] : [identity, identity],
  ];
  return others.filter(([given]) => isRead(entry, given)).slice(0, 1);
}

function isRead(entry: KeyEntry<unknown>, value: unknown): boolean {
  try {
    entry.read(value, 'options.x');
    return true;
  } catch {
    return false;
  }
}

const map = ({ mapping }: MethodMapping, options: unknown) => mapOptions(mapping, options as never);
const typesOf = ({ types }: MethodMapping) => Object.entries(types) as [PayloadType, Dictionary][];

/** What is wrong with the content, by the schema of its payload type; what else is needed does not count. */
function faultsOf(type: PayloadType, content: Dictionary): string[] {
  const builder = new ProfileBuilder({ identifier: 'com.example.lab' }).addPayload<string>(
    type,
    content as Record<string, string>,
  );
  const faults = (codes: readonly { code: string; message: string }[]): string[] =>
    codes.filter(({ code }) => code.startsWith('schema-') && code !== 'schema-required').map(({ message }) => message);
  try {
    return faults(builder.build().issues);
  } catch (error) {
    if (!isProfilewrightError(error, 'ERR_PROFILE_INVALID')) throw error;
    return faults(error.details.issues);
  }
}

test('every method has its mapping here', () => {
  const methods = Object.getOwnPropertyNames(PayloadMethods.prototype).filter((name) => name.startsWith('add'));
  expect(methodMappings.map(({ method }) => method)).toEqual(methods);
});

describe.each(methodMappings.map((method) => [method.method, method] as const))('%s', (_, method) => {
  const leaves = [...leavesOf(method.mapping.options, [], [])];

  test('makes the payload types that it says', () => {
    expect(typesOf(method).map(([, options]) => map(method, options).type)).toEqual(Object.keys(method.types));
  });

  test('writes each option under a key of the schema, in a form that fits it', () => {
    const [type, given] = typesOf(method).at(-1)!;
    const wholes = new Map<string, Dictionary>();
    for (const leaf of leaves) {
      const schema = schemaAt(schemaOf(type), leaf.keys);
      expect(schema, leaf.keys.join('/')).toBeDefined();
      const samples = samplesOf(leaf, schema!);
      expect(samples.length, leaf.option.join('.')).toBeGreaterThan(0);
      for (const [value, written] of samples) {
        const { content } = map(method, { ...given, ...(nest(leaf.option, value) as object) });
        expect(valueAt(content, leaf.keys), leaf.option.join('.')).toEqual(written);
      }
      const words = Object.values(leaf.entry.words ?? {});
      expect(schema!.enum ?? schema!.items?.enum ?? words, leaf.option.join('.')).toEqual(
        expect.arrayContaining(words),
      );
      // The kinds of VPN exclude each other.
      const name = type.includes('vpn') ? leaf.option[0]! : '';
      wholes.set(name, merge(wholes.get(name) ?? given, nest(leaf.option, samples[0]![0])) as Dictionary);
    }
    for (const options of wholes.values()) expect(faultsOf(type, map(method, options).content)).toEqual([]);
  });

  test('writes no key for two options, but where they exclude each other', () => {
    const keys = leaves.map((leaf) => leaf.keys.join('/'));
    expect(new Set(keys).size).toBe(keys.length);
  });

  test('takes every key of its payload types as an extra', () => {
    for (const [type, options] of typesOf(method)) {
      const { PayloadType: __, ...whole } = fullValue(chooseBranch(schemaOf(type), 'else'), real) as Dictionary;
      const { Interface: ___, ...extra } = whole;
      expect({ ...map(method, { ...options, extra }).content }).toMatchObject(extra);
    }
  });

  test('lets extras stand beside options, and refuses those that an option has written', () => {
    const [, given] = typesOf(method).at(-1)!;
    for (const leaf of leaves.filter(({ option }) => !option.includes('0'))) {
      const [sample] = samplesOf(leaf, schemaAt(schemaOf(typesOf(method).at(-1)![0]), leaf.keys)!);
      const options = { ...given, ...(nest(leaf.option, sample![0]) as object) };
      const beside = nest([...leaf.keys.slice(0, -1), 'Other'], 1);
      expect(valueAt(map(method, { ...options, extra: beside }).content, [...leaf.keys.slice(0, -1), 'Other'])).toBe(1);
      const again = nest(leaf.keys, 'SENTINEL');
      expect(() => map(method, { ...options, extra: again })).toThrow(
        new TypeError(
          `options.extra.${leaf.keys.join('.')} and options.${leaf.option.join('.')} exclude each other: both write ${leaf.keys.join('/')}`,
        ),
      );
    }
  });

  test('refuses an option that it does not know, wherever it stands', () => {
    expect(() => map(method, { optoin: 1 })).toThrow(/^options\.optoin is not known/);
    const deep = leaves.map(({ option }) => option).filter((option) => option.length > 1);
    for (const option of deep) {
      const odd = nest([...option.slice(0, -1), 'optoin'], 1);
      expect(() => map(method, odd)).toThrow(/^options\..*\.optoin is not known/);
    }
  });
});

describe('the description of each option', () => {
  const folder = join(import.meta.dirname, '../../../../src/profile/payloads');
  const documented = new Map<string, string>();
  for (const file of readdirSync(folder)) {
    const source = readFileSync(join(folder, file), 'utf8');
    for (const [, text = '', name = ''] of source.matchAll(/\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\s+readonly (\w+)\??:/g)) {
      documented.set(name, `${documented.get(name) ?? ''} ${text}`);
    }
  }

  test.each(methodMappings.filter(({ method }) => method !== 'addRestrictions'))(
    'of $method names the key',
    (method) => {
      const leaves = [...leavesOf(method.mapping.options, [], [])];
      const silent = leaves.filter(({ option, keys }) => {
        const words = documented.get(option.at(-1)!)?.split(/[^\w]+/) ?? [];
        return !words.includes(keys.at(-1)!);
      });
      expect(silent.map(({ option, keys }) => `${option.join('.')}: ${keys.join('/')}`)).toEqual([]);
    },
  );
});
