import type { PlistValue } from '../../../src/plist/value.js';
import { issue } from '../trust/lab.js';

export type Dictionary = Record<string, PlistValue>;

/** A sound root, read by the rules as one without issues. */
export const root = issue();

let count = 0;

/** A UUID that no other dictionary of the run has. */
function nextUuid(): string {
  count += 1;
  return `00000000-0000-4000-8000-${String(count).padStart(12, '0')}`;
}

/** A payload without fault, apart from what is given. */
export function payload(changes: Dictionary = {}): Dictionary {
  const PayloadUUID = nextUuid();
  return {
    PayloadType: 'com.apple.security.root',
    PayloadVersion: 1,
    PayloadIdentifier: `com.example.lab.${PayloadUUID}`,
    PayloadUUID,
    PayloadContent: root.certificate.raw,
    ...changes,
  };
}

/** A profile without fault, apart from what is given. */
export function profile(changes: Dictionary = {}, ...payloads: Dictionary[]): Dictionary {
  return {
    PayloadType: 'Configuration',
    PayloadVersion: 1,
    PayloadIdentifier: 'com.example.lab',
    PayloadUUID: nextUuid(),
    PayloadScope: 'System',
    PayloadContent: payloads.length === 0 ? [payload()] : payloads,
    ...changes,
  };
}

/** The dictionary without a key. */
export function without(dictionary: Dictionary, key: string): Dictionary {
  return Object.fromEntries(Object.entries(dictionary).filter(([name]) => name !== key));
}
