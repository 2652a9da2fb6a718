import { perAppVpn } from './certificate-payloads.js';
import type { Dictionary, RuleExamples } from './rule-example.js';

const mapping = (VPNUUID: string): Dictionary => ({
  AppLayerVPNMapping: [
    {
      Identifier: 'com.example.app',
      VPNUUID,
      DesignatedRequirement: 'identifier "com.example.app" and anchor apple generic',
      SigningIdentifier: 'com.example.app',
    },
  ],
});

export const rules: RuleExamples = {
  'appmapping-vpnuuid-per-app-vpn': {
    fires: { payloads: [mapping(perAppVpn.PayloadUUID), perAppVpn] },
    quiet: { payloads: [mapping(perAppVpn.VPNUUID), perAppVpn] },
    at: '/AppLayerVPNMapping/0/VPNUUID',
  },
};
