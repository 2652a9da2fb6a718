import { execFileSync } from 'node:child_process';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { median, type Ratio } from './measure.js';

const RUNS = 21;
const MOST = 1.6;

const root = fileURLToPath(new URL('../..', import.meta.url));
const built = pathToFileURL(`${root}/dist/index.js`).href;

/** How long a fresh process takes to import the built package, beside the dependency that every profile needs. */
export async function* benchImport(): AsyncGenerator<Ratio> {
  for (let warmup = 0; warmup < 2; warmup += 1) measure('plist', built);
  const runs = Array.from({ length: RUNS }, () => measure('plist', built));
  const ratio = median(runs.map(({ own, plist }) => own / plist));
  const shown = (side: 'own' | 'plist'): string => `${median(runs.map((run) => run[side])).toFixed(1)} ms`;
  yield await Promise.resolve({
    name: "import('profilewright') beside import('plist')",
    figures: `${shown('own').padStart(8)} of ${shown('plist').padStart(8)}`,
    ratio,
    target: `<= ${MOST.toFixed(2)}`,
    isMet: ratio <= MOST,
  });
}

function measure(plist: string, own: string): { readonly plist: number; readonly own: number } {
  return { plist: importTime(plist), own: importTime(own) };
}

function importTime(specifier: string): number {
  const source = `const start = performance.now(); await import(${JSON.stringify(specifier)}); console.log(performance.now() - start);`;
  return Number(execFileSync(process.execPath, ['--input-type=module', '-e', source], { cwd: root, encoding: 'utf8' }));
}
