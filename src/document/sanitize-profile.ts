import type { Bytes } from '../diagnostics/bytes.js';
import { encodePlist } from '../plist/encode.js';
import { PlistReal, type PlistDictionary, type PlistInput, type PlistValue } from '../plist/value.js';
import { payloadDictionaries, textOf } from '../profile/codec.js';
import { renewUuids } from '../profile/renew-uuids.js';
import { loadSchema } from '../schema/catalogue.js';
import { isDictionary } from '../schema/plist-type.js';
import { readProfile, type ProfileInput } from './read-profile.js';
import { redactContent, type ReportedValue } from './redact-content.js';
import { redactPayload } from './redact-payload.js';

/** A profile to be shown to others. */
export interface SanitizedProfile {
  /** An unsigned XML property list of the same shape. */
  readonly bytes: Bytes;
  /** JSON pointers of the values that were replaced. */
  readonly secrets: readonly string[];
}

const PLACEHOLDER = '[secret]';

/**
 * A copy of a profile without its secrets, for a bug report or a repository: each is replaced by a value of the same type that
 * says nothing. Keys, structure and all other values stay; comments and the signature go. UUIDs that were derived from secrets
 * become others. The copy is for reading: with its identities gone, it need not be valid.
 *
 * @throws ProfilewrightError `ERR_PLIST_VALUE` for a value that XML cannot carry, and as `parseProfile` does, for files
 * @throws TypeError when `profile` is neither a profile nor bytes nor text
 * @example
 * const { bytes, secrets } = sanitizeProfile(readFileSync('office.mobileconfig'));
 */
export function sanitizeProfile(profile: ProfileInput): SanitizedProfile {
  const { dictionary } = readProfile(profile, 'profile');
  const { PayloadContent: content, ...others } = dictionary;
  const hasPayloads = content !== undefined && Array.isArray(content);
  const top = redactContent(hasPayloads ? others : dictionary, '', { schema: loadSchema('TopLevel') });
  const secrets = [...top.secrets];
  const clean: Record<string, PlistValue> = { ...blankDictionary(hasPayloads ? others : dictionary, top.content) };
  if (hasPayloads) {
    const payloads = new Map<PlistValue, PlistDictionary>();
    for (const { dictionary: payload, pointer } of payloadDictionaries(dictionary)) {
      const redacted = redactPayload(textOf(payload, 'PayloadType') ?? '', payload, pointer);
      // One by one: a payload may hold more of them than a call takes arguments.
      for (const secret of redacted.secrets) secrets.push(secret);
      payloads.set(payload, blankDictionary(payload, redacted.content));
    }
    clean['PayloadContent'] = (content as readonly PlistValue[]).map((item, index) => {
      const payload = payloads.get(item);
      // Of what is no payload nobody knows what in it is secret.
      if (payload === undefined) secrets.push(`/PayloadContent/${String(index)}`);
      return payload ?? blankSecrets(item);
    });
  }
  const renewed: object = renewUuids(dictionary, clean, 'derived');
  const xml = encodePlist(renewed as PlistInput);
  return Object.freeze({ bytes: new TextEncoder().encode(xml), secrets: Object.freeze(secrets) });
}

function blankDictionary(dictionary: PlistDictionary, shown: Readonly<Record<string, ReportedValue>>): PlistDictionary {
  const blank = Object.create(null) as Record<string, PlistValue>;
  for (const [key, value] of Object.entries(dictionary)) blank[key] = blankValue(value, shown[key]);
  return blank;
}

/** The value with all of it replaced that may not be shown. */
function blankValue(value: PlistValue, shown: ReportedValue | undefined): PlistValue {
  if (shown === PLACEHOLDER) return blankSecrets(value);
  // A text of which a part is secret, a URL with a password, is shown without that part.
  if (typeof value === 'string') return typeof shown === 'string' ? shown : blankSecrets(value);
  if (Array.isArray(value)) {
    const items = shown as readonly ReportedValue[];
    return (value as readonly PlistValue[]).map((item, index) => blankValue(item, items[index]));
  }
  return isDictionary(value) ? blankDictionary(value, shown as Readonly<Record<string, ReportedValue>>) : value;
}

/** A value of the same shape that says nothing. */
function blankSecrets(value: PlistValue): PlistValue {
  if (typeof value === 'string') return PLACEHOLDER;
  if (typeof value === 'boolean') return false;
  if (typeof value === 'number' || typeof value === 'bigint') return 0;
  if (value instanceof PlistReal) return new PlistReal(0);
  if (value instanceof Date) return new Date(0);
  if (value instanceof Uint8Array) return new TextEncoder().encode(PLACEHOLDER);
  if (Array.isArray(value)) return (value as readonly PlistValue[]).map(blankSecrets);
  const blank = Object.create(null) as Record<string, PlistValue>;
  for (const [key, item] of Object.entries(value as PlistDictionary)) blank[key] = blankSecrets(item);
  return blank;
}
