import { splitPointer } from '../plist/pointer.js';
import { payloadReferences } from './generated/payload-references.js';
import type { PayloadReference } from './reference-values.js';

/** The references of a payload type. */
export function referencesOf(payloadType: string): readonly PayloadReference[] {
  return Object.hasOwn(payloadReferences, payloadType) ? (payloadReferences[payloadType] ?? []) : [];
}

/** The reference of a payload type that stands at a place in its content. */
export function referenceAt(payloadType: string, place: readonly (string | number)[]): PayloadReference | undefined {
  return referencesOf(payloadType).find(({ path }) => leadsTo(splitPointer(path), place));
}

function leadsTo(segments: readonly string[], place: readonly (string | number)[]): boolean {
  const fits = (segment: string, index: number): boolean => segment === '*' || segment === String(place[index]);
  return segments.length === place.length && segments.every(fits);
}
