import type { Certificate } from './certificate.js';

/** One that was read, not the input of one: what is to be judged or trusted is no place to guess. */
export function isCertificate(value: unknown): value is Certificate {
  if (typeof value !== 'object' || value === null) return false;
  const { raw, subject, publicKey, fingerprints } = value as Partial<Record<keyof Certificate, unknown>>;
  return raw instanceof Uint8Array && [subject, publicKey, fingerprints].every((part) => typeof part === 'object');
}
