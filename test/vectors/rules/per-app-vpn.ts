import type { Dictionary } from './rule-example.js';

/** The payload that accounts refer to by its VPNUUID, and not by its PayloadUUID. */
export const perAppVpn: Dictionary & { readonly PayloadUUID: string; readonly VPNUUID: string } = {
  PayloadType: 'com.apple.vpn.managed.applayer',
  PayloadUUID: 'D0000000-0000-4000-8000-00000000000D',
  VPNUUID: 'D1000000-0000-4000-8000-00000000000D',
  UserDefinedName: 'Lab',
  VPNType: 'IKEv2',
  IKEv2: {
    RemoteAddress: 'vpn.lab.test',
    RemoteIdentifier: 'vpn.lab.test',
    LocalIdentifier: 'device.lab.test',
    AuthenticationMethod: 'Certificate',
  },
};
