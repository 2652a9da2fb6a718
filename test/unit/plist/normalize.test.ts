import { runInNewContext } from 'node:vm';
import { describe, expect, test } from 'vitest';
import { normalizePlist } from '../../../src/plist/normalize.js';
import { PlistReal, real, type PlistInput, type PlistValue } from '../../../src/plist/value.js';
import { refusalOf } from '../error-code.js';
import { dictionary } from './plist-document.js';

const normalize = (value: unknown): PlistValue => normalizePlist(value as PlistInput);
const foreign = (code: string): unknown => runInNewContext(code) as unknown;

/** What is thrown by the one who calls: it holds a secret, and its name is not ours. */
const fail = (): never => {
  throw new RangeError('hunter2');
};
const hostile = (trap: keyof ProxyHandler<object>, target: object = { a: 1 }): object =>
  new Proxy(target, { [trap]: fail });
const revoked = (target: object): object => {
  const { proxy, revoke } = Proxy.revocable(target, {});
  revoke();
  return proxy;
};

class Point {
  x = 1;
}

/** An instance of a class that calls itself so. */
const instanceOf = (name: PropertyDescriptor): unknown => {
  class Nameless extends Point {}
  Object.defineProperty(Nameless, 'name', { ...name, configurable: true });
  return new Nameless();
};

describe('what a property list cannot hold is refused with its pointer', () => {
  test.each<[trap: string, value: unknown, reason: string]>([
    ['null', null, 'is null'],
    ['undefined', undefined, 'is undefined'],
    ['NaN', NaN, 'is a number that is not finite'],
    ['infinity', -Infinity, 'is a number that is not finite'],
    ['1e21', 1e21, 'is a whole number beyond 2^53: pass a bigint'],
    ['2^53', 2 ** 53, 'is a whole number beyond 2^53'],
    ['2^64', 2n ** 64n, 'is an integer beyond 64 bits'],
    ['-2^63 - 1', -(2n ** 63n) - 1n, 'is an integer beyond 64 bits'],
    ['a real that is not finite', real(NaN), 'is a real that is not finite'],
    [
      'a forged real',
      Object.create(PlistReal.prototype, { value: { value: 'hunter2' } }),
      'is a real that is not finite',
    ],
    ['a function', fail, 'is a function'],
    ['a symbol', Symbol('hunter2'), 'is a symbol'],
    ['an invalid date', new Date(NaN), 'is an invalid Date'],
    ['a date with milliseconds', new Date(1), 'is a Date with milliseconds'],
    ['the year 10000', new Date('+010000-01-01T00:00:00Z'), 'is a Date outside of the years 1 to 9999'],
    ['the year 0', new Date('0000-12-31T00:00:00Z'), 'is a Date outside of the years 1 to 9999'],
    ['a control character', 'hunter2\u0000', 'holds U+0000, which XML cannot carry'],
    ['a lone surrogate', 'hunter2\ud800', 'holds U+D800'],
    ['U+FFFE', 'hunter2\ufffe', 'holds U+FFFE'],
    ['a Map', new Map([['hunter2', 1]]), 'is no plain object but a Map'],
    ['a Set', new Set(), 'is no plain object but a Set'],
    ['a RegExp', /hunter2/, 'is no plain object but a RegExp'],
    ['an Error', new Error('hunter2'), 'is no plain object but an Error'],
    ['an instance of a class', new Point(), 'is no plain object but a Point'],
    ['an instance of a nameless class', instanceOf({ value: '' }), 'is no plain object but an instance of a class'],
    ['a boxed number', Object(1), 'is no plain object but a Number'],
    ['a boxed string', Object('hunter2'), 'is no plain object but a String'],
    ['a DataView', new DataView(new ArrayBuffer(1)), 'is no plain object but a DataView'],
    ['an ArrayBuffer', new ArrayBuffer(1), 'is no plain object but an ArrayBuffer'],
    ['other numbers than bytes', new Uint16Array(1), 'is no plain object but a Uint16Array'],
    ['a promise', Promise.resolve(1), 'is no plain object but a Promise'],
    [
      'arguments',
      foreign('(function () { return arguments; })()'),
      'is no plain object but the arguments of a function',
    ],
    ['a Map of another realm', foreign('new Map()'), 'is no plain object but a Map'],
    ['a class of another realm', foreign('new (class Q { a = 1 })()'), 'is no plain object but a Q'],
    ['an object of an object without prototype', Object.create(dictionary({})), 'is no plain object'],
    ['an array with a name', Object.assign([1], { hunter2: 1 }), 'is an array with keys that are no indexes'],
    ['an array with a symbol', Object.assign([1], { [Symbol('a')]: 1 }), 'is an array with keys that are no indexes'],
    ['an object with a symbol', { [Symbol('hunter2')]: 1 }, 'has a symbol as a key'],
    ['detached bytes', detached(), 'is a Uint8Array whose memory was transferred away'],
  ])('%s', (_, value, reason) => {
    const refused = refusalOf(() => normalize({ list: [value] }));
    expect(refused).toMatchObject({ code: 'ERR_PLIST_VALUE', details: { pointer: '/list/0' } });
    expect(refused.message).toContain(`the value at "/list/0" ${reason}`);
    expect(JSON.stringify([refused.message, refused.details, refused.hint])).not.toContain('hunter2');
    expect(refused.cause).toBeUndefined();
  });

  test.each<[trap: string, value: unknown, pointer: string]>([
    ['a hole', [1, , 3], '/1'], // eslint-disable-line no-sparse-arrays -- the hole is the point
    ['a long row of holes', new Array(100), '/0'],
    ['undefined in an array', [1, undefined], '/1'],
    ['null in a dictionary', { a: { b: null } }, '/a/b'],
    ['a method', { a() { return 1; } }, '/a'], // prettier-ignore
    ['toJSON, which is not asked', { toJSON: () => 1 }, '/toJSON'],
    ['the key __proto__', JSON.parse('{"a":{"__proto__":{"polluted":true}}}'), '/a/__proto__'],
    ['a key with a control character', { 'a\u0007': 1 }, '/a\\u{7}'],
    ['a key with a slash and a tilde', { 'a/b~c': null }, '/a~1b~0c'],
    ['a key that XML cannot hold, deep inside', [[{ '\ud800': 1 }]], '/0/0/\\u{D800}'],
  ])('%s', (_, value, pointer) => {
    expect(refusalOf(() => normalize(value))).toMatchObject({ code: 'ERR_PLIST_VALUE', details: { pointer } });
  });

  test('a cycle is refused where it closes', () => {
    const value: { list: unknown[] } = { list: [] };
    value.list.push({ back: value });
    expect(refusalOf(() => normalize(value))).toMatchObject({
      details: { pointer: '/list/0/back', reason: 'contains itself' },
    });
  });
});

describe('getters and proxies', () => {
  test.each<[trap: string, value: unknown, pointer: string]>([
    ['a getter that throws', { a: { get b() { return fail(); } } }, '/a/b'], // prettier-ignore
    ['an element that throws', [0, Object.defineProperty([], 0, { get: fail, enumerable: true })], '/1/0'],
    ['a proxy that does not give its prototype', [hostile('getPrototypeOf')], '/0'],
    ['a proxy that does not give its keys', [hostile('ownKeys')], '/0'],
    ['a proxy that does not describe its keys', [hostile('getOwnPropertyDescriptor')], '/0'],
    ['a proxy that does not give its values', [hostile('get')], '/0/a'],
    ['an array that does not give its length', { a: hostile('get', []) }, '/a'],
    ['an array that does not give its keys', { a: hostile('ownKeys', []) }, '/a'],
    ['a revoked proxy of an object', [revoked({})], '/0'],
    ['a revoked proxy of an array', [revoked([])], '/0'],
    ['an array whose length is a symbol', [new Proxy([], { get: () => Symbol('length') })], '/0'],
    ['a class whose name throws', [instanceOf({ get: fail })], '/0'],
    ['a class whose name is a symbol', [instanceOf({ value: Symbol('a') })], '/0'],
    ['a real whose value throws', [Object.create(PlistReal.prototype, { value: { get: fail } })], '/0'],
    ['bytes whose length throws', [Object.defineProperty(new Uint8Array(1), 'length', { get: fail })], '/0'],
    ['a proxy of bytes', [new Proxy(new Uint8Array(1), {})], '/0'],
    ['a proxy of a date', [new Proxy(new Date(0), {})], '/0'],
  ])('%s end in an error of ours, with the pointer and without the foreign one', (_, value, pointer) => {
    const refused = refusalOf(() => normalize(value));
    expect(refused).toMatchObject({ code: 'ERR_PLIST_VALUE', details: { pointer } });
    expect(JSON.stringify(refused)).not.toContain('hunter2');
    expect(refused.cause).toBeUndefined();
  });

  test('a getter is asked once, so that what was checked is what is written', () => {
    let asked = 0;
    const value = { get a() { asked += 1; return asked === 1 ? 'sound' : NaN; } }; // prettier-ignore
    expect(normalize(value)).toEqual(dictionary({ a: 'sound' }));
    const changing = Object.create(PlistReal.prototype, { value: { get: () => (asked += 1) === 2 ? 4 : NaN } }) as unknown; // prettier-ignore
    expect(normalize(changing)).toEqual(new PlistReal(4));
  });

  test('an array that never ends is stopped by the limit', () => {
    const endless = new Proxy([] as unknown[], { get: (_, key) => (key === 'length' ? 2 ** 31 : true) });
    expect(refusalOf(() => normalize(endless))).toMatchObject({ code: 'ERR_PLIST_LIMIT', details: { limit: 'nodes' } });
  });
});

describe('what is written as it is', () => {
  const shared = [1];
  const bytes = Uint8Array.of(1, 2, 3, 4);
  const view = (buffer: ArrayBufferLike): Uint8Array => new Uint8Array(buffer).fill(7);

  test.each<[trap: string, value: unknown, expected: unknown]>([
    ['-0, which no <integer> has', -0, 0],
    ['the largest safe integer', Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER],
    ['a small bigint, as it is read back', 5n, 5],
    ['a bigint beyond 2^53', 2n ** 53n, 2n ** 53n],
    ['64 bits', [2n ** 64n - 1n, -(2n ** 63n)], [2n ** 64n - 1n, -(2n ** 63n)]],
    ['a whole real', real(1), new PlistReal(1)],
    ['a real that is not whole, as it is read back', real(0.5), 0.5],
    ['a date', new Date(0), new Date(0)],
    ['a date of another realm', foreign('new Date(1000)'), new Date(1000)],
    ['a date that lies about its time', Object.assign(new Date(0), { getTime: () => 5 }), new Date(0)],
    ['keys without a value', { a: 1, b: undefined }, dictionary({ a: 1 })],
    ['an object without prototype', dictionary({ a: 1 }), dictionary({ a: 1 })],
    ['an object of another realm', foreign('({ a: [1] })'), dictionary({ a: [1] })],
    ['a getter', { get a() { return 1; } }, dictionary({ a: 1 })], // prettier-ignore
    ['a proxy that is honest', new Proxy({ a: 1 }, {}), dictionary({ a: 1 })],
    ['keys of every object', { constructor: 1, hasOwnProperty: 2 }, dictionary({ constructor: 1, hasOwnProperty: 2 })],
    ['the same array twice', [shared, shared], [[1], [1]]],
    ['a part of bytes', bytes.subarray(1, 3), Uint8Array.of(2, 3)],
    ['a Buffer', Buffer.from([1, 2]), Uint8Array.of(1, 2)],
    ['bytes of another realm', foreign('Uint8Array.of(5)'), Uint8Array.of(5)],
    ['shared memory', view(new SharedArrayBuffer(2)), Uint8Array.of(7, 7)],
    ['bytes that can grow', view(growing(2)), Uint8Array.of(7, 7)],
  ])('%s', (_, value, expected) => {
    expect(normalize(value)).toStrictEqual(expected);
  });

  test('nothing of what was given is in what is returned', () => {
    const given = { list: [{ a: bytes }], when: new Date(0) };
    const copy = normalize(given) as { list: { a: Uint8Array }[]; when: Date };
    bytes[0] = 99;
    given.when.setTime(5000);
    given.list.push({ a: bytes });
    expect(copy).toEqual(dictionary({ list: [dictionary({ a: Uint8Array.of(1, 2, 3, 4) })], when: new Date(0) }));
    expect(copy.list[0]?.a.buffer).toBeInstanceOf(ArrayBuffer);
    for (const value of [copy, copy.list, copy.list[0]]) expect(Object.isFrozen(value)).toBe(true);
    expect(Object.getPrototypeOf(copy)).toBeNull();
  });
});

function detached(): Uint8Array {
  const bytes = new Uint8Array(4);
  structuredClone(bytes.buffer, { transfer: [bytes.buffer] });
  return bytes;
}

/** The declarations know the second argument from ES2024 on. */
function growing(length: number): ArrayBuffer {
  const Growing = ArrayBuffer as unknown as new (length: number, options: { maxByteLength: number }) => ArrayBuffer;
  return new Growing(length, { maxByteLength: length + 9 });
}
