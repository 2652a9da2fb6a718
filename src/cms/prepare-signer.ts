import { createPublicKey, type KeyObject } from 'node:crypto';
import { derNull, derOid, derSequence } from '../asn1/der.js';
import type { Certificate } from '../pki/certificate.js';
import { isCertificate } from '../pki/is-certificate.js';
import { chooseAlgorithm, RSA_ENCRYPTION, signingSchemes, type SigningScheme } from './algorithms.js';
import { orderChain } from './order-chain.js';
import { encodeSignerInfoHead } from './signer-info.js';
import type { Signer } from './signer.js';

/** What is the same in every signature of a signer, made once. */
export interface PreparedSigner {
  readonly scheme: SigningScheme;
  readonly publicKey: KeyObject;
  /** Octets of an RSA signature; undefined for ECDSA. */
  readonly rsaLength?: number;
  /** The chain as it is sent, leaf first. */
  readonly chain: readonly Certificate[];
  /** The certificates of the signer that do not belong to its chain. */
  readonly unused: readonly Certificate[];
  readonly certificates: Uint8Array;
  readonly signerInfoHead: Uint8Array;
  readonly digestAlgorithm: Uint8Array;
  readonly signatureAlgorithm: Uint8Array;
}

interface Entry extends Pick<Signer, 'certificate' | 'chain' | 'algorithm'> {
  readonly prepared: PreparedSigner;
}

const known = new WeakMap<Signer, Entry>();

/**
 * Prepares a signer on its first use. A signer that comes with another certificate later is prepared again.
 *
 * @throws ProfilewrightError `ERR_KEY_UNSUPPORTED`, `ERR_KEY_WEAK`, `ERR_KEY_ALGORITHM` when its algorithm does not fit its certificate
 * @throws TypeError when it is no signer
 */
export function prepareSigner(signer: Signer): PreparedSigner {
  assertSigner(signer);
  const { certificate, chain, algorithm } = signer;
  const entry = known.get(signer);
  if (entry?.certificate === certificate && entry.algorithm === algorithm && isSameChain(entry.chain, chain)) {
    return entry.prepared;
  }
  assertCertificates(certificate, chain);
  const prepared = prepare({ certificate, chain, algorithm });
  known.set(signer, { certificate, chain: [...chain], algorithm, prepared });
  return prepared;
}

/** The members are compared: whoever implements a signer may add to its array. */
function isSameChain(one: readonly Certificate[], other: readonly Certificate[]): boolean {
  return one.length === other.length && one.every((certificate, index) => certificate === other[index]);
}

function prepare({ certificate, chain: pool, algorithm }: Pick<Signer, 'certificate' | 'chain' | 'algorithm'>) {
  const { publicKey } = certificate;
  const scheme = signingSchemes[chooseAlgorithm(publicKey, algorithm)];
  const isRsa = scheme.signatureOid === RSA_ENCRYPTION;
  const digestAlgorithm = derSequence(derOid(scheme.digestOid));
  const chain = orderChain(certificate, pool);
  const used = new Set(chain.map(({ fingerprints }) => fingerprints.sha256));
  return Object.freeze({
    scheme,
    publicKey: createPublicKey({ key: Buffer.from(publicKey.spki), format: 'der', type: 'spki' }),
    ...(isRsa ? { rsaLength: Math.ceil((publicKey.bits ?? 0) / 8) } : {}),
    chain: Object.freeze(chain),
    unused: Object.freeze(pool.filter(({ fingerprints }) => !used.has(fingerprints.sha256))),
    certificates: Buffer.concat(chain.map(({ raw }) => raw)),
    signerInfoHead: encodeSignerInfoHead(certificate, digestAlgorithm),
    digestAlgorithm,
    signatureAlgorithm: derSequence(derOid(scheme.signatureOid), ...(isRsa ? [derNull()] : [])),
  });
}

function assertSigner(signer: unknown): void {
  const { certificate, chain, sign } = (signer ?? {}) as { [Key in keyof Signer]?: unknown };
  if (typeof certificate !== 'object' || !Array.isArray(chain) || typeof sign !== 'function') {
    throw new TypeError('signer must be a Signer: an object with certificate, chain, algorithm and sign');
  }
}

/** Only of a signer that is new, or has changed: those that were looked at are the same objects. */
function assertCertificates(certificate: unknown, chain: readonly unknown[]): void {
  if (!isCertificate(certificate)) {
    throw new TypeError('signer.certificate must be a certificate (from readCertificate)');
  }
  if (!chain.every(isCertificate)) {
    throw new TypeError('signer.chain must be an array of certificates (from readCertificates)');
  }
}
