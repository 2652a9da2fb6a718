/**
 * `npm run fuzz`: spoilt files against everything that reads files, and spoilt property lists against Python's plistlib. It
 * is no test: the short run of both is among the tests. `npm run fuzz -- hostile 2000000 7` makes two million executions
 * from the seed 7; `npm run fuzz -- plistlib 100000` compares that many documents.
 */
import { performance } from 'node:perf_hooks';
import { readCorpus } from '../support/corpus.js';
import { readWithPlistlib } from '../interop/plistlib.js';
import { compareWithPlistlib } from './compare-with-plistlib.js';
import { hostileFile } from './hostile-files.js';
import { randomPlist } from './random-plist.js';
import { outcomeOf, readers } from './read-anything.js';
import { seedFiles } from './seed-files.js';
import { SeededRandom } from './seeded-random.js';

/** Longer than that is a hang. */
const MAX_MILLISECONDS = 1000;
const BATCH = 10_000;

const parts: Readonly<Record<string, (runs: number, seed: number) => number>> = { hostile, plistlib };

/** Returns the number of files that ended in something else than a value or an error of ours, or in time. */
function hostile(runs: number, seed: number): number {
  const random = new SeededRandom(seed);
  const seeds = [...seedFiles(), ...readCorpus().map(({ bytes }) => bytes)].filter(({ length }) => length < 100_000);
  const names = Object.keys(readers) as (keyof typeof readers)[];
  // From the sources a schema is compiled when it is first needed, which takes its time.
  for (const bytes of seeds) for (const name of names) outcomeOf(readers[name], bytes);
  const counts: Record<string, number> = {};
  let [faults, slowest] = [0, 0];
  for (let run = 0; run < runs; run += 1) {
    const [name, bytes] = [random.pick(names), hostileFile(random, seeds)];
    let { outcome, milliseconds } = execute(readers[name], bytes);
    // A machine that is busy with something else is slow once.
    if (milliseconds > MAX_MILLISECONDS) ({ outcome, milliseconds } = execute(readers[name], bytes));
    slowest = Math.max(slowest, milliseconds);
    counts[outcome] = (counts[outcome] ?? 0) + 1;
    if (milliseconds <= MAX_MILLISECONDS && !outcome.startsWith('FOREIGN')) continue;
    faults += 1;
    console.log(`${name}, run ${String(run)} of seed ${String(seed)}: ${outcome}, ${milliseconds.toFixed(0)} ms`);
    console.log(Buffer.from(bytes).toString('base64').slice(0, 4000));
  }
  console.log(counts, `slowest ${slowest.toFixed(0)} ms`);
  return faults;
}

function execute(read: (bytes: Uint8Array) => unknown, bytes: Uint8Array): { outcome: string; milliseconds: number } {
  const start = performance.now();
  let outcome: string;
  try {
    outcome = outcomeOf(read, bytes);
  } catch (error) {
    outcome = `FOREIGN ${String(error)}`;
  }
  return { outcome, milliseconds: performance.now() - start };
}

function plistlib(runs: number, seed: number): number {
  const random = new SeededRandom(seed);
  const counts: Record<string, number> = {};
  let faults = 0;
  for (let done = 0; done < runs; done += BATCH) {
    const documents = Array.from({ length: Math.min(BATCH, runs - done) }, () => randomPlist(random));
    const comparison = compareWithPlistlib(documents, readWithPlistlib(documents));
    for (const [kind, count] of Object.entries(comparison.counts)) counts[kind] = (counts[kind] ?? 0) + count;
    for (const failure of comparison.failures) console.log(failure);
    faults += comparison.failures.length;
  }
  console.log(counts);
  return faults;
}

const [wanted, runs = '100000', seed = '1'] = process.argv.slice(2);
const chosen = Object.entries(parts).filter(([name]) => wanted === undefined || wanted === name);
if (chosen.length === 0)
  throw new Error(`no part is called ${String(wanted)}; known are ${Object.keys(parts).join(', ')}`);
let faults = 0;
for (const [name, run] of chosen) {
  console.log(`${name}: ${runs} runs from the seed ${seed}`);
  faults += run(Number(runs), Number(seed));
}
console.log(faults === 0 ? 'nothing found' : `${String(faults)} found`);
process.exitCode = faults === 0 ? 0 : 1;
