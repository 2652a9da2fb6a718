import type { Platform } from '../device/platform.js';
import { splitPointer } from '../plist/pointer.js';
import type { PlacedDictionary } from '../profile/codec.js';
import { fits } from './fragment/find-faults.js';
import { rulesFor } from './load-rules.js';
import { systemsInForce, type Installation } from './rule-force.js';
import { describeSuccessor } from './rules/replaced-by.js';

/** What replaces a payload, or the key at a pointer in it, on some of the systems in question: in words, for a hint. */
export function successorsAt(
  pointer: string,
  payload: PlacedDictionary & { readonly payloadType: string },
  platforms: readonly Platform[],
  installation: Installation,
): readonly string[] {
  const place = pointer.slice(payload.pointer.length);
  const successors = new Set<string>();
  for (const { rule, inheritance } of rulesFor(payload.payloadType, payload.dictionary)) {
    if (rule.check?.kind !== 'replaced-by' || !place.startsWith(inheritance?.path ?? '')) continue;
    if (rule.if !== undefined && !fits(rule.if, payload.dictionary)) continue;
    const found = rule.check.keys.filter(({ path = '' }) => leadsTo(path, place));
    const systems = found.length === 0 ? undefined : systemsInForce(rule, platforms, installation);
    if (systems !== undefined) for (const { by } of found) successors.add(`${describeSuccessor(by)}${systems}`);
  }
  return [...successors];
}

/** Whether the path of a rule, in which `*` is any index or key, is that of the value at a pointer. */
function leadsTo(path: string, pointer: string): boolean {
  const [pattern, segments] = [splitPointer(path), splitPointer(pointer)];
  return (
    pattern.length === segments.length &&
    pattern.every((segment, index) => segment === '*' || segment === segments[index])
  );
}
