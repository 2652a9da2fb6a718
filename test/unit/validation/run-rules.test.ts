import { describe, expect, test } from 'vitest';
import type { DeviceContext } from '../../../src/device/device-context.js';
import { isRuleIssue } from '../../../src/diagnostics/issues/index.js';
import type { JsonSchemaObject } from '../../../src/schema/json-schema.js';
import { validateProfileDictionary } from '../../../src/validation/validate-profile-dictionary.js';
import { at } from '../trust/lab.js';
import { payload, profile, type Dictionary } from './profile-dictionaries.js';
import { brief, found, judge, nowhere, schemaOn } from './run-rules-lab.js';

describe('an issue of a rule', () => {
  test('has the id, the weight and the sentence of the rule, the value, and what to do', () => {
    const issues = judge({ PayloadType: 'com.apple.security.acme', KeyType: 'RSA', KeySize: 100 });
    expect(issues.find(({ code }) => isRuleIssue(code))).toEqual({
      code: 'acme-rsa-key-size',
      severity: 'error',
      message: '"KeySize" at /PayloadContent/0/KeySize is 100: RSA keys are 1024 to 4096 bits in steps of 8',
      hint: 'change "KeySize" to a number from 1024 to 4096',
      source: 'Apple device-management schema, com.apple.security.acme',
      where: { pointer: '/PayloadContent/0/KeySize' },
    });
  });

  test.each<[type: string, content: Dictionary, context: DeviceContext, hint: string]>([
    [
      'com.apple.vpn.managed',
      { VPNType: 'AlwaysOn' },
      { platforms: { iOS: { from: '17' } }, supervised: false },
      'supervise the devices, or change "VPNType" to another value than "AlwaysOn"',
    ],
    [
      'com.apple.mail.managed',
      { IncomingPassword: 'a' },
      {},
      'encrypt the profile for its device, or remove "IncomingPassword"',
    ],
    [
      'com.apple.google-oauth',
      {},
      { install: 'manual' },
      'install the profile through device management, or remove the payload',
    ],
  ])('of %s that goes by the installation says how to change that', (type, content, context, hint) => {
    const hints = judge({ PayloadType: type, ...content }, { context }).map((issue) => issue.hint);
    expect(hints).toContain(hint);
  });

  test('never holds a secret, whatever the key is called', () => {
    const sentinel = 'sentinel';
    const issues = [
      ...judge({ PayloadType: 'com.apple.mail.managed', IncomingPassword: sentinel, OutgoingPassword: sentinel }),
      ...judge({ PayloadType: 'com.apple.relay.managed', Relays: [{ AdditionalHTTPHeaderFields: { A: sentinel } }] }),
      ...judge({ PayloadType: 'com.apple.security.FDERecoveryRedirect', RedirectURL: `http://a:${sentinel}@b` }),
      ...judge({ PayloadType: 'com.apple.eas.account', PayloadCertificateUUID: 'x', Certificate: sentinel }),
    ].filter(({ code }) => isRuleIssue(code));
    expect(issues.length).toBeGreaterThanOrEqual(5);
    expect(JSON.stringify(issues)).not.toContain(sentinel);
  });

  test('is told once for each value, up to a hundred of one rule', () => {
    const DenyList = Array.from({ length: 150 }, () => ({ RemoteDeviceID: 'x' }));
    const issues = judge(
      { PayloadType: 'com.apple.tvremote', AllowedRemotes: DenyList },
      { context: { platforms: { tvOS: { from: '17' } } } },
    );
    expect(issues.filter(({ code }) => code === 'tvremote-remote-mac-format')).toHaveLength(100);
    expect(issues.find(({ code }) => code === 'schema-more-faults')?.message).toContain('50 more');
  });
});

/** Payloads of one type whose types are counted when they are asked for. */
function countedPayloads(count: number, type: string, content: (index: number) => Dictionary, ask: () => void) {
  return Array.from({ length: count }, (_, index): Dictionary => {
    const counted = payload({ PayloadIdentifier: `com.example.${String(index)}`, ...content(index) });
    const get = () => {
      ask();
      return type;
    };
    return Object.defineProperty(counted, 'PayloadType', { enumerable: true, get });
  });
}

test.each<[rule: string, type: string, content: (index: number) => Dictionary]>([
  [
    'wifi-join-before-unlock-only-one',
    'com.apple.wifi.managed',
    (index) => ({ AllowJoinBeforeFirstUnlock: true, SSID_STR: 'a', PayloadCertificateUUID: String(index) }),
  ],
  ['aa-same-restriction-in-two-payloads', 'com.apple.applicationaccess', () => ({ allowCamera: true })],
  ['airplay-one-payload-on-ios', 'com.apple.airplay', () => ({ Passwords: [{ DeviceName: 'a', Password: 'b' }] })],
  [
    'wifi-client-identity',
    'com.apple.wifi.managed',
    () => ({ SSID_STR: 'a', PayloadUUID: 'same', PayloadCertificateUUID: 'same' }),
  ],
  ['mdm-immutable-on-update', 'com.apple.mdm', (index) => ({ ServerURL: `https://${String(index)}` })],
])('twice as many payloads are twice the work of %s, which looks at all of them', (rule, type, content) => {
  const reads = (count: number): number => {
    let found = 0;
    const ask = () => (found += 1);
    const after = profile({}, ...countedPayloads(count, type, content, ask));
    const previous = profile({}, ...countedPayloads(count, type, (index) => content(index + 1), ask));
    const context = { platforms: { iOS: { from: '11.0' }, visionOS: { from: '26.0' } } };
    const issues = validateProfileDictionary(after, { at, context, previous, payloadTypes: [{ type, schema: {} }] });
    expect(issues.filter(({ code }) => code === rule).length).toBeGreaterThanOrEqual(count - 1);
    return found;
  };
  expect(reads(200) / reads(100)).toBeLessThan(2.1);
});

describe('the devices', () => {
  const redirect = { PayloadType: 'com.apple.eas.account', Host: 'a', OAuth: true, Password: 'a' };
  const eas = 'com.apple.eas.account';
  const schema = schemaOn({ iOS: { introduced: '3.0' } });
  const known = { payloadTypes: [{ type: eas, schema }] };

  test('that are not named make a rule of later versions weigh one step less, and say which these are', () => {
    const only = { rules: { 'eas-password-encrypted-only': 'off' } } as const;
    expect(found(redirect, {}, { ...known, ...only })).toEqual(['warning eas-oauth-no-password /Password']);
    const [issue] = judge(redirect, { ...known, ...only });
    expect(issue?.message).toContain('(iOS 12.0 and later)');
    expect(found(redirect, { platforms: { iOS: { from: '12' } } }, { ...known, ...only })).toEqual([
      'error eas-oauth-no-password /Password',
    ]);
    expect(found(redirect, { platforms: { iOS: { from: '9', to: '11' } } }, { ...known, ...only })).toEqual([]);
  });

  test('have no version without the key that a rule is about', () => {
    const newer = schemaOn(
      { iOS: { introduced: '3.0' } },
      { Password: { 'x-apple': { supportedOS: { iOS: { introduced: '12.0' } } } } },
    );
    const options = {
      payloadTypes: [{ type: eas, schema: newer }],
      rules: { 'eas-password-encrypted-only': 'off' },
    } as const;
    expect(found(redirect, {}, options)).toEqual(['error eas-oauth-no-password /Password']);
  });

  test('without the key that a rule is about do not count, unless the rule names them', () => {
    const nowhereElse = { 'x-apple': { supportedOS: { macOS: nowhere } } };
    const both = schemaOn({ iOS: { introduced: '3.0' }, macOS: { introduced: '10.7' } }, { Password: nowhereElse });
    const options = { payloadTypes: [{ type: eas, schema: both }] };
    const context = { platforms: { iOS: { from: '9', to: '11' }, macOS: { from: '14' } } };
    expect(found(redirect, context, options)).toEqual(['warning eas-password-encrypted-only /Password']);

    const vpn = 'com.apple.vpn.managed';
    const probe = { PayloadType: vpn, IPSec: { OnDemandRules: [{ URLStringProbe: 'https://lab.test' }] } };
    const onPhone = schemaOn({ iOS: {}, watchOS: {} }, { IPSec: { 'x-apple': { supportedOS: { watchOS: nowhere } } } });
    const devices = { platforms: { iOS: { from: '17' }, watchOS: { from: '10' } } };
    expect(found(probe, devices, { payloadTypes: [{ type: vpn, schema: onPhone }] })).toContain(
      'error vpn-on-demand-watchos-no-url-probe /IPSec/OnDemandRules/0/URLStringProbe',
    );
  });

  test('that are not named are those that have the key, also where others have the payload', () => {
    const type = 'com.apple.mail.managed';
    const systems = { iOS: { introduced: '4.0' }, macOS: { introduced: '10.7' } };
    const onPhone = { 'x-apple': { supportedOS: { macOS: nowhere } } };
    const judgeKey = (key: JsonSchemaObject): string[] =>
      found(
        { PayloadType: type, SMIMEEnablePerMessageSwitch: true },
        {},
        { payloadTypes: [{ type, schema: schemaOn(systems, { SMIMEEnablePerMessageSwitch: key }) }] },
      );
    expect(judgeKey(onPhone)).toEqual(['info mail-per-message-switch-replacement /SMIMEEnablePerMessageSwitch']);
    expect(judgeKey({})).toEqual([]);
  });

  test('decide about install conditions, which are silent until they are known', () => {
    const account = { PayloadType: eas, Host: 'a' };
    expect(found(account)).toEqual([]);
    expect(found(account, { install: 'mdm' })).toEqual(['error eas-username-noninteractive ']);
    expect(found(account, { install: 'manual' })).toEqual([]);
  });

  test('take a password in the clear with a warning, and one that is encrypted without', () => {
    const account = { PayloadType: eas, Password: 'a' };
    expect(found(account)).toEqual(['warning eas-password-encrypted-only /Password']);
    expect(found(account, {}, { isEncrypted: true })).toEqual([]);
  });

  test('refuse a payload that must not be there', () => {
    const declarations = { PayloadType: 'com.apple.declarations', Declarations: [] };
    expect(found(declarations, { install: 'mdm' })).toEqual(['error declarations-not-through-mdm ']);
  });
});

describe('the weight', () => {
  const redirect = { PayloadType: 'com.apple.security.FDERecoveryRedirect', RedirectURL: 'http://a' };

  test('of an error is a warning for a device, which does not refuse the profile', () => {
    expect(found(redirect)).toContain('error fde-redirect-url-https /RedirectURL');
    expect(found(redirect, {}, { as: 'device' })).toContain('warning fde-redirect-url-https /RedirectURL');
  });

  test.each<[code: string, content: Dictionary]>([
    [
      'tcc-',
      {
        PayloadType: 'com.apple.TCC.configuration-profile-policy',
        Services: { Camera: [{ Identifier: 'a', IdentifierType: 'bundleID', CodeRequirement: 'b' }] },
      },
    ],
    [
      'wifi-',
      {
        PayloadType: 'com.apple.wifi.managed',
        SSID_STR: 'Lab',
        EncryptionType: 'WPA2',
        PayloadCertificateUUID: '00000000-0000-4000-8000-0000000000ff',
        EAPClientConfiguration: { AcceptEAPTypes: [13] },
      },
    ],
  ])('of an error of %s about what a device reads all the same is a warning', (code, content) => {
    const errors = found(content).filter((one) => one.startsWith(`error ${code}`));
    expect(errors).not.toEqual([]);
    expect(found(content, {}, { as: 'device' })).toEqual(
      expect.arrayContaining(errors.map((one) => one.replace('error', 'warning'))),
    );
  });

  test('stays where a device refuses it', () => {
    const rule = { PayloadType: 'com.apple.systempolicy.rule' };
    const user = profile({ PayloadScope: 'User' }, payload(rule));
    const context = { platforms: { macOS: { from: '14' } } };
    expect(brief(validateProfileDictionary(user, { at, as: 'device', context }))).toContain(
      'error system-policy-rule-system-scope ',
    );
  });

  test('is what the caller says', () => {
    expect(found(redirect, {}, { rules: { 'fde-redirect-url-https': 'info' } })).toContain(
      'info fde-redirect-url-https /RedirectURL',
    );
    const issues = judge(redirect, { rules: { 'fde-redirect-url-https': 'off' } });
    expect(issues.map(({ code }) => code)).not.toContain('fde-redirect-url-https');
  });
});

describe('rules of another payload type', () => {
  test('hold where they are inherited, for what lies below the path', () => {
    const ethernet = {
      PayloadType: 'com.apple.firstethernet.managed',
      ProxyType: 'Manual',
      EAPClientConfiguration: { TLSMinimumVersion: '1.3', PayloadCertificateAnchorUUID: ['x'] },
    };
    const context = { platforms: { macOS: { from: '14' } } };
    expect(found(ethernet, context)).toEqual([
      'error wifi-outer-identity-required-for-tls13 /EAPClientConfiguration',
      'error firsteth-eap-anchor-certificates /EAPClientConfiguration/PayloadCertificateAnchorUUID/0',
    ]);
    expect(found(ethernet, { platforms: { iOS: { from: '17' } } })).toEqual([]);
  });

  test('hold as a whole where no path is given, and are silent where the own rules speak', () => {
    const vpn = {
      PayloadType: 'com.apple.vpn.managed.applayer',
      VPNType: 'IKEv2',
      DNS: { ServerAddresses: [], PayloadCertificateUUID: 'x' },
    };
    expect(found(vpn)).toEqual([
      'error vpn-ikev2-needs-its-dictionary ',
      'error applayer-identities /DNS/PayloadCertificateUUID',
    ]);
  });
});

test('files that share a payload type are told apart by their key', () => {
  const sso = (ExtensionIdentifier: string): Dictionary => ({
    PayloadType: 'com.apple.extensiblesso',
    ExtensionIdentifier,
    TeamIdentifier: 'ABCDE12345',
    Type: 'Credential',
    ExtensionData: { pwReqLength: 8, pwReqText: 'a' },
  });
  const context = { platforms: { macOS: { from: '14' } } };
  expect(found(sso('com.example.sso'), context)).toEqual(['error sso-credential-needs-hosts ']);
  expect(found(sso('com.apple.AppSSOKerberos.KerberosExtension'), context)).toEqual([
    'warning kerberos-password-text-only-without-requirements /ExtensionData/pwReqText',
  ]);
});

test('a key that is optional under a condition is missed where the condition fails', () => {
  const dns = (DNSProtocol: string): Dictionary => ({ PayloadType: 'com.apple.vpn.managed', DNS: { DNSProtocol } });
  const code = 'warning vpn-dns-server-addresses-optional-when-encrypted /DNS';
  expect(found(dns('Cleartext'))).toEqual([code]);
  expect(found(dns('TLS'))).not.toContain(code);
});
