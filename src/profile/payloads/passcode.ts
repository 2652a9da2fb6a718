import type { ExtraOption, PayloadMapping } from './map-options.js';
import { count, dictionary, flag, group, text, type OptionTable } from './option-table.js';

/** customRegex, on macOS: a form that passwords must have. */
export interface PasscodeFormOptions {
  /** passwordContentRegex: a regular expression of ICU, of at most 2048 characters. */
  readonly regex: string;
  /** passwordContentDescription: what it asks for, by language, with `default` for all others. */
  readonly description?: Readonly<Record<string, string>>;
}

/** Options of {@link ProfileBuilder.addPasscode}. */
export interface PasscodeOptions extends ExtraOption<'com.apple.mobiledevice.passwordpolicy'> {
  /** allowSimple: allows repeated and consecutive characters. True unless given. */
  readonly allowSimple?: boolean;
  /** forcePIN: demands a passcode. False unless given. */
  readonly forcePin?: boolean;
  /** requireAlphanumeric: demands a letter. False unless given. */
  readonly requireAlphanumeric?: boolean;
  /** minLength: characters, up to 16. 0 unless given. */
  readonly minLength?: number;
  /** minComplexChars: characters that are neither letters nor digits, up to 4. 0 unless given. */
  readonly minComplexChars?: number;
  /** maxFailedAttempts: wrong passcodes, from 2 to 11, before an iPhone is erased or a Mac locked. 11 unless given. */
  readonly maxFailedAttempts?: number;
  /** maxInactivity: minutes until the device locks, up to 15, on macOS 60. */
  readonly maxInactivityMinutes?: number;
  /** maxGracePeriod: minutes for which a locked device opens without the passcode. 0 unless given. */
  readonly maxGracePeriodMinutes?: number;
  /** maxPINAgeInDays: days until another passcode is demanded, up to 730. */
  readonly maxPinAgeDays?: number;
  /** pinHistory: how many of the last passcodes may not be used again, up to 50. */
  readonly pinHistory?: number;
  /** minutesUntilFailedLoginReset, on macOS: needs `maxFailedAttempts`. */
  readonly failedLoginResetMinutes?: number;
  /** changeAtNextAuth, on macOS. False unless given. */
  readonly changeAtNextAuth?: boolean;
  /** customRegex, on macOS. */
  readonly form?: PasscodeFormOptions;
}

const formTable: OptionTable<PasscodeFormOptions> = {
  regex: text('passwordContentRegex'),
  description: dictionary('passwordContentDescription'),
};

export const passcode: PayloadMapping<PasscodeOptions> = {
  type: 'com.apple.mobiledevice.passwordpolicy',
  options: {
    allowSimple: flag('allowSimple'),
    forcePin: flag('forcePIN'),
    requireAlphanumeric: flag('requireAlphanumeric'),
    minLength: count('minLength'),
    minComplexChars: count('minComplexChars'),
    maxFailedAttempts: count('maxFailedAttempts'),
    maxInactivityMinutes: count('maxInactivity'),
    maxGracePeriodMinutes: count('maxGracePeriod'),
    maxPinAgeDays: count('maxPINAgeInDays'),
    pinHistory: count('pinHistory'),
    failedLoginResetMinutes: count('minutesUntilFailedLoginReset'),
    changeAtNextAuth: flag('changeAtNextAuth'),
    form: group('customRegex', formTable),
  },
};
