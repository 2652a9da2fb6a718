import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';

/** Where the programs that are asked work. */
export interface WorkFolder {
  readonly folder: string;
  /** Writes a file, and gives its name back. */
  readonly put: (file: string, bytes: string | Uint8Array) => string;
  readonly take: (file: string) => Buffer;
}

/** Makes a folder that is gone when the tests of the file have run. */
export function workFolder(name: string): WorkFolder {
  const folder = mkdtempSync(join(tmpdir(), `profilewright-${name}-`));
  afterAll(() => rmSync(folder, { recursive: true }));
  return {
    folder,
    put: (file, bytes) => (writeFileSync(join(folder, file), bytes), file),
    take: (file) => readFileSync(join(folder, file)),
  };
}
