import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Names the folder in which the workers of one run share the keys that are slow to make. */
export const poolVariable = 'PROFILEWRIGHT_TEST_KEYS';

/**
 * Vitest's globalSetup: opens the pool of keys of this run, a private folder outside of the project, and removes it at the
 * end. Keys come into it when a test first asks for one, so that a run pays only for what it uses.
 */
export function setup(): (() => void) | undefined {
  if (process.env[poolVariable] !== undefined) return undefined;
  const folder = mkdtempSync(join(tmpdir(), 'profilewright-keys-'));
  process.env[poolVariable] = folder;
  return () => {
    Reflect.deleteProperty(process.env, poolVariable);
    rmSync(folder, { recursive: true, force: true });
  };
}
