import { octetsOf, universalTag, type BerValue } from './ber.js';
import { derOctetString, derValue } from './der.js';

/**
 * The DER of a value in BER: shortest definite lengths, OCTET STRINGs in one piece. The elements of a SET OF keep their
 * order, as those do who verify signatures over one.
 */
export function berToDer(value: BerValue): Uint8Array {
  const { raw, content, constructed } = value;
  // Most values are DER already, and cost no copy.
  if (!constructed) return raw.length - content.length === 2 ? raw : withShortLength(value, [content]);
  if (universalTag(value) === 4) return derOctetString(octetsOf(value));
  return withShortLength(value, value.children.map(berToDer));
}

function withShortLength({ raw }: BerValue, parts: readonly Uint8Array[]): Uint8Array {
  const [identifier = 0] = raw;
  if ((identifier & 0x1f) !== 0x1f) return derValue(identifier, ...parts);
  const last = raw.findIndex((octet, index) => index > 0 && octet < 0x80);
  return Buffer.concat([raw.subarray(0, last + 1), derValue(0, ...parts).subarray(1)]);
}
