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
import type { InputFile } from './read-file.js';
import { systemCode } from './system-code.js';

export interface OutputFile {
  readonly path: string;
  readonly bytes: Uint8Array;
  /** A file with secrets is for its owner only. */
  readonly isSecret: boolean;
  /** Replaces an existing file. */
  readonly force: boolean;
  /** No input is ever overwritten, not with `force` either. */
  readonly inputs: readonly InputFile[];
}

/**
 * Writes a file whole or not at all: into a new file beside it, flushed, then moved to its name. All of it happens
 * in one go, so that a signal is answered before or after it and leaves nothing behind.
 */
export function writeFile({ path, bytes, isSecret, force, inputs }: OutputFile): void {
  const name = escapeText(path, 300);
  const folder = dirname(path);
  const temporary = join(folder, `.profilewright-${randomBytes(8).toString('hex')}.tmp`);
  try {
    refuseInput(path, name, inputs);
    if (force) refuseOtherKinds(path, name);
    writeTemporary(temporary, bytes, isSecret ? 0o600 : 0o644);
    if (force) renameSync(temporary, path);
    else moveToFreeName(temporary, path);
    flushFolder(folder);
  } catch (error) {
    throw writeError(error, name);
  } finally {
    rmSync(temporary, { force: true });
  }
}

function writeTemporary(temporary: string, bytes: Uint8Array, mode: number): void {
  const descriptor = openSync(temporary, 'wx', mode);
  try {
    for (let offset = 0; offset < bytes.length;) offset += writeSync(descriptor, bytes, offset);
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/** A link to a name that is taken fails, whoever took it and when; renaming would replace what is there. */
function moveToFreeName(temporary: string, path: string): void {
  try {
    linkSync(temporary, path);
  } catch (error) {
    if (!noLinks.has(systemCode(error))) throw error;
    // A file system without links (FAT, some network drives): the name is taken first, exclusively, and then replaced.
    closeSync(openSync(path, 'wx'));
    renameSync(temporary, path);
  }
}

const noLinks: ReadonlySet<string> = new Set(['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK', 'EINVAL']);

function flushFolder(folder: string): void {
  // Windows opens no folders; its file system orders renames by itself.
  if (process.platform === 'win32') return;
  const descriptor = openSync(folder, 'r');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

function refuseInput(path: string, name: string, inputs: readonly InputFile[]): void {
  const stats = statSync(path, { bigint: true, throwIfNoEntry: false });
  const same = inputs.find(({ identity }) => identity?.dev === stats?.dev && identity?.ino === stats?.ino);
  if (stats === undefined || same === undefined) return;
  const message = 'is one of the files that are read; it would be lost';
  throw new CommandError('ERR_FILE_IS_INPUT', message, 'name another file with -o', name);
}

function refuseOtherKinds(path: string, name: string): void {
  const stats: BigIntStats | undefined = lstatSync(path, { bigint: true, throwIfNoEntry: false });
  if (stats === undefined || stats.isFile()) return;
  throw new CommandError('ERR_FILE_KIND', 'is not a regular file', '--force replaces files only; name one', name);
}

function writeError(error: unknown, name: string): CommandError {
  if (error instanceof CommandError) return error;
  const code = systemCode(error);
  switch (code) {
    case 'EEXIST':
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
