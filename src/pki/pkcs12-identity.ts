import type { KeyObject } from 'node:crypto';
import { equalBytes } from '../asn1/der.js';
import { ProfilewrightError } from '../diagnostics/profilewright-error.js';
import { assertKeyWorks, belongsTo, readOwnPublicKey } from './own-public-key.js';
import type { BagAttributes } from './pkcs12-bags.js';
import type { Pkcs12Content, Pkcs12KeyPair } from './pkcs12-content.js';

/**
 * Finds the certificate of the key: by the key itself, of several the one that the file pairs with it. That key and
 * certificate belong together is shown, not believed.
 *
 * @throws ProfilewrightError `ERR_KEY_MISMATCH`, `ERR_KEY_MALFORMED`, `ERR_KEY_UNSUPPORTED`
 */
export function pairKey({ key, keyAttributes, certificates }: Pkcs12Content<KeyObject>): Pkcs12KeyPair<KeyObject> {
  const own = readOwnPublicKey(key);
  assertKeyWorks(key, own);
  const candidates = certificates.filter(({ certificate }) => belongsTo(own, certificate));
  const certificate = candidates.find((candidate) => arePaired(keyAttributes, candidate)) ?? candidates[0];
  if (certificate === undefined) {
    const names = certificates.slice(0, 20).map(({ certificate: { name } }) => name);
    throw new ProfilewrightError('ERR_KEY_MISMATCH', { names });
  }
  const others = certificates.filter((other) => other !== certificate);
  return { key, publicKey: own.facts, keyAttributes, certificate, others };
}

/** Whether Apple's reader takes the two bags for one identity: by localKeyID, and by friendlyName where there is none. */
export function arePaired(key: BagAttributes, certificate: BagAttributes): boolean {
  if (key.localKeyID !== undefined || certificate.localKeyID !== undefined) {
    const [one, other] = [key.localKeyID, certificate.localKeyID];
    return one !== undefined && other !== undefined && equalBytes(one, other);
  }
  return key.friendlyName !== undefined && key.friendlyName === certificate.friendlyName;
}
