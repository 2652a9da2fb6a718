import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TestContext } from 'vitest';

/** One profile of somebody, which is never part of this repository. */
export interface CorpusFile {
  readonly name: string;
  readonly bytes: Buffer;
  /** In hexadecimal, lower case. */
  readonly sha256: string;
}

const folder = process.env['PROFILEWRIGHT_CORPUS'];

/** Whether it was said that there is no corpus here: `PROFILEWRIGHT_CORPUS=absent`. */
export const isCorpusAbsent: boolean = folder === 'absent';

/** The profiles of the folder that PROFILEWRIGHT_CORPUS names, in the order of their names; none when it names none. */
export function readCorpus(): readonly CorpusFile[] {
  if (folder === undefined || isCorpusAbsent) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.mobileconfig'))
    .sort()
    .map((name) => {
      const bytes = readFileSync(join(folder, name));
      return { name, bytes, sha256: createHash('sha256').update(bytes).digest('hex') };
    });
}

/** Skips a test when nobody said where the corpus is, which is an error in CI: there it has to be said that it is absent. */
export function needCorpus(context: TestContext): void {
  if (folder !== undefined) return;
  if (process.env['CI'] !== undefined)
    throw new Error('PROFILEWRIGHT_CORPUS is not set: name the folder, or say "absent"');
  context.skip('PROFILEWRIGHT_CORPUS is not set');
}
