import { expectTypeOf, describe, test } from 'vitest';
import {
  ProfileBuilder,
  type Certificate,
  type Identity,
  type MailOptions,
  type PayloadExtra,
  type WifiOptions,
} from 'profilewright';

// These functions are only type-checked: nothing here runs.
const never = (_: () => unknown): void => undefined;
const builder = new ProfileBuilder();
const root = {} as Certificate;
const identity = {} as Identity;
const account = { host: 'mail.lab', authentication: 'password' } as const;
const ikev2 = {
  server: 'vpn.lab',
  remoteIdentifier: 'vpn.lab',
  localIdentifier: 'anna',
  authentication: 'Certificate',
  identity,
} as const;

describe('every method', () => {
  test('returns the builder, and takes the options of a payload', () => {
    expectTypeOf(builder.addWifi).returns.toEqualTypeOf<ProfileBuilder>();
    expectTypeOf(builder.addMdm).returns.toEqualTypeOf<ProfileBuilder>();
    never(() => builder.addWifi({ ssid: 'Lab' }, { displayName: 'Lab' }).addFont({ font: new Uint8Array() }));
    // @ts-expect-error a misspelt option
    never(() => builder.addWifi({ sssid: 'Lab' }));
    // @ts-expect-error a misspelt option of the payload
    never(() => builder.addWifi({ ssid: 'Lab' }, { displayname: 'Lab' }));
    // @ts-expect-error a misspelt option deeper down
    never(() => builder.addWifi({ ssid: 'Lab', eap: { types: ['tls'], thrust: root } }));
    // @ts-expect-error a misspelt restriction
    never(() => builder.addRestrictions({ allowCamra: false }));
    // @ts-expect-error the option says its unit
    never(() => builder.addRestrictions({ enforcedSoftwareUpdateDelay: 7 }));
  });

  test('takes any part of a payload as an extra', () => {
    expectTypeOf<WifiOptions['extra']>().toEqualTypeOf<PayloadExtra<'com.apple.wifi.managed'> | undefined>();
    never(() => builder.addWifi({ extra: { EAPClientConfiguration: { TLSTrustedCertificates: ['a'] } } }));
    never(() => builder.addMail({ extra: { SMIMESigningCertificateUUID: identity } } as MailOptions));
    // @ts-expect-error a key that the payload has not
    never(() => builder.addWifi({ ssid: 'Lab', extra: { SSID: 'Lab' } }));
    // @ts-expect-error a value that the key has not
    never(() => builder.addWifi({ ssid: 'Lab', extra: { EAPClientConfiguration: { EAPFASTUsePAC: 1 } } }));
    // @ts-expect-error a certificate is no identity in an extra either
    never(() => builder.addWifi({ ssid: 'Lab', extra: { PayloadCertificateUUID: root } }));
  });
});

describe('a certificate or an identity', () => {
  test('is what it is meant to be', () => {
    never(() => builder.addWifi({ eap: { types: ['tls'], trust: [root, 'PEM'], identity } }));
    // @ts-expect-error an identity is no trust anchor
    never(() => builder.addWifi({ eap: { types: ['tls'], trust: identity } }));
    // @ts-expect-error an identity is no trust anchor, in a list neither
    never(() => builder.addEthernet({ interface: 'GlobalEthernet', eap: { types: ['tls'], trust: [root, identity] } }));
    // @ts-expect-error a certificate is no identity
    never(() => builder.addWifi({ eap: { types: ['tls'], identity: root } }));
    // @ts-expect-error nor is a UUID
    never(() => builder.addMdm({ identity: 'a', topic: 'a', serverUrl: 'a' }));
    // @ts-expect-error an identity is pinned by a certificate of its chain
    never(() => builder.addMdm({ identity, topic: 'a', serverUrl: 'a', serverPins: [identity] }));
    const mail = { protocol: 'imap', incoming: account, outgoing: account } as const;
    // @ts-expect-error mail is signed with an identity
    never(() => builder.addMail({ ...mail, smime: { signingIdentity: root } }));
    // @ts-expect-error a key without a certificate is exempted by its hash, in an extra
    never(() => builder.addCertificateTransparency({ disabledForCertificates: [identity] }));
    never(() => builder.addCertificatePreference({ name: 'a', certificate: root }));
    never(() => builder.addCertificatePreference({ name: 'a', certificate: identity }));
    // @ts-expect-error an identity preference is for an identity
    never(() => builder.addIdentityPreference({ name: 'a', identity: root }));
  });
});

describe('what excludes or needs each other', () => {
  test('is told by the compiler', () => {
    never(() => builder.addVpn({ name: 'Lab', ikev2, perApp: { vpnUuid: 'a' } }));
    // @ts-expect-error a VPN is of one kind
    never(() => builder.addVpn({ name: 'Lab', ikev2, alwaysOn: { tunnels: [] } }));
    // @ts-expect-error a VPN is of some kind
    never(() => builder.addVpn({ name: 'Lab' }));
    // @ts-expect-error what is always on is for all apps
    never(() => builder.addVpn({ name: 'Lab', alwaysOn: { tunnels: [] }, perApp: { vpnUuid: 'a' } }));
    never(() => builder.addDnsSettings({ protocol: 'TLS', serverName: 'a' }));
    // @ts-expect-error DNS over HTTPS needs a URL
    never(() => builder.addDnsSettings({ protocol: 'HTTPS', serverAddresses: ['192.0.2.1'] }));
    // @ts-expect-error DNS over TLS has no URL
    never(() => builder.addDnsSettings({ protocol: 'TLS', serverName: 'a', serverUrl: 'https://a.example/' }));
    // @ts-expect-error an account has two servers
    never(() => builder.addMail({ protocol: 'imap', incoming: account }));
    // @ts-expect-error Apple's own word is not the option's
    never(() => builder.addMail({ protocol: 'EmailTypeIMAP', incoming: account, outgoing: account }));
    // @ts-expect-error 7 days, not "a week"
    never(() => builder.addExchange({ pastDaysToSync: 8 }));
    // @ts-expect-error an icon is bytes
    never(() => builder.addWebClip({ label: 'a', url: 'a', icon: 'icon.png' }));
  });
});
