import { escapeText } from '../diagnostics/escape-text.js';
import { issue } from '../diagnostics/issue.js';
import { joinPointer } from '../plist/pointer.js';
import { textOf, type PlacedDictionary } from '../profile/codec.js';
import { faultIssue } from '../schema/fault-issue.js';
import { payloadTypes as payloadTypeNames } from '../schema/generated/payload-type-names.js';
import { nearestPayloadType } from '../schema/nearest-name.js';
import type { SchemaFault } from '../schema/schema-fault.js';
import { validateDictionary, validateNamed } from '../schema/validate-dictionary.js';
import { weigh } from '../trust/rules/certificate-context.js';
import type { Finding } from './finding.js';
import type { ProfileContext } from './rules/profile-rule.js';

/** What the schemas say: of the profile dictionary, then of each payload by its PayloadType. */
export function* schemaFindings(context: ProfileContext): Generator<Finding> {
  const { profile, payloads, as } = context;
  for (const fault of validateNamed('TopLevel', profile)) {
    const isService = fault.pointer === '/PayloadContent' && textOf(profile, 'PayloadType') === 'Profile Service';
    if (isOfRule(fault)) continue;
    const finding = faultFinding(fault, '');
    // The reply that a device sends while it enrols has one dictionary in place of payloads.
    yield isService && as === 'device' ? { ...finding, issue: weigh(finding.issue, 'warning') } : finding;
  }
  for (const payload of payloads) yield* payloadFindings(payload, context);
}

function* payloadFindings(
  { pointer, dictionary }: PlacedDictionary,
  { payloadTypes }: ProfileContext,
): Generator<Finding> {
  const type = textOf(dictionary, 'PayloadType');
  const defined = payloadTypes.findLast((definition) => definition.type === type);
  const faults = type === undefined ? undefined : validateDictionary(defined?.schema ?? type, dictionary);
  for (const fault of faults ?? validateNamed('CommonPayloadKeys', dictionary)) {
    if (!isOfRule(fault)) yield faultFinding(fault, pointer, { ownType: defined?.type });
  }
  if (type !== undefined && faults === undefined) {
    const place = `${pointer}/PayloadType`;
    const nearest = nearestPayloadType(type, payloadTypeNames);
    const shown = { type: escapeText(type, 120), ...(nearest === undefined ? {} : { nearest }) };
    const found = issue('schema-unknown-payload', { pointer: place }, shown);
    yield { issue: found, origin: 'other', place };
  }
}

/** One fault of the dictionary at a pointer; or of the value there, which is of `key`. */
export function faultFinding(
  told: SchemaFault,
  pointer: string,
  { key = '', ownType }: { readonly key?: string; readonly ownType?: string | undefined } = {},
): Finding {
  const fault = told.pointer === '' && told.key === '' ? { ...told, key } : told;
  const at = `${pointer}${fault.pointer}`;
  return {
    issue: faultIssue(fault, pointer, ownType),
    origin: originOf(fault),
    place: fault.kind === 'required' ? joinPointer(at, fault.key) : at,
  };
}

function originOf({ kind }: SchemaFault): Finding['origin'] {
  if (kind === 'type') return 'type';
  if (kind === 'unknown-key') return 'unknown key';
  return kind === 'omitted' ? 'other' : 'schema';
}

/** PayloadVersion has a rule of its own. */
function isOfRule({ pointer, key, kind }: SchemaFault): boolean {
  return key === 'PayloadVersion' && (kind === 'required' ? pointer === '' : pointer === '/PayloadVersion');
}
