import { types } from 'node:util';
import { isContentInfo } from '../asn1/content-info.js';
import { isEnvelope, openEnvelope, type OpenEnvelopeOptions } from '../cms/open-envelope.js';
import { unwrapText } from '../cms/unwrap-text.js';
import type { Issue } from '../diagnostics/issue.js';
import { ProfilewrightError } from '../diagnostics/profilewright-error.js';
import type { KeyInput } from '../pki/key-input.js';
import { belongsTo, readOwnPublicKey } from '../pki/own-public-key.js';
import { readPrivateKey } from '../pki/private-key.js';
import { readCertificate, type CertificateInput } from '../pki/read-certificates.js';
import { decodePlist } from '../plist/decode.js';
import { completeLimits, type PlistLimits } from '../plist/limits.js';
import type { PlistDictionary, PlistValue } from '../plist/value.js';
import { readOptions, type OptionReaders } from '../profile/read-options.js';
import { openFile, textFormIssue } from './open-file.js';
import { orUndefined } from './or-undefined.js';
import {
  assertNoErrors,
  decodeProfile,
  parseOptions,
  profileOf,
  type ParsedProfile,
  type ParseProfileOptions,
} from './parse-profile.js';

export interface DecryptProfileOptions extends ParseProfileOptions {
  /** Of the key, when it is encrypted. */
  readonly passphrase?: string | Uint8Array;
  /** The certificate of the key: it tells the recipient. Without it every recipient whom the key may be for is tried. */
  readonly certificate?: CertificateInput;
}

const decryptOptions: OptionReaders<DecryptProfileOptions> = {
  ...parseOptions,
  // Judged by the readers of keys and certificates.
  passphrase: (value) => value as string | Uint8Array,
  certificate: (value) => value as CertificateInput,
};

/**
 * Decrypts a profile with the private key of a recipient: EncryptedPayloadContent, signed or not, or a whole profile in CMS
 * EnvelopedData. What comes back is the profile with its payloads in place, and `isEncrypted` still true: it says how the
 * profile travels. A signature is checked for integrity, but who signed is not judged. Encrypting protects nothing from being
 * changed; only a signature does.
 *
 * @throws ProfilewrightError `ERR_DECRYPTION_FAILED` for a wrong key and for damage alike, `ERR_DECRYPTION_ALGORITHM`,
 * `ERR_DECRYPTION_LIMIT`, `ERR_PROFILE_NOT_ENCRYPTED`, `ERR_KEY_*`, and what `parseProfile` throws for what is not encrypted
 * @throws TypeError when an argument is of another type, or an option unknown
 * @example
 * const { payloads } = decryptProfile(readFileSync('device.mobileconfig'), readFileSync('device.key'));
 */
export function decryptProfile(
  input: Uint8Array | string,
  key: KeyInput,
  options: DecryptProfileOptions = {},
): ParsedProfile {
  if (typeof input !== 'string' && !types.isUint8Array(input)) {
    throw new TypeError('input must be a Uint8Array or a string');
  }
  const { passphrase, certificate, limits = {}, strict = false } = readOptions('options', options, decryptOptions);
  const holder = readHolder(key, passphrase, certificate);
  const envelope = envelopeOf(input);
  const profile =
    envelope === undefined ? decryptPayloads(input, holder, limits) : decryptWhole(envelope, holder, limits);
  if (strict) assertNoErrors(profile);
  return profile;
}

type Holder = Pick<OpenEnvelopeOptions<unknown>, 'privateKey' | 'certificate'>;

function readHolder(
  key: KeyInput,
  passphrase: string | Uint8Array | undefined,
  input: CertificateInput | undefined,
): Holder {
  const privateKey = readPrivateKey(key, passphrase);
  if (input === undefined) return { privateKey };
  const certificate = readCertificate(input);
  if (belongsTo(readOwnPublicKey(privateKey), certificate)) return { privateKey, certificate };
  throw new ProfilewrightError('ERR_KEY_MISMATCH', { names: [certificate.name] });
}

/** The EnvelopedData that a file is as a whole, and what is odd about its form. */
interface WholeEnvelope {
  readonly bytes: Uint8Array;
  readonly issues: readonly Issue[];
}

/** In its own form or in a text. */
function envelopeOf(input: Uint8Array | string): WholeEnvelope | undefined {
  if (typeof input !== 'string' && isContentInfo(input)) {
    return isEnvelope(input) ? { bytes: input, issues: [] } : undefined;
  }
  const unwrapped = unwrapText(input);
  return unwrapped !== undefined && isEnvelope(unwrapped.bytes)
    ? { bytes: unwrapped.bytes, issues: [textFormIssue(unwrapped)] }
    : undefined;
}

function decryptWhole({ bytes, issues }: WholeEnvelope, holder: Holder, limits: PlistLimits): ParsedProfile {
  const { maxBytes } = completeLimits(limits);
  // The content either is a profile, or nothing at all: an error of its own would tell of it.
  const read = (content: Uint8Array): ParsedProfile | undefined =>
    orUndefined(() => decodeProfile(openFile(content), { limits }));
  const profile = openEnvelope(bytes, { ...holder, maxBytes, read });
  return Object.freeze({ ...profile, isEncrypted: true, issues: Object.freeze([...issues, ...profile.issues]) });
}

function decryptPayloads(input: Uint8Array | string, holder: Holder, limits: PlistLimits): ParsedProfile {
  const outer = decodeProfile(openFile(input), { limits });
  const envelope: unknown = outer.dictionary['EncryptedPayloadContent'];
  if (!types.isUint8Array(envelope)) throw new ProfilewrightError('ERR_PROFILE_NOT_ENCRYPTED', {});
  const { maxBytes } = completeLimits(limits);
  const read = (content: Uint8Array): Payloads | undefined => orUndefined(() => readPayloads(content, limits));
  const { payloads, issues } = openEnvelope(envelope, { ...holder, maxBytes, read });
  return profileOf(withPayloads(outer.dictionary, payloads), {
    container: outer.container,
    isEncrypted: true,
    issues: Object.freeze([...outer.issues.filter(({ code }) => code !== 'profile-encrypted'), ...issues]),
    // The payloads have no lines in this file.
    positionOf: (pointer) => (/^\/PayloadContent(?:\/|$)/.test(pointer) ? undefined : outer.positionOf(pointer)),
  });
}

interface Payloads {
  readonly payloads: readonly PlistValue[];
  readonly issues: readonly Issue[];
}

function readPayloads(content: Uint8Array, limits: PlistLimits): Payloads | undefined {
  const { value, issues } = decodePlist(content, limits);
  if (!Array.isArray(value)) return undefined;
  return { payloads: value as readonly PlistValue[], issues: issues.map(placeInside) };
}

/** Lines of the decrypted list are lines of no file. */
function placeInside(found: Issue): Issue {
  const pointer = 'pointer' in found.where ? `/PayloadContent${found.where.pointer}` : '/PayloadContent';
  return Object.freeze({ ...found, where: Object.freeze({ pointer }) });
}

/** The payloads in the place of the envelope; should there be any in the clear, a device does not look at them. */
function withPayloads(dictionary: PlistDictionary, payloads: readonly PlistValue[]): PlistDictionary {
  const entries = Object.entries(dictionary).filter(([key]) => key !== 'IsEncrypted' && key !== 'PayloadContent');
  const out = Object.create(null) as Record<string, PlistValue>;
  for (const [key, value] of entries) {
    if (key === 'EncryptedPayloadContent') out['PayloadContent'] = payloads;
    else out[key] = value;
  }
  return Object.freeze(out);
}
