import { issue, type Issue } from '../../diagnostics/issue.js';
import type { ProfileContext } from './profile-rule.js';

/** A profile is there for some time before the device removes it. */
export function* removalIsLater({ profile, at }: ProfileContext): Generator<Issue> {
  const date = profile['RemovalDate'];
  if (!(date instanceof Date && date.getTime() <= at.getTime())) return;
  yield issue('toplevel-removal-date', { pointer: '/RemovalDate' }, { date: date.toISOString() });
}
