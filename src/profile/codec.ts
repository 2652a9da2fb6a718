import type { PlistDictionary, PlistValue } from '../plist/value.js';
import { isDictionary } from '../schema/plist-type.js';
import type { Payload } from './profile.js';

/** Common keys that have a field of their own in {@link Payload}. */
const textKeys = new Set([
  'PayloadType',
  'PayloadIdentifier',
  'PayloadUUID',
  'PayloadDisplayName',
  'PayloadDescription',
  'PayloadOrganization',
]);

/** The text under `key`, or undefined when there is none or something else. */
export function textOf(dictionary: PlistDictionary, key: string): string | undefined {
  const value = dictionary[key];
  return typeof value === 'string' ? value : undefined;
}

/** A dictionary with its place: the profile itself has the pointer "". */
export interface PlacedDictionary {
  readonly pointer: string;
  readonly dictionary: PlistDictionary;
}

/** The dictionaries of PayloadContent with their JSON pointers. What is no dictionary is the schema's business, null and holes included. */
export function payloadDictionaries(profile: PlistDictionary): PlacedDictionary[] {
  const content: unknown = profile['PayloadContent'];
  if (!Array.isArray(content)) return [];
  return content.flatMap((dictionary: unknown, index) =>
    isDictionary(dictionary) ? [{ pointer: `/PayloadContent/${String(index)}`, dictionary }] : [],
  );
}

/** Whether a common key of a profile or payload is as it should be; of another type or version it is content like any other. */
export function isCommonEntry(key: string, value: PlistValue): boolean {
  return key === 'PayloadVersion' ? value === 1 : textKeys.has(key) && typeof value === 'string';
}

/** One payload dictionary as {@link Payload}; missing texts are empty. */
export function decodePayload(dictionary: PlistDictionary): Payload {
  const content = Object.create(null) as Record<string, PlistValue>;
  for (const [key, value] of Object.entries(dictionary)) if (!isCommonEntry(key, value)) content[key] = value;
  const displayName = textOf(dictionary, 'PayloadDisplayName');
  const description = textOf(dictionary, 'PayloadDescription');
  const organization = textOf(dictionary, 'PayloadOrganization');
  return Object.freeze({
    type: textOf(dictionary, 'PayloadType') ?? '',
    identifier: textOf(dictionary, 'PayloadIdentifier') ?? '',
    uuid: textOf(dictionary, 'PayloadUUID') ?? '',
    ...(displayName === undefined ? {} : { displayName }),
    ...(description === undefined ? {} : { description }),
    ...(organization === undefined ? {} : { organization }),
    content: Object.freeze(content),
  });
}
