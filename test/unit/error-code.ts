import { isProfilewrightError } from '../../src/diagnostics/profilewright-error.js';

/** The code of the error of this package that comes out; another error is thrown on. */
export function codeOf(run: () => unknown): string {
  try {
    run();
    return 'nothing was thrown';
  } catch (error) {
    if (isProfilewrightError(error)) return error.code;
    throw error;
  }
}
