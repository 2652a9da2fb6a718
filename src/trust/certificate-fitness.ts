import type { Certificate } from '../pki/certificate.js';

/** What a certificate has to be for a purpose. */
export interface Fitness {
  /** Names of RFC 5280 section 4.2.1.3; all of them. */
  readonly keyUsage?: readonly string[];
  /** Names of RFC 5280 section 4.2.1.12; all of them. */
  readonly extendedKeyUsage?: readonly string[];
  /** Of RSA keys; the curves that Apple takes are stronger than any demand. */
  readonly minKeyBits?: number;
  readonly minHash?: 'sha256';
  readonly keyType?: 'EC';
}

const strongHashes = ['SHA-256', 'SHA-384', 'SHA-512'];

/** In what a certificate falls short. An extension that is not there restricts nothing. */
export function* shortcomings(certificate: Certificate, fitness: Fitness): Generator<string> {
  const { keyUsage = [], extendedKeyUsage = [], minKeyBits = 0, minHash, keyType } = fitness;
  const { publicKey, signatureAlgorithm } = certificate;
  const usages: readonly string[] = certificate.keyUsage?.usages ?? keyUsage;
  const purposes = certificate.extendedKeyUsage?.purposes ?? extendedKeyUsage;
  const missing = keyUsage.filter((usage) => !usages.includes(usage));
  if (missing.length > 0) yield `its keyUsage lacks ${missing.join(', ')}`;
  const lacking = purposes.includes('anyExtendedKeyUsage')
    ? []
    : extendedKeyUsage.filter((purpose) => !purposes.includes(purpose));
  if (lacking.length > 0) yield `its extendedKeyUsage lacks ${lacking.join(', ')}`;
  const { algorithm, bits = 0, modulus } = publicKey;
  if (modulus !== undefined && bits < minKeyBits) yield `its key has ${String(bits)} bits`;
  const { hash } = signatureAlgorithm;
  if (minHash === 'sha256' && hash !== undefined && !strongHashes.includes(hash)) yield `it is signed with ${hash}`;
  if (keyType === 'EC' && algorithm !== 'EC') yield `its key is ${algorithm}`;
}
