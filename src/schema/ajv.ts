import type * as AjvLibrary from 'ajv/dist/2020.js';
import type { Ajv2020, CodeKeywordDefinition, ErrorObject, KeywordCxt, ValidateFunction } from 'ajv/dist/2020.js';
import { createRequire } from 'node:module';
import { isInRange, isListed, isPlistType } from './plist-type.js';
import type { ValueSchema } from './value-view.js';

/** One complaint of a compiled schema: where in the value, by which keyword, at which place of the schema. */
export interface SchemaComplaint {
  readonly instancePath: string;
  readonly schemaPath: string;
  readonly keyword: string;
  readonly params: Readonly<Record<string, unknown>>;
  /** Set when the complaint is about the name of a key. */
  readonly propertyName?: string;
}

/** Judges a value; no complaints mean that it fits. */
export type CompiledSchema = (value: unknown) => readonly SchemaComplaint[];

let loaded: Ajv2020 | undefined;

/**
 * Compiles a schema with ajv, which is loaded on first use: the only place where it is. Inherited keys count for nothing,
 * all faults are told, values never reach the complaints, and a keyword that is not known is refused.
 *
 * @throws TypeError when the schema cannot be compiled
 */
export function compileSchema(schema: ValueSchema | boolean): CompiledSchema {
  loaded ??= createAjv();
  let validate: ValidateFunction;
  try {
    validate = loaded.compile(schema);
  } catch (error) {
    const reason = error instanceof Error ? error.message : 'for an unknown reason';
    throw new TypeError(`schema cannot be compiled: ${reason}`, { cause: error });
  }
  return (value) => (validate(value) ? [] : (validate.errors ?? []).map(complaintOf));
}

function complaintOf({ instancePath, schemaPath, keyword, params, propertyName }: ErrorObject): SchemaComplaint {
  const named = propertyName === undefined ? {} : { propertyName };
  return { instancePath, schemaPath, keyword, params: params as Record<string, unknown>, ...named };
}

function createAjv(): Ajv2020 {
  const library = createRequire(import.meta.url)('ajv/dist/2020.js') as typeof AjvLibrary;
  const ajv = new library.Ajv2020({
    strict: true,
    // The view has `plist` in place of `type`, which ajv would miss.
    strictTypes: false,
    // Rules demand keys that the schema beside them defines.
    strictRequired: false,
    allErrors: true,
    ownProperties: true,
    verbose: false,
    messages: false,
    meta: false,
    validateSchema: false,
    logger: false,
  });
  for (const [keyword, check] of Object.entries(checks)) ajv.addKeyword(defineCheck(library, keyword, check));
  ajv.addKeyword(defineKeys(library));
  return ajv;
}

type Check = (value: unknown, demand: never) => boolean;

/** Keywords whose demand is judged by a function; its name is what generated code would import. */
const checks: Readonly<Record<string, Check>> = {
  plist: isPlistType,
  plistListed: isListed,
  plistRange: isInRange,
};

function defineCheck({ _, Name }: typeof AjvLibrary, keyword: string, check: Check): CodeKeywordDefinition {
  return {
    keyword,
    schemaType: ['array', 'object'],
    error: { message: '', params: ({ schemaCode }) => _`{demand: ${schemaCode}}` },
    code: (context: KeywordCxt) => {
      const name = context.gen.scopeValue('func', { ref: check, code: new Name(check.name) });
      context.fail(_`!${name}(${context.data}, ${context.schemaCode})`);
    },
  };
}

/** `plistKeys`: no other keys than these. Unlike `additionalProperties`, it says in its complaint which there are. */
function defineKeys({ _ }: typeof AjvLibrary): CodeKeywordDefinition {
  return {
    keyword: 'plistKeys',
    schemaType: 'array',
    error: { message: '', params: ({ schemaCode, params }) => _`{demand: ${schemaCode}, key: ${params['key']}}` },
    code: (context: KeywordCxt) => {
      const { gen, data, schemaCode } = context;
      const known = gen.scopeValue('obj', {
        ref: new Set(context.schema as readonly string[]),
        code: _`new Set(${schemaCode})`,
      });
      gen.forIn('key', data, (key) => {
        gen.if(_`!${known}.has(${key})`, () => {
          context.setParams({ key });
          context.error();
        });
      });
    },
  };
}
