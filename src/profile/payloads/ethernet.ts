import { eapTable, type EapOptions } from './eap.js';
import { requiredOption } from '../read-options.js';
import type { ExtraOption, PayloadMapping } from './map-options.js';
import { choice, choices, group } from './option-table.js';
import { proxyTable, type NetworkProxyOptions } from './proxy.js';

/** Options of {@link ProfileBuilder.addEthernet}. */
export interface EthernetOptions extends ExtraOption<'com.apple.globalethernet.managed'> {
  /**
   * Interface, and the payload type with it: `GlobalEthernet` are all of them, also on iOS and tvOS; the others are for
   * macOS, the first to the third that there are, or that are connected.
   */
  readonly interface: EthernetInterface;
  /** EAPClientConfiguration: 802.1X. */
  readonly eap?: EapOptions;
  readonly proxy?: NetworkProxyOptions;
  /** SetupModes: on a Mac, the login window or the system as a whole connect. `System` unless given. */
  readonly setupModes?: readonly ('System' | 'Loginwindow')[];
}

export type EthernetInterface = keyof typeof types;

const types = {
  GlobalEthernet: 'com.apple.globalethernet.managed',
  FirstEthernet: 'com.apple.firstethernet.managed',
  SecondEthernet: 'com.apple.secondethernet.managed',
  ThirdEthernet: 'com.apple.thirdethernet.managed',
  FirstActiveEthernet: 'com.apple.firstactiveethernet.managed',
  SecondActiveEthernet: 'com.apple.secondactiveethernet.managed',
  ThirdActiveEthernet: 'com.apple.thirdactiveethernet.managed',
} as const;

export const ethernet: PayloadMapping<EthernetOptions> = {
  type: (options) => {
    requiredOption('options.interface', options.interface);
    return types[options.interface];
  },
  options: {
    interface: choice('Interface', Object.keys(types) as EthernetInterface[]),
    eap: group('EAPClientConfiguration', eapTable),
    proxy: group('', proxyTable),
    setupModes: choices('SetupModes', ['System', 'Loginwindow']),
  },
};
