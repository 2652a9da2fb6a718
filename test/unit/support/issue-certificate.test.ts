import { X509Certificate } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { intermediateCA, leaf, rootCA, signerChain } from '../../support/authorities.js';
import { asX509, issueCertificate } from '../../support/issue-certificate.js';
import { oddName, type StringType } from '../../support/name.js';
import { signatureNames } from '../../support/signature.js';
import { keyKinds, testKey } from '../../support/test-key.js';
import { daysFromToday, today } from '../../support/time-value.js';
import { basicConstraintsOids, caExtensions, unknownExtension } from '../../support/extension.js';
import { everyGeneralName } from '../../support/general-name.js';
import { fromHex } from '../../support/der.js';

const hasBytes = (der: Uint8Array, hex: string): boolean => Buffer.from(der).includes(Buffer.from(fromHex(hex)));

describe('a chain that is made without any wish', () => {
  const root = rootCA();
  const intermediate = intermediateCA(root);
  const server = leaf(intermediate);

  test('is read by node:crypto, and each certificate is signed by the next', () => {
    const [r, i, l] = [root, intermediate, server].map(asX509);
    expect(r!.ca && i!.ca && !l!.ca).toBe(true);
    expect(r!.verify(r!.publicKey) && i!.verify(r!.publicKey) && l!.verify(i!.publicKey)).toBe(true);
    expect(i!.checkIssued(r!) && l!.checkIssued(i!) && r!.checkIssued(r!)).toBe(true);
    expect(l!.verify(r!.publicKey)).toBe(false);
  });

  test('is valid today and named as asked', () => {
    const x509 = new X509Certificate(server.pem);
    expect(x509.subject).toBe('CN=lab.example');
    expect(x509.issuer).toBe('CN=Lab Intermediate');
    expect(x509.subjectAltName).toBe('DNS:lab.example');
    expect(x509.keyUsage).toEqual(['1.3.6.1.5.5.7.3.1']);
    expect(new Date(x509.validFrom)).toEqual(daysFromToday(-30));
    expect(new Date(x509.validTo)).toEqual(daysFromToday(365));
  });
});

describe('keys', () => {
  test.each(keyKinds.filter((kind) => kind !== 'x25519'))('a certificate signed by its own %s key verifies', (kind) => {
    const x509 = asX509(rootCA({ key: kind }));
    expect(x509.verify(x509.publicKey)).toBe(true);
    expect(x509.publicKey.equals(testKey(kind).publicKey)).toBe(true);
  });

  test('an x25519 key is certified by another one', () => {
    const root = rootCA();
    const x509 = asX509(leaf(root, { key: 'x25519' }));
    expect(x509.publicKey.asymmetricKeyType).toBe('x25519');
    expect(x509.verify(asX509(root).publicKey)).toBe(true);
  });

  test('are the same each time, and different for each number', () => {
    expect(testKey('p256')).toBe(testKey('p256', 0));
    expect(testKey('p256', 1).publicKey.equals(testKey('p256').publicKey)).toBe(false);
    expect(testKey('rsa-2048', 1).publicKey.equals(testKey('rsa-2048').publicKey)).toBe(false);
  });
});

describe('signatures', () => {
  const keyOf = (name: string) => (/RSA|Pss/i.test(name) ? 'rsa-2048' : /ecdsa|unk/.test(name) ? 'p256' : name);
  test.each(signatureNames.filter((name) => name !== 'unknown' && name !== 'sha1WithRSASignature'))(
    '%s verifies',
    (algorithm) => {
      const key = algorithm.startsWith('dsa') ? 'dsa-2048' : (keyOf(algorithm).toLowerCase() as 'p256');
      const x509 = asX509(rootCA({ key, algorithm }));
      expect(x509.verify(x509.publicKey)).toBe(true);
    },
  );

  test('a tampered one, an empty one, a stranger’s and a differing inner algorithm do not verify', () => {
    for (const wish of [
      { signature: 'tampered' as const },
      { signature: 'empty' as const },
      { signingKey: testKey('p256', 9) },
      { innerAlgorithm: 'ecdsa-with-SHA384' as const },
    ]) {
      const x509 = asX509(rootCA(wish));
      expect(x509.verify(asX509(rootCA()).publicKey)).toBe(false);
    }
  });
});

describe('names', () => {
  test.each<[StringType, string]>([
    ['UTF8String', 'Wurzel Ä 🔑'],
    ['BMPString', 'Wurzel Ä Ж'],
    ['UniversalString', 'Wurzel Ä 🔑'],
    ['T61String', 'Wurzel Ä'],
    ['PrintableString', 'Wurzel'],
    ['IA5String', 'Wurzel'],
  ])('a %s comes out as its text', (as, text) => {
    expect(asX509(rootCA({ subject: [['CN', text, as]] })).toLegacyObject().subject).toEqual({ CN: text });
  });

  test('keep their order and their RDNs with several attributes', () => {
    expect(asX509(rootCA({ subject: oddName })).subject).toBe('C=DE\nO=Prüflabor Süd\nOU=Zürich + CN=Ausstellerin Ä');
    expect(asX509(rootCA({ subject: [] })).subject).toBeUndefined();
  });
});

describe('fields', () => {
  test('the version is written as asked', () => {
    expect(hasBytes(issueCertificate({ version: 1 }).der, 'a003')).toBe(false);
    expect(hasBytes(issueCertificate({ version: 2 }).der, 'a003020101')).toBe(true);
    expect(hasBytes(issueCertificate({ version: 9 }).der, 'a003020108')).toBe(true);
    expect(hasBytes(issueCertificate({ version: 'explicit-1' }).der, 'a003020100')).toBe(true);
  });

  test('the serial number is the very octets', () => {
    expect(asX509(rootCA({ serialNumber: 0xc0ffee })).serialNumber).toBe('C0FFEE');
    expect(asX509(rootCA({ serialNumber: -1 })).serialNumber).toBe('-01');
    expect(hasBytes(rootCA({ serialNumber: fromHex('00 00 2a') }).der, '020300002a')).toBe(true);
  });

  test('times are written as asked', () => {
    const year = new Date('2050-01-01T00:00:00Z');
    expect(hasBytes(rootCA({ notAfter: year }).der, `180f${Buffer.from('20500101000000Z').toString('hex')}`)).toBe(
      true,
    );
    expect(new Date(asX509(rootCA({ notAfter: { utc: year } })).validTo).getUTCFullYear()).toBe(1950);
    const forced = rootCA({ notBefore: { generalized: new Date('2020-02-29T12:34:56Z') } });
    expect(new Date(asX509(forced).validFrom)).toEqual(new Date('2020-02-29T12:34:56Z'));
    expect(hasBytes(forced.der, '180f32303230')).toBe(true);
    expect(hasBytes(rootCA({ notAfter: { utc: '2601010000Z' } }).der, '170b')).toBe(true);
  });
});

describe('extensions', () => {
  test('basicConstraints take every form', () => {
    const written = (wish: Parameters<typeof rootCA>[0]): string => Buffer.from(rootCA(wish).der).toString('hex');
    expect(written({ basicConstraints: { cA: true } })).toContain('0603551d130101ff040530030101ff');
    expect(written({ basicConstraints: { cA: 1, critical: false } })).toContain('0603551d1304053003010101');
    expect(written({ basicConstraints: { cA: 'explicit-false' } })).toContain('0603551d130101ff04053003010100');
    expect(written({ basicConstraints: { cA: false } })).toContain('0603551d130101ff04023000');
    expect(written({ basicConstraints: { cA: true, pathLength: 3 } })).toContain('30060101ff020103');
    expect(written({ basicConstraints: { cA: true, critical: 'explicit-false' } })).toContain('0603551d1301010004');
    expect(written({ basicConstraints: { cA: true, oid: 'old' } })).toContain('0603551d0a0101ff');
    expect(written({ basicConstraints: { cA: true, oid: 'padded' } })).toContain('0604551d80130101ff');
    expect(written({ basicConstraints: { cA: true, oid: 'truncated' } })).toContain('0607551d90808080130101ff');
    expect(written({ basicConstraints: 'absent' })).not.toContain('0603551d13');
    expect(Object.keys(basicConstraintsOids)).toHaveLength(4);
  });

  test('a list replaces all of them, in its order and with its duplicates', () => {
    const [first] = caExtensions();
    const { der } = rootCA({ extensions: [unknownExtension(true), ...caExtensions(), first!] });
    const text = Buffer.from(der).toString('hex');
    expect(text.split('0603551d13')).toHaveLength(3);
    expect(text.indexOf('060a2b06010401868d1f01')).toBeLessThan(text.indexOf('0603551d13'));
    expect(text).not.toContain('0603551d0e');
  });

  test('further ones come behind, and may be asked for in any version', () => {
    const { der } = rootCA({ version: 1, extraExtensions: [unknownExtension('explicit-false')] });
    expect(hasBytes(der, '0603551d13') && hasBytes(der, '0101000405')).toBe(true);
    expect(hasBytes(der, '0603551d0e')).toBe(false);
    expect(daysFromToday(0)).toEqual(today);
  });

  test('a SubjectAltName holds all nine kinds', () => {
    const text = asX509(leaf(rootCA(), { subjectAltName: everyGeneralName })).subjectAltName ?? '';
    for (const part of [
      'othername:',
      'email:root@lab.example',
      'DNS:lab.example',
      'X400Name:',
      'DirName:',
      'EdiPartyName:',
      'URI:https://lab.example/',
      'IP Address:2001:DB8:0:0:0:0:0:1',
      'Registered ID:1.2.3.4',
    ]) {
      expect(text).toContain(part);
    }
  });

  test('key identifiers match, differ, or are missing as asked', () => {
    const root = rootCA();
    const id = Buffer.from(root.keyIdentifier!).toString('hex');
    const aki = (der: Uint8Array): boolean => hasBytes(der, `551d23041830168014${id}`);
    expect(hasBytes(root.der, `551d0e04160414${id}`)).toBe(true);
    expect(aki(root.der)).toBe(false);
    expect(aki(rootCA({ authorityKeyIdentifier: 'self' }).der)).toBe(true);
    expect(aki(leaf(root).der)).toBe(true);
    expect(aki(leaf(root, { authorityKeyIdentifier: 'mismatch' }).der)).toBe(false);
    expect(aki(leaf(rootCA({ subjectKeyIdentifier: 'absent' })).der)).toBe(false);
    expect(
      hasBytes(rootCA({ subjectKeyIdentifier: 'absent', authorityKeyIdentifier: root.keyIdentifier! }).der, id),
    ).toBe(true);
  });
});

describe('a signer', () => {
  test.each(['rsa-2048', 'p256', 'p384'] as const)('with a %s key comes with its chain', (kind) => {
    const { certificate, chain, key, encryptedKeyPem, passphrase } = signerChain(kind, { issuerName: oddName });
    const [intermediate, root] = chain.map(asX509);
    expect(asX509(certificate).checkPrivateKey(key)).toBe(true);
    expect(asX509(certificate).checkIssued(intermediate!) && intermediate!.checkIssued(root!)).toBe(true);
    expect(asX509(certificate).verify(intermediate!.publicKey)).toBe(true);
    expect(encryptedKeyPem).toContain('ENCRYPTED');
    expect(passphrase).not.toBe('');
  });
});
