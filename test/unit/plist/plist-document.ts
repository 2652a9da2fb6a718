import { decodePlist } from '../../../src/plist/decode.js';
import type { PlistLimits } from '../../../src/plist/limits.js';
import type { PlistValue } from '../../../src/plist/value.js';

export const declaration = '<?xml version="1.0" encoding="UTF-8"?>';

/** A whole property list around one value, all on one line. */
export const document = (body: string): string => `${declaration}<plist version="1.0">${body}</plist>`;

/** How far the body of {@link document} is moved to the right. */
export const bodyColumn: number = document('').indexOf('</plist>') + 1;

export const read = (body: string, limits?: PlistLimits): PlistValue => decodePlist(document(body), limits).value;

/** Reasons are told without a word of the file, but for the names of the elements of property lists. */
export const secret = 'hunter2';

/** A dictionary as it is read: without prototype. */
export const dictionary = (entries: Readonly<Record<string, unknown>>): object =>
  Object.assign(Object.create(null) as object, entries);
