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
    const slips = countSlips(name, candidate);
    if (slips < fewest) [best, fewest] = [candidate, slips];
  }
  return best;
}

/** Damerau-Levenshtein distance, each letter swapped at most once. */
function countSlips(a: string, b: string): number {
  let before: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min((row[j - 1] ?? 0) + 1, (previous[j] ?? 0) + 1, (previous[j - 1] ?? 0) + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        cost = Math.min(cost, (before[j - 2] ?? 0) + 1);
      }
      row.push(cost);
    }
    [before, previous] = [previous, row];
  }
  return previous[b.length] ?? 0;
}
