/** Dotted decimal, four octets without leading zeros (RFC 2673 section 3.2, as JSON Schema has it). */
export function isIPv4(text: string): boolean {
  const parts = text.split('.');
  return parts.length === 4 && parts.every((part) => /^(0|[1-9]\d{0,2})$/.test(part) && Number(part) <= 255);
}

/** RFC 4291 section 2.2: eight groups, one run of zeros as `::`, the last two perhaps as an IPv4 address. No zone. */
export function isIPv6(text: string): boolean {
  if (text.length > 45) return false;
  const halves = text.split('::');
  if (halves.length > 2) return false;
  const counts = halves.map((half, index) => countGroups(half, index === halves.length - 1));
  if (counts.includes(undefined)) return false;
  const groups = counts.reduce<number>((sum, count) => sum + (count ?? 0), 0);
  return halves.length === 2 ? groups < 8 : groups === 8;
}

/** The groups of 16 bits; undefined when one of them is none. */
function countGroups(text: string, mayEndInIPv4: boolean): number | undefined {
  if (text === '') return 0;
  const parts = text.split(':');
  const last = parts.at(-1) ?? '';
  const isMixed = mayEndInIPv4 && last.includes('.');
  if (isMixed && !isIPv4(last)) return undefined;
  const groups = isMixed ? parts.slice(0, -1) : parts;
  return groups.every((part) => /^[0-9a-f]{1,4}$/i.test(part)) ? groups.length + (isMixed ? 2 : 0) : undefined;
}
