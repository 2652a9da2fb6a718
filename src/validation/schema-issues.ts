import { escapeText } from '../diagnostics/escape-text.js';
import { issue, type Issue } from '../diagnostics/issue.js';
import { textOf, type PlacedDictionary } from '../profile/codec.js';
import { faultIssue } from '../schema/fault-issue.js';
import type { SchemaFault } from '../schema/schema-fault.js';
import { validateDictionary, validateNamed } from '../schema/validate-dictionary.js';
import { weigh } from '../trust/rules/certificate-context.js';
import type { ProfileContext } from './rules/profile-rule.js';

/** What the schemas say: of the profile dictionary, then of each payload by its PayloadType. */
export function* schemaIssues({ profile, payloads, as, payloadTypes }: ProfileContext): Generator<Issue> {
  for (const fault of validateNamed('TopLevel', profile)) {
    const isService = fault.pointer === '/PayloadContent' && textOf(profile, 'PayloadType') === 'Profile Service';
    if (isOfRule(fault)) continue;
    // The reply that a device sends while it enrols has one dictionary in place of payloads.
    yield isService && as === 'device' ? weigh(faultIssue(fault), 'warning') : faultIssue(fault);
  }
  for (const payload of payloads) yield* payloadIssues(payload, payloadTypes);
}

function* payloadIssues(
  { pointer, dictionary }: PlacedDictionary,
  payloadTypes: ProfileContext['payloadTypes'],
): Generator<Issue> {
  const type = textOf(dictionary, 'PayloadType');
  const defined = payloadTypes.findLast((definition) => definition.type === type);
  const faults = type === undefined ? undefined : validateDictionary(defined?.schema ?? type, dictionary);
  for (const fault of faults ?? validateNamed('CommonPayloadKeys', dictionary)) {
    if (!isOfRule(fault)) yield faultIssue(fault, pointer);
  }
  if (type !== undefined && faults === undefined) {
    const where = { pointer: `${pointer}/PayloadType` };
    yield issue('schema-unknown-payload', where, { type: escapeText(type, 120) });
  }
}

/** PayloadVersion has a rule of its own. */
function isOfRule({ pointer, key, kind }: SchemaFault): boolean {
  return key === 'PayloadVersion' && (kind === 'required' ? pointer === '' : pointer === '/PayloadVersion');
}
