import { describe, expect, test } from 'vitest';
import { decodePlist } from '../../../src/plist/decode.js';
import { expectSilence } from './expect-silence.js';
import { refusalOf } from '../error-code.js';
import { bodyColumn, declaration, document, read, secret } from './plist-document.js';

expectSilence();

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
