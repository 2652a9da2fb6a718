import { equalBytes } from '../asn1/der.js';
import type { Bytes } from '../diagnostics/bytes.js';
import type { Certificate } from '../pki/certificate.js';
import type { PlistFragment } from '../plist/encode.js';
import type { PlistDictionary, PlistValue } from '../plist/value.js';
import { textOf } from './codec.js';
import type { CompleteDrafts } from './complete-drafts.js';
import { digestContent } from './content-digest.js';
import { UNKNOWN_UUID, type PayloadDraft, type Place } from './payload-draft.js';
import type { PayloadOptions, ProfileOptions } from './profile.js';
import { deriveUuid } from './uuid.js';

/** A profile with all of its UUIDs, and the parts of its XML that may be written before. */
interface FilledProfile {
  readonly dictionary: PlistDictionary;
  readonly fragments: Map<PlistValue, PlistFragment>;
}

/**
 * Derives the UUIDs that nobody has given: of payloads that others refer to first, so that what refers to them changes when
 * they do. Only now, from values that have been checked: the number of nodes is limited, and nothing contains itself.
 */
export function fillUuids(profile: PlistDictionary, complete: CompleteDrafts, options: ProfileOptions): FilledProfile {
  const filler = new UuidFiller(profile['PayloadContent'] as readonly PlistDictionary[], complete);
  const payloads = complete.drafts.map((draft) => filler.finish(draft));
  const filled = copyDictionary(profile);
  delete filled['PayloadContent'];
  if (isUnknown(profile, options)) {
    filled['PayloadUUID'] = deriveUuid('profile', digestContent([filled, ...payloads.map(({ digest }) => digest)]));
  }
  filled['PayloadContent'] = Object.freeze(payloads.map(({ dictionary }) => dictionary));
  return { dictionary: Object.freeze(filled), fragments: filler.fragments };
}

interface FilledPayload {
  readonly dictionary: PlistDictionary;
  readonly digest: Bytes;
}

class UuidFiller {
  readonly fragments = new Map<PlistValue, PlistFragment>();
  readonly #targets: CompleteDrafts['targets'];
  readonly #payloads: ReadonlyMap<PayloadDraft, PlistDictionary>;
  readonly #filled = new Map<PayloadDraft, FilledPayload>();

  constructor(payloads: readonly PlistDictionary[], { drafts, targets }: CompleteDrafts) {
    this.#targets = targets;
    this.#payloads = new Map(drafts.map((draft, index) => [draft, payloads[index] ?? {}]));
  }

  finish(draft: PayloadDraft): FilledPayload {
    const known = this.#filled.get(draft);
    if (known !== undefined) return known;
    const payload = this.#fillReferences(this.#payloads.get(draft) ?? {}, draft);
    const digest = digestContent(payload);
    const filled = { digest, dictionary: this.#fillOwn(payload, digest, draft) };
    this.#filled.set(draft, filled);
    return filled;
  }

  /** What is referred to is a value that was there before, so that nothing refers to itself. */
  #fillReferences(payload: PlistDictionary, { references = [] }: PayloadDraft): PlistDictionary {
    return references.reduce((filled, reference) => {
      const target = this.#targets.get(reference);
      const uuid = target === undefined ? undefined : textOf(this.finish(target).dictionary, 'PayloadUUID');
      return uuid === undefined ? filled : (writeAt(filled, reference.place, uuid) as PlistDictionary);
    }, payload);
  }

  #fillOwn(payload: PlistDictionary, digest: Bytes, { certificate, options }: PayloadDraft): PlistDictionary {
    if (!isUnknown(payload, options)) return payload;
    const { uuid, fragment } = finishPayload(certificate, digest);
    const filled = copyDictionary(payload);
    filled['PayloadUUID'] = uuid;
    this.fragments.set(filled, fragment);
    return Object.freeze(filled);
  }
}

/** A copy with a text at one place. */
function writeAt(value: PlistValue | undefined, [segment, ...rest]: Place, text: string): PlistValue {
  if (segment === undefined) return text;
  if (Array.isArray(value)) {
    const items = value as readonly PlistValue[];
    return Object.freeze(items.map((item, index) => (index === segment ? writeAt(item, rest, text) : item)));
  }
  const dictionary = copyDictionary(value as PlistDictionary);
  dictionary[segment] = writeAt(dictionary[segment], rest, text);
  return Object.freeze(dictionary);
}

interface FinishedPayload {
  readonly digest: Bytes;
  readonly uuid: string;
  readonly fragment: PlistFragment;
}

/** The last payload of a certificate: one root usually stands in many profiles, and looks the same in all of them. */
const finished = new WeakMap<Certificate, FinishedPayload>();

function finishPayload(certificate: Certificate | undefined, digest: Bytes): FinishedPayload {
  const last = certificate === undefined ? undefined : finished.get(certificate);
  if (last !== undefined && equalBytes(last.digest, digest)) return last;
  const payload = { digest, uuid: deriveUuid('payload', digest), fragment: {} };
  if (certificate !== undefined) finished.set(certificate, payload);
  return payload;
}

/** Content that brings a PayloadUUID of another type keeps it, for the schema to judge. */
function isUnknown(dictionary: PlistDictionary, options: PayloadOptions | undefined): boolean {
  return options?.uuid === undefined && dictionary['PayloadUUID'] === UNKNOWN_UUID;
}

function copyDictionary(dictionary: PlistDictionary): Record<string, PlistValue> {
  return Object.assign(Object.create(null) as Record<string, PlistValue>, dictionary);
}
