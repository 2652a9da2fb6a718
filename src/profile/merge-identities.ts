import { ProfilewrightError } from '../diagnostics/profilewright-error.js';
import type { Certificate } from '../pki/certificate.js';
import { identityKind } from './identity-kind.js';
import type { Identity } from './identity.js';
import type { Pkcs12Identity } from './pkcs12-identity.js';

/**
 * What two copies of one identity say together; `one` itself when the other says nothing more. A device imports a key once,
 * so that there is one payload for all copies.
 *
 * @throws ProfilewrightError `ERR_IDENTITY_OPTIONS` when they contradict each other
 */
export function mergeIdentities(one: Identity, other: Identity): Identity {
  if (one === other) return one;
  if (one[identityKind] === 'pkcs12') return mergeFiles(one, other as Pkcs12Identity);
  const known: readonly Certificate[] = trustOf(one);
  const trusted = new Set(known.map(({ fingerprints }) => fingerprints.sha256));
  const more = trustOf(other).filter(({ fingerprints }) => !trusted.has(fingerprints.sha256));
  return more.length === 0 ? one : Object.freeze({ ...one, trust: Object.freeze([...known, ...more]) });
}

/** The roots by which a device trusts the server that it gets its identity from. */
export function trustOf(identity: Identity): readonly Certificate[] {
  return 'trust' in identity ? (identity.trust ?? []) : [];
}

function mergeFiles(one: Pkcs12Identity, other: Pkcs12Identity): Pkcs12Identity {
  const { password = other.password } = one;
  const allowAllAppsAccess = agreed('allowAllAppsAccess', one, other);
  const keyIsExtractable = agreed('keyIsExtractable', one, other);
  const isSame =
    password === one.password &&
    allowAllAppsAccess === one.allowAllAppsAccess &&
    keyIsExtractable === one.keyIsExtractable;
  if (isSame) return one;
  return Object.freeze({
    ...one,
    ...(password === undefined ? {} : { password }),
    ...(allowAllAppsAccess === undefined ? {} : { allowAllAppsAccess }),
    ...(keyIsExtractable === undefined ? {} : { keyIsExtractable }),
  });
}

function agreed(
  option: 'allowAllAppsAccess' | 'keyIsExtractable',
  { [option]: one }: Pkcs12Identity,
  { [option]: other }: Pkcs12Identity,
): boolean | undefined {
  if (one !== undefined && other !== undefined && one !== other) {
    throw new ProfilewrightError('ERR_IDENTITY_OPTIONS', { option });
  }
  return one ?? other;
}
