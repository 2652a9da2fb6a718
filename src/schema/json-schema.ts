/** The names of plist types; `data`, `date`, `integer` and `real` tell apart what JSON cannot. */
export type PlistTypeName = 'data' | 'date' | 'integer' | 'real' | 'string' | 'boolean';

export type JsonSchema = boolean | JsonSchemaObject;

/**
 * A JSON Schema, draft 2020-12, over the JSON projection of a property list (see docs/plist-json.md): the keyword `plist`
 * names the plist type beside the JSON type, and `x-apple` holds facts that are no demands, such as the OS versions.
 */
export interface JsonSchemaObject {
  readonly $schema?: string;
  readonly $id?: string;
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, JsonSchema>>;
  readonly type?: string | readonly string[];
  readonly plist?: PlistTypeName;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: JsonSchema;
  readonly items?: JsonSchema;
  readonly enum?: readonly (string | number | boolean)[];
  readonly const?: string | number | boolean;
  readonly 'x-apple'?: Readonly<Record<string, unknown>>;
  readonly [keyword: string]: unknown;
}
