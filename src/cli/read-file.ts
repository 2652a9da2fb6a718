import { closeSync, constants, fstatSync, openSync, readSync, type BigIntStats } from 'node:fs';
import { escapeText } from '../diagnostics/escape-text.js';
import { isProfilewrightError, type ProfilewrightError } from '../diagnostics/profilewright-error.js';
import { CommandError } from './command-error.js';
import { systemCode } from './system-code.js';

/** A file as it was read; `dev` and `ino` tell whether an output is the same file. */
export interface InputFile {
  /** As the user named it, fit for a terminal; `standard input` for `-`. */
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly identity?: { readonly dev: bigint; readonly ino: bigint };
}

/** An error of the library and the file that it is about. */
export class FileProblem extends Error {
  readonly file: string;
  readonly problem: ProfilewrightError;

  constructor(file: string, problem: ProfilewrightError) {
    super(problem.message);
    this.name = 'FileProblem';
    this.file = file;
    this.problem = problem;
  }
}

const DEFAULT_MAX_BYTES = 64 * 1024 * 1024;
const CHUNK_BYTES = 64 * 1024;

/** Reads a whole regular file, or the standard input for `-`, up to a limit. */
export async function readFile(path: string, maxBytes: number = DEFAULT_MAX_BYTES): Promise<InputFile> {
  if (path === '-') return { name: 'standard input', bytes: await readStdin(maxBytes) };
  const name = escapeText(path, 300);
  const descriptor = openToRead(path, name);
  try {
    const stats = fstatSync(descriptor, { bigint: true });
    if (!stats.isFile()) throw wrongKind(name, stats);
    const bytes = readAll(descriptor, name, maxBytes);
    return { name, bytes, identity: { dev: stats.dev, ino: stats.ino } };
  } finally {
    closeSync(descriptor);
  }
}

/** Runs `read` and names the file in whatever error of the library comes out. */
export async function aboutFile<Value>({ name }: InputFile, read: () => Value | Promise<Value>): Promise<Value> {
  try {
    return await read();
  } catch (error) {
    throw isProfilewrightError(error) ? new FileProblem(name, error) : error;
  }
}

function openToRead(path: string, name: string): number {
  try {
    // Without O_NONBLOCK opening a FIFO would wait for its writer, and no signal could end that.
    return openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
  } catch (error) {
    throw readError(error, name);
  }
}

function readAll(descriptor: number, name: string, maxBytes: number): Uint8Array {
  const chunks: Uint8Array[] = [];
  let total = 0;
  for (;;) {
    const chunk = Buffer.alloc(Math.min(CHUNK_BYTES, maxBytes + 1 - total));
    let read: number;
    try {
      read = readSync(descriptor, chunk);
    } catch (error) {
      throw readError(error, name);
    }
    if (read === 0) return new Uint8Array(Buffer.concat(chunks));
    total += read;
    if (total > maxBytes) throw tooLarge(name, maxBytes);
    chunks.push(chunk.subarray(0, read));
  }
}

async function readStdin(maxBytes: number): Promise<Uint8Array> {
  const name = 'standard input';
  const chunks: Uint8Array[] = [];
  let total = 0;
  try {
    for await (const chunk of process.stdin as AsyncIterable<Uint8Array>) {
      total += chunk.length;
      if (total > maxBytes) throw tooLarge(name, maxBytes);
      chunks.push(chunk);
    }
  } catch (error) {
    throw error instanceof CommandError ? error : readError(error, name);
  }
  return new Uint8Array(Buffer.concat(chunks));
}

function wrongKind(name: string, stats: BigIntStats): CommandError {
  const kind = stats.isDirectory() ? 'a folder' : stats.isFIFO() ? 'a named pipe' : 'a device or socket';
  const hint = stats.isDirectory() ? 'name the file in it' : 'pass `-` and send the content to the standard input';
  return new CommandError('ERR_FILE_KIND', `is ${kind}, not a file`, hint, name);
}

function tooLarge(name: string, maxBytes: number): CommandError {
  const message = `has more than ${String(maxBytes)} bytes`;
  return new CommandError('ERR_FILE_TOO_LARGE', message, 'check that this is the right file', name);
}

function readError(error: unknown, name: string): CommandError {
  switch (systemCode(error)) {
    case 'ENOENT':
    case 'ENOTDIR':
      return new CommandError('ERR_FILE_MISSING', 'does not exist', 'check the path and the current folder', name);
    case 'EACCES':
    case 'EPERM':
      return new CommandError('ERR_FILE_DENIED', 'may not be read', 'check who may read it: `ls -l`', name);
    case 'ENXIO':
      return new CommandError('ERR_FILE_KIND', 'is a socket, not a file', 'name a file', name);
    default:
      return new CommandError('ERR_FILE_READ', `cannot be read (${systemCode(error)})`, 'check the path', name);
  }
}
