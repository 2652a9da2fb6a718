import { sign, type KeyObject } from 'node:crypto';
import { types } from 'node:util';
import { assertKnownOptions } from '../diagnostics/assert-known-options.js';
import { ProfilewrightError } from '../diagnostics/profilewright-error.js';
import type { Certificate } from '../pki/certificate.js';
import type { Pkcs12Limits } from '../pki/iteration-budget.js';
import type { KeyInput } from '../pki/key-input.js';
import { assertKeyWorks, belongsTo, readOwnPublicKey } from '../pki/own-public-key.js';
import { readPkcs12 } from '../pki/pkcs12.js';
import { readPrivateKey } from '../pki/private-key.js';
import { readNamedCertificates, type CertificateInput } from '../pki/read-certificates.js';
import { chooseAlgorithm, signingSchemes } from './algorithms.js';
import type { Signer, SigningAlgorithm } from './signer.js';

/** Who signs: a key with its certificate, or a PKCS#12 file that holds both. */
export type SignerInput =
  | {
      readonly key: KeyInput;
      /** For encrypted keys. */
      readonly passphrase?: string | Uint8Array;
      /** The certificate of the key; its issuers may be among these, in any order. */
      readonly certificate: CertificateInput;
      /** Issuing certificates, in any order. */
      readonly chain?: CertificateInput;
    }
  | { readonly pkcs12: Uint8Array; readonly passphrase: string; readonly chain?: CertificateInput };

/** The limits are for PKCS#12 files. */
export interface CreateSignerOptions extends Pkcs12Limits {
  /** `RS256` unless given for RSA keys, which can do `RS384` too; P-256 signs with `ES256`, P-384 with `ES384`. */
  readonly algorithm?: SigningAlgorithm;
}

type Names<Options> = Readonly<Record<keyof Options, true>>;

const keyInput: Names<Extract<SignerInput, { key: unknown }>> = {
  key: true,
  passphrase: true,
  certificate: true,
  chain: true,
};
const pkcs12Input: Names<Extract<SignerInput, { pkcs12: unknown }>> = { pkcs12: true, passphrase: true, chain: true };
const knownOptions: Names<CreateSignerOptions> = {
  algorithm: true,
  maxPkcs12KdfIterations: true,
  maxPbkdf2Iterations: true,
};

/**
 * Makes a signer of a key in memory: RSA with 2048 bits or more (PKCS#1 v1.5), P-256 or P-384. The key stays inside.
 *
 * @throws ProfilewrightError `ERR_KEY_*`, `ERR_PKCS12_*`, and what reading certificates throws
 * @throws TypeError for arguments of another type
 * @example
 * const signer = await createSigner({ key: readFileSync('signer.key'), certificate: readFileSync('fullchain.pem') });
 */
export async function createSigner(input: SignerInput, options: CreateSignerOptions = {}): Promise<Signer> {
  assertKnownOptions('options', options, knownOptions);
  const { key, certificates } = readIdentity(input, options);
  const publicKey = readOwnPublicKey(key);
  const algorithm = chooseAlgorithm(publicKey.facts, options.algorithm);
  const certificate = certificates.find((candidate) => belongsTo(publicKey, candidate));
  if (certificate === undefined) {
    throw new ProfilewrightError('ERR_KEY_MISMATCH', { names: certificates.slice(0, 20).map(({ name }) => name) });
  }
  chooseAlgorithm(certificate.publicKey, algorithm);
  const signWithKey =
    publicKey.facts.algorithm === 'RSA' ? rsaSign(key, algorithm, publicKey.facts.bits) : ecSign(key, algorithm);
  assertKeyWorks(key, publicKey);
  const chain = [...certificates.filter((other) => other !== certificate), ...readChain(input.chain)];
  return Promise.resolve(Object.freeze({ certificate, chain: Object.freeze(chain), algorithm, sign: signWithKey }));
}

function readIdentity(
  input: SignerInput,
  options: CreateSignerOptions,
): { key: KeyObject; certificates: readonly Certificate[] } {
  const given: unknown = input;
  if (typeof given !== 'object' || given === null) throw new TypeError('input must be an object');
  assertKnownOptions('input', input, 'pkcs12' in input ? pkcs12Input : keyInput);
  if ('pkcs12' in input) {
    const { pkcs12, passphrase } = input;
    const bytes: unknown = pkcs12;
    if (!types.isUint8Array(bytes)) throw new TypeError('input.pkcs12 must be a Uint8Array');
    if (typeof passphrase !== 'string') throw new TypeError('input.passphrase must be a string');
    const { maxPkcs12KdfIterations, maxPbkdf2Iterations } = options;
    const limits = { maxPkcs12KdfIterations, maxPbkdf2Iterations };
    const { key, certificates } = readPkcs12(pkcs12, { password: passphrase, ...limits });
    return { key, certificates: certificates.map(({ certificate }) => certificate) };
  }
  const key = readPrivateKey(input.key, input.passphrase);
  return { key, certificates: readNamedCertificates('input.certificate', input.certificate) };
}

function readChain(chain: CertificateInput | undefined): Certificate[] {
  const isEmpty = chain === undefined || (Array.isArray(chain) && chain.length === 0);
  return isEmpty ? [] : readNamedCertificates('input.chain', chain);
}

/** Above this size the way through the thread pool costs little beside the signature. */
const MAX_BLOCKING_BITS = 2048;

/** RSA signs in the thread pool, which uses all cores; a small key that signs alone is quicker without the way there. */
function rsaSign(key: KeyObject, algorithm: SigningAlgorithm, bits = 0): Signer['sign'] {
  const { hash } = signingSchemes[algorithm];
  let inFlight = 0;
  return async ({ bytes }) => {
    inFlight += 1;
    try {
      if (inFlight > 1 || bits > MAX_BLOCKING_BITS) return await signInPool(hash, bytes, key);
      const signature = sign(hash, bytes, key);
      await Promise.resolve(); // Calls made side by side in this turn must find this one in flight.
      return signature;
    } finally {
      inFlight -= 1;
    }
  };
}

function signInPool(hash: string, bytes: Uint8Array, key: KeyObject): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    sign(hash, bytes, key, (error, signature) => (error === null ? resolve(signature) : reject(error)));
  });
}

/** One ECDSA signature costs less than handing it to another thread. */
function ecSign(key: KeyObject, algorithm: SigningAlgorithm): Signer['sign'] {
  const { hash } = signingSchemes[algorithm];
  return async ({ bytes }) => Promise.resolve(sign(hash, bytes, key));
}
