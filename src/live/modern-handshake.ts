import { once } from 'node:events';
import type { X509Certificate } from 'node:crypto';
import type { TLSSocket } from 'node:tls';
import type { ServerFlight, TlsProtocol } from './server-flight.js';
import type { ServerPlace } from './server-target.js';

/** As many certificates are looked at in what the TLS library hands out. */
const MAX_CERTIFICATES = 50;

/**
 * A whole handshake of TLS 1.3 or 1.2 as clients of today make it, to learn what they get. Nothing is verified and nothing
 * kept; the connection is closed as soon as it stands. Throws whatever Node throws when the handshake fails.
 */
export async function modernHandshake(
  { host, port, servername = '' }: ServerPlace,
  signal: AbortSignal,
): Promise<ServerFlight> {
  const { connect } = await import('node:tls');
  signal.throwIfAborted();
  const socket = connect({
    host,
    port,
    servername,
    rejectUnauthorized: false,
    checkServerIdentity: () => undefined,
    // Without authorities no certificate of this machine can slip in among those that the server sent.
    ca: [],
    minVersion: 'TLSv1.2',
    maxVersion: 'TLSv1.3',
    // Keys that are too small are for the evaluator to tell.
    ciphers: 'DEFAULT:@SECLEVEL=0',
  });
  // What fails after the outcome is of no interest, but without a listener it would end the process.
  socket.on('error', () => undefined);
  try {
    await once(socket, 'secureConnect', { signal });
    return describeHandshake(socket);
  } finally {
    socket.destroy();
  }
}

function describeHandshake(socket: TLSSocket): ServerFlight {
  const certificates: Uint8Array[] = [];
  let next: X509Certificate | undefined = socket.getPeerX509Certificate();
  while (next !== undefined && certificates.length < MAX_CERTIFICATES) {
    certificates.push(new Uint8Array(next.raw));
    next = next.issuerCertificate;
  }
  if (certificates.length === 0) throw new Error('the server has no certificate');
  const protocol = socket.getProtocol() === 'TLSv1.3' ? 'TLSv1.3' : 'TLSv1.2';
  return {
    kind: 'flight',
    protocol: protocol satisfies TlsProtocol,
    cipher: socket.getCipher().standardName,
    certificates,
  };
}
