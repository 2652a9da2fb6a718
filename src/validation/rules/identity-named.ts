import { issue, type Issue } from '../../diagnostics/issue.js';
import type { PlistDictionary, PlistValue } from '../../plist/value.js';
import { textOf, type PlacedDictionary } from '../../profile/codec.js';
import { isDictionary } from '../../schema/plist-type.js';
import { tunnelsOf } from '../content/vpn-tunnels.js';
import type { ProfileContext } from './profile-rule.js';

/** A payload by which the device proves who it is with a certificate, and that names none. */
export function* identityIsNamed({ payloads }: ProfileContext): Generator<Issue> {
  for (const payload of payloads) {
    const { pointer, dictionary } = payload;
    if (isEapTls(dictionary['EAPClientConfiguration']) && lacksIdentity(dictionary)) {
      yield issue('identity-missing', { pointer }, { why: 'EAP-TLS is all that is accepted' });
    }
    for (const tunnel of certificateTunnels(payload)) {
      if (!lacksIdentity(tunnel.dictionary)) continue;
      yield issue('identity-missing', { pointer: tunnel.pointer }, { why: 'AuthenticationMethod is Certificate' });
    }
  }
}

const EAP_TLS = 13;

/** Whether nothing but EAP-TLS is accepted, and not without a proof of the client. */
function isEapTls(eap: PlistValue | undefined): boolean {
  if (!isDictionary(eap) || eap['TLSCertificateIsRequired'] === false) return false;
  const types: unknown = eap['AcceptEAPTypes'];
  return Array.isArray(types) && types.length > 0 && types.every((type) => type === EAP_TLS);
}

function certificateTunnels(payload: PlacedDictionary): PlacedDictionary[] {
  return tunnelsOf(payload, ['IKEv2', 'VPN', 'IPSec', 'TransparentProxy']).filter(
    ({ dictionary }) => textOf(dictionary, 'AuthenticationMethod') === 'Certificate',
  );
}

const lacksIdentity = (dictionary: PlistDictionary): boolean => dictionary['PayloadCertificateUUID'] === undefined;
