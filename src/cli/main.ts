#!/usr/bin/env node
import { fstatSync } from 'node:fs';
import type { StandardInput, StandardOutput } from './command-io.js';
import { runCommandLine } from './run.js';

/** What a shell expects of a process that a signal has ended. */
const signalCodes = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 } as const;

/** A signal that has a listener waits for the event loop, which waits for `work`. Afterwards a signal ends the process as ever. */
async function withoutInterruption(work: () => void): Promise<void> {
  const answers = Object.entries(signalCodes).map(([signal, code]) => [signal, () => process.exit(code)] as const);
  for (const [signal, answer] of answers) process.on(signal, answer);
  try {
    work();
  } finally {
    // The first turn of the loop may end without a look at what came in, the second one does not.
    await new Promise(setImmediate);
    await new Promise(setImmediate);
    for (const [signal, answer] of answers) process.off(signal, answer);
  }
}

function openStdin(): StandardInput {
  const stats = fstatSync(process.stdin.fd, { bigint: true });
  return { chunks: process.stdin, ...(stats.isFile() ? { identity: stats } : {}) };
}

function openOutput(stream: NodeJS.WriteStream): StandardOutput {
  // An error is told to the one who wrote, by the callback; without a listener it would end the process besides.
  stream.on('error', () => undefined);
  return {
    isTerminal: stream.isTTY,
    write: (data) =>
      new Promise((resolve, reject) => {
        stream.write(data, (error) => {
          if (error) reject(error);
          else resolve();
        });
      }),
  };
}

process.exitCode = await runCommandLine(process.argv.slice(2), {
  stdin: openStdin,
  stdout: openOutput(process.stdout),
  stderr: openOutput(process.stderr),
  environment: process.env,
  withoutInterruption,
});
