import type { Certificate } from '../../pki/certificate.js';
import type { Identity } from '../identity.js';
import type { ExtraOption, PayloadMapping } from './map-options.js';
import { certificateOrIdentity, text } from './option-table.js';

/** Options of {@link ProfileBuilder.addCertificatePreference}. */
export interface CertificatePreferenceOptions extends ExtraOption<'com.apple.security.certificatepreference'> {
  /** Name: the mail address, host name or URL that the certificate is for. */
  readonly name: string;
  /** PayloadCertificateUUID. */
  readonly certificate: Certificate | Identity;
}

export const certificatePreference: PayloadMapping<CertificatePreferenceOptions> = {
  type: 'com.apple.security.certificatepreference',
  options: { name: text('Name'), certificate: certificateOrIdentity('PayloadCertificateUUID') },
};
