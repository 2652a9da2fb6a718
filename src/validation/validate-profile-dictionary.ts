import { now } from '../device/clock.js';
import type { DeviceContext } from '../device/device-context.js';
import type { Issue, RuleLevels } from '../diagnostics/issue.js';
import type { Certificate } from '../pki/certificate.js';
import type { PlistDictionary } from '../plist/value.js';
import { payloadDictionaries } from '../profile/codec.js';
import type { Pkcs12Identity } from '../profile/pkcs12-identity.js';
import { payloadSchema } from '../schema/catalogue.js';
import type { PayloadTypeDefinition } from '../schema/define-payload-type.js';
import { faultIssue } from '../schema/fault-issue.js';
import { isDictionary } from '../schema/plist-type.js';
import { validateNamed } from '../schema/validate-dictionary.js';
import { applyLevels } from './apply-levels.js';
import { groupByLength } from './content/embedded-certificate.js';
import { oneCodePerFact } from './finding.js';
import { orderIssues } from './order-issues.js';
import { profileFindings } from './profile-rules.js';
import type { ProfileContext } from './rules/profile-rule.js';
import { ruleFindings } from './run-rules.js';
import { schemaFindings } from './schema-issues.js';
import { supportFindings } from './support-findings.js';

export interface ValidateProfileOptions {
  /** The time by which validity is judged; now unless given. */
  readonly at?: Date;
  /** `author`, the default, is strict; `device` weighs what devices accept as they do. */
  readonly as?: 'author' | 'device';
  /** Levels of single rules; `off` drops one. */
  readonly rules?: RuleLevels;
  /** What is known about the devices. */
  readonly context?: DeviceContext;
  /** Whether the profile is encrypted on its way; what has payloads in the clear is not, unless this says so. */
  readonly isEncrypted?: boolean;
  /** The profile that this one replaces. */
  readonly previous?: PlistDictionary;
  /** Payload types that Apple does not document, or of which more is known than Apple says; of several the last counts. */
  readonly payloadTypes?: readonly PayloadTypeDefinition[];
  /** Certificates that may stand in the profile and were read already. */
  readonly certificates?: readonly Certificate[];
  /** Identities that may stand in the profile and were opened already. */
  readonly identities?: readonly Pkcs12Identity[];
  /** Line and column of the value at a pointer, when the profile came from a file. */
  readonly positionOf?: (pointer: string) => { readonly line: number; readonly column: number } | undefined;
}

/**
 * Judges a profile dictionary: its schema, the schema of each payload, what the devices know, and the rules between and
 * beyond them. All issues, in the order of their pointers. Never throws because of what is in the dictionary.
 */
export function validateProfileDictionary(profile: PlistDictionary, options: ValidateProfileOptions = {}): Issue[] {
  const { as = 'author', rules = {}, positionOf } = options;
  const issues = applyLevels(findIssues(profile, options), as, rules);
  return orderIssues(issues).map((issue) => placeIssue(issue, positionOf));
}

function findIssues(profile: PlistDictionary, options: ValidateProfileOptions): Issue[] {
  if (!isDictionary(profile)) {
    return validateNamed('TopLevel', profile).map((fault) => faultIssue(fault));
  }
  const context = createContext(profile, options);
  return oneCodePerFact([
    ...schemaFindings(context),
    ...supportFindings(context),
    ...ruleFindings(context),
    ...profileFindings(context),
  ]);
}

function createContext(profile: PlistDictionary, options: ValidateProfileOptions): ProfileContext {
  const { at = now(), as = 'author', context = {}, isEncrypted = false, previous } = options;
  const { certificates = [], identities = [], payloadTypes = [] } = options;
  return {
    profile,
    payloads: payloadDictionaries(profile),
    as,
    at,
    known: groupByLength(certificates),
    identities,
    payloadTypes,
    device: context,
    isEncrypted,
    memo: new Map(),
    schemaOf: (type) => payloadTypes.findLast((definition) => definition.type === type)?.schema ?? payloadSchema(type),
    ...(previous === undefined ? {} : { previous }),
  };
}

function placeIssue(issue: Issue, positionOf: ValidateProfileOptions['positionOf']): Issue {
  const { where } = issue;
  const position = where.pointer === undefined ? undefined : positionOf?.(where.pointer);
  if (position === undefined) return issue;
  const { line, column } = position;
  return Object.freeze({ ...issue, where: Object.freeze({ ...where, line, column }) });
}
