import { describe, expect, test } from 'vitest';
import { decodeCertificate } from '../../../src/pki/certificate.js';
import { rootCA } from '../../support/authorities.js';
import {
  bitString,
  boolean,
  concat,
  context,
  contextPrimitive,
  fromHex,
  integer,
  namedBits,
  octetString,
  oid,
  sequence,
  tlv,
  type Bytes,
} from '../../support/der.js';
import {
  authorityKeyIdentifier,
  basicConstraints,
  extendedKeyUsage,
  keyUsage,
  nameConstraints,
  subjectAltName,
  subjectKeyIdentifier,
  unknownExtension,
  type ExtensionInput,
} from '../../support/extension.js';
import { asX509, issueCertificate } from '../../support/issue-certificate.js';

const read = (...extensions: ExtensionInput[]) => decodeCertificate(issueCertificate({ extensions }).der);
/** The extension with this content, and nothing in the facts. */
const defectOf = (dotted: string, value: Uint8Array): string | undefined => {
  const { extensions, ...facts } = read({ oid: dotted, value });
  const names = ['basicConstraints', 'keyUsage', 'extendedKeyUsage', 'subjectAltName', 'nameConstraints'] as const;
  for (const name of names) expect(facts[name]).toBeUndefined();
  expect(facts.subjectKeyIdentifier ?? facts.authorityKeyIdentifier).toBeUndefined();
  expect(extensions.map((extension) => [extension.oid, extension.value])).toEqual([[dotted, new Uint8Array(value)]]);
  return extensions[0]?.defect;
};

describe('basicConstraints', () => {
  test.each<[what: string, input: Parameters<typeof basicConstraints>[0], facts: object]>([
    ['a CA', { cA: true }, { critical: true, cA: true }],
    ['a CA with a path length', { cA: true, pathLength: 3 }, { critical: true, cA: true, pathLenConstraint: 3 }],
    ['path length zero', { cA: true, pathLength: 0 }, { critical: true, cA: true, pathLenConstraint: 0 }],
    ['path length 128', { cA: true, pathLength: 128 }, { critical: true, cA: true, pathLenConstraint: 128 }],
    [
      'a path length that never binds',
      { cA: true, pathLength: fromHex('7f'.repeat(9)) },
      { critical: true, cA: true, pathLenConstraint: 2 ** 31 - 1 },
    ],
    ['not critical', { cA: true, critical: false }, { critical: false, cA: true }],
    ['no CA', { cA: false }, { critical: true, cA: false }],
    ['no CA, spelt out', { cA: 'explicit-false' }, { critical: true, cA: false }],
  ])('%s', (_, input, facts) => {
    const certificate = read(basicConstraints(input));
    expect(certificate.basicConstraints).toStrictEqual(facts);
    expect(certificate.isCA).toBe(asX509({ der: certificate.raw }).ca);
  });

  test.each(['old', 'truncated', 'padded'] as const)('the look-alike "%s" makes no CA', (lookAlike) => {
    const { isCA, basicConstraints: constraints, extensions } = read(basicConstraints({ cA: true, oid: lookAlike }));
    expect([isCA, constraints]).toEqual([false, undefined]);
    expect(extensions[0]?.name).not.toBe('basicConstraints');
  });

  test.each<[trap: string, value: Bytes, defect: string]>([
    ['TRUE as 01', sequence(boolean(0x01)), 'the cA BOOLEAN is neither 00 nor FF'],
    ['TRUE in two octets', sequence(tlv(1, fromHex('00ff'))), 'the cA BOOLEAN is neither 00 nor FF'],
    ['an empty BOOLEAN', sequence(tlv(1)), 'the cA BOOLEAN is neither 00 nor FF'],
    ['a negative path length', sequence(boolean(true), integer(-1)), 'pathLenConstraint is negative or empty'],
    ['an empty path length', sequence(boolean(true), tlv(2)), 'pathLenConstraint is negative or empty'],
    ['the fields the other way round', sequence(integer(0), boolean(true)), 'BasicConstraints has an unknown field'],
    ['two BOOLEANs', sequence(boolean(false), boolean(true)), 'BasicConstraints has an unknown field'],
    ['a SET', tlv(0x31, boolean(true)), 'BasicConstraints is not a SEQUENCE'],
    ['a BOOLEAN alone', boolean(true), 'BasicConstraints is not a SEQUENCE'],
    ['nothing', new Uint8Array(), 'basicConstraints cannot be read at byte 0: the input ends here'],
    ['bytes behind it', concat(sequence(boolean(true)), fromHex('00')), 'basicConstraints cannot be read at byte 5'],
  ])('%s is told and decides nothing', (_, value, defect) => {
    expect(defectOf('2.5.29.19', value)).toContain(defect);
  });
});

describe('keyUsage', () => {
  /** RFC 5280 section 4.2.1.3, by bit. */
  const all = [
    'digitalSignature',
    'nonRepudiation',
    'keyEncipherment',
    'dataEncipherment',
    'keyAgreement',
    'keyCertSign',
    'cRLSign',
    'encipherOnly',
    'decipherOnly',
  ];

  test.each(all.map((name, bit) => [name, bit] as const))('%s is bit %i', (name, bit) => {
    const { keyUsage: usage } = read({ oid: '2.5.29.15', critical: true, value: namedBits([bit]) });
    expect(usage).toStrictEqual({ critical: true, usages: [name] });
  });

  test.each<[what: string, value: Bytes, usages: readonly string[]]>([
    ['all bits', bitString(fromHex('ff80'), 7), all],
    ['no bits', bitString(new Uint8Array()), []],
    ['zeros that DER would drop', bitString(fromHex('0600')), ['keyCertSign', 'cRLSign']],
    ['bits that are counted as unused', bitString(fromHex('ff'), 7), ['digitalSignature']],
    ['bits that nobody knows', bitString(fromHex('807f')), ['digitalSignature']],
  ])('%s', (_, value, usages) => {
    expect(read({ oid: '2.5.29.15', value }).keyUsage).toStrictEqual({ critical: false, usages });
  });

  test.each<[trap: string, value: Bytes]>([
    ['an INTEGER', integer(6)],
    ['eight unused bits', bitString(fromHex('06'), 8)],
    ['a BIT STRING without its first octet', tlv(3)],
    ['a BIT STRING in pieces', tlv(0x23, bitString(fromHex('06')))],
  ])('%s is told', (_, value) => {
    expect(defectOf('2.5.29.15', value)).toBe('KeyUsage is not a BIT STRING');
  });
});

describe('extKeyUsage', () => {
  test('purposes have their names or their OIDs, in their order', () => {
    const purposes = ['serverAuth', 'clientAuth', 'codeSigning', 'emailProtection', 'timeStamping', 'OCSPSigning'];
    const { extendedKeyUsage: usage, raw } = read(extendedKeyUsage([...purposes, 'any', '1.2.3.4'], true));
    expect(usage).toStrictEqual({ critical: true, purposes: [...purposes, 'anyExtendedKeyUsage', '1.2.3.4'] });
    // Node lists the same by OID.
    expect(asX509({ der: raw }).keyUsage).toHaveLength(8);
  });

  test('a purpose under a padded OID is another one', () => {
    const { extendedKeyUsage: usage } = read({
      oid: '2.5.29.37',
      value: sequence(oid(fromHex('2b060105050703' + '8001'))),
    });
    expect(usage?.purposes).toEqual(['1.3.6.1.5.5.7.3.1 (padded)']);
  });

  test.each<[trap: string, value: Bytes]>([
    ['no purpose', sequence()],
    ['a text', sequence(tlv(0x0c))],
    ['a broken OID', sequence(oid(fromHex('80')))],
    ['an OID alone', oid('1.2.3')],
  ])('%s is told', (_, value) => {
    expect(defectOf('2.5.29.37', value)).toMatch(
      /ExtKeyUsageSyntax is not a SEQUENCE of OIDs|a KeyPurposeId cannot be read/,
    );
  });
});

describe('key identifiers', () => {
  const id = fromHex('00112233');

  test('subjectKeyIdentifier is its octets, also of a string in pieces', () => {
    expect(read(subjectKeyIdentifier(id)).subjectKeyIdentifier).toEqual(id);
    const pieces = tlv(0x24, octetString(fromHex('0011')), octetString(fromHex('2233')));
    expect(read({ oid: '2.5.29.14', value: pieces }).subjectKeyIdentifier).toEqual(id);
    expect(defectOf('2.5.29.14', integer(1))).toBe('not an OCTET STRING');
  });

  test('authorityKeyIdentifier has three fields, each of which may be missing', () => {
    expect(read(authorityKeyIdentifier({ keyIdentifier: id })).authorityKeyIdentifier).toStrictEqual({
      keyIdentifier: id,
    });
    const issuer = [{ directoryName: 'Lab Root' }] as const;
    const { authorityKeyIdentifier: whole } = read(authorityKeyIdentifier({ issuer, serialNumber: fromHex('00ff') }));
    expect(whole).toMatchObject({
      authorityCertIssuer: [{ kind: 'directoryName', value: { text: 'CN=Lab Root' } }],
      authorityCertSerialNumber: '00FF',
    });
    expect(read({ oid: '2.5.29.35', value: sequence() }).authorityKeyIdentifier).toStrictEqual({});
    expect(defectOf('2.5.29.35', octetString(id))).toBe('AuthorityKeyIdentifier is not a SEQUENCE');
    expect(defectOf('2.5.29.35', sequence(context(1)))).toBe('GeneralNames is empty');
  });
});

describe('names', () => {
  test('subjectAltName and nameConstraints say whether they are critical', () => {
    const certificate = read(
      subjectAltName([{ dNSName: 'lab.example' }], true),
      nameConstraints({
        permitted: [{ dNSName: 'example' }, { iPAddress: '10.0.0.0/255.0.0.0' }],
        excluded: [{ rfc822Name: '.x' }],
      }),
    );
    expect(certificate.subjectAltName).toStrictEqual({
      critical: true,
      names: [{ kind: 'dNSName', value: 'lab.example' }],
    });
    expect(certificate.nameConstraints).toMatchObject({
      critical: true,
      permitted: [
        { kind: 'dNSName', value: 'example' },
        { kind: 'iPAddress', value: '10.0.0.0/255.0.0.0' },
      ],
      excluded: [{ kind: 'rfc822Name', value: '.x' }],
    });
    expect(read(nameConstraints({ excluded: [{ dNSName: 'a' }], critical: false })).nameConstraints).toStrictEqual({
      critical: false,
      permitted: [],
      excluded: [{ kind: 'dNSName', value: 'a' }],
    });
  });

  const subtree = sequence(contextPrimitive(2, Buffer.from('a')));
  test.each<[trap: string, dotted: string, value: Bytes, defect: string]>([
    ['no names', '2.5.29.17', sequence(), 'GeneralNames is empty'],
    ['a SET of names', '2.5.29.17', tlv(0x31, contextPrimitive(2, Buffer.from('a'))), 'GeneralNames is not a SEQUENCE'],
    ['a name alone', '2.5.29.17', contextPrimitive(2, Buffer.from('a')), 'GeneralNames is not a SEQUENCE'],
    ['a name that is none', '2.5.29.17', sequence(integer(1)), 'a GeneralName cannot be read'],
    ['no constraints', '2.5.29.30', sequence(), 'NameConstraints is empty'],
    ['constraints that are a SET', '2.5.29.30', tlv(0x31, context(0, subtree)), 'NameConstraints is not a SEQUENCE'],
    [
      'permitted subtrees twice',
      '2.5.29.30',
      sequence(context(0, subtree), context(0, subtree)),
      'unknown, doubled or misplaced field',
    ],
    [
      'excluded before permitted',
      '2.5.29.30',
      sequence(context(1, subtree), context(0, subtree)),
      'unknown, doubled or misplaced field',
    ],
    ['a third kind of subtrees', '2.5.29.30', sequence(context(2, subtree)), 'unknown, doubled or misplaced field'],
    ['no subtree', '2.5.29.30', sequence(context(0)), 'a GeneralSubtree cannot be read'],
    ['a subtree without a base', '2.5.29.30', sequence(context(0, sequence())), 'a GeneralSubtree cannot be read'],
  ])('%s is told', (_, dotted, value, defect) => {
    expect(defectOf(dotted, value)).toContain(defect);
  });
});

describe('all extensions', () => {
  test('are kept in their order, with their bytes, known or not', () => {
    const { extensions } = read(
      unknownExtension(true),
      basicConstraints({ cA: true }),
      unknownExtension(false, '2.5.29.31'),
    );
    expect(extensions.map(({ name, oid: dotted, critical }) => [name, dotted, critical])).toEqual([
      ['1.3.6.1.4.1.99999.1', '1.3.6.1.4.1.99999.1', true],
      ['basicConstraints', '2.5.29.19', true],
      ['cRLDistributionPoints', '2.5.29.31', false],
    ]);
    expect(extensions[0]?.value).toEqual(octetString(fromHex('c0ffee')));
  });

  test('of several with one OID the first counts', () => {
    const { isCA, extensions } = read(basicConstraints({ cA: false }), basicConstraints({ cA: true }));
    expect([isCA, extensions.length]).toEqual([false, 2]);
  });

  test('a value in pieces is joined', () => {
    const pieces = tlv(0x24, octetString(fromHex('3003')), octetString(fromHex('0101ff')));
    const { isCA, extensions, encodingDefects } = read(sequence(oid('2.5.29.19'), pieces));
    expect(isCA).toBe(true);
    expect(extensions[0]?.value).toEqual(sequence(boolean(true)));
    expect(encodingDefects.map(({ reason }) => reason)).toEqual(['a primitive type is constructed']);
  });

  test('ten thousand values in one end in a defect', () => {
    expect(defectOf('2.5.29.17', sequence(...Array.from({ length: 10_001 }, () => tlv(0x82))))).toContain('limit');
  });

  test('keyUsage and basicConstraints of a sound root are those that were asked for', () => {
    const root = decodeCertificate(rootCA({ keyUsage: keyUsage(['keyCertSign'], false) as never }).der);
    expect(root.keyUsage).toStrictEqual({ critical: false, usages: ['keyCertSign'] });
    expect(root.encodingDefects).toEqual([]);
  });
});
