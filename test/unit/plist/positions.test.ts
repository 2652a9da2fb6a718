import { describe, expect, test } from 'vitest';
import { decodePlist } from '../../../src/plist/decode.js';
import { LineIndex } from '../../../src/plist/line-index.js';
import { NO_PARENT, PositionRecord } from '../../../src/plist/positions.js';
import { refusalOf } from '../error-code.js';
import { document } from './plist-document.js';

const lines = [
  '<?xml version="1.0" encoding="UTF-8"?>',
  '<plist version="1.0">',
  '<dict>',
  '\t<key>a</key>',
  '\t<array>',
  '\t\t<integer>1</integer>',
  '\t\t<string>😀</string><true/>',
  '\t</array>',
  '</dict>',
  '</plist>',
];

describe.each([
  ['LF', '\n'],
  ['CR', '\r'],
  ['CR LF', '\r\n'],
])('with line ends in %s', (_, eol) => {
  const source = lines.join(eol);

  test.each<[pointer: string, line: number, column: number]>([
    ['', 3, 1],
    ['/a', 5, 2],
    ['/a/0', 6, 3],
    ['/a/1', 7, 3],
    ['/a/2', 7, 22],
  ])('the value at "%s" is found in a text and in bytes with a byte order mark', (pointer, line, column) => {
    const inputs = [source, `\ufeff${source}`, new TextEncoder().encode(`\ufeff${source}`)];
    for (const input of inputs) expect(decodePlist(input).positions.at(pointer)).toEqual({ line, column });
  });

  test('an error names the line and the column', () => {
    const broken = source.replace('<true/>', '<null/>');
    expect(refusalOf(() => decodePlist(broken)).message).toMatch(/^line 7, column 22: <null> is no element/);
  });
});

describe('pointers', () => {
  const { positions } = decodePlist(
    document(
      '<dict><key>a/b</key><true/><key>m~n</key><true/><key></key><true/><key>~1</key><true/>' +
        `<key>${'k'.repeat(500)}</key><dict><key>x</key><true/></dict><key>a\u202eb</key><true/></dict>`,
    ),
  );
  const column = (pointer: string): number | undefined => positions.at(pointer)?.column;

  test.each<[key: string, pointer: string]>([
    ['a slash', '/a~1b'],
    ['a tilde', '/m~0n'],
    ['nothing', '/'],
    ['a tilde and a digit', '/~01'],
    ['500 characters, whole', `/${'k'.repeat(500)}`],
    ['500 characters, whole, with a value inside', `/${'k'.repeat(500)}/x`],
    ['500 characters, cut as in messages', `/${'k'.repeat(80)}…`],
    ['a control for direction', '/a\u202eb'],
    ['a control for direction, escaped as in messages', '/a\\u{202E}b'],
  ])('find the value of a key with %s', (_, pointer) => {
    expect(column(pointer)).toBeGreaterThan(1);
  });

  test.each(['/c', '/a~1b/c', 'a~1b', '/a/b', '//', '/0', '/~2', '#'])('"%s" leads nowhere', (pointer) => {
    expect(column(pointer)).toBeUndefined();
  });

  test('of two keys that messages cannot tell apart, none is found, nor what stands in them', () => {
    const twins = ['x', 'y'].map((end) => `<key>${'k'.repeat(90)}${end}</key><array><true/></array>`).join('');
    const { positions: found } = decodePlist(document(`<dict>${twins}<key>z</key><true/></dict>`));
    expect(found.at(`/${'k'.repeat(90)}x`)).toBeUndefined();
    expect(found.at(`/${'k'.repeat(90)}x/0`)).toBeUndefined();
    expect(found.at('/z')).toBeDefined();
  });

  test('arrays are counted from 0, and an index is no key', () => {
    const { positions: found } = decodePlist(document('<array><array><true/></array><dict/></array>'));
    expect(found.at('/0/0')?.column).toBeLessThan(found.at('/1')?.column ?? 0);
    expect(found.at('/00')).toBeUndefined();
    expect(found.at('/1/0')).toBeUndefined();
    expect(found.at('/2')).toBeUndefined();
  });
});

test('of a key that stands twice, the place is that of the value that counts', () => {
  const text = document(
    '\n<dict>\n<key>a</key><array><dict>\n<key>b/c</key><true/>\n <key>b/c</key><false/></dict></array></dict>',
  );
  const { positions, issues } = decodePlist(text);
  expect(positions.at('/a/0/b~1c')).toEqual({ line: 5, column: 16 });
  expect(issues[0]?.where).toEqual({ pointer: '/a/0/b~1c', line: 5, column: 2 });
});

test('where 100,000 values stand is kept without the pointers of them', () => {
  // Each pointer here would have 5,000 characters: half a gigabyte, if they were kept.
  const record = new PositionRecord(new LineIndex('<plist>'));
  const key = 'k'.repeat(80);
  const before = process.memoryUsage().heapUsed;
  let parent = record.add(NO_PARENT, '', 0);
  for (let depth = 0; depth < 60; depth += 1) parent = record.add(parent, key, 0);
  for (let index = 0; index < 100_000; index += 1) record.add(parent, index, index % 7);
  const grown = process.memoryUsage().heapUsed - before;
  expect(record.at(`${`/${key}`.repeat(60)}/99999`)).toEqual({ line: 1, column: (99_999 % 7) + 1 });
  expect(record.pointer(parent)).toBe(`/${key}`.repeat(60));
  expect(grown).toBeLessThan(50_000_000);
});
