import { types } from 'node:util';

type OptionType = 'string' | 'boolean' | 'number' | 'date' | 'scope' | 'consentText';

const payloadOptions: Readonly<Record<string, OptionType>> = {
  identifier: 'string',
  uuid: 'string',
  displayName: 'string',
  description: 'string',
  organization: 'string',
};

const knownOptions: Readonly<Record<'profile' | 'certificate' | 'payload', Readonly<Record<string, OptionType>>>> = {
  payload: payloadOptions,
  certificate: { ...payloadOptions, fileName: 'string' },
  profile: {
    ...payloadOptions,
    scope: 'scope',
    removalDisallowed: 'boolean',
    removalDate: 'date',
    durationUntilRemovalSeconds: 'number',
    expirationDate: 'date',
    targetDeviceType: 'number',
    consentText: 'consentText',
  },
};

const isType: Readonly<Record<OptionType, (value: unknown) => boolean>> = {
  string: (value) => typeof value === 'string',
  boolean: (value) => typeof value === 'boolean',
  number: (value) => typeof value === 'number',
  date: (value) => types.isDate(value),
  scope: (value) => value === 'System' || value === 'User',
  consentText: (value) =>
    typeof value === 'string' ||
    (typeof value === 'object' && value !== null && Object.values(value).every((text) => typeof text === 'string')),
};

const expected: Readonly<Record<OptionType, string>> = {
  string: 'a string',
  boolean: 'a boolean',
  number: 'a number',
  date: 'a Date',
  scope: '"System" or "User"',
  consentText: 'a string or an object of strings by language',
};

/**
 * Refuses options that the compiler did not see: a misspelt name must not end as a key that is silently missing.
 *
 * @throws TypeError that begins with the name of the argument
 */
export function assertOptions(name: string, options: object, kind: keyof typeof knownOptions): void {
  if (typeof options !== 'object' || (options as unknown) === null || Array.isArray(options)) {
    throw new TypeError(`${name} must be an object`);
  }
  const known = knownOptions[kind];
  for (const [key, value] of Object.entries(options) as [string, unknown][]) {
    const type = Object.hasOwn(known, key) ? known[key] : undefined;
    if (type === undefined)
      throw new TypeError(`${name}.${key} is not known; known are ${Object.keys(known).join(', ')}`);
    if (value !== undefined && !isType[type](value)) throw new TypeError(`${name}.${key} must be ${expected[type]}`);
  }
}
