import type { PlistDictionary } from '../plist/value.js';
import { quoted, type EffectivePayload, type ProfileEffect } from './profile-effects.js';

/** What somebody should know before installing a profile of others. */
export interface ProfileRisk extends ProfileEffect {
  readonly kind:
    'management' | 'new-root' | 'traffic' | 'no-removal' | 'password-inside' | 'unknown-payload' | 'weaker-check';
}

const traffic = new Set([
  'com.apple.proxy.http.global',
  'com.apple.vpn.managed',
  'com.apple.dnsSettings.managed',
  'com.apple.dnsProxy.managed',
  'com.apple.relay.managed',
  'com.apple.webcontent-filter',
]);

/**
 * Looks for what reaches far: management by a server, new roots, traffic that takes another way, a profile that cannot be
 * removed, passwords inside, checks that get weaker, and payloads that nobody knows.
 */
export function findRisks(
  profile: PlistDictionary,
  payloads: readonly EffectivePayload[],
  { secrets, isKnown }: { readonly secrets: readonly string[]; readonly isKnown: (type: string) => boolean },
): ProfileRisk[] {
  return [
    ...payloads.flatMap((payload) => risksOf(payload, isKnown)),
    ...removalRisks(profile),
    ...(secrets.length === 0 ? [] : [passwordRisk(secrets)]),
  ];
}

function risksOf(payload: EffectivePayload, isKnown: (type: string) => boolean): ProfileRisk[] {
  const { pointer, type, content, certificates = [] } = payload;
  const roots = certificates.filter(({ role }) => role === 'root');
  const risk = (kind: ProfileRisk['kind'], text: string): ProfileRisk => ({ pointer, kind, text });
  return [
    ...(type === 'com.apple.mdm'
      ? [risk('management', 'the server can change, lock and erase the device from then on')]
      : []),
    ...roots.map(({ name }) =>
      risk('new-root', `whoever holds the key of "${name}" can pass for any server, once it is trusted`),
    ),
    ...(traffic.has(type)
      ? [risk('traffic', `traffic takes another way${via(payload)}, whose owner can watch it`)]
      : []),
    ...(type === 'com.apple.security.certificatetransparency' && Object.keys(content).length > 0
      ? [risk('weaker-check', 'certificates are accepted that stand in no public log')]
      : []),
    ...(content['allowUntrustedTLSPrompt'] === true
      ? [risk('weaker-check', 'people may accept certificates that are not trusted')]
      : []),
    ...(type !== '' && !isKnown(type) ? [risk('unknown-payload', 'Apple does not document this type of payload')] : []),
  ];
}

function via(payload: EffectivePayload): string {
  const paths = [
    ['ProxyServer'],
    ['ProxyPACURL'],
    ['UserDefinedName'],
    ['DNSSettings', 'ServerURL'],
    ['DNSSettings', 'ServerName'],
  ];
  const name = paths.map((path) => quoted(payload, ...path)).find((text) => text !== undefined);
  return name === undefined ? '' : `, by ${name}`;
}

function removalRisks(profile: PlistDictionary): ProfileRisk[] {
  if (profile['PayloadRemovalDisallowed'] !== true) return [];
  const text = 'the profile cannot be removed by hand, or only with a password';
  return [{ pointer: '/PayloadRemovalDisallowed', kind: 'no-removal', text }];
}

function passwordRisk(secrets: readonly string[]): ProfileRisk {
  const values = secrets.length === 1 ? 'a secret stands' : `${String(secrets.length)} secrets stand`;
  return { pointer: secrets[0] ?? '', kind: 'password-inside', text: `${values} in the file for whoever gets it` };
}
