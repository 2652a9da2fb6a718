import type { Bytes } from '../support/der.js';
import type { SeededRandom } from './seeded-random.js';

/** Numbers that lengths, counts and offsets go wrong at. */
const octets = [
  0, 1, 0x7f, 0x80, 0x81, 0x82, 0x84, 0x88, 0xfe, 0xff, 0x30, 0x31, 0xa0, 0x24, 0x04, 0x06, 0x3c, 0x3e, 0x26,
];
const pieces = [
  '<dict>',
  '</dict>',
  '<key>',
  '<![CDATA[',
  '<!--',
  '&#0;',
  '\0\0',
  '\x30\x80',
  '\x24\x80',
  '\x00\x00',
  'bplist00',
];

/** One of the seeds with a few faults, at times with a part of another seed in its middle. */
export function hostileFile(random: SeededRandom, seeds: readonly Uint8Array[]): Bytes {
  let bytes: Buffer = Buffer.from(random.pick(seeds));
  for (let faults = 1 + random.below(4); faults > 0; faults -= 1) bytes = spoil(random, bytes, seeds);
  return new Uint8Array(bytes);
}

function spoil(random: SeededRandom, bytes: Buffer, seeds: readonly Uint8Array[]): Buffer {
  const at = random.below(bytes.length + 1);
  const [before, after] = [bytes.subarray(0, at), bytes.subarray(at)];
  switch (random.below(9)) {
    case 0:
      return before;
    case 1:
      return Buffer.concat([before, after.subarray(1 + random.below(8))]);
    case 2:
      return Buffer.concat([before, Buffer.from(random.pick(pieces), 'latin1'), after]);
    case 3: {
      const other = Buffer.from(random.pick(seeds));
      const from = random.below(other.length);
      return Buffer.concat([before, other.subarray(from, from + random.below(200)), after]);
    }
    case 4:
      return Buffer.concat([before, after.subarray(0, random.below(64)), after]);
    case 5:
      return setOctet(bytes, at, (bytes[at] ?? 0) ^ (1 << random.below(8)));
    case 6:
      return setOctet(bytes, at, random.below(256));
    default:
      // The headers stand in front, a trailer at the end: there a fault changes more.
      return setOctet(
        bytes,
        random.chance(0.5) ? random.below(64) : bytes.length - 1 - random.below(48),
        random.pick(octets),
      );
  }
}

function setOctet(bytes: Buffer, at: number, octet: number): Buffer {
  const copy = Buffer.from(bytes);
  if (at >= 0 && at < copy.length) copy[at] = octet;
  return copy;
}
