import type { AbortSignalLike } from '../cms/signer.js';

export interface Deadline {
  readonly milliseconds: number;
  /** What the work is ended with when the time is over. */
  readonly expired: () => Error;
  readonly signal?: AbortSignalLike | undefined;
}

/**
 * Runs `work` with a signal that fires when the time is over or the caller's signal fires, with the reason of whichever was
 * first. Neither the timer nor a listener on the caller's signal is left behind.
 */
export async function withDeadline<Value>(
  work: (signal: AbortSignal) => Promise<Value>,
  { milliseconds, expired, signal }: Deadline,
): Promise<Value> {
  const controller = new AbortController();
  const abort = (): void => controller.abort(signal?.reason);
  if (signal?.aborted === true) abort();
  controller.signal.throwIfAborted();
  const timer = setTimeout(() => controller.abort(expired()), milliseconds);
  signal?.addEventListener('abort', abort, { once: true });
  try {
    return await work(controller.signal);
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', abort);
  }
}
