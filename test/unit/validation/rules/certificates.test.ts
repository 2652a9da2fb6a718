import { describe, expect, test } from 'vitest';
import { encodePem } from '../../../../src/pki/pem.js';
import { pkcs12File } from '../../../support/pkcs12-file.js';
import {
  basicConstraints,
  commonName,
  extension,
  issue,
  keyUsage,
  type Issued,
  type LabOptions,
} from '../../trust/lab.js';
import { derOid, derSequence } from '../../../../src/asn1/der.js';
import type { Dictionary } from '../profile-dictionaries.js';
import { faultsIn, placesIn } from '../rule-lab.js';

const password = 'pkcs12 password';
const extendedKeyUsage = (...oids: string[]): Uint8Array => extension('2.5.29.37', derSequence(...oids.map(derOid)));
const serverAuth = '1.3.6.1.5.5.7.3.1';
const clientAuth = '1.3.6.1.5.5.7.3.2';
const leaf = (extensions: Uint8Array[] = [], options: LabOptions = {}): Issued =>
  issue({ extensions: [basicConstraints(false), ...extensions], ...options });

const p12 = ({ certificate, keys }: Issued, others: readonly Issued[] = []): Uint8Array<ArrayBuffer> =>
  new Uint8Array(
    pkcs12File({
      key: keys.privateKey,
      certificates: [...others, { certificate }].map((one) => ({ der: one.certificate.raw })),
      password,
    }),
  );
const identity = (issued: Issued, changes: Dictionary = {}): Dictionary => ({
  PayloadType: 'com.apple.security.pkcs12',
  PayloadUUID: 'id',
  PayloadContent: p12(issued),
  Password: password,
  ...changes,
});
const anchor = (issued: Issued): Dictionary => ({
  PayloadType: 'com.apple.security.root',
  PayloadUUID: 'anchor',
  PayloadContent: issued.certificate.raw,
});
const account: Dictionary = { PayloadType: 'com.example.account', Id: 'id', Anchors: ['anchor', 'none'] };

describe('certificate-usage', () => {
  const check = {
    kind: 'certificate-usage',
    path: '/Id',
    keyUsage: ['digitalSignature', 'keyEncipherment'],
    extendedKeyUsage: ['serverAuth', 'clientAuth'],
  } as const;

  test('takes a certificate for all purposes, and one without restriction', () => {
    const full = leaf([keyUsage(0xa0), extendedKeyUsage(serverAuth, clientAuth)]);
    for (const issued of [full, leaf(), leaf([extendedKeyUsage('2.5.29.37.0')])]) {
      expect(placesIn(check, [account, identity(issued)])).toEqual([]);
    }
  });

  test('tells what a certificate is not for', () => {
    const [fault] = faultsIn({ check }, [account, identity(leaf([keyUsage(0x80), extendedKeyUsage(clientAuth)]))]);
    expect(fault).toMatchObject({
      pointer: '/PayloadContent/0/Id',
      found: expect.stringContaining('lacks keyEncipherment; its extendedKeyUsage lacks serverAuth') as string,
    });
  });

  test('says nothing of an identity that cannot be opened', () => {
    const issued = leaf([extendedKeyUsage(clientAuth)]);
    const closed = identity(issued);
    delete closed['Password'];
    expect(placesIn(check, [account, closed])).toEqual([]);
    expect(placesIn(check, [account, { PayloadType: 'com.apple.security.scep', PayloadUUID: 'id' }])).toEqual([]);
  });

  test('looks at the certificate of the key, not at others beside it', () => {
    const issuer = issue({ key: 'P-384' });
    const issued = leaf([extendedKeyUsage(clientAuth)], { issuer, subject: commonName('Leaf') });
    const payload = identity(issued, { PayloadContent: p12(issued, [issuer]) });
    expect(faultsIn({ check }, [account, payload])[0]?.found).toContain('the certificate "Leaf"');
  });
});

describe('certificate-strength', () => {
  const check = { kind: 'certificate-strength', paths: ['/Anchors/*'], minKeyBits: 2048, minHash: 'sha256' } as const;

  test('takes strong RSA keys and elliptic curves', () => {
    for (const key of ['RSA-2048', 'P-256'] as const) {
      expect(placesIn(check, [account, anchor(issue({ key }))])).toEqual([]);
    }
  });

  test('tells short keys and old hashes', () => {
    expect(placesIn(check, [account, anchor(issue({ key: 'RSA-1024' }))])).toEqual(['0/Anchors/0']);
    const sha1 = issue({ key: 'RSA-2048', signature: 'RSA SHA-1' });
    expect(placesIn(check, [account, anchor(sha1)])).toEqual(['0/Anchors/0']);
  });

  test('tells a key of another kind than the one that is demanded', () => {
    const curve = { kind: 'certificate-strength', paths: ['/Anchors/*'], keyType: 'EC' } as const;
    expect(placesIn(curve, [account, anchor(issue({ key: 'RSA-2048' }))])).toEqual(['0/Anchors/0']);
    expect(placesIn(curve, [account, anchor(issue())])).toEqual([]);
  });
});

describe('certificate-common-name', () => {
  const check = {
    kind: 'certificate-common-name',
    path: '/Anchors/*',
    applies: 'issued certificates',
    prefix: 'leader',
    ignoreCase: true,
  } as const;
  const root = issue({ subject: commonName('Leader CA') });
  const issued = (name: string, by: Issued): Dictionary =>
    identity(leaf([], { subject: commonName(name), issuer: by, key: 'P-384' }));

  test('looks at what the anchor has issued', () => {
    expect(placesIn(check, [account, anchor(root), issued('LEADER 7', root)])).toEqual([]);
    expect(placesIn(check, [account, anchor(root), issued('pupil 7', root)])).toEqual(['0/Anchors/0']);
    const stranger = issue({ subject: commonName('Other CA') });
    expect(placesIn(check, [account, anchor(root), issued('pupil 7', stranger)])).toEqual([]);
  });
});

describe('certificate-content', () => {
  const check = {
    kind: 'certificate-content',
    path: '/PayloadContent',
    encoding: 'PKCS12',
    privateKey: 'required',
    maxIdentities: 1,
  } as const;
  const issued = leaf();
  const found = (changes: Dictionary): string[] =>
    faultsIn({ check }, [identity(issued, changes)]).map((one) => one.found.replace(/^.*PayloadContent /, ''));

  test('of a PKCS#12 payload is one identity, which may lack its password', () => {
    expect(found({})).toEqual([]);
    const closed = identity(issued);
    delete closed['Password'];
    expect(placesIn(check, [closed])).toEqual([]);
  });

  test('that is no PKCS#12 file, does not open or holds no key is told', () => {
    expect(found({ PayloadContent: issued.certificate.raw })).toEqual(['is no PKCS#12 file']);
    expect(found({ PayloadContent: new Uint8Array() })).toEqual(['is no PKCS#12 file']);
    expect(found({ Password: 'sentinel' })).toEqual(['does not open with the Password beside it']);
    const keyless = new Uint8Array(pkcs12File({ certificates: [{ der: issued.certificate.raw }], password }));
    expect(found({ PayloadContent: keyless })).toEqual([
      'holds no private key and 1 certificate, not one private key with its certificate',
    ]);
  });

  test('whose file has no MAC is not said to have a wrong password: another rule has that fact', () => {
    const bytes = pkcs12File({ key: issued.keys.privateKey, certificates: [], password, mac: 'none' });
    expect(found({ PayloadContent: new Uint8Array(bytes) })).toEqual([]);
  });

  test('with more rounds than are run is left alone', () => {
    const keyEncryption = { iterations: 200_001 };
    const slow = pkcs12File({ key: issued.keys.privateKey, password: 'x', iterations: 1, keyEncryption });
    expect(found({ PayloadContent: new Uint8Array(slow), Password: 'y' })).toEqual([]);
  });

  test('is opened for the first 20 payloads only', () => {
    const wrong = Array.from({ length: 22 }, (_, index) =>
      identity(issued, { PayloadUUID: String(index), Password: 'x' }),
    );
    expect(placesIn(check, wrong)).toHaveLength(20);
  });

  test('of a key that is told as PEM has PEM blocks', () => {
    const pem = { kind: 'certificate-content', path: '/PEMData', encoding: 'PEM' } as const;
    const bytes = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);
    expect(placesIn(pem, [{ PEMData: bytes(encodePem('CERTIFICATE', issued.certificate.raw)) }])).toEqual([]);
    for (const text of ['', 'text', '-----BEGIN CERTIFICATE-----\nMIIB']) {
      expect(placesIn(pem, [{ PEMData: bytes(text) }])).toEqual(['0/PEMData']);
    }
  });
});
