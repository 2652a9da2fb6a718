import type { JsonSchemaObject } from '../../src/schema/json-schema.js';
import { referredKinds, type ReferredKind } from '../../src/schema/reference-values.js';
import { systemsOf } from '../../src/schema/supported-systems.js';
import { capitalize, nameContents, type ContentName } from './content-names.js';
import { comment, kindsMet, membersOf, quote, parameterOf, typeOf, type TypeContext } from './content-type.js';
import { describeFacts } from './describe-facts.js';
import { listReferences, type References } from './payload-references.js';
import { COMMON, TOP_LEVEL } from './payload-schema.js';

const SUFFIX = '.schema.json';
const note = (source: string): string => `// Written by \`npm run generate\` from ${source}. Do not edit.\n`;

/** Stage 2: the TypeScript types and the list of payload types, by the name of their file, from the schema files. */
export function generateContent(
  files: ReadonlyMap<string, string>,
  references: References = new Map(),
): Map<string, string> {
  const schemas = new Map(
    [...files].map(([file, text]) => [file.slice(0, -SUFFIX.length), JSON.parse(text) as JsonSchemaObject]),
  );
  const common = schemas.get(COMMON) ?? {};
  const names = nameContents([...schemas.keys()].filter((type) => type !== COMMON && type !== TOP_LEVEL).sort());
  return new Map([
    ['payload-type-names.ts', listTypes(names)],
    ['payload-content.ts', mapContents(names, references)],
    ['payload-references.ts', listReferences(references)],
    ['content/common-content.ts', commonContent(common)],
    ...names.map((name): [string, string] => [
      `content/${name.file}.ts`,
      contentModule(
        name,
        schemas.get(name.type) ?? {},
        Object.keys(common.properties ?? {}),
        references.get(name.type) ?? [],
      ),
    ]),
  ]);
}

function listTypes(names: readonly ContentName[]): string {
  return `${note('schemas/*.schema.json')}import type { PayloadType } from './payload-content.js';

/** Every payload type that Apple documents. */
export const payloadTypes: readonly PayloadType[] = [
${names.map(({ type }) => `  ${quote(type)},\n`).join('')}];
`;
}

function mapContents(names: readonly ContentName[], references: References): string {
  const referring = names.filter(({ type }) => references.has(type));
  return `${note('schemas/*.schema.json')}${names
    .map(({ name, file }) => `import type { ${name}Content } from './content/${file}.js';\n`)
    .join('')}import type { ReferenceValues } from '../reference-values.js';

/** What stands in a payload, by payload type. */
export interface PayloadContents {
${names.map(({ type, name }) => `  readonly ${quote(type)}: ${name}Content;\n`).join('')}}

/** What stands in the payloads that refer to others, where more than UUIDs may be written at a reference. */
export interface ReferringContents<Values extends ReferenceValues> {
${referring.map(({ type, name }) => `  readonly ${quote(type)}: ${name}Content<${valuesFor(references.get(type))}>;\n`).join('')}}

/** A payload type that Apple documents. */
export type PayloadType = keyof PayloadContents;

/**
 * What stands in a payload of a type that Apple documents, with the keys as Apple spells them. The keys that every payload
 * has may be left out. What a type cannot say (ranges, forms, what one key demands of another) is told by validation.
 */
export type PayloadContent<Type extends PayloadType> = PayloadContents[Type];
`;
}

function valuesFor(references: TypeContext['references'] = []): string {
  const kinds = referredKinds(references.flatMap(({ payloadTypes }) => payloadTypes));
  return kinds.map((kind) => `Values[${quote(kind)}]`).join(', ');
}

function commonContent(common: JsonSchemaObject): string {
  const context: TypeContext = { name: '', imports: new Set(), systems: {}, path: '', references: [], met: new Set() };
  const { PayloadType: _, ...properties } = common.properties ?? {};
  const members = membersOf({ properties, additionalProperties: false }, context, '  ');
  return `${note(`schemas/${COMMON}${SUFFIX}`)}
/** Keys that every payload has. Where they are left out, they come from the options or are derived. */
export interface CommonContent {${members.join('')}
}
`;
}

function contentModule(
  { type, name }: ContentName,
  schema: JsonSchemaObject,
  common: readonly string[],
  references: TypeContext['references'],
): string {
  const context: TypeContext = {
    name,
    imports: new Set(),
    systems: systemsOf(schema),
    path: '',
    references,
    met: new Set(),
  };
  const variants = variantsOf(schema, name).map(({ name: interfaceName, schema: variant }) => {
    const own = { ...context, met: new Set<string>() };
    const named = withoutCommon(nameReferences(variant, context), common);
    const text = contentInterface(interfaceName, type, named, own);
    for (const path of own.met) context.met.add(path);
    return { name: interfaceName, text, kinds: kindsMet(own) };
  });
  const definitions = Object.entries(schema.$defs ?? {}).map(
    ([key, inner]) => `\nexport type ${name}${capitalize(key)} = ${typeOf(inner, context, '')};\n`,
  );
  for (const { path } of references) {
    if (!context.met.has(path)) throw new Error(`${type}: a rule refers to ${path}, where no key is known`);
  }
  const texts = variants.map(({ text }) => text);
  const union = variants.length > 1 ? unionOf(name, variants, kindsMet(context)) : '';
  return [note(`schemas/${type}${SUFFIX}`), importsOf(context), ...texts, union, ...definitions].join('');
}

interface Variant {
  readonly name: string;
  readonly kinds: readonly ReferredKind[];
}

function unionOf(name: string, variants: readonly Variant[], kinds: readonly ReferredKind[]): string {
  const members = variants.map((variant) => {
    const given = variant.kinds.map(parameterOf).join(', ');
    return given === '' ? variant.name : `${variant.name}<${given}>`;
  });
  return `\nexport type ${name}Content${declareParameters(kinds)} = ${members.join(' | ')};\n`;
}

/** What may stand at a reference beside a UUID: nothing, unless somebody says what. */
function declareParameters(kinds: readonly ReferredKind[]): string {
  return kinds.length === 0 ? '' : `<${kinds.map((kind) => `${parameterOf(kind)} = never`).join(', ')}>`;
}

function importsOf({ imports }: TypeContext): string {
  const values = [...imports].filter((one) => one !== 'ReferringInput').sort();
  return [
    ...(values.length === 0 ? [] : [`import type { ${values.join(', ')} } from '../../../plist/value.js';\n`]),
    ...(imports.has('ReferringInput') ? ["import type { ReferringInput } from '../../reference-values.js';\n"] : []),
    "import type { CommonContent } from './common-content.js';\n",
  ].join('');
}

function contentInterface(name: string, type: string, schema: JsonSchemaObject, context: TypeContext): string {
  const facts = comment([`\`${type}\``, ...describeFacts(schema)], '');
  const members = membersOf(schema, context, '  ');
  return `${facts}
export interface ${name}${declareParameters(kindsMet(context))} extends CommonContent {
  readonly PayloadType?: ${quote(type)} | undefined;${members.join('')}
}
`;
}

/** A reference of which rules speak, and that stands in no table of keys, in a payload that may have any key. */
function nameReferences(schema: JsonSchemaObject, { references }: TypeContext): JsonSchemaObject {
  if (schema.additionalProperties === false) return schema;
  const names = references.map(({ path }) => path.slice(1)).filter((key) => !key.includes('/'));
  const text = { type: 'string', plist: 'string' } as const;
  return { ...schema, properties: { ...Object.fromEntries(names.map((key) => [key, text])), ...schema.properties } };
}

function withoutCommon(schema: JsonSchemaObject, common: readonly string[]): JsonSchemaObject {
  const own = Object.entries(schema.properties ?? {}).filter(([key]) => !common.includes(key));
  return { ...schema, properties: Object.fromEntries(own) };
}

/** What holds where a key has one value, and what holds elsewhere, each in full. */
function variantsOf(schema: JsonSchemaObject, name: string): { name: string; schema: JsonSchemaObject }[] {
  const {
    if: condition,
    then: special,
    else: general,
  } = schema as Readonly<Record<string, JsonSchemaObject | undefined>>;
  if (condition === undefined) return [{ name: `${name}Content`, schema }];
  const merge = (...others: readonly JsonSchemaObject[]): JsonSchemaObject => ({
    ...schema,
    properties: Object.assign({}, schema.properties, ...others.map(({ properties }) => properties)) as object as Record<
      string,
      JsonSchemaObject
    >,
    required: [schema, ...others].flatMap(({ required = [] }) => required),
  });
  return [
    { name: `${name}Special`, schema: merge(special ?? {}, condition) },
    { name: `${name}General`, schema: merge(general ?? {}) },
  ];
}
