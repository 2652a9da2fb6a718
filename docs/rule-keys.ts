import type { PayloadRule } from './payload-rules.js';

/** The keys that a rule looks at, as paths: those in its JSON Schema fragments, its check and its references. */
export function ruleKeys({ if: premise, then, check, references = [] }: PayloadRule): string[] {
  const fragments = [...pathsIn(premise), ...pathsIn(then)];
  const pointers = [...pointersIn(check), ...references.map(({ path }) => path)];
  return [...new Set([...fragments, ...pointers.map(keyPath)])].filter((path) => path !== '');
}

/** `/A/0/B` or `/A/*` as a path of keys: `A.B`, `A`. */
export function keyPath(pointer: string): string {
  return pointer
    .split('/')
    .filter((key) => key !== '' && key !== '*')
    .join('.');
}

/** The deepest keys that a fragment names; what it says of items is said of the array. */
function pathsIn(fragment: unknown): string[] {
  if (typeof fragment !== 'object' || fragment === null) return [];
  if (Array.isArray(fragment)) return fragment.flatMap(pathsIn);
  const paths = Object.entries(fragment).flatMap(([keyword, value]): string[] => {
    if (keyword === 'properties') return Object.entries(value as object).flatMap(pathsBelow);
    if (keyword === 'required') return value as string[];
    return keyword === 'enum' || keyword === 'const' ? [] : pathsIn(value);
  });
  const isOuter = (path: string): boolean => paths.some((other) => other.startsWith(`${path}.`));
  return [...new Set(paths)].filter((path) => !isOuter(path));
}

function pathsBelow([key, fragment]: [string, unknown]): string[] {
  const inner = pathsIn(fragment);
  return inner.length === 0 ? [key] : inner.map((path) => `${key}.${path}`);
}

function pointersIn(value: unknown): string[] {
  if (typeof value === 'string') return value.startsWith('/') ? [value] : [];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(pointersIn) : [];
}
