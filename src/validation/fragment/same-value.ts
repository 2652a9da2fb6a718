import { isDictionary, numberOf } from '../../schema/plist-type.js';
import type { Scalar } from './fragment.js';

/**
 * Whether a value is the one that a rule names. Apple's software takes a boolean and 0 or 1 for each other, so a rule about
 * a switch holds for both.
 */
export function isSameScalar(value: unknown, expected: Scalar): boolean {
  if (typeof expected === 'string') return value === expected;
  return switchNumber(value) === Number(expected);
}

function switchNumber(value: unknown): number | undefined {
  return typeof value === 'boolean' ? Number(value) : numberOf(value);
}

/** A text that is the same for equal plist values and differs for others, to find repetitions; case folded when asked for. */
export function identityOf(value: unknown, fold: (text: string) => string = (text) => text): string {
  if (typeof value === 'string') return `s${JSON.stringify(fold(value))}`;
  const number = typeof value === 'bigint' ? value.toString() : numberOf(value)?.toString();
  if (number !== undefined) return `n${number}`;
  if (value instanceof Uint8Array) return `d${Buffer.from(value).toString('base64')}`;
  if (value instanceof Date) return `t${String(value.getTime())}`;
  if (typeof value !== 'object' || value === null) return `o${String(value)}`;
  // Put together by +, which copies nothing: joining would copy what is inside at each level.
  let text = '';
  if (Array.isArray(value)) {
    for (const item of value) text += `${identityOf(item, fold)},`;
    return `a[${text}]`;
  }
  if (!isDictionary(value)) return 'o';
  for (const key of Object.keys(value).sort()) text += `${JSON.stringify(key)}:${identityOf(value[key], fold)},`;
  return `k{${text}}`;
}
