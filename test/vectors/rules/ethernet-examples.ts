import { identity, root } from './certificate-payloads.js';
import type { Dictionary, RuleExample } from './rule-example.js';

/** The payloads of the Ethernet interfaces differ in the name of the interface only. */
export type EthernetRule =
  | 'interfaceName'
  | 'setupModes'
  | 'eapLikeWifi'
  | 'anchorCertificates'
  | 'clientIdentity'
  | 'noProxyUnderUserEnrollment';

export function ethernetExamples(Interface: string): Readonly<Record<EthernetRule, RuleExample>> {
  const network = (keys: Dictionary): Dictionary => ({ Interface, ...keys });
  const eap = (keys: Dictionary): Dictionary =>
    network({ EAPClientConfiguration: { AcceptEAPTypes: [13], TLSMinimumVersion: '1.2', ...keys } });
  return {
    interfaceName: { fires: { Interface: 'AnyEthernet' }, quiet: { Interface }, at: '/Interface' },
    setupModes: {
      fires: network({ SetupModes: ['System', 'User'] }),
      quiet: network({ SetupModes: ['System', 'Loginwindow'] }),
      at: '/SetupModes',
    },
    eapLikeWifi: {
      fires: eap({ TLSMinimumVersion: '1.3' }),
      quiet: eap({ TLSMinimumVersion: '1.3', OuterIdentity: 'anonymous' }),
      speaks: 'wifi-outer-identity-required-for-tls13',
      at: '/EAPClientConfiguration',
    },
    anchorCertificates: {
      fires: { payloads: [eap({ PayloadCertificateAnchorUUID: [identity.PayloadUUID] }), identity] },
      quiet: { payloads: [eap({ PayloadCertificateAnchorUUID: [root.PayloadUUID] }), root] },
      at: '/EAPClientConfiguration/PayloadCertificateAnchorUUID/0',
    },
    clientIdentity: {
      fires: { payloads: [{ ...eap({}), PayloadCertificateUUID: root.PayloadUUID }, root] },
      quiet: { payloads: [{ ...eap({}), PayloadCertificateUUID: identity.PayloadUUID }, identity] },
      at: '/PayloadCertificateUUID',
    },
    noProxyUnderUserEnrollment: {
      fires: network({ SetupModes: ['System'], ProxyType: 'Auto' }),
      quiet: network({ SetupModes: ['System'] }),
      at: '/ProxyType',
    },
  };
}
