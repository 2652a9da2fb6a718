import { certificateContent } from './rules/certificate-content.js';
import { consentTextHasDefault, consentTextIsByLanguage } from './rules/consent-text.js';
import { payloadVersionIsOne } from './rules/payload-version.js';
import { contentOrEncryptedContent } from './rules/profile-content.js';
import { identifierIsReverseDns } from './rules/profile-identifier.js';
import type { ProfileRule } from './rules/profile-rule.js';
import { scopeIsWritten } from './rules/profile-scope.js';
import { uniqueIdentifiers, uniqueUuids } from './rules/unique-in-profile.js';
import { uuidHasForm } from './rules/uuid-form.js';

/** All rules over a profile, besides the schemas. */
export const profileRules: readonly ProfileRule[] = [
  payloadVersionIsOne,
  contentOrEncryptedContent,
  scopeIsWritten,
  identifierIsReverseDns,
  consentTextHasDefault,
  consentTextIsByLanguage,
  uuidHasForm,
  uniqueUuids,
  uniqueIdentifiers,
  certificateContent,
];
