import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type Plugin } from 'esbuild';
import { compileSchema, complaintsOf, valueTests, type ValidateFunction } from '../../src/schema/ajv.js';
import { loadSchema, payloadSchema } from '../../src/schema/catalogue.js';
import { payloadTypes } from '../../src/schema/generated/payload-type-names.js';
import { readFaults } from '../../src/schema/read-faults.js';
import { toValueView } from '../../src/schema/value-view.js';
import { rootCA } from '../support/authorities.js';
import { chooseBranch, fullValue, type Schema } from '../support/schema-values.js';
import { writeLiteral } from '../support/write-literal.js';
import { compare, median, type Ratio } from './measure.js';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** What it costs to know every payload: in time per payload, in a cold process, in the compiler, in the package. */
export async function* benchSchema(): AsyncGenerator<Ratio> {
  yield await benchWifi();
  // Inside of the project, where a bundle finds the dependencies and the schemas.
  mkdirSync(join(root, 'out'), { recursive: true });
  const folder = mkdtempSync(join(root, 'out', 'bench-'));
  try {
    yield await benchColdProcess(folder);
    yield benchCompiler(folder);
    yield* benchTarball();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A payload as people write it, with a certificate-based sign-in. */
const wifi = {
  PayloadType: 'com.apple.wifi.managed',
  PayloadVersion: 1,
  PayloadIdentifier: 'com.example.profile.wifi',
  PayloadUUID: '3B0B1E7C-4A0C-4B0E-9D0C-0D6F4C1B2A3D',
  PayloadDisplayName: 'Wi-Fi',
  SSID_STR: 'Lab',
  AutoJoin: true,
  EncryptionType: 'WPA2',
  PayloadCertificateUUID: '3B0B1E7C-4A0C-4B0E-9D0C-0D6F4C1B2A3D',
  EAPClientConfiguration: {
    AcceptEAPTypes: [13],
    PayloadCertificateAnchorUUID: ['3B0B1E7C-4A0C-4B0E-9D0C-0D6F4C1B2A3D'],
    TLSTrustedServerNames: ['radius.example.com'],
    TLSMinimumVersion: '1.2',
  },
};

type WrittenValidator = (tests: typeof valueTests) => ValidateFunction;

function benchWifi(): Promise<Ratio> {
  const name = 'com.apple.wifi.managed';
  const make = createRequire(import.meta.url)(join(root, `dist/validators/${name}.cjs`)) as WrittenValidator;
  const written = complaintsOf(make(valueTests));
  // As `validateNamed` does it.
  const check = (value: unknown): readonly unknown[] => {
    const complaints = written(value);
    return complaints.length === 0 ? complaints : readFaults(complaints, value);
  };
  const judge = compileSchema(toValueView(loadSchema(name)));
  if (check(wifi).length + judge(wifi).length > 0) throw new Error('the payload is not valid');
  return compare({
    name: 'a Wi-Fi payload beside compiled ajv',
    target: 1,
    operation: () => check(wifi),
    ceiling: () => judge(wifi),
  });
}

const RUNS = 15;

/** Processes of both kinds in turn, and the median of their ratios; the first two warm up the disk. */
function compareProcesses(name: string, most: number, own: readonly string[], bare: readonly string[]): Ratio {
  const timeOf = (argv: readonly string[]): number => {
    const start = performance.now();
    execFileSync(process.execPath, argv, { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] });
    return performance.now() - start;
  };
  const runs = Array.from({ length: RUNS + 2 }, () => ({ own: timeOf(own), bare: timeOf(bare) })).slice(2);
  const shown = (side: 'own' | 'bare'): string => `${median(runs.map((run) => run[side])).toFixed(0)} ms`;
  return atMost(name, median(runs.map((run) => run.own / run.bare)), most, `${shown('own')} of ${shown('bare')}`);
}

function atMost(name: string, ratio: number, most: number, figures: string): Ratio {
  return { name, figures, ratio, target: `<= ${most.toFixed(2)}`, isMet: ratio <= most };
}

/** The same program with and without validation, joined to one file. */
async function benchColdProcess(folder: string): Promise<Ratio> {
  const pem = JSON.stringify(rootCA({ subject: 'Bench Root' }).pem);
  const program = join(folder, 'program.ts');
  writeFileSync(
    program,
    `import { ProfileBuilder } from 'profilewright';\nnew ProfileBuilder().addRootCA(${pem}).build();\n`,
  );
  const [own, bare] = [join(folder, 'with.mjs'), join(folder, 'without.mjs')];
  cpSync(join(root, 'dist/validators'), join(folder, 'validators'), { recursive: true });
  await bundle(program, own, []);
  await bundle(program, bare, [withoutValidation]);
  return compareProcesses('a cold process that builds a root, beside no validation', 1.25, [own], [bare]);
}

async function bundle(entry: string, outfile: string, plugins: Plugin[]): Promise<void> {
  const options = { bundle: true, format: 'esm', platform: 'node', target: 'node20.19', packages: 'external' } as const;
  const alias = { profilewright: join(root, 'src/index.ts') };
  await build({ ...options, alias, entryPoints: [entry], outfile, plugins, logLevel: 'warning' });
}

const withoutValidation: Plugin = {
  name: 'without-validation',
  setup: ({ onLoad }) => {
    onLoad({ filter: /validate-profile-dictionary\.ts$/ }, () => ({
      contents: 'export const validateProfileDictionary = () => [];',
    }));
  },
};

const typedPayloads = 20;
/** Those that every payload has come first. */
const COMMON_KEYS = 8;

/** `tsc` over a caller that uses payload types, beside one that uses none. */
function benchCompiler(folder: string): Ratio {
  const tsc = join(root, 'node_modules/typescript/bin/tsc');
  const projectOf = (name: string, source: string): string => {
    const home = join(folder, name);
    mkdirSync(home);
    writeFileSync(join(home, 'caller.ts'), `import { ProfileBuilder } from 'profilewright';\n${source}`);
    const compilerOptions = {
      paths: { profilewright: [join(root, 'dist/index.d.ts')] },
      noEmit: true,
      types: [],
    };
    writeFileSync(
      join(home, 'tsconfig.json'),
      JSON.stringify({ extends: join(root, 'tsconfig.json'), compilerOptions, include: ['caller.ts'] }),
    );
    return home;
  };
  const payloads = payloadTypes.slice(0, typedPayloads).map((type) => {
    const schema = chooseBranch(payloadSchema(type) as Schema, 'else');
    const keys = Object.entries(fullValue(schema, (value) => value) as object);
    // As much as people write: what is required, and a few keys more.
    const some = keys.filter(([key], index) => schema.required?.includes(key) === true || index < COMMON_KEYS + 5);
    return `builder.addPayload('${type}', ${writeLiteral(Object.fromEntries(some))});\n`;
  });
  const none = "export const builder = new ProfileBuilder({ displayName: 'Lab' });\n";
  const own = projectOf('typed', none + payloads.join(''));
  const bare = projectOf('untyped', none);
  return compareProcesses('tsc over 20 payload types, beside none', 1.5, [tsc, '-p', own], [tsc, '-p', bare]);
}

/** The package as it would be published; the aim is one megabyte. */
function* benchTarball(): Generator<Ratio> {
  const argv = ['pack', '--dry-run', '--json', '--ignore-scripts'];
  const answer = execFileSync('npm', argv, { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  const [report] = JSON.parse(answer) as { size: number; unpackedSize: number; entryCount: number }[];
  const { size = Infinity, unpackedSize = Infinity } = report ?? {};
  const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(2)} MB`;
  yield atMost('the tarball beside 1 MB', size / 1e6, 1, `${megabytes(size)}, unpacked ${megabytes(unpackedSize)}`);
}
