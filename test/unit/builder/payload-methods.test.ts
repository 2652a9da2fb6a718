import { X509Certificate } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { ProfileBuilder } from '../../../src/builder/profile-builder.js';
import { accountCases } from './payload-cases/account-cases.js';
import { deviceCases } from './payload-cases/device-cases.js';
import { networkCases } from './payload-cases/network-cases.js';
import { vpnCases } from './payload-cases/vpn-cases.js';
import { identity, root, rootFile, server } from './payload-cases/payload-case.js';

describe.each([...networkCases, ...vpnCases, ...accountCases, ...deviceCases].map((one) => [one.name, one] as const))(
  '%s',
  (_, { type, context, add, content }) => {
    const begin = (): ProfileBuilder =>
      new ProfileBuilder({ identifier: 'com.example.lab', scope: context.channel === 'user' ? 'User' : 'System' });

    test('is the payload that Apple describes', () => {
      const expected = begin().addPayload(type, content).build();
      const built = add(begin()).build();
      const facts = ({ payloads }: typeof built): unknown =>
        payloads.map(({ uuid, ...payload }) => (payload.type === type ? payload : { ...payload, uuid }));
      expect(facts(built)).toEqual(facts(expected));
    });

    test('has no issue on the systems that have it', () => {
      const { payloads, issues } = add(begin()).build({ context });
      const place = `/PayloadContent/${payloads.findIndex((payload) => payload.type === type)}`;
      const own = issues.filter(({ where }) => 'pointer' in where && where.pointer.startsWith(place));
      expect(own.map(({ code, message }) => `${code}: ${message}`)).toEqual([]);
    });
  },
);

const builderOf = (): ProfileBuilder => new ProfileBuilder({ identifier: 'com.example.lab' });
const typesOf = (builder: ProfileBuilder): string[] =>
  builder.build().payloads.map(({ type }) => type.replace(/^com\.apple\.(security\.)?/, ''));

describe('every method', () => {
  const options = { ssid: 'Corp', encryption: 'WPA2', eap: { types: ['tls'], identity, trust: [root] } } as const;

  test('writes the same bytes in whatever order the options stand', () => {
    const { ssid, encryption, eap } = options;
    const other = { eap: { trust: eap.trust, identity, types: eap.types }, encryption, ssid } as const;
    expect(builderOf().addWifi(other).build().toXml()).toBe(builderOf().addWifi(options).build().toXml());
  });

  test('takes the options of a payload behind its own', () => {
    const [payload] = builderOf()
      .addFont({ font: new Uint8Array() }, { displayName: 'Font', identifier: 'com.example.font' })
      .build({ rules: { 'font-format': 'off' } }).payloads;
    expect(payload).toMatchObject({ displayName: 'Font', identifier: 'com.example.font' });
    expect(() => builderOf().addWifi(options, { dispalyName: 'Wi-Fi' } as never)).toThrow(
      /^options\.dispalyName is not known/,
    );
  });

  test('names a certificate once that is given in several forms', () => {
    const trust = [root, rootFile.pem, rootFile.der, { ...root }, [new X509Certificate(rootFile.der), server]];
    const { payloads } = builderOf()
      .addWifi({ ...options, eap: { types: ['tls'], identity, trust } })
      .build();
    const [one, other] = payloads.map(({ uuid }) => uuid);
    expect(payloads.at(-1)?.content['EAPClientConfiguration']).toMatchObject({
      PayloadCertificateAnchorUUID: [one, other],
    });
  });

  test('takes references in what is extra', () => {
    const extra = { SMIMESigningEnabled: true, SMIMESigningCertificateUUID: identity } as const;
    const account = { host: 'mail.lab', authentication: 'none' } as const;
    const builder = builderOf().addMail({ protocol: 'imap', incoming: account, outgoing: account, extra });
    const [signing, mail] = builder.build().payloads;
    expect(mail?.content['SMIMESigningCertificateUUID']).toBe(signing?.uuid);
  });

  test('keeps nothing that the caller can change', () => {
    const ssids = ['Corp'];
    const bytes = Uint8Array.of(1);
    const builder = builderOf()
      .addDnsSettings({ protocol: 'TLS', serverName: 'dns.lab', onDemandRules: [{ action: 'Connect', ssids }] })
      .addRestrictions({ autonomousSingleAppModePermittedAppIDs: ssids, extra: { PayloadEnabled: true } })
      .addRelay({ relays: [{ http2Url: 'https://relay.lab/', rawPublicKeys: [bytes] }] });
    const before = builder.build().toXml();
    ssids.push('Other');
    bytes.fill(2);
    expect(builder.build().toXml()).toBe(before);
  });

  test('writes nothing for what is undefined', () => {
    const [payload] = builderOf()
      .addWifi({ ssid: 'Home', password: undefined, extra: { HESSID: undefined } } as never)
      .build().payloads;
    expect({ ...payload?.content }).toEqual({ SSID_STR: 'Home' });
  });
});

describe('an enrolment profile', () => {
  const options = { identity, topic: 'com.apple.mgmt.External.lab', serverUrl: 'https://mdm.lab/' };

  test('has whom to trust first, then the identity, then what else there is, and enrols at last', () => {
    const builder = builderOf()
      .addMdm(options)
      .addWifi({ ssid: 'Lab' })
      .addIdentity(identity)
      .addCertificate(server)
      .addRootCA(root);
    expect(typesOf(builder)).toEqual(['pkcs1', 'root', 'pkcs12', 'wifi.managed', 'mdm']);
  });

  test('is in that order with the keys of Apple, too, and other profiles are left as they are', () => {
    const keys = { IdentityCertificateUUID: identity, Topic: options.topic, ServerURL: options.serverUrl };
    expect(typesOf(builderOf().addPayload('com.apple.mdm', keys).addRootCA(root))).toEqual(['root', 'pkcs12', 'mdm']);
    expect(typesOf(builderOf().addIdentity(identity).addWifi({ ssid: 'Lab' }).addRootCA(root))).toEqual([
      'pkcs12',
      'wifi.managed',
      'root',
    ]);
  });
});

test('the tunnels of an always-on VPN name their identity', () => {
  const tunnel = { ProtocolType: 'IKEv2', PayloadCertificateUUID: identity } as const;
  const content = {
    UserDefinedName: 'Lab',
    VPNType: 'AlwaysOn',
    AlwaysOn: { TunnelConfigurations: [tunnel] },
  } as const;
  const [first, vpn] = builderOf().addPayload('com.apple.vpn.managed', content).build().payloads;
  const { TunnelConfigurations: tunnels } = vpn?.content['AlwaysOn'] as unknown as { TunnelConfigurations: object[] };
  expect(tunnels.map((one) => ({ ...one }))).toEqual([{ ...tunnel, PayloadCertificateUUID: first?.uuid }]);
});
