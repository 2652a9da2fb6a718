import { allPlatforms, type DeviceContext } from '../device/device-context.js';
import type { Platform } from '../device/platform.js';
import { escapeText } from '../diagnostics/escape-text.js';
import { joinPointer } from '../plist/pointer.js';
import { textOf, type PlacedDictionary } from '../profile/codec.js';
import type { JsonSchema, JsonSchemaObject } from '../schema/json-schema.js';
import { isDictionary } from '../schema/plist-type.js';
import { validateDictionary } from '../schema/validate-dictionary.js';
import type { Conditions } from './compiled-rule.js';
import type { Finding } from './finding.js';
import { payloadsOfType } from './profile-memo.js';
import { failsSomewhere, type Installation } from './rule-force.js';
import { faultFinding } from './schema-issues.js';
import type { ProfileContext } from './rules/profile-rule.js';
import { findingsOfPlace, isOneTooMany, type SupportedPlace } from './rules/support.js';
import { successorsAt } from './successors.js';
import {
  hasFacts,
  hasOwnFacts,
  inheritSupport,
  schemaOfItem,
  schemaOfKey,
  supportedPlatforms,
  supportOf,
  type FactsInQuestion,
  type SupportFacts,
} from './support-facts.js';

/** What Apple's table of systems says about each payload and each key that is set, for the devices that are known. */
export function* supportFindings(context: ProfileContext): Generator<Finding> {
  for (const payload of context.payloads) {
    const type = textOf(payload.dictionary, 'PayloadType');
    const schema = type === undefined ? undefined : context.schemaOf(type);
    if (schema !== undefined) yield* payloadFindings(payload, schema, context);
  }
}

function* payloadFindings(
  { pointer, dictionary }: PlacedDictionary,
  root: JsonSchemaObject,
  context: ProfileContext,
): Generator<Finding> {
  const type = textOf(dictionary, 'PayloadType') ?? '';
  const [first] = payloadsOfType(context, type);
  const isFirst = first === undefined || first.pointer === pointer;
  const question = Object.keys(context.device).length === 0 ? 'age' : 'all';
  if (isFirst && !hasFacts(root, root, question)) return;
  const facts = supportOf(root);
  if (Object.keys(facts).length === 0) return;
  const { device, isEncrypted } = context;
  const scope = scopeOf(context);
  const platforms = platformsOf(device, facts);
  const what = `the payload "${escapeText(type, 80)}"`;
  const successors = (at: string): SupportedPlace['successors'] => {
    const payload = { pointer, dictionary, payloadType: type };
    return (affected) => successorsAt(at, payload, affected, context);
  };
  const place: SupportedPlace = {
    what,
    pointer,
    isPayload: true,
    device,
    scope,
    platforms,
    own: facts,
    outer: {},
    successors: successors(pointer),
  };
  if (hasOwnFacts(root, question)) yield* findingsOfPlace(place);
  const supported = platforms.filter((platform) => facts[platform]?.introduced !== 'n/a');
  if (supported.length === 0) return;
  if (!isFirst) yield* isOneTooMany({ ...place, platforms: supported }, first.pointer);
  const walk: Walk = { device, scope, isEncrypted, root, question, facts, successors };
  yield* valueFindings({ schema: root, value: dictionary, pointer, facts, platforms: supported, depth: 0 }, walk);
}

function scopeOf({ profile }: ProfileContext): SupportedPlace['scope'] {
  const scope = textOf(profile, 'PayloadScope');
  return scope === 'System' || scope === 'User' ? scope : undefined;
}

/** The systems that are named, or those of the payload when none is. */
function platformsOf(device: DeviceContext, facts: SupportFacts): readonly Platform[] {
  return device.platforms === undefined
    ? supportedPlatforms(facts)
    : allPlatforms.filter((platform) => device.platforms?.[platform] !== undefined);
}

interface Walk extends Installation {
  readonly scope: SupportedPlace['scope'];
  readonly root: JsonSchemaObject;
  readonly question: FactsInQuestion;
  /** Of the payload. */
  readonly facts: SupportFacts;
  readonly successors: (pointer: string) => SupportedPlace['successors'];
}

interface Place {
  readonly schema: JsonSchema;
  readonly value: unknown;
  readonly pointer: string;
  readonly facts: SupportFacts;
  /** Those in question that have what is around. */
  readonly platforms: readonly Platform[];
  readonly depth: number;
}

/** Property lists are no deeper than this. */
const MAX_DEPTH = 64;

function* valueFindings(place: Place, walk: Walk): Generator<Finding> {
  const { schema, value, pointer, facts } = place;
  if (place.depth > MAX_DEPTH) return;
  const depth = place.depth + 1;
  if (Array.isArray(value)) {
    const item = schemaOfItem(schema, walk.root);
    if (item === undefined || !hasFacts(item, walk.root, walk.question)) return;
    const itemFacts = inheritSupport(facts, supportOf(item));
    for (const [index, entry] of (value as readonly unknown[]).entries()) {
      const at = joinPointer(pointer, index);
      yield* valueFindings({ ...place, schema: item, value: entry, pointer: at, facts: itemFacts, depth }, walk);
    }
    return;
  }
  if (!isDictionary(value)) return;
  for (const [key, entry] of Object.entries(value)) {
    const keySchema = schemaOfKey(schema, key, walk.root, value);
    if (keySchema === undefined || !hasFacts(keySchema, walk.root, walk.question)) continue;
    yield* keyFindings({ ...place, schema: keySchema, value: entry, depth }, key, walk);
  }
}

function* keyFindings(place: Place, key: string, walk: Walk): Generator<Finding> {
  const { schema, value, facts, platforms } = place;
  const pointer = joinPointer(place.pointer, key);
  const own = supportOf(schema);
  if (hasOwnFacts(schema, walk.question)) {
    yield* replacedFindings({ schema, value, pointer }, key, walk);
    const what = `"${escapeText(key, 80)}"`;
    const { device, scope, successors } = walk;
    yield* findingsOfPlace({
      what,
      pointer,
      isPayload: false,
      device,
      scope,
      platforms,
      own,
      outer: facts,
      successors: successors(pointer),
    });
  }
  const inherited = inheritSupport(facts, own);
  const supported = platforms.filter((platform) => inherited[platform]?.introduced !== 'n/a');
  if (supported.length === 0) return;
  yield* valueFindings({ ...place, pointer, facts: inherited, platforms: supported }, walk);
}

/** What the key table said before a rule loosened it, where the conditions of that rule do not hold. */
interface Replaced extends Conditions {
  readonly schema: JsonSchemaObject;
}

function* replacedFindings(
  { schema, value, pointer }: Pick<Place, 'schema' | 'value' | 'pointer'>,
  key: string,
  walk: Walk,
): Generator<Finding> {
  const replaced = typeof schema === 'object' ? (schema['x-apple']?.['unless'] as readonly Replaced[] | undefined) : [];
  for (const { schema: before, ...conditions } of replaced ?? []) {
    if (!failsSomewhere(conditions, walk.facts, walk)) continue;
    for (const fault of validateDictionary(before, value)) yield faultFinding(fault, pointer, { key });
  }
}
