import { escapeText } from '../../diagnostics/escape-text.js';
import { issue, type Issue } from '../../diagnostics/issue.js';
import { textOf } from '../../profile/codec.js';
import type { ProfileContext } from './profile-rule.js';

/** The identifier of a profile has at least two labels, without white space or empty labels. */
export function* identifierIsReverseDns({ profile }: ProfileContext): Generator<Issue> {
  const identifier = textOf(profile, 'PayloadIdentifier');
  if (identifier === undefined) return;
  const labels = identifier.split('.');
  if (labels.length > 1 && labels.every((label) => label !== '') && !/\s/.test(identifier)) return;
  const shown = { identifier: escapeText(identifier, 120) };
  yield issue('toplevel-identifier-reverse-dns', { pointer: '/PayloadIdentifier' }, shown);
}
