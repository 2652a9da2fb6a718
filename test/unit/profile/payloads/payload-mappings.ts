import { calDav } from '../../../../src/profile/payloads/cal-dav.js';
import { cardDav } from '../../../../src/profile/payloads/card-dav.js';
import { certificatePreference } from '../../../../src/profile/payloads/certificate-preference.js';
import { certificateRevocation } from '../../../../src/profile/payloads/certificate-revocation.js';
import { certificateTransparency } from '../../../../src/profile/payloads/certificate-transparency.js';
import { dnsSettings } from '../../../../src/profile/payloads/dns-settings.js';
import { ethernet } from '../../../../src/profile/payloads/ethernet.js';
import { exchange } from '../../../../src/profile/payloads/exchange.js';
import { font } from '../../../../src/profile/payloads/font.js';
import { httpProxy } from '../../../../src/profile/payloads/http-proxy.js';
import { identityPreference } from '../../../../src/profile/payloads/identity-preference.js';
import { mail } from '../../../../src/profile/payloads/mail.js';
import { mdm } from '../../../../src/profile/payloads/mdm.js';
import { passcode } from '../../../../src/profile/payloads/passcode.js';
import { relay } from '../../../../src/profile/payloads/relay.js';
import { removalPassword } from '../../../../src/profile/payloads/removal-password.js';
import { restrictions } from '../../../../src/profile/payloads/restrictions.js';
import { vpn } from '../../../../src/profile/payloads/vpn.js';
import { webClip } from '../../../../src/profile/payloads/web-clip.js';
import { wifi } from '../../../../src/profile/payloads/wifi.js';
import type { PayloadMapping } from '../../../../src/profile/payloads/map-options.js';
import type { PayloadType } from '../../../../src/schema/generated/payload-content.js';

export interface MethodMapping {
  readonly method: string;
  readonly mapping: PayloadMapping<never>;
  /** The payload types that the method makes, with the options that lead to each. */
  readonly types: Readonly<Partial<Record<PayloadType, object>>>;
}

const table: Readonly<Record<string, readonly [unknown, MethodMapping['types']]>> = {
  addWifi: [wifi, { 'com.apple.wifi.managed': {} }],
  addEthernet: [
    ethernet,
    {
      'com.apple.globalethernet.managed': { interface: 'GlobalEthernet' },
      'com.apple.firstethernet.managed': { interface: 'FirstEthernet' },
      'com.apple.secondethernet.managed': { interface: 'SecondEthernet' },
      'com.apple.thirdethernet.managed': { interface: 'ThirdEthernet' },
      'com.apple.firstactiveethernet.managed': { interface: 'FirstActiveEthernet' },
      'com.apple.secondactiveethernet.managed': { interface: 'SecondActiveEthernet' },
      'com.apple.thirdactiveethernet.managed': { interface: 'ThirdActiveEthernet' },
    },
  ],
  addVpn: [vpn, { 'com.apple.vpn.managed': {}, 'com.apple.vpn.managed.applayer': { perApp: {} } }],
  addDnsSettings: [dnsSettings, { 'com.apple.dnsSettings.managed': {} }],
  addRelay: [relay, { 'com.apple.relay.managed': {} }],
  addHttpProxy: [httpProxy, { 'com.apple.proxy.http.global': {} }],
  addMail: [mail, { 'com.apple.mail.managed': {} }],
  addExchange: [exchange, { 'com.apple.eas.account': {} }],
  addCalDav: [calDav, { 'com.apple.caldav.account': {} }],
  addCardDav: [cardDav, { 'com.apple.carddav.account': {} }],
  addWebClip: [webClip, { 'com.apple.webClip.managed': {} }],
  addFont: [font, { 'com.apple.font': {} }],
  addPasscode: [passcode, { 'com.apple.mobiledevice.passwordpolicy': {} }],
  addRestrictions: [restrictions, { 'com.apple.applicationaccess': {} }],
  addCertificateTransparency: [certificateTransparency, { 'com.apple.security.certificatetransparency': {} }],
  addCertificateRevocation: [certificateRevocation, { 'com.apple.security.certificaterevocation': {} }],
  addCertificatePreference: [certificatePreference, { 'com.apple.security.certificatepreference': {} }],
  addIdentityPreference: [identityPreference, { 'com.apple.security.identitypreference': {} }],
  addRemovalPassword: [removalPassword, { 'com.apple.profileRemovalPassword': {} }],
  addMdm: [mdm, { 'com.apple.mdm': {} }],
};

/** Every method of {@link PayloadMethods}. */
export const methodMappings: readonly MethodMapping[] = Object.entries(table).map(([method, [mapping, types]]) => ({
  method,
  mapping: mapping as PayloadMapping<never>,
  types,
}));
