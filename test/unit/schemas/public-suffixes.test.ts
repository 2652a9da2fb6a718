import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inflateRawSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { embedSuffixes, groupByParent, readSuffixList, readTrie } from '../../../schemas/generator/public-suffixes.js';

const committed = join(import.meta.dirname, '../../../src/trust/names/generated/public-suffixes.ts');
const source = { version: '1.2.3', sha256: 'abc' };

test('rules are read section by section, without the parents of wildcards and without the second script', () => {
  // Nodes: 0 root, 1 jp, 2 cn, 3 kobe.jp, 4 *.kobe.jp, 5 and 6 the two scripts under cn; 7 root of exceptions, 8 to 10 below it.
  const trie = {
    labelText: ['jp', 'cn', 'kobe', '公司', 'xn--55qx5d', '*', 'jp', 'kobe', 'city'].join(''),
    edgeLength: [2, 2, 4, 2, 10, 1, 2, 4, 4],
    edgeChild: [1, 2, 3, 5, 6, 4, 8, 9, 10],
    edgeStart: [0, 2, 3, 5, 6, 6, 6, 6, 7, 8, 9, 9],
    nodeFlags: [0, 1, 0, 1, 1, 2, 2, 0, 0, 0, 1],
    rulesRoot: 0,
    exceptionsRoot: 7,
  };
  expect(readTrie(trie)).toEqual({ icann: ['!city.kobe.jp', '*.kobe.jp', 'jp'], private: ['xn--55qx5d.cn'] });
  expect(() => readTrie({ ...trie, nodeFlags: [0, 1, 0, 1, 1, 2, 0, 0, 0, 0, 1] })).toThrow(/公司\.cn/);
});

test('rules are grouped by the name that they end in', () => {
  const rules = ['uk', 'co.uk', '*.ck', '!www.ck', 'jp', 'ac.jp', 'x.ac.jp'];
  expect(groupByParent(rules).split('\n')).toEqual([' jp uk', 'ck !www *', 'jp ac', 'ac.jp x', 'uk co']);
});

test('the module names its source and holds both sections packed', () => {
  const module = embedSuffixes({ icann: ['co.uk', 'uk'], private: ['github.io'], source }, '');
  expect(module).toContain('tldts 1.2.3');
  expect(module).toContain('trie.js: abc');
  expect(module).toContain('2 ICANN rules and 1 private ones');
  expect(module).toContain('MPL-2.0');
  const packed = [...module.matchAll(/'([^']+)'/g)].map(([, data = '']) => inflateRawSync(Buffer.from(data, 'base64')));
  expect(packed.map(String)).toEqual([' uk\nuk co', 'io github']);
});

test('what is committed stays when it says the same in other bytes, and goes when it does not', () => {
  const list = readSuffixList();
  const module = readFileSync(committed, 'utf8');
  expect(embedSuffixes(list, module) === module).toBe(true);
  // A stored block of DEFLATE: other bytes, same content.
  const stored = module.replace(/(?<=icannSuffixes: string =\n {2}')[^']*/, (data) => {
    const text = inflateRawSync(Buffer.from(data, 'base64'));
    const blocks: Buffer[] = [];
    for (let start = 0; start < text.length; start += 60_000) {
      const block = text.subarray(start, start + 60_000);
      const header = Buffer.alloc(5);
      header.writeUInt8(start + 60_000 >= text.length ? 1 : 0, 0);
      header.writeUInt16LE(block.length, 1);
      header.writeUInt16LE(block.length ^ 0xffff, 3);
      blocks.push(header, block);
    }
    return Buffer.concat(blocks).toString('base64');
  });
  expect(stored === module).toBe(false);
  expect(embedSuffixes(list, stored) === stored).toBe(true);
  expect(embedSuffixes({ ...list, icann: list.icann.slice(1) }, stored) === stored).toBe(false);
});
