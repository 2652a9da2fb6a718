import fc, { type Arbitrary } from 'fast-check';

// Random strings never hit what breaks readers and writers: these do.
/** Characters that XML 1.0 can hold, and that somebody changes on the way: line ends, markup, white space, direction, combining. */
const trapTexts: readonly string[] = [
  '\u0085',
  '\u2028',
  '\u2029',
  '\r',
  '\r\n',
  '\n',
  '\t',
  ' ',
  '\u00a0',
  '\ufeff',
  '\u200b',
  '\u202e',
  '\u2066',
  '\u0301',
  '\u00df',
  'Ä',
  'ö',
  'é',
  'ﬁ',
  'İ',
  '名',
  'ع',
  '😀',
  '👩‍👩‍👧',
  '🇩🇪',
  '\u{10ffff}',
  ']]>',
  '<![CDATA[',
  '<!--',
  '-->',
  '<?',
  '&',
  '&amp;',
  '&#0;',
  '<',
  '>',
  '"',
  "'",
  '\\',
  '\\n',
  '%s',
  '${x}',
  '{{x}}',
  '__proto__',
  'constructor',
  '-----BEGIN ',
  '=',
  '+',
  ',',
  ';',
  '#',
  '/',
  '../',
];

/** What XML 1.0 cannot hold at all. */
export const forbiddenTexts: readonly string[] = [
  '\u0000',
  '\u0001',
  '\u0008',
  '\u000b',
  '\u000c',
  '\u001b',
  '\u001f',
  '\ufffe',
  '\uffff',
  '\ud800',
  '\udc00',
];

export interface TextStringOptions {
  /** Also control characters, lone surrogates and noncharacters; default true. */
  readonly withForbidden?: boolean;
  /** How many pieces the text is made of; default 8. */
  readonly maxParts?: number;
}

/** Texts of traps, letters and now and then something long or empty. */
export function textStrings({ withForbidden = true, maxParts = 8 }: TextStringOptions = {}): Arbitrary<string> {
  const forbidden = { weight: 1, arbitrary: fc.constantFrom(...forbiddenTexts) };
  const part = fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(...trapTexts) },
    { weight: 3, arbitrary: fc.string({ unit: 'grapheme-ascii', maxLength: 4 }) },
    { weight: 2, arbitrary: fc.string({ unit: 'grapheme', maxLength: 3 }) },
    ...(withForbidden ? [forbidden] : []),
  );
  const mixed = fc.array(part, { maxLength: maxParts }).map((parts) => parts.join(''));
  const long = fc.tuple(mixed, fc.constantFrom(100, 1000)).map(([text, times]) => text.repeat(times));
  return fc.oneof({ weight: 12, arbitrary: mixed }, { weight: 1, arbitrary: long });
}
