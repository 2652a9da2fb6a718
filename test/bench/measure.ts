/** What a run of the bench found: medians of paired rounds, so that a machine that slows down slows both sides. */
export interface Ratio {
  readonly name: string;
  /** Operations a second of the thing and of its ceiling, medians over the rounds. */
  readonly perSecond: number;
  readonly ceilingPerSecond: number;
  /** The median of the rounds' own ratios. */
  readonly ratio: number;
  readonly target: number;
}

export type Operation = () => unknown;

const ROUNDS = 9;
const ROUND_MILLISECONDS = 250;

/** Times `operation` against `ceiling` in turn, in rounds of a quarter of a second each, and takes medians. */
export async function compare(
  name: string,
  target: number,
  operation: Operation,
  ceiling: Operation,
  inFlight = 1,
): Promise<Ratio> {
  await rate(operation, inFlight, 100);
  await rate(ceiling, 1, 100);
  const rounds: { own: number; top: number }[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const own = await rate(operation, inFlight, ROUND_MILLISECONDS);
    const top = await rate(ceiling, 1, ROUND_MILLISECONDS);
    rounds.push({ own, top });
  }
  return {
    name,
    target,
    perSecond: median(rounds.map(({ own }) => own)),
    ceilingPerSecond: median(rounds.map(({ top }) => top)),
    ratio: median(rounds.map(({ own, top }) => own / top)),
  };
}

async function rate(operation: Operation, inFlight: number, milliseconds: number): Promise<number> {
  const start = performance.now();
  const end = start + milliseconds;
  let count = 0;
  const lane = async (): Promise<void> => {
    while (performance.now() < end) {
      const result = operation();
      // Awaiting what is no promise would charge the ceiling with a turn of the event loop.
      if (result instanceof Promise) await result;
      count += 1;
    }
  };
  await Promise.all(Array.from({ length: inFlight }, lane));
  return (count * 1000) / (performance.now() - start);
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

/** One line a ratio; `short` marks those that fall short of their target. */
export function formatRatio({ name, perSecond, ceilingPerSecond, ratio, target }: Ratio): string {
  const figures = `${perSecond.toFixed(0).padStart(7)}/s of ${ceilingPerSecond.toFixed(0).padStart(7)}/s`;
  const verdict = ratio >= target ? 'met' : 'SHORT';
  return `${name.padEnd(58)} ${figures}  ratio ${ratio.toFixed(2)}  target ${target.toFixed(2)}  ${verdict}`;
}
