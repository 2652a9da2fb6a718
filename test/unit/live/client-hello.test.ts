import { expect, test } from 'vitest';
import { encodeClientHello } from '../../../src/live/client-hello.js';

const random = Uint8Array.from({ length: 32 }, (_, index) => index);

/** Takes a ClientHello apart by RFC 5246 sections 6.2.1, 7.4 and 7.4.1.2; every length has to fit. */
function takeApart(bytes: Uint8Array) {
  const buffer = Buffer.from(bytes);
  let offset = 0;
  const uint = (size: number): number => {
    offset += size;
    return buffer.readUIntBE(offset - size, size);
  };
  const octets = (count: number): Buffer => {
    offset += count;
    return buffer.subarray(offset - count, offset);
  };
  const numbers = (list: Buffer): number[] =>
    Array.from({ length: list.length / 2 }, (_, i) => list.readUInt16BE(i * 2));
  const header = { type: uint(1), recordVersion: uint(2) };
  expect(uint(2)).toBe(buffer.length - offset);
  expect(uint(1)).toBe(1);
  expect(uint(3)).toBe(buffer.length - offset);
  const body = { version: uint(2), random: octets(32), sessionId: octets(uint(1)), suites: numbers(octets(uint(2))) };
  const compression = octets(uint(1));
  const extensions = new Map<number, Buffer>();
  const end = uint(2) + offset;
  expect(end).toBe(buffer.length);
  while (offset < end) extensions.set(uint(2), octets(uint(2)));
  return { ...header, ...body, compression, extensions, numbers };
}

test('is a ClientHello of TLS 1.2 in one record, without compression and session', () => {
  const hello = takeApart(encodeClientHello(random, 'lab.example'));
  expect(hello).toMatchObject({ type: 22, recordVersion: 0x0301, version: 0x0303 });
  expect([...hello.random]).toEqual([...random]);
  expect([...hello.compression, ...hello.sessionId]).toEqual([0]);
});

test('asks for the name of the server, and for none when there is none', () => {
  const named = takeApart(encodeClientHello(random, 'lab.example')).extensions.get(0);
  expect(named?.toString('latin1')).toBe('\0\x0e\0\0\x0blab.example');
  expect(takeApart(encodeClientHello(random)).extensions.has(0)).toBe(false);
});

test('does not offer TLS 1.3, which would encrypt the certificates', () => {
  expect(takeApart(encodeClientHello(random)).extensions.has(43)).toBe(false);
});

test('offers ECDSA before RSA, x25519 and the NIST curves, and RSA-PSS', () => {
  const { suites, extensions, numbers } = takeApart(encodeClientHello(random));
  expect(suites.slice(0, 5)).toEqual([0xc02c, 0xc02b, 0xcca9, 0xc030, 0xc02f]);
  expect(new Set(suites).size).toBe(suites.length);
  const groups = extensions.get(10) ?? Buffer.alloc(2);
  expect(numbers(groups.subarray(2))).toEqual([0x001d, 0x0017, 0x0018, 0x0019]);
  const schemes = extensions.get(13) ?? Buffer.alloc(2);
  expect(schemes.readUInt16BE(0)).toBe(schemes.length - 2);
  for (const scheme of [0x0403, 0x0503, 0x0603, 0x0804, 0x0401]) expect(numbers(schemes.subarray(2))).toContain(scheme);
});
