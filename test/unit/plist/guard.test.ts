import { afterEach, beforeEach, describe, expect, test, vi, type MockInstance } from 'vitest';
import { decodePlist } from '../../../src/plist/decode.js';
import { bodyColumn, declaration, dictionary, document, read, refusalOf } from './plist-document.js';

let output: MockInstance[] = [];

/** The parsers underneath write warnings by themselves when they are given the chance. */
beforeEach(() => {
  output = [
    ...(['log', 'info', 'warn', 'error', 'debug', 'trace'] as const).map((method) => vi.spyOn(console, method)),
    ...[process.stdout, process.stderr].map((stream) => vi.spyOn(stream, 'write') as MockInstance),
  ];
});

afterEach(() => {
  for (const spy of output) expect(spy).not.toHaveBeenCalled();
  vi.restoreAllMocks();
});

/** Reasons are told without a word of the file, but for the names of the elements of property lists. */
const secret = 'hunter2';

describe('what readers disagree on is refused where it stands', () => {
  test.each<[trap: string, body: string, reason: string, at: string]>([
    [
      'a comment inside a key',
      '<dict><key><!--Innocent-->Dangerous</key><true/></dict>',
      'a comment inside <key>',
      '<!--',
    ],
    ['a comment in the middle of a key', '<dict><key>a<!-- -->b</key><true/></dict>', 'a comment inside <key>', '<!--'],
    ['a comment that hides __proto__', '<dict><key><!--x-->__proto__</key><true/></dict>', 'a comment inside', '<!--'],
    ['a comment inside an integer', '<integer>12<!-- -->34</integer>', 'a comment inside <integer>', '<!--'],
    ['a comment inside a string', '<string>a<!-- -->b</string>', 'a comment inside <string>', '<!--'],
    [
      'an instruction inside a string',
      '<string>a<?php b?></string>',
      'a processing instruction inside <string>',
      '<?php',
    ],
    ['an element inside a string', `<string>a<${secret}>b</string>`, 'an unknown tag inside <string>', `<${secret}>`],
    ['a string inside a string', '<string>a<string>b</string></string>', '<string> inside <string>', '<string>b'],
    ['a CDATA section in data', '<data><![CDATA[AQID]]></data>', 'a CDATA section inside <data>', '<![CDATA['],
    [
      'a CDATA section in an integer',
      '<integer><![CDATA[1]]></integer>',
      'a CDATA section inside <integer>',
      '<![CDATA[',
    ],
    ['a CDATA section between elements', '<array><![CDATA[ ]]></array>', 'text between elements', '<![CDATA['],
    ['the key __proto__', '<dict><key>__proto__</key><dict/></dict>', '"__proto__" is not allowed', '<key>'],
    [
      '__proto__ in CDATA',
      '<dict><key><![CDATA[__proto__]]></key><dict/></dict>',
      '"__proto__" is not allowed',
      '<key>',
    ],
    ['__proto__ by references', '<dict><key>&#95;_proto__</key><dict/></dict>', '"__proto__" is not allowed', '<key>'],
    ['a key without a value at the end', '<dict><key>a</key></dict>', 'a key without a value', '<key>'],
    ['two keys in a row', '<dict><key>a</key><key>b</key></dict>', 'a key without a value', '<key>'],
    ['a value without a key', '<dict><true/></dict>', 'a value without a key', '<true/>'],
    ['two values under a key', '<dict><key>a</key><true/><true/></dict>', 'a value without a key', '<true/></dict>'],
    ['a key in an array', '<array><key>a</key></array>', '<key> is no element of a property list', '<key>'],
    ['null in an array', '<array><null/></array>', '<null> is no element of a property list', '<null/>'],
    ['null in a dictionary', '<dict><key>a</key><null/></dict>', '<null> is no element', '<null/>'],
    ['an unknown element', `<${secret}/>`, 'an unknown tag is no element of a property list', `<${secret}/>`],
    ['upper case', '<String>a</String>', 'an unknown tag is no element', '<String>'],
    ['a namespace', '<x:string>a</x:string>', 'a tag that is not well formed', '<x:string>'],
    ['two values', '<dict/><array/>', 'expected </plist> behind the one value', '<array/>'],
    ['no value', '', 'the <plist> is empty', ''],
    ['text beside a value', `<dict/>${secret}`, 'text between elements', secret],
    [
      'text between the elements of an array',
      `<array><true/>${secret}<true/></array>`,
      'text between elements',
      secret,
    ],
    ['text between a key and its value', '<dict><key>a</key>x<true/></dict>', 'text between elements', 'x<true/>'],
    ['a blank that is referred to', '<array>&#32;<true/></array>', 'text between elements', '&#32;'],
    ['a no-break space between elements', '<array>\u00a0<true/></array>', 'text between elements', '\u00a0'],
    ['content in true', '<true>1</true>', '<true> has content', '<true>'],
    ['white space in false', '<false> </false>', '<false> has content', '<false>'],
    ['attributes', '<string id="1">a</string>', '<string> has attributes', '<string id'],
    [
      'attributes of an unknown element',
      `<${secret} a="b">a</${secret}>`,
      'an unknown tag has attributes',
      `<${secret}`,
    ],
    ['attributes of an end', '<string>a</string a="b">', '<string> has attributes', '</string a'],
    ['a version of something else', '<dict version="1.0"/>', '<dict> has attributes', '<dict'],
    ['a no-break space in a tag', '<dict\u00a0/>', 'a tag that is not well formed', '<dict'],
    ['a no-break space before attributes', '<dict \u00a0/>', '<dict> has attributes', '<dict'],
    ['tags that cross', '<array><dict></array></dict>', 'the <dict> never ends', '</array>'],
    ['a leaf closed by another end', '<string>a</integer>', '<string> is closed by the end of <integer>', '</integer>'],
    ['a leaf closed by an unknown end', `<string>a</${secret}>`, 'closed by the end of an unknown tag', `</${secret}>`],
    ['an end that closes itself', '<array></array/>', 'a tag that is not well formed', '</array/>'],
    ['a bare < in a string', '<string>a < b</string>', 'a tag that is not well formed', '< b'],
    ['an empty tag', '<>', 'a tag that is not well formed', '<>'],
    ['a tag without an end', `<string ${'x'.repeat(500)}`, 'a "<" that begins no tag', '<string '],
    ['"]]>" in text', '<string>a]]>b</string>', '"]]>" stands in text', ']]>'],
    ['a bare &', '<string>a & b</string>', 'a bare "&" is written "&amp;"', '& b'],
    ['an undefined entity', `<string>&${secret};</string>`, 'a reference that XML does not know', `&${secret}`],
    ['an entity of HTML', '<string>&nbsp;</string>', 'a reference that XML does not know', '&nbsp;'],
    ['a reference without an end', '<string>&amp</string>', 'a reference that XML does not know', '&amp'],
    ['a reference to NUL', '<string>&#0;</string>', 'a reference that XML does not know', '&#0;'],
    ['a reference to a control character', '<string>a&#x1F;</string>', 'a reference that XML does not know', '&#x1F;'],
    ['a reference to a surrogate', '<string>&#xD800;</string>', 'a reference that XML does not know', '&#xD800;'],
    ['a reference to U+FFFE', '<string>&#xFFFE;</string>', 'a reference that XML does not know', '&#xFFFE;'],
    ['a reference to U+110000', '<string>&#x110000;</string>', 'a reference that XML does not know', '&#x110000;'],
    ['a reference with an upper-case X', '<string>&#X41;</string>', 'a reference that XML does not know', '&#X41;'],
    ['a reference that is as long as a bomb', `<string>&#${'0'.repeat(5000)}65;</string>`, 'a reference', '&#'],
    ['NUL', '<string>a\u0000</string>', 'the character U+0000, which XML cannot hold', '\u0000'],
    ['an escape character', '<string>\u001b[31m</string>', 'the character U+001B', '\u001b'],
    ['U+FFFE', '<string>\ufffe</string>', 'the character U+FFFE', '\ufffe'],
    ['a lone surrogate', '<string>a\ud800b</string>', 'the character U+D800', '\ud800'],
    ['a control character in a comment', '<!-- \u0001 --><true/>', 'the character U+0001', '\u0001'],
    ['a control character in CDATA', '<string><![CDATA[\u0001]]></string>', 'the character U+0001', '\u0001'],
    ['a control character in an instruction', '<?a \u0001?><true/>', 'the character U+0001', '\u0001'],
    ['a second XML declaration', `<?xml version="1.0"?><true/>`, 'the XML declaration stands in the middle', '<?xml v'],
    ['a bare XML declaration', '<?XML?><true/>', 'the XML declaration stands in the middle', '<?XML'],
    ['an instruction without a name', '<? php ?><true/>', 'a processing instruction without a name', '<? php'],
    ['a DOCTYPE behind the root', '<!DOCTYPE plist><true/>', 'a DOCTYPE in the middle of the file', '<!DOCTYPE'],
    ['an unknown declaration', '<!ELEMENT plist ANY><true/>', 'a tag that is not well formed', '<!ELEMENT'],
  ])('%s', (_, body, reason, at) => {
    const { code, message, details } = refusalOf(() => read(body));
    expect(code).toBe('ERR_PLIST_MALFORMED');
    expect(details).toMatchObject({ line: 1, column: bodyColumn + body.indexOf(at) });
    expect(message).toContain(reason);
    expect(message).not.toContain(secret);
  });

  test.each<[trap: string, source: string, reason: string]>([
    ['a comment that never ends', document('<true/>').replace('<true/>', '<!-- '), 'a comment never ends'],
    ['a CDATA section that never ends', document('<string><![CDATA[ ]]'), 'a CDATA section never ends'],
    ['an instruction that never ends', document('<?a '), 'a processing instruction never ends'],
    ['a string that never ends', `${declaration}<plist><string>`, 'the <string> never ends'],
    ['a dictionary that never ends', `${declaration}<plist><dict>`, 'the <dict> never ends'],
    ['an array that never ends', `${declaration}<plist><array><true/>`, 'the <array> never ends'],
    ['a plist that never ends', `${declaration}<plist><true/>`, 'expected </plist>'],
    ['nothing but a declaration', declaration, 'expected <plist>'],
    ['no plist', `${declaration}<dict/>`, 'expected <plist>'],
    ['an empty plist', `${declaration}<plist/>`, 'the <plist> is empty'],
    ['two plists', `${document('<true/>')}<plist/>`, 'something follows </plist>'],
    ['text behind', `${document('<true/>')}${secret}`, 'text between elements'],
    ['NULs behind', `${document('<true/>')}\0\0`, 'the character U+0000'],
    ['an attribute of plist that nobody knows', `${declaration}<plist a="b"><true/></plist>`, '<plist> has attributes'],
    ['a DOCTYPE that never ends', `${declaration}<!DOCTYPE plist`, 'a DOCTYPE that never ends'],
    ['a DOCTYPE without a name', `${declaration}<!DOCTYPE><plist><true/></plist>`, 'a DOCTYPE without a name'],
    ['two DOCTYPEs', `${declaration}<!DOCTYPE plist><!DOCTYPE plist><plist/>`, 'or a second one'],
    ['a control character in the DOCTYPE', `${declaration}<!DOCTYPE plist "\u0001"><plist/>`, 'U+0001'],
  ])('%s', (_, source, reason) => {
    const { code, message } = refusalOf(() => decodePlist(source));
    expect(code).toBe('ERR_PLIST_MALFORMED');
    expect(message).toContain(reason);
    expect(message).not.toContain(secret);
  });

  test.each<[trap: string, subset: string]>([
    ['an external entity', '[<!ENTITY x SYSTEM "file:///etc/passwd">]'],
    ['a billion laughs', '[<!ENTITY a "ha"><!ENTITY b "&a;&a;"><!ENTITY c "&b;&b;">]'],
    ['a parameter entity', 'SYSTEM "http://lab.example/x.dtd" [<!ENTITY % p SYSTEM "http://lab.example/p"> %p;]'],
    ['declarations of nothing', '[]'],
  ])('a DOCTYPE with %s is refused before any of it is read', (_, subset) => {
    const source = `${declaration}\n<!DOCTYPE plist ${subset}>\n<plist><string>&x;</string></plist>`;
    const { code, details, hint } = refusalOf(() => decodePlist(source));
    expect({ code, details }).toEqual({ code: 'ERR_PLIST_DTD_FORBIDDEN', details: { line: 2, column: 1 } });
    expect(hint).toContain('between [ and ]');
  });

  test.each([
    ['in one dictionary', '<dict><key>a</key><true/><key>a</key><false/></dict>', '/a'],
    ['once in CDATA', '<dict><key>a</key><true/><key><![CDATA[a]]></key><true/></dict>', '/a'],
    ['once by a reference', '<dict><key>a</key><true/><key>&#x61;</key><true/></dict>', '/a'],
    ['deep inside', '<array><dict><key>x</key><dict><key/><true/><key></key><true/></dict></dict></array>', '/0/x/'],
  ])('a key that stands twice %s is refused with its pointer', (_, body, pointer) => {
    expect(refusalOf(() => read(body))).toMatchObject({ code: 'ERR_PLIST_DUPLICATE_KEY', details: { pointer } });
  });
});

describe('what XML means is what is read', () => {
  test.each<[trap: string, body: string, value: unknown]>([
    ['an empty string', '<string></string>', ''],
    ['an empty element', '<string/>', ''],
    ['white space in a string', '<string> \t\n </string>', ' \t\n '],
    ['the five entities', '<string>&amp;&lt;&gt;&quot;&apos;</string>', '&<>"\''],
    ['an entity that is not expanded twice', '<string>&amp;lt;</string>', '&lt;'],
    ['references', '<string>&#65;&#x42;&#x0000043;&#128512;&#x1F600;</string>', 'ABC😀😀'],
    ['references to white space', '<string>&#9;&#10;&#13;&#x85;&#x2028;</string>', '\t\n\r\u0085\u2028'],
    ['line ends, which XML makes LF', '<string>a\r\nb\rc\nd</string>', 'a\nb\nc\nd'],
    ['line ends in CDATA', '<string><![CDATA[a\r\nb\rc]]></string>', 'a\nb\nc'],
    ['U+0085, which XML 1.1 would make LF', '<string>a\u0085b</string>', 'a\u0085b'],
    ['U+2028, which XML 1.1 would make LF', '<string>a\u2028b\u2029</string>', 'a\u2028b\u2029'],
    ['U+FFFD, on which xmldom writes a warning', '<string>a\ufffdb</string>', 'a\ufffdb'],
    ['U+FFFD in a key', '<dict><key>\ufffd</key><true/></dict>', dictionary({ '\ufffd': true })],
    ['a byte order mark inside', '<string>\ufeffa</string>', '\ufeffa'],
    ['C1 controls', '<string>\u007f\u009f</string>', '\u007f\u009f'],
    ['CDATA', '<string><![CDATA[<b>&amp;]]></string>', '<b>&amp;'],
    ['CDATA beside text', '<string>a<![CDATA[b]]>c<![CDATA[]]></string>', 'abc'],
    ['"]]>" by references', '<string>]]&gt;</string>', ']]>'],
    ['CDATA in a key', '<dict><key><![CDATA[a&b]]></key><true/></dict>', dictionary({ 'a&b': true })],
    ['an empty key', '<dict><key/><string/></dict>', dictionary({ '': '' })],
    ['keys of every object', '<dict><key>constructor</key><true/></dict>', dictionary({ constructor: true })],
    ['more keys of every object', '<dict><key>toString</key><true/></dict>', dictionary({ toString: true })],
    ['white space in tags', '<dict ><key\n>a</key\t><true\r\n/></dict >', dictionary({ a: true })],
    ['comments', '<!-- a --><array><!----><true/><!-- <false/> --></array><!-- b -->', [true]],
    ['two dashes in a comment, as CoreFoundation reads it', '<!-- a -- b --><true/>', true],
    ['instructions', '<?a?><array><?xml-stylesheet href="x"?><true/></array>', [true]],
    ['true and false at length', '<array><true></true><false></false></array>', [true, false]],
    ['empty containers', '<array><dict/><array/><dict></dict></array>', [dictionary({}), [], dictionary({})]],
    ['a text that looks like a mark of ours', '<string>scalar-0</string>', 'scalar-0'],
  ])('%s', (_, body, value) => {
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
    ['a megabyte of "]]>"', `<string>${']]>'.repeat(330_000)}</string>`],
    ['20,000 attributes', `<dict ${'a="b" '.repeat(20_000)}/>`],
  ])('%s is refused at its first character that is wrong', (_, body) => {
    expect(refusalOf(() => read(body)).code).toBe('ERR_PLIST_MALFORMED');
  });
});
