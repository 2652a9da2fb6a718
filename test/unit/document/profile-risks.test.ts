import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { EffectivePayload } from '../../../src/document/effective-payload.js';
import { describeEffects } from '../../../src/document/profile-effects.js';
import { findRisks } from '../../../src/document/profile-risks.js';

type Content = EffectivePayload['content'];

const place = (type: string, content: Content = {}, index = 0): EffectivePayload => ({
  pointer: `/PayloadContent/${String(index)}`,
  type,
  content,
});

/** The risks of a profile with one payload, each as its kind and its words. */
function risksOf(type: string, content: Content = {}, settings: Content = {}): string[] {
  const risks = findRisks(settings, [place(type, content)], { secrets: [], isKnown: () => true });
  return risks.map(({ kind, text }) => `${kind}: ${text}`);
}

const effectOf = (type: string, content: Content): string | undefined =>
  describeEffects({}, [place(type, content)])[0]?.text;

describe('management says what the server may do', () => {
  // Apple, MDM payload: 1 and 16 to 1024 ask, 2, 128, 2048 and 4096 change, 4 locks, 8 erases.
  test.each<[content: Content, text: string]>([
    [{ AccessRights: 8191 }, 'the server can change, lock and erase the device from then on'],
    [{ AccessRights: 1 | 2 | 4 }, 'the server can change and lock the device from then on'],
    [{ AccessRights: 1 | 16 | 1024 }, 'the server can ask what is on the device from then on'],
    [{}, 'the server can change, lock and erase the device from then on'],
    [
      { EnrollmentMode: 'BYOD', AccessRights: 1 },
      'the server can lock the device, and change and erase what it manages on it, from then on',
    ],
  ])('with %j', (content, text) => {
    expect(risksOf('com.apple.mdm', content)).toEqual([`management: ${text}`]);
  });
});

describe('traffic says who sees what', () => {
  test.each<[type: string, content: Content, text: string]>([
    [
      'com.apple.vpn.managed',
      { UserDefinedName: 'Safe', IKEv2: { RemoteAddress: 'vpn.example' } },
      'traffic goes through a VPN, "vpn.example", whose owner can watch it',
    ],
    [
      'com.apple.vpn.managed.applayer',
      { PPP: { CommRemoteAddress: 'l2tp.example' } },
      'traffic of single apps goes through a VPN, "l2tp.example", whose owner can watch it',
    ],
    [
      'com.apple.proxy.http.global',
      { ProxyPACURL: 'https://p.example/pac' },
      'web traffic goes through a proxy, "https://p.example/pac", whose owner can watch it',
    ],
    [
      'com.apple.wifi.managed',
      { ProxyType: 'Manual', ProxyServer: '192.0.2.1' },
      'web traffic in this network goes through a proxy, "192.0.2.1", whose owner can watch it',
    ],
    [
      'com.apple.relay.managed',
      { Relays: [{ HTTP3RelayURL: 'https://r.example' }, { HTTP2RelayURL: 'https://s.example' }] },
      'traffic goes through a relay, "https://r.example" and "https://s.example", whose owner can watch it',
    ],
    [
      'com.apple.dnsSettings.managed',
      { DNSSettings: { ServerURL: 'https://dns.example/q' } },
      'whoever runs the DNS server "https://dns.example/q" sees the names that the device looks up',
    ],
    [
      'com.apple.dnsSettings.managed',
      { DNSSettings: { ServerAddresses: ['192.0.2.1'], SupplementalMatchDomains: ['lab.example'] } },
      'whoever runs the DNS server "192.0.2.1" sees the names below "lab.example" that the device looks up',
    ],
    [
      'com.apple.dnsSettings.managed',
      { DNSSettings: { SupplementalMatchDomains: ['lab.example', ''] } },
      'whoever runs the DNS server sees the names that the device looks up',
    ],
    [
      'com.apple.dnsProxy.managed',
      { AppBundleIdentifier: 'com.example.dns' },
      'the app "com.example.dns" sees the names that the device looks up',
    ],
    [
      'com.apple.webcontent-filter',
      { FilterType: 'Plugin', PluginBundleID: 'com.example.filter', UserDefinedName: 'Filter' },
      'the app "com.example.filter" sees the traffic that it filters',
    ],
  ])('%s', (type, content, text) => {
    expect(risksOf(type, content)).toEqual([`traffic: ${text}`]);
  });

  test('nobody sees what the filter of the system filters, or a network without a proxy', () => {
    expect(risksOf('com.apple.webcontent-filter', { FilterType: 'BuiltIn' })).toEqual([]);
    expect(risksOf('com.apple.webcontent-filter')).toEqual([]);
    expect(risksOf('com.apple.wifi.managed', { ProxyType: 'None' })).toEqual([]);
  });
});

describe('a privacy policy', () => {
  const tcc = 'com.apple.TCC.configuration-profile-policy';
  const Services = {
    SystemPolicyAllFiles: [
      { Identifier: 'com.example.a', Allowed: true },
      { Identifier: '/usr/bin/b', Authorization: 'Allow' },
      { Identifier: 'com.example.c', Allowed: 1 },
    ],
    Accessibility: [{ Identifier: 'com.example.a', Allowed: true, Authorization: 'Deny' }],
    Camera: [{ Identifier: 'com.example.a', Allowed: true }],
    ScreenCapture: [{ Identifier: 'com.example.a', Authorization: 'AllowStandardUserToSetSystemService' }],
    AppleEvents: [
      { Identifier: 'com.example.a', Allowed: true, AEReceiverIdentifier: 'com.apple.finder' },
      { Identifier: 'com.example.c', Allowed: true, AEReceiverIdentifier: 'com.apple.systemevents' },
      { Identifier: 'com.example.c', Allowed: true },
    ],
    BluetoothAlways: [{ Identifier: 'com.example.d', Authorization: 'Allow' }],
  };

  test('says which apps may do what without asking, and tells no grant that a profile cannot give', () => {
    expect(risksOf(tcc, { Services })).toEqual([
      'privacy: "com.example.a", "/usr/bin/b" and "com.example.c" may read all protected files without asking',
      'privacy: "com.example.a" may control "com.apple.finder" without asking',
      'privacy: "com.example.c" may control "com.apple.systemevents" without asking',
      'privacy: "com.example.c" may control other apps without asking',
      'privacy: "com.example.d" may use Bluetooth without asking',
    ]);
  });

  test('is told with the apps that it is about, each once and not all of many', () => {
    expect(effectOf(tcc, { Services })).toBe(
      'answers privacy questions in advance for "com.example.a", "/usr/bin/b", "com.example.c" and "com.example.d"',
    );
    const many = Array.from({ length: 9 }, (_, index) => ({ Identifier: `a${String(index)}` }));
    expect(effectOf(tcc, { Services: { Calendar: many } })).toMatch(/"a5" and 3 more$/);
  });
});

test.each<[type: string, content: Content, risk: string]>([
  [
    'com.apple.system-extension-policy',
    { AllowedSystemExtensions: { TEAM1: ['com.example.ext'] }, AllowedTeamIdentifiers: ['TEAM2'] },
    'runs-software: software signed by "TEAM2" and "TEAM1" may run as a system extension, and nobody is asked',
  ],
  [
    'com.apple.syspolicy.kernel-extension-policy',
    { AllowedTeamIdentifiers: ['TEAM2'] },
    'runs-software: software signed by "TEAM2" may run in the kernel, and nobody is asked',
  ],
  ['com.apple.mcxloginscripts', {}, 'runs-software: its scripts run at login and logout'],
  [
    'com.apple.security.FDERecoveryKeyEscrow',
    { Location: 'here' },
    'recovery-key: whoever runs the management server can decrypt the disk, with the FileVault recovery key',
  ],
  [
    'com.apple.security.FDERecoveryRedirect',
    { RedirectURL: 'https://keys.example' },
    'recovery-key: whoever runs "https://keys.example" can decrypt the disk, with the FileVault recovery key',
  ],
  [
    'com.apple.systempolicy.control',
    { EnableAssessment: false },
    'weaker-check: Gatekeeper no longer checks apps before they run',
  ],
  ['com.apple.security.firewall', { EnableFirewall: false }, 'weaker-check: the firewall is off'],
  [
    'com.apple.mobiledevice.passwordpolicy',
    { maxFailedAttempts: 5 },
    'data-loss: after 5 wrong passcodes, an iPhone or iPad is erased, and the account on a Mac locked',
  ],
])('%s is a risk with %j', (type, content, risk) => {
  expect(risksOf(type, content)).toEqual([risk]);
});

test.each<[type: string, content: Content]>([
  ['com.apple.system-extension-policy', { AllowedSystemExtensionTypes: { TEAM1: ['NetworkExtension'] } }],
  ['com.apple.systempolicy.control', { EnableAssessment: true }],
  ['com.apple.security.firewall', { EnableFirewall: true }],
  ['com.apple.mobiledevice.passwordpolicy', { minLength: 8 }],
  ['com.apple.mobiledevice.passwordpolicy', { maxFailedAttempts: 11 }],
])('%s is none with %j', (type, content) => {
  expect(risksOf(type, content)).toEqual([]);
});

test('every service of a privacy policy that Apple documents has words of its own', () => {
  const file = new URL('../../../schemas/com.apple.TCC.configuration-profile-policy.schema.json', import.meta.url);
  const schema = JSON.parse(readFileSync(file, 'utf8')) as {
    properties: { Services: { properties: Record<string, unknown> } };
  };
  const services = Object.keys(schema.properties.Services.properties);
  expect(services).toContain('SystemPolicyAllFiles');
  for (const service of [...services, 'NewService']) {
    const granted = { Services: { [service]: [{ Identifier: 'com.example.app', Allowed: true }] } };
    const isNamed = risksOf('com.apple.TCC.configuration-profile-policy', granted).join('').includes(service);
    expect(isNamed, service).toBe(service === 'NewService');
  }
});

describe('removal', () => {
  test('is told with a password when there is a payload with one, by hand otherwise', () => {
    const locked = { PayloadRemovalDisallowed: true };
    expect(risksOf('com.apple.dock', {}, locked)).toEqual([
      'no-removal: the profile cannot be removed by hand, on a Mac or a supervised device',
    ]);
    expect(risksOf('com.apple.profileRemovalPassword', { RemovalPassword: '[secret]' }, locked)).toEqual([
      'no-removal: the profile can be removed only with a password, on a Mac or a supervised device',
    ]);
    expect(risksOf('com.apple.profileRemovalPassword')).toHaveLength(1);
    expect(risksOf('com.apple.dock', {}, { PayloadRemovalDisallowed: false })).toEqual([]);
  });

  test('by the device itself is an effect, in a unit without a fraction', () => {
    const texts = (settings: Content): string[] => describeEffects(settings, []).map(({ text }) => text);
    expect(texts({ RemovalDate: '2027-01-02T03:04:05.000Z', DurationUntilRemoval: 172_800 })).toEqual([
      'is removed by the device itself on 2027-01-02',
      'is removed by the device itself after 2 days',
    ]);
    expect(texts({ DurationUntilRemoval: 90_000 })).toEqual(['is removed by the device itself after 25 hours']);
    expect(texts({ DurationUntilRemoval: 86_400.5 })).toEqual(['is removed by the device itself after 1 day']);
    expect(texts({ DurationUntilRemoval: 1 })).toEqual(['is removed by the device itself after 1 second']);
  });
});

test('payloads that are encrypted are told as what cannot be seen', () => {
  const find = (settings: Content) => findRisks(settings, [], { secrets: [], isKnown: () => true });
  expect(find({ EncryptedPayloadContent: '[9 bytes]' })).toEqual([
    {
      kind: 'cannot-be-seen',
      pointer: '/EncryptedPayloadContent',
      text: 'its payloads are encrypted: what they do cannot be seen here',
    },
  ]);
  expect(find({ IsEncrypted: false })).toEqual([]);
});

test('a profile that asks for the identifiers of the device says which, and who gets them', () => {
  const settings = {
    PayloadType: 'Profile Service',
    PayloadContent: { URL: 'https://enrol.example/', DeviceAttributes: ['UDID', 'IMEI'], Challenge: '[secret]' },
  };
  expect(describeEffects(settings, [])).toEqual([
    {
      pointer: '/PayloadContent',
      text: 'sends "UDID" and "IMEI" of the device to a server at "https://enrol.example/", and installs what it answers',
    },
  ]);
  const risks = findRisks(settings, [], { secrets: [], isKnown: () => true });
  expect(risks).toEqual([
    {
      kind: 'cannot-be-seen',
      pointer: '/PayloadContent',
      text: 'what the server "https://enrol.example/" answers is installed, and cannot be seen here',
    },
  ]);
  expect(describeEffects({ PayloadType: 'Profile Service' }, [])).toEqual([]);
});

test('a type that Apple does not document is named, and the gravest risk stands first', () => {
  const payloads = [place('com.example.odd'), place('com.apple.mdm', {}, 1)];
  const isKnown = (type: string): boolean => type === 'com.apple.mdm';
  const risks = findRisks({ PayloadRemovalDisallowed: true }, payloads, { secrets: ['/a'], isKnown });
  expect(risks.map(({ kind, pointer }) => [kind, pointer])).toEqual([
    ['management', '/PayloadContent/1'],
    ['no-removal', '/PayloadRemovalDisallowed'],
    ['password-inside', '/a'],
    ['unknown-payload', '/PayloadContent/0'],
  ]);
  expect(risks.at(-1)?.text).toBe('Apple does not document the payload type "com.example.odd"');
});

test.each<[type: string, content: Content, text: string]>([
  [
    'com.apple.ManagedClient.preferences',
    { PayloadEnabled: true, PayloadContent: { 'com.example.app': {}, 'com.example.other': {} } },
    'sets preferences of "com.example.app" and "com.example.other"',
  ],
  ['com.apple.applicationaccess', { allowCamera: false, PayloadEnabled: true }, 'sets 1 restriction'],
  ['com.example.domain', { a: 1, b: 2, PayloadEnabled: true }, 'sets 2 keys of com.example.domain'],
  ['com.apple.finder', {}, 'sets no key of com.apple.finder'],
  [
    'com.apple.servicemanagement',
    { Rules: [{ RuleValue: 'com.example.a' }, { RuleValue: 'com.example.b' }] },
    'keeps people from switching off background services of "com.example.a" and "com.example.b"',
  ],
  ['com.apple.loginitems.managed', {}, 'opens items at login'],
  ['com.apple.webcontent-filter', { FilterType: 'BuiltIn' }, 'filters what the web shows'],
])('%s does with %j what its sentence says', (type, content, text) => {
  expect(effectOf(type, content)).toBe(text);
});
