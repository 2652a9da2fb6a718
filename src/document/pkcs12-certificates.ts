import { isProfilewrightError } from '../diagnostics/profilewright-error.js';
import { decodeCertificate, type Certificate } from '../pki/certificate.js';
import { IterationBudget } from '../pki/iteration-budget.js';
import { openPkcs12 } from '../pki/open-pkcs12.js';
import { certificateOf, type Pkcs12Bag } from '../pki/pkcs12-bags.js';
import { readPkcs12Structure, type Pkcs12Structure } from '../pki/pkcs12-structure.js';

/** Deriving keys costs time: this is enough for real files, and more are not opened. */
const limits = { maxPkcs12KdfIterations: 110_000, maxPbkdf2Iterations: 200_000 };
const MAX_OPENED = 20;

/** Looks for certificates in the PKCS#12 files of one profile. */
export class Pkcs12Certificates {
  #opened = 0;

  /** All certificates in the file, those behind the identity, too; undefined when some of it cannot be seen. */
  in(content: unknown, password: string | undefined): readonly Certificate[] | undefined {
    if (!(content instanceof Uint8Array)) return undefined;
    try {
      return this.#bags(readPkcs12Structure(content), password)
        ?.filter(({ kind }) => kind === 'certificate')
        .flatMap((bag) => certificateOf(bag) ?? [])
        .map((der) => decodeCertificate(der));
    } catch (error) {
      if (isProfilewrightError(error)) return undefined;
      throw error;
    }
  }

  #bags(structure: Pkcs12Structure, password: string | undefined): readonly Pkcs12Bag[] | undefined {
    const { safes } = structure;
    const visible = safes.flatMap((safe) => ('bags' in safe ? [safe.bags] : []));
    if (visible.length === safes.length) return visible.flat();
    const isForPasswords = safes.every((safe) => 'bags' in safe || 'encryption' in safe);
    if (!isForPasswords || password === undefined || this.#opened >= MAX_OPENED) return undefined;
    this.#opened += 1;
    return openPkcs12(structure, password, new IterationBudget(limits)).safes.flat();
  }
}
