import { closeSync, constants, fstatSync, openSync, readSync, writeSync, type BigIntStats } from 'node:fs';
import { escapeText } from '../diagnostics/escape-text.js';
import { CommandError, usageError } from './command-error.js';
import type { CommandIo, FileIdentity } from './command-io.js';
import { systemCode } from './system-code.js';

/** A file as it was read. */
export interface InputFile {
  /** As the user named it, fit for a terminal; `standard input` for `-`. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

const DEFAULT_MAX_BYTES = 64 * 1024 * 1024;
const CHUNK_BYTES = 64 * 1024;
/** Node opens its own descriptors at the start, and so the lowest ones. */
const OWN_DESCRIPTORS = 64;
const STANDARD_INPUT = 'standard input';

/** Reads the files of one command, and knows afterwards which they were: none of them may be overwritten. */
export class InputFiles {
  readonly #openStdin: CommandIo['stdin'];
  readonly #identities: FileIdentity[] = [];
  #isStdinRead = false;

  constructor({ stdin }: Pick<CommandIo, 'stdin'>) {
    this.#openStdin = stdin;
  }

  /** Reads a whole regular file, or the standard input for `-`, up to a limit. */
  async read(path: string, maxBytes: number = DEFAULT_MAX_BYTES): Promise<InputFile> {
    if (path === '-') return { name: STANDARD_INPUT, bytes: await this.#readStdin(maxBytes) };
    const name = escapeText(path, 300);
    const descriptor = openToRead(path, name);
    try {
      const stats = fstatSync(descriptor, { bigint: true });
      if (!stats.isFile()) throw wrongKind(name, stats);
      this.#identities.push(stats);
      return { name, bytes: readAll(descriptor, name, maxBytes) };
    } finally {
      closeSync(descriptor);
    }
  }

  /** Reads what the shell has opened under this number: a file or a pipe. Number 0 is the standard input. */
  async readDescriptor(descriptor: number, maxBytes: number): Promise<InputFile> {
    if (descriptor === 0) return this.read('-', maxBytes);
    const name = `file descriptor ${String(descriptor)}`;
    const stats = statDescriptor(descriptor);
    if (stats === undefined || !isReadable(stats) || isOwnPipe(descriptor, stats)) throw notOpen(descriptor, name);
    if (stats.isFile()) this.#identities.push(stats);
    return { name, bytes: readAll(descriptor, name, maxBytes) };
  }

  /** Whether the file is one of those that were read, under whatever name. */
  includes({ dev, ino }: FileIdentity): boolean {
    return this.#identities.some((identity) => identity.dev === dev && identity.ino === ino);
  }

  async #readStdin(maxBytes: number): Promise<Uint8Array> {
    if (this.#isStdinRead) throw usageError('the standard input is named twice', 'name a file for one of them');
    this.#isStdinRead = true;
    const { chunks, identity } = this.#openStdin();
    if (identity !== undefined) this.#identities.push(identity);
    const read: Uint8Array[] = [];
    let total = 0;
    try {
      for await (const chunk of chunks) {
        total += chunk.length;
        if (total > maxBytes) throw tooLarge(STANDARD_INPUT, maxBytes);
        read.push(chunk);
      }
    } catch (error) {
      throw error instanceof CommandError ? error : readError(error, STANDARD_INPUT);
    }
    return new Uint8Array(Buffer.concat(read));
  }
}

function openToRead(path: string, name: string): number {
  try {
    // Without O_NONBLOCK opening a named pipe would wait for somebody to write into it, perhaps forever.
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

function statDescriptor(descriptor: number): BigIntStats | undefined {
  try {
    return fstatSync(descriptor, { bigint: true });
  } catch (error) {
    systemCode(error);
    return undefined;
  }
}

function isReadable(stats: BigIntStats): boolean {
  return stats.isFile() || stats.isFIFO() || stats.isSocket() || stats.isCharacterDevice();
}

/** Node has pipes of its own, and holds both of their ends: reading from one would wait forever. */
function isOwnPipe(descriptor: number, { dev, ino }: BigIntStats): boolean {
  const others = Array.from({ length: OWN_DESCRIPTORS }, (_, index) => index).filter((other) => other !== descriptor);
  return others.some((other) => {
    const known = statDescriptor(other);
    return known?.isFIFO() === true && known.dev === dev && known.ino === ino && isWritable(other);
  });
}

/** Writing nothing changes nothing, and fails where nothing can be written. */
function isWritable(descriptor: number): boolean {
  try {
    writeSync(descriptor, new Uint8Array());
    return true;
  } catch (error) {
    systemCode(error);
    return false;
  }
}

function notOpen(descriptor: number, name: string): CommandError {
  const hint = `open it in the shell: \`--passphrase-fd ${String(descriptor)} ${String(descriptor)}< FILE\``;
  return new CommandError('ERR_FILE_MISSING', 'is not open for reading', hint, name);
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
  const code = systemCode(error);
  switch (code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return new CommandError('ERR_FILE_MISSING', 'does not exist', 'check the path and the current folder', name);
    case 'EACCES':
    case 'EPERM':
      return new CommandError('ERR_FILE_DENIED', 'may not be read', 'check who may read it: `ls -l`', name);
    case 'EISDIR':
      return new CommandError('ERR_FILE_KIND', 'is a folder, not a file', 'name the file in it', name);
    case 'EBADF':
      return new CommandError('ERR_FILE_MISSING', 'is not open for reading', 'open it for reading: `3< FILE`', name);
    case 'ENXIO':
    case 'EOPNOTSUPP':
      return new CommandError('ERR_FILE_KIND', 'is a socket, not a file', 'name a file', name);
    default:
      return new CommandError('ERR_FILE_READ', `cannot be read (${code})`, 'check the path', name);
  }
}
