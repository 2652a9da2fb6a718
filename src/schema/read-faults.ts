import { joinPointer } from '../plist/pointer.js';
import type { SchemaComplaint } from './ajv.js';
import { describeValue, isCoercible, quoteChoice } from './describe-value.js';
import type { JsonSchemaObject } from './json-schema.js';
import { limitFaults } from './limit-faults.js';
import type { PlistRange, PlistType } from './plist-type.js';
import type { SchemaFault } from './schema-fault.js';
import { isSecretPath } from './secret-path.js';

/** What wraps faults that are told themselves. */
const wrappers = new Set(['if', 'propertyNames', 'dependentSchemas']);

type Complaint = SchemaComplaint & { readonly branches?: readonly SchemaComplaint[] };

/**
 * Turns the complaints about a value into faults: one for each thing to correct. A value of the wrong type has no other
 * fault, and of alternatives of which none fits only the one that was meant is told.
 *
 * @param schema what the value was judged by: it says which values are secrets
 */
export function readFaults(
  complaints: readonly SchemaComplaint[],
  value: unknown,
  schema?: JsonSchemaObject,
): SchemaFault[] {
  if (complaints.length === 0) return [];
  const places = new Map<string, Complaint[]>();
  for (const complaint of chooseAlternatives(complaints)) {
    const list = places.get(complaint.instancePath);
    if (list === undefined) places.set(complaint.instancePath, [complaint]);
    else list.push(complaint);
  }
  const faults = [...places].flatMap(([path, list]) => {
    const located = locate(path, value, schema);
    return essential(list).map((complaint) => readFault(complaint, located));
  });
  return limitFaults(faults);
}

function essential(complaints: readonly Complaint[]): readonly Complaint[] {
  const type = complaints.find((complaint) => complaint.keyword === 'plist');
  return type === undefined ? complaints.filter(({ keyword }) => !wrappers.has(keyword)) : [type];
}

/** The complaints without those of alternatives that were not meant: ajv tells of each alternative, then that none fits. */
function chooseAlternatives(complaints: readonly SchemaComplaint[]): readonly Complaint[] {
  const chosen: Complaint[] = [];
  for (const complaint of complaints) {
    let start = chosen.length;
    while (isChoice(complaint) && isBehind(chosen[start - 1], complaint)) start -= 1;
    const behind = chosen.splice(start);
    for (const told of behind.length === 0 ? [complaint] : chooseAlternative(complaint, behind)) chosen.push(told);
  }
  return chosen;
}

function isChoice({ keyword }: SchemaComplaint): boolean {
  return keyword === 'anyOf' || keyword === 'oneOf';
}

function isBehind(complaint: Complaint | undefined, choice: SchemaComplaint): boolean {
  if (complaint?.schemaPath.startsWith(`${choice.schemaPath}/`) !== true) return false;
  const { instancePath } = complaint;
  return instancePath === choice.instancePath || instancePath.startsWith(`${choice.instancePath}/`);
}

/**
 * What to tell of alternatives: the complaints of the only one that is of the value's type; or that there is none of its
 * type; or that none of them fits.
 */
function chooseAlternative(choice: SchemaComplaint, behind: readonly Complaint[]): readonly Complaint[] {
  if (choice.keyword === 'oneOf') return [choice];
  const branches = new Map<string, Complaint[]>();
  for (const complaint of behind) {
    const [branch = ''] = complaint.schemaPath.slice(choice.schemaPath.length + 1).split('/');
    const list = branches.get(branch);
    if (list === undefined) branches.set(branch, [complaint]);
    else list.push(complaint);
  }
  const isMismatch = ({ keyword, instancePath }: Complaint): boolean =>
    keyword === 'plist' && instancePath === choice.instancePath;
  const near = [...branches.values()].filter((branch) => !branch.some(isMismatch));
  const [only, ...others] = near;
  if (only === undefined) {
    const demand = behind.filter(isMismatch).flatMap(({ params }) => params['demand'] as readonly PlistType[]);
    return [{ ...choice, keyword: 'plist', params: { demand: [...new Set(demand)] } }];
  }
  return others.length === 0 && branches.size > 1 ? only : [{ ...choice, branches: near.flat() }];
}

interface Located {
  readonly pointer: string;
  /** Empty for items of an array. */
  readonly key: string;
  readonly value: unknown;
  readonly isSecret: () => boolean;
}

/** The value at the path of a complaint, and its pointer as this package writes pointers. */
function locate(instancePath: string, root: unknown, schema: JsonSchemaObject | undefined): Located {
  const path: (string | number)[] = [];
  let [pointer, value] = ['', root];
  for (const segment of instancePath.split('/').slice(1)) {
    const key = segment.replaceAll('~1', '/').replaceAll('~0', '~');
    const step = Array.isArray(value) ? Number(key) : key;
    path.push(step);
    pointer = joinPointer(pointer, step);
    value = typeof value === 'object' && value !== null ? (Reflect.get(value, key) as unknown) : undefined;
  }
  const last = path.at(-1);
  return { pointer, key: typeof last === 'string' ? last : '', value, isSecret: () => isSecretPath(schema, path) };
}

function readFault(complaint: Complaint, located: Located): SchemaFault {
  const { pointer, key, value, isSecret } = located;
  const { keyword, params, branches = [] } = complaint;
  const { demand } = params;
  switch (keyword) {
    case 'plist': {
      const expected = demand as readonly PlistType[];
      return {
        kind: 'type',
        pointer,
        key,
        expected,
        found: describeValue(value),
        coercible: isCoercible(value, expected),
      };
    }
    case 'required':
      return { kind: 'required', pointer, key: String(params['missingProperty']) };
    case 'plistKeys':
      return unknownKey(pointer, String(params['key']), demand as readonly string[]);
    case 'additionalProperties':
      // Beside patternProperties; plistKeys stands for it everywhere else.
      return unknownKey(pointer, String(params['additionalProperty']), []);
    case 'plistListed':
      return { kind: 'enum', pointer, key, allowed: demand as readonly unknown[], ...quoteChoice(value, isSecret) };
    case 'plistRange':
      return { kind: 'range', pointer, key, range: demand as PlistRange, ...quoteChoice(value, isSecret) };
    case 'anyOf':
      return readAlternatives(branches, located);
    case 'pattern':
      return {
        kind: 'pattern',
        pointer,
        key: complaint.propertyName ?? key,
        pattern: String(params['pattern']),
        ...quoteChoice(value, isSecret),
      };
    default:
      return readLength(complaint, located) ?? { kind: 'other', pointer, key, keyword };
  }
}

function unknownKey(pointer: string, key: string, known: readonly string[]): SchemaFault {
  return { kind: 'unknown-key', pointer: joinPointer(pointer, key), key, known };
}

/** A list of values beside a range is one fault with both; other alternatives are told as such. */
function readAlternatives(
  branches: readonly SchemaComplaint[],
  { pointer, key, value, isSecret }: Located,
): SchemaFault {
  const listed = branches.find(({ keyword }) => keyword === 'plistListed');
  const ranged = branches.find(({ keyword }) => keyword === 'plistRange');
  if (branches.length !== 2 || listed === undefined || ranged === undefined) {
    return { kind: 'other', pointer, key, keyword: 'anyOf' };
  }
  const allowed = listed.params['demand'] as readonly unknown[];
  return {
    kind: 'enum',
    pointer,
    key,
    allowed,
    range: ranged.params['demand'] as PlistRange,
    ...quoteChoice(value, isSecret),
  };
}

const lengths: Readonly<Record<string, readonly ['least' | 'most', string]>> = {
  minLength: ['least', 'character'],
  maxLength: ['most', 'character'],
  minItems: ['least', 'item'],
  maxItems: ['most', 'item'],
  minProperties: ['least', 'key'],
  maxProperties: ['most', 'key'],
};

function readLength({ keyword, params }: Complaint, { pointer, key, value }: Located): SchemaFault | undefined {
  const found = lengths[keyword];
  if (found === undefined) return undefined;
  const [bound, unit] = found;
  const count = Array.isArray(value) ? { found: String(value.length) } : {};
  return { kind: 'length', pointer, key, bound, unit, limit: Number(params['limit']), ...count };
}
