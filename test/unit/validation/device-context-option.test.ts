import { expect, test } from 'vitest';
import { deviceContextOption } from '../../../src/validation/device-context-option.js';

const read = (context: unknown): unknown => deviceContextOption(context, 'context');

test('a context may say anything that is known, and nothing; it is copied', () => {
  expect(read({})).toEqual({});
  const context = {
    platforms: { iOS: { from: '17.0', to: '18' }, macOS: { from: '10.15.7' }, tvOS: undefined },
    supervised: false,
    enrollment: 'user',
    install: 'configurator',
    channel: 'device',
    sharedIPad: true,
  };
  const copy = read(context);
  context.platforms.iOS.from = '1.0';
  expect(copy).toMatchObject({ platforms: { iOS: { from: '17.0', to: '18' } }, supervised: false, channel: 'device' });
});

test('the last version of a range takes all with it that begin like it', () => {
  const range = { from: '17.4', to: '17' };
  expect(read({ platforms: { iOS: range } })).toEqual({ platforms: { iOS: range } });
});

test.each([
  [null, /^context must be a plain object/],
  [[], /^context must be a plain object/],
  [new Map([['supervised', true]]), /^context must be a plain object/],
  [{ supervized: true }, /^context\.supervized is not known/],
  [{ supervised: 'yes' }, /^context\.supervised must be a boolean/],
  [{ enrollment: 'dep' }, /^context\.enrollment must be "none", "device", "user" or "local"/],
  [{ platforms: { ios: { from: '17' } } }, /^context\.platforms\.ios is not known; known are iOS/],
  [{ platforms: { iOS: '17' } }, /^context\.platforms\.iOS must be a plain object/],
  [{ platforms: { iOS: { from: 17 } } }, /^context\.platforms\.iOS\.from must be a version/],
  [{ platforms: { iOS: { from: '17', to: 'x' } } }, /^context\.platforms\.iOS\.to must be a version/],
  [{ platforms: { iOS: { from: '17', to: '16.9' } } }, /^context\.platforms\.iOS\.to must not lie before from/],
  [{ platforms: { iOS: { to: '17' } } }, /^context\.platforms\.iOS\.from must be a version/],
  [{ platforms: { iOS: { from: '17', until: '18' } } }, /^context\.platforms\.iOS\.until is not known/],
  [{ toString: 1 }, /^context\.toString is not known/],
])('%j is refused', (context, message) => {
  expect(() => read(context)).toThrow(message);
  expect(() => read(context)).toThrow(TypeError);
});
