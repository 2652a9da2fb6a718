import { equalBytes } from '../asn1/der.js';
import type { Bytes } from '../diagnostics/bytes.js';
import type { PlistDictionary, PlistValue } from '../plist/value.js';
import { isDictionary } from '../schema/plist-type.js';
import { payloadDictionaries, textOf } from './codec.js';
import { digestContent } from './content-digest.js';
import { UNKNOWN_UUID } from './payload-draft.js';
import { rewriteReferences } from './rewrite-references.js';
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

/** A payload that waits for what it refers to, as far as that has not been looked at. */
interface OpenPayload {
  readonly payload: PlistDictionary;
  readonly targets: Generator<PlistDictionary>;
}

class UuidRenewer {
  readonly #before: PlistDictionary;
  readonly #after: PlistDictionary;
  readonly #rule: UuidRule;
  /** The payloads before and after the change by their UUIDs; of several with one, the first. */
  readonly #known: ReadonlyMap<string, PlistDictionary>;
  readonly #targets: ReadonlyMap<string, PlistDictionary>;
  readonly #renewed = new Map<PlistDictionary, Renewed>();
  readonly #open = new Set<PlistDictionary>();

  constructor(before: PlistDictionary, after: PlistDictionary, rule: UuidRule) {
    [this.#before, this.#after, this.#rule] = [before, after, rule];
    this.#known = byUuid(before);
    this.#targets = byUuid(after);
  }

  renew(): PlistDictionary {
    const content = this.#after['PayloadContent'];
    if (content === undefined || !Array.isArray(content)) return this.#renewProfile(this.#after, []);
    const digests: Bytes[] = [];
    const payloads = (content as readonly PlistValue[]).map((item) => {
      if (!isDictionary(item)) return item;
      const { dictionary, digest } = this.#finish(item);
      digests.push(digest);
      return dictionary;
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

  /** Renews a payload after all that it refers to. A chain of references may be as long as the profile, and the stack is not. */
  #finish(payload: PlistDictionary): Renewed {
    const done = this.#renewed.get(payload);
    if (done !== undefined) return done;
    const path = [this.#enter(payload)];
    for (let last = path.at(-1); last !== undefined; last = path.at(-1)) {
      const next = last.targets.next();
      if (next.done !== true) {
        if (!this.#open.has(next.value) && !this.#renewed.has(next.value)) path.push(this.#enter(next.value));
        continue;
      }
      this.#renewed.set(last.payload, this.#renew(last.payload));
      this.#open.delete(last.payload);
      path.pop();
    }
    return this.#renewed.get(payload) ?? this.#renew(payload);
  }

  #enter(payload: PlistDictionary): OpenPayload {
    this.#open.add(payload);
    return { payload, targets: this.#targetsOf(payload) };
  }

  *#targetsOf(payload: PlistDictionary): Generator<PlistDictionary> {
    for (const text of textsIn(payload)) {
      const target = this.#targets.get(text);
      if (target !== undefined) yield target;
    }
  }

  #renew(payload: PlistDictionary): Renewed {
    const referring = rewriteReferences(payload, this.#renamedFor(payload));
    const dictionary = this.#renewPayload(referring);
    const isDerived = textOf(dictionary, 'PayloadUUID') === derivePayloadUuid(dictionary);
    return { dictionary, digest: isDerived ? digestUnnamed(dictionary) : digestContent(dictionary) };
  }

  /** The new UUIDs of what a payload refers to; what refers back to it is still open, and keeps its own. */
  #renamedFor(payload: PlistDictionary): ReadonlyMap<string, string> {
    const renamed = new Map<string, string>();
    for (const text of textsIn(payload)) {
      const target = this.#targets.get(text);
      const renewed = target === undefined ? undefined : this.#renewed.get(target);
      const uuid = renewed && textOf(renewed.dictionary, 'PayloadUUID');
      if (uuid !== undefined && uuid !== text) renamed.set(text, uuid);
    }
    return renamed;
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

function* textsIn(value: PlistValue): Generator<string> {
  if (typeof value === 'string') yield value;
  else if (Array.isArray(value)) for (const item of value as readonly PlistValue[]) yield* textsIn(item);
  else if (isDictionary(value)) for (const item of Object.values(value)) yield* textsIn(item);
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
