import { describe, expect, test } from 'vitest';
import { ProfileBuilder } from '../../../../src/builder/profile-builder.js';
import { acmeIdentity } from '../../../../src/profile/acme-identity.js';
import type { Identity } from '../../../../src/profile/identity.js';
import type { EapOptions } from '../../../../src/profile/payloads/eap.js';
import type { Ikev2Options } from '../../../../src/profile/payloads/ikev2.js';
import { pkcs12Identity } from '../../../../src/profile/pkcs12-identity.js';
import { scepIdentity } from '../../../../src/profile/scep-identity.js';
import { rootCA } from '../../../support/authorities.js';
import { identityFile } from '../../../support/identity-file.js';

const file = identityFile('Anna');
/** Its key is on P-256. */
const identity = pkcs12Identity(file.bytes, { password: file.password });
const trust = rootCA().der;

const builderOf = (): ProfileBuilder => new ProfileBuilder({ identifier: 'com.example.lab' });
const told = (code: string, builder: ProfileBuilder): string[] =>
  builder
    .build()
    .issues.filter((issue) => issue.code === code)
    .map(({ severity, where }) => `${severity} ${where.pointer ?? ''}`);

describe('a payload that proves who the device is', () => {
  const missing = (builder: ProfileBuilder): string[] => told('identity-missing', builder);
  const wifi = (eap: Partial<EapOptions>): string[] =>
    missing(builderOf().addWifi({ ssid: 'Lab', encryption: 'WPA2', eap: { types: ['tls'], ...eap } }));

  test('by EAP-TLS alone names its identity', () => {
    expect(wifi({})).toEqual(['warning /PayloadContent/0']);
    expect(wifi({ identity })).toEqual([]);
    expect(missing(builderOf().addEthernet({ interface: 'FirstEthernet', eap: { types: ['tls'] } }))).toEqual([
      'warning /PayloadContent/0',
    ]);
  });

  test('by EAP-TLS or a password, or without any proof, need not', () => {
    expect(wifi({ types: ['tls', 'peap'] })).toEqual([]);
    expect(wifi({ clientCertificateRequired: false })).toEqual([]);
    expect(wifi({ types: [] })).toEqual([]);
  });

  test('by a certificate of IKEv2, of an app or of an always-on tunnel names its identity', () => {
    const tunnel = { server: 'vpn.lab', remoteIdentifier: 'vpn.lab', localIdentifier: 'anna' } as const;
    const app = { subtype: 'com.example.vpn', server: 'vpn.lab' } as const;
    const [ikev2, secret] = [
      { ...tunnel, authentication: 'Certificate' } as const,
      { ...tunnel, authentication: 'SharedSecret', sharedSecret: 'open sesame' } as const,
    ];
    const perApp = { vpnUuid: '0F0E0D0C-0B0A-4908-8706-050403020100' };
    const name = 'Lab';
    const where = '/PayloadContent/0';
    expect(missing(builderOf().addVpn({ name, ikev2 }))).toEqual([`warning ${where}/IKEv2`]);
    expect(missing(builderOf().addVpn({ name, ikev2, perApp }))).toEqual([`warning ${where}/IKEv2`]);
    expect(missing(builderOf().addVpn({ name, app: { ...app, authentication: 'Certificate' } }))).toEqual([
      `warning ${where}/VPN`,
    ]);
    const tunnels = [secret, ikev2].map((one) => ({ ...one, protocol: 'IKEv2' }) as const);
    expect(missing(builderOf().addVpn({ name, alwaysOn: { tunnels } }))).toEqual([
      `warning ${where}/AlwaysOn/TunnelConfigurations/1`,
    ]);
    expect(missing(builderOf().addVpn({ name, ikev2: { ...ikev2, identity } }))).toEqual([]);
    expect(missing(builderOf().addVpn({ name, ikev2: secret }))).toEqual([]);
    expect(missing(builderOf().addVpn({ name, app }))).toEqual([]);
  });
});

describe('the CertificateType of an IKEv2 tunnel', () => {
  const unfit = (of: Identity, options: Partial<Ikev2Options> = {}): string[] => {
    const ikev2 = { server: 'vpn.lab', remoteIdentifier: 'vpn.lab', localIdentifier: 'anna', identity: of, ...options };
    const builder = builderOf().addVpn({ name: 'Lab', ikev2: { authentication: 'Certificate', ...ikev2 } });
    return told('ikev2-certificate-type', builder).map((text) => text.replace(/\/\d+\//, '/'));
  };
  const asked = { clientIdentifier: 'a', subject: [['CN', 'a']], directoryUrl: 'https://ca.lab/', trust } as const;
  const acme = acmeIdentity({ ...asked, hardwareBound: true, keyType: 'EC', keySize: 384 });
  const scep = scepIdentity({ url: 'https://ca.lab/', trust });
  const place = 'warning /PayloadContent/IKEv2';

  test('is RSA unless it is written, which no other key fits', () => {
    expect(unfit(identity)).toEqual([place]);
    expect(unfit(acme)).toEqual([place]);
    expect(unfit(scep)).toEqual([]);
  });

  test('is that of the key', () => {
    expect(unfit(identity, { certificateType: 'ECDSA256' })).toEqual([]);
    expect(unfit(identity, { certificateType: 'ECDSA384' })).toEqual([`${place}/CertificateType`]);
    expect(unfit(acme, { certificateType: 'ECDSA384' })).toEqual([]);
    expect(unfit(scep, { certificateType: 'RSA-PSS' })).toEqual([]);
    expect(unfit(scep, { certificateType: 'ECDSA256' })).toEqual([`${place}/CertificateType`]);
  });

  test('that there is not is told by the schema', () => {
    const certificateType = 'ECDSA512' as never;
    expect(() => unfit(identity, { certificateType })).toThrow(/certificateType must be/);
    const builder = builderOf().addPayload('com.apple.vpn.managed', {
      VPNType: 'IKEv2',
      IKEv2: {
        AuthenticationMethod: 'Certificate',
        PayloadCertificateUUID: identity,
        CertificateType: certificateType,
      },
    } as never);
    expect(() => told('ikev2-certificate-type', builder)).toThrow(/CertificateType.*\[schema-enum\]/);
  });

  test('does not matter where the identity is for EAP', () => {
    expect(unfit(identity, { authentication: 'None', extendedAuthentication: true })).toEqual([]);
    expect(unfit(identity, { authentication: 'SharedSecret', sharedSecret: 'a' })).toEqual([]);
  });

  test('says which one fits', () => {
    const ikev2 = { server: 'vpn.lab', remoteIdentifier: 'vpn.lab', localIdentifier: 'anna', identity } as const;
    const { issues } = builderOf()
      .addVpn({ name: 'Lab', ikev2: { ...ikev2, authentication: 'Certificate' } })
      .build();
    expect(issues.find(({ code }) => code === 'ikev2-certificate-type')).toMatchObject({
      message:
        'CertificateType is missing at /PayloadContent/1/IKEv2, which means RSA, and the key of the identity is EC P-256',
      hint: 'write CertificateType "ECDSA256" (`certificateType`)',
    });
  });
});

describe('the versions of TLS', () => {
  const ranges = (eap: Partial<EapOptions>): string[] =>
    told(
      'tls-version-range',
      builderOf().addWifi({
        ssid: 'Lab',
        encryption: 'WPA2',
        eap: { types: ['peap'], serverNames: ['radius.lab'], outerIdentity: 'anonymous', ...eap },
      }),
    );
  const place = 'warning /PayloadContent/0/EAPClientConfiguration';

  test('have a least one that is not above the greatest, which is 1.2 unless it is written', () => {
    expect(ranges({ tlsMinimumVersion: '1.2', tlsMaximumVersion: '1.1' })).toEqual([place]);
    expect(ranges({ tlsMinimumVersion: '1.3' })).toEqual([place]);
    expect(ranges({ tlsMinimumVersion: '1.3', tlsMaximumVersion: '1.3' })).toEqual([]);
    expect(ranges({ tlsMinimumVersion: '1.2' })).toEqual([]);
    expect(ranges({ tlsMaximumVersion: '1.0' })).toEqual([]);
  });

  test('are looked at in tunnels, too', () => {
    const ikev2 = { server: 'a', remoteIdentifier: 'a', localIdentifier: 'b', authentication: 'None' } as const;
    const eap = { ...ikev2, extendedAuthentication: true, username: 'anna', tlsMinimumVersion: '1.3' } as const;
    expect(told('tls-version-range', builderOf().addVpn({ name: 'Lab', ikev2: eap }))).toEqual([
      'warning /PayloadContent/0/IKEv2',
    ]);
  });
});
