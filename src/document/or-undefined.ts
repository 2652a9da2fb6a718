import { isProfilewrightError } from '../diagnostics/profilewright-error.js';

/** What is read, or undefined where that ends in an error of ours: the caller goes on without it. */
export function orUndefined<Value>(read: () => Value): Value | undefined {
  try {
    return read();
  } catch (error) {
    if (isProfilewrightError(error)) return undefined;
    throw error;
  }
}
