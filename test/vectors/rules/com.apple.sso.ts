import { identity, root } from './certificate-payloads.js';
import type { Dictionary, RuleExamples } from './rule-example.js';

const sso = (changes: Dictionary): Dictionary => ({ Name: 'Lab', Kerberos: { Realm: 'LAB.TEST', ...changes } });

export const rules: RuleExamples = {
  'sso-replacement': {
    fires: sso({}),
    quiet: sso({}),
    quietContext: { platforms: { iOS: { from: '17.0', to: '18' } } },
    at: '',
  },
  'sso-principal-needed-by-mdm': { fires: sso({}), quiet: sso({ PrincipalName: 'lab' }), at: '/Kerberos' },
  'sso-url-prefix-scheme': {
    fires: sso({ URLPrefixMatches: ['portal.lab.test/'] }),
    quiet: sso({ URLPrefixMatches: ['http://portal.lab.test/', 'https://portal.lab.test/'] }),
    at: '/Kerberos/URLPrefixMatches/0',
  },
  'sso-app-ids-not-empty': {
    fires: sso({ AppIdentifierMatches: [] }),
    quiet: sso({ AppIdentifierMatches: ['com.example.app'] }),
    at: '/Kerberos/AppIdentifierMatches',
  },
  'sso-app-id-wildcard': {
    fires: sso({ AppIdentifierMatches: ['com.example*'] }),
    quiet: sso({ AppIdentifierMatches: ['com.example.*'] }),
    at: '/Kerberos/AppIdentifierMatches/0',
  },
  'sso-identity-ref': {
    fires: { payloads: [sso({ PayloadCertificateUUID: root.PayloadUUID }), root] },
    quiet: { payloads: [sso({ PayloadCertificateUUID: identity.PayloadUUID }), identity] },
    at: '/Kerberos/PayloadCertificateUUID',
  },
};
