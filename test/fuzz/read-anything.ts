import { isProfilewrightError } from '../../src/diagnostics/profilewright-error.js';
import { decryptProfile } from '../../src/document/decrypt-profile.js';
import { ejectProfile } from '../../src/document/eject-profile.js';
import { inspectProfile } from '../../src/document/inspect-profile.js';
import { parseProfile } from '../../src/document/parse-profile.js';
import { verifyProfile } from '../../src/document/verify-profile.js';
import { readCertificates } from '../../src/pki/read-certificates.js';
import { testKey } from '../support/test-key.js';

/** Everything that takes a file of somebody else. */
export const readers = {
  parse: (bytes: Uint8Array): unknown => parseProfile(bytes),
  'parse text': (bytes: Uint8Array): unknown => parseProfile(Buffer.from(bytes).toString('latin1')),
  verify: (bytes: Uint8Array): unknown => verifyProfile(bytes, { anchors: 'none' }),
  inspect: (bytes: Uint8Array): unknown => inspectProfile(bytes),
  eject: (bytes: Uint8Array): unknown => ejectProfile(bytes),
  decrypt: (bytes: Uint8Array): unknown => decryptProfile(bytes, testKey('p256').privateKey),
  certificates: (bytes: Uint8Array): unknown => readCertificates(bytes),
} as const satisfies Readonly<Record<string, (bytes: Uint8Array) => unknown>>;

/** What a reader made of a file: a value, or the code of an error of ours. Any other error goes through. */
export function outcomeOf(read: (bytes: Uint8Array) => unknown, bytes: Uint8Array): string {
  try {
    read(bytes);
    return 'read';
  } catch (error) {
    if (!isProfilewrightError(error)) throw error;
    if (error.hint === '' || /undefined|\[object/.test(error.message))
      throw new Error(`a poor message: ${error.message}`, { cause: error });
    return error.code;
  }
}
