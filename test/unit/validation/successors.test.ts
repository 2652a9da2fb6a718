import { describe, expect, test } from 'vitest';
import type { DeviceContext } from '../../../src/device/device-context.js';
import type { JsonSchemaObject } from '../../../src/schema/json-schema.js';
import { validateProfileDictionary } from '../../../src/validation/validate-profile-dictionary.js';
import { at } from '../trust/lab.js';
import { payload, profile, type Dictionary } from './profile-dictionaries.js';

const nowhere = { introduced: 'n/a' };
type Facts = Readonly<Record<string, object>>;
const on = (platforms: NonNullable<DeviceContext['platforms']>): DeviceContext => ({ platforms });

/** The schema of a payload type for iOS 12 and macOS 11, with facts of its own, and those of two keys. */
function schemaOf(own: Facts, key: Facts): JsonSchemaObject {
  const systems = { iOS: { introduced: '12.0' }, macOS: { introduced: '11.0' } };
  const Key = { 'x-apple': { supportedOS: key } };
  return {
    'x-apple': { supportedOS: { ...systems, tvOS: nowhere, watchOS: nowhere, visionOS: nowhere, ...own } },
    properties: { Whitelist: Key, Passwords: { items: { properties: { DeviceID: Key } } } },
  };
}

describe('what replaces a key or payload', () => {
  const airplay = 'com.apple.airplay';
  const apn = 'com.apple.apn.managed';
  const told = (payloadType: string, own: Facts, key: Facts, content: Dictionary, context: DeviceContext): string[] => {
    const issues = validateProfileDictionary(profile({}, payload({ PayloadType: payloadType, ...content })), {
      at,
      context,
      payloadTypes: [{ type: payloadType, schema: schemaOf(own, key) }],
    });
    return issues
      .filter(({ code }) => code.startsWith('support-') || code.includes('replace'))
      .map(({ severity, code, hint }) => `${severity} ${code}: ${hint ?? ''}`);
  };
  const phone = on({ iOS: { from: '17' } });
  const gone = { iOS: { removed: '17.0' } };

  test('is told with its removal, once', () => {
    expect(told(airplay, {}, gone, { Whitelist: 1 }, phone)).toEqual([
      'warning support-removed: use "AllowList" in its place',
    ]);
    expect(told(airplay, {}, gone, { Passwords: [{}, { DeviceID: 'a' }] }, phone)).toEqual([
      'warning support-removed: use "Passwords/DeviceName" in its place',
    ]);
    expect(told(airplay, {}, { iOS: { removed: '18.0' } }, { Whitelist: 1 }, phone)).toEqual([
      'warning airplay-replacements: use "AllowList" in its place',
    ]);
  });

  test('is told of a payload, with the systems when these are not all', () => {
    const old = { iOS: { introduced: '12.0', deprecated: '15.0' }, macOS: { introduced: '11.0', deprecated: '15.0' } };
    const both = on({ iOS: { from: '17' }, macOS: { from: '15' } });
    const removed = { iOS: { introduced: '12.0', removed: '17.0' }, macOS: { introduced: '11.0', removed: '15.0' } };
    expect(told(apn, old, {}, {}, {})).toEqual([
      'info support-deprecated: use the payload "com.apple.cellular" (iOS 7.0 and later) in its place',
    ]);
    expect(told(apn, removed, {}, {}, both)).toEqual([
      'error support-removed: use the payload "com.apple.cellular" (iOS 7.0 and later) in its place',
    ]);
  });

  test('of the payload for software updates is a declaration, which macOS 27 needs', () => {
    const update = profile({}, payload({ PayloadType: 'com.apple.SoftwareUpdate', AutomaticDownload: true }));
    const found = (from: string): string[] =>
      validateProfileDictionary(update, { at, context: on({ macOS: { from } }) })
        .filter(({ where }) => where.pointer === '/PayloadContent/0')
        .map(({ code, hint }) => `${code}: ${hint ?? ''}`);
    const advice = 'use the declaration "com.apple.configuration.softwareupdate.settings" in its place';
    expect(found('27')).toContain(`support-removed: ${advice}`);
    expect(found('27').filter((one) => one.includes('softwareupdate.settings'))).toHaveLength(1);
  });

  test('is not told where no rule knows it, or it replaces nothing yet', () => {
    expect(told('com.example.lab', {}, gone, { Whitelist: 1 }, phone)).toEqual([
      'warning support-removed: remove "Whitelist", or look up what replaces it',
    ]);
    const sso = { iOS: { introduced: '12.0', deprecated: '15.0' } };
    expect(told('com.apple.sso', sso, {}, {}, on({ iOS: { from: '17', to: '18' } }))).toEqual([
      'warning support-deprecated: look up what replaces the payload "com.apple.sso", and prefer it',
    ]);
  });
});
