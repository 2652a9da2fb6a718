import { errorFacts } from './errors/index.js';
import type { ErrorCode, ErrorDetails } from './errors/index.js';

/**
 * The one error that this package throws when it cannot go on because of what it was given. `code` is stable and part
 * of the public contract, `details` holds the facts of that code, `hint` says what to do. No text in it ever holds
 * a secret or the content of an input. Wrong JavaScript types throw a `TypeError` instead.
 *
 * @example
 * try {
 *   readCertificate(pem);
 * } catch (error) {
 *   if (isProfilewrightError(error, 'ERR_PEM_MALFORMED')) console.error(error.message, error.details.line);
 * }
 */
export class ProfilewrightError<Code extends ErrorCode = ErrorCode> extends Error {
  readonly code: Code;
  readonly details: ErrorDetails[Code];
  readonly hint: string;

  constructor(code: Code, details: ErrorDetails[Code], options?: { readonly cause?: unknown }) {
    const facts = errorFacts[code];
    super(facts.message(details), options);
    this.name = 'ProfilewrightError';
    this.code = code;
    this.details = details;
    this.hint = facts.hint(details);
  }
}

/** Tells whether `error` came from this package, and, when `code` is given, whether it is that very error. */
export function isProfilewrightError<Code extends ErrorCode = ErrorCode>(
  error: unknown,
  code?: Code,
): error is ProfilewrightError<Code> {
  return error instanceof ProfilewrightError && (code === undefined || error.code === code);
}
