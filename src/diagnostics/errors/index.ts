import { asn1Errors, type Asn1ErrorDetails } from './asn1.js';
import { certificateErrors, type CertificateErrorDetails } from './certificate.js';
import { cmsErrors, type CmsErrorDetails } from './cms.js';
import { encryptionErrors, type EncryptionErrorDetails } from './encryption.js';
import { keyErrors, type KeyErrorDetails } from './key.js';
import { pkcs12Errors, type Pkcs12ErrorDetails } from './pkcs12.js';
import { plistErrors, type PlistErrorDetails } from './plist.js';
import { profileErrors, type ProfileErrorDetails } from './profile.js';
import { serverErrors, type ServerErrorDetails } from './server.js';
import type { ErrorFacts } from './error-facts.js';

/** The details of every error, by code. */
export interface ErrorDetails
  extends
    Asn1ErrorDetails,
    CertificateErrorDetails,
    CmsErrorDetails,
    EncryptionErrorDetails,
    KeyErrorDetails,
    Pkcs12ErrorDetails,
    PlistErrorDetails,
    ProfileErrorDetails,
    ServerErrorDetails {}

/** The code of a {@link ProfilewrightError}; part of the public contract. */
export type ErrorCode = keyof ErrorDetails;

export const errorFacts: ErrorFacts<ErrorDetails> = {
  ...asn1Errors,
  ...certificateErrors,
  ...cmsErrors,
  ...encryptionErrors,
  ...keyErrors,
  ...pkcs12Errors,
  ...plistErrors,
  ...profileErrors,
  ...serverErrors,
};
