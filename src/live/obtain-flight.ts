import { equalBytes } from '../asn1/der.js';
import { isProfilewrightError, ProfilewrightError } from '../diagnostics/profilewright-error.js';
import { modernHandshake, type ModernFlight } from './modern-handshake.js';
import { readFlight } from './read-flight.js';
import type { FlightFailure, FlightOutcome, ServerFlight } from './server-flight.js';
import type { ServerPlace } from './server-target.js';

/**
 * Finds out which protocol the server speaks with clients of today, and the certificates that it sends to them. They are
 * read from a handshake of TLS 1.2, where they are in the clear, and from one of TLS 1.3, which is recorded and opened. Where
 * that is not possible, those of TLS 1.2 stand for both as long as the server's own certificate is the same.
 *
 * @throws ProfilewrightError `ERR_SERVER_UNREACHABLE`, `ERR_SERVER_NOT_TLS`, `ERR_SERVER_HANDSHAKE`
 * @throws whatever the reason of the signal is
 */
export async function obtainFlight(place: ServerPlace, signal: AbortSignal): Promise<ModernFlight> {
  const clear = await readFlight(place, signal);
  if (!canBeRefined(clear)) return clear.kind === 'flight' ? { ...clear, isAsSent: true } : refuse(clear, place);
  const modern = await tryModernHandshake(place, signal, clear.kind === 'flight');
  if (clear.kind !== 'flight') return modern ?? refuse(clear, place);
  if (modern === undefined) return { ...clear, isAsSent: true };
  if (modern.isAsSent || !hasSameLeaf(clear, modern)) return modern;
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
): Promise<ModernFlight | undefined> {
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
