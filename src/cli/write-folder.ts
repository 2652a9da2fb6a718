import { lstatSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { escapeText } from '../diagnostics/escape-text.js';
import { CommandError } from './command-error.js';
import type { InputFiles } from './input-files.js';
import {
  createFile,
  flushFolder,
  moveToFreeName,
  refuseInput,
  refuseOtherKinds,
  temporaryBeside,
  writeError,
} from './write-file.js';

export interface OutputFolder {
  readonly path: string;
  readonly files: readonly FolderFile[];
  /** The name of a file that will be made of them later: it must be no input either. */
  readonly later: string;
  /** Replaces files of these names in a folder that is not empty; others stay. */
  readonly force: boolean;
  readonly inputs: Pick<InputFiles, 'includes'>;
}

/** A file of the folder; one with secrets is for its owner only. */
export interface FolderFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly isSecret: boolean;
}

/**
 * Writes a folder whole or not at all: all files into a new one beside it, flushed, which then gets its name. In a folder that
 * is there already, the files are moved when all of them are written.
 */
export function writeFolder(folder: OutputFolder): void {
  const { path, files } = folder;
  const name = escapeText(path, 300);
  try {
    const isThere = isUsableFolder(folder, name);
    const temporary = temporaryBeside(path);
    mkdirSync(temporary, { mode: files.some(({ isSecret }) => isSecret) ? 0o700 : 0o755 });
    try {
      for (const file of files) createFile(join(temporary, file.name), file.bytes, file.isSecret);
      if (isThere) moveFiles(temporary, folder);
      else renameSync(temporary, path);
    } finally {
      rmSync(temporary, { recursive: true, force: true });
    }
  } catch (error) {
    throw writeError(error, name);
  }
  flushFolder(dirname(path));
}

/** Whether there is such a folder, into which the files may go. */
function isUsableFolder({ path, force }: OutputFolder, name: string): boolean {
  const stats = lstatSync(path, { throwIfNoEntry: false });
  if (stats === undefined) return false;
  if (!stats.isDirectory()) throw new CommandError('ERR_FILE_KIND', 'is no folder', 'name a folder with -o', name);
  if (force || readdirSync(path).length === 0) return true;
  const hint = 'name another folder with -o, or add --force';
  throw new CommandError('ERR_FILE_EXISTS', 'exists already, and is not empty', hint, name);
}

function moveFiles(temporary: string, { path, files, later, force, inputs }: OutputFolder): void {
  const targets = files.map(({ name }) => ({ from: join(temporary, name), to: join(path, name) }));
  refuseInput(join(path, later), escapeText(join(path, later), 300), inputs);
  for (const { to } of targets) {
    refuseInput(to, escapeText(to, 300), inputs);
    refuseOtherKinds(to, escapeText(to, 300));
  }
  const made: string[] = [];
  try {
    for (const { from, to } of targets) {
      const isNew = lstatSync(to, { throwIfNoEntry: false }) === undefined;
      if (force) renameSync(from, to);
      else moveToFreeName(from, to);
      if (isNew) made.push(to);
    }
  } catch (error) {
    for (const file of made) rmSync(file, { force: true });
    throw error;
  }
}
