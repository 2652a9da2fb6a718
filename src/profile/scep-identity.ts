import type { Bytes } from '../diagnostics/bytes.js';
import type { Secret } from '../diagnostics/secret.js';
import type { Certificate } from '../pki/certificate.js';
import type { CertificateInput } from '../pki/read-certificates.js';
import type { PayloadContent } from '../schema/generated/payload-content.js';
import { identityKind } from './identity-kind.js';
import {
  booleanOption,
  bytesOption,
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
  secretOption,
  subjectOption,
  textsOption,
  trustOption,
  type RequestedKeyUsage,
  type RequestedSubject,
  type SubjectInput,
} from './request-options.js';

/** Other names of the subject; several of one kind as a list. */
export interface ScepSubjectAltName {
  readonly rfc822Name?: string | readonly string[];
  readonly dNSName?: string | readonly string[];
  readonly uniformResourceIdentifier?: string | readonly string[];
  /** The NT principal name of an account, of which there is one. */
  readonly ntPrincipalName?: string;
}

/** What the device asks a SCEP server for (RFC 8894); Apple's `com.apple.security.scep`. */
export interface ScepIdentityOptions {
  /** URL: of the SCEP server, for example `https://ca.example.com/scep`. */
  readonly url: string;
  /** Name: which CA is meant, when the server has several. */
  readonly name?: string;
  readonly subject?: SubjectInput;
  readonly subjectAltName?: ScepSubjectAltName;
  /** Challenge: the password that the server wants to see. It stands in the profile: have one made for each device. */
  readonly challenge?: string | Secret<string>;
  /** Keysize: 2048 unless given, because CAs refuse the 1024 that a device would take. */
  readonly keySize?: 1024 | 2048 | 4096;
  /** Key Usage: what the key is for; the device does not say unless given. */
  readonly keyUsage?: readonly RequestedKeyUsage[];
  /** CAFingerprint: the fingerprint of the certificate of the CA, so that the device answers to no other one over HTTP. */
  readonly caFingerprint?: Uint8Array;
  /** Retries: how often the device asks while the server says that the answer is pending; 3 on the device unless given. */
  readonly retries?: number;
  /** RetryDelay; 10 on the device unless given. */
  readonly retryDelaySeconds?: number;
  /** KeyIsExtractable: lets the user of a Mac export the key. True on the device unless given. */
  readonly keyIsExtractable?: boolean;
  /** AllowAllAppsAccess: lets every app on a Mac use the key. False on the device unless given. */
  readonly allowAllAppsAccess?: boolean;
  /** The roots by which the device trusts the TLS certificate of the server. They are embedded with the identity. */
  readonly trust?: CertificateInput;
}

type Read = 'subject' | 'challenge' | 'keySize' | 'caFingerprint' | 'trust';

interface ScepRequest extends Omit<ScepIdentityOptions, Read> {
  readonly subject?: RequestedSubject;
  readonly challenge?: Secret<string>;
  readonly keySize: 1024 | 2048 | 4096;
  readonly caFingerprint?: Bytes;
  readonly trust?: readonly Certificate[];
}

/** An identity that the device gets from a SCEP server: its key is made on the device, and known nowhere else. */
export interface ScepIdentity extends ScepRequest {
  readonly [identityKind]: 'scep';
}

const altNameReaders: OptionReaders<ScepSubjectAltName> = {
  rfc822Name: textsOption,
  dNSName: textsOption,
  uniformResourceIdentifier: textsOption,
  ntPrincipalName: stringOption,
};

const requestReaders: OptionReaders<ScepRequest> = {
  url: stringOption,
  name: stringOption,
  subject: subjectOption,
  subjectAltName: (value, name) => readOptions(name, value, altNameReaders),
  challenge: secretOption,
  keySize: numberOption(),
  keyUsage: keyUsageOption,
  caFingerprint: bytesOption,
  retries: numberOption(),
  retryDelaySeconds: numberOption(),
  keyIsExtractable: booleanOption,
  allowAllAppsAccess: booleanOption,
  trust: trustOption,
};

/**
 * Makes an identity that the device gets from a SCEP server. The value may be kept, copied and used in many profiles; a
 * profile embeds it once, whatever refers to it.
 *
 * @throws ProfilewrightError what reading the certificates of `trust` throws
 * @throws TypeError when an option is missing, unknown or of another type
 * @example
 * const identity = scepIdentity({
 *   url: 'https://ca.example.com/scep',
 *   subject: [['O', 'Lab'], ['CN', 'anna-iphone']],
 *   challenge: process.env.SCEP_CHALLENGE ?? '',
 *   trust: readFileSync('root.pem', 'utf8'),
 * });
 */
export function scepIdentity(options: ScepIdentityOptions): ScepIdentity {
  return readScepIdentity('options', options);
}

/** The identity itself and its copies are options, too. */
export function readScepIdentity(name: string, options: unknown): ScepIdentity {
  const request = readRequest(name, options, requestReaders);
  requiredOption(`${name}.url`, request.url);
  const identity: ScepIdentity = {
    [identityKind]: 'scep',
    ...request,
    keySize: (request as Partial<ScepRequest>).keySize ?? 2048,
  };
  return Object.freeze(identity);
}

/** What stands in the payload. */
export function scepContent(identity: ScepIdentity): PayloadContent<'com.apple.security.scep'> {
  const { keyUsage } = identity;
  return {
    PayloadContent: {
      URL: identity.url,
      Name: identity.name,
      Subject: identity.subject,
      Challenge: identity.challenge?.reveal(),
      Keysize: identity.keySize,
      'Key Usage': keyUsage === undefined ? undefined : keyUsageBits(keyUsage),
      CAFingerprint: identity.caFingerprint,
      Retries: identity.retries,
      RetryDelay: identity.retryDelaySeconds,
      SubjectAltName: identity.subjectAltName,
      KeyIsExtractable: identity.keyIsExtractable,
      AllowAllAppsAccess: identity.allowAllAppsAccess,
    },
  };
}
