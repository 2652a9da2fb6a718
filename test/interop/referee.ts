import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import type { TestContext } from 'vitest';

export interface Verdict {
  readonly status: number | null;
  readonly stdout: Buffer;
  /** Both outputs as text, for the message of a failed test. */
  readonly text: string;
}

const missing = new Map<string, boolean>();

/** Servers are not among the programs of an ordinary user. */
export const refereeEnvironment = (): NodeJS.ProcessEnv => ({
  ...process.env,
  LC_ALL: 'C.UTF-8',
  PATH: `${process.env['PATH'] ?? ''}:/usr/local/sbin:/usr/sbin:/sbin`,
});

function isMissing(tool: string): boolean {
  const known = missing.get(tool) ?? spawnSync('which', [tool], { env: refereeEnvironment() }).status !== 0;
  missing.set(tool, known);
  return known;
}

/** Skips the test, which is an error in CI: there every referee has to speak. */
export function lackReferee(why: string, context: TestContext): never {
  if (process.env['CI'] !== undefined) throw new Error(why);
  return context.skip(why);
}

/** Skips the test when the tool is not there. */
export function needReferee(tool: string, context: TestContext): void {
  if (isMissing(tool)) lackReferee(`${tool} is not installed`, context);
}

let python: string | undefined;

/** The Python that has the module cryptography: the system's own has what the system installs, the first in the path may be another. */
export function findPython(context: TestContext): string {
  needReferee('python3', context);
  python ??= ['python3', '/usr/bin/python3'].find(
    (program) => spawnSync(program, ['-c', 'import cryptography.x509']).status === 0,
  );
  return python ?? lackReferee("python3's module cryptography is not installed", context);
}

/** Compiles the program in the folder of this name beside this file, which fetches its module the first time on a machine. */
export function buildGoProgram(name: string, folder: string, context: TestContext): string {
  needReferee('go', context);
  const output = join(folder, name);
  const { status } = spawnSync('go', ['build', '-mod=readonly', '-o', output, '.'], {
    cwd: join(import.meta.dirname, name),
    env: { ...refereeEnvironment(), GOTOOLCHAIN: 'local', GOWORK: 'off', CGO_ENABLED: '0' },
  });
  return status === 0 ? output : lackReferee(`${name} cannot be compiled`, context);
}

export interface RunOptions {
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string>>;
  /** What it reads from its standard input. */
  readonly input?: string;
}

/** Runs a tool to its end. */
export function run(tool: string, argv: readonly string[], { cwd, env = {}, input = '' }: RunOptions): Verdict {
  const options = { cwd, input, env: { ...refereeEnvironment(), ...env }, timeout: 60_000 };
  const result = spawnSync(tool, argv, options);
  return {
    status: result.status,
    stdout: result.stdout,
    text: `${result.stdout.toString('latin1')}\n${result.stderr.toString('latin1')}`,
  };
}
