import { issue, type Issue } from '../../diagnostics/issue.js';
import type { ProfileContext } from './profile-rule.js';

/** PayloadScope is written, because its absence is read in two ways. */
export function* scopeIsWritten({ profile }: ProfileContext): Generator<Issue> {
  if (profile['PayloadScope'] === undefined) yield issue('toplevel-scope-written', { pointer: '' });
}
