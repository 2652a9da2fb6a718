import { randomBytes } from 'node:crypto';
import {
  closeSync,
  fsyncSync,
  linkSync,
  lstatSync,
  openSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
  type BigIntStats,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { escapeText } from '../diagnostics/escape-text.js';
import { CommandError } from './command-error.js';
import type { InputFiles } from './input-files.js';
import { systemCode } from './system-code.js';

export interface OutputFile {
  readonly path: string;
  readonly bytes: Uint8Array;
  /** A file with secrets is for its owner only. */
  readonly isSecret: boolean;
  /** Replaces an existing file. */
  readonly force: boolean;
  /** No input is ever overwritten, not with `force` either. */
  readonly inputs: Pick<InputFiles, 'includes'>;
}

/**
 * Writes a file whole or not at all: into a new file beside it, flushed, then moved to its name. All of it happens
 * in one go, so that a signal that is held back (`withoutInterruption`) leaves nothing behind.
 */
export function writeFile({ path, bytes, isSecret, force, inputs }: OutputFile): void {
  const name = escapeText(path, 300);
  try {
    refuseInput(path, name, inputs);
    refuseOtherKinds(path, name);
    const temporary = temporaryBeside(path);
    try {
      createFile(temporary, bytes, isSecret);
      if (force) renameSync(temporary, path);
      else moveToFreeName(temporary, path);
    } finally {
      rmSync(temporary, { force: true });
    }
  } catch (error) {
    throw writeError(error, name);
  }
  flushFolder(dirname(path));
}

/** A name in the same folder, and so on the same disk, that nobody else has. */
export function temporaryBeside(path: string): string {
  return join(dirname(path), `.profilewright-${randomBytes(8).toString('hex')}.tmp`);
}

/** A file that was not there before, flushed. */
export function createFile(path: string, bytes: Uint8Array, isSecret: boolean): void {
  const descriptor = openSync(path, 'wx', isSecret ? 0o600 : 0o644);
  try {
    for (let offset = 0; offset < bytes.length;) offset += writeSync(descriptor, bytes, offset);
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/** A link to a name that is taken fails, whoever took it and when; renaming would replace what is there. */
export function moveToFreeName(temporary: string, path: string): void {
  try {
    linkSync(temporary, path);
  } catch (error) {
    if (!noLinks.has(systemCode(error))) throw error;
    takeName(temporary, path);
  }
}

const noLinks: ReadonlySet<string> = new Set(['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK', 'EINVAL']);

/** A file system without links (FAT, some network drives): the name is taken first, exclusively, and then replaced. */
function takeName(temporary: string, path: string): void {
  closeSync(openSync(path, 'wx'));
  try {
    renameSync(temporary, path);
  } catch (error) {
    rmSync(path, { force: true });
    throw error;
  }
}

/** The file has its name by now. That the name outlives a power cut is asked for where the system lets us, and no error. */
export function flushFolder(folder: string): void {
  try {
    const descriptor = openSync(folder, 'r');
    try {
      fsyncSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
  } catch (error) {
    systemCode(error);
  }
}

export function refuseInput(path: string, name: string, inputs: OutputFile['inputs']): void {
  const stats = statSync(path, { bigint: true, throwIfNoEntry: false });
  if (stats === undefined || !inputs.includes(stats)) return;
  const message = 'is one of the files that are read; it would be lost';
  throw new CommandError('ERR_FILE_IS_INPUT', message, 'name another file with -o', name);
}

export function refuseOtherKinds(path: string, name: string): void {
  const stats: BigIntStats | undefined = lstatSync(path, { bigint: true, throwIfNoEntry: false });
  if (stats === undefined || stats.isFile()) return;
  const kind = stats.isDirectory()
    ? 'a folder'
    : stats.isSymbolicLink()
      ? 'a symbolic link'
      : 'a device, pipe or socket';
  const hint = 'name a file with -o; `-` is the standard output';
  throw new CommandError('ERR_FILE_KIND', `is ${kind}, not a file`, hint, name);
}

/** What the operating system says, in words. */
export function writeError(error: unknown, name: string): CommandError {
  if (error instanceof CommandError) return error;
  const code = systemCode(error);
  switch (code) {
    case 'EEXIST':
    case 'ENOTEMPTY':
      return new CommandError('ERR_FILE_EXISTS', 'exists already', 'name another file with -o, or add --force', name);
    case 'ENOENT':
    case 'ENOTDIR':
      return new CommandError('ERR_FILE_WRITE', 'is in a folder that does not exist', 'make the folder first', name);
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return new CommandError('ERR_FILE_WRITE', 'may not be written', 'choose a folder of your own with -o', name);
    case 'ENOSPC':
    case 'EDQUOT':
      return new CommandError('ERR_FILE_WRITE', 'does not fit on the disk', 'make room; nothing was written', name);
    default:
      return new CommandError('ERR_FILE_WRITE', `cannot be written (${code})`, 'check the path', name);
  }
}
