import { perAppVpn } from './per-app-vpn.js';
import type { RuleExamples } from './rule-example.js';

const account = { LDAPAccountHostName: 'ldap.lab.test', LDAPAccountUserName: 'reader' };

export const rules: RuleExamples = {
  'ldap-password-encrypted-only': {
    fires: { payloads: [{ ...account, LDAPAccountPassword: 'in the clear' }] },
    quiet: { payloads: [{ ...account, LDAPAccountPassword: 'SENTINEL-encrypted' }], isEncrypted: true },
    at: '/LDAPAccountPassword',
  },
  'ldap-vpn-ref': {
    fires: { payloads: [{ ...account, VPNUUID: perAppVpn.PayloadUUID }, perAppVpn] },
    quiet: { payloads: [{ ...account, VPNUUID: perAppVpn.VPNUUID }, perAppVpn] },
    at: '/VPNUUID',
  },
};
