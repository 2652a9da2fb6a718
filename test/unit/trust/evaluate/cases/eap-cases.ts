import type { CertificateOptions } from '../../../../support/issue-certificate.js';
import { daysFromToday } from '../../../../support/time-value.js';
import type { Scenario, TrustCase } from '../trust-case.js';

const eap = (scenario: Scenario): Scenario => ({ policy: 'eap-server', ...scenario });
const sha1: CertificateOptions = { algorithm: 'ecdsa-with-SHA1' };
const decade: CertificateOptions = { notAfter: daysFromToday(3650) };

/** 802.1X is looser than TLS, but below the roots of the system. */
export const eapCases: readonly TrustCase[] = [
  ['a sound chain', eap({}), 'trusted'],
  ['a sound chain to a root of the system, without timestamps', eap({ source: 'system' }), 'trusted'],
  ['a leaf of ten years', eap({ leaf: decade }), 'trusted'],
  ['a leaf of ten years below a root of the system', eap({ leaf: decade, source: 'system' }), 'trusted'],
  ['a leaf without SubjectAltName', eap({ leaf: { subjectAltName: 'absent' } }), 'trusted'],
  ['a leaf signed with SHA-1', eap({ leaf: sha1 }), 'trusted', 'warning sha1-signature leaf'],
  [
    'a leaf signed with SHA-1 below a root of the system',
    eap({ leaf: sha1, source: 'system' }),
    'refused',
    'error sha1-signature leaf',
  ],
  ['an intermediate signed with SHA-1', eap({ intermediate: sha1 }), 'trusted', 'warning sha1-signature intermediate'],
  [
    'a leaf signed with MD5',
    eap({ intermediate: { key: 'rsa-2048' }, leaf: { algorithm: 'md5WithRSAEncryption' } }),
    'refused',
    'error sha1-signature leaf',
  ],
  ['RSA-1024', eap({ leaf: { key: 'rsa-1024' } }), 'trusted', 'warning rsa-min-2048 leaf'],
  [
    'RSA-1024 below a root of the system',
    eap({ leaf: { key: 'rsa-1024' }, source: 'system' }),
    'refused',
    'error rsa-min-2048 leaf',
  ],
  ['P-224', eap({ leaf: { key: 'p224' } }), 'trusted', 'warning ec-curves leaf'],
  [
    'P-224 below a root of the system',
    eap({ leaf: { key: 'p224' }, source: 'system' }),
    'refused',
    'error ec-curves leaf',
  ],
  ['no extendedKeyUsage', eap({ leaf: { extendedKeyUsage: 'absent' } }), 'trusted'],
  [
    'no extendedKeyUsage below a root of the app',
    eap({ leaf: { extendedKeyUsage: 'absent' }, source: 'app' }),
    'trusted',
  ],
  ['clientAuth alone', eap({ leaf: { extendedKeyUsage: ['clientAuth'] } }), 'refused', 'error eku-serverauth leaf'],
  ['any purpose', eap({ leaf: { extendedKeyUsage: ['any'] }, source: 'app' }), 'trusted'],
  [
    'an intermediate for code signing',
    eap({ intermediate: { extendedKeyUsage: ['codeSigning'] } }),
    'refused',
    'error eku-on-intermediate intermediate',
  ],
  ['a leaf that may only encrypt keys', eap({ leaf: { keyUsage: ['keyEncipherment'] } }), 'trusted'],
  ['a leaf that is a CA', eap({ leaf: { basicConstraints: { cA: true } } }), 'trusted'],
  ['an expired leaf', eap({ leaf: { notAfter: daysFromToday(-1) } }), 'refused', 'error certificate-expired leaf'],
  ['a root whose switch is off', eap({ source: 'installed' }), 'after-switch', 'info trust-manual-toggle root'],
];
