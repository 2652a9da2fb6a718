import { parseArgs } from 'node:util';
import { escapeText } from '../diagnostics/escape-text.js';
import type { Command, OptionSpec, ParsedArguments } from './command.js';
import { usageError } from './command-error.js';
import { didYouMean } from './did-you-mean.js';

/** Options that every command has. */
export const commonOptions: Readonly<Record<string, OptionSpec>> = {
  json: { type: 'boolean', about: 'one JSON document on the standard output, errors too' },
  help: { type: 'boolean', short: 'h', about: 'this text' },
};

/** What people call an option that takes a password; each process of the machine could read its value. */
const secretOption = /pass|^(pw|pwd|pin|secret)$/i;

/** What {@link parseArgs} returns for each option; its own types depend on the literal configuration. */
interface OptionToken {
  readonly kind: string;
  readonly name?: string;
  readonly rawName?: string;
  readonly value?: string | boolean | undefined;
  readonly inlineValue?: boolean | undefined;
}

/**
 * Reads the arguments behind the name of a command. Values never appear in a message: one may be a password in the
 * wrong place.
 *
 * @throws CommandError `ERR_USAGE`
 */
export function parseArguments(command: Command, argv: readonly string[]): ParsedArguments {
  const options: Readonly<Record<string, OptionSpec>> = { ...command.options, ...commonOptions };
  const config = Object.fromEntries(
    Object.entries(options).map(([name, { type, short }]) => [name, short === undefined ? { type } : { type, short }]),
  );
  const { tokens } = parseArgs({
    args: [...argv],
    options: config,
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  const help = `see \`profilewright ${command.name} --help\``;
  const texts: Record<string, string> = Object.create(null) as Record<string, string>;
  const lists: Record<string, string[]> = Object.create(null) as Record<string, string[]>;
  const switches = new Set<string>();
  const positionals: string[] = [];
  for (const token of tokens) {
    if (token.kind === 'positional') {
      if (token.value === '') throw usageError('an argument is empty', 'look whether a variable of the shell is set');
      positionals.push(token.value);
    }
    if (token.kind !== 'option') continue;
    const spec = Object.hasOwn(options, token.name) ? options[token.name] : undefined;
    if (spec === undefined) throw unknownOption(token, options, help);
    const value = optionValue(token, spec, help);
    if (value === undefined) switches.add(token.name);
    else if (spec.multiple === true) (lists[token.name] ??= []).push(value);
    else if (token.name in texts) throw usageError(`${token.rawName} is given twice`, help);
    else texts[token.name] = value;
  }
  return { texts, lists, switches, positionals };
}

function unknownOption(
  { name = '', rawName = '' }: OptionToken,
  options: Readonly<Record<string, OptionSpec>>,
  help: string,
): Error {
  if (secretOption.test(name)) {
    const shown = escapeText(rawName, 40);
    const message = `${shown} is refused: every user of this machine can read the arguments of a process`;
    return usageError(message, 'use --passphrase-env NAME, --passphrase-file FILE or --passphrase-fd NUMBER');
  }
  const hint = didYouMean(name, Object.keys(options), help, '--');
  return usageError(`unknown option "${escapeText(rawName, 40)}"`, hint);
}

/** The text of an option, undefined for a switch. */
function optionValue(
  { name = '', rawName = '', value, inlineValue }: OptionToken,
  spec: OptionSpec,
  help: string,
): string | undefined {
  if (spec.type === 'boolean') {
    if (inlineValue === true) throw usageError(`${rawName} takes no value`, help);
    return undefined;
  }
  const form = spec.value ?? 'TEXT';
  if (typeof value !== 'string' || value === '')
    throw usageError(`${rawName} needs a value`, `write ${rawName} ${form}`);
  if (inlineValue !== true && /^-./.test(value)) {
    const hint = `write ${rawName} ${form}, or --${name}=${form} when it begins with a dash`;
    throw usageError(`${rawName} needs a value, and an option follows`, hint);
  }
  return value;
}
