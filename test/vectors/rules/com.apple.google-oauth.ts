import { perAppVpn } from './per-app-vpn.js';
import type { RuleExamples } from './rule-example.js';

const account = { EmailAddress: 'user@example.com' };

export const rules: RuleExamples = {
  'google-mdm-or-configurator-only': {
    fires: account,
    quiet: account,
    quietContext: { install: 'mdm' },
    at: '',
  },
  'google-vpn-ref': {
    fires: { payloads: [{ ...account, VPNUUID: perAppVpn.PayloadUUID }, perAppVpn] },
    quiet: { payloads: [{ ...account, VPNUUID: perAppVpn.VPNUUID }, perAppVpn] },
    at: '/VPNUUID',
  },
};
