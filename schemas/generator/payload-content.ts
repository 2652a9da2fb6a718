import type { JsonSchemaObject } from '../../src/schema/json-schema.js';
import { systemsOf } from '../../src/schema/supported-systems.js';
import { capitalize, nameContents, type ContentName } from './content-names.js';
import { comment, membersOf, quote, typeOf, type TypeContext } from './content-type.js';
import { describeFacts } from './describe-facts.js';
import { COMMON, TOP_LEVEL } from './payload-schema.js';

const SUFFIX = '.schema.json';
const note = (source: string): string => `// Written by \`npm run generate\` from ${source}. Do not edit.\n`;

/** Stage 2: the TypeScript types and the list of payload types, by the name of their file, from the schema files. */
export function generateContent(files: ReadonlyMap<string, string>): Map<string, string> {
  const schemas = new Map(
    [...files].map(([file, text]) => [file.slice(0, -SUFFIX.length), JSON.parse(text) as JsonSchemaObject]),
  );
  const common = schemas.get(COMMON) ?? {};
  const names = nameContents([...schemas.keys()].filter((type) => type !== COMMON && type !== TOP_LEVEL).sort());
  return new Map([
    ['payload-type-names.ts', listTypes(names)],
    ['payload-content.ts', mapContents(names)],
    ['content/common-content.ts', commonContent(common)],
    ...names.map((name): [string, string] => [
      `content/${name.file}.ts`,
      contentModule(name, schemas.get(name.type) ?? {}, Object.keys(common.properties ?? {})),
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

function mapContents(names: readonly ContentName[]): string {
  return `${note('schemas/*.schema.json')}${names
    .map(({ name, file }) => `import type { ${name}Content } from './content/${file}.js';\n`)
    .join('')}
/** What stands in a payload, by payload type. */
export interface PayloadContents {
${names.map(({ type, name }) => `  readonly ${quote(type)}: ${name}Content;\n`).join('')}}

/** A payload type that Apple documents. */
export type PayloadType = keyof PayloadContents;

/**
 * What stands in a payload of a type that Apple documents, with the keys as Apple spells them. The keys that every payload
 * has may be left out. What a type cannot say (ranges, forms, what one key demands of another) is told by validation.
 */
export type PayloadContent<Type extends PayloadType> = PayloadContents[Type];
`;
}

function commonContent(common: JsonSchemaObject): string {
  const context: TypeContext = { name: '', imports: new Set(), systems: {} };
  const { PayloadType: _, ...properties } = common.properties ?? {};
  const members = membersOf({ properties, additionalProperties: false }, context, '  ');
  return `${note(`schemas/${COMMON}${SUFFIX}`)}
/** Keys that every payload has. Where they are left out, they come from the options or are derived. */
export interface CommonContent {${members.join('')}
}
`;
}

function contentModule({ type, name }: ContentName, schema: JsonSchemaObject, common: readonly string[]): string {
  const context: TypeContext = { name, imports: new Set(), systems: systemsOf(schema) };
  const variants = variantsOf(schema, name).map(({ name: interfaceName, schema: variant }) =>
    contentInterface(interfaceName, type, withoutCommon(variant, common), context),
  );
  const definitions = Object.entries(schema.$defs ?? {}).map(
    ([key, inner]) => `\nexport type ${name}${capitalize(key)} = ${typeOf(inner, context, '')};\n`,
  );
  const union =
    variants.length > 1
      ? `\nexport type ${name}Content = ${variantsOf(schema, name)
          .map((one) => one.name)
          .join(' | ')};\n`
      : '';
  return [note(`schemas/${type}${SUFFIX}`), importsOf(context), ...variants, union, ...definitions].join('');
}

function importsOf({ imports }: TypeContext): string {
  const values = [...imports].sort().join(', ');
  return [
    ...(values === '' ? [] : [`import type { ${values} } from '../../../plist/value.js';\n`]),
    "import type { CommonContent } from './common-content.js';\n",
  ].join('');
}

function contentInterface(name: string, type: string, schema: JsonSchemaObject, context: TypeContext): string {
  const facts = comment([`\`${type}\``, ...describeFacts(schema)], '');
  const members = membersOf(schema, context, '  ');
  return `${facts}
export interface ${name} extends CommonContent {
  readonly PayloadType?: ${quote(type)} | undefined;${members.join('')}
}
`;
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
