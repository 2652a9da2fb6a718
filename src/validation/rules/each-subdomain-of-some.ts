import type { RuleCheck } from '../compiled-rule.js';
import { pointerOf } from '../fragment/describe-fault.js';
import { valuesAt } from '../rule-path.js';
import { describePlace, showValue, type RuleKind } from './rule-place.js';

type Check = Extract<RuleCheck, { kind: 'each-subdomain-of-some' }>;

/** `each-subdomain-of-some`: every domain at one path is one of those at another path, or lies below one. */
export const eachSubdomainOfSome: RuleKind<Check> = function* ({ path, of }, place) {
  const domains = new Set([...valuesAt(place.dictionary, of)].map(({ value }) => domainOf(value)));
  for (const { path: found, value } of valuesAt(place.dictionary, path)) {
    const domain = domainOf(value);
    if (domain === undefined || parentsOf(domain).some((parent) => domains.has(parent))) continue;
    yield {
      pointer: pointerOf(found, place.pointer),
      found: `${describePlace(found, place)} is ${showValue(value, found, place)}, which lies below no domain at ${of}`,
      advice: `remove it, or add its domain at ${of}`,
    };
  }
};

function domainOf(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined;
  return value
    .toLowerCase()
    .replace(/^\*\.|^\./, '')
    .replace(/\.$/, '');
}

/** A domain name has at most 253 characters (RFC 1035 section 2.3.4), so at most 127 labels. */
const MAX_LABELS = 127;

/** The domain itself, and those that it lies below. */
function parentsOf(domain: string): string[] {
  const labels = domain.split('.', MAX_LABELS);
  return labels.map((_, index) => labels.slice(index).join('.'));
}
