import { identity, root } from './certificate-payloads.js';
import type { Dictionary, RuleExamples } from './rule-example.js';

const credential = { Type: 'Credential', Realm: 'LAB.TEST', Hosts: ['lab.test'] };
const kerberos = {
  ...credential,
  ExtensionIdentifier: 'com.apple.AppSSOKerberos.KerberosExtension',
  TeamIdentifier: 'apple',
};
const other = { ...credential, ExtensionIdentifier: 'com.example.sso', TeamIdentifier: 'ABCDE12345' };
const data = (ExtensionData: Dictionary): Dictionary => ({ ...kerberos, ExtensionData });

export const rules: RuleExamples = {
  'kerberos-password-text-only-without-requirements': {
    fires: data({ pwReqLength: 12, pwReqText: 'Ask the service desk.' }),
    quiet: data({ pwReqHistory: 5, pwReqText: 'Ask the service desk.' }),
    at: '/ExtensionData/pwReqText',
  },
  'kerberos-platform-sso-fallback-needs-tgt': {
    fires: data({ allowPlatformSSOAuthFallback: true }),
    quiet: data({ allowPlatformSSOAuthFallback: true, usePlatformSSOTGT: true }),
    at: '/ExtensionData',
  },
  'kerberos-domain-realm-mapping-shape': {
    fires: data({ domainRealmMapping: { 'LAB.TEST': '.lab.test' } }),
    quiet: data({ domainRealmMapping: { 'LAB.TEST': ['.lab.test'] } }),
    speaks: 'schema-type',
    at: '/ExtensionData/domainRealmMapping/LAB.TEST',
  },
  'kerberos-preferred-kdc-form': {
    fires: data({ preferredKDCs: ['kdc.lab.test:88', 'tcp kdc.lab.test'] }),
    quiet: data({ preferredKDCs: ['kdc.lab.test:88', 'tcp/kdc.lab.test', 'kkdcp://kdc.lab.test/KdcProxy'] }),
    at: '/ExtensionData/preferredKDCs/1',
  },
  'kerberos-hosts-unique': {
    fires: { payloads: [other, { ...kerberos, Hosts: ['LAB.test'] }] },
    quiet: { payloads: [other, { ...kerberos, Hosts: ['.LAB.test'] }] },
  },
  'kerberos-pkinit-identity': {
    fires: { payloads: [data({ certificateUUID: root.PayloadUUID }), root] },
    quiet: { payloads: [data({ certificateUUID: identity.PayloadUUID }), identity] },
    at: '/ExtensionData/certificateUUID',
  },
};
