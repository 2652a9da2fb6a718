import { expect, test } from 'vitest';
import { readBer } from '../../../src/asn1/ber.js';
import { berToDer } from '../../../src/asn1/ber-to-der.js';
import { fromHex } from '../../support/der.js';

const convert = (ber: string): string =>
  Buffer.from(berToDer(readBer(fromHex(ber), { what: 'the test' }))).toString('hex');

// Each value by hand from X.690 sections 8.1.3, 8.7 and 10.1.
test.each([
  ['DER', '3006020101040161', '3006020101040161'],
  ['an indefinite length', '3080 0201 01 0401 61 0000', '3006020101040161'],
  ['a length in more octets than needed', '30820006 020101 040161', '3006020101040161'],
  ['a primitive length in more octets than needed', '04810161', '040161'],
  ['an OCTET STRING in pieces', '2480 0401 61 2480 040162 0000 0000', '04026162'],
  ['a SET, whose order stays', '3180 020102 020101 0000', '3106020102020101'],
  ['a context-specific value', 'a080 020101 0000', 'a003020101'],
  ['a tag of two octets', '7f8101 80 020101 0000', '7f810103020101'],
])('%s is written in DER', (_, ber, der) => {
  expect(convert(ber)).toBe(der);
});

test('what is DER already is not copied, however deep it stands', () => {
  const value = readBer(fromHex('3006020101040161'), { what: 'the test' });
  expect(berToDer(value)).toBe(value.raw);
});

test('values of any number are written', () => {
  const count = 600_000;
  const content = new Uint8Array(count * 2).map((_, index) => (index % 2 === 0 ? 5 : 0));
  const ber = Buffer.concat([fromHex('3080'), content, fromHex('0000')]);
  const der = berToDer(readBer(ber, { what: 'the test', maxNodes: count + 1 }));
  expect(Buffer.compare(der, Buffer.concat([fromHex('3083124f80'), content]))).toBe(0);
});
