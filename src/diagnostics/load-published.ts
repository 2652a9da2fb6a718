import { createRequire } from 'node:module';

/**
 * Reads a JSON file of `schemas/`, on first use: by the name of this package, under which it is found from src/ and from
 * dist/. A program that was bundled into one file needs the package beside it.
 */
export function loadPublished(file: string): unknown {
  const load = createRequire(import.meta.url);
  try {
    return load(`profilewright/schemas/${file}`);
  } catch (error) {
    const reason = 'install the package profilewright beside a program that was bundled';
    throw new Error(`${file} cannot be loaded: ${reason}`, { cause: error });
  }
}
