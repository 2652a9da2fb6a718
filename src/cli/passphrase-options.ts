import type { CommandContext, OptionSpec, ParsedArguments } from './command.js';
import { CommandError, usageError } from './command-error.js';
import type { InputFile } from './input-files.js';
import { utf8Text } from './utf8-text.js';

/** Where the passphrase comes from. It never stands among the arguments, which every user of a machine can read. */
export const passphraseOptions: Readonly<Record<string, OptionSpec>> = {
  'passphrase-env': { type: 'string', value: 'NAME', about: 'the variable that holds the passphrase' },
  'passphrase-file': { type: 'string', value: 'FILE', about: 'the file whose first line is the passphrase' },
  'passphrase-fd': { type: 'string', value: 'NUMBER', about: 'the open file descriptor to read that line from' },
};

/** The same for a passphrase that a new file gets. */
export const newPassphraseOptions: Readonly<Record<string, OptionSpec>> = {
  'new-passphrase-env': {
    type: 'string',
    value: 'NAME',
    about: 'the variable that holds the passphrase of the new file',
  },
  'new-passphrase-file': { type: 'string', value: 'FILE', about: 'the file whose first line is that passphrase' },
  'new-passphrase-fd': { type: 'string', value: 'NUMBER', about: 'the open file descriptor to read that line from' },
};

const MAX_PASSPHRASE_BYTES = 4096;

/** The passphrase that the options lead to; undefined when there is none. */
export function readPassphrase(parsed: ParsedArguments, context: CommandContext): Promise<string | undefined> {
  return readFrom(passphraseOptions, parsed, context);
}

/** The passphrase for a new file; undefined when there is none. */
export function readNewPassphrase(parsed: ParsedArguments, context: CommandContext): Promise<string | undefined> {
  return readFrom(newPassphraseOptions, parsed, context);
}

async function readFrom(
  options: Readonly<Record<string, OptionSpec>>,
  { texts }: ParsedArguments,
  { inputs, io }: CommandContext,
): Promise<string | undefined> {
  const [name, another] = Object.keys(options).filter((option) => texts[option] !== undefined);
  if (name === undefined) return undefined;
  if (another !== undefined) {
    throw usageError('the passphrase is given twice', `use either --${name} or --${another}`);
  }
  const value = texts[name] ?? '';
  if (name.endsWith('-env')) return readVariable(name, io.environment[value]);
  if (name.endsWith('-file')) return firstLine(await inputs.read(value, MAX_PASSPHRASE_BYTES));
  if (!/^\d{1,4}$/.test(value)) {
    // The word may be the passphrase itself, and is not repeated.
    throw usageError(`--${name} takes a number`, `open it in the shell: \`--${name} 3 3< FILE\``);
  }
  return firstLine(await inputs.readDescriptor(Number(value), MAX_PASSPHRASE_BYTES));
}

function readVariable(name: string, text: string | undefined): string {
  if (text !== undefined && text !== '') return text;
  // The word may be the passphrase itself, put where the name of the variable belongs.
  const hint = `export it first; --${name} takes the name of the variable, not its value`;
  throw usageError(`the variable named by --${name} is not set or empty`, hint);
}

function firstLine(file: InputFile): string {
  const [line = ''] = utf8Text(file, 'the passphrase').split(/\r?\n/, 1);
  if (line !== '') return line;
  throw new CommandError('ERR_FILE_READ', 'has an empty first line', 'write the passphrase there', file.name);
}
