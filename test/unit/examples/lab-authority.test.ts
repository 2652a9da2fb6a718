import { createPublicKey, generateKeyPairSync, X509Certificate } from 'node:crypto';
import { expect, test } from 'vitest';
import { ProfileBuilder, readCertificate } from 'profilewright';
import { certifySigner, createLabKey, createLabRoot, createLabSigner } from '../../../examples/lab-authority.js';

const key = createLabKey();
const root = createLabRoot('Lab Root', key);
const rootX509 = new X509Certificate(root.certificate);

test('the root is one that a device takes, without a warning', () => {
  expect(new ProfileBuilder().addRootCA(root.certificate).build().issues).toEqual([]);
  expect(rootX509.ca).toBe(true);
  expect(rootX509.verify(createPublicKey(key))).toBe(true);
  expect(readCertificate(root.certificate).basicConstraints).toMatchObject({ cA: true, critical: true });
});

test('a signer is issued by the root, for its own key', () => {
  const signer = createLabSigner(root, 'Signer');
  const x509 = new X509Certificate(signer.certificate);
  expect(x509.checkIssued(rootX509)).toBe(true);
  expect(x509.verify(createPublicKey(key))).toBe(true);
  expect(x509.checkPrivateKey(signer.key)).toBe(true);
  expect(x509.ca).toBe(false);
});

test('a key of another kind can be certified without its private half', () => {
  const { publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const x509 = new X509Certificate(certifySigner(root, 'Remote', publicKey));
  expect(x509.publicKey.equals(publicKey)).toBe(true);
  expect(x509.verify(createPublicKey(key))).toBe(true);
});

test('subject and authority key identifiers lead from one certificate to the next', () => {
  const anchor = readCertificate(root.certificate);
  const signer = readCertificate(certifySigner(root, 'Signer', createPublicKey(key)));
  expect(signer.authorityKeyIdentifier?.keyIdentifier).toEqual(anchor.subjectKeyIdentifier);
  expect(anchor.authorityKeyIdentifier?.keyIdentifier).toEqual(anchor.subjectKeyIdentifier);
  expect(anchor.subjectKeyIdentifier).toHaveLength(20);
});

test('serial numbers are positive, of 16 bytes and never the same', () => {
  const serialNumbers = Array.from({ length: 20 }, () => certifySigner(root, 'Signer', createPublicKey(key)))
    .map((pem) => readCertificate(pem))
    .map(({ serialNumber }) => serialNumber);
  expect(new Set(serialNumbers).size).toBe(20);
  expect(serialNumbers.filter((digits) => !/^[4][0-9A-F]{31}$/.test(digits))).toEqual([]);
});

test('a renewed root has the same subject and key, and so the identifier of its profile stays', () => {
  const renewed = createLabRoot('Lab Root', key);
  const [before, after] = [root, renewed].map(({ certificate }) => new ProfileBuilder().addRootCA(certificate).build());
  expect(after?.identifier).toBe(before?.identifier);
  expect(after?.uuid).not.toBe(before?.uuid);
});
