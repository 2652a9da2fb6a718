import { escapeText } from '../../diagnostics/escape-text.js';
import { issue, type Issue } from '../../diagnostics/issue.js';
import { textOf } from '../../profile/codec.js';
import { placesOf, type ProfileContext } from './profile-rule.js';

/** PayloadUUID stands once in a profile, whatever the case of its letters. */
export function* uniqueUuids(context: ProfileContext): Generator<Issue> {
  for (const { pointer, first } of repeated(context, 'PayloadUUID', (uuid) => uuid.toLowerCase())) {
    yield issue('common-payload-uuid-unique', { pointer }, { first });
  }
}

/** PayloadIdentifier stands once in a profile. */
export function* uniqueIdentifiers(context: ProfileContext): Generator<Issue> {
  for (const { pointer, first, text } of repeated(context, 'PayloadIdentifier', (identifier) => identifier)) {
    yield issue('common-payload-identifier-unique', { pointer }, { identifier: escapeText(text, 120), first });
  }
}

/** Empty texts are templates that were never filled in: another rule's business. */
function* repeated(
  context: ProfileContext,
  key: string,
  fold: (text: string) => string,
): Generator<{ pointer: string; first: string; text: string }> {
  const seen = new Map<string, string>();
  for (const { pointer: place, dictionary } of placesOf(context)) {
    const text = textOf(dictionary, key);
    if (text === undefined || text === '') continue;
    const pointer = `${place}/${key}`;
    const first = seen.get(fold(text));
    if (first === undefined) seen.set(fold(text), pointer);
    else yield { pointer, first, text };
  }
}
