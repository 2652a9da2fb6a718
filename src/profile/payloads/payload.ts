import type { PlistInput } from '../../plist/value.js';
import type { PayloadDraft } from '../payload-draft.js';
import type { PayloadOptions } from '../profile.js';

/** Common keys that belong to the options, so that one fact is not said in two places. */
const optionKeys: Readonly<Record<string, string>> = {
  PayloadIdentifier: 'identifier',
  PayloadUUID: 'uuid',
  PayloadDisplayName: 'displayName',
  PayloadDescription: 'description',
  PayloadOrganization: 'organization',
};

/**
 * Drafts a payload of any type from Apple's keys. Common keys in `content` (as in a payload taken from another profile)
 * move to the options unless these say otherwise.
 *
 * @throws TypeError when `type` is not a text or `content` not a plain object
 */
export function draftPayload(
  type: string,
  content: Readonly<Record<string, PlistInput | undefined>>,
  options: PayloadOptions,
): PayloadDraft {
  if (typeof type !== 'string' || type === '')
    throw new TypeError('type must be a payload type such as "com.apple.wifi.managed"');
  if (typeof content !== 'object' || (content as unknown) === null || Array.isArray(content)) {
    throw new TypeError('content must be an object with the keys of the payload');
  }
  if (content['PayloadType'] !== undefined && content['PayloadType'] !== type) {
    throw new TypeError(`content has another PayloadType than "${type}"`);
  }
  const own: Record<string, PlistInput | undefined> = {};
  const moved: Record<string, PlistInput> = {};
  for (const [key, value] of Object.entries(content)) {
    const option = optionKeys[key];
    if (key === 'PayloadType') continue;
    if (option !== undefined && typeof value === 'string') moved[option] = value;
    else own[key] = value;
  }
  return Object.freeze({ type, purpose: type, content: own, options: { ...moved, ...options } });
}
