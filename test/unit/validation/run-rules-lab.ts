import type { DeviceContext } from '../../../src/device/device-context.js';
import type { Issue } from '../../../src/diagnostics/issue.js';
import { isRuleIssue } from '../../../src/diagnostics/issues/index.js';
import type { JsonSchemaObject } from '../../../src/schema/json-schema.js';
import {
  validateProfileDictionary,
  type ValidateProfileOptions,
} from '../../../src/validation/validate-profile-dictionary.js';
import { at } from '../trust/lab.js';
import { payload, profile, type Dictionary } from './profile-dictionaries.js';

export const judge = (content: Dictionary, options: ValidateProfileOptions = {}): Issue[] =>
  validateProfileDictionary(profile({}, payload(content)), { at, ...options });
export const brief = (issues: readonly Issue[]): string[] =>
  issues.map(
    ({ severity, code, where }) => `${severity} ${code} ${where.pointer?.replace('/PayloadContent/0', '') ?? ''}`,
  );
export const told = (
  content: Dictionary,
  context: DeviceContext = {},
  options: ValidateProfileOptions = {},
): string[] => brief(judge(content, { context, ...options }));
/** What rules say; the payloads here are no longer than these need, which the schemas have to say something about. */
export const found = (
  content: Dictionary,
  context: DeviceContext = {},
  options: ValidateProfileOptions = {},
): string[] => brief(judge(content, { context, ...options }).filter(({ code }) => isRuleIssue(code)));

export const nowhere = { introduced: 'n/a' };
export const schemaOn = (systems: object, properties: JsonSchemaObject['properties'] = {}): JsonSchemaObject => ({
  'x-apple': {
    supportedOS: { iOS: nowhere, macOS: nowhere, tvOS: nowhere, watchOS: nowhere, visionOS: nowhere, ...systems },
  },
  properties,
});
