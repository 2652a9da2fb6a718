import type { ErrorFacts } from './error-facts.js';

export interface CmsErrorDetails {
  ERR_CMS_NOT_SIGNED: Record<never, never>;
  ERR_CMS_MALFORMED: { readonly reason: string };
  ERR_CMS_TRAILING_DATA: { readonly bytes: number };
  ERR_CMS_CONTENT_TYPE: { readonly found: string };
  ERR_CMS_ENCRYPTED: Record<never, never>;
  ERR_CMS_DETACHED: Record<never, never>;
  ERR_CMS_SIGNER_COUNT: { readonly found: number };
  ERR_CMS_CERTIFICATE_LIMIT: { readonly found: number; readonly maximum: number };
  ERR_CMS_SIGNER_CERTIFICATE_MISSING: { readonly found: number };
  ERR_CMS_SIGNED_ATTRIBUTES: { readonly reason: string };
  ERR_CMS_ALGORITHM: { readonly found: string; readonly reason: string };
  ERR_CMS_DIGEST_MISMATCH: Record<never, never>;
  ERR_CMS_SIGNATURE_WRONG: Record<never, never>;
  ERR_CMS_SIGNER_FAILED: { readonly algorithm: string };
  ERR_CMS_SIGNER_WRONG_SIGNATURE: { readonly algorithm: string; readonly reason: string };
}

const tampered = (): string => 'do not install it; ask for the file again over a way that you trust';
const signAgain = (): string => 'sign the profile again: `openssl cms -sign -nodetach -outform DER -md sha256`';

const openingErrors: ErrorFacts<Omit<CmsErrorDetails, `ERR_CMS_SIGNER_${'FAILED' | 'WRONG_SIGNATURE'}`>> = {
  ERR_CMS_NOT_SIGNED: {
    about: 'The file carries no signature at all: it is no CMS SignedData, or one without signers.',
    message: () => 'the file is not signed',
    hint: () => 'a property list as it is can be read with parseProfile, and signed with signProfile',
  },
  ERR_CMS_MALFORMED: {
    about: 'The file is CMS, but not built as RFC 5652 demands.',
    message: ({ reason }) => `the CMS message is malformed: ${reason}`,
    hint: () => 'check that the file is complete: `openssl cms -cmsout -print -inform DER -in FILE`',
  },
  ERR_CMS_TRAILING_DATA: {
    about: 'Bytes stand behind the CMS message; another reader could take them for the profile.',
    message: ({ bytes }) => `${String(bytes)} bytes follow the CMS message`,
    hint: tampered,
  },
  ERR_CMS_CONTENT_TYPE: {
    about: 'The CMS message holds something else than signed data of type id-data, for example another CMS message.',
    message: ({ found }) => `expected signed data of type id-data, found "${found}"`,
    hint: () => 'open the outer message first, with the tool that made it',
  },
  ERR_CMS_ENCRYPTED: {
    about: 'The file is encrypted CMS (EnvelopedData): what is in it, only the holder of the key can tell.',
    message: () => 'the file is encrypted',
    hint: () => 'decrypt it first, with decryptProfile or `profilewright decrypt FILE --key KEY`',
  },
  ERR_CMS_DETACHED: {
    about: 'The signature is detached: the file does not hold the content that was signed.',
    message: () => 'the signature is detached: the content is not in the file',
    hint: () => 'sign with the content inside: `openssl cms -sign -nodetach -outform DER`',
  },
  ERR_CMS_SIGNER_COUNT: {
    about: 'A signed profile has exactly one signer: a device refuses several, and readers would check different ones.',
    message: ({ found }) => `expected one signer, found ${String(found)}`,
    hint: signAgain,
  },
  ERR_CMS_CERTIFICATE_LIMIT: {
    about: 'The message holds more certificates than the limit; none of them was read.',
    message: ({ found, maximum }) => `found ${String(found)} certificates, more than the limit of ${String(maximum)}`,
    hint: () => 'sign with the chain of the signer only',
  },
  ERR_CMS_SIGNER_CERTIFICATE_MISSING: {
    about: 'The certificate of the signer is not among those in the message.',
    message: ({ found }) =>
      `the certificate of the signer is missing: none of the ${String(found)} in the message is the one that is named`,
    hint: () => 'sign again without `-nocerts`, so that the certificate travels with the profile',
  },
  ERR_CMS_SIGNED_ATTRIBUTES: {
    about: 'contentType, messageDigest or signingTime is missing, doubled, of another type or contradicts the content.',
    message: ({ reason }) => `the signed attributes are wrong: ${reason}`,
    hint: tampered,
  },
  ERR_CMS_ALGORITHM: {
    about: 'The signature uses an algorithm that is broken, not supported, or does not fit the key or the digest.',
    message: ({ found, reason }) => `the algorithm "${found}" is refused: ${reason}`,
    hint: signAgain,
  },
  ERR_CMS_DIGEST_MISMATCH: {
    about: 'The content is not the one that was signed.',
    message: () => 'the content was changed after it was signed',
    hint: tampered,
  },
  ERR_CMS_SIGNATURE_WRONG: {
    about: 'The signature does not verify with the certificate of the signer.',
    message: () => 'the signature does not verify with the certificate of the signer',
    hint: tampered,
  },
};

export const cmsErrors: ErrorFacts<CmsErrorDetails> = {
  ...openingErrors,
  ERR_CMS_SIGNER_FAILED: {
    about: 'The signer threw in place of signing; its own error is the `cause`.',
    message: ({ algorithm }) => `the signer failed to make a signature with "${algorithm}"`,
    hint: () => 'look at `cause`; a signer behind a network should repeat what failed for a moment only',
  },
  ERR_CMS_SIGNER_WRONG_SIGNATURE: {
    about: 'The signer returned a signature that its certificate does not verify; nothing was written.',
    message: ({ algorithm, reason }) => `the signer returned a wrong signature for "${algorithm}": ${reason}`,
    hint: () => 'check that the remote key is the one of the certificate, and that it hashes once only',
  },
};
