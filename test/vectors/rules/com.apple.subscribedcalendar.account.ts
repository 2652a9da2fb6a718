import { perAppVpn } from './certificate-payloads.js';
import type { RuleExamples } from './rule-example.js';

const calendar = { SubCalAccountHostName: 'https://calendar.lab.test/lab.ics' };

export const rules: RuleExamples = {
  'subscribed-calendar-vpnuuid-per-app-vpn': {
    fires: { payloads: [{ ...calendar, VPNUUID: perAppVpn.PayloadUUID }, perAppVpn] },
    quiet: { payloads: [{ ...calendar, VPNUUID: perAppVpn.VPNUUID }, perAppVpn] },
    at: '/VPNUUID',
  },
};
