import { randomBytes } from 'node:crypto';
import { encodeClientHello } from './client-hello.js';
import { FlightReader } from './flight-reader.js';
import type { FlightOutcome } from './server-flight.js';
import type { ServerPlace } from './server-target.js';

const RANDOM_BYTES = 32;

/**
 * Asks the server for its certificates by a ClientHello of TLS 1.2 and hangs up when they have come. Nothing is agreed on
 * and nothing is checked, so it works with servers that no TLS library of today talks to.
 *
 * @throws whatever the reason of the signal is, and nothing else
 */
export async function readFlight(place: ServerPlace, signal: AbortSignal): Promise<FlightOutcome> {
  const { connect } = await import('node:net');
  signal.throwIfAborted();
  const { host, port, servername } = place;
  const socket = connect({ host, port, signal });
  const seen = { connection: false };
  socket.once('connect', () => (seen.connection = true));
  socket.write(encodeClientHello(randomBytes(RANDOM_BYTES), servername));
  const reader = new FlightReader();
  try {
    for await (const chunk of socket as AsyncIterable<Uint8Array>) {
      const outcome = reader.push(chunk);
      if (outcome !== undefined) return outcome;
    }
    return reader.end();
  } catch (error) {
    signal.throwIfAborted();
    return { kind: seen.connection ? 'reset' : 'not-connected', systemCode: systemCode(error) };
  } finally {
    socket.destroy();
  }
}

/** The code of an error of the operating system or the resolver: `ECONNREFUSED`, `ENOTFOUND`. */
function systemCode(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (typeof code !== 'string') throw error;
  return code;
}
