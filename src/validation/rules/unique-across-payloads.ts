import { isDictionary } from '../../schema/plist-type.js';
import type { PlacedDictionary } from '../../profile/codec.js';
import type { UniqueAcrossPayloads } from '../compiled-rule.js';
import { fontName } from '../content/font-name.js';
import { pointerOf } from '../fragment/describe-fault.js';
import { identityOf } from '../fragment/same-value.js';
import type { Path } from '../fragment/find-faults.js';
import { memoize, payloadsOfType } from '../profile-memo.js';
import { valuesAt } from '../rule-path.js';
import { describePlace, showValue, type RuleKind } from './rule-place.js';

/** `unique-across-payloads`: a value stands once in all payloads of the type, wherever in them. */
export const uniqueAcrossPayloads: RuleKind<UniqueAcrossPayloads> = function* (check, place) {
  const { context, payloadType } = place;
  // Several files may say the same of one type: they share what was seen.
  const firsts = memoize(context, `across ${payloadType} ${check.path ?? (check.keys ?? []).join()}`, () => {
    const seen = new Map<string, string>();
    for (const payload of payloadsOfType(context, payloadType)) {
      for (const { identity, pointer } of identities(check, payload)) {
        if (!seen.has(identity)) seen.set(identity, pointer);
      }
    }
    return seen;
  });
  for (const { identity, pointer, path, value } of identities(check, place)) {
    const first = firsts.get(identity);
    if (first === undefined || first === pointer) continue;
    const shown = value === undefined ? '' : ` ${showValue(value, path, place)},`;
    yield {
      pointer,
      found: `${describePlace(path, place)} is${shown} the same as at ${first}`,
      advice: 'keep one of the two, and remove or change the other',
    };
  }
};

interface Identity {
  readonly identity: string;
  readonly pointer: string;
  readonly path: Path;
  readonly value?: unknown;
}

function* identities(check: UniqueAcrossPayloads, { pointer, dictionary }: PlacedDictionary): Generator<Identity> {
  const { path, keys = [], ignoreCase = false, by } = check;
  if (path === undefined) {
    const values = keys.map((key) => (isDictionary(dictionary) ? dictionary[key] : undefined));
    const [first = ''] = keys;
    if (values.includes(undefined)) return;
    yield { identity: identityOf(values), pointer: pointerOf([first], pointer), path: [first] };
    return;
  }
  const fold = ignoreCase === 'scheme-and-host' ? foldHost : (text: string) => (ignoreCase ? text.toLowerCase() : text);
  for (const { path: place, value } of valuesAt(dictionary, path)) {
    const compared = by === undefined ? value : value instanceof Uint8Array ? fontName(value) : undefined;
    if (compared === undefined) continue;
    yield { identity: identityOf(compared, fold), pointer: pointerOf(place, pointer), path: place, value: compared };
  }
}

/** Scheme and host of a URL in lower case (RFC 3986 section 6.2.2.1); the rest counts as it is. */
function foldHost(url: string): string {
  const start = url.indexOf('://');
  const end = url.slice(start + 3).search(/[/?#]/);
  const length = start < 0 ? 0 : end < 0 ? url.length : start + 3 + end;
  return `${url.slice(0, length).toLowerCase()}${url.slice(length)}`;
}
