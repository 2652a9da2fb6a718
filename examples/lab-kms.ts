import { spawn } from 'node:child_process';
import { createPublicKey, type KeyObject } from 'node:crypto';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { createInterface } from 'node:readline';
import { fileURLToPath, pathToFileURL } from 'node:url';

/** What the service does in place of answering: 429 with Retry-After, 503, nothing at all, a signature of something else. */
export type KmsFault = 'throttle' | 'unavailable' | 'timeout' | 'wrong' | 'none';

/** The simulated KMS while it runs. */
export interface LabKms {
  readonly url: string;
  readonly token: string;
  /** The public half of its key; the private one never leaves its process. */
  readonly publicKey: KeyObject;
  /** What it did with each request to sign, in order. */
  readOutcomes(): Promise<readonly KmsFault[]>;
  /** Ends its process, and waits for that. */
  stop(): Promise<void>;
}

/** Starts `simulated-kms.ts` as a process of its own. Whoever starts it calls `stop`. */
export async function startLabKms(faults: readonly KmsFault[] = []): Promise<LabKms> {
  const program = fileURLToPath(new URL('simulated-kms.ts', import.meta.url));
  const loader = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;
  const child = spawn(process.execPath, ['--import', loader, program, ...faults], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit');
  const stop = async (): Promise<void> => {
    child.kill();
    await ended;
  };
  const line = once(createInterface(child.stdout), 'line', { signal: AbortSignal.timeout(30_000) });
  const started = await Promise.race([line, ended.then(() => undefined)]).catch(() => undefined);
  if (started === undefined) {
    await stop();
    throw new Error('the simulated KMS did not start');
  }
  const { url, token, publicKey } = JSON.parse(String(started[0])) as Record<'url' | 'token' | 'publicKey', string>;
  const readOutcomes = async (): Promise<readonly KmsFault[]> => {
    const response = await fetch(`${url}/outcomes`, { headers: { authorization: `Bearer ${token}` } });
    return (await response.json()) as KmsFault[];
  };
  return { url, token, publicKey: createPublicKey(publicKey), readOutcomes, stop };
}
