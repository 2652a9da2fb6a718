import { extendPointer } from '../../plist/pointer.js';
import { PlistReal, type PlistDictionary, type PlistValue } from '../../plist/value.js';
import { isDictionary } from '../../schema/plist-type.js';
import { expressValue, type ExpressContext } from './express-value.js';
import { object, scalar, type Entry, type Expression } from './expression.js';
import { splitKeys } from './split-keys.js';

/** The options of the builder besides the common ones: the key, and whether a value is one that the option writes so. */
const options: Readonly<Record<string, readonly [key: string, takes: (value: PlistValue) => boolean]>> = {
  scope: ['PayloadScope', (value) => value === 'System' || value === 'User'],
  removalDisallowed: ['PayloadRemovalDisallowed', (value) => typeof value === 'boolean'],
  removalDate: ['RemovalDate', (value) => value instanceof Date],
  durationUntilRemovalSeconds: ['DurationUntilRemoval', (value) => value instanceof PlistReal],
  expirationDate: ['PayloadExpirationDate', (value) => value instanceof Date],
  targetDeviceType: ['TargetDeviceType', (value) => typeof value === 'number'],
  consentText: [
    'ConsentText',
    (value) => isDictionary(value) && Object.values(value).every((text) => typeof text === 'string'),
  ],
};

/** The options that the builder is made with; what it has none for is edited afterwards. */
export function planOptions(profile: PlistDictionary, context: ExpressContext): Expression {
  const common = splitKeys(profile).options.map(([option, key, value]): Entry => [
    option,
    express(key, value, context),
  ]);
  const others = Object.entries(options).flatMap(([option, [key, takes]]): Entry[] => {
    const value = profile[key];
    if (value === undefined || !takes(value)) return [];
    // A whole <real> is what the option is written as.
    return [[option, value instanceof PlistReal ? scalar(value.value) : express(key, value, context)]];
  });
  return object([...common, ...others]);
}

function express(key: string, value: PlistValue, context: ExpressContext): Expression {
  return expressValue(value, extendPointer('', key), context, [key]);
}
