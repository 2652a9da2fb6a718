import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import type * as PlistLibrary from 'plist';

let library: typeof PlistLibrary | undefined;

/**
 * The one door to the `plist` package, which is loaded on first use: with its XML parser it takes longer than all of this
 * package. It is an ES module that `require` does not find by name, but loads from its file.
 */
function loadLibrary(): typeof PlistLibrary {
  const load = createRequire(import.meta.url);
  try {
    return load(fileURLToPath(import.meta.resolve('plist'))) as typeof PlistLibrary;
  } catch (error) {
    const reason =
      'it takes Node 20.19, 22.12 or later, and the package plist beside a program that was bundled into one file';
    throw new Error(`plist cannot be loaded: ${reason}`, { cause: error });
  }
}

/** Its builder writes files that nobody can read: it gets values that normalize.ts has checked. */
export const build: typeof PlistLibrary.build = (value, options) => (library ??= loadLibrary()).build(value, options);
