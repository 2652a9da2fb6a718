import { equalBytes } from '../asn1/der.js';
import { isProfilewrightError, ProfilewrightError } from '../diagnostics/profilewright-error.js';
import { modernHandshake } from './modern-handshake.js';
import { readFlight } from './read-flight.js';
import type { FlightFailure, FlightOutcome, ServerFlight } from './server-flight.js';
import type { ServerPlace } from './server-target.js';

export interface ObtainedFlight extends ServerFlight {
  /** Whether the certificates are known to be all that the server sent, in its order. */
  readonly isAsSent: boolean;
}

/**
 * Finds out which protocol the server speaks with clients of today, and the certificates that it sends to them. They are
 * read from a handshake of TLS 1.2, where they are in the clear. Those of TLS 1.3 take their place when the server speaks
 * nothing else, or has another certificate for it.
 *
 * @throws ProfilewrightError `ERR_SERVER_UNREACHABLE`, `ERR_SERVER_NOT_TLS`, `ERR_SERVER_HANDSHAKE`
 * @throws whatever the reason of the signal is
 */
export async function obtainFlight(place: ServerPlace, signal: AbortSignal): Promise<ObtainedFlight> {
  const clear = await readFlight(place, signal);
  if (!canBeRefined(clear)) return clear.kind === 'flight' ? { ...clear, isAsSent: true } : refuse(clear, place);
  const modern = await tryModernHandshake(place, signal, clear.kind === 'flight');
  if (clear.kind !== 'flight') return modern === undefined ? refuse(clear, place) : { ...modern, isAsSent: false };
  if (modern === undefined) return { ...clear, isAsSent: true };
  if (!hasSameLeaf(clear, modern)) return { ...modern, isAsSent: false };
  return { ...modern, certificates: clear.certificates, isAsSent: true };
}

/** A server that is not there, does not speak TLS or chose a version before 1.2 has nothing better for another client. */
function canBeRefined(outcome: FlightOutcome): boolean {
  if (outcome.kind === 'flight') return outcome.protocol === 'TLSv1.2';
  return outcome.kind === 'failed' || outcome.kind === 'reset';
}

/** Undefined when the handshake fails, for whatever reason: what is known from the other one then holds. */
async function tryModernHandshake(
  place: ServerPlace,
  signal: AbortSignal,
  mayExpire: boolean,
): Promise<ServerFlight | undefined> {
  try {
    return await modernHandshake(place, signal);
  } catch {
    const isExpired = isProfilewrightError(signal.reason, 'ERR_SERVER_TIMEOUT');
    if (!(mayExpire && isExpired)) signal.throwIfAborted();
    return undefined;
  }
}

function hasSameLeaf({ certificates: [a] }: ServerFlight, { certificates: [b] }: ServerFlight): boolean {
  return a !== undefined && b !== undefined && equalBytes(a, b);
}

function refuse(failure: FlightFailure, { host, port }: ServerPlace): never {
  switch (failure.kind) {
    case 'not-connected':
    case 'reset':
      throw new ProfilewrightError('ERR_SERVER_UNREACHABLE', { host, port, systemCode: failure.systemCode });
    case 'not-tls':
      throw new ProfilewrightError('ERR_SERVER_NOT_TLS', { host, port, found: failure.found });
    case 'failed': {
      const { reason, alert } = failure;
      throw new ProfilewrightError('ERR_SERVER_HANDSHAKE', {
        host,
        port,
        reason,
        ...(alert === undefined ? {} : { alert }),
      });
    }
  }
}
