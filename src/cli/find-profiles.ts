import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { escapeText } from '../diagnostics/escape-text.js';
import { CommandError, usageError } from './command-error.js';
import { systemCode } from './system-code.js';

const MAX_FILES = 10_000;
const MAX_DEPTH = 32;

/**
 * The files that are named, and those of the folders that are named: every `.mobileconfig` in them and in the folders
 * inside, in the order of their names. A link to a folder is not followed, so that no folder is entered twice.
 */
export function findProfiles(paths: readonly string[]): string[] {
  const found = paths.flatMap((path) => {
    if (!isFolder(path)) return [path];
    const files = listProfiles(path, 0);
    if (files.length > 0) return files;
    throw usageError(`${escapeText(path, 300)} holds no .mobileconfig file`, 'name the files, or another folder');
  });
  const different = [...new Set(found)];
  if (different.length <= MAX_FILES) return different;
  throw usageError(`${String(different.length)} files are more than ${String(MAX_FILES)}`, 'name folders inside');
}

/** What is not there, or may not be looked at, is told when it is read. */
function isFolder(path: string): boolean {
  if (path === '-') return false;
  try {
    return statSync(path).isDirectory();
  } catch (error) {
    systemCode(error);
    return false;
  }
}

function listProfiles(folder: string, depth: number): string[] {
  if (depth > MAX_DEPTH) {
    throw usageError(`folders are nested deeper than ${String(MAX_DEPTH)}`, 'name a folder further down');
  }
  const entries = readFolder(folder).sort((a, b) => (a.name < b.name ? -1 : 1));
  return entries.flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return listProfiles(path, depth + 1);
    return /\.mobileconfig$/i.test(entry.name) ? [path] : [];
  });
}

function readFolder(folder: string) {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    const name = escapeText(folder, 300);
    throw new CommandError('ERR_FILE_DENIED', `cannot be listed (${systemCode(error)})`, 'check who may read it', name);
  }
}
