import type { ErrorFacts } from './error-facts.js';

export interface EncryptionErrorDetails {
  ERR_ENCRYPTION_RECIPIENT: { readonly name: string; readonly reason: string };
  ERR_DECRYPTION_FAILED: Record<never, never>;
  ERR_DECRYPTION_ALGORITHM: { readonly part: 'content' | 'key'; readonly found: string };
  ERR_DECRYPTION_LIMIT: {
    readonly limit: 'recipients' | 'bytes' | 'recipients to try';
    readonly found: number;
    readonly maximum: number;
  };
}

export const encryptionErrors: ErrorFacts<EncryptionErrorDetails> = {
  ERR_ENCRYPTION_RECIPIENT: {
    about: 'Nothing can be encrypted for the key of this certificate, or not in a way that is still safe.',
    message: ({ name, reason }) => `cannot encrypt for ${name}: ${reason}`,
    hint: () => 'pass the identity certificate of the device, RSA of 2048 bits or more, or EC on P-256 or P-384',
  },
  ERR_DECRYPTION_FAILED: {
    about:
      'Nothing could be decrypted. Whether the key is another one, the file damaged or its content no profile is not told apart: whoever sends damaged files could learn the content from it.',
    message: () => 'the profile cannot be decrypted: the key is not that of a recipient, or the file is damaged',
    hint: () =>
      'pass the private key of the certificate that the profile was encrypted for, and that certificate as `certificate`',
  },
  ERR_DECRYPTION_ALGORITHM: {
    about: 'The content or its key is encrypted with an algorithm that is not supported, or broken.',
    message: ({ part, found }) => `the ${part} is encrypted with "${found}", which is not supported`,
    hint: () => 'encrypt it again: `openssl cms -encrypt -aes256 -outform DER -in FILE -out NEW CERTIFICATE`',
  },
  ERR_DECRYPTION_LIMIT: {
    about: 'Decrypting would be more work than the limit allows; nothing was decrypted.',
    message: ({ limit, found, maximum }) =>
      `found ${String(found)} ${limit}, more than the limit of ${String(maximum)}`,
    hint: ({ limit }) =>
      limit === 'recipients to try'
        ? 'pass the certificate of the recipient as `certificate`, so that one is tried only'
        : 'check that this is the right file, or encrypt it for fewer devices',
  },
};
