import type { JsonType } from '../../schema/plist-type.js';

/**
 * What a rule demands of a plist value, in the keywords of JSON Schema (draft 2020-12) that the rules use. Types are those
 * of JSON: `object` is a dictionary, `string` is text. The generator refuses a rule with any other keyword.
 */
export interface FragmentObject {
  readonly type?: JsonType | readonly JsonType[];
  readonly const?: Scalar;
  readonly enum?: readonly Scalar[];
  readonly pattern?: string;
  readonly format?: 'ipv4' | 'ipv6';
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly multipleOf?: number;
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Fragment>>;
  readonly additionalProperties?: Fragment;
  readonly propertyNames?: Fragment;
  readonly prefixItems?: readonly Fragment[];
  readonly items?: Fragment;
  readonly contains?: Fragment;
  readonly maxContains?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly uniqueItems?: boolean;
  readonly allOf?: readonly Fragment[];
  readonly anyOf?: readonly Fragment[];
  readonly oneOf?: readonly Fragment[];
  readonly not?: Fragment;
  readonly if?: Fragment;
  readonly then?: Fragment;
}

/** `false` fits nothing: behind a key it says that the key must not be there. */
export type Fragment = boolean | FragmentObject;

export type Scalar = string | number | boolean;
