import { join } from 'node:path';
import { escapeText } from '../diagnostics/escape-text.js';
import { ejectProfile, type EjectedProfile, type EjectNote } from '../document/eject-profile.js';
import { PROGRAM_OUTPUT } from '../document/eject/write-program.js';
import { alignColumns, count, indentLines } from '../report/text-layout.js';
import type { Command, CommandContext, CommandResult, OptionSpec, ParsedArguments } from './command.js';
import { usageError } from './command-error.js';
import { exitCodes } from './exit-codes.js';
import { aboutFile } from './file-problem.js';
import { joinParts } from './join-parts.js';
import { oneFile } from './one-file.js';
import { chooseOutput } from './output-options.js';
import { writeFolder, type FolderFile } from './write-folder.js';

const SUFFIX = '.program';
const PROGRAM = 'profile.mts';

const folderOptions: Readonly<Record<string, OptionSpec>> = {
  output: {
    type: 'string',
    short: 'o',
    value: 'FOLDER',
    about: `the folder to write; NAME${SUFFIX} in this folder unless given`,
  },
  force: { type: 'boolean', about: 'write into a folder that is not empty, and replace files of the same names' },
};

/** `profilewright eject`: a profile in, the program that makes it out. */
export const eject: Command = {
  name: 'eject',
  summary: 'write the program that makes a profile, with its certificates and secrets as files beside it',
  usage: 'profilewright eject FILE [-o FOLDER] [options]',
  examples: ['profilewright eject office.mobileconfig -o office', 'npx tsx office/profile.mts'],
  options: folderOptions,
  notes: [
    'The program is a module of TypeScript and, as profile.mjs, of JavaScript. It makes a profile with the same identifiers, UUIDs and values,',
    'without the signature, and writes it to profile.mobileconfig beside itself. Secrets are in files for their owner only,',
    'to be kept out of repositories.',
  ],
  run: runEject,
};

async function runEject(parsed: ParsedArguments, context: CommandContext): Promise<CommandResult> {
  const path = oneFile(parsed, 'eject');
  const folder = chooseFolder(parsed, path);
  const file = await context.inputs.read(path);
  const { program, files, notes } = await aboutFile(file, () => ejectProfile(file.bytes));
  const all = [{ name: PROGRAM, bytes: new TextEncoder().encode(program), isSecret: false }, ...files];
  const { inputs, io } = context;
  const force = parsed.switches.has('force');
  await io.withoutInterruption(() => writeFolder({ path: folder, files: all, later: PROGRAM_OUTPUT, force, inputs }));
  return {
    exitCode: exitCodes.fine,
    text: describeFolder(escapeText(folder, 300), all, notes),
    json: { output: folder, files: all.map(({ name, isSecret }) => ({ name, isSecret })), notes },
  };
}

function chooseFolder(parsed: ParsedArguments, input: string): string {
  if (parsed.texts['output'] === undefined && input === '-')
    throw usageError('no folder is given for the program', 'name one with -o');
  if (parsed.texts['output'] === '-')
    throw usageError('the program needs the files beside it', 'name a folder with -o');
  return chooseOutput(parsed, input, SUFFIX).path ?? '';
}

function describeFolder(name: string, files: readonly FolderFile[], notes: EjectedProfile['notes']): string {
  const secrets = files.filter(({ isSecret }) => isSecret).length;
  const held = secrets === 0 ? '' : `, ${String(secrets)} of them secret`;
  return joinParts([
    `wrote ${name}: ${count(files.length, 'file')}${held}`,
    indentLines(alignColumns(files.map((file) => [file.name, file.isSecret ? 'secret, for its owner only' : '']))).join(
      '\n',
    ),
    notes.map(describeNote).join('\n'),
    `make the profile with \`npx tsx ${escapeText(join(name, PROGRAM), 300)}\``,
  ]);
}

function describeNote({ pointer, message }: EjectNote): string {
  return `note: ${pointer === '' ? '' : `${escapeText(pointer, 200)}: `}${message}`;
}
