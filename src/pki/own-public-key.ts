import { createPublicKey, sign, verify, type KeyObject } from 'node:crypto';
import { readBer } from '../asn1/ber.js';
import { equalBytes } from '../asn1/der.js';
import { ProfilewrightError } from '../diagnostics/profilewright-error.js';
import type { Certificate } from './certificate.js';
import { readPublicKey, type PublicKey } from './public-key.js';

/** The public part of a private key: for node:crypto, and as a certificate would have it. */
export interface OwnPublicKey {
  readonly own: KeyObject;
  readonly facts: PublicKey;
}

/** @throws ProfilewrightError `ERR_KEY_UNSUPPORTED` */
export function readOwnPublicKey(key: KeyObject): OwnPublicKey {
  const own = createPublicKey(key);
  const spki = own.export({ format: 'der', type: 'spki' });
  const facts = readPublicKey(readBer(spki, { what: 'the public key' }));
  if (facts === undefined) throw new ProfilewrightError('ERR_KEY_UNSUPPORTED', { found: key.asymmetricKeyType ?? '' });
  return { own, facts };
}

/** The bytes are compared; where they differ, so may the spelling of one key alone: points can be compressed. */
export function belongsTo({ own, facts }: OwnPublicKey, { publicKey }: Certificate): boolean {
  if (equalBytes(facts.spki, publicKey.spki)) return true;
  if (facts.algorithm !== publicKey.algorithm || facts.bits !== publicKey.bits) return false;
  try {
    return createPublicKey({ key: Buffer.from(publicKey.spki), format: 'der', type: 'spki' }).equals(own);
  } catch {
    // A key that OpenSSL cannot load is not this one, which it could.
    return false;
  }
}

/**
 * OpenSSL does not compare the private part of a key with the public one. What such a key signs is worthless, and by a
 * damaged RSA key it may give the key away. Very large keys are not tried: one signature would take minutes.
 *
 * @throws ProfilewrightError `ERR_KEY_MALFORMED`, `ERR_KEY_UNSUPPORTED`
 */
export function assertKeyWorks(key: KeyObject, { own, facts }: OwnPublicKey): void {
  const { algorithm, bits = 0 } = facts;
  if (bits > MAX_BITS) throw new ProfilewrightError('ERR_KEY_UNSUPPORTED', { found: `${algorithm} ${String(bits)}` });
  if (agreesOnly.has(key.asymmetricKeyType ?? '') || canSign(key, own)) return;
  throw new ProfilewrightError('ERR_KEY_MALFORMED', {
    reason: 'its private and its public part do not belong together',
  });
}

/** With a larger modulus OpenSSL verifies nothing. */
const MAX_BITS = 16_384;
/** Keys that sign nothing. */
const agreesOnly: ReadonlySet<string> = new Set(['x25519', 'x448', 'dh']);

function canSign(key: KeyObject, own: KeyObject): boolean {
  const hash = key.asymmetricKeyType?.startsWith('ed') === true ? null : 'sha256';
  const bytes = new Uint8Array(32);
  try {
    return verify(hash, bytes, own, sign(hash, bytes, key));
  } catch {
    // What OpenSSL says of a damaged key may quote it.
    return false;
  }
}
