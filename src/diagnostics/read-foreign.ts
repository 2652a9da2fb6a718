/**
 * Reads what somebody else has made: a getter or a proxy throws what it likes, and a secret with it.
 *
 * @throws TypeError that begins with `name`, and has no cause
 */
export function readForeign<Value>(name: string, read: () => Value): Value {
  try {
    return read();
  } catch {
    throw new TypeError(`${name} cannot be read, because a getter or a proxy throws`);
  }
}
