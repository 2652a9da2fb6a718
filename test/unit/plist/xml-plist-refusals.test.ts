import { describe, expect, test } from 'vitest';
import { decodePlist } from '../../../src/plist/decode.js';
import { expectSilence } from './expect-silence.js';
import { refusalOf } from '../error-code.js';
import { bodyColumn, declaration, document, read, secret } from './plist-document.js';

expectSilence();

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
