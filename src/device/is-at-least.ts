import { compareVersions } from './version-range.js';

/** Whether a version such as `17.4` or `10.15.7` is `bound` or a later one; what is not written counts as 0. */
export function isAtLeast(version: string, bound: string): boolean {
  return compareVersions(version, bound) >= 0;
}
