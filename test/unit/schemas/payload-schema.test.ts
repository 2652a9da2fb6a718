import { describe, expect, test } from 'vitest';
import { readAppleFile } from '../../../schemas/generator/apple-file.js';
import { assembleSchema, compileKeys } from '../../../schemas/generator/payload-schema.js';
import type { JsonSchemaObject } from '../../../src/schema/json-schema.js';
import { validateDictionary } from '../../../src/schema/validate-dictionary.js';

const head = 'payload:\n  payloadtype: com.example.lab\n';
const common: JsonSchemaObject = {
  properties: {
    PayloadType: { type: 'string', plist: 'string' },
    PayloadVersion: { type: 'integer', plist: 'integer' },
  },
  required: ['PayloadType'],
};
const provenance = { release: '1.0', commit: 'abc' };

function compile(keys: string, top = head): JsonSchemaObject {
  const file = readAppleFile('lab.yaml', `${top}payloadkeys:\n${keys}`);
  const rules = { overrides: [], inherits: [] };
  const sources = [{ name: 'lab.yaml', file, rules, provenance: file.source ?? provenance }];
  return assembleSchema(sources, compileKeys(sources), common);
}

/** The schema of the one key `A`. */
const compileKey = (fields: string): unknown =>
  compile(`  - key: A\n    ${fields.replaceAll('\n', '\n    ')}\n`).properties?.['A'];

describe('a key', () => {
  test.each<[fields: string, schema: object]>([
    ['type: <string>', { type: 'string', plist: 'string' }],
    ['type: <integer>', { type: 'integer', plist: 'integer' }],
    ['type: <real>', { type: 'number', plist: 'real' }],
    ['type: <boolean>\ndefault: false', { type: 'boolean', plist: 'boolean', default: false }],
    ['type: <date>', { type: 'string', format: 'date-time', plist: 'date' }],
    ['type: <data>', { type: 'string', contentEncoding: 'base64', plist: 'data' }],
    ['type: <array>', { type: 'array' }],
    ['type: <dictionary>', { type: 'object' }],
    ['type: <any>', {}],
    ['type: <string>\nrangelist: [b, a, b]', { type: 'string', plist: 'string', enum: ['b', 'a'] }],
    ['type: <real>\nrange: {min: 0.5}', { type: 'number', plist: 'real', minimum: 0.5 }],
    ['type: <string>\nformat: ^[0-9]{6}$', { type: 'string', plist: 'string', pattern: '^[0-9]{6}$' }],
    [
      'type: <integer>\nrangelist: [0]\nrange: {min: 1, max: 180}',
      { type: 'integer', plist: 'integer', anyOf: [{ enum: [0] }, { minimum: 1, maximum: 180 }] },
    ],
    [
      'type: <string>\nsubtype: <url>\ncombinetype: first\nassettypes: [a]\nsupportedOS: {iOS: {introduced: "9.3"}}',
      {
        type: 'string',
        plist: 'string',
        'x-apple': {
          subtype: '<url>',
          combinetype: 'first',
          assettypes: ['a'],
          supportedOS: { iOS: { introduced: '9.3' } },
        },
      },
    ],
  ])('of %s is compiled', (fields, schema) => {
    expect(compileKey(fields)).toEqual(schema);
  });

  test('of an array has the item, and says how often it stands there', () => {
    const item = 'subkeys:\n  - key: Item\n    type: <string>\n    repetition: {min: 2, max: 3}';
    expect(compileKey(`type: <array>\n${item}`)).toEqual({
      type: 'array',
      items: { type: 'string', plist: 'string' },
      minItems: 2,
      maxItems: 3,
    });
  });

  test('of a dictionary has its own keys and no others, unless ANY is among them', () => {
    const named = '  - key: B\n    type: <data>\n    presence: required';
    expect(compileKey(`type: <dictionary>\nsubkeys:\n${named}`)).toEqual({
      type: 'object',
      properties: { B: { type: 'string', contentEncoding: 'base64', plist: 'data' } },
      required: ['B'],
      additionalProperties: false,
    });
    expect(compileKey(`type: <dictionary>\nsubkeys:\n${named}\n  - key: ANY\n    type: <string>`)).toMatchObject({
      required: ['B'],
      additionalProperties: { type: 'string', plist: 'string' },
    });
    expect(compileKey('type: <dictionary>\nsubkeys:\n  - key: ANY\n    type: <any>\n    presence: required')).toEqual({
      type: 'object',
      additionalProperties: {},
    });
  });

  test('that contains itself becomes a definition that validates any depth', () => {
    const schema = compile(
      [
        '  - key: Pages',
        '    type: <array>',
        '    subkeys: &pages',
        '      - key: Item',
        '        type: <dictionary>',
        '        subkeytype: Icon Item',
        '        subkeys:',
        '          - key: Name',
        '            type: <string>',
        '            presence: required',
        '          - key: Pages',
        '            type: <array>',
        '            subkeys: *pages',
        '',
      ].join('\n'),
    );
    expect(Object.keys(schema.$defs ?? {})).toEqual(['IconItem']);
    const nested = (inner: unknown): unknown => ({
      PayloadType: 'com.example.lab',
      Pages: [{ Name: 'a', Pages: [{ Name: 'b', Pages: [inner] }] }],
    });
    expect(validateDictionary(schema, nested({ Name: 'c' }))).toEqual([]);
    expect(
      validateDictionary(schema, nested({ Nmae: 'c' }))
        .map(({ kind, pointer }) => [kind, pointer])
        .sort(),
    ).toEqual([
      ['required', '/Pages/0/Pages/0/Pages/0'],
      ['unknown-key', '/Pages/0/Pages/0/Pages/0/Nmae'],
    ]);
  });

  /** A folder of icons, as Apple's file looks when its anchors are written out: once, and once without the way down. */
  const icons = (list: string, indent: string): string =>
    [
      `- key: ${list}`,
      '  type: <array>',
      '  subkeytype: Icon',
      '  subkeys:',
      '    - key: IconItem',
      '      type: <dictionary>',
      '      subkeys:',
      '        - {key: Name, type: <string>, presence: required}',
      '        - key: Icons',
      '          type: <array>',
      '          subkeytype: Icon',
      '          subkeys:',
      '            - key: IconItem',
      '              type: <dictionary>',
      '              subkeys:',
      '                - {key: Name, type: <string>, presence: required}',
    ]
      .map((line) => `${indent}${line}\n`)
      .join('');

  test('that contains itself is known also where it is written out and breaks off', () => {
    const schema = compile(icons('Dock', '  '));
    const item = { $ref: '#/$defs/IconItem' };
    expect(schema.properties?.['Dock']).toMatchObject({ type: 'array', items: item });
    expect(schema.$defs).toMatchObject({
      IconItem: { properties: { Name: { type: 'string' }, Icons: { type: 'array', items: item } }, required: ['Name'] },
    });
    expect(JSON.stringify(schema).split('"Name":')).toHaveLength(2);
  });

  test('that is written out twice is one definition', () => {
    const schema = compile(icons('Dock', '  ') + icons('Pages', '  '));
    expect(Object.keys(schema.$defs ?? {})).toEqual(['IconItem']);
    expect(schema.properties?.['Pages']).toMatchObject({ items: { $ref: '#/$defs/IconItem' } });
  });

  test('of the same named type with other content is no copy', () => {
    const schema = compile(icons('Dock', '  ').replace(/Name(?=[^N]*$)/, 'Label'));
    expect(schema.$defs).toBeUndefined();
    expect(JSON.stringify(schema)).toContain('"Label":');
  });

  test.each<[what: string, fields: string, message: RegExp]>([
    ['a field that is not known', 'type: <string>\nvalidation: x', /lab\.yaml \/A: unknown field "validation"/],
    ['a type that is not known', 'type: <url>', /unknown type "<url>"/],
    ['a type of Object.prototype', 'type: constructor', /unknown type/],
    ['a presence that is not known', 'type: <string>\npresence: conditional', /unknown presence/],
    ['a list of another type', 'type: <integer>\nrangelist: [1, a]', /"a", which is no <integer>/],
    ['a list of booleans', 'type: <boolean>\nrangelist: [true]', /<boolean> with rangelist/],
    ['a range of texts', 'type: <string>\nrange: {min: 1}', /<string> with range/],
    ['a range with more limits', 'type: <integer>\nrange: {minimum: 1}', /unknown field "minimum"/],
    ['a limit that is no number', 'type: <integer>\nrange: {min: low}', /low is no limit/],
    ['a format that is no expression', "type: <string>\nformat: '['", /no regular expression/],
    ['a format for numbers', 'type: <integer>\nformat: a', /<integer> with format/],
    ['subkeys of a scalar', 'type: <string>\nsubkeys: []', /<string> with subkeys/],
    ['subkeys that are no list', 'type: <array>\nsubkeys: {}', /subkeys is no list/],
    ['a system that is not known', 'type: <string>\nsupportedOS: {carOS: {}}', /unknown field "carOS"/],
    ['a fact that is not known', 'type: <string>\nsupportedOS: {iOS: {renamed: "1"}}', /unknown field "renamed"/],
    ['a version that is none', 'type: <string>\nsupportedOS: {iOS: {introduced: soon}}', /"soon" is no version/],
    ['a mode that is not known', 'type: <string>\nsupportedOS: {iOS: {sharedipad: {x: 1}}}', /unknown field "x"/],
  ])('with %s is refused', (_, fields, message) => {
    expect(() => compileKey(fields)).toThrow(message);
  });

  test('that stands twice is refused', () => {
    expect(() => compile('  - key: A\n    type: <string>\n  - key: A\n    type: <data>\n')).toThrow(/stands twice/);
  });
});

describe('a file', () => {
  const key = '  - key: A\n    type: <string>\n    presence: required\n';

  test('becomes a schema that stands alone, with the common keys and its type', () => {
    expect(compile(key)).toEqual({
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      $id: 'urn:profilewright:schema:com.example.lab',
      title: 'com.example.lab',
      'x-apple': { sources: [{ file: 'lab.yaml', ...provenance }] },
      type: 'object',
      properties: {
        PayloadType: { type: 'string', plist: 'string', const: 'com.example.lab' },
        PayloadVersion: { type: 'integer', plist: 'integer' },
        A: { type: 'string', plist: 'string' },
      },
      required: ['PayloadType', 'A'],
      additionalProperties: false,
    });
  });

  test('leaves no sentence of its source behind', () => {
    const prose = 'Sentence';
    const top = `title: ${prose}\ndescription: ${prose}\nnotes: [{title: ${prose}}]\n${head}  content: ${prose}\n  supportedOS: {iOS: {introduced: "4.0", userenrollment: {mode: allowed, behavior: ${prose}}}}\n`;
    const schema = compile(`  - key: A\n    type: <string>\n    title: ${prose}\n    content: ${prose}\n`, top);
    expect(JSON.stringify(schema)).not.toContain(prose);
    expect(schema['x-apple']).toMatchObject({
      supportedOS: { iOS: { introduced: '4.0', userenrollment: { mode: 'allowed' } } },
    });
  });

  test('says itself where it is from, or is told', () => {
    const top = `source:\n  release: "2.0"\n  commit: def\n${head}`;
    expect(compile(key, top)['x-apple']).toEqual({
      sources: [{ file: 'lab.yaml', release: '2.0', commit: 'def' }],
    });
  });

  test('of the common keys leaves room for others', () => {
    const schema = compile(key, 'payload:\n  payloadtype: CommonPayloadKeys\n');
    expect(schema).not.toHaveProperty('additionalProperties');
    expect(Object.keys(schema.properties ?? {})).toEqual(['A']);
  });

  test.each<[what: string, text: string, message: RegExp]>([
    ['a field that is not known', `${head}responsekeys: []\n`, /unknown field "responsekeys"/],
    ['a field of the payload that is not known', `${head}  requesttype: a\n`, /unknown field "requesttype"/],
    ['no payload type', 'payload: {}\n', /payloadtype is missing/],
    ['no mapping', '- a\n', /expected a mapping/],
  ])('with %s is refused', (_, text, message) => {
    expect(() => readAppleFile('lab.yaml', text)).toThrow(message);
  });
});
