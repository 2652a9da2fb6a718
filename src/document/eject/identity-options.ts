import { isProfilewrightError } from '../../diagnostics/profilewright-error.js';
import type { PlistDictionary } from '../../plist/value.js';
import { acmeIdentity, type AcmeIdentityOptions } from '../../profile/acme-identity.js';
import { adCertificateIdentity, type AdCertificateIdentityOptions } from '../../profile/ad-certificate-identity.js';
import type { Identity } from '../../profile/identity.js';
import { pkcs12Identity, type Pkcs12IdentityOptions } from '../../profile/pkcs12-identity.js';
import { scepIdentity, type ScepIdentityOptions } from '../../profile/scep-identity.js';
import { isDictionary } from '../../schema/plist-type.js';

/** A function of this package that makes an identity, and how its options stand in a payload. */
export interface IdentityMaker {
  readonly callee: 'acmeIdentity' | 'adCertificateIdentity' | 'pkcs12Identity' | 'scepIdentity';
  /** The option for each key of the payload. */
  readonly options: Readonly<Record<string, string>>;
  /** The keys stand in a dictionary under this one. */
  readonly inside?: string;
  /** The key whose value is the first argument, in front of the options. */
  readonly argument?: string;
  /** The key that stands in the options of the payload. */
  readonly name?: string;
  /** Options that are always given. */
  readonly always: Readonly<Record<string, boolean>>;
  make(argument: unknown, options: object): Identity;
}

const scepOptions = {
  URL: 'url',
  Name: 'name',
  Subject: 'subject',
  SubjectAltName: 'subjectAltName',
  Challenge: 'challenge',
  Keysize: 'keySize',
  'Key Usage': 'keyUsage',
  CAFingerprint: 'caFingerprint',
  Retries: 'retries',
  RetryDelay: 'retryDelaySeconds',
  KeyIsExtractable: 'keyIsExtractable',
  AllowAllAppsAccess: 'allowAllAppsAccess',
} as const;

const acmeOptions = {
  DirectoryURL: 'directoryUrl',
  ClientIdentifier: 'clientIdentifier',
  HardwareBound: 'hardwareBound',
  KeyType: 'keyType',
  KeySize: 'keySize',
  Attest: 'attest',
  Subject: 'subject',
  SubjectAltName: 'subjectAltName',
  UsageFlags: 'usageFlags',
  ExtendedKeyUsage: 'extendedKeyUsage',
  KeyIsExtractable: 'keyIsExtractable',
  AllowAllAppsAccess: 'allowAllAppsAccess',
} as const;

const adCertificateOptions = {
  CertServer: 'certServer',
  CertTemplate: 'certTemplate',
  CertificateAuthority: 'certificateAuthority',
  CertificateAcquisitionMechanism: 'certificateAcquisitionMechanism',
  CertificateRenewalTimeInterval: 'certificateRenewalTimeIntervalDays',
  Description: 'description',
  Keysize: 'keySize',
  PromptForCredentials: 'promptForCredentials',
  EnableAutoRenewal: 'enableAutoRenewal',
  KeyIsExtractable: 'keyIsExtractable',
  AllowAllAppsAccess: 'allowAllAppsAccess',
} as const;

const pkcs12Options = {
  Password: 'password',
  AllowAllAppsAccess: 'allowAllAppsAccess',
  KeyIsExtractable: 'keyIsExtractable',
} as const;

// The makers check every option themselves, and their answer is compared with the payload.
const makers: Readonly<Record<string, IdentityMaker>> = {
  'com.apple.security.pkcs12': {
    callee: 'pkcs12Identity',
    options: pkcs12Options,
    argument: 'PayloadContent',
    name: 'PayloadCertificateFileName',
    // What stands in the profile already needs no second thought.
    always: { embedPassword: true },
    make: (file, options) => pkcs12Identity(file as Uint8Array, options as Pkcs12IdentityOptions),
  },
  'com.apple.security.scep': {
    callee: 'scepIdentity',
    options: scepOptions,
    inside: 'PayloadContent',
    always: {},
    make: (_, options) => scepIdentity(options as ScepIdentityOptions),
  },
  'com.apple.security.acme': {
    callee: 'acmeIdentity',
    options: acmeOptions,
    always: {},
    make: (_, options) => acmeIdentity(options as AcmeIdentityOptions),
  },
  'com.apple.ADCertificate.managed': {
    callee: 'adCertificateIdentity',
    options: adCertificateOptions,
    always: {},
    make: (_, options) => adCertificateIdentity(options as AdCertificateIdentityOptions),
  },
};

/** The maker of the identities of a payload type. */
export function identityMaker(payloadType: string): IdentityMaker | undefined {
  return Object.hasOwn(makers, payloadType) ? makers[payloadType] : undefined;
}

/** The dictionary that holds the options of an identity; undefined when it is none or stands beside other keys. */
export function identitySettings({ inside }: IdentityMaker, content: PlistDictionary): PlistDictionary | undefined {
  if (inside === undefined) return content;
  const settings = content[inside];
  return isDictionary(settings) && Object.keys(content).length === 1 ? settings : undefined;
}

/** The words for a key's usage, and for its type, in place of Apple's own; undefined for any other option. */
export function identityWords(option: string, value: unknown): readonly string[] | string | undefined {
  if (option === 'keyType') return value === 'ECSECPrimeRandom' ? 'EC' : undefined;
  if ((option !== 'keyUsage' && option !== 'usageFlags') || typeof value !== 'number') return undefined;
  return [...((value & 1) === 0 ? [] : ['signing']), ...((value & 4) === 0 ? [] : ['encryption'])];
}

/** The identity; undefined when its maker refuses what the payload says. */
export function makeIdentity(maker: IdentityMaker, argument: unknown, options: object): Identity | undefined {
  try {
    return maker.make(argument, options);
  } catch (error) {
    if (!(error instanceof TypeError) && !isProfilewrightError(error)) throw error;
    return undefined;
  }
}
