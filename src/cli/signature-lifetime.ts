import { now } from '../device/clock.js';
import type { VerifiedProfile } from '../document/verify-profile.js';
import { count } from '../report/text-layout.js';
import type { OptionSpec, ParsedArguments } from './command.js';
import { usageError } from './command-error.js';

const DAY = 24 * 60 * 60 * 1000;
const MAX_DAYS = 36_500;

/** `about` says what becomes of a signature with fewer days. */
export function minDaysOption(about: string): OptionSpec {
  return { type: 'string', value: 'DAYS', about };
}

/** The days of `--min-days`; undefined when it is not given. */
export function readMinDays({ texts }: ParsedArguments): number | undefined {
  const text = texts['min-days'];
  if (text === undefined) return undefined;
  const days = /^\d{1,6}$/.test(text) ? Number(text) : MAX_DAYS + 1;
  if (days <= MAX_DAYS) return days;
  throw usageError('--min-days takes a whole number of days', `write 0 to ${String(MAX_DAYS)}, for example 30`);
}

/** How long a signature is still good. */
export interface SignatureLifetime {
  readonly signedUntil: Date;
  /** Whole days that are left; negative when it has ended. */
  readonly daysLeft: number;
  /** Whether these are fewer than were asked for. */
  readonly isDue: boolean;
}

export function lifetimeOf(
  { signedUntil }: Pick<VerifiedProfile, 'signedUntil'>,
  minDays: number,
  at: Date = now(),
): SignatureLifetime {
  const left = signedUntil.getTime() - at.getTime();
  return { signedUntil, daysLeft: Math.floor(left / DAY), isDue: left < minDays * DAY };
}

/** `12 days left`, `ended 3 days ago`. */
export function describeLifetime({ daysLeft }: SignatureLifetime): string {
  if (daysLeft >= 0) return `${count(daysLeft, 'day')} left`;
  return daysLeft === -1 ? 'ended less than a day ago' : `ended ${count(-daysLeft - 1, 'day')} ago`;
}
