import type { IssueFacts } from './issue-facts.js';

export interface PlistIssueDetails {
  'plist-duplicate-key': { readonly counts: 'first' | 'last' };
  'plist-key-cdata': Record<never, never>;
  'plist-key-as-value': Record<never, never>;
  'plist-nested-plist': Record<never, never>;
  'plist-comment-end': Record<never, never>;
  'plist-doctype-end': Record<never, never>;
  'plist-tag-end': Record<never, never>;
  'plist-trailing-content': { readonly characters: number };
  'plist-illegal-character': { readonly character: string };
  'plist-wide-reference': Record<never, never>;
  'plist-data': { readonly reason: string };
  'plist-date': { readonly reason: string };
  'plist-big-integer': Record<never, never>;
  'plist-uid': Record<never, never>;
  'plist-encoding-conflict': { readonly declared: string; readonly used: string };
  'plist-encoding': { readonly encoding: string };
  'plist-prolog': { readonly reason: string };
  'plist-doctype': Record<never, never>;
  'plist-attributes': Record<never, never>;
  'plist-number-form': { readonly reason: string };
  'plist-line-ends': Record<never, never>;
  'plist-not-well-formed': { readonly reason: string };
  'plist-trailing-padding': { readonly characters: number };
  'plist-binary': Record<never, never>;
  'plist-more-places': { readonly code: string; readonly count: number };
}

const xmlReader = 'CoreFoundation, CFPropertyList.c';
const recommendation = 'W3C Recommendation, XML 1.0 (Fifth Edition)';
const at = (pointer: string): string => (pointer === '' ? '' : ` at ${pointer}`);
const inside = (pointer: string): string => (pointer === '' ? '' : ` inside of ${pointer}`);
const writeAgain = (): string => 'write the file again: `plutil -convert xml1 FILE`';

/** What makes readers see different things: a person at an editor, a program that checks, the device that installs. */
const differences = {
  'plist-duplicate-key': {
    severity: 'error',
    source: `${xmlReader} (parseDictTag); CFBinaryPList.c`,
    about:
      'A dictionary has a key twice. A device takes the last value of an XML list and the first of a binary one; other readers disagree, and people read the first.',
    message: ({ counts }, pointer) => `the key${at(pointer)} stands there more than once; a device takes the ${counts}`,
    hint: () => 'remove the ones that are not meant',
  },
  'plist-key-cdata': {
    severity: 'error',
    source: `${xmlReader} (parseCDSect_pl); the plist library for JavaScript, which cuts such keys`,
    about: 'A CDATA section stands inside of a key or a number. A device joins it to the text, other readers drop it.',
    message: (_, pointer) => `the key or number${at(pointer)} holds a CDATA section`,
    hint: () => 'write it as plain text',
  },
  'plist-key-as-value': {
    severity: 'error',
    source: `${xmlReader} (parseXMLElement)`,
    about: 'A <key> stands where a value belongs. A device takes it for a <string>, other readers refuse the file.',
    message: (_, pointer) => `the value${at(pointer)} is a <key>`,
    hint: () => 'write <string>, or the value that is missing before this key',
  },
  'plist-nested-plist': {
    severity: 'error',
    source: `${xmlReader} (parseXMLElement)`,
    about: 'A <plist> stands where a value belongs. A device takes the value inside, other readers refuse the file.',
    message: (_, pointer) => `the value${at(pointer)} is a <plist> of its own`,
    hint: () => 'write the value without <plist>',
  },
  'plist-comment-end': {
    severity: 'error',
    source: `${xmlReader} (getContentObject); ${recommendation}, section 2.5`,
    about:
      'A comment begins with "<!--->". A device takes it for a whole comment, XML readers go on to the next "-->".',
    message: (_, pointer) => `a comment${inside(pointer)} begins with "<!--->", where a device takes it to end`,
    hint: () => 'remove the comment',
  },
  'plist-doctype-end': {
    severity: 'error',
    source: `${xmlReader} (skipDTD); ${recommendation}, section 2.8`,
    about:
      'The DOCTYPE has a ">" between quotes. A device takes it for the end of the DOCTYPE, XML readers for a part of the address.',
    message: () => 'the DOCTYPE has a ">" between quotes, where a device takes it to end',
    hint: () => "write Apple's DOCTYPE, or none",
  },
  'plist-tag-end': {
    severity: 'error',
    source: `${xmlReader} (parseXMLElement); ${recommendation}, section 3.1`,
    about:
      'The attributes of a tag are not well formed. A device takes the next ">" for the end of the tag, also between quotes.',
    message: (_, pointer) => `a tag${inside(pointer)} has attributes that are not well formed`,
    hint: () => 'remove the attributes: the tags of a property list have none',
  },
  'plist-trailing-content': {
    severity: 'error',
    source: `${xmlReader} (parseXMLPropertyList)`,
    about: 'Something follows the end of the property list. A device does not look at it; people and other readers do.',
    message: ({ characters }) => `${String(characters)} characters follow the property list`,
    hint: () => 'remove everything behind </plist>',
  },
  'plist-illegal-character': {
    severity: 'error',
    source: `${xmlReader} (parseStringTag); ${recommendation}, section 2.2`,
    about: 'A text holds a character that XML cannot hold. A device reads it, other readers refuse the file.',
    message: ({ character }, pointer) => `the text${at(pointer)} holds ${character}, which XML cannot hold`,
    hint: () => 'remove the character',
  },
  'plist-wide-reference': {
    severity: 'error',
    source: `${xmlReader} (parseEntityReference_pl); older versions keep 16 bits`,
    about: 'A character above U+FFFF is written by its number, of which older devices read the lower 16 bits.',
    message: (_, pointer) => `the text${at(pointer)} refers to a character above U+FFFF by its number`,
    hint: () => 'write the character itself, in UTF-8',
  },
  'plist-data': {
    severity: 'error',
    source: `${xmlReader} (parseDataTag); RFC 4648 section 3`,
    about:
      'A <data> is not base64. A device passes over other characters and drops what is incomplete at the end, in silence.',
    message: ({ reason }, pointer) => `the <data>${at(pointer)} is not base64: ${reason}`,
    hint: () => 'encode the data again: `base64 < FILE`',
  },
  'plist-date': {
    severity: 'error',
    source: `${xmlReader} (parseDateTag); CFDate.c (CFGregorianDateGetAbsoluteTime)`,
    about:
      'A <date> is no day or time of the calendar, or of a year beyond four digits. A device counts on to the next.',
    message: ({ reason }, pointer) => `the <date>${at(pointer)} ${reason}`,
    hint: () => 'write a date of the calendar as YYYY-MM-DDTHH:MM:SSZ',
  },
  'plist-big-integer': {
    severity: 'error',
    source: 'CoreFoundation, CFBinaryPList.c (__CFBinaryPlistCreateObjectFiltered)',
    about: 'An integer of a binary property list has more than 64 bits, of which a device reads the lower 64.',
    message: (_, pointer) => `the integer${at(pointer)} has more than 64 bits, of which a device reads the lower ones`,
    hint: () => 'write an integer of 64 bits',
  },
  'plist-uid': {
    severity: 'error',
    source: `${xmlReader} (parseDictTag); CFBinaryPList.c`,
    about: 'The value is a reference of a keyed archive, or the dictionary "CF$UID" that a device takes for one.',
    message: (_, pointer) => `the value${at(pointer)} is a reference of a keyed archive for a device`,
    hint: () => 'remove the value, or write it under another key than "CF$UID"',
  },
  'plist-encoding-conflict': {
    severity: 'error',
    source: `${xmlReader} (encodingForXMLData); ${recommendation}, section 4.3.3`,
    about:
      'The bytes are in one encoding for a device, and in another one for XML readers, or in one that a device does not find.',
    message: ({ declared, used }) => `the file is ${used} for a device, and ${declared} for other readers`,
    hint: () => 'save the file as UTF-8, with an XML declaration that says so',
  },
} satisfies Partial<IssueFacts<PlistIssueDetails>>;

/** What a device reads, and other readers refuse or warn of. */
const oddities = {
  'plist-encoding': {
    severity: 'warning',
    source: `${xmlReader} (encodingForXMLData)`,
    about: 'The file is not in UTF-8 but in another encoding that devices read; other readers know fewer encodings.',
    message: ({ encoding }) => `the file is in ${encoding}`,
    hint: () => 'save the file as UTF-8',
  },
  'plist-prolog': {
    severity: 'warning',
    source: `${xmlReader} (parseXMLPropertyList); ${recommendation}, section 2.8`,
    about: 'The file does not begin as a property list does. A device reads it, other readers may refuse it.',
    message: ({ reason }) => `the property list begins in an unusual way: ${reason}`,
    hint: writeAgain,
  },
  'plist-doctype': {
    severity: 'warning',
    source: 'man page plist(5)',
    about: 'The DOCTYPE is not the one of a property list. Nobody looks at it, unless a reader fetches it.',
    message: () => 'the DOCTYPE is not the one of a property list',
    hint: () =>
      'write <!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">',
  },
  'plist-attributes': {
    severity: 'warning',
    source: `${xmlReader} (parseXMLElement)`,
    about: 'A tag has attributes, which a property list does not have. They are passed over.',
    message: (_, pointer) => `a tag${inside(pointer)} has attributes`,
    hint: () => 'remove the attributes',
  },
  'plist-number-form': {
    severity: 'warning',
    source: `${xmlReader} (parseIntegerTag, parseRealTag)`,
    about: 'A number is written in a form that a device reads and other readers refuse or misread.',
    message: ({ reason }, pointer) => `the number${at(pointer)} is written ${reason}`,
    hint: () => 'write decimal digits, with a sign only when it is negative',
  },
  'plist-line-ends': {
    severity: 'warning',
    source: `${xmlReader} (parseStringTag); ${recommendation}, section 2.11`,
    about:
      'A text holds a carriage return. A device keeps it, XML readers make a line feed of it, and so does this one.',
    message: (_, pointer) => `the text${at(pointer)} holds carriage returns, which a device keeps`,
    hint: () => 'save the file with line feeds only',
  },
  'plist-not-well-formed': {
    severity: 'warning',
    source: recommendation,
    about: 'The file is not well formed. A device reads it all the same, other readers refuse it.',
    message: ({ reason }, pointer) => `the file is not well formed${at(pointer)}: ${reason}`,
    hint: writeAgain,
  },
  'plist-trailing-padding': {
    severity: 'warning',
    source: `${xmlReader} (parseXMLPropertyList)`,
    about: 'NULs or other control characters follow the end of the property list. A device does not look at them.',
    message: ({ characters }) => `${String(characters)} control characters follow the property list`,
    hint: () => 'remove everything behind </plist>',
  },
  'plist-binary': {
    severity: 'info',
    source: 'CoreFoundation, CFBinaryPList.c',
    about: 'The file is a binary property list. Devices read it; most tools for profiles do not.',
    message: () => 'the file is a binary property list',
    hint: () => 'convert it: `plutil -convert xml1 FILE`',
  },
  'plist-more-places': {
    severity: 'info',
    source: 'the reader of this package',
    about: 'One rule is broken in more places than are told one by one.',
    message: ({ code, count }) => `"${code}" is true of ${String(count)} more places`,
    hint: () => 'correct the first ones and read the file again',
  },
} satisfies Partial<IssueFacts<PlistIssueDetails>>;

export const plistIssues: IssueFacts<PlistIssueDetails> = { ...differences, ...oddities };
