import type { DeviceContext } from '../../../src/device/device-context.js';
import type { IssueCode } from '../../../src/diagnostics/issues/index.js';
import type { PlistValue } from '../../../src/plist/value.js';

export type Dictionary = Readonly<Record<string, PlistValue>>;

/** A profile, where one payload does not show what a rule is about. */
export interface WholeProfile {
  /** The payloads by their content; PayloadType is that of the rule unless it is given. */
  readonly payloads: readonly Dictionary[];
  /** Keys of the profile dictionary. */
  readonly profile?: Dictionary;
  /** The payloads of the profile that this one replaces. */
  readonly previous?: readonly Dictionary[];
  readonly isEncrypted?: boolean;
}

/** The content of one payload without the keys that all payloads have, or a whole profile. */
export type Example = Dictionary | WholeProfile;

/**
 * Shows one rule: what breaks it, and the nearest neighbour that does not. Written by hand from what Apple says of the
 * payload, never from what the code answers.
 */
export interface RuleExample {
  readonly fires: Example;
  readonly quiet: Example;
  /**
   * The devices of both. Unless it is given, the least that puts the rule in force: its systems from their first version on,
   * and its install conditions.
   */
  readonly context?: DeviceContext;
  /** The devices of the neighbour, where they make the difference. */
  readonly quietContext?: DeviceContext;
  /** Where the issue stands inside of the first payload, as a JSON pointer. */
  readonly at?: string;
  /** The code that speaks, for a rule that only brings or changes others (schemas/generator/silent-rules.ts). */
  readonly speaks?: IssueCode;
}

/** The examples of a file by rule; each rule of `schemas/rules/` has one in a file that is named like its own. */
export type RuleExamples = Readonly<Record<string, RuleExample>>;

export function isWhole(example: Example): example is WholeProfile {
  return Array.isArray(example['payloads']);
}
