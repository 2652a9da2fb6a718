import { isProfilewrightError } from '../../src/diagnostics/profilewright-error.js';
import { decodePlist } from '../../src/plist/decode.js';
import { inObjectOrder, shapeOf, type Shape } from '../interop/typed-shape.js';

/** How many documents ended how, and the ones that should not have. */
export interface Comparison {
  readonly counts: Readonly<Record<string, number>>;
  /** What contradicts each other without a reason that is known, with the document. */
  readonly failures: readonly string[];
}

/** Errors that say why the values differ: a device reads what we read, plistlib something else. */
const differences = new Set([
  'plist-data',
  'plist-date',
  'plist-tag-end',
  'plist-comment-end',
  'plist-doctype-end',
  'plist-encoding-conflict',
]);

/** Why a document that plistlib takes is refused, by what the error says: CoreFoundation refuses each of them. */
const refusals: readonly (readonly [reason: RegExp, because: string])[] = [
  [/an empty <(data|integer|real|date)\/>/, 'an empty <data/> is no empty data for CoreFoundation'],
  [/text between elements/, 'plistlib passes over text between elements'],
  [/text in front of the first tag/, 'what stands between quotes in a DOCTYPE'],
  [/is no element of a property list|found an unknown tag/, 'plistlib passes over elements that it does not know'],
  [/a second value in the <plist>/, 'plistlib takes the last of two values'],
  [/the <plist> is empty|there is no value/, 'plistlib reads nothing as None'],
  [/expected <\//, 'plistlib passes over elements inside of texts, and XML over a ">" between quotes'],
  [/a <date> that is not|a <date> of a year/, 'plistlib takes dates that are shorter, or have something behind them'],
  [/an <integer> that is no whole number/, 'plistlib takes integers of any size, with "_" and blanks around them'],
  [/a <real> that is no number/, 'plistlib takes what float() takes'],
  [/a comment inside|a declaration inside/, 'XML joins the text around a comment'],
  [/a declaration or CDATA between elements/, 'plistlib passes over CDATA between elements'],
  [/a declaration that is no DOCTYPE/, 'a DOCTYPE with a ">" between quotes'],
  [/the DOCTYPE has declarations of its own/, 'CoreFoundation never reads a DOCTYPE with a "["'],
  [/the key "__proto__"/, 'refused on purpose'],
  [/a reference that a device does not know/, 'XML knows longer references, and those of a DOCTYPE'],
  [/cannot be decoded/, 'plistlib knows encodings that CoreFoundation does not, and the other way round'],
  [/a key without a value|a value without a key/, 'a ">" between quotes, once more'],
  [/the <\w+> never ends|a comment never ends/, 'an "/>" or "<!--" behind a ">" between quotes'],
];

/** Compares what we and plistlib read in the same documents. */
export function compareWithPlistlib(
  documents: readonly Uint8Array[],
  answers: readonly (Shape | string)[],
): Comparison {
  const counts: Record<string, number> = {};
  const failures: string[] = [];
  for (const [index, document] of documents.entries()) {
    const outcome = compareOne(document, answers[index] ?? 'nothing');
    counts[outcome.kind] = (counts[outcome.kind] ?? 0) + 1;
    if (outcome.fault !== undefined)
      failures.push(`${outcome.fault}: ${JSON.stringify(Buffer.from(document).toString())}`);
  }
  return { counts, failures };
}

interface Outcome {
  readonly kind: string;
  readonly fault?: string;
}

function compareOne(document: Uint8Array, answer: Shape | string): Outcome {
  const ours = read(document);
  if ('refused' in ours) {
    if (typeof answer === 'string') return { kind: 'both refuse' };
    const isKnown = refusals.some(([reason]) => reason.test(ours.refused));
    return { kind: 'plistlib takes it', ...(isKnown ? {} : { fault: `we refuse (${ours.refused})` }) };
  }
  if (typeof answer === 'string') {
    return {
      kind: 'we take it',
      ...(ours.codes.length > 0 ? {} : { fault: `plistlib refuses (${answer}), we are silent` }),
    };
  }
  if (JSON.stringify(inObjectOrder(answer)) === JSON.stringify(ours.shape)) return { kind: 'equal' };
  const isKnown = ours.codes.some((code) => differences.has(code));
  return { kind: 'not equal, and an error says so', ...(isKnown ? {} : { fault: 'the values differ' }) };
}

function read(
  document: Uint8Array,
): { readonly shape: Shape; readonly codes: readonly string[] } | { refused: string } {
  try {
    const { value, issues } = decodePlist(document);
    return { shape: shapeOf(value), codes: issues.map(({ code }) => code) };
  } catch (error) {
    if (isProfilewrightError(error)) return { refused: error.message };
    throw error;
  }
}
