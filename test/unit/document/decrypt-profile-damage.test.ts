import { describe, expect, test } from 'vitest';
import { decryptProfile } from 'profilewright';
import { tlv } from '../../support/der.js';
import { readValues } from '../../support/der-reader.js';
import {
  kinds,
  encrypted,
  envelope,
  keyOf,
  withEnvelope,
  errorOf,
  rebuild,
  openOr,
  rsa,
  recipients,
  type,
  algorithm,
  content,
} from './encrypted-profile.js';

describe('damage', () => {
  /** The octets of the envelope inside of which everything is secret: the keys and the content. */
  const start = (part: Uint8Array): number => part.byteOffset - envelope.byteOffset;

  test.each(kinds)('of the content ends in the one error for %s', (kind) => {
    const end = start(content!.content) + content!.content.length;
    // What a change of the last block gives has a sound padding now and then, and may stand behind the root.
    for (const at of [end - 17, end - 32, end - 33, end - 48]) {
      const bytes = Uint8Array.from(envelope);
      bytes[at]! ^= 0x40;
      expect(errorOf(() => decryptProfile(withEnvelope(bytes), keyOf(kind))).code).toBe('ERR_DECRYPTION_FAILED');
    }
    for (const cut of [1, 16, content!.content.length]) {
      const shorter = tlv(0x80, content!.content.subarray(0, -cut));
      const text = rebuild(recipients.raw, type!.raw, algorithm!.raw, shorter);
      expect(errorOf(() => decryptProfile(text, keyOf(kind))).code).toBe('ERR_DECRYPTION_FAILED');
    }
  });

  test('of the keys ends in the one error, octet by octet', () => {
    for (const value of readValues(recipients.content)) {
      const kind = value.tag === 0x30 ? 'rsa-2048' : undefined;
      const from = start(value.raw) + value.raw.length - 40;
      for (let at = from; at < from + 40; at += 3) {
        const bytes = Uint8Array.from(envelope);
        bytes[at]! ^= 0x01;
        for (const key of kind === undefined ? (['p256', 'p384'] as const) : ([kind] as const)) {
          const opened = openOr(() => decryptProfile(withEnvelope(bytes), keyOf(key)).payloads.length);
          expect(['ERR_DECRYPTION_FAILED', 2]).toContain(opened);
        }
      }
    }
  });

  test('says nothing of the content, the key or the passphrase', () => {
    const text = rebuild(recipients.raw, type!.raw, algorithm!.raw, tlv(0x80, content!.content.subarray(0, -1)));
    const error = errorOf(() => decryptProfile(text, keyOf('p256')));
    expect(error.code).toBe('ERR_DECRYPTION_FAILED');
    expect(error.cause).toBeUndefined();
    expect(`${error.message}${error.hint}${JSON.stringify(error.details)}`).not.toContain('SENTINEL');
  });
});

describe('is limited', () => {
  const many = (count: number): string => {
    const one = readValues(recipients.content).find(({ tag }) => tag === 0x30)!.raw;
    const all = tlv(0x31, ...Array.from({ length: count }, () => one));
    return rebuild(all, type!.raw, algorithm!.raw, content!.raw);
  };

  test('to a number of recipients, and of those that are tried', () => {
    const limits = (text: string) => errorOf(() => decryptProfile(text, keyOf('rsa-2048'))).details;
    expect(limits(many(1001))).toEqual({ limit: 'recipients', found: 1001, maximum: 1000 });
    expect(limits(many(101))).toEqual({ limit: 'recipients to try', found: 101, maximum: 100 });
    expect(decryptProfile(many(101), keyOf('rsa-2048'), { certificate: rsa.der }).payloads).toHaveLength(2);
  });

  test('to the bytes and the nodes that the caller allows', () => {
    const open = (limits: object) => errorOf(() => decryptProfile(encrypted, keyOf('p256'), { limits })).code;
    expect(open({ maxBytes: encrypted.length - 1 })).toBe('ERR_PLIST_LIMIT');
    expect(open({ maxNodes: 25 })).toBe('ERR_DECRYPTION_FAILED');
  });
});
