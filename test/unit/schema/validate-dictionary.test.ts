import { describe, expect, test } from 'vitest';
import { real } from '../../../src/plist/value.js';
import { payloadSchema, type SchemaName } from '../../../src/schema/catalogue.js';
import type { JsonSchemaObject } from '../../../src/schema/json-schema.js';
import { validateDictionary, validateNamed } from '../../../src/schema/validate-dictionary.js';

const integer: JsonSchemaObject = { type: 'integer', plist: 'integer' };
const realNumber: JsonSchemaObject = { type: 'number', plist: 'real' };
const data: JsonSchemaObject = { type: 'string', contentEncoding: 'base64', plist: 'data' };
const date: JsonSchemaObject = { type: 'string', format: 'date-time', plist: 'date' };

const fits = (schema: JsonSchemaObject, value: unknown): boolean => validateDictionary(schema, value).length === 0;

describe('the traps of JSON Schema over plist values', () => {
  test('NaN and the infinities are no numbers', () => {
    for (const value of [Number.NaN, Number.POSITIVE_INFINITY, real(Number.NaN), real(Number.NEGATIVE_INFINITY)]) {
      expect(fits(realNumber, value)).toBe(false);
      expect(fits({ type: 'number' }, value)).toBe(false);
    }
    expect(fits(realNumber, 1.5)).toBe(true);
    expect(fits(realNumber, real(1))).toBe(true);
    expect(fits({ type: 'number' }, 1)).toBe(true);
  });

  test('NaN lies in no range', () => {
    expect(fits({ minimum: 0 }, Number.NaN)).toBe(false);
    expect(fits({ maximum: 0 }, real(Number.NaN))).toBe(false);
  });

  test('inherited keys satisfy nothing', () => {
    const schema = { type: 'object', required: ['toString'], properties: { toString: { type: 'string' } } } as const;
    expect(validateDictionary(schema, {})).toEqual([{ kind: 'required', pointer: '', key: 'toString' }]);
    expect(fits(schema, { toString: 'text' })).toBe(true);
    const withoutPrototype = Object.assign(Object.create(null) as object, { toString: 'text' });
    expect(fits(schema, withoutPrototype)).toBe(true);
  });

  test('bytes, dates, maps and instances are no dictionaries, and nothing more is said of them', () => {
    const schema = {
      type: 'object',
      properties: { a: integer },
      required: ['a'],
      additionalProperties: false,
    } as const;
    class Instance {
      readonly a = 1;
    }
    for (const value of [new Uint8Array(1000), new Date(0), new Map(), new Instance(), real(1), null, [], 'text']) {
      const faults = validateDictionary(schema, value);
      expect(faults).toHaveLength(1);
      expect(faults[0]).toMatchObject({ kind: 'type', pointer: '', expected: ['dictionary'] });
    }
    expect(fits(schema, { a: 1 })).toBe(true);
  });

  test('a bigint of 64 bits is an integer, a longer one is not', () => {
    for (const value of [1n, 2n ** 64n - 1n, -(2n ** 63n)]) expect(fits(integer, value)).toBe(true);
    for (const value of [2n ** 64n, -(2n ** 63n) - 1n]) expect(fits(integer, value)).toBe(false);
  });

  test('a whole number beyond 2^53 is no integer', () => {
    for (const value of [1e21, 2 ** 53, -(2 ** 53)]) expect(fits(integer, value)).toBe(false);
    expect(fits(integer, Number.MAX_SAFE_INTEGER)).toBe(true);
  });

  test('integer and real are told apart, and the confusion is one that devices forgive', () => {
    expect(validateDictionary(integer, real(1))).toMatchObject([{ kind: 'type', coercible: true, found: 'a real' }]);
    expect(validateDictionary(integer, 1.5)).toMatchObject([{ kind: 'type', coercible: false }]);
    expect(validateDictionary(realNumber, 1)).toMatchObject([{ kind: 'type', coercible: true }]);
    expect(validateDictionary({ type: 'boolean' }, 1)).toMatchObject([{ coercible: true }]);
    expect(validateDictionary({ type: 'boolean' }, 2)).toMatchObject([{ coercible: false }]);
    expect(validateDictionary(integer, true)).toMatchObject([{ coercible: true }]);
    expect(validateDictionary({ type: 'string' }, 1)).toMatchObject([{ coercible: false }]);
  });

  test('data is bytes and not their base64, a date is a valid Date and not its text', () => {
    expect(fits(data, new Uint8Array(3))).toBe(true);
    expect(fits(data, Buffer.from('abc'))).toBe(true);
    expect(validateDictionary(data, 'AAAA')).toMatchObject([{ kind: 'type', expected: ['data'], found: 'a string' }]);
    expect(fits(date, new Date(0))).toBe(true);
    expect(fits(date, new Date(Number.NaN))).toBe(false);
    expect(fits(date, '2026-01-01T00:00:00Z')).toBe(false);
    expect(fits({ type: 'string', plist: 'string' }, new Uint8Array(3))).toBe(false);
  });

  test('numbers in lists are compared by value, whatever carries them', () => {
    const listed = { ...integer, enum: [0, 1] };
    expect(fits(listed, 1n)).toBe(true);
    expect(fits({ ...realNumber, enum: [2.5, 3] }, real(3))).toBe(true);
    expect(fits(listed, 2n)).toBe(false);
    expect(fits({ enum: [1] }, '1')).toBe(false);
    expect(fits({ const: 1 }, true)).toBe(false);
    expect(fits({ const: 'a' }, 'a')).toBe(true);
  });

  test('ranges hold for bigints, exactly, and for reals', () => {
    const ranged = { ...integer, minimum: 0, maximum: 2 ** 53 };
    expect(fits(ranged, 2n ** 53n)).toBe(true);
    expect(fits(ranged, 2n ** 53n + 1n)).toBe(false);
    expect(fits({ ...realNumber, maximum: 1 }, real(2))).toBe(false);
    expect(fits({ exclusiveMinimum: 1 }, 1)).toBe(false);
    expect(fits({ exclusiveMaximum: 1 }, 1)).toBe(false);
    expect(fits({ exclusiveMaximum: 1 }, 0)).toBe(true);
  });
});

describe('faults', () => {
  test('a list beside a range is either of them, and one fault', () => {
    const schema = { ...integer, anyOf: [{ enum: [0] }, { minimum: 10, maximum: 20 }] };
    for (const value of [0, 10, 20, 0n]) expect(fits(schema, value)).toBe(true);
    expect(validateDictionary(schema, 5)).toEqual([
      { kind: 'enum', pointer: '', key: '', allowed: [0], range: { minimum: 10, maximum: 20 }, found: '5' },
    ]);
    expect(validateDictionary(schema, 'text')).toMatchObject([{ kind: 'type' }]);
  });

  test('of alternatives only the one of the same type is told', () => {
    const list = { type: 'array', items: { type: 'string', enum: ['a', 'b'] } } as const;
    const schema: JsonSchemaObject = { properties: { Mode: { anyOf: [{ type: 'string', enum: ['a', 'b'] }, list] } } };
    expect(fits(schema, { Mode: 'a' })).toBe(true);
    expect(fits(schema, { Mode: ['a', 'b'] })).toBe(true);
    expect(validateDictionary(schema, { Mode: 'c' })).toEqual([
      { kind: 'enum', pointer: '/Mode', key: 'Mode', allowed: ['a', 'b'], found: '"c"' },
    ]);
    expect(validateDictionary(schema, { Mode: ['a', 'c', 1] })).toMatchObject([
      { kind: 'enum', pointer: '/Mode/1' },
      { kind: 'type', pointer: '/Mode/2' },
    ]);
    expect(validateDictionary(schema, { Mode: true })).toEqual([
      {
        kind: 'type',
        pointer: '/Mode',
        key: 'Mode',
        expected: ['string', 'array'],
        found: 'a boolean',
        coercible: false,
      },
    ]);
  });

  test('alternatives of one type are told as such', () => {
    const schema: JsonSchemaObject = {
      anyOf: [
        { type: 'string', enum: ['a'] },
        { type: 'string', pattern: '^b' },
      ],
    };
    expect(fits(schema, 'bc')).toBe(true);
    expect(validateDictionary(schema, 'c')).toEqual([{ kind: 'other', pointer: '', key: '', keyword: 'anyOf' }]);
    expect(validateDictionary({ anyOf: [{ type: 'array', items: schema }, { type: 'string' }] }, ['a', 'c'])).toEqual([
      { kind: 'other', pointer: '/1', key: '', keyword: 'anyOf' },
    ]);
  });

  test('what holds under a condition is told where the condition holds, and a wrong type once', () => {
    const schema: JsonSchemaObject = {
      properties: { Kind: { type: 'string' }, Size: { type: 'integer' } },
      if: { properties: { Kind: { const: 'big' } }, required: ['Kind'] },
      then: { properties: { Size: { type: 'integer', minimum: 100 } }, required: ['Size'] },
      else: { properties: { Size: { type: 'integer', maximum: 99 } } },
    };
    expect(fits(schema, { Kind: 'big', Size: 100 })).toBe(true);
    expect(fits(schema, {})).toBe(true);
    expect(validateDictionary(schema, { Kind: 'big', Size: 1 })).toMatchObject([
      { kind: 'range', range: { minimum: 100 } },
    ]);
    expect(validateDictionary(schema, { Kind: 'big' })).toEqual([{ kind: 'required', pointer: '', key: 'Size' }]);
    expect(validateDictionary(schema, { Size: 100 })).toMatchObject([{ kind: 'range', range: { maximum: 99 } }]);
    expect(validateDictionary(schema, { Size: 'large' })).toMatchObject([{ kind: 'type', pointer: '/Size' }]);
  });

  test('all faults are told, each with its pointer', () => {
    const schema: JsonSchemaObject = {
      type: 'object',
      properties: { 'a/b': { type: 'array', items: { type: 'string', pattern: '^x' }, maxItems: 1 }, Scope: integer },
      required: ['Missing'],
      additionalProperties: false,
    };
    const faults = validateDictionary(schema, { 'a/b': ['x', 'y'], Scope: 'text', Scpoe: 1 });
    expect(faults.map(({ kind, pointer, key }) => [kind, pointer, key]).sort()).toEqual([
      ['length', '/a~1b', 'a/b'],
      ['pattern', '/a~1b/1', ''],
      ['required', '', 'Missing'],
      ['type', '/Scope', 'Scope'],
      ['unknown-key', '/Scpoe', 'Scpoe'],
    ]);
    expect(faults.find(({ kind }) => kind === 'unknown-key')).toMatchObject({ known: ['a/b', 'Scope'] });
  });

  test('references into $defs work, also for schemas that contain themselves', () => {
    const schema: JsonSchemaObject = {
      $ref: '#/$defs/Folder',
      $defs: {
        Folder: {
          type: 'object',
          properties: { Items: { type: 'array', items: { $ref: '#/$defs/Folder' } }, Name: { type: 'string' } },
          additionalProperties: false,
        },
      },
    };
    expect(fits(schema, { Items: [{ Items: [], Name: 'a' }] })).toBe(true);
    expect(validateDictionary(schema, { Items: [{ Nmae: 'a' }] })).toEqual([
      { kind: 'unknown-key', pointer: '/Items/0/Nmae', key: 'Nmae', known: ['Items', 'Name'] },
    ]);
  });

  test('texts in arrays under a secret key are never quoted, short choices elsewhere are', () => {
    const list = { type: 'array', items: { type: 'string', enum: ['a'] } } as const;
    const schema = { properties: { Passwords: list, Modes: list } };
    const faults = validateDictionary(schema, { Passwords: ['sentinel'], Modes: ['b', 'long'.repeat(20)] });
    expect(JSON.stringify(faults)).not.toContain('sentinel');
    expect(JSON.stringify(faults)).not.toContain('longlong');
    expect(faults).toContainEqual({ kind: 'enum', pointer: '/Modes/0', key: '', allowed: ['a'], found: '"b"' });
  });

  test('no more than 500 are told one by one, the others are counted', () => {
    const keys = Object.fromEntries(Array.from({ length: 100_000 }, (_, index) => [`key${index}`, index]));
    const faults = validateNamed('com.apple.security.pem', keys);
    expect(faults).toHaveLength(501);
    // 100,000 unknown keys, and the five that Apple requires.
    expect(faults.at(-1)).toEqual({ kind: 'omitted', pointer: '', key: '', count: 100_005 - 500 });
  });

  test('control characters in keys are escaped in pointers', () => {
    const schema: JsonSchemaObject = { type: 'object', properties: {}, additionalProperties: false };
    expect(validateDictionary(schema, { 'a\u0000': 1 })[0]?.pointer).toBe('/a\\u{0}');
  });

  test('a key named __proto__ is a key like others', () => {
    const schema: JsonSchemaObject = { type: 'object', properties: {}, additionalProperties: false };
    const value = JSON.parse('{"__proto__": {"x": 1}}') as object;
    expect(validateDictionary(schema, value)).toMatchObject([{ kind: 'unknown-key', key: '__proto__' }]);
  });
});

describe('schemas', () => {
  test('known payload types have one, others do not, whatever they are called', () => {
    for (const type of ['com.apple.security.root', 'com.apple.security.pkcs1', 'com.apple.security.pem']) {
      expect(payloadSchema(type)).toBeDefined();
    }
    for (const type of [
      '',
      'TopLevel',
      'CommonPayloadKeys',
      'constructor',
      '__proto__',
      'toString',
      'com.example.app',
    ]) {
      expect(payloadSchema(type)).toBeUndefined();
      expect(validateDictionary(type, {})).toBeUndefined();
    }
  });

  test('the common keys leave room for others, a payload and the profile do not', () => {
    const other = { 'com.example.key': true };
    const unknown = (name: SchemaName): number =>
      validateNamed(name, other).filter(({ kind }) => kind === 'unknown-key').length;
    expect(unknown('CommonPayloadKeys')).toBe(0);
    expect(unknown('com.apple.security.root')).toBe(1);
    expect(unknown('TopLevel')).toBe(1);
  });

  test('a schema that cannot be compiled is a TypeError of this package', () => {
    expect(() => validateDictionary({ tpye: 'string' }, {})).toThrow(/^schema cannot be compiled/);
    expect(() => validateDictionary({ pattern: '(' }, '')).toThrow(TypeError);
    expect(() => validateDictionary({ $ref: '#/$defs/none' }, '')).toThrow(TypeError);
  });

  test('a schema of one\u2019s own may leave out the keyword plist', () => {
    const schema: JsonSchemaObject = {
      type: 'object',
      properties: { count: { type: 'integer', minimum: 1 }, either: { type: ['string', 'integer'] }, any: true },
      dependentRequired: { count: ['either'] },
      propertyNames: { maxLength: 6 },
    };
    expect(fits(schema, { count: 1n, either: 'a', any: new Date(0) })).toBe(true);
    expect(
      validateDictionary(schema, { count: 0 })
        .map(({ kind }) => kind)
        .sort(),
    ).toEqual(['other', 'range']);
    expect(validateDictionary(schema, { tooLong: 1 }).map(({ kind }) => kind)).toEqual(['length']);
    expect(validateDictionary(schema, { either: new Uint8Array() })).toMatchObject([
      { kind: 'type', expected: ['string', 'integer'] },
    ]);
  });
});
