import { issue, type Issue } from '../../diagnostics/issue.js';
import { placesOf, type ProfileContext } from './profile-rule.js';

/** That PayloadIdentifier is missing, or no text, is for the schema to say. */
export function* identifierIsGiven(context: ProfileContext): Generator<Issue> {
  for (const { pointer, dictionary } of placesOf(context)) {
    if (dictionary['PayloadIdentifier'] === '')
      yield issue('identifier-empty', { pointer: `${pointer}/PayloadIdentifier` });
  }
}
