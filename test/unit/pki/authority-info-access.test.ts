import { expect, test } from 'vitest';
import { readBer } from '../../../src/asn1/ber.js';
import { decodeAuthorityInfoAccess, type AuthorityInfoAccessFacts } from '../../../src/pki/authority-info-access.js';
import { contextPrimitive, nullValue, oid, sequence, set, tlv } from '../../support/der.js';
import { encodeGeneralName, type GeneralNameInput } from '../../support/general-name.js';
import { authorityInfoAccess } from '../../support/policy-extension.js';

const decode = (value: Uint8Array): AuthorityInfoAccessFacts | string =>
  decodeAuthorityInfoAccess(readBer(value, { what: 'authorityInfoAccess' }));

const ocsp = '1.3.6.1.5.5.7.48.1';
const caIssuers = '1.3.6.1.5.5.7.48.2';
const uri: GeneralNameInput = { uniformResourceIdentifier: 'http://lab.example/ca.cer' };

test('gives methods by name or OID, and where to look, in their order', () => {
  const extension = authorityInfoAccess([
    { method: caIssuers, location: uri },
    { method: ocsp, location: { uniformResourceIdentifier: 'http://lab.example/ocsp' } },
    { method: '1.2.3.4', location: { dNSName: 'lab.example' } },
    { method: caIssuers, location: uri },
  ]);
  expect(decode((extension as { value: Uint8Array }).value)).toEqual({
    authorityInfoAccess: [
      { method: 'caIssuers', location: { kind: 'uniformResourceIdentifier', value: 'http://lab.example/ca.cer' } },
      { method: 'ocsp', location: { kind: 'uniformResourceIdentifier', value: 'http://lab.example/ocsp' } },
      { method: '1.2.3.4', location: { kind: 'dNSName', value: 'lab.example' } },
      { method: 'caIssuers', location: { kind: 'uniformResourceIdentifier', value: 'http://lab.example/ca.cer' } },
    ],
  });
});

const location = encodeGeneralName(uri);
test.each<[title: string, value: Uint8Array, defect: string]>([
  ['a SET', set(sequence(oid(ocsp), location)), 'AuthorityInfoAccessSyntax is not a SEQUENCE'],
  ['nothing in it', sequence(), 'AuthorityInfoAccessSyntax is empty'],
  ['a method without a location', sequence(sequence(oid(ocsp))), 'an AccessDescription cannot be read'],
  ['a location without a method', sequence(sequence(location)), 'an AccessDescription cannot be read'],
  ['a third field', sequence(sequence(oid(ocsp), location, nullValue())), 'an AccessDescription cannot be read'],
  ['a description in a SET', sequence(set(oid(ocsp), location)), 'an AccessDescription cannot be read'],
  ['a method in pieces', sequence(sequence(tlv(0x26, oid(ocsp)), location)), 'an AccessDescription cannot be read'],
  [
    'a location that is no GeneralName',
    sequence(sequence(oid(ocsp), contextPrimitive(9, new Uint8Array()))),
    'an AccessDescription cannot be read',
  ],
])('says what is wrong with %s', (_, value, defect) => {
  expect(decode(value)).toBe(defect);
});

test('what it gives cannot be changed', () => {
  const facts = decode(sequence(sequence(oid(ocsp), location))) as AuthorityInfoAccessFacts;
  expect(Object.isFrozen(facts.authorityInfoAccess) && Object.isFrozen(facts.authorityInfoAccess?.[0])).toBe(true);
});
