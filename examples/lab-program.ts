import { realpathSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { isProfilewrightError } from 'profilewright';

/**
 * Runs `main` when the module at `url` is the program that was started, and not one that another module imports. `main`
 * takes the arguments and returns the exit code. What is wrong with a file is told in two lines and ends in 3.
 */
export async function runProgram(
  url: string,
  main: (args: readonly string[]) => number | Promise<number>,
): Promise<void> {
  const [, program = '', ...args] = process.argv;
  if (!isSameFile(program, fileURLToPath(url))) return;
  // A reader that has gone (`| head`) is no error.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
  try {
    process.exitCode = await main(args);
  } catch (error) {
    const text = describeError(error);
    if (text === undefined) throw error;
    console.error(text);
    process.exitCode = 3;
  }
}

/** What is known to go wrong; undefined for a bug, whose stack is wanted. */
export function describeError(error: unknown): string | undefined {
  if (isProfilewrightError(error)) return `error: ${error.message} [${error.code}]\n  hint: ${error.hint}`;
  if (!(error instanceof Error && 'syscall' in error)) return undefined;
  const { code, path, message } = error as NodeJS.ErrnoException;
  return `error: ${code === 'ENOENT' && path !== undefined ? `there is no file "${path}"` : message}`;
}

function isSameFile(program: string, file: string): boolean {
  try {
    return realpathSync(program) === file;
  } catch {
    // Loaders accept a program's name without its extension, under which there is no file.
    return `${program}.ts` === file;
  }
}
