import { allPlatforms, type DeviceContext } from '../device/device-context.js';
import { isEmptyRange, isVersion, type VersionRange } from '../device/version-range.js';
import {
  booleanOption,
  choiceOption,
  optionOf,
  readOptions,
  type OptionReader,
  type OptionReaders,
} from '../profile/read-options.js';

const versionOption: OptionReader<string> = optionOf('a version such as "17.4"', isVersion);

const rangeReaders: OptionReaders<VersionRange> = { from: versionOption, to: versionOption };

const rangeOption: OptionReader<VersionRange> = (value, name) => {
  const range = readOptions(name, value, rangeReaders);
  versionOption(range.from, `${name}.from`);
  if (isEmptyRange(range)) throw new TypeError(`${name}.to must not lie before from`);
  return range;
};

const platformReaders = Object.fromEntries(allPlatforms.map((platform) => [platform, rangeOption])) as OptionReaders<
  NonNullable<DeviceContext['platforms']>
>;

const contextReaders: OptionReaders<DeviceContext> = {
  platforms: (value, name) => readOptions(name, value, platformReaders),
  supervised: booleanOption,
  enrollment: choiceOption('none', 'device', 'user', 'local'),
  install: choiceOption('manual', 'mdm', 'configurator'),
  channel: choiceOption('device', 'user'),
  sharedIPad: booleanOption,
};

/** What is known about devices, as a copy: a misspelt fact would be taken for one that is not known. */
export const deviceContextOption: OptionReader<DeviceContext> = (value, name) =>
  readOptions(name, value, contextReaders);
