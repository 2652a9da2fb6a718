import type { ErrorFacts } from './error-facts.js';

export interface KeyErrorDetails {
  ERR_KEY_IS_OTHER: { readonly found: string; readonly line?: number };
  ERR_KEY_MALFORMED: { readonly reason: string; readonly line?: number };
  ERR_KEY_PASSPHRASE_MISSING: Record<never, never>;
  ERR_KEY_PASSPHRASE_WRONG: Record<never, never>;
  ERR_KEY_ITERATIONS: { readonly iterations: number | 'zero or unreadable'; readonly maximum: number };
  ERR_KEY_UNSUPPORTED: { readonly found: string };
  ERR_KEY_WEAK: { readonly bits: number; readonly minimum: number };
  ERR_KEY_MISMATCH: { readonly names: readonly string[] };
  ERR_KEY_ALGORITHM: { readonly algorithm: string; readonly key: string };
}

const at = ({ line }: { readonly line?: number }): string => (line === undefined ? '' : ` at line ${String(line)}`);

export const keyErrors: ErrorFacts<KeyErrorDetails> = {
  ERR_KEY_IS_OTHER: {
    about: 'A private key was expected, and something else that is known was found.',
    message: ({ found, ...place }) => `expected a private key, found ${found}${at(place)}`,
    hint: () => 'pass the private key as PEM, DER or KeyObject; a PKCS#12 file goes into `pkcs12`',
  },
  ERR_KEY_MALFORMED: {
    about: 'The private key is damaged, or of a form that is not known.',
    message: ({ reason, ...place }) => `the private key cannot be read${at(place)}: ${reason}`,
    hint: () => 'check the file with `openssl pkey -in FILE -noout -check`',
  },
  ERR_KEY_PASSPHRASE_MISSING: {
    about: 'The private key is encrypted, and no passphrase was given.',
    message: () => 'the private key is encrypted, and there is no passphrase',
    hint: () => 'pass the passphrase as `passphrase`',
  },
  ERR_KEY_PASSPHRASE_WRONG: {
    about: 'The encrypted private key could not be decrypted; a wrong passphrase and a damaged file look the same.',
    message: () => 'the private key cannot be decrypted: the passphrase is wrong or the file is damaged',
    hint: () => 'check the passphrase with `openssl pkey -in FILE -noout`, and that no line end was copied with it',
  },
  ERR_KEY_ITERATIONS: {
    about: 'The encrypted private key asks for more key derivation work than the limit; nothing was computed.',
    message: ({ iterations, maximum }) =>
      `the private key is encrypted with ${String(iterations)} iterations, and 1 to ${String(maximum)} are allowed`,
    hint: () => 'encrypt it again: `openssl pkcs8 -topk8 -v2 aes256 -iter 600000 -in FILE -out NEW`',
  },
  ERR_KEY_UNSUPPORTED: {
    about: 'Profiles are signed with RSA (PKCS#1 v1.5), P-256 or P-384: other keys are not verified everywhere.',
    message: ({ found }) => `cannot sign with a key of the kind "${found}"`,
    hint: () => 'sign with an RSA key of 2048 bits or more, or an EC key on P-256 or P-384',
  },
  ERR_KEY_WEAK: {
    about: 'The RSA key is too small to sign with.',
    message: ({ bits, minimum }) => `the RSA key has ${String(bits)} bits, fewer than ${String(minimum)}`,
    hint: () => 'make a new key, RSA with 3072 bits or EC on P-256, and have a certificate issued for it',
  },
  ERR_KEY_MISMATCH: {
    about: 'The private key does not belong to any of the certificates that were given.',
    message: ({ names }) => `the private key does not belong to ${names.join(', ')}`,
    hint: () =>
      'pass the certificate for this key; `openssl pkey -pubout` and `openssl x509 -pubkey -noout` must agree',
  },
  ERR_KEY_ALGORITHM: {
    about: 'The key cannot make signatures with the algorithm that was asked for.',
    message: ({ algorithm, key }) => `"${algorithm}" does not fit a key of the kind "${key}"`,
    hint: () => 'use RS256 or RS384 for RSA, ES256 for P-256, ES384 for P-384, or leave the algorithm out',
  },
};
