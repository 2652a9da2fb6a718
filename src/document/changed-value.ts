import { createHash } from 'node:crypto';
import { extendPointer } from '../plist/pointer.js';
import type { PlistDictionary, PlistValue } from '../plist/value.js';
import { plistTypeOf, type PlistType } from '../schema/plist-type.js';
import type { Difference } from './find-differences.js';
import type { ReportedValue } from './redact-content.js';
import type { RedactedPayload } from './redact-payload.js';

/** A value before or after a change, without its secrets. */
export interface ChangedValue {
  /** JSON pointer of the value in its profile. */
  readonly pointer: string;
  readonly type: PlistType;
  /** `[secret]` for what must not be shown, `[1234 bytes]` for data. */
  readonly value: ReportedValue;
  /** The fingerprint of data that is no secret. */
  readonly sha256?: string;
  /** The certificates in it, when it is the content of a certificate payload. */
  readonly certificates?: readonly { readonly name: string; readonly sha256: string }[];
}

/** A key, or something behind it, that is not the same before and after. */
export interface KeyChange {
  readonly kind: 'added' | 'removed' | 'changed';
  /** JSON pointer in the profile after the change, or, for what was removed, before it. */
  readonly pointer: string;
  readonly before?: ChangedValue;
  readonly after?: ChangedValue;
}

/** A dictionary with what may be shown of it. */
export interface ShownDictionary {
  readonly pointer: string;
  readonly dictionary: PlistDictionary;
  readonly redacted: RedactedPayload;
}

/** The changes in words that may be shown; several of them inside of one secret are one. */
export function showChanges(
  differences: readonly Difference[],
  before: ShownDictionary,
  after: ShownDictionary,
): KeyChange[] {
  const changes = new Map<string, KeyChange>();
  for (const difference of differences) {
    const one = difference.before && showValue(before, difference.before);
    const other = difference.after && showValue(after, difference.after);
    const pointer = (other ?? one)?.pointer ?? '';
    const kind = one === undefined ? 'added' : other === undefined ? 'removed' : 'changed';
    const key = `${kind === 'removed' ? 'before' : 'after'} ${pointer}`;
    if (changes.has(key)) continue;
    changes.set(key, { kind, pointer, ...(one && { before: one }), ...(other && { after: other }) });
  }
  return [...changes.values()];
}

function showValue(
  { dictionary, pointer, redacted }: ShownDictionary,
  path: readonly (string | number)[],
): ChangedValue {
  let value: PlistValue | undefined = dictionary;
  let shown: ReportedValue | undefined = redacted.content;
  let place = pointer;
  for (const segment of path) {
    // What is held back ends here: where inside of a secret something changed is not told.
    if (typeof shown !== 'object') break;
    value = (value as PlistDictionary)[segment];
    shown = (shown as Readonly<Record<string, ReportedValue>>)[segment];
    place = extendPointer(place, segment);
  }
  const isCertificate = path.length === 1 && path[0] === 'PayloadContent' && redacted.certificates !== undefined;
  const sha256 = value instanceof Uint8Array && shown !== '[secret]' ? digestOf(value) : undefined;
  return {
    pointer: place,
    type: plistTypeOf(value),
    value: shown ?? '',
    ...(sha256 === undefined ? {} : { sha256 }),
    ...(isCertificate
      ? { certificates: redacted.certificates.map((one) => ({ name: one.name, sha256: one.sha256 })) }
      : {}),
  };
}

function digestOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex').toUpperCase();
}
