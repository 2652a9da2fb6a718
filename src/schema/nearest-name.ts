/** Longer names are no slips of the pen, and comparing them costs too much. */
const MAX_LENGTH = 64;

/** The name that was probably meant: at most two slips away (a letter more, less, other, or two swapped), and the nearest. */
export function nearestName(name: string, known: readonly string[]): string | undefined {
  if (name.length > MAX_LENGTH) return undefined;
  const folded = name.toLowerCase();
  let best: string | undefined;
  let fewest = Math.min(2, Math.floor(name.length / 3)) + 1;
  for (const candidate of known) {
    if (candidate === name || candidate.length > MAX_LENGTH) continue;
    if (candidate.toLowerCase() === folded) return candidate;
    if (Math.abs(candidate.length - name.length) >= fewest) continue;
    const slips = countSlips(name, candidate, fewest);
    if (slips < fewest) [best, fewest] = [candidate, slips];
  }
  return best;
}

/**
 * Damerau-Levenshtein distance, each letter swapped at most once; what is `limit` or more need not be exact. Letters that far
 * apart are not compared, so that a name costs a few steps for each of its letters.
 */
function countSlips(a: string, b: string, limit: number): number {
  const beyond = limit + 1;
  let before: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const row: number[] = [i];
    const last = Math.min(b.length, i + limit);
    for (let j = Math.max(1, i - limit); j <= last; j += 1) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min(
        (row[j - 1] ?? beyond) + 1,
        (previous[j] ?? beyond) + 1,
        (previous[j - 1] ?? beyond) + (same ? 0 : 1),
      );
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        cost = Math.min(cost, (before[j - 2] ?? beyond) + 1);
      }
      row[j] = cost;
    }
    [before, previous] = [previous, row];
  }
  return previous[b.length] ?? beyond;
}

const APPLE = 'com.apple.';

/** The payload type of Apple's that was probably meant: what all of them begin with does not count as likeness. */
export function nearestPayloadType(type: string, known: readonly string[]): string | undefined {
  if (!type.startsWith(APPLE)) return nearestName(type, known);
  const tails = known.filter((name) => name.startsWith(APPLE)).map((name) => name.slice(APPLE.length));
  const tail = nearestName(type.slice(APPLE.length), tails);
  return tail === undefined ? undefined : `${APPLE}${tail}`;
}
