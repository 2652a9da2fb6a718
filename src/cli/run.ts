import { escapeText } from '../diagnostics/escape-text.js';
import { assert } from './assert.js';
import type { Command } from './command.js';
import { CommandError, usageError } from './command-error.js';
import type { CommandIo, StandardOutput } from './command-io.js';
import { describeCommand, describeCommands } from './describe-help.js';
import { didYouMean } from './did-you-mean.js';
import { decrypt } from './decrypt.js';
import { doctor } from './doctor.js';
import { due } from './due.js';
import { edit } from './edit.js';
import { eject } from './eject.js';
import { encodeJson } from './encode-json.js';
import { encrypt } from './encrypt.js';
import { exitCodes } from './exit-codes.js';
import { describeFailure, failureText } from './failure.js';
import { InputFiles } from './input-files.js';
import { inspect } from './inspect.js';
import { merge } from './merge.js';
import { p12 } from './p12.js';
import { parseArguments } from './parse-arguments.js';
import { plan } from './plan.js';
import { resign } from './resign.js';
import { rootCA } from './root-ca.js';
import { sanitize } from './sanitize.js';
import { schema } from './schema.js';
import { sign } from './sign.js';
import { systemCode } from './system-code.js';
import { unwrap } from './unwrap.js';
import { validate } from './validate.js';
import { verify } from './verify.js';
import { readVersion } from './version.js';

const commands: readonly Command[] = [
  rootCA,
  sign,
  resign,
  verify,
  due,
  encrypt,
  decrypt,
  inspect,
  validate,
  assert,
  plan,
  unwrap,
  edit,
  merge,
  sanitize,
  eject,
  doctor,
  p12,
  schema,
];
const help = 'see `profilewright --help`';

/** Runs the command line `argv`, the program's own name left out, and returns the exit code. Nothing is thrown. */
export async function runCommandLine(argv: readonly string[], io: CommandIo): Promise<number> {
  try {
    return await run(argv, io);
  } catch (error) {
    return fail(error, argv, io);
  }
}

async function run(argv: readonly string[], io: CommandIo): Promise<number> {
  const [name, ...rest] = argv;
  if (name === '--version' || name === '-V') return print(io.stdout, readVersion());
  if (name === '--help' || name === '-h' || (name === 'help' && rest.length === 0)) {
    return print(io.stdout, describeCommands(commands));
  }
  const command = findCommand(name === 'help' ? rest[0] : name);
  const parsed = parseArguments(command, name === 'help' ? rest.slice(1) : rest);
  if (name === 'help' || parsed.switches.has('help')) return print(io.stdout, describeCommand(command));
  const {
    exitCode,
    text,
    json,
    stdout,
    isJson = false,
  } = await command.run(parsed, { inputs: new InputFiles(io), io });
  if (isJson || parsed.switches.has('json')) {
    const document = { ok: exitCode === exitCodes.fine, exitCode, command: command.name, ...json };
    await write(io.stdout, `${encodeJson(document)}\n`);
    return exitCode;
  }
  if (stdout === undefined) {
    await print(io.stdout, text);
  } else {
    await write(io.stdout, stdout);
    await isTaken(io.stderr, escapeLines(text));
  }
  return exitCode;
}

function findCommand(name: string | undefined): Command {
  if (name === undefined)
    throw usageError('no command is given', `${help}, or begin with \`profilewright root-ca ca.pem\``);
  const command = commands.find((known) => known.name === name);
  if (command !== undefined) return command;
  const shown = `"${escapeText(name, 40)}"`;
  if (name.startsWith('-'))
    throw usageError(`${shown} stands where a command belongs`, `put options behind it; ${help}`);
  const names = commands.map((known) => known.name);
  throw usageError(`no command is called ${shown}`, didYouMean(name, names, help));
}

async function print(output: StandardOutput, text: string): Promise<number> {
  await write(output, escapeLines(text));
  return exitCodes.fine;
}

/** Text for people. What could steer a terminal has been escaped by then, and is escaped here once more. */
function escapeLines(text: string): string {
  const lines = text.split('\n').map((line) => escapeText(line, 10_000));
  return `${lines.join('\n')}\n`;
}

/** A reader that has gone (`| head`) is no error; a full disk is one. */
async function write(output: StandardOutput, data: string | Uint8Array): Promise<void> {
  try {
    await output.write(data);
  } catch (error) {
    const code = systemCode(error);
    if (code === 'EPIPE') return;
    const hint = 'send it elsewhere, or name a file with -o';
    throw new CommandError('ERR_FILE_WRITE', `cannot be written (${code})`, hint, 'standard output');
  }
}

async function fail(error: unknown, argv: readonly string[], io: CommandIo): Promise<number> {
  const failure = describeFailure(error);
  const { exitCode, ...rest } = failure;
  const end = argv.indexOf('--');
  const asJson = (end < 0 ? argv : argv.slice(0, end)).includes('--json');
  const isTold = asJson && (await isTaken(io.stdout, `${encodeJson({ ok: false, exitCode, error: rest })}\n`));
  if (!isTold) await isTaken(io.stderr, escapeLines(failureText(failure)));
  return exitCode;
}

/** Whether somebody takes the data; when nobody does, there is nobody to tell either, and the exit code has to do. */
async function isTaken(output: StandardOutput, data: string): Promise<boolean> {
  try {
    await output.write(data);
    return true;
  } catch (error) {
    systemCode(error);
    return false;
  }
}
