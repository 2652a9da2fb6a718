import { perAppVpn } from './certificate-payloads.js';
import type { RuleExamples } from './rule-example.js';

const account = { CalDAVHostName: 'calendar.example.com', CalDAVUsername: 'jo' };
const withPassword = { ...account, CalDAVPassword: 'SENTINEL-password' };

export const rules: RuleExamples = {
  'caldav-password-only-in-encrypted-profiles': {
    fires: withPassword,
    quiet: { payloads: [withPassword], isEncrypted: true },
    at: '/CalDAVPassword',
  },
  'caldav-username-required-non-interactive': {
    fires: { CalDAVHostName: 'calendar.example.com' },
    quiet: account,
    at: '',
  },
  'caldav-vpnuuid-per-app-vpn': {
    fires: { payloads: [{ ...account, VPNUUID: perAppVpn.PayloadUUID }, perAppVpn] },
    quiet: { payloads: [{ ...account, VPNUUID: perAppVpn.VPNUUID }, perAppVpn] },
    at: '/VPNUUID',
  },
};
