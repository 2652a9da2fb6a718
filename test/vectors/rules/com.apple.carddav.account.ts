import { perAppVpn } from './certificate-payloads.js';
import type { RuleExamples } from './rule-example.js';

const account = { CardDAVHostName: 'contacts.example.com', CardDAVUsername: 'jo' };
const withPassword = { ...account, CardDAVPassword: 'SENTINEL-password' };

export const rules: RuleExamples = {
  'carddav-password-encrypted-only': {
    fires: withPassword,
    quiet: { payloads: [withPassword], isEncrypted: true },
    at: '/CardDAVPassword',
  },
  'carddav-vpn-ref': {
    fires: { payloads: [{ ...account, VPNUUID: perAppVpn.PayloadUUID }, perAppVpn] },
    quiet: { payloads: [{ ...account, VPNUUID: perAppVpn.VPNUUID }, perAppVpn] },
    at: '/VPNUUID',
  },
};
