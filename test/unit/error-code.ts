import { isProfilewrightError, type ProfilewrightError } from '../../src/diagnostics/profilewright-error.js';

/** The error of this package that comes out; another error is thrown on. */
export function refusalOf(run: () => unknown): ProfilewrightError {
  try {
    run();
  } catch (error) {
    if (isProfilewrightError(error)) return error;
    throw error;
  }
  throw new Error('nothing was thrown');
}

/** Its code, where it may be that nothing is refused. */
export function codeOf(run: () => unknown): string {
  try {
    run();
    return 'nothing was thrown';
  } catch (error) {
    if (isProfilewrightError(error)) return error.code;
    throw error;
  }
}
