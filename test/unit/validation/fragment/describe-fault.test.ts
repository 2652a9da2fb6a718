import { describe, expect, test } from 'vitest';
import { real } from '../../../../src/plist/value.js';
import { describeFault } from '../../../../src/validation/fragment/describe-fault.js';
import { findFaults } from '../../../../src/validation/fragment/find-faults.js';
import type { Fragment } from '../../../../src/validation/fragment/fragment.js';

const start = '/PayloadContent/0';
const words = (fragment: Fragment, value: unknown, isSecret = false): [found: string, advice: string] => {
  const [fault] = findFaults(fragment, value);
  if (fault === undefined) throw new Error('the value fits');
  const { found, advice } = describeFault(fault, start, () => isSecret);
  return [found, advice];
};
const ofKey = (demand: Fragment): Fragment => ({ properties: { Key: demand } });

test.each<[fragment: Fragment, value: unknown, found: string, advice: string]>([
  [{ required: ['Key'] }, {}, '"Key" is missing at /PayloadContent/0', 'add "Key"'],
  [
    { required: ['Key'], properties: { Key: { const: true } } },
    {},
    '"Key" is missing at /PayloadContent/0',
    'add "Key" with the value true',
  ],
  [ofKey(false), { Key: 'text' }, '"Key" at /PayloadContent/0/Key is set', 'remove "Key"'],
  [false, {}, 'the payload at /PayloadContent/0 is set', 'remove the payload'],
  [ofKey({ const: 'a' }), { Key: 'b' }, '"Key" at /PayloadContent/0/Key is "b"', 'change "Key" to "a"'],
  [
    ofKey({ enum: ['a', 'c'] }),
    { Key: 'b' },
    '"Key" at /PayloadContent/0/Key is "b"',
    'change "Key" to one of: "a", "c"',
  ],
  [
    ofKey({ pattern: '^https://' }),
    { Key: 'http://a' },
    '"Key" at /PayloadContent/0/Key is "http://a"',
    'change "Key" to a URL that begins with https://',
  ],
  [
    ofKey({ not: { pattern: '^x' } }),
    { Key: 'xy' },
    '"Key" at /PayloadContent/0/Key is "xy"',
    'change "Key" to anything but a text that matches ^x',
  ],
  [
    ofKey({ minimum: 1, maximum: 9 }),
    { Key: 10 },
    '"Key" at /PayloadContent/0/Key is 10',
    'change "Key" to a number from 1 to 9',
  ],
  [
    ofKey({ maxItems: 1 }),
    { Key: ['a', 'b'] },
    '"Key" at /PayloadContent/0/Key has 2 items',
    'change "Key" to a list of at most 1 item',
  ],
  [
    ofKey({ items: { anyOf: [{ format: 'ipv4' }, { format: 'ipv6' }] } }),
    { Key: ['::1', 'x'] },
    'the item of "Key" at /PayloadContent/0/Key/1 is "x"',
    'change the item of "Key" to an IPv4 address, or to an IPv6 address',
  ],
  [
    { anyOf: [{ required: ['A'] }, { required: ['B'] }] },
    {},
    'the payload at /PayloadContent/0 has no "A" and no "B"',
    'add "A", or add "B"',
  ],
  [
    { oneOf: [{ required: ['A'] }, { required: ['B'] }] },
    { A: 1, B: 1 },
    'the payload at /PayloadContent/0 has "A" and "B" in a combination that is not allowed',
    'keep only one of "A", "B"',
  ],
  [
    ofKey({ not: { enum: ['DES', '3DES'] } }),
    { Key: 'DES' },
    '"Key" at /PayloadContent/0/Key is "DES"',
    'change "Key" to another value than "DES", "3DES"',
  ],
  [
    ofKey({ contains: { enum: [21, 25] } }),
    { Key: [13] },
    '"Key" at /PayloadContent/0/Key does not hold one of 21, 25',
    'add one of 21, 25',
  ],
  [
    ofKey({ propertyNames: { enum: ['A'] } }),
    { Key: { B: 1 } },
    'the key "B" at /PayloadContent/0/Key/B is not allowed',
    'rename the key "B" to "A"',
  ],
  [
    ofKey({ anyOf: [{ enum: ['a'] }, { type: 'array', items: { enum: ['a'] } }] }),
    { Key: {} },
    '"Key" at /PayloadContent/0/Key is a dictionary that does not fit',
    'change "Key" to "a", or to an array',
  ],
  [
    ofKey({ anyOf: [{ enum: ['a', 'c'] }, { type: 'array', items: { enum: ['a', 'c'] } }] }),
    { Key: ['b'] },
    '"Key" at /PayloadContent/0/Key is an array that does not fit',
    'change the item of "Key" to one of: "a", "c"',
  ],
  [
    ofKey({ not: { contains: { const: 'a' } } }),
    { Key: ['b', 'a'] },
    '"Key" at /PayloadContent/0/Key holds "a"',
    'remove "a" from "Key"',
  ],
  [
    ofKey({ enum: ['System', 'Loginwindow'] }),
    { Key: 'LoginWindow' },
    '"Key" at /PayloadContent/0/Key is "LoginWindow"',
    'change "Key" to "Loginwindow", or to another one of: "System"',
  ],
  [
    ofKey({ propertyNames: { enum: ['Camera', 'Microphone'] } }),
    { Key: { Camara: 1 } },
    'the key "Camara" at /PayloadContent/0/Key/Camara is not allowed',
    'rename the key "Camara" to "Camera", or to another one of: "Microphone"',
  ],
  [
    ofKey({ propertyNames: { pattern: '^https://' } }),
    { Key: { a: 1 } },
    'the key "a" at /PayloadContent/0/Key/a is not allowed',
    'rename the key "a" to a URL that begins with https://',
  ],
  [ofKey({ const: 1 }), { Key: real(2) }, '"Key" at /PayloadContent/0/Key is 2', 'change "Key" to 1'],
  [
    ofKey({ const: 1 }),
    { Key: 2n ** 63n },
    '"Key" at /PayloadContent/0/Key is 9223372036854775808',
    'change "Key" to 1',
  ],
  [ofKey({ type: 'string' }), { Key: 1 }, '"Key" at /PayloadContent/0/Key is an integer', 'change "Key" to a string'],
])('%o of %o is told in words', (fragment, value, found, advice) => {
  expect(words(fragment, value)).toEqual([found, advice]);
});

describe('a value', () => {
  test('is not quoted when it is a secret, but a switch is', () => {
    expect(words(ofKey({ pattern: '^a' }), { Key: 'sentinel' }, true)[0]).toMatch(/is a string$/);
    expect(words(ofKey({ const: false }), { Key: true }, true)[0]).toMatch(/is true$/);
  });

  test('is not quoted when it holds a private key or the password of a URL', () => {
    for (const text of ['-----BEGIN PRIVATE KEY-----', 'http://user:sentinel@host/path']) {
      expect(words(ofKey({ pattern: '^https' }), { Key: text })[0]).toMatch(/is a string$/);
    }
  });

  test('is not quoted when it is of another type than the one that is meant', () => {
    expect(words(ofKey({ const: 1 }), { Key: 'sentinel' })[0]).toMatch(/is a string$/);
    expect(words(ofKey({ const: 'a' }), { Key: new Uint8Array(3) })[0]).toMatch(/is data \(3 bytes\)$/);
  });

  test('is cut and escaped', () => {
    const [found] = words(ofKey({ pattern: '^b' }), { Key: `\u202e${'a'.repeat(1000)}` });
    expect(found).toContain('\\u{202E}');
    expect(found.length).toBeLessThan(200);
  });
});

test('the profile itself has no pointer in words', () => {
  const [fault] = findFaults({ anyOf: [{ required: ['A'] }] }, {});
  expect(fault && describeFault(fault, '', () => false).found).toBe('the profile has no "A"');
});

test.each<[fragment: Fragment, found: string, advice: string]>([
  [
    { not: { required: ['PayloadContent'], properties: { PayloadContent: { contains: ofType('com.example.a') } } } },
    'the profile holds a payload "com.example.a"',
    'remove the payload "com.example.a"',
  ],
  [
    { properties: { PayloadContent: { not: { contains: ofType('com.example.a') } } } },
    '"PayloadContent" at /PayloadContent holds a payload "com.example.a"',
    'remove the payload "com.example.a"',
  ],
])('what a profile must not hold is named: %o', (fragment, found, advice) => {
  const [fault] = findFaults(fragment, { PayloadContent: [{ PayloadType: 'com.example.a' }] });
  expect(fault && describeFault(fault, '', () => false)).toMatchObject({ found, advice });
});

function ofType(type: string): Fragment {
  return { properties: { PayloadType: { const: type } }, required: ['PayloadType'] };
}
