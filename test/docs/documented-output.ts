import { join } from 'node:path';
import { runCommandLine } from '../../src/cli/run.js';
import type { CommandIo } from '../../src/cli/command-io.js';

/** Runs `$ npx profilewright ...` in `folder`; gives all that it printed. */
export async function runCommand(command: string, folder: string): Promise<string> {
  const [npx, name, ...argv] = command.replace(/^\$ /, '').split(' ');
  if (npx !== 'npx' || name !== 'profilewright') throw new Error(`no command of this project: ${command}`);
  const written: string[] = [];
  const output = {
    isTerminal: false,
    write: (data: string | Uint8Array) => Promise.resolve(void written.push(String(data))),
  };
  const io: CommandIo = {
    stdin: () => {
      throw new Error('nothing is read from the standard input');
    },
    stdout: output,
    stderr: output,
    environment: process.env,
    withoutInterruption: (work) => {
      work();
      return Promise.resolve();
    },
  };
  // A test runs in a thread, which has no current folder of its own.
  const isFile = (argument: string): boolean => /\.(key|mobileconfig|p12|pem|program)$/.test(argument);
  await runCommandLine(
    argv.map((argument) => (isFile(argument) ? join(folder, argument) : argument)),
    io,
  );
  return written.join('').replaceAll(`${folder}/`, '').trimEnd();
}

/** The lines with all that is another one in every run replaced by a word for it. */
function normalizeOutput(text: string): string[] {
  return text
    .replace(/\b[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}\b/g, '‹UUID›')
    .replace(/\b[0-9A-F]{8}( [0-9A-F]{8})+\b/g, '‹fingerprint›')
    .replace(/\b[0-9a-f]{16}\b/g, '‹digest›')
    .replace(/\b\d{4}-\d\d-\d\d\b/g, '‹day›')
    .replace(/\b\d\d:\d\d:\d\d\b/g, '‹time›')
    .split('\n');
}

/**
 * Compares what a page shows with what was printed; a line `…` stands for any number of lines. Undefined when they agree,
 * else the first shown line that has no counterpart.
 */
export function findDisagreement(shown: string, printed: string): string | undefined {
  const actual = normalizeOutput(printed);
  let position = 0;
  let maySkip = false;
  for (const line of normalizeOutput(shown)) {
    if (line.trim() === '…') {
      maySkip = true;
      continue;
    }
    const found = maySkip ? actual.indexOf(line, position) : actual[position] === line ? position : -1;
    if (found < 0) return line;
    position = found + 1;
    maySkip = false;
  }
  return maySkip || position === actual.length ? undefined : `(nothing) in place of: ${actual[position] ?? ''}`;
}
