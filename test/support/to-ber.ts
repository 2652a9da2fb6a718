import { concat, lengthOctets, type Bytes } from './der.js';
import { readChildren, readValues } from './der-reader.js';

export interface BerOptions {
  /** `indefinite`: constructed values end with 00 00; `padded`: every length has a zero octet too many. */
  readonly lengths?: 'indefinite' | 'padded';
  /** `outer` (default): only the outermost value, so that what a certificate's signature covers stays; or all values inside too. */
  readonly where?: 'outer' | 'everywhere';
}

/** The same value in BER that is not DER (X.690 section 8.1.3 against 10.1). */
export function toBer(der: Uint8Array, { lengths = 'indefinite', where = 'outer' }: BerOptions = {}): Bytes {
  const [value] = readValues(der);
  const { tag, content } = value!;
  const isConstructed = (tag & 0x20) !== 0;
  const children =
    isConstructed && where === 'everywhere'
      ? concat(...readChildren(der).map(({ raw }) => toBer(raw, { lengths, where })))
      : content;
  if (lengths === 'indefinite') {
    return isConstructed
      ? concat(Uint8Array.of(tag, 0x80), children, Uint8Array.of(0, 0))
      : concat(Uint8Array.of(tag), lengthOctets(children.length), children);
  }
  const octets = children.length < 0x80 ? 1 : lengthOctets(children.length).length;
  return concat(Uint8Array.of(tag), lengthOctets(children.length, octets), children);
}

/** The value without its last octets. */
export const truncated = (der: Uint8Array, octets = 1): Bytes => new Uint8Array(der.subarray(0, der.length - octets));

/** The value with bytes behind its end. */
export const withTrailing = (der: Uint8Array, trailing: Uint8Array = Uint8Array.of(0)): Bytes => concat(der, trailing);
