import { types } from 'node:util';
import { escapeText } from '../diagnostics/escape-text.js';
import { ProfilewrightError } from '../diagnostics/profilewright-error.js';
import type { Certificate } from '../pki/certificate.js';
import { readCertificate } from '../pki/read-certificates.js';
import { joinPointer } from '../plist/pointer.js';
import { referenceAt, referencesOf } from '../schema/payload-reference.js';
import { referredKinds } from '../schema/reference-values.js';
import { identityKind } from './identity-kind.js';
import { isIdentity, readIdentity } from './identity.js';
import type { DraftReference, Place } from './payload-draft.js';
import { draftIdentityPayload } from './payloads/identity-payload.js';

/**
 * Takes a certificate or an identity that stands in the content of a payload for a reference to it. Undefined for any other
 * value; what is wrong with that is found elsewhere.
 *
 * @throws ProfilewrightError `ERR_REFERENCE_KIND` when something else is meant there, `ERR_REFERENCE_PLACE` when nothing is
 */
export function takeReference(payloadType: string, value: object, place: Place): DraftReference | undefined {
  const reference = referenceAt(payloadType, place);
  const isTagged = looksLikeIdentity(value);
  if (!isTagged && !looksLikeCertificate(value, reference !== undefined)) return undefined;
  const pointer = place.reduce<string>(joinPointer, '');
  const identity = isTagged ? readIdentity(value, `the value at ${pointer}`) : undefined;
  const found = identity?.[identityKind] ?? 'certificate';
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
  const to = identity === undefined ? readCertificate(value as Certificate) : draftIdentityPayload(identity);
  return Object.freeze({ place: Object.freeze([...place]), payloadTypes, to });
}

/** A getter or a proxy may throw: whoever reads the whole content says so. */
function looksLikeIdentity(value: object): boolean {
  try {
    return isIdentity(value);
  } catch {
    return false;
  }
}

/** At a reference everything with the bytes of a certificate is one; elsewhere, `raw` may be a key like any other. */
function looksLikeCertificate(value: object, isAtReference: boolean): boolean {
  try {
    const isLikely = isAtReference || Object.hasOwn(value, 'fingerprints');
    return isLikely && types.isUint8Array((value as Partial<Certificate>).raw);
  } catch {
    return false;
  }
}
