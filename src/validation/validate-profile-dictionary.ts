import { now } from '../device/clock.js';
import type { Issue, RuleLevels } from '../diagnostics/issue.js';
import type { Certificate } from '../pki/certificate.js';
import type { PlistDictionary } from '../plist/value.js';
import { payloadDictionaries } from '../profile/codec.js';
import type { PayloadTypeDefinition } from '../schema/define-payload-type.js';
import { faultIssue } from '../schema/fault-issue.js';
import { isDictionary } from '../schema/plist-type.js';
import { validateNamed } from '../schema/validate-dictionary.js';
import { applyLevels } from './apply-levels.js';
import { orderIssues } from './order-issues.js';
import { profileRules } from './profile-rules.js';
import type { ProfileContext } from './rules/profile-rule.js';
import { schemaIssues } from './schema-issues.js';

export interface ValidateProfileOptions {
  /** The time by which validity is judged; now unless given. */
  readonly at?: Date;
  /** `author`, the default, is strict; `device` weighs what devices accept as they do. */
  readonly as?: 'author' | 'device';
  /** Levels of single rules; `off` drops one. */
  readonly rules?: RuleLevels;
  /** Payload types that Apple does not document, or of which more is known than Apple says; of several the last counts. */
  readonly payloadTypes?: readonly PayloadTypeDefinition[];
  /** Certificates that may stand in the profile and were read already. */
  readonly certificates?: readonly Certificate[];
  /** Line and column of the value at a pointer, when the profile came from a file. */
  readonly positionOf?: (pointer: string) => { readonly line: number; readonly column: number } | undefined;
}

/**
 * Judges a profile dictionary: its schema, the schema of each payload, and the rules between and beyond them. All issues,
 * in the order of their pointers. Never throws because of what is in the dictionary.
 */
export function validateProfileDictionary(profile: PlistDictionary, options: ValidateProfileOptions = {}): Issue[] {
  const { at = now(), as = 'author', rules = {}, certificates = [], payloadTypes = [], positionOf } = options;
  const known = new Map(certificates.map((certificate) => [certificate.fingerprints.sha256, certificate]));
  const issues = applyLevels(findIssues(profile, { as, at, known, payloadTypes }), as, rules);
  return orderIssues(issues).map((issue) => placeIssue(issue, positionOf));
}

function* findIssues(
  profile: PlistDictionary,
  options: Pick<ProfileContext, 'as' | 'at' | 'known' | 'payloadTypes'>,
): Generator<Issue> {
  if (!isDictionary(profile)) {
    for (const fault of validateNamed('TopLevel', profile)) yield faultIssue(fault);
    return;
  }
  const context: ProfileContext = { profile, payloads: payloadDictionaries(profile), ...options };
  yield* schemaIssues(context);
  for (const rule of profileRules) yield* rule(context);
}

function placeIssue(issue: Issue, positionOf: ValidateProfileOptions['positionOf']): Issue {
  const { where } = issue;
  if (positionOf === undefined || 'certificate' in where) return issue;
  const position = positionOf(where.pointer);
  if (position === undefined) return issue;
  const { line, column } = position;
  return Object.freeze({ ...issue, where: Object.freeze({ pointer: where.pointer, line, column }) });
}
