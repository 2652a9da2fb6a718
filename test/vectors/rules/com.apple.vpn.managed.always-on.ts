import type { Dictionary, RuleExamples } from './rule-example.js';
import { alwaysOn } from './vpn-payloads.js';

const tunnel = (DiffieHellmanGroup: number): Dictionary =>
  alwaysOn({
    TunnelConfigurations: [{ ProtocolType: 'IKEv2', IKESecurityAssociationParameters: { DiffieHellmanGroup } }],
  });
const plugins = (AllowAllCaptiveNetworkPlugins: number): Dictionary =>
  alwaysOn({
    AllowAllCaptiveNetworkPlugins,
    AllowedCaptiveNetworkPlugins: [{ BundleIdentifier: 'com.example.captive' }],
  });
const exception = (ServiceName: string): Dictionary =>
  alwaysOn({ ServiceExceptions: [{ ServiceName, Action: 'Allow' }] });

export const rules: RuleExamples = {
  'vpn-always-on-tunnel-keys': {
    fires: alwaysOn({ TunnelConfigurations: [{ ProtocolType: 'IKEv2', RemoteAdress: 'vpn.example.com' }] }),
    quiet: alwaysOn({ TunnelConfigurations: [{ ProtocolType: 'IKEv2', RemoteAddress: 'vpn.example.com' }] }),
    at: '/AlwaysOn/TunnelConfigurations/0/RemoteAdress',
    speaks: 'schema-unknown-key',
  },
  'vpn-always-on-supervised': {
    fires: alwaysOn({}),
    quiet: alwaysOn({}),
    context: { platforms: { iOS: { from: '17.0' } }, supervised: false },
    quietContext: { platforms: { iOS: { from: '17.0' } }, supervised: true },
    at: '/VPNType',
  },
  'vpn-always-on-dh-group-minimum': {
    fires: tunnel(5),
    quiet: tunnel(14),
    at: '/AlwaysOn/TunnelConfigurations/0/IKESecurityAssociationParameters/DiffieHellmanGroup',
  },
  'vpn-always-on-captive-plugins-list-unused': {
    fires: plugins(1),
    quiet: plugins(0),
    at: '/AlwaysOn/AllowedCaptiveNetworkPlugins',
  },
  'vpn-always-on-cellular-services-exception-too-new': {
    fires: exception('CellularServices'),
    quiet: exception('CellularServices'),
    quietContext: { platforms: { iOS: { from: '11.3' } } },
    at: '/AlwaysOn/ServiceExceptions/0/ServiceName',
  },
  'vpn-always-on-device-communication-exception-too-new': {
    fires: exception('DeviceCommunication'),
    quiet: exception('DeviceCommunication'),
    quietContext: { platforms: { iOS: { from: '17.4' } } },
    at: '/AlwaysOn/ServiceExceptions/0/ServiceName',
  },
};
