import { textOf } from '../../profile/codec.js';
import type { Reference } from '../compiled-rule.js';
import { nameOf } from '../fragment/describe-demand.js';
import { pointerOf } from '../fragment/describe-fault.js';
import { payloadsNamed, payloadsOfType } from '../profile-memo.js';
import { valuesAt } from '../rule-path.js';
import { describePlace, showValue, type RuleKind, type RulePlace } from './rule-place.js';

const PAYLOAD_UUID = '/PayloadUUID';

/** `references`: a text names a payload of one of the types that are meant. */
export const referencesLead: RuleKind<readonly Reference[]> = function* (references, place) {
  for (const reference of references) yield* referenceLeads(reference, place);
};

const referenceLeads: RuleKind<Reference> = function* (reference, place) {
  for (const { path, value } of valuesAt(place.dictionary, reference.path)) {
    const problem = typeof value === 'string' ? findProblem(value, reference, place) : undefined;
    if (problem === undefined) continue;
    yield {
      pointer: pointerOf(path, place.pointer),
      found: `${describePlace(path, place)} is ${showValue(value, path, place)}, ${problem}`,
      advice: isPem(value, reference)
        ? 'pass what readCertificate() makes of this text, or the UUID of its payload'
        : `set ${nameOf(path)} to ${describeAim(reference)}`,
    };
  }
};

/**
 * Why a reference leads nowhere. One that may lead into another profile is only wrong when this profile has payloads of the
 * type and it names none of them, or when it names something else here.
 */
function findProblem(text: string, reference: Reference, { context }: RulePlace): string | undefined {
  const { payloadTypes, target = PAYLOAD_UUID, sameProfile = true } = reference;
  const named = payloadsNamed(context, target, text);
  if (payloadTypes.some((type) => named.has(type))) return undefined;
  const [other] = payloadsNamed(context, PAYLOAD_UUID, text).values();
  if (other !== undefined) {
    return payloadTypes.includes(textOf(other.dictionary, 'PayloadType') ?? '')
      ? `which is the PayloadUUID at ${other.pointer}`
      : `which names the payload at ${other.pointer} of another type`;
  }
  if (sameProfile) return 'which names no payload of the profile';
  const hasCandidates = payloadTypes.some((type) => payloadsOfType(context, type).length > 0);
  return hasCandidates ? `which is not the ${target.slice(1)} of any such payload of the profile` : undefined;
}

const isPem = (value: unknown, { target }: Reference): boolean =>
  target === undefined && typeof value === 'string' && value.includes('-----BEGIN CERTIFICATE');

function describeAim({ payloadTypes, target = PAYLOAD_UUID, sameProfile = true }: Reference): string {
  const types = payloadTypes.map((type) => `"${type}"`).join(', ');
  const kind = payloadTypes.length === 1 ? `of the type ${types}` : `of one of the types ${types}`;
  return `the ${target.slice(1)} of a payload ${kind}${sameProfile ? ' in this profile' : ''}`;
}
