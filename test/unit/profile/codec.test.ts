import { describe, expect, test } from 'vitest';
import { decodePayload, payloadDictionaries, textOf } from '../../../src/profile/codec.js';

describe('decodePayload', () => {
  test('gives the common texts fields of their own, and keeps all else in order', () => {
    const payload = decodePayload({
      Zeta: 1,
      PayloadType: 'com.example.app',
      PayloadVersion: 1,
      PayloadIdentifier: 'com.example.lab.app',
      PayloadUUID: 'u',
      PayloadDisplayName: 'App',
      PayloadDescription: '',
      PayloadOrganization: 'Lab',
      PayloadEnabled: true,
      Alpha: [1],
    });
    expect(payload).toMatchObject({
      type: 'com.example.app',
      identifier: 'com.example.lab.app',
      uuid: 'u',
      displayName: 'App',
      description: '',
      organization: 'Lab',
    });
    expect(Object.entries(payload.content)).toEqual([
      ['Zeta', 1],
      ['PayloadEnabled', true],
      ['Alpha', [1]],
    ]);
    expect(Object.isFrozen(payload) && Object.isFrozen(payload.content)).toBe(true);
  });

  test.each([
    ['PayloadVersion', 2],
    ['PayloadVersion', '1'],
    ['PayloadType', 1],
    ['PayloadUUID', true],
    ['PayloadDisplayName', ['App']],
  ])('leaves %s in the content when it is %s', (key, value) => {
    expect(Object.entries(decodePayload({ [key]: value }).content)).toEqual([[key, value]]);
  });

  test('of an empty dictionary has empty texts', () => {
    expect(decodePayload({})).toEqual({ type: '', identifier: '', uuid: '', content: {} });
  });
});

describe('payloadDictionaries', () => {
  test('counts places as they are in the list, also past what is no dictionary', () => {
    const content = ['text', {}, [], { a: 1 }];
    const found = payloadDictionaries({ PayloadContent: content });
    expect(found.map(({ pointer }) => pointer)).toEqual(['/PayloadContent/1', '/PayloadContent/3']);
  });

  test.each([undefined, null, 'text', {}, 1, new Uint8Array(3)])('finds none in %s', (content) => {
    expect(payloadDictionaries({ PayloadContent: content } as never)).toEqual([]);
  });
});

test('textOf takes texts only', () => {
  const dictionary = { a: '', b: 1, c: ['x'] };
  expect(['a', 'b', 'c', 'd'].map((key) => textOf(dictionary, key))).toEqual(['', undefined, undefined, undefined]);
});
