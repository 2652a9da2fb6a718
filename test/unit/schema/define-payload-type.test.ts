import { describe, expect, test } from 'vitest';
import { ProfileBuilder } from '../../../src/builder/profile-builder.js';
import { isProfilewrightError } from '../../../src/diagnostics/profilewright-error.js';
import type { AnyContent } from '../../../src/profile/payload-input.js';
import { definePayloadType, type PayloadTypeDefinition } from '../../../src/schema/define-payload-type.js';
import type { JsonSchemaObject } from '../../../src/schema/json-schema.js';
import { validateProfileDictionary } from '../../../src/validation/validate-profile-dictionary.js';

const schema = {
  type: 'object',
  properties: { Server: { type: 'string' }, Key: { type: 'string', plist: 'data' } },
  required: ['Server'],
  additionalProperties: false,
} as const;

/** The codes and pointers of the issues of a profile with one payload. */
function judge(type: PayloadTypeDefinition | string, content: AnyContent): string[] {
  const builder = new ProfileBuilder({ identifier: 'com.example.profile' }).addPayload(type as string, content);
  const tell = (issues: readonly { code: string; where: object }[]): string[] =>
    issues.map(({ code, where }) => `${code} ${'pointer' in where ? String(where.pointer) : ''}`);
  try {
    return tell(builder.build().issues);
  } catch (error) {
    if (isProfilewrightError(error, 'ERR_PROFILE_INVALID')) return tell(error.details.issues);
    throw error;
  }
}

describe('a payload type of one’s own', () => {
  const lab = definePayloadType('com.example.lab', schema);

  test('is checked by its schema, and by that of the keys that every payload has', () => {
    expect(judge(lab, { Server: 'a', Key: new Uint8Array(), PayloadDescription: 'Lab' })).toEqual([]);
    expect(judge(lab, { Key: 'AAAA', Servre: 'a', PayloadEnabled: 1 })).toEqual([
      'schema-required /PayloadContent/0',
      'schema-type /PayloadContent/0/Key',
      'schema-number-type /PayloadContent/0/PayloadEnabled',
      'schema-unknown-key /PayloadContent/0/Servre',
    ]);
  });

  test('is known only where it is passed', () => {
    expect(judge('com.example.lab', { Servre: 'a' })).toEqual(['schema-unknown-payload /PayloadContent/0/PayloadType']);
    const profile = new ProfileBuilder({ identifier: 'com.example.profile' })
      .addPayload('com.example.lab', { Servre: 'a' })
      .build().dictionary;
    const codes = (payloadTypes: readonly PayloadTypeDefinition[]): string[] =>
      validateProfileDictionary(profile, { payloadTypes }).map(({ code }) => code);
    expect(codes([])).toEqual(['schema-unknown-payload']);
    expect(codes([lab])).toEqual(['schema-required', 'schema-unknown-key']);
    expect(codes([lab, definePayloadType('com.example.lab', { type: 'object' })])).toEqual([]);
  });

  test('may say more about one of Apple’s', () => {
    const dock = definePayloadType('com.apple.dock', { properties: { tilesize: { type: 'integer', maximum: 64 } } });
    expect(judge(dock, { tilesize: 100, anything: true })).toEqual(['schema-range /PayloadContent/0/tilesize']);
  });

  test('may use any keyword of JSON Schema', () => {
    const strict = definePayloadType('com.example.strict', {
      properties: { Name: { type: 'string', minLength: 3 } },
      dependentRequired: { Name: ['Port'] },
      $defs: { Unused: { type: 'string' } },
    });
    expect(judge(strict, { Name: 'abc', Port: 1 })).toEqual([]);
    expect(judge(strict, { Name: 'a', Port: 1 })).toEqual(['schema-length /PayloadContent/0/Name']);
    expect(judge(strict, { Name: 'abc' })).toEqual(['schema-other /PayloadContent/0']);
  });

  test('is frozen, and no longer depends on what it was made from', () => {
    const own = { type: 'object', properties: { A: { type: 'string' } } };
    const defined = definePayloadType('com.example.own', own as JsonSchemaObject);
    own.properties.A.type = 'integer';
    expect(defined.schema.properties?.['A']).toEqual({ type: 'string' });
    expect(Object.isFrozen(defined)).toBe(true);
    expect(Object.isFrozen(defined.schema.properties?.['A'])).toBe(true);
    expect(judge(defined, { A: 'a' })).toEqual([]);
  });

  test.each<[what: string, type: unknown, schema: unknown, message: RegExp]>([
    ['no type', '', schema, /^type must be a payload type/],
    ['a type that is no text', 1, schema, /^type must be a payload type/],
    ['no schema', 'com.example.a', undefined, /^schema must be that of an object/],
    ['a schema of a list', 'com.example.a', { type: 'array' }, /^schema must be that of an object/],
    ['a list of schemas', 'com.example.a', [], /^schema must be that of an object/],
    ['a schema with an integer that JSON does not have', 'com.example.a', { const: 1n }, /^schema must be JSON/],
    [
      'a type that is none',
      'com.example.a',
      { properties: { A: { type: 'strin' } } },
      /^schema cannot be compiled: "strin" is no type/,
    ],
    ['a misspelt keyword', 'com.example.a', { propreties: {} }, /^schema cannot be compiled/],
    ['a pattern that is none', 'com.example.a', { properties: { A: { pattern: '(' } } }, /^schema cannot be compiled/],
    ['a reference that leads nowhere', 'com.example.a', { properties: { A: { $ref: '#/$defs/X' } } }, /^schema cannot/],
  ])('with %s is refused at once', (_, type, own, message) => {
    const define = (): unknown => definePayloadType(type as string, own as JsonSchemaObject);
    expect(define).toThrow(TypeError);
    expect(define).toThrow(message);
  });
});

test('what is neither a payload type nor a definition of one is refused', () => {
  for (const type of [undefined, null, 1, {}, { type: 'com.example.lab' }, { type: 1, schema: {} }]) {
    expect(() => new ProfileBuilder().addPayload(type as never, {} as never)).toThrow(/^type must be a payload type/);
  }
});
