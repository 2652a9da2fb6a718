import { describe, expect, test } from 'vitest';
import { decodePlist } from '../../../src/plist/decode.js';
import { expectSilence } from './expect-silence.js';
import { refusalOf } from '../error-code.js';
import { declaration, dictionary, document, read } from './plist-document.js';

expectSilence();

describe('what XML means is what is read', () => {
  test.each<[trap: string, body: string, value: unknown]>([
    ['an empty string', '<string></string>', ''],
    ['an empty element', '<string/>', ''],
    ['white space in a string', '<string> \t\n </string>', ' \t\n '],
    ['the five entities', '<string>&amp;&lt;&gt;&quot;&apos;</string>', '&<>"\''],
    ['an entity that is not expanded twice', '<string>&amp;lt;</string>', '&lt;'],
    ['references', '<string>&#65;&#x42;&#x0000043;&#xFFFD;</string>', 'ABC\ufffd'],
    ['references to white space', '<string>&#9;&#10;&#13;&#x85;&#x2028;</string>', '\t\n\r\u0085\u2028'],
    ['U+0085, which XML 1.1 would make LF', '<string>a\u0085b</string>', 'a\u0085b'],
    ['U+2028, which XML 1.1 would make LF', '<string>a\u2028b\u2029</string>', 'a\u2028b\u2029'],
    ['U+FFFD, on which other readers write a warning', '<string>a\ufffdb</string>', 'a\ufffdb'],
    ['U+FFFD in a key', '<dict><key>\ufffd</key><true/></dict>', dictionary({ '\ufffd': true })],
    ['a byte order mark inside', '<string>\ufeffa</string>', '\ufeffa'],
    ['C1 controls', '<string>\u007f\u009f</string>', '\u007f\u009f'],
    ['CDATA', '<string><![CDATA[<b>&amp;]]></string>', '<b>&amp;'],
    ['CDATA beside text', '<string>a<![CDATA[b]]>c<![CDATA[]]></string>', 'abc'],
    ['"]]>" by references', '<string>]]&gt;</string>', ']]>'],
    ['an empty key', '<dict><key/><string/></dict>', dictionary({ '': '' })],
    ['keys of every object', '<dict><key>constructor</key><true/></dict>', dictionary({ constructor: true })],
    ['more keys of every object', '<dict><key>toString</key><true/></dict>', dictionary({ toString: true })],
    ['white space in tags', '<dict ><key\n>a</key\t><true\r\n/></dict >', dictionary({ a: true })],
    ['comments', '<!-- a --><array><!----><true/><!-- <false/> --></array><!-- b -->', [true]],
    ['instructions', '<?a?><array><?xml-stylesheet href="x"?><true/></array>', [true]],
    ['true and false at length', '<array><true></true><false></false></array>', [true, false]],
    ['empty containers', '<array><dict/><array/><dict></dict></array>', [dictionary({}), [], dictionary({})]],
    ['a text that looks like a mark of ours', '<string>scalar-0</string>', 'scalar-0'],
  ])('%s', (_, body, value) => {
    expect(decodePlist(document(body))).toMatchObject({ format: 'xml', value, issues: [] });
    expect(read(body)).toEqual(value);
  });

  test.each([
    [
      'as Apple writes it',
      'plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd"',
    ],
    ['of the old company', 'plist PUBLIC "-//Apple Computer//DTD PLIST 1.0//EN"'],
    ['with nothing', 'plist'],
    ['with a foreign address, which is not fetched', "plist SYSTEM 'http://lab.example/x.dtd'"],
  ])('a DOCTYPE %s is passed over', (_, doctype) => {
    const source = `${declaration}\n<!-- a -->\n<!DOCTYPE ${doctype}>\n<plist version='1.0' ><true/></plist>\n<!-- b -->\n`;
    expect(decodePlist(source).value).toBe(true);
  });

  test('dictionaries have no prototype, and nothing that is read can be changed', () => {
    const value = read('<dict><key>a</key><array><dict/></array></dict>') as { a: object[] };
    expect(Object.getPrototypeOf(value)).toBeNull();
    expect(Object.getPrototypeOf(value.a[0])).toBeNull();
    for (const item of [value, value.a, value.a[0]]) expect(Object.isFrozen(item)).toBe(true);
  });
});

describe('work is done once, whatever the file is made of', () => {
  test.each<[trap: string, body: string]>([
    ['100,000 comments', `${'<!-- x -->'.repeat(100_000)}<true/>`],
    ['100,000 instructions', `${'<?x y?>'.repeat(100_000)}<true/>`],
    ['100,000 CDATA sections', `<string>${'<![CDATA[a]]>'.repeat(100_000)}</string>`],
    ['300,000 references', `<string>${'&amp;'.repeat(300_000)}</string>`],
    ['long tags', `<array${' '.repeat(380)}>${`<true${' '.repeat(380)}/>`.repeat(2_000)}</array>`],
    ['a string of a megabyte', `<string>${'a'.repeat(1_000_000)}</string>`],
    ['a million of CR', `<string>${'\r'.repeat(1_000_000)}</string>`],
    ['100,000 times "]]>"', `<string>${']]>'.repeat(100_000)}</string>`],
    ['100,000 characters that are no base64', `<data>${'*'.repeat(100_000)}</data>`],
    ['a list with 100,000 comments behind it', `<true/></plist>${'<!-- x --> '.repeat(100_000)}<plist>`],
  ])('%s are read', (_, body) => {
    expect(read(body)).toBeDefined();
  });

  test.each<[trap: string, body: string]>([
    ['a megabyte of "<"', '<'.repeat(1_000_000)],
    ['a megabyte of "<a"', '<a'.repeat(500_000)],
    ['a megabyte of "&"', `<string>${'&'.repeat(1_000_000)}</string>`],
    ['a megabyte of "<!--"', '<!--'.repeat(250_000)],
    ['a megabyte of "<!DOCTYPE"', '<!DOCTYPE '.repeat(100_000)],
    ['a megabyte of "<![CDATA["', `<string>${'<![CDATA['.repeat(110_000)}</string>`],
  ])('%s is refused at its first character that is wrong', (_, body) => {
    expect(refusalOf(() => read(body)).code).toBe('ERR_PLIST_MALFORMED');
  });
});
