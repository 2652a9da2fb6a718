import { describe, expect, test } from 'vitest';
import { mergeParts, type PayloadPart } from '../../../schemas/generator/merge-files.js';
import type { JsonSchema } from '../../../src/schema/json-schema.js';
import { validateDictionary } from '../../../src/schema/validate-dictionary.js';

const text = { type: 'string', plist: 'string' } as const;

function part(
  name: string,
  properties: Readonly<Record<string, JsonSchema>>,
  required: readonly string[] = [],
  supportedOS: PayloadPart['supportedOS'] = {},
): PayloadPart {
  return { name, schema: { properties, required, additionalProperties: false }, supportedOS };
}

describe('files with keys of their own', () => {
  const accounts = part('accounts', { Guest: text }, [], { macOS: { introduced: '10.7', multiple: true } });
  const server = part(
    'server',
    { Zone: { ...text, 'x-apple': { supportedOS: { macOS: { supervised: true } } } } },
    [],
    {
      macOS: { introduced: '10.12.4', multiple: false },
      iOS: { introduced: 'n/a' },
    },
  );

  test('stand side by side: the payload is for what any of them is for, a key for what its file says', () => {
    const { schema, supportedOS } = mergeParts([accounts, server]);
    expect(supportedOS).toEqual({
      macOS: { introduced: '10.7', multiple: true },
      iOS: { introduced: 'n/a' },
    });
    expect(schema.properties).toEqual({
      Guest: text,
      Zone: {
        ...text,
        'x-apple': { supportedOS: { macOS: { introduced: '10.12.4', multiple: false, supervised: true } } },
      },
    });
    expect(schema.additionalProperties).toBe(false);
  });

  test('of which the older one counts, whatever their order, and what is not there counts last', () => {
    const older = part('a', { A: text }, [], { iOS: { introduced: '9.3' }, macOS: { introduced: 'n/a' } });
    const newer = part('b', { B: text }, [], { iOS: { introduced: '10.0' }, macOS: { introduced: '11.0' } });
    const expected = { iOS: { introduced: '9.3' }, macOS: { introduced: '11.0' } };
    expect(mergeParts([older, newer]).supportedOS).toEqual(expected);
    expect(mergeParts([newer, older]).supportedOS).toEqual(expected);
  });

  test('cannot demand a key, nor contradict each other in what has no more and no less', () => {
    expect(() => mergeParts([accounts, part('b', { B: text }, ['B'])])).toThrow(/cannot be required/);
    const mode = (name: string): PayloadPart['supportedOS'] => ({ iOS: { userenrollment: { mode: name } } });
    const parts = [part('a', { A: text }, [], mode('allowed')), part('b', { B: text }, [], mode('forbidden'))];
    expect(() => mergeParts(parts)).toThrow(/disagree about iOS userenrollment/);
  });
});

describe('a file that holds only for one value of a key', () => {
  const base = part(
    'base',
    { Kind: text, Mode: { ...text, enum: ['a', 'b'] }, Realm: text, Data: { type: 'object' } },
    ['Kind', 'Mode'],
  );
  const special = part(
    'special',
    {
      Kind: { ...text, enum: ['lab'] },
      Mode: { ...text, enum: ['a'] },
      Realm: text,
      Data: { type: 'object', properties: { User: text }, additionalProperties: false },
    },
    ['Kind', 'Mode', 'Realm'],
  );

  test.each([
    ['after', [base, special]],
    ['before', [special, base]],
  ])('is a condition on that key, also when it comes %s the other', (_, parts) => {
    const { schema } = mergeParts(parts);
    const judge = (value: object) => validateDictionary(schema, value).map(({ kind, pointer }) => `${kind} ${pointer}`);
    expect(judge({ Kind: 'other', Mode: 'b', Data: { Any: 1 } })).toEqual([]);
    expect(judge({ Kind: 'lab', Mode: 'a', Realm: 'R', Data: { User: 'u' } })).toEqual([]);
    expect(judge({ Kind: 'lab', Mode: 'b', Data: { Any: 1 } }).sort()).toEqual([
      'enum /Mode',
      'required ',
      'unknown-key /Data/Any',
    ]);
    expect(judge({ Kind: 'other', Mode: 'c' })).toEqual(['enum /Mode']);
    expect(judge({ Mode: 'a' })).toEqual(['required ']);
    expect(judge({ Kind: 'other', Mode: 'a', Odd: 1 })).toEqual(['unknown-key /Odd']);
  });

  test('says once what is the same in both, and of the others at least their type', () => {
    const { schema } = mergeParts([base, special]);
    expect(schema.properties).toEqual({ Kind: text, Mode: text, Realm: text, Data: { type: 'object' } });
    expect(schema.required).toEqual(['Kind', 'Mode']);
  });
});

test('files that share keys and no such condition are refused, and so are three of them', () => {
  const parts = [part('a', { A: text }), part('b', { A: { ...text, enum: ['x'] } })];
  expect(() => mergeParts(parts)).toThrow('a and b have one payload type and share keys');
  expect(() => mergeParts([...parts, part('c', { A: text })])).toThrow(/a and b and c have/);
});
