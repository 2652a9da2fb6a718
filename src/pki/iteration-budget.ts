import { ProfilewrightError } from '../diagnostics/profilewright-error.js';

export type PasswordKdf = 'PKCS#12 KDF' | 'PBKDF2';

/** Limits for the work that a PKCS#12 file asks for. Each holds for all that is derived for one file together. */
export interface Pkcs12Limits {
  /** Iterations of the PKCS#12 KDF, which MACs and the old encryption use: 500,000 unless given. */
  readonly maxPkcs12KdfIterations?: number | undefined;
  /** Iterations of PBKDF2, which AES goes with: 2,000,000 unless given. */
  readonly maxPbkdf2Iterations?: number | undefined;
}

/** Counts the iterations that one file costs, and says no before they are run. */
export class IterationBudget {
  readonly #maximum: Readonly<Record<PasswordKdf, number>>;
  readonly #spent: Record<PasswordKdf, number> = { 'PKCS#12 KDF': 0, PBKDF2: 0 };

  /** @throws TypeError when a limit is no whole number */
  constructor({ maxPkcs12KdfIterations = 500_000, maxPbkdf2Iterations = 2_000_000 }: Pkcs12Limits = {}) {
    assertLimit('maxPkcs12KdfIterations', maxPkcs12KdfIterations);
    assertLimit('maxPbkdf2Iterations', maxPbkdf2Iterations);
    this.#maximum = { 'PKCS#12 KDF': maxPkcs12KdfIterations, PBKDF2: maxPbkdf2Iterations };
  }

  /** Iterations that were run, or were about to be. */
  get spent(): Readonly<Record<PasswordKdf, number>> {
    return { ...this.#spent };
  }

  /** Takes iterations out of the budget; to be called before they are run. */
  spend(kdf: PasswordKdf, iterations: number): void {
    this.assertAffordable([[kdf, iterations]]);
    this.#spent[kdf] += iterations;
  }

  /**
   * Whether all of it can be run, one after the other; nothing is taken.
   *
   * @throws ProfilewrightError `ERR_PKCS12_ITERATIONS`
   */
  assertAffordable(plan: Iterable<readonly [kdf: PasswordKdf, iterations: number | 'unreadable']>): void {
    const total = this.spent as Record<PasswordKdf, number>;
    for (const [kdf, iterations] of plan) {
      const maximum = this.#maximum[kdf];
      if (iterations === 'unreadable') {
        throw new ProfilewrightError('ERR_PKCS12_ITERATIONS', { kdf, iterations: 'zero or unreadable', maximum });
      }
      total[kdf] += iterations;
      if (total[kdf] > maximum) {
        throw new ProfilewrightError('ERR_PKCS12_ITERATIONS', { kdf, iterations: total[kdf], maximum });
      }
    }
  }
}

/** Nothing is more than NaN: as a limit it would be none. */
function assertLimit(name: string, limit: unknown): void {
  if (!Number.isSafeInteger(limit) || (limit as number) < 0) throw new TypeError(`${name} must be a whole number`);
}
