import { issue, type Issue } from '../../diagnostics/issue.js';
import { textOf, type PlacedDictionary } from '../../profile/codec.js';
import { isDictionary } from '../../schema/plist-type.js';
import { tunnelsOf } from '../content/vpn-tunnels.js';
import type { ProfileContext } from './profile-rule.js';

const versions = ['1.0', '1.1', '1.2', '1.3'];
const GREATEST = '1.2';

/** EAP with TLS needs a version that is neither below the least nor above the greatest. */
export function* tlsVersionsAreARange({ payloads }: ProfileContext): Generator<Issue> {
  for (const { pointer, dictionary } of payloads.flatMap(eapPlaces)) {
    const [least, given] = [textOf(dictionary, 'TLSMinimumVersion'), textOf(dictionary, 'TLSMaximumVersion')];
    const greatest = given ?? GREATEST;
    // What is no version at all is told by the schema.
    if (least === undefined || !versions.includes(least) || !versions.includes(greatest) || least <= greatest) continue;
    yield issue('tls-version-range', { pointer }, { least, greatest, isWritten: given !== undefined });
  }
}

function eapPlaces(payload: PlacedDictionary): PlacedDictionary[] {
  const eap = payload.dictionary['EAPClientConfiguration'];
  const own = isDictionary(eap) ? [{ pointer: `${payload.pointer}/EAPClientConfiguration`, dictionary: eap }] : [];
  return [...own, ...tunnelsOf(payload, ['IKEv2'])];
}
