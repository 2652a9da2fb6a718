import { escapeText } from '../../diagnostics/escape-text.js';
import { issue, type Issue } from '../../diagnostics/issue.js';
import { textOf } from '../../profile/codec.js';
import { placesOf, type ProfileContext } from './profile-rule.js';

const uuidForm = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** PayloadUUID has the form of a UUID; version and variant are nobody's business. */
export function* uuidHasForm(context: ProfileContext): Generator<Issue> {
  for (const { pointer, dictionary } of placesOf(context)) {
    const uuid = textOf(dictionary, 'PayloadUUID');
    if (uuid !== undefined && !uuidForm.test(uuid)) {
      yield issue('profile-uuid', { pointer: `${pointer}/PayloadUUID` }, { uuid: escapeText(uuid, 60) });
    }
  }
}
