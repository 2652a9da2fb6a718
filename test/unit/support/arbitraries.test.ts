import { X509Certificate } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  certificateOptions,
  certificates,
  distinguishedNames,
  issuedCertificates,
  issuedRoots,
  mutilated,
  pemWrappings,
  properRoots,
} from '../../support/arbitraries.js';
import { rootCA } from '../../support/authorities.js';
import { asX509 } from '../../support/issue-certificate.js';
import { encodeName } from '../../support/name.js';
import { pem } from '../../support/pem.js';
import { forbiddenTexts, textStrings } from '../../support/text-strings.js';

function isReadable(der: Uint8Array): boolean {
  try {
    return new X509Certificate(der).raw.length > 0;
  } catch {
    return false;
  }
}

test('every certificate is valid today, holds its key and verifies', () => {
  fc.assert(
    fc.property(issuedCertificates(), (issued) => {
      const x509 = asX509(issued);
      expect(x509.raw.equals(issued.der)).toBe(true);
      expect(new Date(x509.validFrom).getTime()).toBeLessThan(Date.now());
      expect(new Date(x509.validTo).getTime()).toBeGreaterThan(Date.now());
      expect(x509.publicKey.export({ type: 'spki', format: 'der' }).equals(issued.spki)).toBe(true);
      const signer = asX509(issued.signedBy ?? issued).publicKey;
      expect(x509.verify(signer)).toBe(true);
    }),
  );
});

test('certificates are of many kinds', () => {
  const sample = fc.sample(certificateOptions(), { numRuns: 300, seed: 1 });
  expect(new Set(sample.map(({ key }) => key)).size).toBeGreaterThan(10);
  expect(new Set(sample.map(({ version = 3 }) => version))).toEqual(new Set([1, 2, 3]));
  expect(sample.some(({ signedBy }) => signedBy !== undefined)).toBe(true);
  expect(sample.some(({ subject }) => subject?.length === 0)).toBe(true);
  expect(sample.some(({ subject }) => fc.stringify(subject).includes('\u202e'))).toBe(true);
});

test('every root is its own issuer, a CA and verifies', () => {
  fc.assert(
    fc.property(issuedRoots(), (root) => {
      const x509 = asX509(root);
      expect(x509.ca && x509.checkIssued(x509) && x509.verify(x509.publicKey)).toBe(true);
      expect(x509.subject).toBe(x509.issuer);
      expect(x509.subject).toMatch(/^C=..\nO=.+\n(OU=Lab \+ )?CN=Root /);
    }),
  );
});

test('roots come as bytes too', () => {
  for (const der of fc.sample(properRoots(), 10)) expect(asX509({ der }).ca).toBe(true);
});

test('a name that OpenSSL refuses comes only when asked', () => {
  const refused = fc
    .sample(distinguishedNames({ malformedNames: true }), { numRuns: 300, seed: 1 })
    .filter((subject) => !isReadable(rootCA({ subject }).der));
  expect(refused.length).toBeGreaterThan(10);
});

test('a name is written in the order and number of its parts', () => {
  fc.assert(
    fc.property(distinguishedNames(), (rdns) => {
      const x509 = asX509(rootCA({ subject: rdns }));
      const der = encodeName(rdns);
      expect(x509.raw.includes(Buffer.from(der))).toBe(true);
      expect((x509.subject as string | undefined)?.split('\n').length ?? 0).toBe(rdns.length);
    }),
  );
});

test('a wrapped certificate has its bytes between its markers', () => {
  const { der } = rootCA();
  fc.assert(
    fc.property(pemWrappings(), (wrapping) => {
      const [, body] = /-----BEGIN CERTIFICATE-----([^-]+)-----END CERTIFICATE-----/.exec(
        pem('CERTIFICATE', der, wrapping),
      )!;
      expect(Buffer.from(body!.replaceAll(/\s/g, ''), 'base64').equals(der)).toBe(true);
    }),
  );
});

test('texts hold what breaks readers, and what XML cannot hold only when asked', () => {
  const forbidden = new RegExp(`[${forbiddenTexts.join('')}]`, 'u');
  const all = fc.sample(textStrings(), { numRuns: 500, seed: 1 });
  const allowed = fc.sample(textStrings({ withForbidden: false }), { numRuns: 500, seed: 1 });
  for (const trap of ['\u0085', '\u2028', '\r', ']]>', '😀', '\u202e', 'Ä']) {
    expect(all.some((text) => text.includes(trap))).toBe(true);
  }
  expect(all.some((text) => text.includes('\u0000') && text.length > 0)).toBe(true);
  expect(all.some((text) => text.length > 500)).toBe(true);
  expect(allowed.filter((text) => forbidden.test(text))).toEqual([]);
});

test('mutilated bytes are mostly no certificate any more', () => {
  const source = fc.sample(certificates(), { numRuns: 20, seed: 1 });
  const sample = fc.sample(mutilated(fc.constantFrom(...source)), { numRuns: 200, seed: 1 });
  expect(sample.filter((der) => !isReadable(der)).length).toBeGreaterThan(50);
});
