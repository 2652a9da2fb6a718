import { copyBytes } from '../../asn1/der.js';
import type { Bytes } from '../../diagnostics/bytes.js';
import { slug } from '../../profile/identifier.js';

/** A file that the program reads. */
export interface EjectedFile {
  /** In lower-case ASCII, without folders. */
  readonly name: string;
  readonly bytes: Bytes;
  /** Whether it holds a secret: a password, a key. Such a file is for its owner, and for no repository. */
  readonly isSecret: boolean;
}

/** What Windows takes for devices, whatever stands behind the dot. */
const devices = /^(con|prn|aux|nul|com\d|lpt\d)$/;

/** The files beside a program, each under a name of its own. */
export class FileShelf {
  readonly #files = new Map<string, EjectedFile>();

  /** Puts a file there; its name begins with `title`, as far as a file can be named so. */
  add(
    title: string,
    extension: string,
    { bytes, isSecret }: Omit<EjectedFile, 'name' | 'bytes'> & { readonly bytes: Uint8Array },
  ): string {
    const stem = slug(title) || 'file';
    const safe = devices.test(stem) ? `${stem}-file` : stem;
    let name = `${safe}.${extension}`;
    for (let count = 2; this.#files.has(name); count += 1) name = `${safe}-${String(count)}.${extension}`;
    this.#files.set(name, Object.freeze({ name, bytes: copyBytes(bytes), isSecret }));
    return name;
  }

  list(): readonly EjectedFile[] {
    return Object.freeze([...this.#files.values()]);
  }
}
