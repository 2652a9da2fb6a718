import { issue } from '../diagnostics/issue.js';
import { joinPointer, splitPointer } from '../plist/pointer.js';
import { textOf, type PlacedDictionary } from '../profile/codec.js';
import { weigh } from '../trust/rules/certificate-context.js';
import { lowerByOne, type Finding, type SupportTopic } from './finding.js';
import { fits } from './fragment/find-faults.js';
import type { CompiledRule, Conditions } from './compiled-rule.js';
import { isTriggered, rulesFor, type AppliedRule } from './load-rules.js';
import { memoize } from './profile-memo.js';
import { forceOf, mayHoldForKey, type Force } from './rule-force.js';
import { faultsOf } from './rule-kinds.js';
import { placesOf, type ProfileContext } from './rules/profile-rule.js';
import type { RuleFault, RulePlace } from './rules/rule-place.js';
import { supportAt, supportOf, type SupportFacts } from './support-facts.js';

/** Schemas and rules that stand for no payload type. */
const TOP_LEVEL = 'TopLevel';
const COMMON = 'CommonPayloadKeys';

/** What the rules of `schemas/rules/` find: those of the profile, those of all payloads, those of each payload's type. */
export function ruleFindings(context: ProfileContext): Finding[] {
  const findings: Finding[] = [];
  const judge = ({ pointer, dictionary }: PlacedDictionary, payloadType: string): void => {
    addFindings(findings, { pointer, dictionary, payloadType, context });
  };
  const places = placesOf(context);
  for (const place of places.slice(0, 1)) judge(place, TOP_LEVEL);
  for (const place of places) judge(place, COMMON);
  for (const payload of context.payloads) {
    const payloadType = textOf(payload.dictionary, 'PayloadType');
    if (payloadType !== undefined && payloadType !== TOP_LEVEL && payloadType !== COMMON) judge(payload, payloadType);
  }
  return findings;
}

/** The rules of a type's own files come first: one that is inherited is silent where one of them has spoken. */
function addFindings(findings: Finding[], place: RulePlace): void {
  const own = new Set<string>();
  const forces = forcesHere(place);
  for (const applied of rulesFor(place.payloadType, place.dictionary)) {
    if (!isTriggered(applied, place.dictionary) || !isInForce(applied, place, forces)) continue;
    const faults = faultsOf(applied.rule, place);
    if (Array.isArray(faults) && faults.length === 0) continue;
    const { inheritance } = applied;
    for (const finding of findingsOfRule(faults, applied, place, forces)) {
      if (inheritance === undefined) own.add(finding.place);
      else if (own.has(finding.place)) continue;
      findings.push(finding);
    }
  }
}

type ForceHere = (conditions: Conditions) => Force;

/** Whether a rule has anything to ask of a dictionary. */
function isInForce({ rule, inheritance }: AppliedRule, { dictionary, context }: RulePlace, force: ForceHere): boolean {
  if (force(rule).level === 'none' && !mayHoldForKey(rule, context)) return false;
  if (inheritance !== undefined && force(inheritance).level === 'none') return false;
  // A key that is optional under a condition is missed where the condition fails.
  const isOtherwise = rule.overrides?.some(({ presence }) => presence === 'optional') === true;
  return rule.if === undefined || fits(rule.if, dictionary) !== isOtherwise;
}

/** More faults of one rule in one payload are counted, not told. */
const MAX_FAULTS = 100;

function* findingsOfRule(
  faults: Iterable<RuleFault>,
  { rule, inheritance }: AppliedRule,
  place: RulePlace,
  forceHere: ForceHere,
): Generator<Finding> {
  const force = forceHere(rule);
  const start = inheritance?.path === undefined ? '' : `${place.pointer}${inheritance.path}/`;
  // A rule that names its systems speaks of them, also of keys that they do not have.
  const isSure = force.level === 'full' && (force.where === '' || rule.platforms !== undefined);
  const told = new Set<string>();
  for (const fault of faults) {
    const target = fault.missing === undefined ? fault.pointer : joinPointer(fault.pointer, fault.missing);
    if (!target.startsWith(start) || told.has(target)) continue;
    const exact = isSure ? force : forceOf(rule, factsAt(target, place), place.context);
    if (exact.level === 'none') continue;
    told.add(target);
    if (told.size > MAX_FAULTS) continue;
    yield createFinding(rule, fault, exact, place, target);
  }
  if (told.size > MAX_FAULTS) {
    const { pointer } = place;
    const found = issue('schema-more-faults', { pointer }, { count: told.size - MAX_FAULTS });
    yield { issue: found, origin: 'other', place: pointer };
  }
}

type Forces = Map<Conditions, Force>;

/** The forces on devices of which nothing is known, by what the table says: these are the same for all profiles. */
const forcesAnywhere = new WeakMap<SupportFacts, Forces>();

/** How much a rule is in force: the same for all payloads of a type. */
function forcesHere({ context, payloadType }: RulePlace): ForceHere {
  const facts = supportOf(context.schemaOf(payloadType));
  const isAnywhere = !context.isEncrypted && Object.keys(context.device).length === 0;
  const forces = isAnywhere ? forcesAnywhereBy(facts) : memoize(context, facts, (): Forces => new Map());
  return (conditions) => {
    const known = forces.get(conditions);
    if (known !== undefined) return known;
    const force = forceOf(conditions, facts, context);
    forces.set(conditions, force);
    return force;
  };
}

function forcesAnywhereBy(facts: SupportFacts): Forces {
  const known = forcesAnywhere.get(facts) ?? new Map<Conditions, Force>();
  forcesAnywhere.set(facts, known);
  return known;
}

/** What the table says about the key that a fault is about: no device without that key needs to be thought of. */
function factsAt(target: string, { pointer, payloadType, dictionary, context }: RulePlace): SupportFacts {
  const schema = context.schemaOf(payloadType);
  return schema === undefined ? {} : supportAt(schema, splitPointer(target.slice(pointer.length)), dictionary);
}

function createFinding(
  rule: CompiledRule,
  { pointer, found, advice, isWhole, isForgiven, isSuperfluous }: RuleFault,
  { level, where }: Force,
  { context }: RulePlace,
  target: string,
): Finding {
  const details = {
    found: `${found}${where}`,
    advice: `${remedyOf(rule)}${advice}`,
    ...(isWhole === undefined ? {} : { isWhole }),
  };
  const full = issue(rule.id, { pointer }, details);
  const weighed = level === 'possible' ? lowerByOne(full) : full;
  const topic = topicOf(rule) ?? (isSuperfluous === true ? absenceTopicOf(rule) : undefined);
  return {
    issue: isForgiven === true && context.as === 'device' ? weigh(weighed, 'warning') : weighed,
    origin: isSuperfluous === true ? 'presence rule' : 'rule',
    place: target,
    ...(topic === undefined ? {} : { topic }),
  };
}

/** What changes a condition of the installation, without which the rule would not hold. */
function remedyOf({ when = {} }: CompiledRule): string {
  if (when.supervised === false) return 'supervise the devices, or ';
  if (when.encrypted === false) return 'encrypt the profile for its device, or ';
  return when.install === 'manual' ? 'install the profile through device management, or ' : '';
}

/** What the table of systems may say as well. */
function topicOf({ check, when = {}, profile }: CompiledRule): SupportTopic | undefined {
  if (check?.kind === 'replaced-by') return 'deprecated';
  if (check?.kind === 'max-payloads') return 'multiple';
  if (when.supervised === false) return 'supervised';
  if (when.enrollment !== undefined) return 'user-enrollment';
  if (when.sharedIPad !== undefined) return 'shared-ipad';
  if (when.channel !== undefined || profile?.properties?.['PayloadScope'] !== undefined) return 'channel';
  return when.install === 'manual' ? 'manual-install' : undefined;
}

/** What the table says as well, when a rule wants something to be absent for no other reason than the system. */
function absenceTopicOf({ if: condition, platforms, since, until }: CompiledRule): SupportTopic | undefined {
  if (condition !== undefined) return undefined;
  if (until !== undefined) return 'introduced';
  if (since !== undefined) return 'removed';
  return platforms === undefined ? undefined : 'platform';
}
