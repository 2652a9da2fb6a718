import { describe, expect, test } from 'vitest';
import { readBer } from '../../../src/asn1/ber.js';
import { lastAttribute, readName, type DistinguishedName } from '../../../src/pki/distinguished-name.js';
import { fromHex, oid, sequence, set, tlv } from '../../support/der.js';
import { asX509, issueCertificate } from '../../support/issue-certificate.js';
import { encodeName, oddName, type NameInput, type StringType } from '../../support/name.js';

const read = (name: NameInput): DistinguishedName => {
  const found = readName(readBer(encodeName(name), { what: 'the name' }));
  if (found === undefined) throw new Error('expected a name');
  return found;
};

describe('a name is structure, text and bytes', () => {
  test('with umlauts in every string type and several attributes in one RDN', () => {
    const name = read(oddName);
    expect(name.rdns.map((rdn) => rdn.map(({ type, value }) => [type, value]))).toEqual([
      [['C', 'DE']],
      [['O', 'Prüflabor Süd']],
      [
        ['OU', 'Zürich'],
        ['CN', 'Ausstellerin Ä'],
      ],
    ]);
    expect(name.text).toBe('C=DE, O=Prüflabor Süd, OU=Zürich+CN=Ausstellerin Ä');
    expect(name.raw).toEqual(encodeName(oddName));
    // Node writes one RDN a line, and joins the attributes of one with " + ".
    expect(asX509(issueCertificate({ subject: oddName })).subject).toBe(
      'C=DE\nO=Prüflabor Süd\nOU=Zürich + CN=Ausstellerin Ä',
    );
  });

  test.each<[type: StringType, text: string]>([
    ['UTF8String', 'Größe 名 😀'],
    ['BMPString', 'Größe 名'],
    ['BMPString', '😀'],
    ['UniversalString', 'Größe 名 😀'],
    ['T61String', 'Größe'],
    ['PrintableString', 'Lab (1)'],
    ['IA5String', 'root@lab'],
    ['VisibleString', 'Lab_1'],
    ['NumericString', '12 34'],
  ])('%s "%s" is read as it was written', (type, text) => {
    expect(lastAttribute(read([['CN', text, type]]), 'CN')).toBe(text);
  });

  test.each<[what: string, content: Uint8Array, type: StringType, text: string]>([
    ['UTF-8 that is none', fromHex('61ff62'), 'UTF8String', 'a\ufffdb'],
    ['a byte order mark', fromHex('efbbbf61'), 'UTF8String', '\ufeffa'],
    ['half a character', fromHex('00410042ff'), 'BMPString', 'AB'],
    ['a character beyond Unicode', fromHex('00110000'), 'UniversalString', '\ufffd'],
  ])('%s does no harm', (_, content, type, text) => {
    expect(lastAttribute(read([['CN', content, type]]), 'CN')).toBe(text);
  });

  test('a value that is no string is its DER', () => {
    expect(read([['CN', fromHex('0201 05')]]).text).toBe('CN=#020105');
    expect(read([['CN', '#020105']]).text).toBe('CN=\\#020105');
  });

  test('types that nobody knows are their OIDs, and look-alikes are not the real ones', () => {
    expect(read([['1.2.3.4', 'x']]).text).toBe('1.2.3.4=x');
    const padded = sequence(set(sequence(oid(fromHex('55048003')), tlv(12, fromHex('78')))));
    expect(lastAttribute(read(padded), 'CN')).toBeUndefined();
    expect(read(padded).text).toBe('2.5.4.3 (padded)=x');
  });

  test.each([
    ['a comma and a plus', 'A, B+C', 'A\\, B\\+C'],
    ['quotes and a backslash', '"\\"', '\\"\\\\\\"'],
    ['angles, a semicolon and an equals sign', '<a>;=', '\\<a\\>\\;\\='],
    ['blanks at both ends', ' a ', '\\ a\\ '],
    ['a blank alone', ' ', '\\ '],
    ['a line end', 'a\nCN=b', 'a\\u{A}CN\\=b'],
    ['a control for direction', 'a\u202eb', 'a\\u{202E}b'],
    ['NUL', 'lab.example\u0000.evil', 'lab.example\\u{0}.evil'],
  ])('%s is escaped in the text and exact in the value', (_, value, text) => {
    const name = read([['CN', value]]);
    expect(name.text).toBe(`CN=${text}`);
    expect(lastAttribute(name, 'CN')).toBe(value);
  });

  test('the empty name is empty', () => {
    expect(read([])).toMatchObject({ rdns: [], text: '' });
  });

  test('the last of several attributes is the most specific one', () => {
    expect(lastAttribute(read([['OU', 'a'], ['CN', 'x'], ['OU', 'b']]), 'OU')).toBe('b'); // prettier-ignore
  });
});

describe('names match as RFC 5280 section 7.1 has it', () => {
  const cn = (value: string, type?: StringType): string => read([['CN', value, type]]).normalized;

  test.each<[what: string, a: string, b: string]>([
    ['case', cn('Lab Root'), cn('lab ROOT')],
    ['blanks at the ends and between', cn('  Lab   Root '), cn('Lab Root')],
    ['string types', cn('Größe', 'T61String'), cn('Größe', 'BMPString')],
    ['composition', cn('é'), cn('e\u0301')],
    ['the order inside of an RDN', read([[['CN', 'a'], ['OU', 'b']]]).normalized, read([[['OU', 'B'], ['CN', 'A']]]).normalized], // prettier-ignore
  ])('whatever the %s', (_, a, b) => {
    expect(a).toBe(b);
  });

  test.each<[what: string, a: string, b: string]>([
    ['texts', cn('Lab'), cn('Lab2')],
    ['types', cn('Lab'), read([['OU', 'Lab']]).normalized],
    ['the order of RDNs', read([['C', 'DE'], ['CN', 'a']]).normalized, read([['CN', 'a'], ['C', 'DE']]).normalized], // prettier-ignore
    ['one RDN and two', read([[['CN', 'a'], ['OU', 'b']]]).normalized, read([['CN', 'a'], ['OU', 'b']]).normalized], // prettier-ignore
    ['a text that spells another structure', cn('a","2.5.4.11=b'), read([[['CN', 'a'], ['OU', 'b']]]).normalized], // prettier-ignore
  ])('other %s do not', (_, a, b) => {
    expect(a).not.toBe(b);
  });
});
