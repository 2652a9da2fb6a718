import type { Pkcs12Limits } from '../pki/iteration-budget.js';
import { optionOf, type OptionReaders } from './read-options.js';

/** A limit of 0 allows nothing. */
const countOption = optionOf(
  'a whole number',
  (value): value is number => Number.isSafeInteger(value) && Number(value) >= 0,
);

/** The limits that everything that opens PKCS#12 files takes. */
export const pkcs12LimitOptions: OptionReaders<Pkcs12Limits> = {
  maxPkcs12KdfIterations: countOption,
  maxPbkdf2Iterations: countOption,
};
