import { describe, expect, test } from 'vitest';
import { readBer } from '../../../src/asn1/ber.js';
import { decodeCertificate } from '../../../src/pki/certificate.js';
import { readGeneralName } from '../../../src/pki/general-name.js';
import { context, contextPrimitive, fromHex, integer, oid, oidOctets, sequence, tlv } from '../../support/der.js';
import { encodeGeneralName, everyGeneralName, type GeneralNameInput } from '../../support/general-name.js';
import { asX509, issueCertificate } from '../../support/issue-certificate.js';

const read = (encoding: Uint8Array) => readGeneralName(readBer(encoding, { what: 'the name' }));
const readInput = (name: GeneralNameInput) => read(encodeGeneralName(name));

test('all nine kinds are read in their order, as node:crypto and their makers see them', () => {
  const issued = issueCertificate({ subjectAltName: everyGeneralName });
  const names = decodeCertificate(issued.der).subjectAltName?.names ?? [];
  expect(names).toMatchObject([
    { kind: 'otherName', typeID: '1.3.6.1.4.1.311.20.2.3' },
    { kind: 'rfc822Name', value: 'root@lab.example' },
    { kind: 'dNSName', value: 'lab.example' },
    { kind: 'x400Address' },
    { kind: 'directoryName', value: { text: 'C=DE, CN=Lab Ä' } },
    { kind: 'ediPartyName' },
    { kind: 'uniformResourceIdentifier', value: 'https://lab.example/' },
    { kind: 'iPAddress', value: '2001:db8::1' },
    { kind: 'registeredID', value: '1.2.3.4' },
  ]);
  names.forEach((name, index) => {
    if ('raw' in name && name.kind !== 'iPAddress') {
      expect(name.raw).toEqual(new Uint8Array(encodeGeneralName(everyGeneralName[index]!)));
    }
  });
  const seen = asX509(issued).subjectAltName?.split(', ') ?? [];
  expect(seen).toEqual(
    expect.arrayContaining(['DNS:lab.example', 'email:root@lab.example', 'URI:https://lab.example/']),
  );
  expect(seen).toHaveLength(9);
});

describe('addresses', () => {
  test.each([
    ['10.0.0.1', '10.0.0.1'],
    ['255.255.255.255', '255.255.255.255'],
    ['0.0.0.0', '0.0.0.0'],
    ['10.0.0.0/255.0.0.0', '10.0.0.0/255.0.0.0'],
    // RFC 5952 section 4: no leading zeros, the longest run of zeros once and the first of equals, never for one group.
    ['2001:0db8:0:0:0:0:0:1', '2001:db8::1'],
    ['0:0:0:0:0:0:0:0', '::'],
    ['0:0:0:0:0:0:0:1', '::1'],
    ['fe80:0:0:0:0:0:0:0', 'fe80::'],
    ['1:0:0:2:0:0:0:3', '1:0:0:2::3'],
    ['1:0:0:2:3:0:0:4', '1::2:3:0:0:4'],
    ['1:0:2:3:4:5:6:7', '1:0:2:3:4:5:6:7'],
    ['abcd:ef01:2345:6789:abcd:ef01:2345:6789', 'abcd:ef01:2345:6789:abcd:ef01:2345:6789'],
    ['2001:db8::/ffff:ffff::', '2001:db8::/ffff:ffff::'],
  ])('%s is written %s', (address, expected) => {
    expect(readInput({ iPAddress: address })).toMatchObject({ kind: 'iPAddress', value: expected });
  });

  test.each([0, 3, 5, 7, 12, 15, 17, 33])('%i octets are no address', (length) => {
    expect(readInput({ iPAddress: new Uint8Array(length) })).toBeUndefined();
  });
});

test('octets beyond ASCII are kept, one character each', () => {
  expect(readInput({ dNSName: fromHex('6c6162ff00') })).toEqual({ kind: 'dNSName', value: 'lab\u00ff\u0000' });
});

test.each<[trap: string, encoding: Uint8Array]>([
  ['a universal type', integer(1)],
  ['a kind that nobody knows', contextPrimitive(9, new Uint8Array())],
  ['a text in pieces', context(2, tlv(0x16, fromHex('61')))],
  ['a structure where octets belong', context(7, fromHex('0404'), fromHex('0a000001'))],
  ['octets where a structure belongs', contextPrimitive(4, fromHex('3000'))],
  ['a directoryName with nothing in it', context(4)],
  ['a directoryName with two names', context(4, sequence(), sequence())],
  ['a directoryName that is no name', context(4, integer(1))],
  ['an otherName without a type', context(0, context(0, integer(1)))],
  ['a registeredID that is broken', contextPrimitive(8, fromHex('80'))],
])('%s is no GeneralName', (_, encoding) => {
  expect(read(encoding)).toBeUndefined();
});

test('a type under a padded OID is another one', () => {
  const padded = fromHex('2b060104018237148002' + '03');
  expect(read(context(0, oid(padded), context(0, integer(1))))).toMatchObject({
    typeID: expect.stringContaining('(padded)') as string,
  });
  expect(read(contextPrimitive(8, oidOctets('1.2.3')))).toEqual({ kind: 'registeredID', value: '1.2.3' });
});
