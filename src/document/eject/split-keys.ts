import type { PlistDictionary, PlistValue } from '../../plist/value.js';
import { isCommonEntry } from '../../profile/codec.js';
import { commonOptions } from '../../profile/payloads/payload.js';
import type { PayloadOptions } from '../../profile/profile.js';

/** The keys of a payload or a profile that the builder takes as options, and all others. */
export interface SplitKeys {
  readonly options: readonly (readonly [option: keyof PayloadOptions, key: string, value: string])[];
  readonly content: PlistDictionary;
}

/** Splits a dictionary; its PayloadType and a PayloadVersion of 1 are in neither part. */
export function splitKeys(dictionary: PlistDictionary): SplitKeys {
  const options: [keyof PayloadOptions, string, string][] = [];
  const content = Object.create(null) as Record<string, PlistValue>;
  for (const [key, value] of Object.entries(dictionary)) {
    const option = Object.hasOwn(commonOptions, key) ? commonOptions[key] : undefined;
    if (option !== undefined && typeof value === 'string') options.push([option, key, value]);
    else if (!isCommonEntry(key, value)) content[key] = value;
  }
  return { options, content };
}
