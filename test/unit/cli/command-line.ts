import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { CommandIo, FileIdentity, StandardOutput } from '../../../src/cli/command-io.js';
import { runCommandLine } from '../../../src/cli/run.js';
import { searchSecrets } from '../../support/secrets/secret-watch.js';

/** What the process around the command line is like; by default nothing comes in and everything is taken. */
export interface Surroundings {
  readonly stdin?: string | Uint8Array;
  readonly stdinIdentity?: FileIdentity;
  readonly environment?: CommandIo['environment'];
  readonly isTerminal?: boolean;
  /** The error of every write to the standard output: `EPIPE`, `ENOSPC`. */
  readonly stdoutError?: string;
  readonly withoutInterruption?: CommandIo['withoutInterruption'];
}

/** How a command line ended. */
export interface Ended {
  readonly exitCode: number;
  readonly stdout: Uint8Array;
  /** The standard output as text. */
  readonly out: string;
  readonly err: string;
}

/** Runs the command line in this process. */
export async function runCli(argv: readonly string[], around: Surroundings = {}): Promise<Ended> {
  const { stdin = '', stdinIdentity, environment = {}, isTerminal = false, withoutInterruption = run } = around;
  const [out, err] = [collector(isTerminal, around.stdoutError), collector(isTerminal)];
  const identity = stdinIdentity === undefined ? {} : { identity: stdinIdentity };
  const exitCode = await runCommandLine(argv, {
    stdin: () => ({ chunks: chunksOf(Buffer.from(stdin)), ...identity }),
    stdout: out.output,
    stderr: err.output,
    environment,
    withoutInterruption,
  });
  const stdout = new Uint8Array(Buffer.concat(out.taken));
  const ended = { exitCode, stdout, out: Buffer.from(stdout).toString(), err: Buffer.concat(err.taken).toString() };
  searchSecrets('the standard error', ended.err);
  // A profile that is written there has its secrets; what is meant for people or scripts has none.
  if (!/^(<\?xml|0\x82)/.test(ended.out)) searchSecrets('the standard output', ended.out);
  return ended;
}

/** The one JSON document on the standard output. */
export function jsonOf({ out }: Ended): Record<string, unknown> {
  return JSON.parse(out) as Record<string, unknown>;
}

/** The error in the JSON document of a command that failed. */
export function failureOf(ended: Ended): Record<string, unknown> {
  return jsonOf(ended)['error'] as Record<string, unknown>;
}

/** A folder for one test, removed at its end, with the files given. */
export function scratchFolder(files: Readonly<Record<string, string | Uint8Array>> = {}): {
  readonly path: (name: string) => string;
  readonly names: () => string[];
} {
  const folder = mkdtempSync(join(tmpdir(), 'profilewright-cli-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
  return { path: (name) => join(folder, name), names: () => readdirSync(folder).sort() };
}

function run(work: () => void): Promise<void> {
  work();
  return Promise.resolve();
}

function collector(isTerminal: boolean, error?: string): { output: StandardOutput; taken: Uint8Array[] } {
  const taken: Uint8Array[] = [];
  const output: StandardOutput = {
    isTerminal,
    write(data) {
      if (error !== undefined) return Promise.reject(Object.assign(new Error('write'), { code: error }));
      taken.push(Buffer.from(data));
      return Promise.resolve();
    },
  };
  return { output, taken };
}

/** In two pieces, as a pipe may deliver it. */
async function* chunksOf(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  const middle = Math.floor(bytes.length / 2);
  yield* await Promise.resolve([bytes.subarray(0, middle), bytes.subarray(middle)]);
}
