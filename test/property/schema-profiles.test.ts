import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { PlistDictionary, PlistValue } from '../../src/plist/value.js';
import { validateProfileDictionary } from '../../src/validation/validate-profile-dictionary.js';
import { payload, profile, type Dictionary } from '../unit/validation/profile-dictionaries.js';

const anything = fc.anything({
  withBigInt: true,
  withBoxedValues: true,
  withDate: true,
  withMap: true,
  withNullPrototype: true,
  withObjectString: true,
  withSet: true,
  withSparseArray: true,
  withTypedArray: true,
});
const appleKey = fc.constantFrom(
  'PayloadType',
  'PayloadVersion',
  'PayloadIdentifier',
  'PayloadUUID',
  'PayloadContent',
  'PayloadScope',
  'PayloadEnabled',
  'EncryptedPayloadContent',
  'ConsentText',
  'RemovalDate',
  'DurationUntilRemoval',
  '__proto__',
  'constructor',
  '',
  'a/b~c',
);
const type = fc.constantFrom(
  'com.apple.security.root',
  'com.apple.security.pkcs1',
  'com.apple.security.pem',
  'Configuration',
  'TopLevel',
  'hasOwnProperty',
);
/** Bytes that begin like something. */
const content = fc
  .tuple(
    fc.constantFrom([], [0x30, 0x82, 0x01, 0x00], [0x30, 0x80], [...Buffer.from('-----BEGIN CERTIFICATE-----\n')]),
    fc.uint8Array({ maxLength: 300 }),
  )
  .map(([start, rest]) => new Uint8Array([...start, ...rest]));
const value = fc.oneof(anything, type, content, fc.constantFrom<unknown>(1, 1n, Number.NaN, true));

/** Dictionaries with and without a prototype, in which `__proto__` is a key like others. */
function dictionaryOf(values: fc.Arbitrary<unknown>): fc.Arbitrary<Dictionary> {
  const entries = fc.array(fc.tuple(fc.oneof(appleKey, fc.string()), values), { maxLength: 12 });
  return fc.tuple(entries, fc.boolean()).map(([pairs, bare]) => {
    const dictionary = (bare ? Object.create(null) : {}) as Dictionary;
    for (const [key, inner] of pairs) {
      Object.defineProperty(dictionary, key, { value: inner, enumerable: true, writable: true, configurable: true });
    }
    return dictionary;
  });
}

const loose = fc.record({ PayloadType: type, PayloadContent: value }, { requiredKeys: [] });
const anyPayload = fc.oneof(
  dictionaryOf(value),
  loose,
  loose.map((changes) => payload(changes as Dictionary)),
  value,
);
const anyProfile = fc.oneof(
  dictionaryOf(value),
  fc
    .tuple(dictionaryOf(value), fc.array(anyPayload, { maxLength: 4 }))
    .map(([changes, payloads]): Dictionary => profile({ PayloadContent: payloads as PlistValue[], ...changes })),
  value,
);

test('any dictionary whatsoever ends in issues, whose severities and pointers hold', () => {
  fc.assert(
    fc.property(anyProfile, fc.constantFrom('author', 'device'), (dictionary, as) => {
      const issues = validateProfileDictionary(dictionary as PlistDictionary, { at: new Date(0), as });
      for (const { severity, message, where, hint } of issues) {
        expect(['error', 'warning', 'info']).toContain(severity);
        expect(where.pointer === '' || where.pointer?.startsWith('/')).toBe(true);
        expect(message.length).toBeLessThan(1000);
        expect(hint).not.toBe('');
      }
    }),
    { numRuns: 1000 },
  );
});

test('a device never objects more than an author', () => {
  const weight = { info: 0, warning: 1, error: 2 };
  fc.assert(
    fc.property(anyProfile, (dictionary) => {
      const judge = (as: 'author' | 'device') =>
        validateProfileDictionary(dictionary as PlistDictionary, { at: new Date(0), as });
      const [author, device] = [judge('author'), judge('device')];
      expect(device.map(({ code, where }) => [code, where.pointer])).toEqual(
        author.map(({ code, where }) => [code, where.pointer]),
      );
      for (const [index, { severity }] of device.entries()) {
        expect(weight[severity]).toBeLessThanOrEqual(weight[author[index]!.severity]);
      }
    }),
  );
});
