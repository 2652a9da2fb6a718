import type { Bytes } from '../diagnostics/bytes.js';
import type { Issue } from '../diagnostics/issue.js';
import type { PlistDictionary } from '../plist/value.js';
import { decodePayload, payloadDictionaries, textOf } from './codec.js';
import type { Payload, PayloadScope, Profile } from './profile.js';

/** Those that were validated when they were built, with the text that was validated. */
const built = new WeakSet();

/** The profile of a dictionary that has been validated and of the XML that was made from it. */
export function createProfile(dictionary: PlistDictionary, xml: string, issues: readonly Issue[]): Profile {
  const profile: Profile = Object.freeze({
    identifier: textOf(dictionary, 'PayloadIdentifier') ?? '',
    uuid: textOf(dictionary, 'PayloadUUID') ?? '',
    displayName: textOf(dictionary, 'PayloadDisplayName') ?? '',
    scope: (textOf(dictionary, 'PayloadScope') ?? 'System') as PayloadScope,
    payloads: Object.freeze(
      payloadDictionaries(dictionary).map(({ dictionary: payload }): Payload => decodePayload(payload)),
    ),
    issues: Object.freeze(issues),
    dictionary,
    toXml: (): string => xml,
    toBytes: (): Bytes => new TextEncoder().encode(xml),
  });
  built.add(profile);
  return profile;
}

/** Whether a profile came out of {@link createProfile} as it is, so that it needs no second validation. */
export function isBuiltProfile(value: object): value is Profile {
  return built.has(value);
}
