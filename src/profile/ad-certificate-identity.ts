import type { PayloadContent } from '../schema/generated/payload-content.js';
import { identityKind } from './identity-kind.js';
import {
  booleanOption,
  choiceOption,
  numberOption,
  requiredOption,
  stringOption,
  type OptionReaders,
} from './read-options.js';
import { readRequest } from './request-options.js';

/** What a Mac that is bound to Active Directory asks its CA for; Apple's `com.apple.ADCertificate.managed`. */
export interface AdCertificateIdentityOptions {
  /** CertServer: the host of the CA that issues; with `RPC`, its name in the domain. */
  readonly certServer: string;
  /** CertTemplate: the template by which it is issued, usually `Machine` or `User`. */
  readonly certTemplate: string;
  /** CertificateAuthority: the name of the CA, as in the common name of its certificate. */
  readonly certificateAuthority?: string;
  /** CertificateAcquisitionMechanism: `RPC`, or `HTTP` for the web enrolment pages. */
  readonly certificateAcquisitionMechanism?: 'RPC' | 'HTTP';
  /** CertificateRenewalTimeInterval: how long before its end the user is told. */
  readonly certificateRenewalTimeIntervalDays?: number;
  /** Description: shown to the user as the name of the identity. */
  readonly description?: string;
  /** Keysize: 2048 on the device unless given. */
  readonly keySize?: number;
  /** PromptForCredentials: asks the user for a name and password, in profiles that are installed by hand. False on the device unless given. */
  readonly promptForCredentials?: boolean;
  /** EnableAutoRenewal: for certificates of the device. False on the device unless given. */
  readonly enableAutoRenewal?: boolean;
  /** KeyIsExtractable. False on the device unless given. */
  readonly keyIsExtractable?: boolean;
  /** AllowAllAppsAccess. False on the device unless given. */
  readonly allowAllAppsAccess?: boolean;
}

/** An identity that a Mac gets from the CA of its Active Directory domain. */
export interface AdCertificateIdentity extends AdCertificateIdentityOptions {
  readonly [identityKind]: 'adCertificate';
}

const requestReaders: OptionReaders<AdCertificateIdentityOptions> = {
  certServer: stringOption,
  certTemplate: stringOption,
  certificateAuthority: stringOption,
  certificateAcquisitionMechanism: choiceOption('RPC', 'HTTP'),
  certificateRenewalTimeIntervalDays: numberOption(),
  description: stringOption,
  keySize: numberOption(),
  promptForCredentials: booleanOption,
  enableAutoRenewal: booleanOption,
  keyIsExtractable: booleanOption,
  allowAllAppsAccess: booleanOption,
};

/**
 * Makes an identity that a Mac gets from Active Directory Certificate Services. The value may be kept, copied and used in many
 * profiles; a profile embeds it once, whatever refers to it.
 *
 * @throws TypeError when an option is missing, unknown or of another type
 * @example
 * const identity = adCertificateIdentity({ certServer: 'ca.example.com', certTemplate: 'Machine' });
 */
export function adCertificateIdentity(options: AdCertificateIdentityOptions): AdCertificateIdentity {
  return readAdCertificateIdentity('options', options);
}

/** The identity itself and its copies are options, too. */
export function readAdCertificateIdentity(name: string, options: unknown): AdCertificateIdentity {
  const request = readRequest(name, options, requestReaders);
  for (const option of ['certServer', 'certTemplate'] as const) requiredOption(`${name}.${option}`, request[option]);
  const identity: AdCertificateIdentity = { [identityKind]: 'adCertificate', ...request };
  return Object.freeze(identity);
}

/** What stands in the payload. */
export function adCertificateContent(
  identity: AdCertificateIdentity,
): PayloadContent<'com.apple.ADCertificate.managed'> {
  return {
    CertServer: identity.certServer,
    CertTemplate: identity.certTemplate,
    Description: identity.description,
    CertificateRenewalTimeInterval: identity.certificateRenewalTimeIntervalDays,
    CertificateAuthority: identity.certificateAuthority,
    CertificateAcquisitionMechanism: identity.certificateAcquisitionMechanism,
    AllowAllAppsAccess: identity.allowAllAppsAccess,
    PromptForCredentials: identity.promptForCredentials,
    KeyIsExtractable: identity.keyIsExtractable,
    Keysize: identity.keySize,
    EnableAutoRenewal: identity.enableAutoRenewal,
  };
}
