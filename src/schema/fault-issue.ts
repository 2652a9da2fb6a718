import { escapeText } from '../diagnostics/escape-text.js';
import { issue, type Issue } from '../diagnostics/issue.js';
import { describeType } from './describe-value.js';
import { nearestName } from './nearest-name.js';
import { describePattern } from './pattern-words.js';
import type { PlistRange } from './plist-type.js';
import type { SchemaFault } from './schema-fault.js';

/**
 * The issue of one schema fault.
 *
 * @param pointer where the dictionary that was judged stands in the profile
 * @param ownType the payload type, when its schema is one that a caller defined: Apple says nothing of it
 */
export function faultIssue(fault: SchemaFault, pointer = '', ownType?: string): Issue {
  if (ownType === undefined) return describeFault(fault, pointer, {});
  const found = describeFault(fault, pointer, { isOwn: true });
  return Object.freeze({ ...found, source: `schema of ${escapeText(ownType, 120)}` });
}

function describeFault(fault: SchemaFault, pointer: string, author: { readonly isOwn?: boolean }): Issue {
  const where = { pointer: `${pointer}${fault.pointer}` };
  const key = escapeText(fault.key, 80);
  switch (fault.kind) {
    case 'type': {
      const expected = fault.expected.map(describeType).join(' or ');
      const code = fault.coercible ? 'schema-number-type' : 'schema-type';
      return issue(code, where, { key, expected, found: fault.found });
    }
    case 'required':
      return issue('schema-required', where, { key });
    case 'unknown-key': {
      const nearest = nearestName(fault.key, fault.known);
      return issue('schema-unknown-key', where, { key, ...author, ...(nearest === undefined ? {} : { nearest }) });
    }
    case 'enum':
      return issue('schema-enum', where, {
        key,
        allowed: describeAllowed(fault.allowed, fault.range),
        ...foundIn(fault),
        ...nearestAllowed(fault),
        ...author,
      });
    case 'range':
      return issue('schema-range', where, { key, range: describeRange(fault.range), ...foundIn(fault) });
    case 'pattern':
      return issue('schema-pattern', where, {
        key,
        form: describePattern(fault.pattern),
        ...foundIn(fault),
        ...author,
      });
    case 'length':
      return issue('schema-length', where, { key, length: describeLength(fault), ...foundIn(fault) });
    case 'omitted':
      return issue('schema-more-faults', where, { count: fault.count });
    case 'other':
      return issue('schema-other', where, { key, keyword: fault.keyword });
  }
}

function describeLength({ bound, limit, unit }: SchemaFault & { kind: 'length' }): string {
  return `at ${bound} ${String(limit)} ${unit}${limit === 1 ? '' : 's'}`;
}

function foundIn({ found }: { readonly found?: string }): { readonly found?: string } {
  return found === undefined ? {} : { found };
}

/** A long list would bury the message. */
const MAX_LISTED = 30;

function describeAllowed(allowed: readonly unknown[], range?: PlistRange): string[] {
  const shown = allowed.slice(0, MAX_LISTED).map((value) => JSON.stringify(value));
  if (allowed.length > MAX_LISTED) shown.push(`${String(allowed.length - MAX_LISTED)} more`);
  return [...shown, ...(range === undefined ? [] : [describeRange(range)])];
}

function describeRange({ minimum, maximum, exclusiveMinimum, exclusiveMaximum }: PlistRange): string {
  if (minimum !== undefined && maximum !== undefined) return `${String(minimum)} to ${String(maximum)}`;
  const parts = [
    minimum === undefined ? '' : `at least ${String(minimum)}`,
    maximum === undefined ? '' : `at most ${String(maximum)}`,
    exclusiveMinimum === undefined ? '' : `more than ${String(exclusiveMinimum)}`,
    exclusiveMaximum === undefined ? '' : `less than ${String(exclusiveMaximum)}`,
  ];
  return parts.filter((part) => part !== '').join(' and ');
}

function nearestAllowed({ allowed, found }: SchemaFault & { kind: 'enum' }): { nearest?: string } {
  if (found?.startsWith('"') !== true) return {};
  const texts = allowed.filter((value) => typeof value === 'string');
  const nearest = nearestName(found.slice(1, -1), texts);
  return nearest === undefined ? {} : { nearest };
}
