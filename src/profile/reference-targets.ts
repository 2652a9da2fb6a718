import type { PlistDictionary, PlistValue } from '../plist/value.js';
import { isPayloadType } from '../schema/catalogue.js';
import { referenceAt } from '../schema/payload-reference.js';
import { isDictionary } from '../schema/plist-type.js';
import { textOf } from './codec.js';

/** The PayloadTypes that a reference may lead to; `any` where nobody knows. */
type ReferenceTypes = readonly string[] | 'any';

interface Placed {
  readonly index: number;
  readonly payload: PlistDictionary;
}

/** What the references of a profile lead to. */
export class ReferenceTargets {
  /** Of all payloads with one UUID, the first of each PayloadType. */
  readonly #named = new Map<string, Map<string, Placed>>();

  constructor(payloads: readonly PlistDictionary[]) {
    for (const [index, payload] of payloads.entries()) {
      const uuid = textOf(payload, 'PayloadUUID') ?? '';
      if (uuid === '') continue;
      const type = textOf(payload, 'PayloadType') ?? '';
      const types = this.#named.get(uuid) ?? new Map<string, Placed>();
      if (!types.has(type)) this.#named.set(uuid, types.set(type, { index, payload }));
    }
  }

  /**
   * A payload with another text in the place of each reference for whose target there is one. Of types that Apple does not
   * document nobody knows which keys are references: there, every text that is the UUID of a payload counts as one.
   */
  rewrite(payload: PlistDictionary, textFor: (target: PlistDictionary) => string | undefined): PlistDictionary {
    if (this.#named.size === 0) return payload;
    const typesAt = referenceTypes(textOf(payload, 'PayloadType') ?? '');
    const visit = (value: PlistValue, place: readonly (string | number)[]): PlistValue => {
      if (typeof value === 'string') {
        const named = this.#named.get(value);
        const types = named && typesAt(place);
        const target = types && firstOf(named, types);
        return (target && textFor(target)) ?? value;
      }
      if (Array.isArray(value))
        return (value as readonly PlistValue[]).map((item, index) => visit(item, [...place, index]));
      if (!isDictionary(value)) return value;
      const copy = Object.create(null) as Record<string, PlistValue>;
      for (const [key, item] of Object.entries(value)) copy[key] = visit(item, [...place, key]);
      return copy;
    };
    return visit(payload, []) as PlistDictionary;
  }

  /** All that a payload refers to. */
  of(payload: PlistDictionary): readonly PlistDictionary[] {
    const found: PlistDictionary[] = [];
    this.rewrite(payload, (target) => void found.push(target));
    return found;
  }
}

function referenceTypes(type: string): (place: readonly (string | number)[]) => ReferenceTypes | undefined {
  if (isPayloadType(type)) return (place) => referenceAt(type, place)?.payloadTypes;
  return (place) => (place.length === 1 && ownNames.has(place[0]) ? undefined : 'any');
}

const ownNames: ReadonlySet<unknown> = new Set(['PayloadUUID', 'PayloadIdentifier']);

/** The first that is of one of the types, or else the first of all. */
function firstOf(named: ReadonlyMap<string, Placed>, types: ReferenceTypes): PlistDictionary | undefined {
  const fitting = types === 'any' ? [] : types.flatMap((type) => named.get(type) ?? []);
  const [first = named.values().next().value] = fitting.sort((one, other) => one.index - other.index);
  return first?.payload;
}

/** A payload that waits for what it refers to, as far as that has not been looked at. */
interface OpenPayload {
  readonly payload: PlistDictionary;
  readonly targets: Iterator<PlistDictionary>;
}

/**
 * The payloads and what they refer to, each once and behind its targets, unless these refer back to it. A chain of
 * references may be as long as the profile, and the stack is not.
 */
export function* targetsFirst(
  payloads: readonly PlistDictionary[],
  targetsOf: (payload: PlistDictionary) => Iterable<PlistDictionary>,
): Generator<PlistDictionary> {
  const entered = new Set<PlistDictionary>();
  const enter = (payload: PlistDictionary): OpenPayload[] => {
    if (entered.has(payload)) return [];
    entered.add(payload);
    return [{ payload, targets: targetsOf(payload)[Symbol.iterator]() }];
  };
  for (const payload of payloads) {
    const path = enter(payload);
    for (let last = path.at(-1); last !== undefined; last = path.at(-1)) {
      const next = last.targets.next();
      if (next.done !== true) {
        path.push(...enter(next.value));
        continue;
      }
      path.pop();
      yield last.payload;
    }
  }
}
