import { X509Certificate } from 'node:crypto';
import { rootCertificates } from 'node:tls';
import { describe, expect, test } from 'vitest';
import {
  isProfilewrightError,
  parseProfile,
  ProfileBuilder,
  readCertificate,
  readCertificates,
  type Issue,
} from 'profilewright';

// Every root that Node ships: certificates of the real world, with keys, names and ages of all kinds.
const roots = rootCertificates.map((pem) => ({ pem, x509: new X509Certificate(pem) }));
const at = new Date('2026-01-01T00:00:00Z');

/** Reads as little as possible, and nothing with the code under test. */
const embedded = (text: string): Buffer[] =>
  [...text.matchAll(/<data>([^<]*)<\/data>/g)].map(([, body = '']) => Buffer.from(body, 'base64'));

const errorsOf = (run: () => unknown): readonly Issue[] => {
  try {
    run();
    return [];
  } catch (error) {
    if (!isProfilewrightError(error, 'ERR_PROFILE_INVALID')) throw error;
    return error.details.issues.filter(({ severity }) => severity === 'error');
  }
};

describe('the roots that Node ships', () => {
  test('are embedded by addCertificate byte for byte, each alone', () => {
    for (const { pem, x509 } of roots) {
      const profile = new ProfileBuilder().addCertificate(pem).build({ at, rules: { 'root-expired': 'warning' } });
      expect(embedded(profile.toXml())).toEqual([x509.raw]);
      expect(parseProfile(profile.toBytes()).payloads.map(({ content }) => content['PayloadContent'])).toEqual([
        new Uint8Array(x509.raw),
      ]);
    }
  });

  test('are embedded in one profile, in their order', () => {
    const bundle = rootCertificates.join('\n');
    const profile = new ProfileBuilder({ displayName: 'All' }).addCertificate(bundle).build({ at });
    expect(embedded(profile.toXml())).toEqual(roots.map(({ x509 }) => x509.raw));
    expect(new Set(profile.payloads.map(({ uuid }) => uuid)).size).toBe(roots.length);
    expect(new Set(profile.payloads.map(({ identifier }) => identifier)).size).toBe(roots.length);
  });

  test('are read with the facts that OpenSSL reads', () => {
    for (const { pem, x509 } of roots) {
      const certificate = readCertificate(pem);
      expect(certificate.fingerprints.sha256).toBe(x509.fingerprint256.replaceAll(':', ''));
      expect(certificate.fingerprints.sha1).toBe(x509.fingerprint.replaceAll(':', ''));
      expect(certificate.notBefore).toEqual(new Date(x509.validFrom));
      expect(certificate.notAfter).toEqual(new Date(x509.validTo));
      expect(certificate.isCA).toBe(x509.ca);
      expect(BigInt(`0x${certificate.serialNumber}`)).toBe(BigInt(`0x${x509.serialNumber}`));
      const details = x509.publicKey.asymmetricKeyDetails;
      expect(certificate.publicKey.modulus === undefined || certificate.publicKey.bits === details?.modulusLength).toBe(
        true,
      );
      expect(certificate.encodingDefects).toEqual([]);
      expect(certificate.role).toBe('root');
    }
  });

  test('are accepted by addRootCA but for those that a device would not take', () => {
    const refused = roots.flatMap(({ pem, x509 }) => {
      const errors = errorsOf(() => new ProfileBuilder().addRootCA(pem).build({ at }));
      return errors.map(({ code }) => `${code}: ${x509.subject.split('\n').at(-1) ?? ''}`);
    });
    // The list changes with Node's own; what may stand in it does not.
    const allowed = /^(root-common-name|root-expired): /;
    expect(refused.filter((line) => !allowed.test(line))).toEqual([]);
    for (const { pem, x509 } of roots) {
      const codes = errorsOf(() => new ProfileBuilder().addRootCA(pem).build({ at })).map(({ code }) => code);
      expect(codes.includes('root-common-name')).toBe(!/(^|\n)CN=/.test(x509.subject));
      expect(codes.includes('root-expired')).toBe(new Date(x509.validTo) < at);
    }
  });

  test('survive a DER round trip and an array of X509Certificates', () => {
    expect(readCertificates(roots.map(({ x509 }) => x509)).map(({ raw }) => Buffer.from(raw))).toEqual(
      roots.map(({ x509 }) => x509.raw),
    );
  });
});
