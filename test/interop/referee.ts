import { spawnSync } from 'node:child_process';
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

export interface RunOptions {
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** Runs a tool to its end. */
export function run(tool: string, argv: readonly string[], { cwd, env = {} }: RunOptions): Verdict {
  const result = spawnSync(tool, argv, { cwd, env: { ...refereeEnvironment(), ...env }, timeout: 60_000 });
  return {
    status: result.status,
    stdout: result.stdout,
    text: `${result.stdout.toString('latin1')}\n${result.stderr.toString('latin1')}`,
  };
}
