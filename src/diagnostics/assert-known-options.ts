import { escapeText } from './escape-text.js';

/**
 * Refuses an option that nobody knows: the compiler does not see every caller, and a misspelt option must not end as one
 * that is silently missing. `known` has a key for each option that there is.
 *
 * @throws TypeError that begins with `name`
 */
export function assertKnownOptions(name: string, options: unknown, known: object): void {
  if (typeof options !== 'object' || options === null) throw new TypeError(`${name} must be an object`);
  const odd = Reflect.ownKeys(options).find((key) => !Object.hasOwn(known, key));
  if (odd !== undefined) throw unknownOption(name, odd, known);
}

export function unknownOption(name: string, key: string | symbol, known: object): TypeError {
  const place = `${name}.${escapeText(String(key), 60)}`;
  return new TypeError(`${place} is not known; known are ${Object.keys(known).join(', ')}`);
}
