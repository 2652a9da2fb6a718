import { equalBytes } from '../asn1/der.js';
import type { Bytes } from '../diagnostics/bytes.js';
import type { PlistDictionary, PlistValue } from '../plist/value.js';
import { isDictionary } from '../schema/plist-type.js';
import { payloadDictionaries, textOf } from './codec.js';
import { digestContent } from './content-digest.js';
import { UNKNOWN_UUID } from './payload-draft.js';
import { ReferenceTargets, targetsFirst } from './reference-targets.js';
import { deriveUuid } from './uuid.js';

/** Which UUIDs change with the content: those that were derived from it, those of all that changes, or none. */
export type UuidRule = 'derived' | 'changed' | 'keep';

/**
 * Gives what has changed a new UUID, after a rule, and lets references follow. What has no UUID gets one in any case; one
 * that the change itself has written stays.
 */
export function renewUuids(before: PlistDictionary, after: PlistDictionary, rule: UuidRule): PlistDictionary {
  return new UuidRenewer(before, after, rule).renew();
}

interface Renewed {
  readonly dictionary: PlistDictionary;
  /** What the UUID of the profile is derived from. */
  readonly digest: Bytes;
}

class UuidRenewer {
  readonly #before: PlistDictionary;
  readonly #after: PlistDictionary;
  readonly #rule: UuidRule;
  /** The payloads before the change by their UUIDs; of several with one, the first. */
  readonly #known: ReadonlyMap<string, PlistDictionary>;
  readonly #renewed = new Map<PlistDictionary, Renewed>();

  constructor(before: PlistDictionary, after: PlistDictionary, rule: UuidRule) {
    [this.#before, this.#after, this.#rule] = [before, after, rule];
    this.#known = byUuid(before);
  }

  renew(): PlistDictionary {
    const content = this.#after['PayloadContent'];
    if (content === undefined || !Array.isArray(content)) return this.#renewProfile(this.#after, []);
    const items = (content as readonly PlistValue[]).filter(isDictionary);
    const targets = new ReferenceTargets(items);
    for (const payload of targetsFirst(items, (one) => targets.of(one)))
      this.#renewed.set(payload, this.#renew(payload, targets));
    const digests: Bytes[] = [];
    const payloads = (content as readonly PlistValue[]).map((item) => {
      const renewed = this.#renewed.get(item as PlistDictionary);
      if (renewed === undefined) return item;
      digests.push(renewed.digest);
      return renewed.dictionary;
    });
    return this.#renewProfile({ ...this.#after, PayloadContent: payloads }, digests);
  }

  #renewProfile(profile: PlistDictionary, digests: readonly Bytes[]): PlistDictionary {
    const uuid = deriveProfileUuid(profile, digests);
    const own = profile['PayloadUUID'];
    if (own === undefined) return { ...profile, PayloadUUID: uuid };
    const isChanged = !isSame(this.#before, profile);
    const isOwn = own !== this.#before['PayloadUUID'];
    const before = payloadDictionaries(this.#before).map(({ dictionary }) => digestPayload(dictionary));
    const isDerived = own === deriveProfileUuid(this.#before, before);
    return isChanged && !isOwn && this.#isRenewed(isDerived) ? { ...profile, PayloadUUID: uuid } : profile;
  }

  #isRenewed(isDerived: boolean): boolean {
    return this.#rule === 'changed' || (this.#rule === 'derived' && isDerived);
  }

  /** What refers back to a payload has no new UUID yet, and keeps its own in the reference. */
  #renew(payload: PlistDictionary, targets: ReferenceTargets): Renewed {
    const referring = targets.rewrite(payload, (target) => {
      const renewed = this.#renewed.get(target);
      return renewed && textOf(renewed.dictionary, 'PayloadUUID');
    });
    const dictionary = this.#renewPayload(referring);
    const isDerived = textOf(dictionary, 'PayloadUUID') === derivePayloadUuid(dictionary);
    return { dictionary, digest: isDerived ? digestUnnamed(dictionary) : digestContent(dictionary) };
  }

  #renewPayload(payload: PlistDictionary): PlistDictionary {
    const own = payload['PayloadUUID'];
    if (own === undefined)
      return { ...payload, PayloadUUID: derivePayloadUuid({ ...payload, PayloadUUID: UNKNOWN_UUID }) };
    const before = typeof own === 'string' ? this.#known.get(own) : undefined;
    if (before === undefined || isSame(before, payload)) return payload;
    if (!this.#isRenewed(own === derivePayloadUuid(before))) return payload;
    return { ...payload, PayloadUUID: derivePayloadUuid(payload) };
  }
}

function byUuid(profile: PlistDictionary): ReadonlyMap<string, PlistDictionary> {
  const payloads = payloadDictionaries(profile).toReversed();
  return new Map(payloads.map(({ dictionary }) => [textOf(dictionary, 'PayloadUUID') ?? '', dictionary]));
}

/** The UUID that the builder gives a payload with this content. */
function derivePayloadUuid(payload: PlistDictionary): string {
  return deriveUuid('payload', digestUnnamed(payload));
}

const digestUnnamed = (payload: PlistDictionary): Bytes => digestContent({ ...payload, PayloadUUID: UNKNOWN_UUID });

function digestPayload(payload: PlistDictionary): Bytes {
  const isDerived = textOf(payload, 'PayloadUUID') === derivePayloadUuid(payload);
  return isDerived ? digestUnnamed(payload) : digestContent(payload);
}

/** The UUID that the builder gives a profile with these keys and payloads. */
function deriveProfileUuid(profile: PlistDictionary, payloads: readonly Bytes[]): string {
  const unnamed: PlistDictionary = { ...profile, PayloadUUID: UNKNOWN_UUID };
  const { PayloadContent: content, ...keys } = unnamed;
  const own: PlistDictionary =
    content === undefined || Array.isArray(content) ? keys : { ...keys, PayloadContent: content };
  return deriveUuid('profile', digestContent([own, ...payloads]));
}

const isSame = (one: PlistDictionary, other: PlistDictionary): boolean =>
  equalBytes(digestContent(one), digestContent(other));
