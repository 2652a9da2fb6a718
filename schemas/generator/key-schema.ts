import { isDeepStrictEqual } from 'node:util';
import type { JsonSchemaObject } from '../../src/schema/json-schema.js';
import type { AppleKey, AppleType } from './apple-file.js';
import { refuseUnknown } from './known-fields.js';
import { readSupportedOS } from './supported-os.js';
import { constrainValue } from './value-constraints.js';

const keyFields = [
  'key',
  'type',
  'presence',
  'subtype',
  'rangelist',
  'range',
  'default',
  'format',
  'repetition',
  'combinetype',
  'subkeytype',
  'assettypes',
  'subkeys',
  'supportedOS',
  // Sentences: known, and left out.
  'title',
  'content',
  'description',
];

/** JSON type beside plist type, as docs/plist-json.md lays down. */
const types: Readonly<Record<AppleType, JsonSchemaObject>> = {
  '<string>': { type: 'string', plist: 'string' },
  '<integer>': { type: 'integer', plist: 'integer' },
  '<real>': { type: 'number', plist: 'real' },
  '<boolean>': { type: 'boolean', plist: 'boolean' },
  '<date>': { type: 'string', format: 'date-time', plist: 'date' },
  '<data>': { type: 'string', contentEncoding: 'base64', plist: 'data' },
  '<array>': { type: 'array' },
  '<dictionary>': { type: 'object' },
  '<any>': {},
};

/** Any key name: what stands for it holds for all keys that are not named. */
const WILDCARD = 'ANY';

/** Compiles the keys of one file; keys that contain themselves become `$defs`. */
export class KeyCompiler {
  readonly definitions: Record<string, JsonSchemaObject> = {};
  readonly #file: string;
  readonly #open = new Set<AppleKey>();
  /** The named lists of sub-keys that are being compiled. */
  readonly #lists: AppleKey[] = [];
  readonly #recursive = new Map<AppleKey, string>();

  constructor(file: string) {
    this.#file = file;
  }

  /** The keys of a dictionary: `properties`, `required`, and whether others may stand beside them. */
  compileKeys(keys: readonly AppleKey[], place = ''): JsonSchemaObject {
    const named = keys.filter(({ key }) => key !== WILDCARD);
    const wildcard = keys.find(({ key }) => key === WILDCARD);
    const properties: Record<string, JsonSchemaObject> = {};
    for (const key of named) {
      if (Object.hasOwn(properties, key.key)) throw new Error(`${this.#file} ${place}/${key.key}: stands twice`);
      properties[key.key] = this.#compileKey(key, `${place}/${key.key}`);
    }
    const required = named.filter(({ presence }) => presence === 'required').map(({ key }) => key);
    return {
      ...(named.length > 0 ? { properties } : {}),
      ...(required.length > 0 ? { required } : {}),
      additionalProperties: wildcard === undefined ? false : this.#compileKey(wildcard, `${place}/*`),
    };
  }

  #compileKey(key: AppleKey, place: string): JsonSchemaObject {
    if (this.#open.has(key)) return { $ref: `#/$defs/${this.#nameRecursion(key)}` };
    this.#open.add(key);
    const schema = this.#compileNode(key, place);
    this.#open.delete(key);
    const name = this.#recursive.get(key);
    if (name === undefined) return schema;
    this.definitions[name] = schema;
    return { $ref: `#/$defs/${name}` };
  }

  #nameRecursion(key: AppleKey): string {
    const known = this.#recursive.get(key);
    if (known !== undefined) return known;
    const taken = new Set(this.#recursive.values());
    const base = (key.subkeytype ?? key.key).replaceAll(/[^A-Za-z0-9]/g, '');
    let name = base;
    for (let count = 2; taken.has(name); count += 1) name = `${base}${String(count)}`;
    this.#recursive.set(key, name);
    return name;
  }

  #compileNode(key: AppleKey, place: string): JsonSchemaObject {
    const where = `${this.#file} ${place}`;
    refuseUnknown(where, key, keyFields);
    const type = Object.hasOwn(types, key.type) ? types[key.type] : undefined;
    if (type === undefined) throw new Error(`${where}: unknown type "${key.type}"`);
    const presence: string = key.presence ?? 'optional';
    if (!['required', 'optional'].includes(presence)) throw new Error(`${where}: unknown presence "${presence}"`);
    return {
      ...type,
      ...constrainValue(where, key),
      ...this.#compileSubkeys(key, place, where),
      ...(key.default === undefined ? {} : { default: key.default }),
      ...this.#annotate(key, where),
    };
  }

  #compileSubkeys(key: AppleKey, place: string, where: string): JsonSchemaObject {
    const { subkeys } = key;
    if (subkeys === undefined) return {};
    if (!Array.isArray(subkeys)) throw new Error(`${where}: subkeys is no list`);
    if (key.type === '<dictionary>') return this.compileKeys(subkeys as readonly AppleKey[], place);
    if (key.type !== '<array>') throw new Error(`${where}: a ${key.type} with subkeys`);
    this.#lists.push(key);
    const items = (subkeys as readonly AppleKey[]).map((item) =>
      this.#compileKey(this.#whole(key, item), `${place}/${item.key}`),
    );
    this.#lists.pop();
    const [first] = items;
    if (first === undefined) return {};
    return { items: items.length === 1 ? first : { anyOf: items }, ...repeat(subkeys as readonly AppleKey[]) };
  }

  /**
   * An item that contains itself may be written out once, and then again without the key that leads further down. That
   * inner copy stands for the whole item.
   */
  #whole(list: AppleKey, item: AppleKey): AppleKey {
    if (list.subkeytype === undefined) return item;
    const around = this.#lists.filter((other) => other !== list && other.subkeytype === list.subkeytype);
    const outer = around.flatMap(({ subkeys = [] }) => subkeys).find(({ key }) => key === item.key);
    return outer !== undefined && isCutCopy(item, outer) ? outer : item;
  }

  #annotate(key: AppleKey, where: string): JsonSchemaObject {
    const { subtype, combinetype, subkeytype, assettypes, supportedOS } = key;
    const facts = {
      ...(subtype === undefined ? {} : { subtype }),
      ...(combinetype === undefined ? {} : { combinetype }),
      ...(subkeytype === undefined ? {} : { subkeytype }),
      ...(assettypes === undefined ? {} : { assettypes }),
      ...(supportedOS === undefined ? {} : { supportedOS: readSupportedOS(where, supportedOS) }),
    };
    return Object.keys(facts).length === 0 ? {} : { 'x-apple': facts };
  }
}

function isCutCopy(copy: AppleKey, { type, subkeys = [] }: AppleKey): boolean {
  if (copy.type !== '<dictionary>' || type !== copy.type || copy.subkeys === undefined) return false;
  return (
    copy.subkeys.length < subkeys.length &&
    copy.subkeys.every((key) => subkeys.some((other) => isDeepStrictEqual(key, other)))
  );
}

/** How often an item stands in its array is said at the item. */
function repeat(items: readonly AppleKey[]): JsonSchemaObject {
  const repetition = items.find((item) => item.repetition !== undefined)?.repetition;
  return {
    ...(repetition?.min === undefined ? {} : { minItems: repetition.min }),
    ...(repetition?.max === undefined ? {} : { maxItems: repetition.max }),
  };
}
