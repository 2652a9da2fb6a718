import type { CompiledRule, Reference, RuleCheck } from './compiled-rule.js';
import type { Fragment } from './fragment/fragment.js';

/**
 * Top-level keys of which a dictionary must have one before a rule can find anything in it; undefined when it may always.
 * Most payloads have few of the keys that their rules are about.
 */
export function triggersOf(rule: CompiledRule): readonly string[] | undefined {
  const { if: condition, then, profile, references, check, overrides } = rule;
  // Most overrides are the schema's business, and nothing is left to find.
  if (overrides?.some((one) => one.presence === 'optional' || one.default !== undefined) === true) return undefined;
  const needed = condition === undefined ? undefined : keysToFit(condition);
  if (needed !== undefined) return needed;
  if (profile !== undefined) return undefined;
  return union([
    ...(then === undefined ? [] : [keysToFail(then)]),
    ...(references === undefined ? [] : references.map(({ path }: Reference) => firstKey(path))),
    ...(check === undefined ? [] : [keysOfCheck(check)]),
  ]);
}

type Keys = readonly string[] | undefined;

function union(all: readonly Keys[]): Keys {
  const known = all.filter((keys) => keys !== undefined);
  return known.length < all.length ? undefined : [...new Set(known.flat())];
}

/** One of these is there when a dictionary fits. */
function keysToFit(fragment: Fragment): Keys {
  if (typeof fragment === 'boolean') return undefined;
  const { required = [], allOf = [], anyOf, oneOf } = fragment;
  const [first] = required;
  if (first !== undefined) return [first];
  const choices = anyOf ?? oneOf;
  return allOf.map(keysToFit).find((keys) => keys !== undefined) ?? (choices && union(choices.map(keysToFit)));
}

/** One of these is there when a dictionary does not fit. */
function keysToFail(fragment: Fragment): Keys {
  if (typeof fragment === 'boolean') return fragment ? [] : undefined;
  const { type = 'object', properties = {}, allOf = [], not, if: condition, then = true, ...others } = fragment;
  if (type !== 'object' || Object.keys(others).length > 0) return undefined;
  const failing = condition === undefined ? undefined : (keysToFit(condition) ?? keysToFail(then));
  return union([
    Object.keys(properties),
    ...allOf.map(keysToFail),
    ...(not === undefined ? [] : [keysToFit(not)]),
    ...(condition === undefined ? [] : [failing]),
  ]);
}

function keysOfCheck(check: RuleCheck): Keys {
  switch (check.kind) {
    case 'certificate-strength':
      return union(check.paths.map(firstKey));
    case 'replaced-by':
      return union(check.keys.map(({ path }) => firstKey(path)));
    case 'disjoint':
    case 'disjoint-map':
      return firstKey(check.a);
    case 'unique-across-payloads':
      return check.path === undefined ? check.keys?.slice(0, 1) : firstKey(check.path);
    default:
      return 'path' in check ? firstKey(check.path) : undefined;
  }
}

/** The key with which a path begins. */
function firstKey(path: string | undefined): Keys {
  const [, key = '*'] = /^(?:keys\()?\/([^/)]+)/.exec(path ?? '') ?? [];
  return key === '*' ? undefined : [key.replaceAll('~1', '/').replaceAll('~0', '~')];
}
