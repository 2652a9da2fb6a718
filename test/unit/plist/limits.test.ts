import { describe, expect, test } from 'vitest';
import { decodePlist } from '../../../src/plist/decode.js';
import { encodePlist } from '../../../src/plist/encode.js';
import type { PlistLimits } from '../../../src/plist/limits.js';
import type { PlistInput } from '../../../src/plist/value.js';
import { refusalOf } from '../error-code.js';
import { document, read } from './plist-document.js';

/** Arrays in each other, `width` times the same one in each. */
const nest = (depth: number, width = 1): unknown => {
  let value: unknown = true;
  for (let level = 0; level < depth; level += 1) value = Array.from({ length: width }).fill(value);
  return value;
};
const nested = (depth: number): PlistInput => nest(depth) as PlistInput;
const nestedXml = (depth: number): string => `${'<array>'.repeat(depth)}<true/>${'</array>'.repeat(depth)}`;

describe('a file that is read', () => {
  test.each<[limit: string, limits: PlistLimits, largest: string, tooMuch: string, line: number]>([
    ['depth', { maxDepth: 0 }, '<true/>', '\n<array/>', 2],
    ['depth', { maxDepth: 1 }, '<array><true/></array>', '<array>\n<dict/></array>', 2],
    ['depth', {}, nestedXml(64), nestedXml(65), 1],
    ['depth', { maxDepth: 512 }, nestedXml(512), nestedXml(513), 1],
    ['nodes', { maxNodes: 1 }, '<true/>', '<array>\n\n<true/></array>', 3],
    [
      'nodes',
      { maxNodes: 3 },
      '<dict><key>a</key><true/></dict>',
      '<dict><key>a</key><array>\n<true/></array></dict>',
      2,
    ],
    ['characters of a text', { maxStringLength: 0 }, '<string/>', '\n<string>a</string>', 2],
    ['characters of a text', { maxStringLength: 2 }, '<string>😀</string>', '<string>😀a</string>', 1],
    ['characters of a text', { maxStringLength: 1 }, '<integer>123</integer>', '<string>12</string>', 1],
    [
      'characters of a text',
      { maxStringLength: 2 },
      '<string>a<![CDATA[b]]></string>',
      '<string>a<![CDATA[bc]]></string>',
      1,
    ],
    [
      'characters of a text',
      { maxStringLength: 2 },
      '<dict><key>ab</key><true/></dict>',
      '<dict>\n<key>abc</key><true/></dict>',
      2,
    ],
  ])('stops at the %s of %j', (limit, limits, largest, tooMuch, line) => {
    expect(() => read(largest, limits)).not.toThrow();
    const { code, details, message } = refusalOf(() => read(tooMuch, limits));
    expect({ code, details }).toMatchObject({ code: 'ERR_PLIST_LIMIT', details: { limit, line } });
    expect(message).toMatch(/^the property list exceeds the limit of \d+ [a-z ]+ at line \d+$/);
  });

  test.each<[what: string, input: string | Uint8Array]>([
    ['characters of a text', document('<true/>')],
    ['bytes', new TextEncoder().encode(document('<true/>'))],
  ])('stops at the number of %s before anything is read', (_, input) => {
    expect(decodePlist(input, { maxBytes: input.length }).value).toBe(true);
    const error = refusalOf(() => decodePlist(input, { maxBytes: input.length - 1 }));
    expect(error.details).toEqual({ limit: 'bytes', maximum: input.length - 1 });
    expect(refusalOf(() => decodePlist(input, { maxBytes: 0 })).code).toBe('ERR_PLIST_LIMIT');
  });

  test('no node at all is allowed by a limit of zero', () => {
    expect(refusalOf(() => read('<true/>', { maxNodes: 0 })).details).toMatchObject({ limit: 'nodes', maximum: 0 });
  });

  test.each([5_000, 100_000])('%i levels end in the limit and not in the stack', (depth) => {
    expect(refusalOf(() => read(nestedXml(depth))).details).toMatchObject({ limit: 'depth', maximum: 64 });
    const dictionaries = '<dict><key>a</key>'.repeat(depth);
    expect(refusalOf(() => read(dictionaries, { maxDepth: 512 })).details).toMatchObject({ maximum: 512 });
  });

  test('500,000 nodes are read unless it is told otherwise', () => {
    const tooMany = `<array>${'<true/>'.repeat(500_000)}</array>`;
    expect(refusalOf(() => read(tooMany)).details).toMatchObject({ limit: 'nodes', maximum: 500_000 });
  });
});

describe('a value that is written', () => {
  test.each<[limit: string, limits: PlistLimits, largest: PlistInput, tooMuch: PlistInput, pointer: string]>([
    ['depth', { maxDepth: 0 }, true, [], ''],
    ['depth', { maxDepth: 1 }, { a: true }, { a: {} }, '/a'],
    ['depth', {}, nested(64), nested(65), '/0'.repeat(64)],
    ['depth', { maxDepth: 512 }, nested(512), nested(513), '/0'.repeat(512)],
    ['nodes', { maxNodes: 1 }, true, [true], '/0'],
    ['nodes', { maxNodes: 3 }, { a: true, b: undefined }, { a: [true] }, '/a/0'],
    ['nodes', { maxNodes: 2 }, [true], [true, true, true], ''],
    ['characters of a text', { maxStringLength: 2 }, ['ab'], ['abc'], '/0'],
    ['characters of a text', { maxStringLength: 2 }, { ab: true }, { abc: true }, '/abc'],
    ['bytes', { maxBytes: 0 }, [true, ''], ['a'], '/0'],
    ['bytes', { maxBytes: 4 }, new Uint8Array(3), new Uint8Array(4), ''],
    ['bytes', { maxBytes: 4 }, { a: 'bcd' }, { a: 'bcde' }, '/a'],
  ])('stops at the %s of %j', (limit, limits, largest, tooMuch, pointer) => {
    expect(() => encodePlist(largest, limits)).not.toThrow();
    const { code, details } = refusalOf(() => encodePlist(tooMuch, limits));
    expect({ code, details }).toMatchObject({ code: 'ERR_PLIST_LIMIT', details: { limit, pointer } });
  });

  test('what is shared counts wherever it stands, so that it cannot blow up', () => {
    // 2^40 values, in 41 arrays.
    const bomb = nest(40, 2) as PlistInput;
    expect(refusalOf(() => encodePlist(bomb)).details).toMatchObject({ limit: 'nodes', maximum: 500_000 });
    const text = 'a'.repeat(1024 * 1024);
    expect(refusalOf(() => encodePlist(Array.from({ length: 65 }, () => text))).details).toMatchObject({
      limit: 'bytes',
    });
  });
});

describe('limits that limit nothing', () => {
  test.each<[limits: unknown, message: string]>([
    [{ maxBytes: NaN }, 'limits.maxBytes must be a whole number, 0 or more'],
    [{ maxBytes: Infinity }, 'limits.maxBytes must be a whole number, 0 or more'],
    [{ maxDepth: -1 }, 'limits.maxDepth must be a whole number, 0 or more'],
    [{ maxNodes: 1.5 }, 'limits.maxNodes must be a whole number, 0 or more'],
    [{ maxNodes: '5' }, 'limits.maxNodes must be a whole number, 0 or more'],
    [{ maxStringLength: null }, 'limits.maxStringLength must be a whole number, 0 or more'],
    [{ maxDepth: 513 }, 'limits.maxDepth must be at most 512'],
    [{ maxdepth: 5 }, 'limits.maxdepth is not known'],
    [null, 'limits must be an object'],
    [5, 'limits must be an object'],
  ])('%j is refused', (limits, message) => {
    expect(() => read('<true/>', limits as PlistLimits)).toThrow(TypeError(message));
    expect(() => encodePlist(true, limits as PlistLimits)).toThrow(TypeError(message));
  });

  test('undefined is the default', () => {
    expect(read('<true/>', { maxDepth: undefined } as unknown as PlistLimits)).toBe(true);
  });
});
