import type { RuleCheck } from '../compiled-rule.js';
import { pointerOf } from '../fragment/describe-fault.js';
import { valuesAt, type PathValue } from '../rule-path.js';
import { describePlace, type RuleKind } from './rule-place.js';

type Check = Extract<RuleCheck, { kind: 'replaced-by' }>;

/** `replaced-by`: a key or payload has a successor. One that has several is told once. */
export const notReplaced: RuleKind<Check> = function* ({ keys }, place) {
  const successors = new Map<string, { readonly found: PathValue; readonly by: string[] }>();
  for (const { path, by } of keys) {
    const values = path === undefined ? [{ path: [], value: place.dictionary }] : valuesAt(place.dictionary, path);
    for (const found of values) {
      const pointer = pointerOf(found.path, place.pointer);
      const known = successors.get(pointer);
      if (known === undefined) successors.set(pointer, { found, by: [by] });
      else known.by.push(by);
    }
  }
  for (const [pointer, { found, by }] of successors) {
    yield {
      pointer,
      found: `${describePlace(found.path, place)} has a successor`,
      advice: `use ${by.map(describeSuccessor).join(' or ')} in its place`,
      isSuperfluous: true,
    };
  }
};

/** `#/Key` is of the same payload; whatever begins like a configuration is a declaration. */
export function describeSuccessor(by: string): string {
  const [type = '', key] = by.split('#/');
  const names = key === undefined ? '' : `"${key.replaceAll('/*/', '/')}"`;
  if (type === '') return names;
  const kind = type.startsWith('com.apple.configuration.') ? 'declaration' : 'payload';
  return key === undefined ? `the ${kind} "${type}"` : `${names} of the ${kind} "${type}"`;
}
