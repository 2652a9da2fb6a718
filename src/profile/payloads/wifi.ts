import { eapTable, type EapOptions } from './eap.js';
import type { ExtraOption, PayloadMapping } from './map-options.js';
import { choice, choices, flag, group, text, texts, type OptionTable } from './option-table.js';
import { proxyTable, type NetworkProxyOptions } from './proxy.js';

/** Passpoint: networks that are known by their operator and not by their name. */
export interface PasspointOptions {
  /** DomainName: the domain of the operator. */
  readonly domainName?: string;
  /** DisplayedOperatorName: the name that the device shows. */
  readonly operatorName?: string;
  /** RoamingConsortiumOIs: 6 or 9 hexadecimal digits each. */
  readonly roamingConsortiumOis?: readonly string[];
  /** NAIRealmNames. */
  readonly naiRealmNames?: readonly string[];
  /** MCCAndMNCs: 6 digits each, the codes of country and network. */
  readonly mccAndMncs?: readonly string[];
  /** HESSID. */
  readonly hessid?: string;
  /** ServiceProviderRoamingEnabled: joins networks of partners. False unless given. */
  readonly roamingEnabled?: boolean;
}

/** QoSMarkingPolicy: which apps may have their traffic favoured on networks that mark it. */
export interface QosOptions {
  /** QoSMarkingEnabled. True unless given. */
  readonly enabled?: boolean;
  /** QoSMarkingAppleAudioVideoCalls. True unless given. */
  readonly appleAudioVideoCalls?: boolean;
  /** QoSMarkingAllowListAppIdentifiers: bundle identifiers. */
  readonly allowedAppIdentifiers?: readonly string[];
}

/** Options of {@link ProfileBuilder.addWifi}: a network, by its name or by its operator. */
export interface WifiOptions extends ExtraOption<'com.apple.wifi.managed'> {
  /** SSID_STR: the name of the network. */
  readonly ssid?: string;
  /** HIDDEN_NETWORK: the network does not tell its name. False unless given. */
  readonly hidden?: boolean;
  /** AutoJoin. True unless given. */
  readonly autoJoin?: boolean;
  /** EncryptionType: `None` is an open network, `WPA2` and `WPA3` are the least that is accepted. `Any` unless given. */
  readonly encryption?: 'WEP' | 'WPA' | 'WPA2' | 'WPA3' | 'Any' | 'None';
  /** Password: the pre-shared key of the network. */
  readonly password?: string;
  /** EAPClientConfiguration: a network that asks each device or person who it is. */
  readonly eap?: EapOptions;
  readonly proxy?: NetworkProxyOptions;
  readonly passpoint?: PasspointOptions;
  readonly qos?: QosOptions;
  /** IsHotspot. False unless given. */
  readonly isHotspot?: boolean;
  /** CaptiveBypass: does not look for a sign-in page. False unless given. */
  readonly captiveBypass?: boolean;
  /** DisableAssociationMACRandomization: shows the hardware's address to this network. False unless given. */
  readonly disableMacRandomization?: boolean;
  /** EnableIPv6. True unless given. */
  readonly enableIpv6?: boolean;
  /** SetupModes: on a Mac, the login window or the system as a whole connect. */
  readonly setupModes?: readonly ('System' | 'Loginwindow')[];
  /** AllowJoinBeforeFirstUnlock, on visionOS. False unless given. */
  readonly allowJoinBeforeFirstUnlock?: boolean;
}

const passpointTable: OptionTable<PasspointOptions> = {
  domainName: text('DomainName'),
  operatorName: text('DisplayedOperatorName'),
  roamingConsortiumOis: texts('RoamingConsortiumOIs'),
  naiRealmNames: texts('NAIRealmNames'),
  mccAndMncs: texts('MCCAndMNCs'),
  hessid: text('HESSID'),
  roamingEnabled: flag('ServiceProviderRoamingEnabled'),
};

const qosTable: OptionTable<QosOptions> = {
  enabled: flag('QoSMarkingEnabled'),
  appleAudioVideoCalls: flag('QoSMarkingAppleAudioVideoCalls'),
  allowedAppIdentifiers: texts('QoSMarkingAllowListAppIdentifiers'),
};

export const wifi: PayloadMapping<WifiOptions> = {
  type: 'com.apple.wifi.managed',
  options: {
    ssid: text('SSID_STR'),
    hidden: flag('HIDDEN_NETWORK'),
    autoJoin: flag('AutoJoin'),
    encryption: choice('EncryptionType', ['WEP', 'WPA', 'WPA2', 'WPA3', 'Any', 'None']),
    password: text('Password'),
    eap: group('EAPClientConfiguration', eapTable),
    proxy: group('', proxyTable),
    passpoint: group('', passpointTable),
    qos: group('QoSMarkingPolicy', qosTable),
    isHotspot: flag('IsHotspot'),
    captiveBypass: flag('CaptiveBypass'),
    disableMacRandomization: flag('DisableAssociationMACRandomization'),
    enableIpv6: flag('EnableIPv6'),
    setupModes: choices('SetupModes', ['System', 'Loginwindow']),
    allowJoinBeforeFirstUnlock: flag('AllowJoinBeforeFirstUnlock'),
  },
};
