import type { Identity } from '../identity.js';
import type { ExtraOption, PayloadMapping } from './map-options.js';
import { identity, text } from './option-table.js';

/** Options of {@link ProfileBuilder.addIdentityPreference}. */
export interface IdentityPreferenceOptions extends ExtraOption<'com.apple.security.identitypreference'> {
  /** Name: the mail address, host name or URL that the identity is for. */
  readonly name: string;
  /** PayloadCertificateUUID. */
  readonly identity: Identity;
}

export const identityPreference: PayloadMapping<IdentityPreferenceOptions> = {
  type: 'com.apple.security.identitypreference',
  options: { name: text('Name'), identity: identity('PayloadCertificateUUID') },
};
