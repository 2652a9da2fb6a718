import { escapeText } from '../diagnostics/escape-text.js';
import type { ParsedArguments } from './command.js';
import { usageError } from './command-error.js';

/** The time of an option such as `--at`; undefined when it is not given. */
export function readTime({ texts }: ParsedArguments, name: string): Date | undefined {
  const text = texts[name];
  if (text === undefined) return undefined;
  const [, day, clock = '00:00', seconds = ':00'] = /^(\d{4}-\d\d-\d\d)(?:T(\d\d:\d\d)(:\d\d)?Z)?$/.exec(text) ?? [];
  const written = `${day ?? ''}T${clock}${seconds}.000Z`;
  const time = new Date(written);
  // A day such as February 31 is taken for one in March, so that it comes out as another one.
  if (!Number.isNaN(time.getTime()) && time.toISOString() === written) return time;
  throw usageError(`--${name} ${escapeText(text, 40)} is not a time`, 'write it as 2030-01-31 or 2030-01-31T12:00:00Z');
}
