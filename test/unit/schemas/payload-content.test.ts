import { describe, expect, test } from 'vitest';
import { nameContents } from '../../../schemas/generator/content-names.js';
import { generateContent } from '../../../schemas/generator/payload-content.js';
import type { JsonSchemaObject } from '../../../src/schema/json-schema.js';

const text = { type: 'string', plist: 'string' } as const;
const common: JsonSchemaObject = { properties: { PayloadType: text, PayloadUUID: text }, required: ['PayloadUUID'] };

function generate(schemas: Readonly<Record<string, JsonSchemaObject>>): Map<string, string> {
  const all = { CommonPayloadKeys: common, TopLevel: {}, ...schemas };
  return generateContent(
    new Map(Object.entries(all).map(([type, schema]) => [`${type}.schema.json`, JSON.stringify(schema)])),
  );
}

/** The interface of a payload type, without its head. */
function content(schema: JsonSchemaObject): string {
  const closed = { type: 'object', additionalProperties: false, ...schema };
  return generate({ 'com.apple.lab': closed }).get('content/lab.ts') ?? '';
}

/** The type of one key. */
function keyType(schema: JsonSchemaObject): string {
  const [, type = ''] = /readonly A: ([^]*);\n\}/.exec(content({ properties: { A: schema }, required: ['A'] })) ?? [];
  return type;
}

describe('the type of a key', () => {
  test.each<[schema: JsonSchemaObject, type: string]>([
    [text, 'string'],
    [{ type: 'boolean', plist: 'boolean' }, 'boolean'],
    [{ type: 'integer', plist: 'integer', minimum: 0 }, 'number | bigint'],
    [{ type: 'number', plist: 'real' }, 'number | PlistReal'],
    [{ type: 'string', plist: 'data', contentEncoding: 'base64' }, 'Uint8Array'],
    [{ type: 'string', plist: 'date', format: 'date-time' }, 'Date'],
    [{}, 'PlistInput'],
    [{ ...text, enum: ['a', "it's", 'say "so"', '\u2028'] }, `'a' | "it's" | 'say "so"' | '\\u2028'`],
    [{ type: 'integer', plist: 'integer', enum: [0, 1] }, '0 | 1'],
    [{ type: 'number', plist: 'real', enum: [0, 1.5] }, '0 | 1.5 | PlistReal'],
    [{ type: 'integer', plist: 'integer', anyOf: [{ enum: [0] }, { minimum: 5 }] }, 'number | bigint'],
    [{ type: 'array' }, 'readonly PlistInput[]'],
    [{ type: 'array', items: text }, 'readonly string[]'],
    [{ type: 'array', items: { ...text, enum: ['a', 'b'] } }, "readonly ('a' | 'b')[]"],
    [{ type: 'array', items: { type: 'array', items: text } }, 'readonly (readonly string[])[]'],
    [{ type: 'array', items: text, minItems: 2, maxItems: 2 }, 'readonly [string, string]'],
    [{ type: 'array', items: text, minItems: 1, maxItems: 2 }, 'readonly string[]'],
    [{ anyOf: [text, { type: 'array', items: text }] }, 'string | readonly string[]'],
    [{ type: 'object' }, '{\n    readonly [key: string]: PlistInput | undefined;\n  }'],
    [{ type: 'object', additionalProperties: text }, '{\n    readonly [key: string]: string | undefined;\n  }'],
    [
      { type: 'object', properties: { B: text, 'c-d': text }, required: ['B'], additionalProperties: false },
      "{\n    readonly B: string;\n    readonly 'c-d'?: string | undefined;\n  }",
    ],
  ])('%j is written as it should be', (schema, type) => {
    expect(keyType(schema)).toBe(type);
  });

  test('imports what it names', () => {
    const plist = "import type { PlistInput, PlistReal } from '../../../plist/value.js';";
    expect(content({ properties: { A: {}, B: { plist: 'real' } } })).toContain(plist);
    expect(content({ properties: { A: text } })).not.toContain('plist/value.js');
  });
});

describe('the comment of a key', () => {
  const commentOf = (schema: JsonSchemaObject, payload: JsonSchemaObject = {}): string => {
    const module = content({ ...payload, properties: { A: { ...text, ...schema } } });
    const [, body = ''] = /\| undefined;\n([^]*) {2}readonly A\?/.exec(module) ?? [];
    return body.replaceAll(/^ *\/?\*+\/? ?|\*\/$/gm, '').trim();
  };

  test('says since when it is there, and for whom', () => {
    const supportedOS = {
      iOS: { introduced: '9.0', deprecated: '17.0', supervised: true, userenrollment: { mode: 'forbidden' } },
      macOS: { introduced: 'n/a' },
      tvOS: { introduced: '9.2', supervised: false, allowmanualinstall: false },
      watchOS: { removed: '10.0', sharedipad: { mode: 'ignored' } },
    };
    expect(commentOf({ 'x-apple': { supportedOS } }).split('\n')).toEqual([
      'Since iOS 9.0, tvOS 9.2.',
      'Not for macOS.',
      'Deprecated in iOS 17.0.',
      'Removed in watchOS 10.0.',
      'Needs supervision on iOS.',
      'Needs no supervision on tvOS.',
      'Not to be installed by hand on tvOS.',
      'User enrolment: forbidden on iOS.',
      'Shared iPad: ignored.',
    ]);
  });

  test('says what a type cannot', () => {
    const facts = {
      defaults: [
        { platforms: ['iOS'], default: 1 },
        { when: { install: 'mdm' }, default: 2 },
      ],
    };
    expect(
      commentOf({ pattern: '^a*/`$', minimum: 1, maximum: 5, default: 3, writeOnly: true, 'x-apple': facts }).split(
        '\n',
      ),
    ).toEqual([
      'Range: 1 to 5.',
      'Form: `^a*\\/\\`$`.',
      'Default: `3`.',
      'Default (iOS): `1`.',
      'Default (when installed by MDM): `2`.',
      'Secret.',
    ]);
    expect(commentOf({ type: 'integer', anyOf: [{ enum: [0] }, { minimum: 5 }] })).toBe('One of `0`, at least 5.');
    expect(commentOf({ type: 'array', items: { pattern: 'a' }, maxItems: 2 }).split('\n')).toEqual([
      'Number of items: at most 2.',
      'Items: form: `a`.',
    ]);
  });

  test('strikes it out when no system of the payload wants it any more', () => {
    const payload = { 'x-apple': { supportedOS: { iOS: { introduced: '9.0' }, macOS: { introduced: '10.7' } } } };
    const deprecated = { iOS: { deprecated: '17.0' }, macOS: { deprecated: '14.0' } };
    const struck = '@deprecated on all systems';
    expect(commentOf({ 'x-apple': { supportedOS: deprecated } }, payload)).toContain(struck);
    expect(commentOf({ 'x-apple': { supportedOS: { iOS: { deprecated: '17.0' } } } }, payload)).not.toContain(struck);
    const elsewhere = { iOS: { deprecated: '17.0' }, macOS: { introduced: 'n/a' } };
    expect(commentOf({ 'x-apple': { supportedOS: elsewhere } }, payload)).toContain(struck);
  });
});

describe('the modules', () => {
  test('know each payload type by its name', () => {
    const files = generate({ 'com.apple.a': {}, 'com.example.b': {} });
    expect([...files.keys()]).toEqual([
      'payload-type-names.ts',
      'payload-content.ts',
      'payload-references.ts',
      'content/common-content.ts',
      'content/a.ts',
      'content/com-example-b.ts',
    ]);
    expect(files.get('payload-type-names.ts')).toContain("[\n  'com.apple.a',\n  'com.example.b',\n];");
    expect(files.get('payload-content.ts')).toContain("readonly 'com.example.b': ComExampleBContent;");
  });

  test('leave the common keys to one place', () => {
    const files = generate({ 'com.apple.a': { properties: { ...common.properties, A: text } } });
    expect(files.get('content/a.ts')).not.toContain('PayloadUUID');
    expect(files.get('content/common-content.ts')).toContain('readonly PayloadUUID?: string | undefined;');
  });

  test('name what contains itself', () => {
    const item = { type: 'object', properties: { Items: { $ref: '#/$defs/item' } }, additionalProperties: false };
    const module = content({ properties: { A: { $ref: '#/$defs/item' } }, $defs: { item } });
    expect(module).toContain('readonly A?: LabItem | undefined;');
    expect(module).toContain('export type LabItem = {\n  readonly Items?: LabItem | undefined;\n};');
  });

  test('tell apart what holds under a condition', () => {
    const module = content({
      properties: { Kind: text, Size: {} },
      required: ['Kind'],
      if: { properties: { Kind: { const: 'big' } }, required: ['Kind'] },
      then: { properties: { Size: { type: 'integer', plist: 'integer' } }, required: ['Size'] },
      else: { properties: { Size: text } },
    });
    expect(module).toMatch(/interface LabSpecial [^}]*readonly Kind: 'big';\n {2}readonly Size: number \| bigint;\n}/);
    expect(module).toMatch(
      /interface LabGeneral [^}]*readonly Kind: string;\n {2}readonly Size\?: string \| undefined;\n}/,
    );
    expect(module).toContain('export type LabContent = LabSpecial | LabGeneral;');
  });
});

test('types that would have one name keep their prefix', () => {
  const names = nameContents([
    'com.apple.loginwindow',
    'loginwindow',
    '.GlobalPreferences',
    'com.apple.MCX.FileVault2',
  ]);
  expect(names.map(({ name, file }) => [name, file])).toEqual([
    ['ComAppleLoginwindow', 'com-apple-loginwindow'],
    ['Loginwindow', 'loginwindow'],
    ['GlobalPreferences', 'globalpreferences'],
    ['MCXFileVault2', 'mcx-filevault2'],
  ]);
});
