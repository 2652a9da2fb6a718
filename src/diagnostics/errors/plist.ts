import type { ErrorFacts } from './error-facts.js';

/** `line` and `column` count from 1; `pointer` is a JSON pointer (RFC 6901). */
export interface PlistErrorDetails {
  ERR_PLIST_FORMAT: { readonly found: string };
  ERR_PLIST_ENCODING: { readonly reason: string };
  ERR_PLIST_MALFORMED: { readonly line: number; readonly column: number; readonly reason: string };
  ERR_PLIST_BINARY: { readonly offset: number; readonly reason: string };
  ERR_PLIST_DTD_FORBIDDEN: { readonly line: number; readonly column: number };
  ERR_PLIST_LIMIT: {
    readonly limit: 'bytes' | 'depth' | 'nodes' | 'characters of a text';
    readonly maximum: number;
    /** Of the value that is one too many, when a value is written. */
    readonly pointer?: string;
    /** Where it stands, when a file is read. */
    readonly line?: number;
  };
  ERR_PLIST_VALUE: { readonly pointer: string; readonly reason: string };
}

const at = ({ line, column }: { line: number; column: number }): string =>
  `line ${String(line)}, column ${String(column)}`;

/** What to do about a value whose type is right, by the reason for which it is refused. */
const valueHints: readonly (readonly [RegExp, string])[] = [
  [/milliseconds/, 'cut it to whole seconds: `new Date(Math.floor(Number(date) / 1000) * 1000)`'],
  [/^is (an invalid|a) Date/, 'pass a valid Date of the years 1 to 9999'],
  [/which XML cannot carry$/, 'take that character out of the text'],
  [/^is (null|undefined)$/, 'leave the key out, or the item of the array'],
  [/^contains itself$/, 'break the circle: pass a copy that ends'],
  [/beyond 2\^53/, 'pass a bigint, or `real()` of the number for a <real>'],
  [/that is not finite$/, 'pass a finite number'],
  [/^has the key "__proto__"/, 'give that key another name'],
];

export const plistErrors: ErrorFacts<PlistErrorDetails> = {
  ERR_PLIST_FORMAT: {
    about: 'The input is no property list in XML or binary form but something else, which is named.',
    message: ({ found }) => `expected a property list, found ${found}`,
    hint: () => 'check that this is the .mobileconfig file; `plutil -convert xml1 FILE` converts a property list',
  },
  ERR_PLIST_ENCODING: {
    about:
      'The bytes are not in the encoding that the byte order mark or the XML declaration names, or in one that is not known.',
    message: ({ reason }) => `the property list cannot be decoded: ${reason}`,
    hint: () => 'save the file as UTF-8',
  },
  ERR_PLIST_MALFORMED: {
    about: 'The XML is damaged, or not that of a property list: a device refuses it.',
    message: ({ reason, ...place }) => `${at(place)}: ${reason}`,
    hint: () => 'check the file with `plutil -lint FILE` or `xmllint --noout FILE`',
  },
  ERR_PLIST_BINARY: {
    about: 'The binary property list is damaged, or holds what has no form in XML: a null or a set.',
    message: ({ offset, reason }) => `the binary property list cannot be read at byte ${String(offset)}: ${reason}`,
    hint: () => 'check that the file is complete: `plutil -lint FILE`',
  },
  ERR_PLIST_DTD_FORBIDDEN: {
    about: 'The DOCTYPE holds declarations of its own; they could give entities another meaning for another reader.',
    message: (place) => `${at(place)}: the DOCTYPE has declarations of its own`,
    hint: () => 'remove everything between [ and ] in the DOCTYPE',
  },
  ERR_PLIST_LIMIT: {
    about: 'The property list is larger, deeper or has more values than the limit.',
    message: ({ limit, maximum, pointer, line }) => {
      const place = line === undefined ? (pointer ? ` at "${pointer}"` : '') : ` at line ${String(line)}`;
      return `the property list exceeds the limit of ${String(maximum)} ${limit}${place}`;
    },
    // Only readers take limits; a pointer says that a value was to be written.
    hint: ({ pointer, line }) =>
      pointer === undefined || line !== undefined
        ? 'check that this is the right file, or raise the limit in the options'
        : 'write less there, or spread it over several payloads',
  },
  ERR_PLIST_VALUE: {
    about: 'A value cannot be written into a property list without becoming another one.',
    message: ({ pointer, reason }) => `the value at "${pointer}" ${reason}`,
    hint: ({ reason }) =>
      valueHints.find(([form]) => form.test(reason))?.[1] ??
      'pass text, a finite number, a bigint of 64 bits, a boolean, a Date, bytes, an array or a plain object',
  },
};
