import { ikev2Table, type Ikev2Options } from './ikev2.js';
import { bit, choice, choices, list, text, type OptionTable } from './option-table.js';

/** A tunnel that is always there, for some interfaces. */
export interface AlwaysOnTunnel extends Ikev2Options {
  /** ProtocolType. */
  readonly protocol: 'IKEv2';
  /** Interfaces; all unless given. */
  readonly interfaces?: readonly ('Cellular' | 'WiFi')[];
}

/** A service that goes past the tunnels, or nowhere. */
export interface AlwaysOnServiceException {
  /** ServiceName. */
  readonly service: 'VoiceMail' | 'AirPrint' | 'CellularServices' | 'DeviceCommunication';
  /** Action. */
  readonly action: 'Allow' | 'Drop';
}

/** An app that goes past the tunnels. */
export interface AlwaysOnAppException {
  /** BundleIdentifier. */
  readonly bundleIdentifier: string;
  /** LimitToProtocols; all unless given. */
  readonly protocols?: readonly 'UDP'[];
}

/** A VPN without which a supervised iPhone has no network. */
export interface AlwaysOnOptions {
  /** TunnelConfigurations. */
  readonly tunnels: readonly AlwaysOnTunnel[];
  /** UIToggleEnabled: the user may switch it off. False unless given. */
  readonly userToggle?: boolean;
  /** ServiceExceptions. */
  readonly serviceExceptions?: readonly AlwaysOnServiceException[];
  /** ApplicationExceptions. */
  readonly appExceptions?: readonly AlwaysOnAppException[];
  /** AllowCaptiveWebSheet: sign-in pages of Wi-Fi networks go past the tunnels. False unless given. */
  readonly allowCaptiveWebSheet?: boolean;
  /** AllowAllCaptiveNetworkPlugins. False unless given. */
  readonly allowAllCaptivePlugins?: boolean;
  /** AllowedCaptiveNetworkPlugins: sign-in apps, when not all are allowed. */
  readonly allowedCaptivePlugins?: readonly { readonly bundleIdentifier: string }[];
}

const bundleIdentifier = text('BundleIdentifier');

export const alwaysOnTable: OptionTable<AlwaysOnOptions> = {
  tunnels: list('TunnelConfigurations', {
    protocol: choice('ProtocolType', ['IKEv2']),
    interfaces: choices('Interfaces', ['Cellular', 'WiFi']),
    ...ikev2Table,
  }),
  userToggle: bit('UIToggleEnabled'),
  serviceExceptions: list('ServiceExceptions', {
    service: choice('ServiceName', ['VoiceMail', 'AirPrint', 'CellularServices', 'DeviceCommunication']),
    action: choice('Action', ['Allow', 'Drop']),
  }),
  appExceptions: list('ApplicationExceptions', { bundleIdentifier, protocols: choices('LimitToProtocols', ['UDP']) }),
  allowCaptiveWebSheet: bit('AllowCaptiveWebSheet'),
  allowAllCaptivePlugins: bit('AllowAllCaptiveNetworkPlugins'),
  allowedCaptivePlugins: list('AllowedCaptiveNetworkPlugins', { bundleIdentifier }),
};
