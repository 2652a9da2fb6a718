import { digestContent } from '../profile/content-digest.js';
import { payloadDictionaries, textOf, type PlacedDictionary } from '../profile/codec.js';
import { ReferenceTargets, targetsFirst } from '../profile/reference-targets.js';
import type { PlistDictionary, PlistValue } from '../plist/value.js';
import { isDictionary } from '../schema/plist-type.js';

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
  const comparedFor = ignored.payload.has('PayloadUUID')
    ? nameTargets(placed, ignored)
    : (payload: PlistDictionary) => without(payload, ignored.payload);
  return {
    dictionary,
    compared: without(withoutPayloads(dictionary), ignored.profile),
    payloads: placed.map((payload) => comparablePayload(payload, comparedFor(payload.dictionary))),
  };
}

function comparablePayload({ dictionary, pointer }: PlacedDictionary, compared: PlistDictionary): ComparablePayload {
  return {
    dictionary,
    pointer,
    type: textOf(dictionary, 'PayloadType') ?? '',
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

/**
 * Gives payloads as they are compared when UUIDs do not count: with the digest of what it leads to in the place of each
 * reference. What refers back to a payload that refers to it has no such digest: it is told by its place in the profile,
 * together with all that is in there.
 */
function nameTargets(
  placed: readonly PlacedDictionary[],
  ignored: IgnoredKeys,
): (payload: PlistDictionary) => PlistDictionary {
  const payloads = placed.map(({ dictionary }) => dictionary);
  const targets = new ReferenceTargets(payloads);
  const compare = (payload: PlistDictionary, textFor: (target: PlistDictionary) => string): PlistDictionary =>
    without(targets.rewrite(payload, textFor), ignored.payload);
  const places = new Map(payloads.map((payload, index) => [payload, String(index)]));
  const placeOf = (target: PlistDictionary): string => `\0${places.get(target) ?? ''}`;
  let whole: string | undefined;
  const backTo = (target: PlistDictionary): string =>
    `${(whole ??= tokenOf(payloads.map((payload) => compare(payload, placeOf))))}${placeOf(target)}`;
  const done = new Map<PlistDictionary, { readonly compared: PlistDictionary; readonly token: string }>();
  for (const payload of targetsFirst(payloads, (one) => targets.of(one))) {
    const compared = compare(payload, (target) =>
      target === payload ? '\0' : (done.get(target)?.token ?? backTo(target)),
    );
    done.set(payload, { compared, token: tokenOf(compared) });
  }
  return (payload) => done.get(payload)?.compared ?? without(payload, ignored.payload);
}

// No text of an XML property list begins with NUL, so that no other text is taken for a token.
const tokenOf = (compared: PlistValue): string => `\0${digestUnordered(compared)}`;
