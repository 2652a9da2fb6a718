/**
 * 3. Sign with a key that never leaves its service: a cloud KMS, an HSM, a signing server.
 *
 *     npx tsx examples/03-sign-with-a-remote-key.ts
 *
 * writes out/03-sign-with-a-remote-key.mobileconfig. The service is simulated by a process of its own, which throttles the
 * first request, leaves the second one without an answer, and returns a wrong signature for the third.
 *
 * All that `signProfile` wants is the `Signer` port: a certificate, its chain, an algorithm, and a `sign` that takes the
 * digest. What fails for a moment is repeated in `sign`, because only the signer knows its service. What must never be
 * repeated in silence, a signature that the certificate does not verify, is caught by `signProfile` itself.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { isProfilewrightError, ProfileBuilder, readCertificate, signProfile, verifyProfile } from 'profilewright';
import type { Bytes, Certificate, Profile, Signer } from 'profilewright';
import { certifySigner, createLabRoot } from './lab-authority.js';
import { runProgram } from './lab-program.js';
import { startLabKms } from './lab-kms.js';

/** How to reach the key, and which certificate was issued for it. */
export interface RemoteKey {
  readonly url: string;
  readonly token: string;
  readonly certificate: Certificate;
  readonly chain: readonly Certificate[];
}

export interface RetryOptions {
  /** How often a signature is asked for, all in all. */
  readonly attempts: number;
  /** How long one request may take. */
  readonly attemptMilliseconds: number;
  readonly wait: (milliseconds: number, signal?: AbortSignal) => Promise<unknown>;
  readonly onRetry: (reason: string, milliseconds: number) => void;
}

const defaults: RetryOptions = {
  attempts: 5,
  attemptMilliseconds: 2000,
  wait: (milliseconds, signal) => sleep(milliseconds, undefined, signal === undefined ? {} : { signal }),
  onRetry: () => undefined,
};

/** The signer behind which the remote key stands. */
export function createRemoteSigner(key: RemoteKey, options: Partial<RetryOptions> = {}): Signer {
  return {
    certificate: key.certificate,
    chain: key.chain,
    algorithm: 'ES256',
    // `digest` is the SHA-256 of `bytes`: services that hash for themselves take `bytes`, all others `digest`.
    // r and s side by side (P1363) and DER are both taken; which of the two it is, is recognised.
    sign: ({ digest }, { signal } = {}) => {
      // The caller's signal ends the request and the pauses between requests.
      const caller = signal instanceof AbortSignal ? signal : undefined;
      return requestWithRetries(key, digest, { ...defaults, ...options }, caller);
    },
  };
}

async function requestWithRetries(
  key: RemoteKey,
  digest: Bytes,
  { attempts, attemptMilliseconds, wait, onRetry }: RetryOptions,
  signal: AbortSignal | undefined,
): Promise<Uint8Array> {
  for (let attempt = 1; ; attempt += 1) {
    const timeout = AbortSignal.timeout(attemptMilliseconds);
    const answer = await request(key, digest, signal === undefined ? timeout : AbortSignal.any([timeout, signal]));
    signal?.throwIfAborted();
    if (answer instanceof Uint8Array) return answer;
    if (attempt === attempts) throw new Error(`no signature after ${String(attempts)} requests: ${answer.reason}`);
    const milliseconds = answer.retryAfter ?? backOff(attempt);
    onRetry(answer.reason, milliseconds);
    await wait(milliseconds, signal);
  }
}

/** What may be different a moment later. `retryAfter` is the pause in milliseconds that the service asked for. */
interface Failure {
  readonly reason: string;
  readonly retryAfter?: number;
}

/** A signature, or why there is none for the moment. Throws for what stays as it is: a wrong token, an unknown key. */
async function request({ url, token }: RemoteKey, digest: Bytes, signal: AbortSignal): Promise<Uint8Array | Failure> {
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  const body = JSON.stringify({ digest: Buffer.from(digest).toString('base64') });
  let response: Response;
  let answer: string;
  try {
    response = await fetch(`${url}/sign`, { method: 'POST', headers, body, signal });
    answer = await response.text();
  } catch {
    return { reason: signal.aborted ? 'no answer in time' : 'no connection' };
  }
  if (response.status === 429 || response.status >= 500) {
    const seconds = Number(response.headers.get('retry-after') ?? NaN);
    const reason = `status ${String(response.status)}`;
    return Number.isFinite(seconds) ? { reason, retryAfter: Math.min(seconds, 30) * 1000 } : { reason };
  }
  if (!response.ok) throw new Error(`the key service refuses: status ${String(response.status)}`);
  const { signature } = JSON.parse(answer) as { signature: string };
  return new Uint8Array(Buffer.from(signature, 'base64'));
}

/** Twice as long after each failure, and never the same for two callers that were turned away together. */
function backOff(attempt: number): number {
  return Math.round(100 * 2 ** (attempt - 1) * (0.5 + Math.random() / 2));
}

/** Signs, and once more when the signature that came back was wrong; then the certificate and the key disagree. */
export async function signWithARemoteKey(
  profile: Profile,
  signer: Signer,
  options: { readonly signal?: AbortSignal; readonly onRefusal?: (message: string) => void } = {},
): Promise<Bytes> {
  const { signal, onRefusal } = options;
  const sign = (): Promise<Bytes> => signProfile(profile, signer, signal === undefined ? {} : { signal });
  try {
    return await sign();
  } catch (error) {
    if (!isProfilewrightError(error, 'ERR_CMS_SIGNER_WRONG_SIGNATURE')) throw error;
    onRefusal?.(error.message);
    return sign();
  }
}

await runProgram(import.meta.url, async () => {
  const kms = await startLabKms(['throttle', 'timeout', 'wrong']);
  try {
    const root = createLabRoot('Lab Root CA');
    const anchor = readCertificate(root.certificate);
    const certificate = readCertificate(certifySigner(root, 'Lab Remote Signer', kms.publicKey));
    const signer = createRemoteSigner(
      { url: kms.url, token: kms.token, certificate, chain: [] },
      {
        attemptMilliseconds: 1000,
        onRetry: (reason, milliseconds) => console.log(`${reason}: again in ${String(milliseconds)} ms`),
      },
    );
    const bytes = await signWithARemoteKey(new ProfileBuilder().addRootCA(anchor).build(), signer, {
      signal: AbortSignal.timeout(30_000),
      onRefusal: (message) => console.log(`refused: ${message}`),
    });
    const output = 'out/03-sign-with-a-remote-key.mobileconfig';
    mkdirSync('out', { recursive: true });
    writeFileSync(output, bytes);
    console.log(`wrote ${output}: ${verifyProfile(bytes, { anchors: [anchor] }).shownAs}`);
    return 0;
  } finally {
    await kms.stop();
  }
});
