import { escapeText } from '../diagnostics/escape-text.js';
import type { PolicyRule, PolicyViolation } from '../diagnostics/policy-violation.js';
import type { Certificate } from '../pki/certificate.js';
import { isProfilewrightError, ProfilewrightError } from '../diagnostics/profilewright-error.js';
import { readCertificates } from '../pki/read-certificates.js';
import type { PlistDictionary } from '../plist/value.js';
import { payloadDictionaries, textOf, type PlacedDictionary } from '../profile/codec.js';
import { isPayloadType } from '../schema/catalogue.js';
import { isDictionary } from '../schema/plist-type.js';
import { readEmbedded } from '../validation/content/embedded-certificate.js';
import { certificateForm } from '../validation/content/payload-certificates.js';
import { Pkcs12Certificates } from './pkcs12-certificates.js';
import { namedBy, readPolicy, type ProfilePolicy, type ReadPolicy } from './profile-policy.js';
import { readProfile, type ProfileInput } from './read-profile.js';

const MDM = 'com.apple.mdm';
const PKCS12 = 'com.apple.security.pkcs12';
const REMOVAL_PASSWORD = 'com.apple.profileRemovalPassword';

/**
 * Lets a profile of somebody else through only when it holds nothing but what the policy allows. What cannot be looked into
 * (encrypted payloads, a certificate or a PKCS#12 file that cannot be read) and what a device and a reviewer may see
 * differently is never allowed. Says nothing about who signed: that is `verifyProfile`'s.
 *
 * @throws ProfilewrightError `ERR_PROFILE_NOT_ALLOWED` with all violations, and as `parseProfile` does, for files
 * @throws TypeError when an argument is of another type, or `policy` has an unknown key or no `payloadTypes`
 * @example
 * assertOnly(upload, { payloadTypes: ['com.apple.wifi.managed', 'com.apple.security.root'], allowRoots: [labRoot] });
 */
export function assertOnly(profile: ProfileInput, policy: ProfilePolicy): void {
  const read = readPolicy(policy);
  const given = readProfile(profile, 'profile');
  const ambiguous = 'container' in given ? given.issues.filter(({ severity }) => severity === 'error') : [];
  const identities = new Pkcs12Certificates();
  const violations = [
    ...ambiguous.map(({ message, where }) =>
      violation('ambiguous', 'pointer' in where ? (where.pointer ?? '') : '', message),
    ),
    ...profileViolations(given.dictionary, read),
    ...payloadDictionaries(given.dictionary).flatMap((payload) => [...payloadViolations(payload, read, identities)]),
  ];
  if (violations.length > 0) throw new ProfilewrightError('ERR_PROFILE_NOT_ALLOWED', { violations });
}

function violation(rule: PolicyRule, pointer: string, message: string): PolicyViolation {
  return Object.freeze({ rule, pointer, message });
}

function* profileViolations(profile: PlistDictionary, policy: ReadPolicy): Generator<PolicyViolation> {
  const { scopes, identifiers, maxPayloads = Infinity, allowRemovalDisallowed = false } = policy;
  if (profile['PayloadType'] !== 'Configuration')
    yield violation('profile-type', '/PayloadType', 'the file is no configuration profile but of another type');
  yield* contentViolations(profile);
  const scope = profile['PayloadScope'];
  if (scopes !== undefined && !scopes.some((allowed) => allowed === scope))
    yield violation('scope', '/PayloadScope', `PayloadScope must be ${scopes.map((one) => `"${one}"`).join(' or ')}`);
  const identifier = textOf(profile, 'PayloadIdentifier') ?? '';
  if (identifiers !== undefined && namedBy(identifiers, identifier) === undefined)
    yield violation('identifier', '/PayloadIdentifier', 'the PayloadIdentifier is none of those that are allowed');
  const { length } = payloadDictionaries(profile);
  if (length > maxPayloads)
    yield violation(
      'max-payloads',
      '/PayloadContent',
      `${String(length)} payloads are more than ${String(maxPayloads)}`,
    );
  // Whatever is no plain `false` may be taken for a switch that is on.
  const removal = profile['PayloadRemovalDisallowed'] ?? false;
  if (removal !== false && !allowRemovalDisallowed)
    yield violation('removal', '/PayloadRemovalDisallowed', 'the profile could not be removed by hand');
}

/** What is not looked at must not get through. */
function* contentViolations(profile: PlistDictionary): Generator<PolicyViolation> {
  for (const key of ['EncryptedPayloadContent', 'IsEncrypted']) {
    const value = profile[key] ?? false;
    if (value !== false) yield violation('encrypted', `/${key}`, 'encrypted payloads cannot be looked at');
  }
  const content: unknown = profile['PayloadContent'];
  if (content === undefined) return;
  if (!Array.isArray(content)) {
    yield violation('profile-type', '/PayloadContent', 'PayloadContent is no list of payloads');
    return;
  }
  for (const [index, item] of content.entries())
    if (!isDictionary(item)) yield violation('profile-type', `/PayloadContent/${String(index)}`, 'this is no payload');
}

function* payloadViolations(
  payload: PlacedDictionary,
  policy: ReadPolicy,
  identities: Pkcs12Certificates,
): Generator<PolicyViolation> {
  const { pointer, dictionary } = payload;
  const type = textOf(dictionary, 'PayloadType') ?? '';
  const shown = `"${escapeText(type, 100)}"`;
  const named = namedBy(policy.payloadTypes, type);
  const isUnknown = !isPayloadType(type);
  if (named === undefined) yield violation('payload-type', pointer, `the payload type ${shown} is not allowed`);
  else if (isUnknown && named !== 'whole' && policy.allowUnknownTypes !== true)
    yield violation('unknown-type', pointer, `${shown} is no payload type that Apple documents`);
  if (type === MDM && policy.allowMdm !== true) yield violation('mdm', pointer, 'the device would be enrolled in MDM');
  if (type === REMOVAL_PASSWORD && policy.allowRemovalDisallowed !== true)
    yield violation('removal', pointer, 'to remove the profile by hand, a password would be needed');
  if (type === PKCS12) yield* identityViolations(payload, policy, identities);
  yield* rootViolations(payload, type, policy);
}

/** A Mac trusts the CAs behind an identity for much, too. */
function* identityViolations(
  { pointer, dictionary }: PlacedDictionary,
  { roots }: ReadPolicy,
  identities: Pkcs12Certificates,
): Generator<PolicyViolation> {
  if (roots === 'any') return;
  const certificates = identities.in(dictionary['PayloadContent'], textOf(dictionary, 'Password'));
  if (certificates === undefined)
    yield violation('root', pointer, 'the PKCS#12 file cannot be opened, so that a root may be in it');
  for (const certificate of certificates ?? [])
    if (certificate.role === 'root' && !roots.has(certificate.fingerprints.sha256))
      yield rootViolation(pointer, certificate);
}

function rootViolation(pointer: string, { name, fingerprints }: Certificate): PolicyViolation {
  const message = `the root ${name} with the SHA-256 fingerprint ${fingerprints.sha256} is not allowed`;
  return violation('root', pointer, message);
}

function* rootViolations(
  { pointer, dictionary }: PlacedDictionary,
  type: string,
  { roots }: ReadPolicy,
): Generator<PolicyViolation> {
  const form = certificateForm(type);
  if (form === undefined || roots === 'any') return;
  const certificates = certificatesIn(dictionary['PayloadContent'], form);
  if (certificates.length === 0) {
    yield violation('root', pointer, 'the certificate cannot be read, so that it may be a root');
    return;
  }
  for (const certificate of certificates) {
    // Devices sort certificates by what they are, not by the payload that carries them.
    const isRoot = certificate.role === 'root' || type === 'com.apple.security.root';
    if (isRoot && !roots.has(certificate.fingerprints.sha256)) yield rootViolation(pointer, certificate);
  }
}

/** All certificates in the content: the one that a device takes, and those behind it. */
function certificatesIn(content: unknown, form: 'DER' | 'PEM'): Certificate[] {
  if (!(content instanceof Uint8Array)) return [];
  const { certificate, count } = readEmbedded(content, form);
  if (certificate === undefined) return [];
  if (count <= 1) return [certificate];
  try {
    return readCertificates(content);
  } catch (error) {
    if (!isProfilewrightError(error)) throw error;
    return [];
  }
}
