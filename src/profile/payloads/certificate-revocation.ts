import type { CertificateInput } from '../../pki/read-certificates.js';
import { keyHashes } from './certificate-transparency.js';
import type { ExtraOption, PayloadMapping } from './map-options.js';

/** Options of {@link ProfileBuilder.addCertificateRevocation}. */
export interface CertificateRevocationOptions extends ExtraOption<'com.apple.security.certificaterevocation'> {
  /** EnabledForCerts: CAs whose certificates are checked for revocation; the SHA-256 of their subjectPublicKeyInfo is written. */
  readonly enabledForCertificates?: CertificateInput;
}

export const certificateRevocation: PayloadMapping<CertificateRevocationOptions> = {
  type: 'com.apple.security.certificaterevocation',
  options: { enabledForCertificates: keyHashes('EnabledForCerts') },
};
