import { isDictionary } from '../../schema/plist-type.js';
import { describeType } from '../../schema/describe-value.js';
import { nearestName } from '../../schema/nearest-name.js';
import { describePattern } from '../../schema/pattern-words.js';
import { findFaults, type FragmentFault } from './find-faults.js';
import type { Fragment, FragmentObject, Scalar } from './fragment.js';

/** Alternatives that are told one by one; more would bury the message. */
const MAX_LISTED = 30;
const MAX_DEPTH = 4;

/** What to do about a fault, as a sentence that begins with a verb. */
export function describeDemand(fault: FragmentFault, depth = 0): string {
  const { path, value, keyword, fragment, missing } = fault;
  const name = nameOf(path);
  if (missing !== undefined) return `add ${quote(missing)}${describeWanted(fragment)}`;
  switch (keyword) {
    case 'false':
      return path.length === 0 ? 'remove the payload' : `remove ${name}`;
    case 'anyOf':
      return describeChoices(fragment.anyOf ?? [], value, path, depth);
    case 'oneOf':
      return describeOneOf(fragment.oneOf ?? [], value, path, depth);
    case 'not':
      return typeof path.at(-1) === 'number'
        ? `remove ${name}, or ${describeNot(fragment.not ?? true, name)}`
        : describeNot(fragment.not ?? true, name);
    case 'contains':
      return `add ${describeMember(fragment.contains ?? true)}`;
    case 'maxContains':
      return `keep at most ${String(fragment.maxContains ?? 0)} of ${describeMember(fragment.contains ?? true)}`;
    case 'propertyNames':
      return `rename the key ${name}${describeName(fragment, value)}`;
    default:
      return `change ${name} to ${describeValueWanted(fragment, keyword, value)}`;
  }
}

/** The key that a path leads to; an item is named after its list. */
export function nameOf(path: readonly (string | number)[]): string {
  const key = path.findLast((segment) => typeof segment === 'string');
  if (key === undefined) return 'the payload';
  return typeof path.at(-1) === 'number' ? `the item of ${quote(key)}` : quote(key);
}

function quote(text: string): string {
  return `"${text}"`;
}

function listScalars(scalars: readonly Scalar[]): string {
  const shown = scalars.slice(0, MAX_LISTED).map((value) => JSON.stringify(value));
  if (scalars.length > MAX_LISTED) shown.push(`${String(scalars.length - MAX_LISTED)} more`);
  return shown.join(', ');
}

/** What a text was probably meant to be stands first. */
function describeListed(listed: readonly Scalar[], value: unknown): string {
  if (listed.length === 1) return JSON.stringify(listed[0]);
  const texts = listed.filter((entry) => typeof entry === 'string');
  const nearest = typeof value === 'string' ? nearestName(value, texts) : undefined;
  if (nearest === undefined) return `one of: ${listScalars(listed)}`;
  const others = listed.filter((entry) => entry !== nearest);
  return `${JSON.stringify(nearest)}, or to another one of: ${listScalars(others)}`;
}

const counted = (count: number | undefined, unit: string): string =>
  `${String(count ?? 0)} ${unit}${count === 1 ? '' : 's'}`;

/** What a value should be, in words that follow "to". */
function describeValueWanted(fragment: FragmentObject, keyword: FragmentFault['keyword'], value: unknown): string {
  const { const: constant, enum: listed = [], pattern = '', format, type = [], multipleOf } = fragment;
  switch (keyword) {
    case 'const':
      return JSON.stringify(constant);
    case 'enum':
      return describeListed(listed, value);
    case 'pattern':
      return describePattern(pattern);
    case 'format':
      return format === 'ipv4' ? 'an IPv4 address' : 'an IPv6 address';
    case 'minimum':
    case 'maximum':
      return describeRange(fragment);
    case 'multipleOf':
      return `a multiple of ${String(multipleOf)}`;
    case 'minLength':
      return `a text of at least ${counted(fragment.minLength, 'character')}`;
    case 'maxLength':
      return `a text of at most ${counted(fragment.maxLength, 'character')}`;
    case 'minItems':
      return `a list of at least ${counted(fragment.minItems, 'item')}`;
    case 'maxItems':
      return `a list of at most ${counted(fragment.maxItems, 'item')}`;
    case 'uniqueItems':
      return 'a list in which each item stands once';
    case 'type':
      return (typeof type === 'string' ? [type] : type)
        .map((name) => describeType(name === 'object' ? 'dictionary' : name))
        .join(' or ');
    default:
      return 'what the rule says';
  }
}

function describeRange({ minimum, maximum }: FragmentObject): string {
  if (minimum === undefined) return `a number of at most ${String(maximum)}`;
  return maximum === undefined
    ? `a number of at least ${String(minimum)}`
    : `a number from ${String(minimum)} to ${String(maximum)}`;
}

/** What is demanded of a key that is missing. */
function describeWanted({ const: constant, enum: listed }: FragmentObject): string {
  if (constant !== undefined) return ` with the value ${JSON.stringify(constant)}`;
  return listed === undefined ? '' : ` with one of the values ${listScalars(listed)}`;
}

function describeName({ enum: listed, const: constant, pattern }: FragmentObject, name: unknown): string {
  if (constant !== undefined) return ` to ${JSON.stringify(constant)}`;
  if (listed !== undefined) return ` to ${describeListed(listed, name)}`;
  return pattern === undefined ? '' : ` to ${describePattern(pattern)}`;
}

/** What would be an item, or a payload, that a list must or must not hold. */
export function describeMember(fragment: Fragment): string {
  if (typeof fragment === 'boolean') return 'an item';
  const { PayloadType: type, ...others } = fragment.properties ?? {};
  if (typeof type !== 'object') {
    const listed = fragment.enum ?? (fragment.const === undefined ? [] : [fragment.const]);
    return listed.length > 1 ? `one of ${listScalars(listed)}` : listScalars(listed);
  }
  const types = type.enum ?? (type.const === undefined ? [] : [type.const]);
  const settings = Object.entries(others).map(([key, demand]) =>
    typeof demand === 'object' && demand.const !== undefined ? `${key} ${JSON.stringify(demand.const)}` : key,
  );
  const withSettings = settings.length === 0 ? '' : ` with ${settings.join(' and ')}`;
  return `a payload ${types.map((name) => JSON.stringify(name)).join(' or ')}${withSettings}`;
}

/** Each alternative as what is to be done for it; equal ones once, and what is changed only at its first. */
function describeChoices(
  choices: readonly Fragment[],
  value: unknown,
  path: FragmentFault['path'],
  depth: number,
): string {
  const change = `change ${nameOf(path)}`;
  if (depth >= MAX_DEPTH) return change;
  const ways = fittingChoices(choices, value, path).map((choice) =>
    [...new Set(firstFaults(choice, value, path).map((fault) => describeDemand(fault, depth + 1)))].join(' and '),
  );
  const [first = '', ...others] = [...new Set(ways.filter((way) => way !== ''))];
  const rest = first.startsWith(`${change} to `)
    ? others.map((way) => (way.startsWith(`${change} to `) ? way.slice(change.length + 1) : way))
    : others;
  return [first, ...rest].join(', or ');
}

/** Where a list may stand and one stands there, only its items are at fault. */
function fittingChoices(
  choices: readonly Fragment[],
  value: unknown,
  path: FragmentFault['path'],
): readonly Fragment[] {
  if (!Array.isArray(value)) return choices;
  const inside = choices.filter((choice) =>
    firstFaults(choice, value, path).every((fault) => fault.path.length > path.length),
  );
  return inside.length === 0 ? choices : inside;
}

const MAX_FAULTS = 4;

function firstFaults(fragment: Fragment, value: unknown, path: FragmentFault['path']): FragmentFault[] {
  const faults: FragmentFault[] = [];
  for (const fault of findFaults(fragment, value, path)) {
    faults.push(fault);
    if (faults.length === MAX_FAULTS) break;
  }
  return faults;
}

function describeOneOf(
  choices: readonly Fragment[],
  value: unknown,
  path: FragmentFault['path'],
  depth: number,
): string {
  const fitting = choices.filter((choice) => firstFaults(choice, value, path).length === 0);
  if (fitting.length === 0) return describeChoices(choices, value, path, depth);
  const keys = choices.flatMap((choice) => (typeof choice === 'object' ? (choice.required ?? []) : []));
  const present = keys.filter((key) => isDictionary(value) && Object.hasOwn(value, key));
  return `keep only one of ${present.map(quote).join(', ')}`;
}

function describeNot(fragment: Fragment, name: string): string {
  if (typeof fragment === 'boolean') return `remove ${name}`;
  const { const: constant, enum: listed, pattern, contains, properties = {}, required = [] } = fragment;
  if (constant !== undefined) return `change ${name} to another value than ${JSON.stringify(constant)}`;
  if (listed !== undefined) return `change ${name} to another value than ${listScalars(listed)}`;
  if (pattern !== undefined) return `change ${name} to anything but ${describePattern(pattern)}`;
  if (contains !== undefined) return describeRemoval(contains, name);
  const inner = properties['PayloadContent'];
  if (typeof inner === 'object' && inner.contains !== undefined) return describeRemoval(inner.contains, name);
  const keys = [...new Set([...required, ...Object.keys(properties)])];
  return `change or remove ${keys.map(quote).join(' or ')}`;
}

/** Payloads are removed from nothing but the profile, which goes without saying. */
function describeRemoval(member: Fragment, name: string): string {
  const words = describeMember(member);
  return words.startsWith('a payload ') ? `remove the ${words.slice(2)}` : `remove ${words} from ${name}`;
}
