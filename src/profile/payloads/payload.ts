import { escapeText } from '../../diagnostics/escape-text.js';
import { normalizePlist } from '../../plist/normalize.js';
import type { PlistDictionary, PlistInput, PlistValue } from '../../plist/value.js';
import { takeReference } from '../draft-reference.js';
import { UNKNOWN_UUID, type DraftReference, type PayloadDraft } from '../payload-draft.js';
import type { PayloadOptions } from '../profile.js';
import { assertPlainObject } from '../read-options.js';

/** Common keys that belong to the options, by which name: one fact is not said in two places. */
export const commonOptions: Readonly<Record<string, keyof PayloadOptions>> = {
  PayloadIdentifier: 'identifier',
  PayloadUUID: 'uuid',
  PayloadDisplayName: 'displayName',
  PayloadDescription: 'description',
  PayloadOrganization: 'organization',
};

/**
 * Drafts a payload of any type from Apple's keys. Common texts in `content` (as in a payload taken from another profile)
 * move to the options unless these say otherwise; what should be a text and is none stays for the judgement of build.
 * Certificates and identities in it become references.
 *
 * @throws ProfilewrightError `ERR_PLIST_VALUE`, `ERR_PLIST_LIMIT`, `ERR_REFERENCE_*` with the pointer in `content`
 * @throws TypeError when `type` is not a text or `content` not a plain object
 */
export function draftPayload(type: string, content: object, options: PayloadOptions): PayloadDraft {
  if (typeof type !== 'string' || type === '')
    throw new TypeError('type must be a payload type such as "com.apple.wifi.managed"');
  assertPlainObject(content, 'content');
  const references: DraftReference[] = [];
  const normalized = normalizePlist(content as PlistInput, {}, (value, place) => {
    const reference = takeReference(type, value, place);
    if (reference === undefined) return undefined;
    references.push(reference);
    return UNKNOWN_UUID;
  });
  const { PayloadType = type, ...others } = normalized as PlistDictionary;
  if (PayloadType !== type) throw new TypeError(`content has another PayloadType than "${escapeText(type)}"`);
  const own: Record<string, PlistValue> = {};
  const moved: Record<string, string> = {};
  for (const [key, value] of Object.entries(others)) {
    const option = Object.hasOwn(commonOptions, key) ? commonOptions[key] : undefined;
    if (option !== undefined && typeof value === 'string') moved[option] = value;
    else own[key] = value;
  }
  return Object.freeze({ type, purpose: type, content: own, options: { ...moved, ...options }, references });
}
