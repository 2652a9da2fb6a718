import type { DeviceContext } from '../device/device-context.js';
import type { Platform } from '../device/platform.js';
import { isEmptyRange, isVersion, type VersionRange } from '../device/version-range.js';
import { escapeText } from '../diagnostics/escape-text.js';
import { readChoice } from './choice-option.js';
import type { OptionSpec, ParsedArguments } from './command.js';
import { usageError } from './command-error.js';
import { systems } from './platform-options.js';

const choices = {
  enrollment: ['none', 'device', 'user', 'local'],
  install: ['manual', 'mdm', 'configurator'],
  channel: ['device', 'user'],
} as const;

/** What is known about the devices; what is not said is not assumed. */
export const deviceOptions: Readonly<Record<string, OptionSpec>> = {
  ...Object.fromEntries(
    Object.entries(systems).map(([name, os]) => [
      name,
      { type: 'string', value: 'VERSIONS', about: `devices with ${os}: 17.2, 15.., 15..17 or ..17` } as const,
    ]),
  ),
  supervised: { type: 'boolean', about: 'the devices are supervised' },
  unsupervised: { type: 'boolean', about: 'the devices are not supervised' },
  enrollment: { type: 'string', value: 'KIND', about: `how they are enrolled: ${choices.enrollment.join(', ')}` },
  install: { type: 'string', value: 'WAY', about: `how the profile gets there: ${choices.install.join(', ')}` },
  channel: {
    type: 'string',
    value: 'CHANNEL',
    about: `the channel of a management server: ${choices.channel.join(', ')}`,
  },
  'shared-ipad': { type: 'boolean', about: 'the devices are Shared iPads' },
};

/** Where a range begins that is left open: before these versions there was neither Wi-Fi nor a root in profiles. */
const firstVersions: Readonly<Record<Platform, string>> = {
  iOS: '4.0',
  macOS: '10.7',
  tvOS: '9.0',
  watchOS: '3.2',
  visionOS: '1.0',
};

export function readDeviceContext(parsed: ParsedArguments): DeviceContext {
  const { switches } = parsed;
  if (switches.has('supervised') && switches.has('unsupervised')) {
    throw usageError('--supervised and --unsupervised are both given', 'leave one of them out');
  }
  const isTold = switches.has('supervised') || switches.has('unsupervised');
  const platforms = readPlatforms(parsed);
  return {
    ...(Object.keys(platforms).length === 0 ? {} : { platforms }),
    ...(isTold ? { supervised: switches.has('supervised') } : {}),
    ...chosen(parsed, 'enrollment'),
    ...chosen(parsed, 'install'),
    ...chosen(parsed, 'channel'),
    ...(switches.has('shared-ipad') ? { sharedIPad: true } : {}),
  };
}

type Chosen<Name extends keyof typeof choices> = Readonly<Partial<Record<Name, (typeof choices)[Name][number]>>>;

function chosen<Name extends keyof typeof choices>(parsed: ParsedArguments, name: Name): Chosen<Name> {
  const value = parsed.texts[name] === undefined ? {} : { [name]: readChoice(parsed, name, choices[name]) };
  return value as Chosen<Name>;
}

function readPlatforms({ texts }: ParsedArguments): Partial<Record<Platform, VersionRange>> {
  const platforms: Partial<Record<Platform, VersionRange>> = {};
  for (const [name, os] of Object.entries(systems)) {
    const text = texts[name];
    if (text !== undefined) platforms[os] = readRange(name, text, firstVersions[os]);
  }
  return platforms;
}

function readRange(name: string, text: string, oldest: string): VersionRange {
  const [from = '', to, ...rest] = text.split('..');
  const isOne = to === undefined;
  const first = from === '' && !isOne && to !== '' ? oldest : from;
  const last = isOne ? from : to;
  const shown = escapeText(text, 40);
  if (rest.length === 0 && isVersion(first) && (last === '' || isVersion(last))) {
    const range = { from: first, ...(last === '' ? {} : { to: last }) };
    if (!isEmptyRange(range)) return range;
    throw usageError(`--${name} ${shown} ends before it begins`, `write it as --${name} ${last}..${first}`);
  }
  throw usageError(`--${name} ${shown} is no version and no range`, `write it as --${name} 17.2, 15.., 15..17 or ..17`);
}
