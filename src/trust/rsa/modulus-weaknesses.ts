import type { PublicKey } from '../../pki/public-key.js';
import { searchClosePrimes } from './close-primes.js';
import { isRocaModulus } from './roca.js';
import { findSmallFactor } from './small-factor.js';

/** What makes an RSA modulus easy to factor. */
export interface ModulusWeaknesses {
  readonly smallFactor?: number;
  readonly hasClosePrimes: boolean;
  readonly isRoca: boolean;
}

/** Longer ones are refused for their size alone: the arithmetic would only cost time. */
const MAX_BITS = 16384;

const known = new WeakMap<PublicKey, ModulusWeaknesses>();

/** Tests the modulus of an RSA key once a key: one root usually stands in many profiles. Undefined for other keys. */
export function findModulusWeaknesses(publicKey: PublicKey): ModulusWeaknesses | undefined {
  const { modulus, bits } = publicKey;
  if (modulus === undefined || bits === undefined || bits > MAX_BITS) return undefined;
  const found = known.get(publicKey) ?? testModulus(modulus);
  known.set(publicKey, found);
  return found;
}

function testModulus(modulus: bigint): ModulusWeaknesses {
  const smallFactor = findSmallFactor(modulus);
  return {
    ...(smallFactor === undefined ? {} : { smallFactor }),
    hasClosePrimes: searchClosePrimes(modulus).found,
    isRoca: isRocaModulus(modulus),
  };
}
