import { spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { refereeEnvironment } from '../referee.js';

export interface ServerProgram {
  readonly program: string;
  readonly argv: readonly string[];
  /** Where it runs, and where its output is kept. */
  readonly cwd: string;
  /** It serves as soon as its output holds this. */
  readonly ready: string;
}

export interface RunningServer {
  /** What it has written so far, to both outputs. */
  readonly log: () => string;
  /** Ends it, and comes back when it has ended. */
  readonly stop: () => Promise<void>;
}

const START_MILLISECONDS = 20_000;
const LOOK_MILLISECONDS = 25;

/**
 * Starts a server of somebody else, and comes back when it serves. It ends after two minutes by itself, also when whoever
 * started it could not stop it any more.
 */
export async function startServer({ program, argv, cwd, ready }: ServerProgram): Promise<RunningServer> {
  // A pipe would be full while a test waits for a client and reads nothing.
  const file = join(cwd, 'output.log');
  const output = openSync(file, 'a');
  const bounded = ['--kill-after=5', '120', program, ...argv];
  const child = spawn('timeout', bounded, { cwd, env: refereeEnvironment(), stdio: ['ignore', output, output] });
  closeSync(output);
  let outcome: string | undefined;
  const ended = new Promise<void>((resolve) => {
    const end = (what: string): void => {
      outcome = what;
      resolve();
    };
    child.on('close', (status) => end(`it ended with ${String(status)}`)).on('error', ({ message }) => end(message));
  });
  const log = (): string => readFileSync(file, 'latin1');
  const stop = async (): Promise<void> => {
    child.kill();
    await ended;
  };
  for (let waited = 0; !log().includes(ready); waited += LOOK_MILLISECONDS) {
    if (outcome === undefined && waited < START_MILLISECONDS) {
      await sleep(LOOK_MILLISECONDS);
      continue;
    }
    await stop();
    throw new Error(`${program} does not serve: ${outcome ?? 'it takes too long'}\n${log()}`);
  }
  return { log, stop };
}

/** Ports of the loopback interface that nobody has at the moment. */
export async function freePorts(count: number): Promise<number[]> {
  const servers = Array.from({ length: count }, () => createServer());
  // All are held until the last one is known, so that none is given twice.
  const ports = await Promise.all(
    servers.map(
      async (server) =>
        new Promise<number>((resolve, reject) => {
          server.once('error', reject);
          server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
        }),
    ),
  );
  await Promise.all(servers.map(async (server) => new Promise((resolve) => server.close(resolve))));
  return ports;
}
