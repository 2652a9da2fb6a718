import { describe, expect, test } from 'vitest';
import { decodeCertificate } from '../../../src/pki/certificate.js';
import { isProfilewrightError, type ProfilewrightError } from '../../../src/diagnostics/profilewright-error.js';
import { rootCA } from '../../support/authorities.js';
import {
  bitString,
  boolean,
  concat,
  context,
  fromHex,
  integer,
  octetString,
  oid,
  sequence,
  tlv,
} from '../../support/der.js';
import { readChildren } from '../../support/der-reader.js';
import { basicConstraints } from '../../support/extension.js';
import { issueCertificate, type CertificateOptions } from '../../support/issue-certificate.js';
import { toBer } from '../../support/to-ber.js';

const refusalOf = (options: CertificateOptions): ProfilewrightError => {
  try {
    decodeCertificate(issueCertificate(options).der);
  } catch (error) {
    if (isProfilewrightError(error)) return error;
    throw error;
  }
  throw new Error('expected an error');
};
const upperHex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex').toUpperCase();

describe('departures from DER are kept and told', () => {
  const tbsWith = (change: (fields: Uint8Array[]) => Uint8Array[]) => (tbs: Uint8Array) =>
    sequence(...change(readChildren(tbs).map(({ raw }) => raw)));

  test.each<[trap: string, options: CertificateOptions, reason: string]>([
    ['an indefinite length', { rewriteTbs: (tbs) => toBer(tbs) }, 'length is indefinite'],
    ['a long length', { rewriteTbs: (tbs) => toBer(tbs, { lengths: 'padded' }) }, 'length is not minimal'],
    ['a padded INTEGER', { serialNumber: fromHex('0001') }, 'INTEGER is not minimal'],
    ['a negative INTEGER that is padded', { serialNumber: fromHex('ff80') }, 'INTEGER is not minimal'],
    ['an empty INTEGER', { serialNumber: new Uint8Array() }, 'INTEGER is empty'],
    ['a padded OID', { extensions: [basicConstraints({ cA: true, oid: 'padded' })] }, 'OBJECT IDENTIFIER is padded'],
    [
      'critical FALSE',
      { extensions: [basicConstraints({ cA: true, critical: 'explicit-false' })] },
      'a DEFAULT value (critical FALSE) is encoded',
    ],
    ['critical 01', { extensions: [basicConstraints({ cA: true, critical: 1 })] }, 'BOOLEAN is neither 00 nor FF'],
    [
      'a padded INTEGER in an extension',
      { extensions: [basicConstraints({ cA: true, pathLength: fromHex('0001') })] },
      'INTEGER is not minimal',
    ],
    [
      'a field that nobody knows',
      { rewriteTbs: tbsWith((fields) => [...fields, context(4, integer(1))]) },
      'unknown, doubled or misplaced field',
    ],
    [
      'extensions twice',
      { keyUsage: [], rewriteTbs: tbsWith((fields) => [...fields, fields.at(-1)!]) },
      'unknown, doubled or misplaced field',
    ],
    [
      'a tag number in the long form',
      {
        rewriteTbs: tbsWith((fields) => [...fields.slice(0, -1), concat(fromHex('bf03'), fields.at(-1)!.subarray(1))]),
      },
      'tag number is not minimal',
    ],
    [
      'a string in pieces',
      { subject: tlv(0x30, tlv(0x31, sequence(oid('2.5.4.3'), tlv(0x2c, tlv(0x0c, fromHex('41')))))) },
      'a primitive type is constructed',
    ],
    [
      'an algorithm inside that is another',
      { innerAlgorithm: 'ecdsa-with-SHA384' },
      'signatureAlgorithm differs from the one that is signed',
    ],
    ['a time without seconds', { notBefore: { utc: '2401010000Z' } }, 'a time has no seconds'],
  ])('%s', (_, options, reason) => {
    const issued = issueCertificate(options);
    const { encodingDefects, raw } = decodeCertificate(issued.der);
    expect(raw).toEqual(issued.der);
    expect(encodingDefects.map((defect) => defect.reason).join('; ')).toContain(reason);
    for (const { offset } of encodingDefects) expect(offset).toBeLessThan(issued.der.length);
  });

  test('the offset is that of the value in the certificate', () => {
    const issued = issueCertificate({ extensions: [basicConstraints({ cA: true, pathLength: fromHex('0001') })] });
    const [defect] = decodeCertificate(issued.der).encodingDefects;
    expect(upperHex(issued.der.subarray(defect?.offset, (defect?.offset ?? 0) + 4))).toBe('02020001');
  });

  test('BER around a certificate that is sound changes nothing but the defects', () => {
    const root = rootCA();
    const { encodingDefects, raw, ...facts } = decodeCertificate(toBer(root.der));
    expect(raw).toEqual(toBer(root.der));
    expect(encodingDefects).toEqual([{ offset: 0, reason: 'length is indefinite' }]);
    expect(facts).toMatchObject({ role: 'root', isSelfSigned: true, commonName: 'Lab Root' });
  });
});

describe('what is no certificate inside is refused with what is missing', () => {
  const fields = (change: (fields: Uint8Array[]) => Uint8Array[]): CertificateOptions => ({
    rewriteTbs: (tbs) => sequence(...change(readChildren(tbs).map(({ raw }) => raw))),
  });
  const replace = (index: number, value: Uint8Array): CertificateOptions =>
    fields((all) => all.map((field, at) => (at === index ? value : field)));

  test.each<[trap: string, options: CertificateOptions, reason: string]>([
    ['a version of two octets', replace(0, context(0, integer(256))), 'the version is not an INTEGER of one octet'],
    ['a version that is text', replace(0, context(0, tlv(0x0c, fromHex('02')))), 'the version is not an INTEGER'],
    ['no version inside', replace(0, context(0)), 'the version is not an INTEGER'],
    ['a serial number that is text', replace(1, tlv(0x0c, fromHex('41'))), 'the serialNumber is not an INTEGER'],
    ['an issuer that is no name', replace(3, integer(1)), 'the issuer is not a Name'],
    [
      'a name that is a SEQUENCE of SEQUENCEs',
      replace(5, sequence(sequence(sequence(oid('2.5.4.3'), tlv(12))))),
      'the subject is not a Name',
    ],
    [
      'an attribute without a value',
      replace(5, sequence(tlv(0x31, sequence(oid('2.5.4.3'))))),
      'the subject is not a Name',
    ],
    [
      'an attribute of a context type',
      replace(5, sequence(tlv(0x31, sequence(tlv(0x86, fromHex('550403')), tlv(12))))),
      'the subject is not a Name',
    ],
    ['an empty RDN', replace(5, sequence(tlv(0x31))), 'the subject is not a Name'],
    ['no dates', replace(4, sequence()), 'notBefore is not a time'],
    ['one date', replace(4, sequence(tlv(0x17, Buffer.from('260101000000Z')))), 'notAfter is not a time'],
    ['30 February', { notAfter: { utc: '260230000000Z' } }, 'notAfter is not a time'],
    ['no key', replace(6, integer(1)), 'the subjectPublicKeyInfo cannot be read'],
    ['extensions that are no SEQUENCE', replace(7, context(3, integer(1))), 'the extensions are not one SEQUENCE'],
    [
      'two SEQUENCEs of extensions',
      fields((all) => [...all.slice(0, -1), context(3, sequence(), sequence())]),
      'the extensions are not one SEQUENCE',
    ],
    ['an extension without a value', { extensions: [sequence(oid('1.2.3'))] }, 'an Extension cannot be read'],
    [
      'an extension with two values',
      { extensions: [sequence(oid('1.2.3'), octetString(), octetString())] },
      'an Extension cannot be read',
    ],
    [
      'an extension with a longer BOOLEAN',
      { extensions: [sequence(oid('1.2.3'), tlv(1, fromHex('00ff')), octetString())] },
      'an Extension cannot be read',
    ],
    [
      'an extension with an empty BOOLEAN',
      { extensions: [sequence(oid('1.2.3'), tlv(1), octetString())] },
      'an Extension cannot be read',
    ],
    [
      'an extension with two BOOLEANs',
      { extensions: [sequence(oid('1.2.3'), boolean(true), boolean(true), octetString())] },
      'an Extension cannot be read',
    ],
  ])('%s', (_, options, reason) => {
    expect(refusalOf(options)).toMatchObject({ code: 'ERR_CERTIFICATE_UNREADABLE' });
    expect(refusalOf(options).message).toContain(reason);
  });

  test.each<[trap: string, der: Uint8Array]>([
    ['nothing around', rootCA().tbs],
    ['four parts', sequence(rootCA().tbs, sequence(oid('1.2.3')), bitString(new Uint8Array(1)), integer(1))],
    ['a signature that is an OCTET STRING', sequence(rootCA().tbs, sequence(oid('1.2.3')), octetString())],
    ['a SET around', tlv(0x31, rootCA().tbs, sequence(oid('1.2.3')), bitString(new Uint8Array(1)))],
    ['an algorithm without an OID', sequence(rootCA().tbs, sequence(integer(1)), bitString(new Uint8Array(1)))],
  ])('%s', (_, der) => {
    expect(() => decodeCertificate(der)).toThrow(
      expect.objectContaining({ code: 'ERR_CERTIFICATE_UNREADABLE' }) as Error,
    );
  });
});
