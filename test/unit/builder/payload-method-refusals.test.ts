import { inspect } from 'node:util';
import { describe, expect, test } from 'vitest';
import { ProfileBuilder } from '../../../src/builder/profile-builder.js';
import { isProfilewrightError } from '../../../src/diagnostics/profilewright-error.js';
import { scepIdentity } from '../../../src/profile/scep-identity.js';
import { concat } from '../../support/der.js';
import { pngChunk, pngFile, pngHeader, pngSignature } from '../../support/png-file.js';
import { testKey } from '../../support/test-key.js';
import { identity, root, vpnUuid } from './payload-cases/payload-case.js';

const builderOf = (): ProfileBuilder => new ProfileBuilder({ identifier: 'com.example.lab' });

function refusalOf(run: () => unknown): { code: string; text: string } {
  try {
    run();
  } catch (error) {
    const text = inspect(error, { depth: 9 });
    if (error instanceof TypeError) return { code: 'TypeError', text };
    if (isProfilewrightError(error)) return { code: error.code, text };
    throw error;
  }
  return { code: 'none', text: '' };
}

describe('what is not meant', () => {
  const wifi = (eap: object) => () => builderOf().addWifi({ ssid: 'Corp', eap: { types: ['tls'], ...eap } });

  test.each<[what: string, run: () => unknown, code: string, text: RegExp]>([
    [
      'an identity as a trust anchor',
      wifi({ trust: identity as never }),
      'ERR_REFERENCE_KIND',
      /at \/EAPClientConfiguration\/PayloadCertificateAnchorUUID\/0/,
    ],
    [
      'a certificate as an identity',
      wifi({ identity: root as never }),
      'ERR_REFERENCE_KIND',
      /at \/PayloadCertificateUUID/,
    ],
    [
      'a UUID as an identity',
      wifi({ identity: vpnUuid as never }),
      'TypeError',
      /options\.eap\.identity must be an identity/,
    ],
    [
      'an identity among lists of trust anchors',
      wifi({ trust: [root, [identity]] as never }),
      'TypeError',
      /options\.eap\.trust\[1\]\[0\] must be a string, a Uint8Array/,
    ],
    [
      'a number as a trust anchor',
      wifi({ trust: 5 as never }),
      'TypeError',
      /TypeError: options\.eap\.trust must be a /,
    ],
    [
      'an identity as what needs no Certificate Transparency',
      () => builderOf().addCertificateTransparency({ disabledForCertificates: [identity] as never }),
      'TypeError',
      /options\.disabledForCertificates\[0\] must be a string/,
    ],
    [
      'a number as the root of a server',
      () => scepIdentity({ url: 'https://ca.lab/', trust: 5 as never }),
      'TypeError',
      /TypeError: options\.trust must be a /,
    ],
    ['a UUID as a trust anchor', wifi({ trust: vpnUuid as never }), 'ERR_CERTIFICATE_UNREADABLE', /./],
    [
      'a private key as a trust anchor',
      wifi({ trust: testKey('p256').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString() }),
      'ERR_CERTIFICATE_IS_KEY',
      /./,
    ],
    [
      'an unknown EAP method',
      wifi({ types: ['tsl' as never] }),
      'TypeError',
      /options\.eap\.types\[0\] must be "tls", /,
    ],
    [
      'one method in place of a list',
      wifi({ types: 'tls' as never }),
      'TypeError',
      /options\.eap\.types must be an array/,
    ],
    [
      'two kinds of VPN',
      () => builderOf().addVpn({ name: 'Lab', ikev2: {}, alwaysOn: {} } as never),
      'TypeError',
      /options\.alwaysOn and options\.ikev2 exclude each other: both write VPNType/,
    ],
    [
      'Ethernet without an interface',
      () => builderOf().addEthernet({} as never),
      'TypeError',
      /options\.interface is missing/,
    ],
    [
      'a certificate preference for a text',
      () => builderOf().addCertificatePreference({ name: 'a', certificate: 'a' as never }),
      'TypeError',
      /options\.certificate must be a certificate/,
    ],
    [
      'a name of the payload among the options of the method',
      () => builderOf().addWifi({ ssid: 'a', displayName: 'Wi-Fi' } as never),
      'TypeError',
      /options\.displayName is about the payload: give it in the second argument, .*{ displayName }/,
    ],
    [
      'an identifier of the payload among restrictions',
      () => builderOf().addRestrictions({ identifier: 'com.example' } as never),
      'TypeError',
      /options\.identifier is about the payload/,
    ],
    [
      'a misspelt restriction',
      () => builderOf().addRestrictions({ allowCamra: false } as never),
      'TypeError',
      /options\.allowCamra is not known; did you mean allowCamera\?/,
    ],
    [
      'a restriction of nobody',
      () => builderOf().addRestrictions({ something: false } as never),
      'TypeError',
      /options\.something is not known; docs\/payloads/,
    ],
    ['no options', () => builderOf().addWifi(undefined as never), 'TypeError', /options must be a plain object/],
    [
      'extras that are a list',
      () => builderOf().addWifi({ ssid: 'a', extra: [] as never }),
      'TypeError',
      /options\.extra must be a plain object/,
    ],
    [
      'an identity below an extra for a text',
      () => builderOf().addWifi({ ssid: 'a', extra: { HESSID: identity as never } }),
      'ERR_REFERENCE_PLACE',
      /at \/HESSID/,
    ],
  ])('%s is refused', (_, run, code, text) => {
    const refusal = refusalOf(run);
    expect(refusal.code).toBe(code);
    expect(refusal.text).toMatch(text);
  });
});

describe('a secret', () => {
  const secret = 'SENTINEL-secret';
  const account = { host: 'mail.lab', authentication: 'password', username: 'anna', password: secret } as const;
  const vpn = {
    server: 'vpn.lab',
    remoteIdentifier: 'vpn.lab',
    localIdentifier: 'anna',
    authentication: 'SharedSecret',
    sharedSecret: secret,
    password: secret,
  } as const;

  test.each<[what: string, add: (builder: ProfileBuilder) => unknown]>([
    ['Wi-Fi', (builder) => builder.addWifi({ ssid: 'Home', encryption: 'None', password: secret })],
    ['EAP', (builder) => builder.addWifi({ eap: { types: ['peap'], password: secret } })],
    ['mail', (builder) => builder.addMail({ protocol: 'imap', incoming: account, outgoing: account })],
    ['VPN', (builder) => builder.addVpn({ name: 'Lab', ikev2: vpn, proxies: { password: secret } })],
    [
      'always-on VPN',
      (builder) => builder.addVpn({ name: 'Lab', alwaysOn: { tunnels: [{ ...vpn, protocol: 'IKEv2' }] } }),
    ],
    ['relays', (builder) => builder.addRelay({ relays: [{ headers: { Authorization: secret } }] })],
    ['Exchange', (builder) => builder.addExchange({ username: 'anna', password: secret, oauth: { enabled: true } })],
    ['calendars', (builder) => builder.addCalDav({ host: 'dav.lab', password: secret })],
    ['contacts', (builder) => builder.addCardDav({ host: 'dav.lab', password: secret })],
    ['proxy', (builder) => builder.addHttpProxy({ type: 'Auto', password: secret })],
    ['removal', (builder) => builder.addRemovalPassword({ password: secret })],
  ])('of %s stands in no issue and no error', (_, add) => {
    const builder = builderOf();
    add(builder);
    const context = {
      platforms: { iOS: { from: '12.0' }, macOS: { from: '10.13' }, tvOS: { from: '12.0' } },
      supervised: false,
      install: 'manual',
    } as const;
    const refusal = refusalOf(() => {
      expect(inspect(builder.build({ context }).issues, { depth: 9 })).not.toContain(secret);
    });
    expect(refusal.text).not.toContain(secret);
  });

  test.each<[what: string, add: (builder: ProfileBuilder) => unknown]>([
    ['given as an option of another type', (builder) => builder.addWifi({ ssid: 'Home', password: [secret] as never })],
    ['given twice', (builder) => builder.addWifi({ ssid: 'Home', password: secret, extra: { Password: secret } })],
    ['in a list', (builder) => builder.addRelay({ relays: [secret as never] })],
    ['as a word', (builder) => builder.addWifi({ ssid: 'Home', encryption: secret as never })],
    [
      'as an icon',
      (builder) => builder.addWebClip({ label: 'a', url: 'https://a.example/', icon: Buffer.from(secret) }),
    ],
    ['as an identity', (builder) => builder.addWifi({ eap: { types: ['tls'], identity: secret as never } })],
    ['in a dictionary', (builder) => builder.addRelay({ relays: [{ headers: { Authorization: [secret] as never } }] })],
  ])('%s stands in no error', (_, add) => {
    const { code, text } = refusalOf(() => add(builderOf()));
    expect(code).not.toBe('none');
    expect(text).not.toContain(secret);
  });
});

describe('the icon of a web clip', () => {
  const iconOf = (icon: Uint8Array) => () =>
    builderOf().addWebClip({ label: 'Lab', url: 'https://lab.example/', icon });

  const withFlippedBit = (file: Uint8Array, at: number): Uint8Array =>
    file.map((byte, index) => (index === at ? byte ^ 1 : byte));

  test.each<[what: string, icon: Uint8Array, reason: string]>([
    ['nothing', new Uint8Array(), 'empty'],
    ['a JPEG file', concat(Uint8Array.of(0xff, 0xd8, 0xff, 0xe0), new Uint8Array(40)), 'a JPEG file'],
    ['a GIF file', Buffer.from('GIF89a'), 'a GIF file'],
    ['an SVG file', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'a text, perhaps SVG or base64'],
    ['base64', Buffer.from(Buffer.from(pngFile()).toString('base64')), 'a text, perhaps SVG or base64'],
    ['anything', new Uint8Array(100), 'no PNG file'],
    ['a header alone', concat(pngSignature, pngHeader(8, 8)), 'a PNG file that is cut off'],
    ['half a file', pngFile().subarray(0, -20), 'a PNG file that is cut off'],
    ['a file whose last chunk is missing', pngFile().subarray(0, -12), 'a PNG file that is cut off'],
    [
      'a size of zero',
      concat(pngSignature, pngHeader(0, 8), pngChunk('IDAT'), pngChunk('IEND')),
      'a PNG file without pixels',
    ],
    ['a file with a bit flipped in its pixels', withFlippedBit(pngFile(), 45), 'a PNG file that is damaged'],
    ['a file with a bit flipped in its size', withFlippedBit(pngFile(), 19), 'a PNG file that is damaged'],
    ['a file without pixels', concat(pngSignature, pngHeader(8, 8), pngChunk('IEND')), 'a PNG file without pixels'],
  ])('is not %s', (_, icon, reason) => {
    expect(iconOf(icon)).toThrow(`options.icon is to be a PNG file, found ${reason}`);
  });

  test('may have bytes behind its end, and chunks that nobody knows', () => {
    const icon = concat(
      pngFile().subarray(0, 33),
      pngChunk('tEXt', Buffer.from('a\0b')),
      pngFile().subarray(33),
      new Uint8Array(3),
    );
    expect(iconOf(icon)).not.toThrow();
  });

  test('is judged by its size when the profile is built', () => {
    const { issues } = builderOf()
      .addWebClip({ label: 'Lab', url: 'https://lab.example/', icon: pngFile(401) })
      .build();
    expect(issues.map(({ code }) => code)).toEqual(['webclip-icon-image']);
  });
});
