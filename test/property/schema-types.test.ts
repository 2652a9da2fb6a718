import { readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import ts from 'typescript';
import { beforeAll, expect, test } from 'vitest';
import { real } from '../../src/plist/value.js';
import { breakValue, chooseBranch, fullValue, type BrokenValue, type Schema } from '../support/schema-values.js';
import { writeLiteral } from '../support/write-literal.js';

const root = resolve(import.meta.dirname, '../..');
const FILE = join(root, 'src/schema/generated/every-value.ts');

/** What a type cannot say; validation does. docs/typed-payloads.md lists it for people. */
const untyped = new Set<BrokenValue['kind']>(['range', 'pattern']);
/** Keys that every payload has: the builder writes them. */
const common = ['PayloadIdentifier', 'PayloadUUID', 'PayloadType', 'PayloadVersion'];

/** As little of a value as a type asks for, and what is on the way to the place that is broken. */
function prune(schema: Schema, value: unknown, [step, ...rest]: BrokenValue['path'], top: Schema): unknown {
  if (Array.isArray(value)) {
    const inner = (value as readonly unknown[]).map((item, index) =>
      prune(resolveSchema(schema.items, top), item, index === step ? rest : ['nowhere'], top),
    );
    return inner;
  }
  const isDictionary = schema.type === 'object' && typeof value === 'object' && value !== null;
  if (!isDictionary || step === undefined) return value;
  const kept = Object.entries(value).filter(([key]) => key === step || schema.required?.includes(key));
  return Object.fromEntries(
    kept.map(([key, inner]) => {
      const known = schema.properties?.[key] ?? schema.additionalProperties;
      const path = key === step ? rest : ['nowhere'];
      return [key, typeof known === 'object' ? prune(resolveSchema(known, top), inner, path, top) : inner];
    }),
  );
}

function resolveSchema(schema: Schema | undefined, top: Schema): Schema {
  const name = schema?.$ref?.slice('#/$defs/'.length);
  return (name === undefined ? schema : top.$defs?.[name]) ?? {};
}

const statements: { readonly text: string; readonly isRefused: boolean }[] = [];
let refused = new Set<number>();

beforeAll(() => {
  const folder = join(root, 'schemas');
  for (const file of readdirSync(folder)) {
    const [, type = ''] = /^(.+)\.schema\.json$/.exec(file) ?? [];
    if (['', 'TopLevel', 'CommonPayloadKeys'].includes(type)) continue;
    const schema = chooseBranch(JSON.parse(readFileSync(join(folder, file), 'utf8')) as Schema, 'else');
    const whole = fullValue(schema, real);
    const add = (value: unknown, isRefused: boolean): void => {
      statements.push({ text: `use<'${type}'>(${writeLiteral(value)});`, isRefused });
    };
    add(whole, false);
    const broken = breakValue(schema, whole);
    // Of the largest types every fourth place is enough: the compiler takes a millisecond for each.
    const stride = broken.length > 100 ? 4 : 1;
    for (const { kind, path, key, value } of broken.filter((_, index) => index % stride === 0)) {
      const isDerived = kind === 'required' && path.length === 0 && common.includes(key ?? '');
      // A dictionary that is itself at fault is written as it is.
      const isWhole = kind === 'unknown-key' || kind === 'required';
      add(prune(schema, value, isWhole ? [...path, key ?? ''] : path, schema), !isDerived && !untyped.has(kind));
    }
  }
  refused = compile();
}, 60_000);

/** The statements that do not compile, by number. */
function compile(): Set<number> {
  const head = [
    "import { real } from '../../plist/value.js';",
    "import type { PayloadContents } from './payload-content.js';",
    'declare function use<Type extends keyof PayloadContents>(content: PayloadContents[Type]): void;',
    'export { real };',
  ];
  const text = [...head, ...statements.map((statement) => statement.text)].join('\n');
  const { config } = ts.readConfigFile(join(root, 'tsconfig.json'), (name) => ts.sys.readFile(name)) as {
    config: object;
  };
  const parsed = ts.parseJsonConfigFileContent({ ...config, files: [] }, ts.sys, root);
  const options = { ...parsed.options, types: [] };
  const host = ts.createCompilerHost(options);
  const program = ts.createProgram({
    rootNames: [FILE],
    options,
    host: {
      ...host,
      fileExists: (name) => name === FILE || host.fileExists(name),
      getSourceFile: (name, version) =>
        name === FILE ? ts.createSourceFile(name, text, version) : host.getSourceFile(name, version),
    },
  });
  const source = program.getSourceFile(FILE);
  if (source === undefined) throw new Error('nothing was compiled');
  expect(program.getSyntacticDiagnostics(source)).toEqual([]);
  const lines = program
    .getSemanticDiagnostics(source)
    .map(({ start = 0 }) => source.getLineAndCharacterOfPosition(start).line - head.length);
  return new Set(lines);
}

const judged = (isRefused: boolean): string[] =>
  statements.flatMap(({ text, isRefused: expected }, index) =>
    expected === isRefused && refused.has(index) !== expected ? [text.slice(0, 300)] : [],
  );

test('the compiler takes every value that fits, and what only validation can judge', () => {
  expect(judged(false)).toEqual([]);
});

test('the compiler refuses a misspelt key, a missing one, another type and a value that is not listed, wherever it is', () => {
  expect(judged(true)).toEqual([]);
  expect(refused.size).toBeGreaterThan(2000);
});
