import { expect, test } from 'vitest';
import type { ReportedSignature } from '../../../src/document/inspect-profile.js';
import type { ReportedCertificate } from '../../../src/document/reported-certificate.js';
import { describeSignature } from '../../../src/report/describe-signature.js';

const certificate = (
  name: string,
  notAfter: string,
  changes: Partial<ReportedCertificate> = {},
): ReportedCertificate => ({
  name,
  role: 'leaf',
  subject: `CN=${name}`,
  issuer: 'CN=Issuer',
  serialNumber: '01',
  notBefore: '2026-01-01T00:00:00.000Z',
  notAfter: `${notAfter}T12:00:00.000Z`,
  key: 'RSA 3072',
  signatureAlgorithm: 'sha256WithRSAEncryption',
  sha1: name,
  sha256: name,
  ...changes,
});

const signer = certificate('Signer', '2027-05-05');
const issuer = certificate('Issuer', '2027-04-04', { role: 'intermediate' });
const signature: ReportedSignature = {
  signer,
  certificates: [signer, issuer],
  signingTime: '2026-06-01T09:30:00.000Z',
  digestAlgorithm: 'SHA-256',
  signerValidity: 'current',
};

test('tells who signed, with what, and until when it is good: the chain is as good as its first end', () => {
  expect(describeSignature(signature).split('\n')).toEqual([
    'signer            Signer, RSA 3072, SHA-256',
    'issued by         CN=Issuer',
    'also in the file  Issuer',
    'signed at         2026-06-01 09:30:00 UTC',
    'good until        2027-04-04',
    'device shows      "Verified" where the signer\'s root is trusted, else "Not Verified", with the name "Signer"',
  ]);
});

test.each(['Verified', 'Not Verified'] as const)('tells what a device shows when trust was judged: %s', (shownAs) => {
  const text = describeSignature(signature, { shownAs, until: new Date('2027-05-05T12:00:00Z') });
  expect(text).toContain(`device shows      "${shownAs}", with the name "Signer"`);
  expect(text).toContain('good until        2027-05-05');
});

test.each([
  ['expired', 'has expired'],
  ['not-yet-valid', 'is not valid yet'],
] as const)('a signer that is %s is verified nowhere', (signerValidity, words) => {
  const text = describeSignature({ ...signature, signerValidity });
  expect(text).toContain(`device shows      "Not Verified", since the signer ${words}, with the name "Signer"`);
  expect(text).not.toContain('"Verified"');
});

test('tells that no issuer came along, and no time', () => {
  const { signingTime, ...bare } = { ...signature, certificates: [signer] };
  expect(signingTime).toBeDefined();
  const text = describeSignature(bare);
  expect(text).toContain('also in the file  no issuing certificate');
  expect(text).not.toContain('signed at');
});

test('tells what a device does with an unsigned profile', () => {
  expect(describeSignature(undefined)).toBe(
    'not signed: the device shows "Not Signed" in red, and installs it all the same',
  );
});

test('nothing of a certificate can draw lines of its own or steer a terminal', () => {
  const bad = 'x\nsigner  fake\u001b[2J\u202e';
  const hostile = certificate(bad, '2027-05-05', { issuer: bad, key: bad });
  const text = describeSignature({ ...signature, signer: hostile, certificates: [hostile, { ...issuer, name: bad }] });
  expect(text.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}]/u);
  expect(text.match(/^signer /gm)).toHaveLength(1);
});
