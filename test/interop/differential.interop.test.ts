import { expect, test } from 'vitest';
import { compareWithPlistlib } from '../fuzz/compare-with-plistlib.js';
import { randomPlist } from '../fuzz/random-plist.js';
import { SeededRandom } from '../fuzz/seeded-random.js';
import { decodePlist } from '../../src/plist/decode.js';
import { readWithPlistlib } from './plistlib.js';
import { needReferee, run } from './referee.js';

test('of spoilt property lists, plistlib reads the same where we are silent, and every disagreement has its reason', (context) => {
  needReferee('python3', context);
  const random = new SeededRandom(4711);
  const documents = Array.from({ length: 5_000 }, () => randomPlist(random));
  const { counts, failures } = compareWithPlistlib(documents, readWithPlistlib(documents));
  expect(failures).toEqual([]);
  // The run is worth something only as long as many documents are taken by both.
  expect(counts['equal']).toBeGreaterThan(500);
});

const encodings: readonly (readonly [encoding: string, text: string])[] = [
  ['utf-16', 'Prüf 名 😀'],
  ['utf-32', 'Prüf 名 😀'],
  ['gb18030', 'Prüf 名 😀'],
  ['iso-8859-1', 'Prüf \u0085'],
  ['iso-8859-2', 'Łódź'],
  ['iso-8859-5', 'Проба'],
  ['iso-8859-7', 'δοκιμή'],
  ['iso-8859-9', 'Ğüneş'],
  ['iso-8859-15', 'Prüf €'],
  ['windows-1250', 'Łódź „x”'],
  ['windows-1251', 'Проба'],
  ['windows-1252', '€ “Prüf” ™'],
  ['windows-1253', 'δοκιμή'],
  ['windows-1254', 'Ğüneş'],
  ['windows-1257', 'ąčę'],
  ['koi8-r', 'Проба'],
  ['macintosh', 'Prüf ∞'],
  ['shift_jis', '名前'],
  ['euc-jp', '名前'],
  ['iso-2022-jp', '名前'],
  ['big5', '名字'],
  ['gb2312', '名字'],
  ['euc-kr', '이름'],
];
const encode = `
import base64, json, sys
for encoding, text in json.loads(sys.argv[1]):
    document = f'<?xml version="1.0" encoding="{encoding}"?><plist version="1.0"><string>{text}</string></plist>'
    print(base64.b64encode(document.encode('mac_roman' if encoding == 'macintosh' else encoding)).decode())
`;

test('what Python writes in other encodings is read as it was meant', (context) => {
  needReferee('python3', context);
  const { status, stdout, text: output } = run('python3', ['-c', encode, JSON.stringify(encodings)], { cwd: '.' });
  expect(status, output).toBe(0);
  const documents = stdout.toString().trimEnd().split('\n');
  expect(documents).toHaveLength(encodings.length);
  for (const [index, [encoding, text]] of encodings.entries()) {
    const { value, issues } = decodePlist(Buffer.from(documents[index] ?? '', 'base64'));
    expect([encoding, value]).toEqual([encoding, text]);
    expect(issues.map(({ code }) => code)).toEqual(['plist-encoding']);
  }
});
