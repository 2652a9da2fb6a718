import fc from 'fast-check';
import { expect, test } from 'vitest';
import { allPlatforms, type DeviceContext } from '../../src/device/device-context.js';
import type { PlistDictionary, PlistValue } from '../../src/plist/value.js';
import { real } from '../../src/plist/value.js';
import { ruleGroups, ruleTypes } from '../../src/validation/load-rules.js';
import { validateProfileDictionary } from '../../src/validation/validate-profile-dictionary.js';
import { excuseValues } from '../support/secrets/secret-watch.js';
import { payload, profile, type Dictionary } from '../unit/validation/profile-dictionaries.js';

/** The names and values that the rules of a type speak of. */
function wordsOf(type: string): { keys: string[]; values: unknown[] } {
  const [keys, values] = [new Set<string>(), new Set<unknown>()];
  const visit = (value: unknown, name = ''): void => {
    if (typeof value === 'string' && value.startsWith('/')) for (const key of value.split('/')) keys.add(key);
    if (name === 'const' || name === 'enum') values.add(value);
    if (Array.isArray(value)) for (const item of value) visit(item, name === 'required' ? 'key' : name);
    else if (typeof value === 'object' && value !== null) {
      for (const [key, inner] of Object.entries(value)) {
        if (name === 'properties') keys.add(key);
        visit(inner, key);
      }
    } else if (name === 'key') keys.add(String(value));
  };
  visit(ruleGroups(type));
  return { keys: [...keys, 'PayloadType', 'Payload'], values: [...values].filter((one) => typeof one !== 'object') };
}

const words = new Map(ruleTypes().map((type) => [type, wordsOf(type)]));
excuseValues([...words.values()].flatMap(({ values }) => values));

/** Dictionaries in the words of a payload type, with values that fit and that do not. */
const payloads = fc.constantFrom(...ruleTypes()).chain((type) => {
  const { keys, values } = words.get(type) ?? { keys: [], values: [] };
  const { value } = fc.letrec<{ value: unknown }>((tie) => ({
    value: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      fc.constantFrom<unknown>(...values, '', 'other', 0, 1, -1, 2n ** 64n, true, false, real(1), new Date(0)),
      fc.uint8Array({ maxLength: 40 }),
      fc.anything(),
      fc.array(tie('value'), { maxLength: 3 }),
      fc.dictionary(fc.constantFrom(...keys), tie('value'), { maxKeys: 6 }),
    ),
  }));
  const content = fc.dictionary(fc.constantFrom(...keys), value, { maxKeys: 8 });
  return content.map((entries) => payload({ ...(entries as Dictionary), PayloadType: type, PayloadContent: [] }));
});

const range = fc.constantFrom({ from: '1.0' }, { from: '9', to: '12' }, { from: '17.4', to: '17' }, { from: '26.4' });
const contexts: fc.Arbitrary<DeviceContext> = fc.record(
  {
    platforms: fc.dictionary(fc.constantFrom(...allPlatforms), range, { maxKeys: 3 }),
    supervised: fc.boolean(),
    enrollment: fc.constantFrom('none', 'device', 'user', 'local'),
    install: fc.constantFrom('manual', 'mdm', 'configurator'),
    channel: fc.constantFrom('device', 'user'),
    sharedIPad: fc.boolean(),
  },
  { requiredKeys: [] },
);

const profiles = fc
  .array(payloads, { maxLength: 4 })
  .map((list): Dictionary => profile({ PayloadContent: list as PlistValue[] }));

test('whatever stands in payloads, and whatever is known of the devices, ends in issues with words', () => {
  fc.assert(
    fc.property(profiles, contexts, profiles, (dictionary, context, previous) => {
      for (const as of ['author', 'device'] as const) {
        const issues = validateProfileDictionary(dictionary, { at: new Date(0), as, context, previous });
        for (const { severity, message, where, hint = '' } of issues) {
          expect(['error', 'warning', 'info']).toContain(severity);
          expect(where.pointer === '' || where.pointer?.startsWith('/')).toBe(true);
          expect(message).not.toMatch(/undefined|\[object|NaN/);
          expect(hint).not.toMatch(/^$|undefined|\[object|NaN/);
          expect(message.length + hint.length).toBeLessThan(2500);
        }
      }
    }),
    { numRuns: 40 },
  );
});

test('a device sees the same as an author, and never objects more', () => {
  const weight = { info: 0, warning: 1, error: 2 };
  fc.assert(
    fc.property(profiles, contexts, (dictionary: PlistDictionary, context) => {
      const judge = (as: 'author' | 'device') =>
        validateProfileDictionary(dictionary, { at: new Date(0), as, context });
      const [author, device] = [judge('author'), judge('device')];
      expect(device.map(({ code, message }) => [code, message])).toEqual(
        author.map(({ code, message }) => [code, message]),
      );
      for (const [index, { severity }] of device.entries()) {
        expect(weight[severity]).toBeLessThanOrEqual(weight[author[index]!.severity]);
      }
    }),
    { numRuns: 25 },
  );
});

test('knowing nothing of the devices, nothing weighs more than when they are all named', () => {
  const platforms = Object.fromEntries(allPlatforms.map((platform) => [platform, { from: '1.0' }]));
  const weight = { info: 0, warning: 1, error: 2 };
  fc.assert(
    fc.property(profiles, (dictionary: PlistDictionary) => {
      const named = validateProfileDictionary(dictionary, { at: new Date(0), context: { platforms } });
      for (const { code, where, severity } of validateProfileDictionary(dictionary, { at: new Date(0) })) {
        const here = named.filter((one) => one.where.pointer === where.pointer);
        const same = here.filter((one) => one.code === code);
        // What one rule says when a system is named, another may be silent about: one fact has one code.
        const weights = (same.length > 0 ? same : here).map((one) => weight[one.severity]);
        expect(Math.max(...weights)).toBeGreaterThanOrEqual(weight[severity]);
      }
    }),
    { numRuns: 25 },
  );
});
