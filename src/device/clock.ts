/** The present time. The only place where this package reads the clock; every caller can pass a time of its own. */
export function now(): Date {
  return new Date();
}
