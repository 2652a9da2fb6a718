import type { PlatformVersion } from '../device/platform.js';
import type { InstallChannel } from '../guide/guide-facts.js';
import type { GuideLanguageTag } from '../guide/install-guide.js';
import type { OptionSpec, ParsedArguments } from './command.js';
import { usageError } from './command-error.js';
import { readChoice } from './choice-option.js';
import { installOption, languageOption, readInstall, readLanguage } from './guide-options.js';
import { platformOptions, readPlatform } from './platform-options.js';
import { atOption } from './rule-options.js';
import { readTime } from './time-option.js';

/** What is asked about the certificates, whatever they are. */
export interface DoctorQuestion {
  readonly install: InstallChannel;
  readonly platform: PlatformVersion;
  readonly policy: 'tls' | 'eap' | 'basic';
  readonly hostname?: string;
  readonly at?: Date;
  readonly timeoutMilliseconds?: number;
  readonly language: GuideLanguageTag;
}

export const questionOptions: Readonly<Record<string, OptionSpec>> = {
  root: {
    type: 'string',
    value: 'FILE',
    multiple: true,
    about: 'the root that the device gets: a certificate, or a profile with it',
  },
  install: installOption,
  ...platformOptions,
  hostname: {
    type: 'string',
    value: 'NAME',
    about: 'the name or address by which the server is reached (with --policy eap: of TLSTrustedServerNames)',
  },
  policy: { type: 'string', value: 'KIND', about: 'tls (the default), eap for a RADIUS server, or basic' },
  at: atOption,
  timeout: { type: 'string', value: 'SECONDS', about: 'how long a live server may take; 10 unless given' },
  language: languageOption,
};

export function readQuestion(parsed: ParsedArguments): DoctorQuestion {
  const at = readTime(parsed, 'at');
  const timeoutMilliseconds = readTimeout(parsed);
  const policy = readChoice(parsed, 'policy', ['tls', 'eap', 'basic']);
  const hostname = parsed.texts['hostname'];
  if (policy === 'basic' && hostname !== undefined) {
    throw usageError('--policy basic asks for no name', 'leave out --hostname');
  }
  return {
    install: readInstall(parsed),
    platform: readPlatform(parsed),
    policy,
    language: readLanguage(parsed),
    ...(hostname === undefined ? {} : { hostname }),
    ...(at === undefined ? {} : { at }),
    ...(timeoutMilliseconds === undefined ? {} : { timeoutMilliseconds }),
  };
}

const MAX_SECONDS = 3600;

function readTimeout({ texts }: ParsedArguments): number | undefined {
  const text = texts['timeout'];
  if (text === undefined) return undefined;
  const seconds = /^\d{1,4}(\.\d{1,3})?$/.test(text) ? Number(text) : 0;
  if (seconds > 0 && seconds <= MAX_SECONDS) return Math.round(seconds * 1000);
  throw usageError('--timeout is not a number of seconds', 'write it as --timeout 5, at most 3600');
}
