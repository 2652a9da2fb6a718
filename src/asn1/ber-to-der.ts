import { octetsOf, universalTag, type BerValue } from './ber.js';
import { derLength } from './der.js';

/**
 * The DER of a value in BER: shortest definite lengths, OCTET STRINGs in one piece. The elements of a SET OF keep their
 * order, as those do who verify signatures over one. What is DER already is returned as it is.
 */
export function berToDer(value: BerValue): Uint8Array {
  if (isDer(value)) return value.raw;
  const pieces: Uint8Array[] = [];
  collectBackwards(value, pieces);
  return Buffer.concat(pieces.reverse());
}

function isDer(value: BerValue): boolean {
  if (value.constructed && universalTag(value) === 4) return false;
  return isShort(value) && value.children.every(isDer);
}

/** Whether the length is definite, and as short as can be. */
function isShort(value: BerValue): boolean {
  const { raw, content } = value;
  const { length } = identifierOf(value);
  return raw[length] !== 0x80 && raw.length === length + derLength(content.length).length + content.length;
}

/** Adds the pieces, the last one first, because a header tells the length of what follows; returns how long they are. */
function collectBackwards(value: BerValue, pieces: Uint8Array[]): number {
  const { raw, children, constructed } = value;
  if (!constructed && isShort(value)) {
    pieces.push(raw);
    return raw.length;
  }
  let length = 0;
  const isString = universalTag(value) === 4;
  if (isString || !constructed) {
    const octets = octetsOf(value);
    pieces.push(octets);
    length = octets.length;
  } else {
    for (const child of children.toReversed()) length += collectBackwards(child, pieces);
  }
  const header = Uint8Array.of(...(isString ? [0x04] : identifierOf(value)), ...derLength(length));
  pieces.push(header);
  return header.length + length;
}

function identifierOf({ raw }: BerValue): Uint8Array {
  if (((raw[0] ?? 0) & 0x1f) !== 0x1f) return raw.subarray(0, 1);
  return raw.subarray(0, raw.findIndex((octet, index) => index > 0 && octet < 0x80) + 1);
}
