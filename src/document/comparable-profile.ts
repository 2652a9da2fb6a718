import { digestContent } from '../profile/content-digest.js';
import { payloadDictionaries, textOf, type PlacedDictionary } from '../profile/codec.js';
import type { PlistDictionary, PlistValue } from '../plist/value.js';
import { isDictionary } from '../schema/plist-type.js';
import { referenceAt } from '../schema/payload-reference.js';

/** The keys that a comparison passes over. */
export interface IgnoredKeys {
  readonly profile: ReadonlySet<string>;
  readonly payload: ReadonlySet<string>;
}

/** A payload, and what of it is compared. */
export interface ComparablePayload extends PlacedDictionary {
  readonly type: string;
  readonly identifier: string;
  readonly uuid: string;
  /** Without the keys that are passed over; where their UUIDs are, references name what they lead to. */
  readonly compared: PlistDictionary;
  /** The same for payloads that are compared as equal. */
  readonly digest: string;
  /** The same for payloads that differ in their names only. */
  readonly contentDigest: string;
}

/** A profile as it is compared. */
export interface ComparableProfile {
  readonly dictionary: PlistDictionary;
  /** The keys of the profile itself, as far as they are compared. */
  readonly compared: PlistDictionary;
  readonly payloads: readonly ComparablePayload[];
}

const namingKeys = new Set(['PayloadIdentifier', 'PayloadUUID', 'PayloadDisplayName']);

/** Takes from a profile what is compared. */
export function comparableProfile(dictionary: PlistDictionary, ignored: IgnoredKeys): ComparableProfile {
  const placed = payloadDictionaries(dictionary);
  const targets = ignored.payload.has('PayloadUUID') ? targetTokens(placed, ignored) : new Map<string, Tokens>();
  return {
    dictionary,
    compared: without(withoutPayloads(dictionary), ignored.profile),
    payloads: placed.map((payload) => comparablePayload(payload, targets, ignored)),
  };
}

function comparablePayload(
  { dictionary, pointer }: PlacedDictionary,
  targets: ReadonlyMap<string, Tokens>,
  ignored: IgnoredKeys,
): ComparablePayload {
  const type = textOf(dictionary, 'PayloadType') ?? '';
  const kept = without(dictionary, ignored.payload);
  const compared = targets.size === 0 ? kept : (nameTargets(kept, type, targets) as PlistDictionary);
  return {
    dictionary,
    pointer,
    type,
    identifier: textOf(dictionary, 'PayloadIdentifier') ?? '',
    uuid: textOf(dictionary, 'PayloadUUID') ?? '',
    compared,
    digest: digestUnordered(compared),
    contentDigest: digestUnordered(without(compared, namingKeys)),
  };
}

/** The digest of a value in which the order of keys does not count. */
export function digestUnordered(value: PlistValue): string {
  return Buffer.from(digestContent(sortKeys(value))).toString('hex');
}

function sortKeys(value: PlistValue): PlistValue {
  if (Array.isArray(value)) return (value as readonly PlistValue[]).map(sortKeys);
  if (!isDictionary(value)) return value;
  const sorted = Object.create(null) as Record<string, PlistValue>;
  for (const [key, item] of Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1))) {
    sorted[key] = sortKeys(item);
  }
  return sorted;
}

/** The payloads are compared one by one; what stands among them and is none stays, at its index. */
function withoutPayloads(dictionary: PlistDictionary): PlistDictionary {
  const { PayloadContent: content, ...others } = dictionary;
  if (content === undefined || !Array.isArray(content)) return dictionary;
  const items = (content as readonly PlistValue[]).map((item) => (isDictionary(item) ? '' : item));
  return items.every((item) => item === '') ? others : { ...others, PayloadContent: items };
}

function without(dictionary: PlistDictionary, keys: ReadonlySet<string>): PlistDictionary {
  const kept = Object.create(null) as Record<string, PlistValue>;
  for (const [key, value] of Object.entries(dictionary)) if (!keys.has(key)) kept[key] = value;
  return kept;
}

/** What a reference is compared by when UUIDs do not count, and where the payload stands. */
interface Token {
  readonly index: number;
  readonly text: string;
}

/** Of all payloads with one UUID, the first of each PayloadType. */
type Tokens = ReadonlyMap<string, Token>;

function targetTokens(placed: readonly PlacedDictionary[], ignored: IgnoredKeys): ReadonlyMap<string, Tokens> {
  const targets = new Map<string, Map<string, Token>>();
  for (const [index, { dictionary }] of placed.entries()) {
    const uuid = textOf(dictionary, 'PayloadUUID');
    const type = textOf(dictionary, 'PayloadType') ?? '';
    if (uuid === undefined || targets.get(uuid)?.has(type) === true) continue;
    // No text of an XML property list begins with NUL, so that no other text is taken for a token.
    const text = `\0${digestUnordered(without(dictionary, ignored.payload))}`;
    const tokens = targets.get(uuid) ?? new Map<string, Token>();
    targets.set(uuid, tokens.set(type, { index, text }));
  }
  return targets;
}

function firstOf(tokens: Tokens, types: readonly string[]): Token | undefined {
  const found = types.flatMap((type) => tokens.get(type) ?? []);
  return found.sort((one, other) => one.index - other.index)[0];
}

/** The value with its references told by what they lead to. */
function nameTargets(
  value: PlistValue,
  type: string,
  targets: ReadonlyMap<string, Tokens>,
  place: readonly (string | number)[] = [],
): PlistValue {
  if (typeof value === 'string') {
    const candidates = targets.get(value);
    const reference = candidates === undefined ? undefined : referenceAt(type, place);
    return (candidates && reference && firstOf(candidates, reference.payloadTypes)?.text) ?? value;
  }
  if (Array.isArray(value)) {
    return (value as readonly PlistValue[]).map((item, index) => nameTargets(item, type, targets, [...place, index]));
  }
  if (!isDictionary(value)) return value;
  const named = Object.create(null) as Record<string, PlistValue>;
  for (const [key, item] of Object.entries(value)) named[key] = nameTargets(item, type, targets, [...place, key]);
  return named;
}
