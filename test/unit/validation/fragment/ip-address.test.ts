import { isIPv4 as nodeIPv4, isIPv6 as nodeIPv6 } from 'node:net';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isIPv4, isIPv6 } from '../../../../src/validation/fragment/ip-address.js';

const almost = fc.stringMatching(/^[0-9a-f:.]{0,20}$/);
const mixed = fc
  .tuple(fc.array(fc.constantFrom('0', 'ffff', '1', '', '12345', '1.2.3.4'), { minLength: 1, maxLength: 9 }), fc.nat(9))
  .map(([groups, at]) => [...groups.slice(0, at), '', ...groups.slice(at)].join(':'));

test('addresses are what Node takes for addresses', () => {
  fc.assert(
    fc.property(fc.oneof(fc.ipV4(), fc.ipV6(), almost, mixed), (text) => {
      expect([isIPv4(text), isIPv6(text)]).toEqual([nodeIPv4(text), nodeIPv6(text)]);
    }),
    { numRuns: 3000 },
  );
});

test('zones, leading zeros and long texts are no addresses', () => {
  expect(isIPv6('fe80::1%en0')).toBe(false);
  expect(isIPv4('010.0.0.1')).toBe(false);
  expect(isIPv6(':'.repeat(100_000))).toBe(false);
});
