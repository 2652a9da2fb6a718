import type { IssuedCertificate } from '../../support/issue-certificate.js';

/** The key of a certificate as servers want it: PKCS#8, without a passphrase. */
export function keyPem(certificate: IssuedCertificate | undefined): string {
  if (certificate === undefined || !('privateKey' in certificate.key)) throw new Error('a server has a key');
  return certificate.key.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
}
