import { spawnSync } from 'node:child_process';

export interface RunResult {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a program to its end, without the variables by which this test run would change what the program does. */
export function run(command: string, argv: readonly string[], cwd: string, env: NodeJS.ProcessEnv = {}): RunResult {
  const inherited = Object.entries(process.env).filter(
    ([name]) => !/^(VITEST|TEST$|NODE_|npm_|PROFILEWRIGHT_)/.test(name),
  );
  const { status, stdout, stderr, error } = spawnSync(command, argv, {
    cwd,
    env: { ...Object.fromEntries(inherited), ...env },
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    maxBuffer: 64 * 1024 * 1024,
  });
  if (error) throw error;
  return { status, stdout, stderr };
}

/** Runs a program and gives its output; throws with everything that it said when it fails. */
export function runOrThrow(command: string, argv: readonly string[], cwd: string, env: NodeJS.ProcessEnv = {}): string {
  const { status, stdout, stderr } = run(command, argv, cwd, env);
  if (status !== 0) {
    throw new Error(`${command} ${argv.join(' ')} ended with ${String(status)}\n${stdout}\n${stderr}`);
  }
  return stdout;
}
