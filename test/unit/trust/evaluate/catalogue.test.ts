import { expect, test } from 'vitest';
import { issueFacts } from '../../../../src/diagnostics/issues/index.js';
import { certificateIssues } from '../../../../src/diagnostics/issues/certificate.js';
import { certificationPathIssues } from '../../../../src/diagnostics/issues/certification-path.js';
import { publicKeyIssues } from '../../../../src/diagnostics/issues/public-key.js';
import { rootIssues } from '../../../../src/diagnostics/issues/root.js';
import { serverNameIssues } from '../../../../src/diagnostics/issues/server-name.js';
import { serverTrustIssues } from '../../../../src/diagnostics/issues/server-trust.js';
import { allCases } from './cases/all-cases.js';

const yielded = new Set(allCases.flatMap(([, , , ...issues]) => issues.map((line) => line.split(' ')[1]!)));

/** Codes of these areas that belong to other tests. */
const elsewhere = {
  'root-expired': 'diagnoseRoot says it of a root; in a path it is certificate-expired',
  'root-duplicate': 'diagnoseRoot says it of roots beside each other',
  'ios18-toggle-missing': 'and this of a version of the system',
  'root-one-cert-per-payload': 'is about a payload or file, and what stands behind its first certificate',
  'pem-armor': 'is about a text, before there is a certificate',
  'same-name-cas': 'needs two CAs: path-building.test.ts',
};

/** The names in the logs of devices and the results of Security.framework, by SecPolicyChecks.list of Apple's Security. */
const appleNames = [
  ['certificate-expired', 'TemporalValidity', 'errSecCertificateExpired'],
  ['not-yet-valid', 'TemporalValidity'],
  ['root-expired', 'TemporalValidity', 'errSecCertificateExpired'],
  ['rsa-min-2048', 'KeySize', 'WeakKeySize', 'errSecUnsupportedKeySize'],
  ['rsa-max-8192', 'WeakKeySize', 'errSecUnsupportedKeySize'],
  ['ec-curves', 'KeySize', 'errSecUnsupportedKeySize'],
  ['ed25519-unsupported', 'KeySize', 'errSecUnsupportedKeySize'],
  ['sha1-signature', 'SignatureHashAlgorithms', 'WeakSignature', 'errSecInvalidDigestAlgorithm'],
  ['eku-serverauth', 'ExtendedKeyUsage', 'ServerAuthEKU', 'errSecInvalidExtendedKeyUsage'],
  ['eku-on-intermediate', 'ExtendedKeyUsage', 'errSecInvalidExtendedKeyUsage'],
  ['leaf-825-days', 'OtherTrustValidityPeriod', 'errSecCertificateValidityPeriodTooLong'],
  ['leaf-398-days', 'SystemTrustValidityPeriod', 'errSecCertificateValidityPeriodTooLong'],
  ['issuer-not-ca', 'BasicConstraints', 'BasicConstraintsCA', 'errSecNoBasicConstraintsCA'],
  ['root-ca-flag', 'BasicConstraints', 'BasicConstraintsCA', 'errSecNoBasicConstraintsCA'],
  ['issuer-ku-certsign', 'KeyUsage'],
  ['root-ku-certsign', 'KeyUsage'],
  ['path-length', 'BasicConstraintsPathLen'],
  ['path-not-anchored', 'AnchorTrusted', 'errSecNotTrusted'],
  ['issuer-not-found', 'MissingIntermediate', 'errSecCreateChainFailed'],
  ['aki-ski', 'IdLinkage', 'errSecInvalidIDLinkage'],
  ['critical-unknown-extension', 'CriticalExtensions', 'errSecUnknownCriticalExtensionFlag'],
  ['known-extension-unparseable', 'UnparseableExtension'],
  ['duplicate-extension', 'DuplicateExtension'],
  ['leaf-empty-subject', 'NonEmptySubject'],
  ['ca-empty-subject', 'NonEmptySubject'],
  ['root-empty-subject', 'NonEmptySubject'],
  ['ct-required', 'SystemTrustedCTRequired'],
] as const;

test.each(appleNames)('%s says by which name Apple knows it', (code, ...names) => {
  const words = issueFacts[code].source.match(/\w+/g);
  expect(words).toEqual(expect.arrayContaining([...names]));
});

test('every code of these areas is yielded by a case, or listed with the reason', () => {
  const areas = {
    ...certificateIssues,
    ...certificationPathIssues,
    ...publicKeyIssues,
    ...rootIssues,
    ...serverNameIssues,
    ...serverTrustIssues,
  };
  expect([...yielded, ...Object.keys(elsewhere)].sort()).toEqual(Object.keys(areas).sort());
});

/** What stands beside another issue of necessity: a certificate whose end comes first is never valid. */
const companions = ['trust-manual-toggle', 'ct-required', 'issuer-not-found'];
const neverAlone = ['validity-reversed'];

test('every code that a case yields is the only one of some case', () => {
  const codes = allCases.map(([, , , ...issues]) => [...new Set(issues.map((line) => line.split(' ')[1]!))]);
  const alone = codes.flatMap((of) => {
    const others = of.filter((code) => !companions.includes(code));
    return others.length <= 1 ? of : [];
  });
  expect([...yielded].filter((code) => !alone.includes(code))).toEqual(neverAlone);
});
