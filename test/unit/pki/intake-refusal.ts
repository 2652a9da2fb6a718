import { expect } from 'vitest';
import { isProfilewrightError, type ProfilewrightError } from '../../../src/diagnostics/profilewright-error.js';
import { readCertificates, type CertificateInput } from '../../../src/pki/read-certificates.js';

/** The error of ours in which reading ends; everything else fails the test. */
export function refusalOf(input: unknown): ProfilewrightError {
  try {
    readCertificates(input as CertificateInput);
  } catch (error) {
    if (isProfilewrightError(error)) return error;
    throw error;
  }
  throw new Error('expected an error');
}

/** What a person can use: one line, no full stop, a hint with a verb in front; and nothing of the `secret` in any part of it. */
export function expectUsable({ message, hint, details, cause }: ProfilewrightError, secret: string): void {
  expect(message).toMatch(/^[^\n]+[^.\n]$/);
  expect(hint).toMatch(/^(add|check|copy|pass|raise|read|remove|take|use|write)\b/);
  const told = JSON.stringify([message, hint, details]);
  for (let at = 0; at + 16 <= secret.length; at += 8) expect(told).not.toContain(secret.slice(at, at + 16));
  expect(cause).toBeUndefined();
}
