import type { Certificate } from './certificate.js';
import type { BagAttributes } from './pkcs12-bags.js';
import type { PublicKey } from './public-key.js';

// The key is a parameter, so that what the package declares to its callers does not ask for the types of Node.

/** A certificate as it stands in a PKCS#12 file. */
export interface Pkcs12Certificate extends BagAttributes {
  readonly certificate: Certificate;
}

/** What a PKCS#12 file holds: one private key, and certificates in the order of the file. */
export interface Pkcs12Content<Key = unknown> {
  readonly key: Key;
  readonly keyAttributes: BagAttributes;
  readonly certificates: readonly Pkcs12Certificate[];
}

/** The key of a PKCS#12 file with the certificate that it belongs to, and the others beside it. */
export interface Pkcs12KeyPair<Key = unknown> {
  readonly key: Key;
  readonly publicKey: PublicKey;
  readonly keyAttributes: BagAttributes;
  readonly certificate: Pkcs12Certificate;
  readonly others: readonly Pkcs12Certificate[];
}
