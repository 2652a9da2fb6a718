import type { Certificate } from '../pki/certificate.js';
import type { CertificateInput } from '../pki/read-certificates.js';
import type { PayloadContent } from '../schema/generated/payload-content.js';
import { identityKind } from './identity-kind.js';
import {
  booleanOption,
  choiceOption,
  numberOption,
  readOptions,
  requiredOption,
  stringOption,
  type OptionReaders,
} from './read-options.js';
import {
  keyUsageBits,
  keyUsageOption,
  readRequest,
  subjectOption,
  textListOption,
  trustOption,
  type RequestedKeyUsage,
  type RequestedSubject,
  type SubjectInput,
} from './request-options.js';

/** Other names of the subject, one of each kind. */
export interface AcmeSubjectAltName {
  readonly rfc822Name?: string;
  readonly dNSName?: string;
  readonly uniformResourceIdentifier?: string;
  readonly ntPrincipalName?: string;
}

/**
 * The key that the device makes. One that is bound to the hardware never leaves the Secure Enclave, and is an EC key with 256
 * or 384 bits; only such a device can attest to what it is.
 */
export type AcmeKey =
  | { readonly hardwareBound: true; readonly keyType: 'EC'; readonly keySize: 256 | 384; readonly attest?: boolean }
  | {
      readonly hardwareBound: false;
      readonly keyType: 'EC';
      readonly keySize: 192 | 256 | 384 | 521;
      readonly attest?: false;
    }
  | { readonly hardwareBound: false; readonly keyType: 'RSA'; readonly keySize: number; readonly attest?: false };

interface AcmeOptions {
  /** DirectoryURL: of the ACME server (RFC 8555), with https. */
  readonly directoryUrl: string;
  /** ClientIdentifier: by which the server knows the device or the order; it may be good for one certificate only. */
  readonly clientIdentifier: string;
  readonly subject: SubjectInput;
  readonly subjectAltName?: AcmeSubjectAltName;
  /** UsageFlags: what the key is for. */
  readonly usageFlags?: readonly RequestedKeyUsage[];
  /** ExtendedKeyUsage: OIDs such as `1.3.6.1.5.5.7.3.2`, which is clientAuth. */
  readonly extendedKeyUsage?: readonly string[];
  /** KeyIsExtractable: lets the user of a Mac export the key. True on the device unless given. */
  readonly keyIsExtractable?: boolean;
  /** AllowAllAppsAccess: lets every app on a Mac use the key. False on the device unless given. */
  readonly allowAllAppsAccess?: boolean;
  /** The roots by which the device trusts the TLS certificate of the server. They are embedded with the identity. */
  readonly trust?: CertificateInput;
}

/** What the device asks an ACME server for; Apple's `com.apple.security.acme`. */
export type AcmeIdentityOptions = AcmeOptions & AcmeKey;

interface AcmeRequest extends Omit<AcmeOptions, 'subject' | 'trust'> {
  readonly subject: RequestedSubject;
  readonly trust?: readonly Certificate[];
}

/** An identity that the device gets from an ACME server: its key is made on the device, and known nowhere else. */
export type AcmeIdentity = AcmeRequest & AcmeKey & { readonly [identityKind]: 'acme' };

type AnyKey = Record<'hardwareBound' | 'attest', boolean> & {
  readonly keyType: 'EC' | 'RSA';
  readonly keySize: number;
};

const altNameReaders: OptionReaders<AcmeSubjectAltName> = {
  rfc822Name: stringOption,
  dNSName: stringOption,
  uniformResourceIdentifier: stringOption,
  ntPrincipalName: stringOption,
};

const requestReaders: OptionReaders<AcmeRequest & AnyKey> = {
  directoryUrl: stringOption,
  clientIdentifier: stringOption,
  hardwareBound: booleanOption,
  keyType: choiceOption('EC', 'RSA'),
  keySize: numberOption(),
  attest: booleanOption,
  subject: subjectOption,
  subjectAltName: (value, name) => readOptions(name, value, altNameReaders),
  usageFlags: keyUsageOption,
  extendedKeyUsage: textListOption,
  keyIsExtractable: booleanOption,
  allowAllAppsAccess: booleanOption,
  trust: trustOption,
};

const required = ['directoryUrl', 'clientIdentifier', 'hardwareBound', 'keyType', 'keySize', 'subject'] as const;

/**
 * Makes an identity that the device gets from an ACME server. The value may be kept, copied and used in many profiles; a
 * profile embeds it once, whatever refers to it. A key that no device makes is refused when the profile is built.
 *
 * @throws ProfilewrightError what reading the certificates of `trust` throws
 * @throws TypeError when an option is missing, unknown or of another type
 * @example
 * const identity = acmeIdentity({
 *   directoryUrl: 'https://ca.example.com/acme/devices/directory',
 *   clientIdentifier: serialNumber,
 *   hardwareBound: true,
 *   keyType: 'EC',
 *   keySize: 384,
 *   attest: true,
 *   subject: [['O', 'Lab'], ['CN', serialNumber]],
 *   trust: readFileSync('root.pem', 'utf8'),
 * });
 */
export function acmeIdentity(options: AcmeIdentityOptions): AcmeIdentity {
  return readAcmeIdentity('options', options);
}

/** The identity itself and its copies are options, too. */
export function readAcmeIdentity(name: string, options: unknown): AcmeIdentity {
  const request = readRequest(name, options, requestReaders);
  for (const option of required) requiredOption(`${name}.${option}`, request[option]);
  // Whether there is such a key is judged with the profile.
  return Object.freeze({ [identityKind]: 'acme', ...request }) as AcmeIdentity;
}

/** What stands in the payload. */
export function acmeContent(identity: AcmeIdentity): PayloadContent<'com.apple.security.acme'> {
  const { usageFlags } = identity;
  return {
    DirectoryURL: identity.directoryUrl,
    ClientIdentifier: identity.clientIdentifier,
    KeySize: identity.keySize,
    KeyType: identity.keyType === 'EC' ? 'ECSECPrimeRandom' : 'RSA',
    HardwareBound: identity.hardwareBound,
    Subject: identity.subject,
    SubjectAltName: identity.subjectAltName,
    UsageFlags: usageFlags === undefined ? undefined : keyUsageBits(usageFlags),
    ExtendedKeyUsage: identity.extendedKeyUsage,
    Attest: identity.attest,
    KeyIsExtractable: identity.keyIsExtractable,
    AllowAllAppsAccess: identity.allowAllAppsAccess,
  };
}
