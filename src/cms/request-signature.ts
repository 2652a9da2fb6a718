import { createHash } from 'node:crypto';
import { copyBytes } from '../asn1/der.js';
import type { Bytes } from '../diagnostics/bytes.js';
import { isProfilewrightError, ProfilewrightError } from '../diagnostics/profilewright-error.js';
import type { AbortSignalLike, Signer, SigningInput } from './signer.js';

/**
 * Asks the signer for a signature. An abort rejects at once with the reason of the signal, whether or not the signer
 * listens to it; whatever else the signer throws becomes `ERR_CMS_SIGNER_FAILED` with the signer's own error as cause.
 */
export async function requestSignature(
  signer: Signer,
  attributes: Bytes,
  { hash, signal }: { readonly hash: string; readonly signal: AbortSignalLike | undefined },
): Promise<Uint8Array> {
  if (signal !== undefined && isAborted(signal)) throw reasonOf(signal);
  const input = new AttributesInput(attributes, hash);
  try {
    return signal === undefined ? await signer.sign(input) : await raceAbort(signer.sign(input, { signal }), signal);
  } catch (error) {
    if (signal !== undefined && isAborted(signal)) throw reasonOf(signal);
    if (isProfilewrightError(error)) throw error;
    throw new ProfilewrightError('ERR_CMS_SIGNER_FAILED', { algorithm: signer.algorithm }, { cause: error });
  }
}

/** Bytes that a signer may do with as it likes. The digest is computed when it is read: local keys hash for themselves. */
class AttributesInput implements SigningInput {
  readonly bytes: Bytes;
  readonly #hash: string;

  constructor(attributes: Bytes, hash: string) {
    this.bytes = copyBytes(attributes);
    this.#hash = hash;
  }

  get digest(): Bytes {
    return copyBytes(createHash(this.#hash).update(this.bytes).digest());
  }
}

function raceAbort<Value>(promise: Promise<Value>, signal: AbortSignalLike): Promise<Value> {
  return new Promise((resolve, reject) => {
    const abort = (): void => reject(reasonOf(signal));
    signal.addEventListener('abort', abort, { once: true });
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort));
  });
}

function isAborted(signal: AbortSignalLike): boolean {
  return signal.aborted;
}

/** Whatever the caller gave as reason is passed on as it is, like `signal.throwIfAborted()` does. */
function reasonOf({ reason }: AbortSignalLike): Error {
  return (reason ?? new DOMException('This operation was aborted', 'AbortError')) as Error;
}
