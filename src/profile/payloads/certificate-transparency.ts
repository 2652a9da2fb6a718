import { createHash } from 'node:crypto';
import type { CertificateInput } from '../../pki/read-certificates.js';
import { certificatesOption } from '../certificates-option.js';
import type { ExtraOption, PayloadMapping } from './map-options.js';
import { texts, type KeyEntry } from './option-table.js';

/** Options of {@link ProfileBuilder.addCertificateTransparency}. */
export interface CertificateTransparencyOptions extends ExtraOption<'com.apple.security.certificatetransparency'> {
  /**
   * DisabledForCerts: certificates of servers, or of CAs, whose keys need no Certificate Transparency. The SHA-256 of the
   * public key (the whole subjectPublicKeyInfo) is written, so that a renewed certificate of the same key counts too.
   */
  readonly disabledForCertificates?: CertificateInput;
  /** DisabledForDomains: a domain, or all below it when it begins with a dot. */
  readonly disabledForDomains?: readonly string[];
}

/** Certificates by the SHA-256 of their subjectPublicKeyInfo. */
export const keyHashes = (key: string): KeyEntry<CertificateInput> => ({
  key,
  read: (value, name) =>
    certificatesOption(value, name).map(({ publicKey: { spki } }) => ({
      Algorithm: 'sha256',
      Hash: new Uint8Array(createHash('sha256').update(spki).digest()),
    })),
});

export const certificateTransparency: PayloadMapping<CertificateTransparencyOptions> = {
  type: 'com.apple.security.certificatetransparency',
  options: {
    disabledForCertificates: keyHashes('DisabledForCerts'),
    disabledForDomains: texts('DisabledForDomains'),
  },
};
