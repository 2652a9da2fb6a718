import { types } from 'node:util';
import { escapeText } from '../diagnostics/escape-text.js';
import { ProfilewrightError } from '../diagnostics/profilewright-error.js';
import type { Certificate } from '../pki/certificate.js';
import { readCertificate } from '../pki/read-certificates.js';
import { joinPointer } from '../plist/pointer.js';
import { referenceAt, referencesOf } from '../schema/payload-reference.js';
import { referredKinds, type ReferredKind } from '../schema/reference-values.js';
import { identityKind, isIdentity, readIdentity, type Identity } from './identity.js';

/** The keys and indexes that lead to a value in the content of a payload. */
export type Place = readonly (string | number)[];

/** A place in a payload where the PayloadUUID of another one is to stand. */
export interface DraftReference {
  readonly place: Place;
  /** The types of which the other payload may be. */
  readonly payloadTypes: readonly string[];
  readonly to: Certificate | Identity;
}

/**
 * Takes a certificate or an identity that stands in the content of a payload for a reference to it. Undefined for any other
 * value; what is wrong with that is found elsewhere.
 *
 * @throws ProfilewrightError `ERR_REFERENCE_KIND` when something else is meant there, `ERR_REFERENCE_PLACE` when nothing is
 */
export function takeReference(payloadType: string, value: object, place: Place): DraftReference | undefined {
  const reference = referenceAt(payloadType, place);
  const found = kindOf(value, reference !== undefined);
  if (found === undefined) return undefined;
  const pointer = place.reduce<string>(joinPointer, '');
  const type = escapeText(payloadType, 80);
  if (reference === undefined) {
    const places = referencesOf(payloadType).map(({ path }) => path);
    throw new ProfilewrightError('ERR_REFERENCE_PLACE', { payloadType: type, pointer, found, places });
  }
  const { payloadTypes } = reference;
  const expected = referredKinds(payloadTypes);
  if (!expected.includes(found)) {
    throw new ProfilewrightError('ERR_REFERENCE_KIND', { payloadType: type, pointer, found, expected });
  }
  const to = isIdentity(value) ? readIdentity(value, `the value at ${pointer}`) : readCertificate(value as Certificate);
  return Object.freeze({ place: Object.freeze([...place]), payloadTypes, to });
}

/** At a reference everything with the bytes of a certificate is one; elsewhere, `raw` may be a key like any other. */
function kindOf(value: object, isAtReference: boolean): ReferredKind | undefined {
  try {
    if (isIdentity(value)) return value[identityKind];
    const { raw, fingerprints } = value as Partial<Certificate>;
    const isCertificate = types.isUint8Array(raw) && (isAtReference || typeof fingerprints?.sha256 === 'string');
    return isCertificate ? 'certificate' : undefined;
  } catch {
    // A getter or a proxy throws: whoever reads the whole content says so.
    return undefined;
  }
}
