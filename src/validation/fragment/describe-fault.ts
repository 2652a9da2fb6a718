import { escapeText } from '../../diagnostics/escape-text.js';
import { joinWords } from '../../diagnostics/join-words.js';
import { joinPointer } from '../../plist/pointer.js';
import { describeValue, isTelling } from '../../schema/describe-value.js';
import { isDictionary, isPlistType, numberOf } from '../../schema/plist-type.js';
import { describeDemand, describeMember, nameOf } from './describe-demand.js';
import { hasKey, type FragmentFault, type Path } from './find-faults.js';
import type { Fragment, FragmentObject } from './fragment.js';

/** A fault in words, and where it stands. */
export interface DescribedFault {
  readonly pointer: string;
  /** The key that is missing at the pointer. */
  readonly missing?: string;
  readonly found: string;
  readonly advice: string;
  /** Whether the value should not be there, whatever it is. */
  readonly isSuperfluous?: boolean;
}

/**
 * What stands in a profile, and what to do about it. Values are quoted when they are short, of the type that the rule is
 * about, and no secrets.
 *
 * @param start the pointer of the dictionary that was judged
 */
export function describeFault(fault: FragmentFault, start: string, isSecret: (path: Path) => boolean): DescribedFault {
  const pointer = pointerOf(fault.path, start);
  const { missing } = fault;
  return {
    pointer,
    ...(missing === undefined ? {} : { missing }),
    found: describeFound(fault, pointer, isSecret),
    advice: escapeText(describeDemand(fault), 400),
    ...(fault.keyword === 'false' ? { isSuperfluous: true } : {}),
  };
}

/** The pointer of a path below a dictionary. */
export function pointerOf(path: Path, start: string): string {
  return path.reduce<string>((pointer, segment) => joinPointer(pointer, segment), start);
}

function describeFound(fault: FragmentFault, pointer: string, isSecret: (path: Path) => boolean): string {
  const { path, value, keyword, fragment, missing } = fault;
  const at = pointer === '' ? '' : ` at ${pointer}`;
  const name = path.length === 0 && pointer === '' ? 'the profile' : escapeText(nameOf(path), 90);
  if (missing !== undefined) return `"${missing}" is missing${at}`;
  switch (keyword) {
    case 'false':
      return `${name}${at} is set`;
    case 'contains':
      return `${name}${at} does not hold ${describeMember(fragment.contains ?? true)}`;
    case 'propertyNames':
      return `the key ${name}${at} is not allowed`;
    case 'minItems':
    case 'maxItems':
      return `${name}${at} has ${String((value as readonly unknown[]).length)} items`;
    case 'uniqueItems':
      return `${name}${at} has an item twice`;
    default:
      return isDictionary(value) || Array.isArray(value)
        ? `${name}${at}${describeKeys(fragment, keyword, value)}`
        : `${name}${at} is ${quoteValue(value, fault, isSecret(path))}`;
  }
}

/** Which of the keys that a demand on a dictionary is about are there, and which are not. */
function describeKeys(fragment: FragmentObject, keyword: FragmentFault['keyword'], value: unknown): string {
  const misfit = ` is ${describeValue(value)} that does not fit`;
  const banned = keyword === 'not' ? bannedMember(fragment.not ?? true) : undefined;
  if (banned !== undefined) return ` holds ${describeMember(banned)}`;
  if (!isDictionary(value)) return misfit;
  const choices = keyword === 'not' ? [fragment.not ?? true] : (fragment.anyOf ?? fragment.oneOf ?? []);
  const keys = new Set(
    choices.flatMap((choice) =>
      typeof choice === 'object' ? [...(choice.required ?? []), ...Object.keys(choice.properties ?? {})] : [],
    ),
  );
  if (keys.size === 0) return misfit;
  const list = (names: readonly string[]): string => joinWords(names.map((key) => `"${key}"`));
  const present = [...keys].filter((key) => hasKey(value, key));
  const absent = [...keys].filter((key) => !hasKey(value, key));
  if (keyword === 'not' || absent.length === 0) return ` has ${list(present)} in a combination that is not allowed`;
  return present.length === 0
    ? ` has no ${absent.map((key) => `"${key}"`).join(' and no ')}`
    : ` has ${list(present)} only`;
}

/** What a list must not hold, or the list of the payloads. */
function bannedMember(fragment: Fragment): Fragment | undefined {
  if (typeof fragment === 'boolean') return undefined;
  const payloads = fragment.properties?.['PayloadContent'];
  return fragment.contains ?? (typeof payloads === 'object' ? payloads.contains : undefined);
}

const MAX_QUOTED = 80;

/** The value itself when it may be shown; otherwise what kind of value it is. */
export function quoteValue(
  value: unknown,
  { fragment, keyword }: Pick<FragmentFault, 'fragment' | 'keyword'>,
  isSecret: boolean,
): string {
  if (typeof value === 'boolean') return String(value);
  if (isSecret || keyword === 'type' || !isComparable(value, fragment)) return describeValue(value);
  if (typeof value === 'string') return isTelling(value) ? describeValue(value) : `"${escapeText(value, MAX_QUOTED)}"`;
  const number = typeof value === 'bigint' ? value : numberOf(value);
  return number === undefined || Number.isNaN(number) ? describeValue(value) : String(number);
}

/** A text in place of a number, or the other way round, was put there by mistake: nobody knows what it is. */
function isComparable(value: unknown, { const: constant, enum: listed }: FragmentObject): boolean {
  const expected = constant === undefined ? (listed ?? []) : [constant];
  return (
    expected.length === 0 || expected.some((entry) => (typeof entry === 'string') === isPlistType(value, ['string']))
  );
}
