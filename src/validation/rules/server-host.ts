import { issue, type Issue } from '../../diagnostics/issue.js';
import { textOf, type PlacedDictionary } from '../../profile/codec.js';
import { tunnelsOf } from '../content/vpn-tunnels.js';
import type { ProfileContext } from './profile-rule.js';

/** Keys that hold a host, and beside which port, path and TLS have keys of their own. */
const hostKeys: Readonly<Record<string, readonly string[]>> = {
  'com.apple.caldav.account': ['CalDAVHostName'],
  'com.apple.carddav.account': ['CardDAVHostName'],
  'com.apple.eas.account': ['Host'],
  'com.apple.ews.account': ['Host'],
  'com.apple.mail.managed': ['IncomingMailServerHostName', 'OutgoingMailServerHostName'],
  'com.apple.proxy.http.global': ['ProxyServer'],
  'com.apple.wifi.managed': ['ProxyServer'],
};

/** A server is named by its host, where an account or a network asks for no URL. */
export function* serverIsHost({ payloads }: ProfileContext): Generator<Issue> {
  for (const payload of payloads) {
    const type = textOf(payload.dictionary, 'PayloadType') ?? '';
    yield* urlsIn(payload, Object.hasOwn(hostKeys, type) ? (hostKeys[type] ?? []) : []);
    for (const tunnel of tunnelsOf(payload, ['IKEv2'])) yield* urlsIn(tunnel, ['RemoteAddress']);
  }
}

function* urlsIn({ pointer, dictionary }: PlacedDictionary, keys: readonly string[]): Generator<Issue> {
  for (const key of keys) {
    if (textOf(dictionary, key)?.includes('://') === true) {
      yield issue('server-host', { pointer: `${pointer}/${key}` }, { key });
    }
  }
}
