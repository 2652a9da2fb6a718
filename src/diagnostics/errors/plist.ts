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
    hint: () => 'check that this is the right file, or raise the limit in the options',
  },
  ERR_PLIST_VALUE: {
    about: 'A value cannot be written into a property list without becoming another one.',
    message: ({ pointer, reason }) => `the value at "${pointer}" ${reason}`,
    hint: () => 'pass text, a finite number, a bigint of 64 bits, a boolean, a Date, bytes, an array or a plain object',
  },
};
