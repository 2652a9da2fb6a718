import { leaf, rootCA } from './authorities.js';
import type { CertificateOptions, IssuedCertificate } from './issue-certificate.js';
import { testKey, type KeyKind } from './test-key.js';

/** The certificate of an identity on a device, issued by a CA of the lab, that can be encrypted for. */
export function deviceIdentity(kind: KeyKind, overrides: CertificateOptions = {}): IssuedCertificate {
  return leaf(rootCA({ subject: 'Lab Device CA' }), {
    subject: `Device ${kind}`,
    key: testKey(kind),
    keyUsage: ['digitalSignature', kind.startsWith('rsa') ? 'keyEncipherment' : 'keyAgreement'],
    extendedKeyUsage: ['clientAuth'],
    subjectAltName: 'absent',
    ...overrides,
  });
}
