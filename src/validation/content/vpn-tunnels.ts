import type { PlacedDictionary } from '../../profile/codec.js';
import { textOf } from '../../profile/codec.js';
import { isDictionary } from '../../schema/plist-type.js';

const vpnTypes: ReadonlySet<string> = new Set(['com.apple.vpn.managed', 'com.apple.vpn.managed.applayer']);

/** The dictionaries of a VPN payload under some of its keys; the tunnels of an always-on VPN are such of IKEv2. */
export function tunnelsOf({ pointer, dictionary }: PlacedDictionary, keys: readonly string[]): PlacedDictionary[] {
  if (!vpnTypes.has(textOf(dictionary, 'PayloadType') ?? '')) return [];
  const own = keys.map((key) => ({ pointer: `${pointer}/${key}`, dictionary: dictionary[key] }));
  return [...own, ...alwaysOnTunnels({ pointer, dictionary })].filter((place): place is PlacedDictionary =>
    isDictionary(place.dictionary),
  );
}

function alwaysOnTunnels({ pointer, dictionary }: PlacedDictionary): { pointer: string; dictionary: unknown }[] {
  const { AlwaysOn: alwaysOn } = dictionary;
  const tunnels: unknown = isDictionary(alwaysOn) ? alwaysOn['TunnelConfigurations'] : undefined;
  if (!Array.isArray(tunnels)) return [];
  return tunnels.map((tunnel: unknown, index) => ({
    pointer: `${pointer}/AlwaysOn/TunnelConfigurations/${String(index)}`,
    dictionary: tunnel,
  }));
}
