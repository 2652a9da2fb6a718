import tls from 'node:tls';
import { X509Certificate } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Issue } from '../../src/diagnostics/issue.js';
import { isProfilewrightError } from '../../src/diagnostics/profilewright-error.js';
import { decodeCertificate, type Certificate } from '../../src/pki/certificate.js';
import { diagnoseCertificate } from '../../src/trust/diagnose-certificate.js';
import { diagnoseRoot } from '../../src/trust/diagnose-root.js';
import { rootCommand } from '../../src/trust/root-command.js';
import { at, commonName, issue } from '../unit/trust/lab.js';

/** The roots that Node carries, once each, at a time at which nearly all are valid. */
const publicRoots = tls.rootCertificates.map((pem) => decodeCertificate(new X509Certificate(pem).raw));
const publicRootsAt = new Date('2024-06-01T00:00:00Z');

describe('the roots that Node carries', () => {
  const errorsOf = (certificate: Certificate, judge: typeof diagnoseRoot): string[] =>
    judge(certificate, { at: publicRootsAt })
      .filter(({ severity }) => severity === 'error')
      .map(({ code }) => `${certificate.name} ${code}`);

  test('have no errors when they are carried', () => {
    expect(publicRoots.flatMap((certificate) => errorsOf(certificate, diagnoseCertificate))).toEqual([]);
  });

  test('are proper roots, but for those that have no CN', () => {
    // Node prints a subject one attribute a line, whatever this package makes of it.
    const refused = publicRoots.filter(({ raw }) => !/^CN=/m.test(new X509Certificate(raw).subject));
    expect(publicRoots.flatMap((certificate) => errorsOf(certificate, diagnoseRoot))).toEqual(
      refused.map(({ name }) => `${name} root-common-name`),
    );
  });
});

/** What every issue owes its reader, whatever certificate it is about. */
function expectReadable(found: readonly Issue[]): void {
  for (const { message, hint = '' } of found) {
    expect(`${message} ${hint}`).not.toMatch(/[\p{Cc}\u2028-\u202e\u2066-\u2069]|undefined|\[object|NaN/u);
    expect(message.length).toBeLessThan(2000);
  }
  const told = found.map(({ code, message }) => `${code} ${message}`);
  expect(new Set(told).size).toBe(told.length);
}

test('any certificate with bytes changed is refused by the reader or judged, without an error and with clean texts', () => {
  const originals = [
    ...publicRoots.slice(0, 20),
    issue({ subject: commonName('a\u0000\u202eb'), extensions: [] }).certificate,
    issue({ key: 'RSA-1024', version: 'none' }).certificate,
  ];
  const change = fc.tuple(fc.nat(), fc.nat({ max: 255 }));
  fc.assert(
    fc.property(fc.constantFrom(...originals), fc.array(change, { minLength: 1, maxLength: 4 }), ({ raw }, changes) => {
      const changed = new Uint8Array(raw);
      for (const [place, octet] of changes) changed[place % changed.length] = octet;
      let certificate: Certificate;
      try {
        certificate = decodeCertificate(changed);
      } catch (error) {
        expect(isProfilewrightError(error)).toBe(true);
        return;
      }
      expectReadable(diagnoseRoot(certificate, { at }));
      expectReadable(diagnoseCertificate(certificate, { at }));
    }),
    { numRuns: 1500 },
  );
});

test('any text as a name makes one line of plain text in hint and message', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 100 }), (text) => {
      const { certificate } = issue({ subject: commonName(text), extensions: [] });
      expectReadable(diagnoseRoot(certificate, { at }));
      expect(rootCommand(certificate)).toMatch(/^openssl req [^\p{Cc}]* keyUsage=critical,keyCertSign,cRLSign$/u);
    }),
  );
});
