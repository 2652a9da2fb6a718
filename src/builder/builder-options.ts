import type { DeviceContext } from '../device/device-context.js';
import { ProfilewrightError } from '../diagnostics/profilewright-error.js';
import type { RuleLevels } from '../diagnostics/issue.js';
import type { Certificate } from '../pki/certificate.js';
import { isPlainObject } from '../plist/normalize.js';
import type { CertificatePayloadOptions, PayloadOptions, ProfileOptions } from '../profile/profile.js';
import {
  booleanOption,
  choiceOption,
  dateOption,
  numberOption,
  stringOption,
  timeOption,
  type OptionReader,
  type OptionReaders,
} from '../profile/read-options.js';
import { deviceContextOption } from '../validation/device-context-option.js';
import { ruleLevelsOption } from '../validation/rule-levels-option.js';

/** Options of {@link ProfileBuilder.addCertificate}. */
export interface AddCertificateOptions extends CertificatePayloadOptions {
  /** `der` (the default) writes `com.apple.security.pkcs1`, `pem` writes `com.apple.security.pem`. */
  readonly format?: 'der' | 'pem';
}

export interface BuildOptions {
  /** What is known about the devices that the profile is for; what is not known is not assumed. It changes issues, never bytes. */
  readonly context?: DeviceContext;
  /** The time that validity is judged by; now unless given. It changes issues, never bytes. */
  readonly at?: Date;
  /** Levels of single rules; `off` silences one. */
  readonly rules?: RuleLevels;
  /** Whether the profile will be encrypted for its device, where a password in it is not in the clear. It changes issues, never bytes. */
  readonly isEncrypted?: boolean;
}

const consentTextOption: OptionReader<string | Readonly<Record<string, string>>> = (value, name) => {
  if (typeof value === 'string') return value;
  const texts = typeof value === 'object' && value !== null && isPlainObject(value) ? { ...value } : { value };
  if (isTexts(texts)) return Object.freeze(texts);
  throw new TypeError(`${name} must be a string or an object of strings by language`);
};

function isTexts(texts: object): texts is Record<string, string> {
  return Object.values(texts).every((text) => typeof text === 'string');
}

export const payloadOptions: OptionReaders<PayloadOptions> = {
  identifier: stringOption,
  uuid: stringOption,
  displayName: stringOption,
  description: stringOption,
  organization: stringOption,
};

export const rootOptions: OptionReaders<CertificatePayloadOptions> = { ...payloadOptions, fileName: stringOption };

export const certificateOptions: OptionReaders<AddCertificateOptions> = {
  ...rootOptions,
  format: choiceOption('der', 'pem'),
};

export const profileOptions: OptionReaders<ProfileOptions> = {
  ...payloadOptions,
  scope: choiceOption('System', 'User'),
  removalDisallowed: booleanOption,
  removalDate: dateOption,
  durationUntilRemovalSeconds: numberOption(),
  expirationDate: dateOption,
  targetDeviceType: numberOption(),
  consentText: consentTextOption,
};

export const buildOptions: OptionReaders<BuildOptions> = {
  context: deviceContextOption,
  at: timeOption,
  rules: ruleLevelsOption,
  isEncrypted: booleanOption,
};

/** Two payloads with one of these would not be told apart, by a device or by a person. */
const namingOptions = ['identifier', 'uuid', 'displayName', 'fileName'] as const;

/**
 * Options that name one payload need one certificate to belong to.
 *
 * @throws ProfilewrightError `ERR_CERTIFICATE_COUNT`
 */
export function assertOneNamed(options: CertificatePayloadOptions, certificates: readonly Certificate[]): void {
  const option = namingOptions.find((name) => options[name] !== undefined);
  if (option === undefined || certificates.length === 1) return;
  const names = certificates.slice(0, 20).map(({ name }) => name);
  throw new ProfilewrightError('ERR_CERTIFICATE_COUNT', { expected: 1, found: certificates.length, names, option });
}

/** The options that may stand in any number of payloads. */
export function sharedOptions({ description, organization }: CertificatePayloadOptions): PayloadOptions {
  return {
    ...(description === undefined ? {} : { description }),
    ...(organization === undefined ? {} : { organization }),
  };
}
