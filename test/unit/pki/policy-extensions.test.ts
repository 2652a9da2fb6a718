import { describe, expect, test } from 'vitest';
import { readBer } from '../../../src/asn1/ber.js';
import { anyPolicy, policyDecoders, type PolicyFacts } from '../../../src/pki/policy-extensions.js';
import {
  boolean,
  context,
  contextPrimitive,
  fromHex,
  integer,
  nullValue,
  octetString,
  oid,
  sequence,
  set,
  tlv,
} from '../../support/der.js';
import type { ExtensionInput } from '../../support/extension.js';
import {
  certificatePolicies,
  cpsPointer,
  inhibitAnyPolicy,
  policyConstraints,
  policyMappings,
  userNotice,
} from '../../support/policy-extension.js';

type Name = keyof PolicyFacts;

const decode = (name: Name, value: Uint8Array, critical = false): PolicyFacts | string =>
  policyDecoders[name]!(readBer(value, { what: name }), critical);

function decodeInput(name: Name, extension: ExtensionInput): PolicyFacts | string {
  if (extension instanceof Uint8Array) throw new Error('the value is wanted, not the whole extension');
  return decode(name, extension.value, extension.critical === true);
}

const nist1 = '2.16.840.1.101.3.2.1.48.1';
const nist2 = '2.16.840.1.101.3.2.1.48.2';

describe('certificatePolicies', () => {
  test('gives the OIDs in their order, anyPolicy by its own', () => {
    expect(decodeInput('certificatePolicies', certificatePolicies([nist2, '2.5.29.32.0', nist1], true))).toEqual({
      certificatePolicies: { critical: true, policies: [nist2, anyPolicy, nist1] },
    });
  });

  test('reads the very octets of RFC 5280: 2.5.29.32.0 is 55 1D 20 00', () => {
    expect(decode('certificatePolicies', fromHex('3008 3006 0604 551d2000'))).toEqual({
      certificatePolicies: { critical: false, policies: ['2.5.29.32.0'] },
    });
  });

  test('leaves qualifiers alone, however long they are', () => {
    const qualifiers = [userNotice('x'.repeat(1000)), cpsPointer('https://lab.example/cps')];
    expect(decodeInput('certificatePolicies', certificatePolicies([{ policy: nist1, qualifiers }]))).toEqual({
      certificatePolicies: { critical: false, policies: [nist1] },
    });
  });

  test('takes an OID in more octets than it needs for another one, as it is to whoever compares octets', () => {
    const padded = sequence(sequence(oid(fromHex('551d20 8000'))), sequence(oid('2.5.29.32.0')));
    expect(decode('certificatePolicies', padded)).toEqual({
      certificatePolicies: { critical: false, policies: ['2.5.29.32.0 (padded)', '2.5.29.32.0'] },
    });
  });

  const policy = oid(nist1);
  const qualifier = userNotice('x');
  test.each<[title: string, value: Uint8Array, defect: string]>([
    ['a SET', set(sequence(policy)), 'CertificatePolicies is not a SEQUENCE'],
    ['no policy', sequence(), 'CertificatePolicies is empty'],
    ['a policy twice', sequence(sequence(policy), sequence(policy)), 'a policy is listed twice'],
    [
      'a policy twice, once with a qualifier',
      sequence(sequence(policy, sequence(qualifier)), sequence(policy)),
      'a policy is listed twice',
    ],
    ['an OID in place of a PolicyInformation', sequence(policy), 'a PolicyInformation cannot be read'],
    ['a PolicyInformation of nothing', sequence(sequence()), 'a PolicyInformation cannot be read'],
    ['an empty OID', sequence(sequence(oid(new Uint8Array()))), 'a PolicyInformation cannot be read'],
    ['an OID in pieces', sequence(sequence(tlv(0x26, policy))), 'a PolicyInformation cannot be read'],
    [
      'a third field',
      sequence(sequence(policy, sequence(qualifier), nullValue())),
      'a PolicyInformation cannot be read',
    ],
    ['an empty list of qualifiers', sequence(sequence(policy, sequence())), 'a PolicyInformation cannot be read'],
    ['a qualifier without the list', sequence(sequence(policy, qualifier)), 'a PolicyInformation cannot be read'],
    [
      'a qualifier without its value',
      sequence(sequence(policy, sequence(sequence(oid('1.3.6.1.5.5.7.2.1'))))),
      'a PolicyInformation cannot be read',
    ],
    ['qualifiers in a SET', sequence(sequence(policy, set(qualifier))), 'a PolicyInformation cannot be read'],
  ])('says what is wrong with %s', (_, value, defect) => {
    expect(decode('certificatePolicies', value)).toBe(defect);
  });
});

describe('policyMappings', () => {
  test('gives the pairs in their order, a policy as often as it is mapped', () => {
    const pairs = [
      [nist1, nist2],
      [nist1, '1.2.3'],
      [nist2, nist2],
    ] as const;
    expect(decodeInput('policyMappings', policyMappings(pairs))).toEqual({
      policyMappings: {
        critical: true,
        mappings: pairs.map(([issuerDomainPolicy, subjectDomainPolicy]) => ({
          issuerDomainPolicy,
          subjectDomainPolicy,
        })),
      },
    });
  });

  const [one, two] = [oid(nist1), oid(nist2)];
  test.each<[title: string, value: Uint8Array, defect: string]>([
    ['a SET', set(sequence(one, two)), 'PolicyMappings is not a SEQUENCE'],
    ['no mapping', sequence(), 'PolicyMappings is empty'],
    ['a mapping from anyPolicy', sequence(sequence(one, two), sequence(oid(anyPolicy), two)), 'anyPolicy is mapped'],
    ['a mapping to anyPolicy', sequence(sequence(one, oid(anyPolicy))), 'anyPolicy is mapped'],
    ['half a mapping', sequence(sequence(one)), 'a policy mapping cannot be read'],
    ['a mapping of three', sequence(sequence(one, two, one)), 'a policy mapping cannot be read'],
    ['a mapping in a SET', sequence(set(one, two)), 'a policy mapping cannot be read'],
    ['a mapping to a number', sequence(sequence(one, integer(1))), 'a policy mapping cannot be read'],
  ])('says what is wrong with %s', (_, value, defect) => {
    expect(decode('policyMappings', value)).toBe(defect);
  });
});

describe('policyConstraints', () => {
  test.each([
    [{ requireExplicitPolicy: 0 }],
    [{ inhibitPolicyMapping: 3 }],
    [{ requireExplicitPolicy: 200, inhibitPolicyMapping: 65_536 }],
  ])('gives the numbers that are there: %o', (numbers) => {
    expect(decodeInput('policyConstraints', policyConstraints(numbers))).toEqual({
      policyConstraints: { critical: true, ...numbers },
    });
  });

  const field = (number: number, hex: string): Uint8Array => contextPrimitive(number, fromHex(hex));
  const misplaced = 'PolicyConstraints has an unknown, doubled or misplaced field';
  test.each<[title: string, value: Uint8Array, defect: string]>([
    ['a SET', set(field(0, '00')), 'PolicyConstraints is not a SEQUENCE'],
    ['neither of both', sequence(), 'PolicyConstraints is empty'],
    ['an INTEGER without a tag', sequence(integer(0)), misplaced],
    ['a BOOLEAN, whose tag is 1', sequence(boolean(false)), misplaced],
    ['a third field', sequence(field(0, '00'), field(1, '00'), field(2, '00')), misplaced],
    ['both in the wrong order', sequence(field(1, '00'), field(0, '00')), misplaced],
    ['one of them twice', sequence(field(0, '00'), field(0, '01')), misplaced],
    ['a negative number', sequence(field(0, 'ff')), 'requireExplicitPolicy is not a number of certificates'],
    ['no octet', sequence(field(1, '')), 'inhibitPolicyMapping is not a number of certificates'],
    ['a padded number', sequence(field(1, '0005')), 'inhibitPolicyMapping is not a number of certificates'],
    ['an explicit tag', sequence(context(0, integer(0))), 'requireExplicitPolicy is not a number of certificates'],
  ])('says what is wrong with %s', (_, value, defect) => {
    expect(decode('policyConstraints', value)).toBe(defect);
  });
});

describe('inhibitAnyPolicy', () => {
  test.each([0, 1, 127, 128, 255, 256, 0x7fffffff])('gives the number %i', (skipCerts) => {
    expect(decodeInput('inhibitAnyPolicy', inhibitAnyPolicy(skipCerts))).toEqual({
      inhibitAnyPolicy: { critical: true, skipCerts },
    });
  });

  test('takes a number that no path can reach for one that no path can reach', () => {
    expect(decodeInput('inhibitAnyPolicy', inhibitAnyPolicy(new Uint8Array(100).fill(0x7f)))).toEqual({
      inhibitAnyPolicy: { critical: true, skipCerts: 0x7fffffff },
    });
  });

  test.each<[title: string, value: Uint8Array]>([
    ['a negative number', integer(-1)],
    ['no octet', integer(new Uint8Array())],
    ['a padded number', integer(fromHex('0000'))],
    ['a BOOLEAN', boolean(false)],
    ['a SEQUENCE', sequence(integer(0))],
    ['an INTEGER in pieces', tlv(0x22, octetString(fromHex('00')))],
  ])('says what is wrong with %s', (_, value) => {
    expect(decode('inhibitAnyPolicy', value)).toBe('InhibitAnyPolicy is not a number of certificates');
  });
});

test('facts inside a fact cannot be changed', () => {
  const { certificatePolicies: policies } = decodeInput(
    'certificatePolicies',
    certificatePolicies([nist1]),
  ) as PolicyFacts;
  const { policyMappings: mappings } = decodeInput('policyMappings', policyMappings([[nist1, nist2]])) as PolicyFacts;
  const inside = [policies?.policies, mappings?.mappings, mappings?.mappings[0]];
  expect(inside.every((value) => value !== undefined && Object.isFrozen(value))).toBe(true);
});
