/** Versions of one system. `to` is the last version, with all that begin like it: `17` includes 17.6.1. */
export interface VersionRange {
  readonly from: string;
  readonly to?: string;
}

/** From a version on, and before another one. */
export interface Validity {
  readonly since?: string | undefined;
  readonly until?: string | undefined;
}

/** Whether something holds on all versions of a range, on some of them, or on none. */
export type Coverage = 'all' | 'some' | 'none';

const versionForm = /^\d{1,3}(\.\d{1,3}){0,3}$/;

export function isVersion(value: unknown): value is string {
  return typeof value === 'string' && versionForm.test(value);
}

/** Negative when `a` is older, positive when it is newer, 0 when they are equal; `17` is `17.0`. */
export function compareVersions(a: string, b: string): number {
  const [left, right] = [numbersOf(a), numbersOf(b)];
  for (let index = 0; index < Math.max(left.length, right.length); index += 1) {
    const difference = (left[index] ?? 0) - (right[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** Whether a range ends before it begins, so that nothing could hold on it. */
export function isEmptyRange({ from, to }: VersionRange): boolean {
  return to !== undefined && isBehind(from, to);
}

/** On how much of a range something holds that begins with `since` and ends before `until`. */
export function coverageOf({ from, to }: VersionRange, { since, until }: Validity): Coverage {
  const isOver = until !== undefined && compareVersions(from, until) >= 0;
  const isTooNew = since !== undefined && to !== undefined && isBehind(since, to);
  if (isOver || isTooNew) return 'none';
  const fromStart = since === undefined || compareVersions(since, from) <= 0;
  const toEnd = until === undefined || (to !== undefined && isBehind(until, to));
  return fromStart && toEnd ? 'all' : 'some';
}

/** Whether a version lies behind all versions that begin like `last`. */
function isBehind(version: string, last: string): boolean {
  const length = numbersOf(last).length;
  return compareVersions(numbersOf(version).slice(0, length).join('.'), last) > 0;
}

function numbersOf(version: string): number[] {
  return version.split('.').map(Number);
}
