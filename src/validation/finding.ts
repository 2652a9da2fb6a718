import type { Issue, Severity } from '../diagnostics/issue.js';
import { weigh } from '../trust/rules/certificate-context.js';

/** Facts that both a rule and the table of systems may state. */
export type SupportTopic =
  | 'platform'
  | 'introduced'
  | 'deprecated'
  | 'removed'
  | 'supervised'
  | 'user-enrollment'
  | 'shared-ipad'
  | 'management'
  | 'channel'
  | 'manual-install'
  | 'multiple';

/** An issue, and what is needed to tell whether another one states the same fact. */
export interface Finding {
  readonly issue: Issue;
  /**
   * `type`: the schema, about the type of a value; `unknown key`: about a key that it does not know; `schema`: about anything
   * else; `rule`: a rule about a value or a missing key, `presence rule`: about a key that should not be there; `support`: the
   * table of systems.
   */
  readonly origin: 'type' | 'unknown key' | 'schema' | 'rule' | 'presence rule' | 'support' | 'other';
  /** The pointer of the value at fault, also of one that is missing. */
  readonly place: string;
  readonly topic?: SupportTopic;
  /** Whether the table of systems is told with what replaces the key or payload. */
  readonly tellsSuccessor?: boolean;
}

const weights: Readonly<Record<Severity, number>> = { info: 0, warning: 1, error: 2 };

/**
 * One fact has one code. A value of the wrong type has no other fault; where a rule says what the schema or the table of
 * systems says too, the rule speaks, unless it weighs less.
 */
export function oneCodePerFact(findings: readonly Finding[]): Issue[] {
  if (findings.length === 0) return [];
  const places = new Map<string, Finding[]>();
  for (const finding of findings) {
    const others = places.get(finding.place);
    if (others === undefined) places.set(finding.place, [finding]);
    else others.push(finding);
  }
  return findings
    .filter((finding) => {
      const others = places.get(finding.place) ?? [];
      return !isSaidOtherwise(finding, others) && !isRepeated(finding, others);
    })
    .map(({ issue }) => issue);
}

/**
 * Two rules that ask for the same under different conditions have one sentence. The table of a system is narrower than the
 * one of all, and comes behind it.
 */
function isRepeated(finding: Finding, others: readonly Finding[]): boolean {
  if (finding.origin === 'schema' || finding.origin === 'type') {
    const { code } = finding.issue;
    return others.findLast((other) => other.origin === finding.origin && other.issue.code === code) !== finding;
  }
  if (!isRule(finding)) return false;
  const first = others.find((other) => isRule(other) && other.issue.message === finding.issue.message);
  return first !== finding;
}

function isSaidOtherwise(finding: Finding, others: readonly Finding[]): boolean {
  const { origin, topic, issue } = finding;
  const outweighs = ({ issue: other }: Finding): boolean => weights[other.severity] > weights[issue.severity];
  const matches = ({ issue: other }: Finding): boolean => weights[other.severity] >= weights[issue.severity];
  switch (origin) {
    case 'rule':
      return others.some((other) => other.origin === 'type' || (other.origin === 'schema' && outweighs(other)));
    case 'schema':
      return others.some((other) => other.origin === 'rule' && matches(other));
    case 'unknown key':
      return others.some((other) => isRule(other) && matches(other));
    case 'support':
      return (
        others.some((other) => isRule(other) && other.topic === topic && matches(other)) ||
        (isGone(finding) && others.some((other) => isRule(other) && other.topic === 'deprecated' && outweighs(other)))
      );
    case 'presence rule':
      return (
        topic === 'deprecated' &&
        others.some((other) => other.tellsSuccessor === true && (isGone(other) ? matches(other) : outweighs(other)))
      );
    default:
      return false;
  }
}

/** That something is gone and by what it is replaced is one fact with the rule that it has a successor. */
function isGone({ topic, tellsSuccessor }: Finding): boolean {
  return topic === 'removed' && tellsSuccessor === true;
}

function isRule({ origin }: Finding): boolean {
  return origin === 'rule' || origin === 'presence rule';
}

/** The issue one step less severe; what is info stays so. */
export function lowerByOne(issue: Issue): Issue {
  if (issue.severity === 'info') return issue;
  return weigh(issue, issue.severity === 'error' ? 'warning' : 'info');
}
