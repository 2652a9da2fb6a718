import { loadPublished } from '../load-published.js';
import type { RuleCode } from './generated/rule-code.js';
import type { IssueFacts } from './issue-facts.js';

/** What every rule about payloads tells: what stands in the profile, and what to do. */
export interface RuleIssueDetails {
  readonly found: string;
  readonly advice: string;
  /** Whether `found` says all, so that the sentence of the rule would only repeat it. */
  readonly isWhole?: boolean;
}

type RuleFacts = IssueFacts<Record<RuleCode, RuleIssueDetails>>;
type Row = readonly [severity: 'error' | 'warning' | 'info', payloadType: string, note: string];

let loaded: Readonly<Record<RuleCode, Row>> | undefined;

/** Read on first use: a profile that breaks no rule never needs it. */
function rows(): Readonly<Record<RuleCode, Row>> {
  loaded ??= loadPublished('rule-facts.json') as Record<RuleCode, Row>;
  return loaded;
}

/** The codes of the rules about payloads. */
export function ruleCodes(): readonly RuleCode[] {
  return Object.keys(rows()) as RuleCode[];
}

export function isRuleCode(text: string): text is RuleCode {
  return Object.hasOwn(rows(), text);
}

/** The payload type that a rule is about; `TopLevel` is the profile, `CommonPayloadKeys` every payload. */
export function payloadTypeOfRule(code: RuleCode): string {
  return rows()[code][1];
}

/** What is known about one rule: its sentence is both what it is about and the reason in its message. */
export function ruleIssueFacts(code: RuleCode): RuleFacts[RuleCode] {
  const [severity, payloadType, note] = rows()[code];
  const reason = note.replace(/\.$/, '');
  return {
    severity,
    source: `Apple device-management schema, ${payloadType}`,
    about: note,
    message: ({ found, isWhole = false }) => (isWhole ? found : `${found}: ${reason}`),
    hint: ({ advice }) => advice,
  };
}
