import type { IssueCode } from '../../diagnostics/issues/index.js';
import { encodeCall } from './encode-expression.js';
import { PlistReal } from '../../plist/value.js';
import { list, object, scalar, type Entry, type Expression } from './expression.js';
import type { BuilderCall } from './plan-payloads.js';
import { importable } from './program-names.js';
import type { Declaration } from './referent.js';

/** All that the text of a program is made of. */
export interface ProgramParts {
  readonly declarations: readonly Declaration[];
  readonly options: Expression;
  readonly calls: readonly BuilderCall[];
  readonly lowered: readonly IssueCode[];
  /** What is edited behind the builder, when anything is. */
  readonly edits?: {
    readonly set: readonly Entry[];
    readonly remove: readonly string[];
    readonly lowered: readonly IssueCode[];
  };
  readonly hasSecrets: boolean;
}

/** The file that a program writes beside itself. */
export const PROGRAM_OUTPUT = 'profile.mobileconfig';

/** Writes the program. It is a module of JavaScript without anything that only TypeScript knows. */
export function writeProgram(parts: ProgramParts): string {
  const { declarations, edits, hasSecrets } = parts;
  const constants = declarations.map(
    ({ name, callee, parts: given }) => `const ${name} = ${encodeCall(callee, given)};`,
  );
  const built = writeBuilder(parts);
  const profile =
    edits === undefined
      ? [`export const profile = ${built};`]
      : [
          `const built = ${built};`,
          '',
          '// What the builder has no option for.',
          `export const profile = ${writeEdit(edits)};`,
        ];
  const mode = hasSecrets ? ', { mode: 0o600 }' : '';
  const body = [
    ...(constants.length === 0 ? [] : [...constants, '']),
    ...profile,
    '',
    `writeFileSync(new URL('./${PROGRAM_OUTPUT}', import.meta.url), profile.toBytes()${mode});`,
  ].join('\n');
  return `${writeImports(parts)}\n\n${body}\n`;
}

function writeBuilder({ options, calls, lowered }: ProgramParts): string {
  const made =
    calls.length === 0 ? '' : calls.map(({ method, parts }) => `\n  ${encodeCall(`.${method}`, parts, '  ')}`).join('');
  const judged = lowered.length === 0 ? [] : [object([['rules', rulesOf(lowered)]])];
  return `${encodeCall('new ProfileBuilder', [options])}${made}\n  ${encodeCall('.build', judged, '  ')}`;
}

function writeEdit({ set, remove, lowered }: NonNullable<ProgramParts['edits']>): string {
  const edit: Entry[] = [
    ...(set.length === 0 ? [] : [['set', object(set)] as const]),
    ...(remove.length === 0 ? [] : [['remove', list(remove.map(scalar))] as const]),
  ];
  const judged: Entry[] = [
    ['uuids', scalar('keep')],
    ...(lowered.length === 0 ? [] : [['rules', rulesOf(lowered)] as const]),
  ];
  const built: Expression = { kind: 'variable', name: 'built', value: {} };
  return encodeCall('editProfile', [built, object(edit), object(judged)]);
}

function rulesOf(lowered: readonly IssueCode[]): Expression {
  return object(lowered.map((code) => [code, scalar('warning')]));
}

/** Each import is one that is used: what is used is known from the parts, never from the text. */
function writeImports(parts: ProgramParts): string {
  const { declarations, options, calls, edits } = parts;
  const given = [options, ...calls.flatMap((call) => call.parts), ...declarations.flatMap((one) => one.parts)];
  const expressions = [...given, ...(edits?.set ?? []).map(([, value]) => value)].flatMap(flatten);
  const used = new Set<string>(['ProfileBuilder', ...declarations.map(({ callee }) => callee)]);
  if (edits !== undefined) used.add('editProfile');
  if (expressions.some(isReal)) used.add('real');
  const hasFiles = expressions.some(({ kind }) => kind === 'file');
  const names = importable.filter((name) => used.has(name));
  return [
    `import { ${hasFiles ? 'readFileSync, ' : ''}writeFileSync } from 'node:fs';`,
    `import { ${names.join(', ')} } from 'profilewright';`,
  ].join('\n');
}

function flatten(expression: Expression): Expression[] {
  if (expression.kind === 'list') return expression.items.flatMap(flatten);
  return expression.kind === 'object' ? expression.entries.flatMap(([, value]) => flatten(value)) : [expression];
}

function isReal(expression: Expression): boolean {
  const { kind } = expression;
  return (kind === 'scalar' || kind === 'file') && expression.value instanceof PlistReal;
}
