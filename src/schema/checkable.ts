import type { JsonSchema, JsonSchemaObject } from './json-schema.js';
import { annotations } from './value-view.js';

type Shape = (value: unknown, isSchema: (value: unknown) => boolean, root: JsonSchemaObject) => boolean;

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isText: Shape = (value) => typeof value === 'string';
const isNumber: Shape = (value) => Number.isFinite(value);
const isCount: Shape = (value) => Number.isSafeInteger(value) && Number(value) >= 0;
const isScalar = (value: unknown): boolean => ['string', 'number', 'boolean'].includes(typeof value);
const isOneSchema: Shape = (value, isSchema) => isSchema(value);
const areSchemasByName: Shape = (value, isSchema) => isObject(value) && Object.values(value).every(isSchema);

const plistTypes = ['data', 'date', 'integer', 'real', 'string', 'boolean'];
const jsonTypes = ['string', 'boolean', 'integer', 'number', 'array', 'object'];

/** The keywords that {@link compileCheck} knows, and what may stand there. */
const shapes: Readonly<Record<string, Shape>> = {
  type: (value) => (Array.isArray(value) ? value : [value]).every((type) => jsonTypes.includes(type as string)),
  plist: (value) => plistTypes.includes(value as string),
  $ref: (value, _isSchema, { $defs = {} }) =>
    typeof value === 'string' && value.startsWith('#/$defs/') && Object.hasOwn($defs, value.slice('#/$defs/'.length)),
  $defs: areSchemasByName,
  properties: areSchemasByName,
  required: (value) => Array.isArray(value) && value.every((key) => typeof key === 'string'),
  additionalProperties: (value, isSchema) => value === false || isSchema(value),
  items: isOneSchema,
  minItems: isCount,
  maxItems: isCount,
  enum: (value) => Array.isArray(value) && value.every(isScalar),
  const: isScalar,
  minimum: isNumber,
  maximum: isNumber,
  pattern: (value) => typeof value === 'string' && isExpression(value),
  anyOf: (value, isSchema) => Array.isArray(value) && value.length > 0 && value.every(isSchema),
  if: isOneSchema,
  then: isOneSchema,
  else: isOneSchema,
  title: isText,
  description: isText,
};

function isExpression(pattern: string): boolean {
  try {
    return new RegExp(pattern, 'u') instanceof RegExp;
  } catch {
    return false;
  }
}

/**
 * Whether a schema keeps to the keywords of those that are made from Apple's data, in the right form. What does not is for
 * ajv to compile or to refuse.
 */
export function isCheckable(root: JsonSchemaObject): boolean {
  const isSchema = (schema: unknown): boolean => {
    if (schema === true) return true;
    if (!isObject(schema) || 'if' in schema !== ('then' in schema || 'else' in schema)) return false;
    return Object.entries(schema).every(([keyword, value]) => {
      const shape = Object.hasOwn(shapes, keyword) ? shapes[keyword] : undefined;
      return shape === undefined ? annotations.has(keyword) : shape(value, isSchema, root);
    });
  };
  return isSchema(root satisfies JsonSchema);
}
