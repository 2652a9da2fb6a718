/**
 * `npm run bench`: what signing, building, reading and evaluating trust cost, as ratios to the bare work in the same run. It
 * measures the built package. It is no test: machines differ, ratios do less. `npm run bench -- cms` runs one part (cms,
 * build, trust, import, memory, read, schema).
 */
import { cpus } from 'node:os';
import { benchBuild } from './bench-build.js';
import { benchCms } from './bench-cms.js';
import { benchImport } from './bench-import.js';
import { benchMemory } from './bench-memory.js';
import { benchRead } from './bench-read.js';
import { benchSchema } from './bench-schema.js';
import { benchTrust } from './bench-trust.js';
import { formatRatio, type Ratio } from './measure.js';

const parts: Readonly<Record<string, () => AsyncIterable<Ratio>>> = {
  cms: benchCms,
  build: benchBuild,
  trust: benchTrust,
  import: benchImport,
  memory: benchMemory,
  read: benchRead,
  schema: benchSchema,
};

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !Object.hasOwn(parts, name));
if (unknown.length > 0)
  throw new Error(`no part is called ${unknown.join(', ')}; known are ${Object.keys(parts).join(', ')}`);

const [cpu] = cpus();
console.log(
  `Node ${process.versions.node}, OpenSSL ${process.versions.openssl}, ${String(cpus().length)} x ${cpu?.model ?? '?'}`,
);
let short = 0;
for (const [name, run] of Object.entries(parts)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  console.log(`\n${name}`);
  for await (const ratio of run()) {
    console.log(formatRatio(ratio));
    if (ratio.isMet === false) short += 1;
  }
}
console.log(short === 0 ? '\nall targets met' : `\n${String(short)} short of their targets`);
