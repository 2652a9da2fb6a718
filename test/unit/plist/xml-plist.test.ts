import { afterEach, beforeEach, describe, expect, test, vi, type MockInstance } from 'vitest';
import { decodePlist } from '../../../src/plist/decode.js';
import { bodyColumn, declaration, dictionary, document, read, refusalOf } from './plist-document.js';

let output: MockInstance[] = [];

/** Reading is silent: what is odd is an issue, not a line on the console. */
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

describe('what a device refuses is refused where it stands', () => {
  test.each<[trap: string, body: string, reason: string, at: string]>([
    ['a comment inside a key', '<dict><key><!--Innocent-->Dangerous</key><true/></dict>', 'a comment inside', '<!--'],
    ['a comment in the middle of a key', '<dict><key>a<!-- -->b</key><true/></dict>', 'a comment inside <key>', '<!--'],
    ['a comment that hides __proto__', '<dict><key><!--x-->__proto__</key><true/></dict>', 'a comment inside', '<!--'],
    ['a comment inside an integer', '<integer>12<!-- -->34</integer>', 'expected </integer>', '<!--'],
    ['a comment inside a real', '<real>1<!-- --></real>', 'a comment inside <real>', '<!--'],
    ['a comment inside a string', '<string>a<!-- -->b</string>', 'a comment inside <string>', '<!--'],
    ['a declaration inside a string', '<string>a<!b></string>', 'a declaration inside <string>', '<!b'],
    ['an instruction inside a string', '<string>a<?php b?></string>', 'expected </string>', '<?php'],
    ['an element inside a string', `<string>a<${secret}>b</string>`, 'expected </string>', `<${secret}>`],
    ['a string inside a string', '<string>a<string>b</string></string>', 'expected </string>', '<string>b'],
    ['a CDATA section in data', '<data><![CDATA[AQID]]></data>', 'expected </data>', '<![CDATA['],
    ['a CDATA section in an integer', '<integer><![CDATA[1]]></integer>', 'no whole number', '<integer>'],
    ['a CDATA section between elements', '<array><![CDATA[ ]]></array>', 'CDATA between elements', '<![CDATA['],
    ['a reference in an integer', '<integer>&#49;</integer>', 'no whole number', '<integer>'],
    ['the key __proto__', '<dict><key>__proto__</key><dict/></dict>', '"__proto__" is not allowed', '<key>'],
    ['__proto__ in CDATA', '<dict><key><![CDATA[__proto__]]></key><dict/></dict>', '"__proto__" is not', '<key>'],
    ['__proto__ by references', '<dict><key>&#95;_proto__</key><dict/></dict>', '"__proto__" is not allowed', '<key>'],
    ['a key without a value at the end', '<dict><key>a</key></dict>', 'a key without a value', '<key>'],
    ['a value without a key', '<dict><true/></dict>', 'a value without a key', '<true/>'],
    ['two values under a key', '<dict><key>a</key><true/><true/></dict>', 'a value without a key', '<true/></dict>'],
    ['null in an array', '<array><null/></array>', '<null> is no element of a property list', '<null/>'],
    ['null in a dictionary', '<dict><key>a</key><null/></dict>', '<null> is no element', '<null/>'],
    ['an unknown element', `<${secret}/>`, 'an unknown tag is no element of a property list', `<${secret}/>`],
    ['an unknown element with attributes', `<${secret} a="b"/>`, 'an unknown tag is no element', `<${secret}`],
    ['upper case', '<String>a</String>', 'an unknown tag is no element', '<String>'],
    ['a namespace', '<x:string>a</x:string>', 'an unknown tag is no element', '<x:string>'],
    ['a blank in front of a name', '< string>a</string>', 'a tag without a name', '< string>'],
    ['a blank behind the slash', '<true/ >', 'an unknown tag is no element', '<true/ >'],
    ['two values', '<dict/><array/>', 'a second value in the <plist>', '<array/>'],
    ['text beside a value', `<dict/>${secret}`, 'text between elements', secret],
    ['text between the elements of an array', `<array><true/>${secret}</array>`, 'text between elements', secret],
    ['text between a key and its value', '<dict><key>a</key>x<true/></dict>', 'text between elements', 'x<true/>'],
    ['a blank that is referred to', '<array>&#32;<true/></array>', 'text between elements', '&#32;'],
    ['a no-break space between elements', '<array>\u00a0<true/></array>', 'text between elements', '\u00a0'],
    ['a form feed between elements', '<array>\f<true/></array>', 'text between elements', '\f'],
    ['content in true', '<true>1</true>', 'expected </true>', '1</true>'],
    ['white space in false', '<false> </false>', 'expected </false>', ' </false>'],
    ['an empty <data/>', '<data/>', 'an empty <data/>', '<data/>'],
    ['an empty <integer/>', '<integer/>', 'an empty <integer/>', '<integer/>'],
    ['an empty <real/>', '<real />', 'an empty <real/>', '<real />'],
    ['an empty <date/>', '<date/>', 'an empty <date/>', '<date/>'],
    ['an empty plist in place of a value', '<array><plist/></array>', 'the <plist> is empty', '<plist/>'],
    ['attributes of an end', '<string>a</string a="b">', 'expected </string>', '</string a'],
    ['a no-break space in a tag', '<dict\u00a0/>', 'an unknown tag is no element', '<dict'],
    ['tags that cross', '<array><dict></array></dict>', 'expected </dict> for the <dict> of line 1', '</array>'],
    ['a leaf closed by another end', '<string>a</integer>', 'expected </string>', '</integer>'],
    ['a leaf closed by an unknown end', `<string>a</${secret}>`, 'expected </string>', `</${secret}>`],
    ['an end that closes itself', '<array></array/>', 'expected </array>', '</array/>'],
    ['a bare < in a string', '<string>a < b</string>', 'expected </string>', '< b'],
    ['an empty tag', '<>', 'a tag without a name', '<>'],
    ['a bare &', '<string>a & b</string>', 'a bare "&" is written "&amp;"', '& b'],
    ['an undefined entity', `<string>&${secret};</string>`, 'a reference that a device does not know', `&${secret}`],
    ['an entity of HTML', '<string>&nbsp;</string>', 'a reference that a device does not know', '&nbsp;'],
    ['a reference without an end', '<string>&amp</string>', 'a reference that a device does not know', '&amp'],
    ['a reference to a surrogate', '<string>&#xD800;</string>', 'a reference that a device does not', '&#xD800;'],
    ['a reference to U+110000', '<string>&#x110000;</string>', 'a reference that a device does not', '&#x110000;'],
    ['a reference of nine digits', '<string>&#x000000041;</string>', 'a reference that a device does not', '&#x0'],
    ['a reference with an upper-case X', '<string>&#X41;</string>', 'a reference that a device does not', '&#X41;'],
    ['a reference that is as long as a bomb', `<string>&#${'0'.repeat(5000)}65;</string>`, 'a reference', '&#'],
    ['a DOCTYPE behind the root', '<!DOCTYPE plist><true/>', 'a declaration or CDATA between', '<!DOCTYPE'],
    ['an unknown declaration', '<!ELEMENT plist ANY><true/>', 'a declaration or CDATA between', '<!ELEMENT'],
  ])('%s', (_, body, reason, at) => {
    const { code, message, details } = refusalOf(() => read(body));
    expect(code).toBe('ERR_PLIST_MALFORMED');
    expect(details).toMatchObject({ line: 1, column: bodyColumn + body.indexOf(at) });
    expect(message).toContain(reason);
    expect(message).not.toContain(secret);
  });

  test.each<[trap: string, source: string, reason: string]>([
    ['a comment that never ends', document('<!-- ').replace('</plist>', ''), 'a comment never ends'],
    ['a CDATA section that never ends', document('<string><![CDATA[ ]]'), 'a CDATA section never ends'],
    ['an instruction that never ends', document('<?a '), 'a processing instruction never ends'],
    ['a string that never ends', `${declaration}<plist><string>`, 'the <string> never ends'],
    ['an integer that never ends', `${declaration}<plist><integer>1`, 'the <integer> never ends'],
    ['a dictionary that never ends', `${declaration}<plist><dict>`, 'the <dict> never ends'],
    ['an array that never ends', `${declaration}<plist><array><true/>`, 'the <array> never ends'],
    ['a plist that never ends', `${declaration}<plist><true/>`, 'the <plist> never ends'],
    ['a tag that never ends', `${declaration}<plist><string ${'x'.repeat(500)}`, 'a "<" that begins no tag'],
    ['an end that never ends', `${declaration}<plist><true/></plist`, 'expected </plist>'],
    ['nothing but a declaration', declaration, 'there is no value'],
    ['an empty plist', `${declaration}<plist/>`, 'the <plist> is empty'],
    ['a plist without a value', document(''), 'the <plist> is empty'],
    ['text in front', `${declaration}${secret}<plist><true/></plist>`, 'text in front of the first tag'],
    ['a DOCTYPE that never ends', `${declaration}<!DOCTYPE plist`, 'a DOCTYPE that never ends'],
    ['a DOCTYPE in lower case', `${declaration}<!doctype plist><plist/>`, 'a declaration that is no DOCTYPE'],
    ['CDATA in front', `${declaration}<![CDATA[ ]]><plist/>`, 'a declaration that is no DOCTYPE'],
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
});

/** The issues of a file, as `severity code pointer`. */
const issuesOf = (source: string): string[] =>
  decodePlist(source).issues.map(({ severity, code, where }) => `${severity} ${code} ${where.pointer ?? ''}`);

describe('what a device reads, and others see differently, is told where it stands', () => {
  test.each<[trap: string, body: string, value: unknown, code: string, pointer: string, at: string]>([
    [
      'two keys, of which the last counts',
      '<dict><key>a</key><true/><key>b</key><true/> <key>a</key><false/></dict>',
      { a: false, b: true },
      'plist-duplicate-key',
      '/a',
      '<key>a</key><false/>',
    ],
    [
      'two keys, once in CDATA',
      '<dict><key>a</key><true/> <key><![CDATA[a]]></key><array/></dict>',
      { a: [] },
      'plist-duplicate-key',
      '/a',
      '<key><![',
    ],
    [
      'two keys, once by a reference',
      '<dict><key>a</key><true/> <key>&#x61;</key><true/></dict>',
      { a: true },
      'plist-duplicate-key',
      '/a',
      '<key>&#x61;',
    ],
    [
      'two keys deep inside',
      '<array><dict><key>x</key><dict><key/><true/><key></key><false/></dict></dict></array>',
      [{ x: { '': false } }],
      'plist-duplicate-key',
      '/0/x/',
      '<key></key>',
    ],
    [
      'two keys that XML cannot hold',
      '<dict><key>\u0001</key><true/><key>\u0001</key><false/></dict>',
      { '\u0001': false },
      'plist-duplicate-key',
      '/\\u{1}',
      '<key>\u0001</key><false/>',
    ],
    [
      'CDATA in a key',
      '<dict><key>a<![CDATA[b]]></key><true/></dict>',
      { ab: true },
      'plist-key-cdata',
      '',
      '<![CDATA[',
    ],
    ['CDATA in a real', '<array><real><![CDATA[1.5]]></real></array>', [1.5], 'plist-key-cdata', '/0', '<![CDATA['],
    [
      'a key in the place of a value',
      '<dict><key>a</key><key>b</key></dict>',
      { a: 'b' },
      'plist-key-as-value',
      '/a',
      '<key>b',
    ],
    ['a key in an array', '<array><key>a&amp;b</key></array>', ['a&b'], 'plist-key-as-value', '/0', '<key>'],
    [
      'a plist in the place of a value',
      '<dict><key>a</key><plist><true/></plist></dict>',
      { a: true },
      'plist-nested-plist',
      '/a',
      '<plist>',
    ],
    [
      'a plist in a plist',
      '<plist version="1.0"><true/></plist>',
      true,
      'plist-nested-plist',
      '',
      '<plist version="1.0"><true',
    ],
    [
      'a comment that ends at once',
      '<dict><!---><key>a</key><true/><!-- --></dict>',
      { a: true },
      'plist-comment-end',
      '',
      '<!--->',
    ],
    ['a ">" in an attribute', '<string a=">b">c</string>', 'b">c', 'plist-tag-end', '', '<string'],
    ['a quote that is never closed', '<array><string a="b>c</string></array>', ['c'], 'plist-tag-end', '', '<string'],
    ['a no-break space before attributes', '<dict \u00a0/>', {}, 'plist-tag-end', '', '<dict'],
    ['20,000 attributes', `<dict ${'a="b" '.repeat(20_000)}/>`, {}, 'plist-tag-end', '', '<dict'],
    ['a NUL', '<array><string>a\u0000</string></array>', ['a\u0000'], 'plist-illegal-character', '/0', '<string>'],
    [
      'a reference to NUL',
      '<array><string>&#0;</string></array>',
      ['\u0000'],
      'plist-illegal-character',
      '/0',
      '<string>',
    ],
    [
      'a reference without digits',
      '<array><string>&#;&#x;</string></array>',
      ['\u0000\u0000'],
      'plist-illegal-character',
      '/0',
      '<string>',
    ],
    [
      'an escape character in a key',
      '<dict><key>\u001b</key><true/></dict>',
      { '\u001b': true },
      'plist-illegal-character',
      '',
      '<key>',
    ],
    [
      'U+FFFE in CDATA',
      '<array><string><![CDATA[\ufffe]]></string></array>',
      ['\ufffe'],
      'plist-illegal-character',
      '/0',
      '<string>',
    ],
    [
      'a wide reference',
      '<dict><key>a</key><string>b&#128512;</string></dict>',
      { a: 'b😀' },
      'plist-wide-reference',
      '/a',
      '&#128512;',
    ],
    [
      'a wide reference that would be a letter',
      '<array><string>&#x10061;</string></array>',
      ['\u{10061}'],
      'plist-wide-reference',
      '/0',
      '&#x10061;',
    ],
    [
      'a reference of a keyed archive',
      '<dict><key>a</key><dict><key>CF$UID</key><integer>1</integer></dict></dict>',
      { a: { CF$UID: 1 } },
      'plist-uid',
      '/a',
      '</dict>',
    ],
  ])('%s', (_, body, value, code, pointer, at) => {
    const { value: found, issues } = decodePlist(document(body));
    expect(found).toEqual(value);
    const issue = issues.find((one) => one.code === code);
    expect(issue).toMatchObject({
      severity: 'error',
      where: { pointer, line: 1, column: bodyColumn + body.indexOf(at) },
    });
  });

  test.each<[trap: string, body: string, value: unknown]>([
    [
      'more keys than one',
      '<dict><key>CF$UID</key><integer>1</integer><key>a</key><true/></dict>',
      { CF$UID: 1, a: true },
    ],
    ['a text', '<dict><key>CF$UID</key><string>1</string></dict>', { CF$UID: '1' }],
  ])('a dictionary with the key "CF$UID" and %s is no reference', (_, body, value) => {
    expect(decodePlist(document(body))).toMatchObject({ value, issues: [] });
  });

  test.each<[trap: string, doctype: string]>([
    ['with a ">" between quotes', '<!DOCTYPE plist SYSTEM "><plist><false/></plist><!-- ">'],
    ['with a quote that is never closed', `<!DOCTYPE plist SYSTEM '>`],
  ])('a DOCTYPE %s', (_, doctype) => {
    const source = `${declaration}${doctype}<plist><true/></plist>`;
    expect(decodePlist(source).value).toBe(!doctype.includes('false'));
    expect(issuesOf(source)).toContain('error plist-doctype-end ');
  });

  test('a DOCTYPE with millions of addresses is read like one with two', () => {
    expect(decodePlist(`<!DOCTYPE plist ${`"'" `.repeat(4_000_000)}><plist><true/></plist>`).value).toBe(true);
  });

  test.each<[trap: string, tail: string, characters: number]>([
    ['another plist', '\n<plist><false/></plist>', 23],
    ['text', `<!-- a --> ${secret}`, secret.length],
    ['an end', '</dict>', 7],
    ['a comment that never ends', ' <!-- <false/>', 13],
    ['a comment with two dashes', '<!-- a -- b -->', 15],
    ['a comment with a control character', '<!-- \u0001 -->', 10],
    ['an XML declaration', '<?xml?>', 7],
    ['an instruction without a name', '<? php ?>', 9],
    ['half of a surrogate pair', '\ud800', 0],
  ])('behind the list: %s', (_, tail, characters) => {
    const source = `${document('<true/>')}${tail}`;
    expect(decodePlist(source).value).toBe(true);
    expect(issuesOf(source)).toEqual(['error plist-trailing-content ']);
    expect(decodePlist(source).issues[0]?.message).toBe(`${characters} characters follow the property list`);
  });

  test('a device goes no further than to half of a surrogate pair', () => {
    for (const body of ['<string>a\ud800b</string>', '<!-- \udc00 --><true/>']) {
      expect(refusalOf(() => read(body))).toMatchObject({ code: 'ERR_PLIST_ENCODING' });
    }
  });

  test('a rule that is broken in many places is told in the first twenty', () => {
    const { issues } = decodePlist(document(`<array>${'<key/>'.repeat(2_000)}<string>&#0;</string></array>`));
    expect(issues.filter(({ code }) => code === 'plist-key-as-value')).toHaveLength(20);
    expect(issues.find(({ code }) => code === 'plist-illegal-character')).toBeDefined();
    expect(issues.at(-1)?.message).toBe('"plist-key-as-value" is true of 1980 more places');
  });
});

describe('what a device reads, and other readers may refuse, is a warning', () => {
  test.each<[trap: string, body: string, value: unknown, code: string]>([
    ['attributes', '<string id="1" b:c=\'2\'>a</string>', 'a', 'plist-attributes'],
    ['a version of something else', '<dict version="1.0"/>', {}, 'plist-attributes'],
    ['"]]>" in text', '<string>a]]>b</string>', 'a]]>b', 'plist-not-well-formed'],
    ['two dashes in a comment', '<!-- a -- b --><true/>', true, 'plist-not-well-formed'],
    ['three dashes at the end of a comment', '<!-- a ---><true/>', true, 'plist-not-well-formed'],
    ['a control character in a comment', '<!-- \u0001 --><true/>', true, 'plist-not-well-formed'],
    ['a control character in an instruction', '<?a \u0001?><true/>', true, 'plist-not-well-formed'],
    ['an XML declaration', '<?xml version="1.0"?><true/>', true, 'plist-not-well-formed'],
    ['a bare XML declaration', '<?XML?><true/>', true, 'plist-not-well-formed'],
    ['an instruction without a name', '<? php ?><true/>', true, 'plist-not-well-formed'],
    ['an instruction of two characters', '<?><true/>', true, 'plist-not-well-formed'],
    ['CR LF in a text', '<string>a\r\nb\rc\nd</string>', 'a\nb\nc\nd', 'plist-line-ends'],
    ['CR in CDATA', '<string><![CDATA[a\r\nb\rc]]></string>', 'a\nb\nc', 'plist-line-ends'],
  ])('%s', (_, body, value, code) => {
    expect(decodePlist(document(body)).value).toEqual(value);
    expect(issuesOf(document(body))).toEqual([`warning ${code} `]);
  });

  const plist = '<plist version="1.0"><true/></plist>';
  test.each<[trap: string, source: string, reason: string | undefined]>([
    ['white space in front', `\n ${declaration}${plist}`, 'white space stands in front of the XML declaration'],
    ['a comment in front', `<!-- a -->${declaration}${plist}`, 'the XML declaration does not stand at the start'],
    ['a DOCTYPE in front', `<!DOCTYPE plist>${declaration}${plist}`, 'the XML declaration does not stand at the start'],
    ['two declarations', `${declaration}${declaration}${plist}`, 'the XML declaration does not stand at the start'],
    ['no declaration', plist, 'there is no XML declaration'],
    ['a comment and no declaration', `<!-- a -->${plist}`, 'there is no XML declaration'],
    ['XML 1.1', `<?xml version="1.1"?>${plist}`, 'the XML declaration is not well formed, or not of XML 1.0'],
    ['no version', `<?xml encoding="UTF-8"?>${plist}`, 'the XML declaration is not well formed, or not of XML 1.0'],
    ['an attribute of its own', `<?xml version="1.0" x="1"?>${plist}`, 'the XML declaration is not well formed, or'],
    ['no plist', `${declaration}<true/>`, 'there is no <plist> around the value'],
    ['two DOCTYPEs', `${declaration}<!DOCTYPE plist><!DOCTYPE plist>${plist}`, 'there is a second DOCTYPE'],
    ['a foreign DOCTYPE', `${declaration}<!DOCTYPE plist SYSTEM "http://lab.example/x.dtd">${plist}`, undefined],
    ['a DOCTYPE of another name', `${declaration}<!DOCTYPE html>${plist}`, undefined],
    ['a DOCTYPE without a name', `${declaration}<!DOCTYPE>${plist}`, undefined],
  ])('in front of the list: %s', (_, source, reason) => {
    const { value, issues } = decodePlist(source);
    expect(value).toBe(true);
    expect(issues).toHaveLength(1);
    expect(issues[0]).toMatchObject({
      severity: 'warning',
      code: reason === undefined ? 'plist-doctype' : 'plist-prolog',
    });
    expect(issues[0]?.message).toContain(reason ?? 'is not the one of a property list');
  });

  test('behind the list: what XML has there is nothing to speak of', () => {
    expect(issuesOf(`${document('<true/>')}\n<!-- a --><?b c?> \n<!---->\n`)).toEqual([]);
  });

  test.each([
    ['NULs', '\0\0'],
    ['the end of a DOS file', '\r\n\u001a'],
  ])('behind the list: %s', (_, tail) => {
    expect(issuesOf(`${document('<true/>')}${tail}`)).toEqual(['warning plist-trailing-padding ']);
  });
});

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
