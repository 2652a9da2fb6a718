import type { DeviceContext } from '../../../src/device/device-context.js';
import type { JsonSchema, JsonSchemaObject } from '../../../src/schema/json-schema.js';
import { validateProfileDictionary } from '../../../src/validation/validate-profile-dictionary.js';
import { at } from '../trust/lab.js';
import { payload, profile, type Dictionary } from './profile-dictionaries.js';

const type = 'com.example.lab';
export const nowhere = { introduced: 'n/a' };
const everywhere = { allowmanualinstall: true, userenrollment: { mode: 'allowed' }, multiple: true };
export type Facts = Readonly<Record<string, unknown>>;

/** The schema of a payload type for iOS 12 and macOS 11, with one key `Key` that has facts of its own. */
export function schemaOf(
  own: Facts,
  key: Facts = {},
  inner: Readonly<Record<string, JsonSchema>> = {},
): JsonSchemaObject {
  const base = {
    iOS: { introduced: '12.0', ...everywhere },
    macOS: { introduced: '11.0', ...everywhere },
    tvOS: nowhere,
    watchOS: nowhere,
    visionOS: nowhere,
  };
  return {
    type: 'object',
    'x-apple': { supportedOS: { ...base, ...own } },
    properties: {
      Key: { 'x-apple': { supportedOS: key }, properties: inner, items: { properties: inner } },
      Other: {},
    },
  };
}

export const judge = (schema: JsonSchemaObject, context: DeviceContext, ...contents: Dictionary[]): string[] => {
  const payloads = contents.map((content) => payload({ PayloadType: type, ...content }));
  const options = { at, context, payloadTypes: [{ type, schema }] };
  return validateProfileDictionary(profile({}, ...payloads), options).map(
    ({ severity, code, where }) => `${severity} ${code} ${where.pointer?.replace('/PayloadContent/', '') ?? ''}`,
  );
};
export const of = (platforms: NonNullable<DeviceContext['platforms']>, others: DeviceContext = {}): DeviceContext => ({
  platforms,
  ...others,
});
export const ofPayload = (own: Facts, context: DeviceContext): string[] => judge(schemaOf(own), context, { Key: 1 });
export const ofKey = (key: Facts, context: DeviceContext): string[] => judge(schemaOf({}, key), context, { Key: 1 });
