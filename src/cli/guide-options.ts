import type { InstallChannel } from '../guide/guide-facts.js';
import type { GuideLanguageTag } from '../guide/install-guide.js';
import type { OptionSpec, ParsedArguments } from './command.js';
import { readChoice } from './choice-option.js';

export const languageOption: OptionSpec = {
  type: 'string',
  value: 'TAG',
  about: 'the language of the steps on the device: en or de',
};

export const installOption: OptionSpec = {
  type: 'string',
  value: 'WAY',
  about: 'how the root reaches the device: manual (the default), mdm or configurator',
};

export const readLanguage = (parsed: ParsedArguments): GuideLanguageTag => readChoice(parsed, 'language', ['en', 'de']);

export const readInstall = (parsed: ParsedArguments): InstallChannel =>
  readChoice(parsed, 'install', ['manual', 'mdm', 'configurator']);
