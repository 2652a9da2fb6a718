import { alignRows, indentLines } from '../report/text-layout.js';
import type { Command, OptionSpec } from './command.js';
import { commonOptions } from './parse-arguments.js';

const exitCodeText = [
  'exit codes: 0 fine, 1 issues of severity error, 2 wrong usage, 3 a file cannot be read or written,',
  '            4 signature or trust refused, 5 partly done, 70 a bug in profilewright',
];

/** The help of the whole command line. */
export function describeCommands(commands: readonly Command[]): string {
  return [
    'profilewright: Apple configuration profiles, made, signed, checked and read',
    '',
    'usage: profilewright COMMAND [options]',
    '',
    ...indentLines(alignRows(commands.map(({ name, summary }) => [name, summary]))),
    '',
    'examples:',
    ...indentLines(commands.flatMap(({ examples }) => examples.slice(0, 1))),
    '',
    '`profilewright COMMAND --help` lists the options of a command, `profilewright --version` prints the version.',
    ...exitCodeText,
  ].join('\n');
}

/** The help of one command. */
export function describeCommand({ summary, usage, options, examples, notes }: Command): string {
  const all = Object.entries({ ...options, ...commonOptions });
  return [
    summary,
    '',
    `usage: ${usage}`,
    '',
    'options:',
    ...indentLines(alignRows(all.map(([name, spec]) => [optionForm(name, spec), spec.about]))),
    '',
    'examples:',
    ...indentLines(examples),
    '',
    ...(notes === undefined ? [] : [...notes, '']),
    ...exitCodeText,
  ].join('\n');
}

function optionForm(name: string, { short, value, multiple }: OptionSpec): string {
  const forms = `${short === undefined ? '' : `-${short}, `}--${name}`;
  return `${forms}${value === undefined ? '' : ` ${value}`}${multiple === true ? ' ...' : ''}`;
}
