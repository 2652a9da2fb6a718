import type { Dictionary } from './rule-example.js';

const server = { RemoteAddress: 'vpn.lab.test' };

/** VPN payloads of one type each, with what is given in the dictionary of that type. */
export const ikev2 = (IKEv2: Dictionary): Dictionary => ({
  UserDefinedName: 'Lab',
  VPNType: 'IKEv2',
  IKEv2: {
    ...server,
    LocalIdentifier: 'device.lab.test',
    RemoteIdentifier: 'vpn.lab.test',
    AuthenticationMethod: 'Certificate',
    ...IKEv2,
  },
});
export const vpn = (VPN: Dictionary): Dictionary => ({
  UserDefinedName: 'Lab',
  VPNType: 'VPN',
  VPNSubType: 'com.example.vpn',
  VPN: { ...server, AuthenticationMethod: 'Password', ...VPN },
});
export const ipsec = (IPSec: Dictionary): Dictionary => ({
  UserDefinedName: 'Lab',
  VPNType: 'IPSec',
  IPSec: { ...server, ...IPSec },
});
export const l2tp = (PPP: Dictionary): Dictionary => ({
  UserDefinedName: 'Lab',
  VPNType: 'L2TP',
  PPP: { CommRemoteAddress: 'vpn.lab.test', ...PPP },
});
export const alwaysOn = (AlwaysOn: Dictionary): Dictionary => ({
  UserDefinedName: 'Lab',
  VPNType: 'AlwaysOn',
  AlwaysOn: { TunnelConfigurations: [{ ProtocolType: 'IKEv2' }], ...AlwaysOn },
});
export const transparentProxy = (TransparentProxy: Dictionary): Dictionary => ({
  UserDefinedName: 'Lab',
  VPNType: 'TransparentProxy',
  VPNSubType: 'com.example.proxy',
  TransparentProxy: { AuthenticationMethod: 'Password', ...TransparentProxy },
});
