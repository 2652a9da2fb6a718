import type { Dictionary } from './rule-example.js';

/** Payloads that others refer to. Their content does not matter there. */
const payload = (PayloadType: string, PayloadUUID: string): Dictionary & { readonly PayloadUUID: string } => ({
  PayloadType,
  PayloadUUID,
  PayloadContent: new Uint8Array(),
});

export const root = payload('com.apple.security.root', 'A0000000-0000-4000-8000-00000000000A');
export const certificate = payload('com.apple.security.pkcs1', 'B0000000-0000-4000-8000-00000000000B');
export const identity = payload('com.apple.security.pkcs12', 'C0000000-0000-4000-8000-00000000000C');

/** Accounts name it by its VPNUUID, not by its PayloadUUID. */
export const perAppVpn = {
  PayloadType: 'com.apple.vpn.managed.applayer',
  PayloadUUID: 'D0000000-0000-4000-8000-00000000000D',
  UserDefinedName: 'Lab',
  VPNType: 'IPSec',
  VPNUUID: 'E0000000-0000-4000-8000-00000000000E',
};
