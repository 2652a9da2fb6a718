import type { Bytes } from '../diagnostics/bytes.js';

/** The content octets of an OBJECT IDENTIFIER, from its dotted form (X.690 section 8.19). */
export function encodeOid(oid: string): Bytes {
  const arcs = oid.split('.').map(BigInt);
  const [first = 0n, second = 0n, ...rest] = arcs;
  return Uint8Array.from([first * 40n + second, ...rest].flatMap(base128));
}

function base128(arc: bigint): number[] {
  const octets = [Number(arc & 0x7fn)];
  for (let rest = arc >> 7n; rest > 0n; rest >>= 7n) octets.unshift(Number(rest & 0x7fn) | 0x80);
  return octets;
}

/**
 * The dotted form of the content octets of an OBJECT IDENTIFIER. Two of them are only equal when the octets are: arcs of
 * any size are exact, so that a look-alike whose arc would wrap at 32 bits never equals the real one, and ` (padded)`
 * follows the form of octets that say the same in a longer way. Undefined when the octets are empty, truncated or longer than 64.
 */
export function decodeOid(content: Uint8Array): string | undefined {
  if (content.length === 0 || content.length > 64 || (content.at(-1) ?? 0) >= 0x80) return undefined;
  const arcs: bigint[] = [];
  let arc = 0n;
  for (const octet of content) {
    arc = (arc << 7n) | BigInt(octet & 0x7f);
    if (octet < 0x80) {
      arcs.push(arc);
      arc = 0n;
    }
  }
  const [first = 0n, ...rest] = arcs;
  const root = first < 40n ? 0n : first < 80n ? 1n : 2n;
  const dotted = [root, first - root * 40n, ...rest].join('.');
  return isPaddedOid(content) ? `${dotted} (padded)` : dotted;
}

/** Whether an arc is padded with a leading 80 octet: legal in no encoding, and a way to dress up a look-alike. */
export function isPaddedOid(content: Uint8Array): boolean {
  return content.some((octet, index) => octet === 0x80 && (index === 0 || (content[index - 1] ?? 0) < 0x80));
}
