import { issue, type Issue } from '../../diagnostics/issue.js';
import { describeValue } from '../../schema/describe-value.js';
import { isPlistType, numberOf } from '../../schema/plist-type.js';
import { placesOf, type ProfileContext } from './profile-rule.js';

/** PayloadVersion is the integer 1. This rule speaks for the schemas, which say the same, so that the fact has one code. */
export function* payloadVersionIsOne(context: ProfileContext): Generator<Issue> {
  for (const { pointer, dictionary } of placesOf(context)) {
    const version = dictionary['PayloadVersion'];
    const number = numberOf(version);
    if (version === undefined) {
      yield issue('profile-version', { pointer }, { found: 'nothing' });
    } else if (!isPlistType(version, ['integer'])) {
      yield issue('profile-version', { pointer: `${pointer}/PayloadVersion` }, { found: describeValue(version) });
    } else if (number !== 1) {
      yield issue('profile-version', { pointer: `${pointer}/PayloadVersion` }, { found: String(number) });
    }
  }
}
