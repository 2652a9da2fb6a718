import { rootCA, intermediateCA, leaf } from './authorities.js';
import type { Bytes } from './der.js';
import type { IssuedCertificate } from './issue-certificate.js';
import { oldPkcs12, pkcs12File, type Pkcs12FileOptions } from './pkcs12-file.js';
import { testKey } from './test-key.js';

/** A PKCS#12 file with a client certificate and its issuers, cheap to open. */
export interface IdentityFile {
  readonly bytes: Bytes;
  readonly password: string;
  readonly certificate: IssuedCertificate;
}

/** The identity of somebody, under a CA of the lab; `index` picks the key. */
export function identityFile(name: string, index = 0, options: Pkcs12FileOptions = {}): IdentityFile {
  const password = 'SENTINEL-p12';
  const root = rootCA();
  const intermediate = intermediateCA(root);
  const key = testKey('p256', index);
  const certificate = leaf(intermediate, {
    subject: name,
    key,
    extendedKeyUsage: ['clientAuth'],
    subjectAltName: 'absent',
  });
  const certificates = [certificate, intermediate, root];
  const bytes = pkcs12File({ key: key.privateKey, certificates, password, iterations: 1, ...oldPkcs12, ...options });
  return { bytes, password, certificate };
}
