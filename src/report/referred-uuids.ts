import type { ReportedPayload } from '../document/inspect-profile.js';
import type { ReportedValue } from '../document/redact-content.js';

/** The UUIDs by which payloads of the profile refer to others of them. */
export function findReferredUuids(payloads: readonly ReportedPayload[]): ReadonlySet<string> {
  const texts = new Set(payloads.flatMap(({ content }) => textsIn(content)));
  return new Set(payloads.map(({ uuid }) => uuid).filter((uuid) => uuid !== '' && texts.has(uuid)));
}

function textsIn(value: ReportedValue): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object'
    ? Object.values(value as Readonly<Record<string, ReportedValue>>).flatMap(textsIn)
    : [];
}
