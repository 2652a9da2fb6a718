import type { Bytes } from '../../diagnostics/bytes.js';

/**
 * The four or sixteen octets of an IP address as people write it: `10.0.0.1` (decimal, no leading zeros), `fe80::1`,
 * `::ffff:10.0.0.1`, in brackets as in a URL, with a zone (`fe80::1%en0`), which names an interface of this machine and is
 * left out. Undefined for anything else.
 */
export function readIpAddress(text: string): Bytes | undefined {
  if (text.length > 100) return undefined;
  const inner = /^\[(.*:.*)\]$/s.exec(text)?.[1] ?? text;
  const [, address = inner] = /^([^%]*:[^%]*)%[\w.~-]+$/.exec(inner) ?? [];
  const octets = address.includes(':') ? readIpv6(address) : readIpv4(address);
  return octets && Uint8Array.from(octets);
}

function readIpv4(text: string): number[] | undefined {
  const parts = text.split('.');
  const octets = parts.map(Number);
  const sound = parts.every((part) => /^(?:0|[1-9]\d{0,2})$/.test(part)) && octets.every((octet) => octet <= 255);
  return sound && octets.length === 4 ? octets : undefined;
}

/** RFC 4291 section 2.2. */
function readIpv6(text: string): number[] | undefined {
  const [head = '', tail, ...others] = text.split('::');
  const left = readGroups(head, tail === undefined);
  const right = readGroups(tail ?? '', true);
  if (left === undefined || right === undefined || others.length > 0) return undefined;
  const missing = 16 - left.length - right.length;
  if (tail === undefined) return missing === 0 ? left : undefined;
  return missing > 0 ? [...left, ...Array.from({ length: missing }, () => 0), ...right] : undefined;
}

/** Groups of four hexadecimal digits; the last ones may be written as an IPv4 address. */
function readGroups(text: string, isEnd: boolean): number[] | undefined {
  if (text === '') return [];
  const groups = text.split(':');
  const last = isEnd && text.includes('.') ? readIpv4(groups.pop() ?? '') : [];
  if (last === undefined || !groups.every((group) => /^[0-9a-f]{1,4}$/i.test(group))) return undefined;
  return [...groups.flatMap((group) => [Number.parseInt(group, 16) >> 8, Number.parseInt(group, 16) & 0xff]), ...last];
}
