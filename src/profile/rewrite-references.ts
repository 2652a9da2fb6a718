import type { PlistDictionary, PlistValue } from '../plist/value.js';
import { isPayloadType } from '../schema/catalogue.js';
import { referenceAt } from '../schema/payload-reference.js';
import { isDictionary } from '../schema/plist-type.js';
import { textOf } from './codec.js';

/** The UUIDs that are to be written in the place of others. */
export type RenamedUuids = ReadonlyMap<string, string>;

/**
 * A payload with its references written anew. Of types that Apple does not document nobody knows which keys are
 * references: there, every text that is such a UUID counts as one.
 */
export function rewriteReferences(payload: PlistDictionary, uuids: RenamedUuids): PlistDictionary {
  if (uuids.size === 0) return payload;
  const type = textOf(payload, 'PayloadType') ?? '';
  const isKnown = isPayloadType(type);
  const rewrite = (value: PlistValue, place: readonly (string | number)[]): PlistValue => {
    if (typeof value === 'string') {
      const isReference = isKnown
        ? referenceAt(type, place) !== undefined
        : place.length !== 1 || !ownNames.has(place[0]);
      return (isReference ? uuids.get(value) : undefined) ?? value;
    }
    if (Array.isArray(value))
      return (value as readonly PlistValue[]).map((item, index) => rewrite(item, [...place, index]));
    if (!isDictionary(value)) return value;
    const copy = Object.create(null) as Record<string, PlistValue>;
    for (const [key, item] of Object.entries(value)) copy[key] = rewrite(item, [...place, key]);
    return copy;
  };
  return rewrite(payload, []) as PlistDictionary;
}

const ownNames: ReadonlySet<unknown> = new Set(['PayloadUUID', 'PayloadIdentifier']);
