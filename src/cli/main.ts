#!/usr/bin/env node
import { readFileSync } from 'node:fs';
import { escapeText } from '../diagnostics/escape-text.js';
import { exitCodes, type Command } from './command.js';
import { usageError } from './command-error.js';
import { describeCommand, describeCommands } from './describe-help.js';
import { encodeJson } from './encode-json.js';
import { describeFailure, failureText } from './failure.js';
import { inspect } from './inspect.js';
import { parseArguments } from './parse-arguments.js';
import { rootCA } from './root-ca.js';
import { sign } from './sign.js';
import { verify } from './verify.js';

const commands: readonly Command[] = [rootCA, sign, verify, inspect];

/** Ends as a shell expects it. Files are written in one go, so that at this moment none is half done. */
const signalCodes = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 } as const;

function endOnSignals(): void {
  for (const [signal, exitCode] of Object.entries(signalCodes)) process.once(signal, () => process.exit(exitCode));
}

/** A reader that has gone (`| head`) is no error. */
function endWhenNobodyReads(stream: NodeJS.WriteStream): void {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    process.exit();
  });
}

/** Writes text for people; what could steer a terminal has been escaped by then, and is escaped here once more. */
function print(stream: NodeJS.WriteStream, text: string): void {
  stream.write(
    `${text
      .split('\n')
      .map((line) => escapeText(line, 10_000))
      .join('\n')}\n`,
  );
}

async function run(argv: readonly string[]): Promise<void> {
  const [name, ...rest] = argv;
  if (name === '--version') {
    print(process.stdout, readVersion());
    return;
  }
  if (name === '--help' || name === '-h' || (name === 'help' && rest.length === 0)) {
    print(process.stdout, describeCommands(commands));
    return;
  }
  const command = commands.find((known) => known.name === (name === 'help' ? rest[0] : name));
  if (command === undefined) {
    const message = name === undefined ? 'no command is given' : `no command is called "${escapeText(name, 40)}"`;
    throw usageError(message, 'see `profilewright --help`');
  }
  const parsed = parseArguments(command, rest);
  if (name === 'help' || parsed.switches.has('help')) {
    print(process.stdout, describeCommand(command));
    return;
  }
  const { exitCode, text, json, stdout } = await command.run(parsed);
  process.exitCode = exitCode;
  if (parsed.switches.has('json')) {
    process.stdout.write(
      `${encodeJson({ ok: exitCode === exitCodes.fine, exitCode, command: command.name, ...json })}\n`,
    );
  } else if (stdout === undefined) {
    print(process.stdout, text);
  } else {
    process.stdout.write(stdout);
    print(process.stderr, text);
  }
}

function fail(error: unknown, asJson: boolean): void {
  const failure = describeFailure(error);
  if (failure === undefined) {
    failWithBug(error);
    return;
  }
  process.exitCode = failure.exitCode;
  const { exitCode, ...rest } = failure;
  if (asJson) process.stdout.write(`${encodeJson({ ok: false, exitCode, error: rest })}\n`);
  else print(process.stderr, failureText(failure));
}

/** The message of an error that nobody expected may hold anything, so only its name and its way are told. */
function failWithBug(error: unknown): void {
  process.exitCode = exitCodes.bug;
  const { name, stack = '' } = error instanceof Error ? error : { name: 'not an Error' };
  const way = stack.split('\n').filter((line) => /^\s+at /.test(line));
  print(process.stderr, [`bug: ${name}; please report it with these lines`, ...way].join('\n'));
}

function readVersion(): string {
  const manifest = readFileSync(new URL('../../package.json', import.meta.url), 'utf8');
  return (JSON.parse(manifest) as { version: string }).version;
}

endOnSignals();
endWhenNobodyReads(process.stdout);
endWhenNobodyReads(process.stderr);
const argv = process.argv.slice(2);
try {
  await run(argv);
} catch (error) {
  fail(error, argv.includes('--json'));
}
