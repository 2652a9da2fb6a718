import { runInNewContext } from 'node:vm';
import { describe, expect, test } from 'vitest';
import { ProfileBuilder } from '../../../src/builder/profile-builder.js';
import { rootCA } from '../../support/authorities.js';

const { pem } = rootCA();

/** Each call that takes options, with the options as the caller gives them. */
const calls: readonly (readonly [call: string, run: (options: never) => unknown, own: string])[] = [
  ['new ProfileBuilder', (options) => new ProfileBuilder(options), 'displayName'],
  ['addRootCA', (options) => new ProfileBuilder().addRootCA(pem, options), 'displayName'],
  ['addCertificate', (options) => new ProfileBuilder().addCertificate(pem, options), 'displayName'],
  ['addPayload', (options) => new ProfileBuilder().addPayload('com.example', {}, options), 'displayName'],
  ['build', (options) => new ProfileBuilder().addRootCA(pem).build(options), 'rules'],
];

describe.each(calls)('the options of %s', (_, run, own) => {
  const call = (options: unknown) => () => run(options as never);
  const value = own === 'rules' ? {} : 'text';

  test.each([null, 1, 'text', true, [], ['a'], new Map(), new Date(0), () => 1, Uint8Array.of(1), Symbol('x')])(
    'are a plain object, not %s',
    (options) => {
      expect(call(options)).toThrow(/^options must be a plain object$/);
    },
  );

  test('are not inherited, so that nothing is passed over', () => {
    class Options {
      [own] = value;
    }
    expect(call(Object.create({ [own]: value }))).toThrow(/^options must be a plain object$/);
    expect(call(new Options())).toThrow(/^options must be a plain object$/);
  });

  test('have no other keys than those that are known', () => {
    for (const key of [`${own}s`, 'toString', 'constructor', '__proto__', '']) {
      const options = Object.defineProperty({}, key, { value, enumerable: true });
      expect(call(options)).toThrow(`options.${key} is not known; known are `);
      expect(call(options)).toThrow(TypeError);
    }
    expect(call({ [Symbol('x')]: 1 })).toThrow(/^options\.Symbol\(x\) is not known/);
    expect(call(Object.defineProperty({}, 'hidden', { value, enumerable: false }))).toThrow(/^options\.hidden/);
  });

  test('name an unknown key in a form that can be shown', () => {
    expect(call({ [`a\u202e${'b'.repeat(1000)}`]: 1 })).toThrow(/^options\.a\\u\{202E\}b{10,60}… is not known/);
  });

  test('may be undefined, come from another realm or have no prototype', () => {
    expect(call({ [own]: undefined })).not.toThrow();
    expect(call(undefined)).not.toThrow();
    expect(call(Object.assign(Object.create(null) as object, { [own]: value }))).not.toThrow();
    expect(call(runInNewContext(`({ ${own}: ${JSON.stringify(value)} })`))).not.toThrow();
  });
});

test.each<[call: string, run: (options: never) => unknown, own: string, place: string]>([
  ...calls.map(([call, run, own]): [string, typeof run, string, string] => [call, run, own, `options.${own}`]),
  ['addWifi', (options) => new ProfileBuilder().addWifi(options), 'ssid', 'options'],
  ['addWifi with EAP', (eap) => new ProfileBuilder().addWifi({ ssid: 'a', eap }), 'types', 'options.eap.types'],
])('the options of %s may throw what they like, and it is not told', (_, run, own, place) => {
  const boom = (): never => {
    throw new Error('its own words');
  };
  const { proxy: ended, revoke } = Proxy.revocable({}, {});
  revoke();
  const refusal = (name: string): TypeError =>
    new TypeError(`${name} cannot be read, because a getter or a proxy throws`);
  const whole = place.replace(`.${own}`, '');
  for (const options of [ended, new Proxy({}, { ownKeys: boom }), new Proxy({}, { getPrototypeOf: boom })]) {
    expect(() => run(options as never)).toThrow(refusal(whole));
  }
  expect(() => run(Object.defineProperty({}, own, { get: boom, enumerable: true }) as never)).toThrow(refusal(place));
});

test.each<[option: string, expected: string, wrong: readonly unknown[]]>([
  ['identifier', 'a string', [1, null, {}, ['a'], new String('a'), Symbol('a')]],
  ['uuid', 'a string', [1, null]],
  ['displayName', 'a string', [1, null]],
  ['description', 'a string', [1, null]],
  ['organization', 'a string', [1, null]],
  ['scope', '"System" or "User"', ['system', '', 1, null, new String('User')]],
  ['removalDisallowed', 'a boolean', ['true', 0, null]],
  ['removalDate', 'a Date', ['2030-01-01', 0, null, {}]],
  ['durationUntilRemovalSeconds', 'a number', ['60', 60n, null]],
  ['expirationDate', 'a Date', ['2030-01-01', 0, null]],
  ['targetDeviceType', 'a number', ['5', null]],
  [
    'consentText',
    'a string or an object of strings by language',
    [1, null, ['text'], { de: 1 }, { de: null }, new Map([['de', 'Text']]), new Date(0), Uint8Array.of(1)],
  ],
])('the profile option %s must be %s', (option, expected, wrong) => {
  for (const value of wrong) {
    expect(() => new ProfileBuilder({ [option]: value })).toThrow(
      new TypeError(`options.${option} must be ${expected}`),
    );
  }
});

test.each(['identifier', 'uuid', 'displayName', 'description', 'organization'])(
  'the payload option %s must be a string',
  (option) => {
    const expected = new TypeError(`options.${option} must be a string`);
    for (const value of [1, null, {}, Symbol('a')]) {
      const options = { [option]: value } as object;
      expect(() => new ProfileBuilder().addRootCA(pem, options)).toThrow(expected);
      expect(() => new ProfileBuilder().addCertificate(pem, options)).toThrow(expected);
      expect(() => new ProfileBuilder().addPayload('com.example', {}, options)).toThrow(expected);
    }
  },
);

test('fileName is for certificates only', () => {
  expect(() => new ProfileBuilder().addRootCA(pem, { fileName: 1 } as never)).toThrow(/^options\.fileName must be/);
  expect(() => new ProfileBuilder().addPayload('com.example', {}, { fileName: 'a' } as never)).toThrow(
    /^options\.fileName is not known/,
  );
});

test.each(['2030-01-01', 0, null, {}, new Date(Number.NaN)])(
  'the time of judgement must be a valid Date, not %s',
  (at) => {
    expect(() => new ProfileBuilder().addRootCA(pem).build({ at } as never)).toThrow(
      /^options\.at must be a valid Date$/,
    );
  },
);

describe('the levels of rules', () => {
  const build = (rules: unknown) => () => new ProfileBuilder().addRootCA(pem).build({ rules } as never);

  test.each([null, 1, 'off', [], ['root-expired'], new Map([['root-expired', 'off']])])(
    'are an object, not %s',
    (rules) => {
      expect(build(rules)).toThrow(/^options\.rules must be a plain object$/);
    },
  );

  test('are of rules that exist', () => {
    for (const code of ['root-expird', 'toString', '__proto__', '', 'ERR_PROFILE_INVALID']) {
      const rules = Object.defineProperty({}, code, { value: 'off', enumerable: true });
      expect(build(rules)).toThrow(`options.rules has no rule "${code}"`);
      expect(build(rules)).toThrow(TypeError);
    }
    expect(build({ 'root-expird': 'off' })).toThrow(/did you mean "root-expired"\?$/);
  });

  test('are one of four words', () => {
    for (const level of ['Error', 'warn', '', 0, false, null, {}]) {
      expect(build({ 'root-expired': level })).toThrow(
        /^options\.rules\.root-expired must be "error", "warning", "info" or "off"$/,
      );
    }
    expect(build({ 'root-expired': undefined, 'root-common-name': 'off' })).not.toThrow();
  });
});

test('options that are changed after the call change nothing', () => {
  const options = {
    displayName: 'Lab',
    removalDate: new Date('2030-01-01T00:00:00Z'),
    expirationDate: new Date('2031-01-01T00:00:00Z'),
    consentText: { default: 'Text' } as Record<string, string>,
  };
  const before = new ProfileBuilder(options).addRootCA(pem).build().toXml();
  const builder = new ProfileBuilder(options).addRootCA(pem);
  options.displayName = 'Other';
  options.removalDate.setUTCFullYear(2040);
  options.expirationDate.setTime(0);
  options.consentText['de'] = 'Anderer Text';
  expect(builder.build().toXml()).toBe(before);
});

test('each option is read once, so that what was checked is what is written', () => {
  let reads = 0;
  const options = {
    get displayName(): string {
      reads += 1;
      return reads === 1 ? 'Lab' : (1 as never);
    },
  };
  const builder = new ProfileBuilder(options).addRootCA(pem);
  expect(builder.build().displayName).toBe('Lab');
  expect(reads).toBe(1);
});

describe('what a property list cannot hold is told with a hint for that very value', () => {
  const endless: unknown[] = [];
  endless.push(endless);
  test.each<[string, unknown, RegExp]>([
    ['a Date with milliseconds', new Date(1_500_000_000_007), /^cut it to whole seconds: `new Date\(/],
    ['a Date that is none', new Date(Number.NaN), /^pass a valid Date/],
    ['a Date after 9999', new Date(8.64e15), /^pass a valid Date of the years 1 to 9999$/],
    ['a control character', 'a\0b', /^take that character out of the text$/],
    ['null', null, /^leave the key out/],
    ['a circle', endless, /^break the circle/],
    ['no number', Number.NaN, /^pass a finite number$/],
    ['a number that is not exact', 2 ** 60, /^pass a bigint/],
    ['a Map', new Map(), /^pass text, a finite number/],
  ])('%s', (_, value, hint) => {
    const add = (): unknown => new ProfileBuilder().addPayload('com.example', { Key: value as never });
    expect(add).toThrow(expect.objectContaining({ code: 'ERR_PLIST_VALUE' }));
    expect(add).toThrow(expect.objectContaining({ hint: expect.stringMatching(hint) as string }));
  });

  test('more than fits, for which a builder has no limits that could be raised', () => {
    const add = (): unknown => new ProfileBuilder().addPayload('com.example', { Key: 'x'.repeat((1 << 24) + 1) });
    expect(add).toThrow(
      expect.objectContaining({
        code: 'ERR_PLIST_LIMIT',
        hint: 'write less there, or spread it over several payloads',
      }),
    );
  });
});
