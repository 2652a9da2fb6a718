import type { CompiledRule, RuleCheck } from './compiled-rule.js';
import { isBitField } from './rules/bit-field.js';
import { byteLength } from './rules/byte-length.js';
import { hasCommonName } from './rules/certificate-common-name.js';
import { hasCertificateContent } from './rules/certificate-content.js';
import { hasUsage, isStrong } from './rules/certificate-fitness.js';
import { isPresentOtherwise } from './rules/conditional-presence.js';
import { defaultIsClear } from './rules/differing-default.js';
import { isDisjointMap } from './rules/disjoint-map.js';
import { isDisjoint } from './rules/disjoint.js';
import { eachIn } from './rules/each-in.js';
import { eachSubdomainOfSome } from './rules/each-subdomain-of-some.js';
import { hasFileFormat } from './rules/file-format.js';
import { fragmentHolds, profileFragmentHolds } from './rules/fragments.js';
import { functionalDependency } from './rules/functional-dependency.js';
import { isImage } from './rules/image-header.js';
import { isUnchanged } from './rules/immutable-on-update.js';
import { isJson } from './rules/json-text.js';
import { maxPayloads } from './rules/max-payloads.js';
import { noSharedKeys } from './rules/no-shared-keys-across-payloads.js';
import { referencesLead } from './rules/references.js';
import { notReplaced } from './rules/replaced-by.js';
import type { RuleFault, RuleKind, RulePlace } from './rules/rule-place.js';
import { uniqueAcrossPayloads } from './rules/unique-across-payloads.js';
import { uniqueBy } from './rules/unique-by.js';
import { uniqueInProfile } from './rules/unique-in-profile.js';
import { valueIsSupported } from './rules/value-support.js';

/** Every kind of `check`. */
const checks: { readonly [Kind in RuleCheck['kind']]: RuleKind<Extract<RuleCheck, { kind: Kind }>> } = {
  'replaced-by': notReplaced,
  'unique-in-profile': uniqueInProfile,
  'unique-by': uniqueBy,
  'unique-across-payloads': uniqueAcrossPayloads,
  'max-payloads': maxPayloads,
  'byte-length': byteLength,
  'certificate-content': hasCertificateContent,
  'certificate-usage': hasUsage,
  'certificate-strength': isStrong,
  'certificate-common-name': hasCommonName,
  json: isJson,
  'each-in': eachIn,
  'each-subdomain-of-some': eachSubdomainOfSome,
  disjoint: isDisjoint,
  'disjoint-map': isDisjointMap,
  'functional-dependency': functionalDependency,
  'no-shared-keys-across-payloads': noSharedKeys,
  'value-support': valueIsSupported,
  'bit-field': isBitField,
  'immutable-on-update': isUnchanged,
  'file-format': hasFileFormat,
  image: isImage,
};

type Part = (place: RulePlace) => Iterable<RuleFault>;

const known = new WeakMap<CompiledRule, readonly Part[]>();

/** What a rule is made of, found out once. */
function partsOf(rule: CompiledRule): readonly Part[] {
  const { then, profile, references, check, overrides } = rule;
  const parts: Part[] = [];
  if (then !== undefined) parts.push((place) => fragmentHolds(then, place));
  if (profile !== undefined) parts.push((place) => profileFragmentHolds(profile, place));
  if (references !== undefined) parts.push((place) => referencesLead(references, place));
  if (check !== undefined) parts.push((place) => (checks[check.kind] as RuleKind<RuleCheck>)(check, place));
  if (overrides !== undefined) {
    parts.push((place) => isPresentOtherwise(overrides, place));
    parts.push((place) => defaultIsClear(overrides, place));
  }
  known.set(rule, parts);
  return parts;
}

/** All faults that a rule finds in a dictionary, whatever it is made of. */
export function faultsOf(rule: CompiledRule, place: RulePlace): Iterable<RuleFault> {
  const parts = known.get(rule) ?? partsOf(rule);
  const [first] = parts;
  return parts.length === 1 && first !== undefined ? first(place) : allOf(parts, place);
}

function* allOf(parts: readonly Part[], place: RulePlace): Generator<RuleFault> {
  for (const part of parts) yield* part(place);
}
