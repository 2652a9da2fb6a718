import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { encodeCall, encodeExpression } from '../../../../src/document/eject/encode-expression.js';
import { list, object, scalar, type Expression } from '../../../../src/document/eject/expression.js';

/** What the text stands for, as a program reads it. */
function run(text: string): unknown {
  // eslint-disable-next-line @typescript-eslint/no-implied-eval -- that the text is nothing but a value is what is tested
  return (new Function(`'use strict'; return (${text});`) as () => unknown)();
}

const texts = fc.string({ unit: 'binary' });
const { expression } = fc.letrec<{ expression: Expression }>((tie) => ({
  expression: fc.oneof(
    { depthSize: 'small' },
    texts.map(scalar),
    fc.array(tie('expression'), { maxLength: 3 }).map(list),
    fc.array(fc.tuple(fc.oneof(texts, fc.constant('__proto__')), tie('expression')), { maxLength: 3 }).map(object),
  ),
}));

/** By defineProperty, because a key may be `__proto__`. */
function valueOf(one: Expression): unknown {
  if (one.kind === 'list') return one.items.map(valueOf);
  if (one.kind !== 'object') return one.value;
  const value = {};
  for (const [key, item] of one.entries)
    Object.defineProperty(value, key, { value: valueOf(item), enumerable: true, configurable: true, writable: true });
  return value;
}

test('any text is the same text again, as a value and as a key', () => {
  fc.assert(fc.property(expression, (one) => isDeepStrictEqual(run(encodeExpression(one)), valueOf(one))));
});

test('characters that are not seen, or that an editor takes for a line end, are escapes', () => {
  expect(encodeExpression(scalar('a\u2028\u202e\u0085\ufeff\u00ad\ud800\n\tb'))).toBe(
    String.raw`'a\u{2028}\u{202e}\u{85}\u{feff}\u{ad}\u{d800}\n\tb'`,
  );
});

test('quotes are those that the text does not hold', () => {
  const shown = ['a', "it's", '"a"', `it's "a"`].map((text) => encodeExpression(scalar(text)));
  expect(shown).toEqual(["'a'", `"it's"`, `'"a"'`, String.raw`'it\'s "a"'`]);
});

test('a call that does not fit on a line has its last argument on lines of its own', () => {
  const options = object(['first', 'second'].map((key) => [key, scalar('x'.repeat(40))] as const));
  expect(encodeCall('add', [scalar('a'), options])).toBe(
    `add('a', {\n  first: '${'x'.repeat(40)}',\n  second: '${'x'.repeat(40)}',\n})`,
  );
  expect(encodeCall('add', [scalar('a'), object([['b', scalar(true)]])])).toBe("add('a', { b: true })");
});
