import type { Bytes } from '../diagnostics/bytes.js';
import type { Certificate } from '../pki/certificate.js';

/** The JWA names (RFC 7518) of the four ways to sign: RSA PKCS#1 v1.5 with SHA-256 or SHA-384, ECDSA P-256 with SHA-256, P-384 with SHA-384. */
export type SigningAlgorithm = 'RS256' | 'RS384' | 'ES256' | 'ES384';

/** An AbortSignal, without asking for DOM or Node types. */
export interface AbortSignalLike {
  readonly aborted: boolean;
  readonly reason?: unknown;
  addEventListener(type: 'abort', listener: () => void, options?: { readonly once?: boolean }): void;
  removeEventListener(type: 'abort', listener: () => void): void;
}

/** What is signed: `bytes` are the DER signed attributes, `digest` is their hash by the signer's algorithm. */
export interface SigningInput {
  readonly bytes: Bytes;
  readonly digest: Bytes;
}

/**
 * The port behind which a key lives: in memory, in a KMS, in an HSM. `sign` returns a PKCS#1 v1.5 signature, or an ECDSA
 * one as DER or as P1363 (r and s, each of the curve's length); which of the two is recognised.
 */
export interface Signer {
  readonly certificate: Certificate;
  /** The issuing certificates, in any order; the signer's own may be among them. */
  readonly chain: readonly Certificate[];
  readonly algorithm: SigningAlgorithm;
  sign(input: SigningInput, options?: { readonly signal?: AbortSignalLike }): Promise<Uint8Array>;
}
