/** What a run of the bench found: medians of paired rounds, so that a machine that slows down slows both sides. */
export interface Ratio {
  readonly name: string;
  /** Both sides in words: `3012/s of 3350/s`. */
  readonly figures: string;
  readonly ratio: number;
  /** Undefined when the figures are only told. */
  readonly target?: string;
  readonly isMet?: boolean;
}

export type Operation = () => unknown;

const ROUNDS = 15;
const ROUND_MILLISECONDS = 150;

export interface Comparison {
  readonly name: string;
  /** The least ratio of `operation` to `ceiling`, in operations a second; undefined when it is only told. */
  readonly target?: number;
  readonly operation: Operation;
  readonly ceiling: Operation;
  /** How many of `operation` run side by side; the ceiling is always one after the other. */
  readonly inFlight?: number;
}

/** Times `operation` against `ceiling` in turn, in short rounds, and takes the median of the rounds' own ratios. */
export async function compare({ name, target, operation, ceiling, inFlight = 1 }: Comparison): Promise<Ratio> {
  await rate(operation, inFlight, 2 * ROUND_MILLISECONDS);
  await rate(ceiling, 1, 2 * ROUND_MILLISECONDS);
  const rounds: { own: number; top: number }[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const own = await rate(operation, inFlight, ROUND_MILLISECONDS);
    const top = await rate(ceiling, 1, ROUND_MILLISECONDS);
    rounds.push({ own, top });
  }
  const perSecond = (side: 'own' | 'top'): string => `${median(rounds.map((round) => round[side])).toFixed(0)}/s`;
  const ratio = median(rounds.map(({ own, top }) => own / top));
  return {
    name,
    figures: `${perSecond('own').padStart(8)} of ${perSecond('top').padStart(8)}`,
    ratio,
    ...(target === undefined ? {} : { target: `>= ${target.toFixed(2)}`, isMet: ratio >= target }),
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

/** One line a ratio; `SHORT` marks those that fall short of their target. */
export function formatRatio({ name, figures, ratio, target, isMet }: Ratio): string {
  const told = `${name.padEnd(44)} ${figures.padEnd(24)}  ratio ${ratio.toFixed(2)}`;
  return target === undefined ? told : `${told}  target ${target}  ${isMet === true ? 'met' : 'SHORT'}`;
}
