import type { ErrorFacts } from './error-facts.js';

export interface Pkcs12ErrorDetails {
  ERR_PKCS12_MALFORMED: { readonly reason: string };
  ERR_PKCS12_ALGORITHM: { readonly found: string };
  ERR_PKCS12_LIMIT: { readonly limit: 'bags' | 'bytes' | 'depth' | 'nodes'; readonly maximum: number };
  ERR_PKCS12_ITERATIONS: {
    readonly kdf: 'PKCS#12 KDF' | 'PBKDF2';
    /** Of the whole file, as far as it was counted. */
    readonly iterations: number | 'zero or unreadable';
    readonly maximum: number;
  };
  ERR_PKCS12_PASSWORD: { readonly reason: string };
  ERR_PKCS12_UNREADABLE: Record<never, never>;
  ERR_PKCS12_CONTENT: { readonly keys: number; readonly certificates: number };
}

export const pkcs12Errors: ErrorFacts<Pkcs12ErrorDetails> = {
  ERR_PKCS12_MALFORMED: {
    about: 'The bytes are not the structure of a PKCS#12 file; no passphrase was tried.',
    message: ({ reason }) => `the PKCS#12 file cannot be read: ${reason}`,
    hint: () => 'check that the file is complete and was copied in binary mode: `openssl pkcs12 -in FILE -noout -info`',
  },
  ERR_PKCS12_ALGORITHM: {
    about: 'The PKCS#12 file is protected in a way that is not supported.',
    message: ({ found }) => `the PKCS#12 file is protected with "${found}", which is not supported`,
    hint: () =>
      'write it again: `openssl pkcs12 -legacy -in FILE -out all.pem`, then `openssl pkcs12 -export -in all.pem -out NEW`',
  },
  ERR_PKCS12_LIMIT: {
    about: 'The PKCS#12 file is larger, deeper or has more bags than the limit; nothing was decrypted.',
    message: ({ limit, maximum }) => `the PKCS#12 file exceeds the limit of ${String(maximum)} ${limit}`,
    hint: () => 'check that this is the right file; one identity with its chain needs a few bags',
  },
  ERR_PKCS12_ITERATIONS: {
    about:
      'The PKCS#12 file asks for more key derivation work than the limit, in one place or in all together; what is too much was not computed.',
    message: ({ kdf, iterations, maximum }) =>
      `the PKCS#12 file asks for ${String(iterations)} iterations of ${kdf}, and 1 to ${String(maximum)} are allowed`,
    hint: ({ kdf }) =>
      `write it again with \`openssl pkcs12 -export -iter 100000\`, or raise \`${kdf === 'PBKDF2' ? 'maxPbkdf2Iterations' : 'maxPkcs12KdfIterations'}\``,
  },
  ERR_PKCS12_PASSWORD: {
    about:
      'The password cannot protect a PKCS#12 file, or programs would disagree on which one it is. It is part of no message.',
    message: ({ reason }) => `the password of the PKCS#12 file cannot be used: it ${reason}`,
    hint: () => 'use another password: long and random, letters and digits (`openssl rand -hex 16`)',
  },
  ERR_PKCS12_UNREADABLE: {
    about:
      'The PKCS#12 file could not be opened. A wrong password, a missing MAC and a damaged file look the same, so that nobody learns anything about the password by damaging a file.',
    message: () => 'the PKCS#12 file cannot be opened: the password is wrong, or the file is damaged or has no MAC',
    hint: () =>
      'check the password with `openssl pkcs12 -in FILE -noout`, and that no line end was copied with it; `profilewright p12 FILE` says what can be seen without it',
  },
  ERR_PKCS12_CONTENT: {
    about: 'The PKCS#12 file does not hold exactly one private key and at least one certificate.',
    message: ({ keys, certificates }) =>
      `expected one private key and its certificate in the PKCS#12 file, found ${count(keys, 'key')} and ${count(certificates, 'certificate')}`,
    hint: () => 'export one identity alone: `openssl pkcs12 -export -inkey KEY -in CERTIFICATE -certfile CHAIN`',
  },
};

function count(number: number, noun: string): string {
  return `${String(number)} ${noun}${number === 1 ? '' : 's'}`;
}
