import { judgeRecipient } from '../cms/judge-recipient.js';
import { sealEnvelope, type RecipientNaming } from '../cms/seal-envelope.js';
import { now } from '../device/clock.js';
import type { Bytes } from '../diagnostics/bytes.js';
import type { Issue, RuleLevels } from '../diagnostics/issue.js';
import { ProfilewrightError } from '../diagnostics/profilewright-error.js';
import { readCertificates, type CertificateInput } from '../pki/read-certificates.js';
import { encodeNormalized } from '../plist/encode.js';
import type { PlistDictionary, PlistValue } from '../plist/value.js';
import type { Profile } from '../profile/profile.js';
import { choiceOption, optionOf, readOptions, timeOption, type OptionReaders } from '../profile/read-options.js';
import { applyLevels } from '../validation/apply-levels.js';
import { ruleLevelsOption } from '../validation/rule-levels-option.js';
import { readGivenProfile } from './given-profile.js';

export interface EncryptProfileOptions {
  /** How the certificates of the recipients are named; by issuer and serial number unless given. */
  readonly recipientsBy?: RecipientNaming;
  /** The time that validity is judged by; now unless given. */
  readonly at?: Date;
  /** Levels of single rules: of those about the recipients, and for files that are given as bytes of those about the profile. */
  readonly rules?: RuleLevels;
  /** Told about warnings: a recipient that has expired, what is odd about a file that is given as bytes. */
  readonly onIssue?: (issue: Issue) => void;
}

const encryptOptions: OptionReaders<EncryptProfileOptions> = {
  recipientsBy: choiceOption('issuerAndSerialNumber', 'subjectKeyIdentifier'),
  at: timeOption,
  rules: ruleLevelsOption,
  onIssue: optionOf('a function', (value): value is (issue: Issue) => void => typeof value === 'function'),
};

/**
 * Encrypts the payloads of a profile for the identities of devices, in Apple's form: EncryptedPayloadContent holds CMS
 * EnvelopedData (AES-256-CBC; RSA PKCS#1 v1.5 or ECDH on P-256 and P-384), and IsEncrypted is true. Whoever has the key of
 * one of the certificates can decrypt; the identity has to be on the device already. All but the payloads stays readable:
 * names, description, consent text. The result is not signed yet, and other bytes every time.
 *
 * @throws ProfilewrightError `ERR_ENCRYPTION_RECIPIENT`, `ERR_PROFILE_ALREADY_ENCRYPTED`, `ERR_PROFILE_ALREADY_SIGNED`,
 * `ERR_PROFILE_INVALID`, and what reading the certificates and the bytes throws
 * @throws TypeError when an argument is of another type, or an option unknown
 * @example
 * const encrypted = encryptProfile(profile, readFileSync('device.pem'));
 * writeFileSync('device.mobileconfig', await signProfile(encrypted, signer));
 */
export function encryptProfile(
  profile: Profile | Uint8Array,
  recipients: CertificateInput,
  options: EncryptProfileOptions = {},
): Bytes {
  const read = readOptions('options', options, encryptOptions);
  const { recipientsBy = 'issuerAndSerialNumber', at = now(), rules = {}, onIssue } = read;
  const certificates = readCertificates(recipients);
  const { dictionary, judged } = readGivenProfile(profile, { at, rules, isEncrypted: true });
  const payloads = payloadsToEncrypt(dictionary);
  const found = certificates.flatMap((certificate) => [...judgeRecipient(certificate, at)]);
  const issues = [...judged, ...applyLevels(found, 'author', rules)];
  if (issues.some(({ severity }) => severity === 'error'))
    throw new ProfilewrightError('ERR_PROFILE_INVALID', { issues });
  for (const issue of issues) onIssue?.(issue);
  const content = new TextEncoder().encode(encodeNormalized(payloads));
  const envelope = sealEnvelope(content, certificates, recipientsBy);
  content.fill(0);
  return new TextEncoder().encode(encodeNormalized(withEnvelope(dictionary, envelope)));
}

function payloadsToEncrypt(dictionary: PlistDictionary): readonly PlistValue[] {
  if (dictionary['EncryptedPayloadContent'] !== undefined || dictionary['IsEncrypted'] === true) {
    throw new ProfilewrightError('ERR_PROFILE_ALREADY_ENCRYPTED', {});
  }
  const payloads = dictionary['PayloadContent'];
  if (Array.isArray(payloads)) return payloads as readonly PlistValue[];
  throw new ProfilewrightError('ERR_PROFILE_MALFORMED', { pointer: '/PayloadContent', reason: 'is no array' });
}

/** The same dictionary with the envelope in the place of the payloads. */
function withEnvelope(dictionary: PlistDictionary, envelope: Bytes): PlistDictionary {
  const entries = Object.entries(dictionary).filter(([key]) => key !== 'IsEncrypted');
  return Object.fromEntries(
    entries.flatMap(([key, value]): [string, PlistValue][] =>
      key === 'PayloadContent'
        ? [
            ['IsEncrypted', true],
            ['EncryptedPayloadContent', envelope],
          ]
        : [[key, value]],
    ),
  );
}
