import type * as AjvLibrary from 'ajv/dist/2020.js';
import type { Ajv2020, Code, CodeKeywordDefinition, CodeOptions, ErrorObject, KeywordCxt } from 'ajv/dist/2020.js';
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

/** What ajv makes of a schema, now or when the package was built: it leaves its complaints behind. */
export interface ValidateFunction {
  (value: unknown): boolean;
  errors?: readonly ErrorObject[] | null;
}

/** Judges a value; no complaints mean that it fits. */
export type CompiledSchema = (value: unknown) => readonly SchemaComplaint[];

const fits: readonly SchemaComplaint[] = Object.freeze([]);
let loaded: Ajv2020 | undefined;

/**
 * Compiles a schema with ajv, which is loaded on first use.
 *
 * @throws TypeError when the schema cannot be compiled
 */
export function compileSchema(schema: ValueSchema | boolean): CompiledSchema {
  loaded ??= createAjv();
  try {
    const validate = loaded.compile(schema);
    // The library would keep every schema for good, also those of payload types that are defined again and again.
    loaded.removeSchema(schema);
    return complaintsOf(validate);
  } catch (error) {
    const reason = error instanceof Error ? error.message : 'for an unknown reason';
    throw new TypeError(`schema cannot be compiled: ${reason}`, { cause: error });
  }
}

/** The complaints of a compiled schema as a value of their own. */
export function complaintsOf(validate: ValidateFunction): CompiledSchema {
  return (value) => (validate(value) ? fits : (validate.errors ?? []).map(complaintOf));
}

function complaintOf({ instancePath, schemaPath, keyword, params, propertyName }: ErrorObject): SchemaComplaint {
  const named = propertyName === undefined ? {} : { propertyName };
  return { instancePath, schemaPath, keyword, params: params as Record<string, unknown>, ...named };
}

/**
 * ajv with the keywords over plist values. Inherited keys count for nothing, all faults are told, values never reach the
 * complaints, and a keyword that is not known is refused.
 */
export function createAjv(code: CodeOptions = {}): Ajv2020 {
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
    code,
  });
  for (const keyword of [defineType, defineList, defineRange, defineDictionary, defineKeys]) {
    ajv.addKeyword(keyword(library));
  }
  return ajv;
}

/** What the keywords ask at run time; a validator that was written to a file is given them by these names. */
export interface ValueTests {
  readonly isPlistType: typeof isPlistType;
  readonly isListed: typeof isListed;
  readonly isInRange: typeof isInRange;
}

export const valueTests: ValueTests = { isPlistType, isListed, isInRange };

/** A keyword whose demand is told in its complaint, and judged by code that is true for what does not fit. */
function defineTest(
  { _ }: typeof AjvLibrary,
  keyword: string,
  misfit: (context: KeywordCxt) => Code,
): CodeKeywordDefinition {
  return {
    keyword,
    schemaType: ['array', 'object'],
    error: { message: '', params: ({ schemaCode }) => _`{demand: ${schemaCode}}` },
    code: (context: KeywordCxt) => context.fail(misfit(context)),
  };
}

function refer({ Name }: typeof AjvLibrary, { gen }: KeywordCxt, name: keyof ValueTests): Code {
  return gen.scopeValue('func', { ref: valueTests[name], code: new Name(name) });
}

/** `plist`: one of the types. Texts, booleans and most integers, which nearly all values are, are told by a glance. */
function defineType(library: typeof AjvLibrary): CodeKeywordDefinition {
  const { _ } = library;
  return defineTest(library, 'plist', (context) => {
    const { data, schemaCode } = context;
    const [only, ...others] = context.schema as readonly string[];
    const isOther = _`!${refer(library, context, 'isPlistType')}(${data}, ${schemaCode})`;
    if (others.length > 0) return isOther;
    if (only === 'string' || only === 'boolean') return _`typeof ${data} !== ${only}`;
    if (only === 'array') return _`!Array.isArray(${data})`;
    return only === 'integer' ? _`!Number.isSafeInteger(${data}) && ${isOther}` : isOther;
  });
}

/** `plistListed`: one of the values, numbers compared by what they are. */
function defineList(library: typeof AjvLibrary): CodeKeywordDefinition {
  const { _ } = library;
  return defineTest(library, 'plistListed', (context) => {
    const { data, gen, schemaCode } = context;
    const quick = gen.scopeValue('obj', {
      ref: new Set(context.schema as readonly unknown[]),
      code: _`new Set(${schemaCode})`,
    });
    return _`!${quick}.has(${data}) && !${refer(library, context, 'isListed')}(${data}, ${schemaCode})`;
  });
}

/** `plistRange`: a number inside of limits. */
function defineRange(library: typeof AjvLibrary): CodeKeywordDefinition {
  const { _ } = library;
  return defineTest(
    library,
    'plistRange',
    (context) => _`!${refer(library, context, 'isInRange')}(${context.data}, ${context.schemaCode})`,
  );
}

/** `plistDictionary`: what holds for a value that is a dictionary, and for no other object. */
function defineDictionary(library: typeof AjvLibrary): CodeKeywordDefinition {
  const { _ } = library;
  return {
    keyword: 'plistDictionary',
    schemaType: 'object',
    code: (context: KeywordCxt) => {
      const { data, gen } = context;
      gen.if(_`${refer(library, context, 'isPlistType')}(${data}, ["dictionary"])`, () => {
        context.subschema({ keyword: 'plistDictionary' }, gen.name('_valid'));
      });
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
