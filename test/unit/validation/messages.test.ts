import { describe, expect, test } from 'vitest';
import type { DeviceContext } from '../../../src/device/device-context.js';
import type { Issue } from '../../../src/diagnostics/issue.js';
import { definePayloadType } from '../../../src/schema/define-payload-type.js';
import { validateProfileDictionary } from '../../../src/validation/validate-profile-dictionary.js';
import { at } from '../trust/lab.js';
import { payload, profile, type Dictionary } from './profile-dictionaries.js';

const judge = (dictionary: Dictionary): Issue[] => validateProfileDictionary(dictionary, { at });

test('texts of the profile never reach a message, but for names', () => {
  const sentinel = 'sentinel-of-a-secret';
  const issues = judge(
    profile(
      { RemovalDate: sentinel, ConsentText: sentinel, PayloadVersion: sentinel },
      payload({ PayloadContent: sentinel, Password: sentinel, PayloadDisplayName: [sentinel] }),
      payload({ PayloadContent: new TextEncoder().encode(sentinel) }),
    ),
  );
  expect(issues.length).toBeGreaterThan(5);
  expect(JSON.stringify(issues)).not.toContain('sentinel');
});

test('names are escaped and cut in messages', () => {
  const long = `${'a'.repeat(10_000)}\u202e`;
  const issues = judge(
    profile(
      { PayloadIdentifier: long, PayloadUUID: long, [long]: 1, ConsentText: { [long]: 'a' } },
      payload({ PayloadType: long, PayloadIdentifier: long }),
    ),
  );
  expect(issues.length).toBeGreaterThan(5);
  for (const { message } of issues) {
    expect(message.length).toBeLessThan(500);
    expect(message).not.toContain('\u202e');
  }
});

test('a value that two tables refuse is told once, by the narrower', () => {
  const context = { platforms: { iOS: { from: '17' } } };
  const passcode = payload({ PayloadType: 'com.apple.mobiledevice.passwordpolicy', maxInactivity: 100 });
  const issues = validateProfileDictionary(profile({}, passcode), { at, context });
  const told = issues.filter(({ where }) => where.pointer?.endsWith('/maxInactivity'));
  expect(told.map(({ message }) => message)).toEqual([
    '"maxInactivity" at /PayloadContent/0/maxInactivity is 100, out of range: 0 to 15',
  ]);
});

describe('the value in a message', () => {
  const messageOf = (content: Dictionary, context: DeviceContext = {}): string[] =>
    validateProfileDictionary(profile({}, payload(content)), { at, context }).map(({ message }) =>
      message.replaceAll('/PayloadContent/0', ''),
    );

  test('is told with Apple’s name of the key, for items with that of their list', () => {
    const wifi = { PayloadType: 'com.apple.wifi.managed', SSID_STR: 'Lab', PayloadContent: undefined };
    const told = messageOf({ ...wifi, ProxyServerPort: 70_000, MCCAndMNCs: ['26201'] } as unknown as Dictionary);
    expect(told).toContain('"ProxyServerPort" at /ProxyServerPort is 70000, out of range: 0 to 65535');
    expect(told).toContain(
      'the item of "MCCAndMNCs" at /MCCAndMNCs/0 is "26201", which has not the form that Apple gives',
    );
  });

  test('that older systems take one of a list only is told with the name of the key', () => {
    const context = { platforms: { macOS: { from: '10.9' } } };
    const told = messageOf({ PayloadType: 'com.apple.loginwindow', AdminHostInfo: 'DSStatus' }, context);
    expect(told).toContain('"AdminHostInfo" at /AdminHostInfo has the value "DSStatus" that Apple does not list');
  });

  test('is missing where the schema marks a secret, or the text is one whatever its key is', () => {
    const type = 'com.example.app';
    const text = { type: 'string', plist: 'string', enum: ['low', 'high'] } as const;
    const number = { type: 'integer', plist: 'integer', maximum: 1, writeOnly: true } as const;
    const schema = { properties: { Level: text, Code: { ...text, writeOnly: true }, Pin: text, Number: number } };
    const content = {
      PayloadType: type,
      Level: 'https://a:Sentinel@b',
      Code: 'Sentinel',
      Pin: 'Sentinel',
      Number: 4711,
    };
    const issues = validateProfileDictionary(profile({}, payload(content)), { at, payloadTypes: [{ type, schema }] });
    expect(issues).toHaveLength(4);
    expect(JSON.stringify(issues)).not.toMatch(/Sentinel|4711/);
  });
});

test('several systems are told as one would say them', () => {
  const type = 'com.example.lab';
  const nowhere = { introduced: 'n/a' };
  const supportedOS = {
    iOS: { introduced: '12.0', deprecated: '15.0' },
    macOS: { introduced: '11.0', deprecated: '14.0' },
    tvOS: { introduced: '12.0', deprecated: '16.0' },
    watchOS: nowhere,
    visionOS: nowhere,
  };
  const schema = { properties: {}, 'x-apple': { supportedOS } };
  const issues = validateProfileDictionary(profile({}, payload({ PayloadType: type })), {
    at,
    payloadTypes: [{ type, schema }],
  });
  expect(issues.find(({ code }) => code === 'support-deprecated')?.message).toContain(
    'is deprecated since iOS 15.0, macOS 14.0 and tvOS 16.0',
  );
});

test('of a payload type that Apple does not document nothing is said in the name of Apple', () => {
  const type = 'com.example.app';
  const text = { type: 'string', plist: 'string' } as const;
  const definition = definePayloadType(type, {
    properties: { Mode: { ...text, enum: ['low', 'high'] }, Home: { ...text, pattern: '^a$' }, PayloadContent: true },
    additionalProperties: false,
  });
  const content = { PayloadType: type, Mode: 'middle', Home: 'b', Lab: 1 };
  const issues = validateProfileDictionary(profile({}, payload(content)), { at, payloadTypes: [definition] });
  expect(issues.map(({ code, message, hint, source }) => [code, message, hint, source])).toEqual([
    [
      'schema-pattern',
      '"Home" at /PayloadContent/0/Home is "b", which has not the form that its schema gives',
      'write a text that matches ^a$',
      'schema of com.example.app',
    ],
    [
      'schema-unknown-key',
      '"Lab" at /PayloadContent/0/Lab is not a key that its schema names',
      'remove "Lab", or add it to the schema',
      'schema of com.example.app',
    ],
    [
      'schema-enum',
      '"Mode" at /PayloadContent/0/Mode has the value "middle" that its schema does not list',
      'choose one of: "low", "high"',
      'schema of com.example.app',
    ],
  ]);
});

test('a misspelt type of Apple’s is answered with the one that was probably meant', () => {
  const [found] = judge(profile({}, payload({ PayloadType: 'com.apple.wifi.manged' })));
  expect(found).toMatchObject({
    code: 'schema-unknown-payload',
    hint: 'did you mean "com.apple.wifi.managed"?',
  });
});
