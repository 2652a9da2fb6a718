import { identity, root } from './certificate-payloads.js';
import type { RuleExamples } from './rule-example.js';
import { alwaysOn, ikev2, ipsec, l2tp, transparentProxy, vpn } from './vpn-payloads.js';

const name = { UserDefinedName: 'Lab' };
const phone = { platforms: { iOS: { from: '17.0' } } };
const mac = { platforms: { macOS: { from: '14.0' } } };

/** The types, and the dictionaries that belong to them. */
export const rules: RuleExamples = {
  'vpn-subtype-required': {
    fires: { ...vpn({}), VPNSubType: '' },
    quiet: { ...vpn({}), VPNSubType: 'com.example.vpn' },
    at: '/VPNSubType',
  },
  'vpn-subtype-empty-for-ikev2': {
    fires: { ...ikev2({}), VPNSubType: 'com.example.vpn' },
    quiet: { ...ikev2({}), VPNSubType: '' },
    at: '/VPNSubType',
  },
  'vpn-vendor-config-needs-subtype': {
    fires: { ...name, VPNType: 'VPN', VendorConfig: { Realm: 'lab' } },
    quiet: { ...vpn({}), VendorConfig: { Realm: 'lab' } },
    at: '',
  },
  'vpn-type-transparent-proxy-macos-only': {
    fires: transparentProxy({}),
    quiet: transparentProxy({}),
    context: phone,
    quietContext: mac,
    at: '/VPNType',
  },
  'vpn-type-always-on-ios-only': {
    fires: alwaysOn({}),
    quiet: alwaysOn({}),
    context: mac,
    quietContext: phone,
    at: '/VPNType',
  },
  'vpn-type-no-l2tp-ipsec-on-tvos': { fires: l2tp({}), quiet: ikev2({}), at: '/VPNType' },
  'vpn-vpn-needs-its-dictionary': {
    fires: { ...name, VPNType: 'VPN', VPNSubType: 'com.example.vpn' },
    quiet: vpn({}),
    at: '',
  },
  'vpn-ikev2-needs-its-dictionary': { fires: { ...name, VPNType: 'IKEv2' }, quiet: ikev2({}), at: '' },
  'vpn-ipsec-needs-its-dictionary': { fires: { ...name, VPNType: 'IPSec' }, quiet: ipsec({}), at: '' },
  'vpn-alwayson-needs-its-dictionary': { fires: { ...name, VPNType: 'AlwaysOn' }, quiet: alwaysOn({}), at: '' },
  'vpn-transparentproxy-needs-its-dictionary': {
    fires: { ...name, VPNType: 'TransparentProxy', VPNSubType: 'com.example.proxy' },
    quiet: transparentProxy({}),
    at: '',
  },
  'vpn-l2tp-needs-its-dictionary': { fires: { ...name, VPNType: 'L2TP' }, quiet: l2tp({}), at: '' },
  'vpn-vpn-dictionary-unused': { fires: { ...vpn({}), VPNType: 'IKEv2' }, quiet: vpn({}), at: '/VPNType' },
  'vpn-ikev2-dictionary-unused': { fires: { ...ikev2({}), VPNType: 'IPSec' }, quiet: ikev2({}), at: '/VPNType' },
  'vpn-alwayson-dictionary-unused': {
    fires: { ...alwaysOn({}), VPNType: 'IKEv2' },
    quiet: alwaysOn({}),
    at: '/VPNType',
  },
  'vpn-transparentproxy-dictionary-unused': {
    fires: { ...transparentProxy({}), VPNType: 'VPN' },
    quiet: transparentProxy({}),
    at: '/VPNType',
  },
  'vpn-ppp-dictionary-unused': { fires: { ...l2tp({}), VPNType: 'IPSec' }, quiet: l2tp({}), at: '/VPNType' },
  'vpn-ipsec-dictionary-unused': {
    fires: { ...ipsec({}), VPNType: 'IKEv2' },
    quiet: { ...ipsec({}), VPNType: 'L2TP' },
    at: '/VPNType',
  },
  'vpn-override-primary-only-ipsec-l2tp': {
    fires: { ...ikev2({}), IPv4: { OverridePrimary: 1 } },
    quiet: { ...ipsec({}), IPv4: { OverridePrimary: 1 } },
    at: '/VPNType',
  },
  'vpn-auth-password-only-with-password-method': {
    fires: vpn({ AuthenticationMethod: 'Certificate', AuthPassword: 'SENTINEL-password' }),
    quiet: vpn({ AuthPassword: 'used' }),
    at: '/VPN/AuthenticationMethod',
  },
  'vpn-transparent-proxy-password-only-with-password-method': {
    fires: transparentProxy({ AuthenticationMethod: 'Certificate', Password: 'SENTINEL-password' }),
    quiet: transparentProxy({ Password: 'used' }),
    at: '/TransparentProxy/AuthenticationMethod',
  },
  'vpn-vpn-enforce-routes-ignored': {
    fires: vpn({ IncludeAllNetworks: 1, EnforceRoutes: 1 }),
    quiet: vpn({ IncludeAllNetworks: 0, EnforceRoutes: 1 }),
    at: '/VPN/EnforceRoutes',
  },
  'vpn-vpn-exclusions-need-include-all-networks': {
    fires: vpn({ ExcludeAPNs: 1 }),
    quiet: vpn({ ExcludeAPNs: 1, IncludeAllNetworks: 1 }),
    at: '/VPN',
  },
  'vpn-vpn-watchos-idle-timer': {
    fires: vpn({ DisconnectOnIdle: 1, DisconnectOnIdleTimer: 16 }),
    quiet: vpn({ DisconnectOnIdle: 1, DisconnectOnIdleTimer: 15 }),
    at: '/VPN/DisconnectOnIdleTimer',
  },
  'vpn-transparentproxy-idle-timer-needs-disconnect-on-idle': {
    fires: transparentProxy({ DisconnectOnIdleTimer: 120 }),
    quiet: transparentProxy({ DisconnectOnIdleTimer: 120, DisconnectOnIdle: 1 }),
    at: '/TransparentProxy',
  },
  'vpn-transparent-proxy-order-positive': {
    fires: transparentProxy({ Order: 0 }),
    quiet: transparentProxy({ Order: 1 }),
    at: '/TransparentProxy/Order',
  },
  'vpn-identities': {
    fires: { payloads: [ikev2({ PayloadCertificateUUID: root.PayloadUUID }), root] },
    quiet: { payloads: [ikev2({ PayloadCertificateUUID: identity.PayloadUUID }), identity] },
    at: '/IKEv2/PayloadCertificateUUID',
  },
};
