import { describe, expect, test } from 'vitest';
import { payloadDictionaries, textOf } from '../../../src/profile/codec.js';
import { renewUuids } from '../../../src/profile/renew-uuids.js';

const app = (index: number, uses: number) => ({
  PayloadType: 'com.example.app',
  PayloadUUID: `uuid-${String(index)}`,
  Uses: `uuid-${String(uses)}`,
  Value: 1,
});
const changed = (payloads: readonly ReturnType<typeof app>[]) => {
  const after = payloads.map((payload) => ({ ...payload, Value: 2 }));
  const renewed = renewUuids({ PayloadContent: payloads }, { PayloadContent: after }, 'changed');
  return payloadDictionaries(renewed).map(({ dictionary }) => ({
    uuid: textOf(dictionary, 'PayloadUUID'),
    uses: dictionary['Uses'],
  }));
};

describe('references follow the UUIDs of what has changed', () => {
  test('in a chain of any length', () => {
    const length = 16_000;
    const found = changed(Array.from({ length }, (_, index) => app(index, index + 1)));
    expect(new Set(found.map(({ uuid }) => uuid)).size).toBe(length);
    expect(found.slice(0, -1).every(({ uses }, index) => uses === found[index + 1]?.uuid)).toBe(true);
    expect(found.at(-1)?.uses).toBe(`uuid-${String(length)}`);
  });

  test('in a circle, but for the one that closes it', () => {
    const [one, other, third] = changed([app(0, 1), app(1, 2), app(2, 0)]);
    expect([one?.uses, other?.uses, third?.uses]).toEqual([other?.uuid, third?.uuid, 'uuid-0']);
    expect(one?.uuid).not.toBe('uuid-0');
  });

  test('and not to itself', () => {
    expect(changed([app(0, 0)])[0]?.uses).toBe('uuid-0');
  });
});
