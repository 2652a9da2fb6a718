import { once } from 'node:events';
import type { X509Certificate } from 'node:crypto';
import type { TLSSocket } from 'node:tls';
import { recordStream } from './recorded-stream.js';
import type { ServerFlight, TlsProtocol } from './server-flight.js';
import type { ServerPlace } from './server-target.js';
import { openTls13Flight } from './tls13-flight.js';

/** As many certificates are looked at in what the TLS library hands out. */
const MAX_CERTIFICATES = 50;

export interface ModernFlight extends ServerFlight {
  /** Whether the certificates are all that the server sent, in its order, and not what the TLS library hands out. */
  readonly isAsSent: boolean;
}

const SECRET = 'SERVER_HANDSHAKE_TRAFFIC_SECRET ';

/**
 * A whole handshake of TLS 1.3 or 1.2 as clients of today make it, to learn what they get. Nothing is verified and nothing
 * kept; the connection is closed as soon as it stands. Throws whatever Node throws when the handshake fails.
 */
export async function modernHandshake(
  { host, port, servername = '' }: ServerPlace,
  signal: AbortSignal,
): Promise<ModernFlight> {
  const [tcp, tls] = await Promise.all([import('node:net'), import('node:tls')]);
  signal.throwIfAborted();
  const { stream, received } = await recordStream(tcp.connect({ host, port }));
  let secret: Uint8Array | undefined;
  const socket = tls.connect({
    socket: stream,
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
  socket.on('keylog', (line) => (secret = readSecret(line) ?? secret));
  try {
    await once(socket, 'secureConnect', { signal });
    const flight = describeHandshake(socket);
    const suite = flight.cipher;
    if (secret === undefined || suite === undefined) return { ...flight, isAsSent: false };
    const certificates = openTls13Flight({ received: received(), secret, suite });
    return certificates === undefined ? { ...flight, isAsSent: false } : { ...flight, certificates, isAsSent: true };
  } finally {
    socket.destroy();
    stream.destroy();
  }
}

/** `LABEL client_random secret`, in hexadecimal digits: the form of the log that debuggers of TLS read. */
function readSecret(line: Uint8Array): Uint8Array | undefined {
  const text = Buffer.from(line).toString('latin1').trim();
  return text.startsWith(SECRET) ? Buffer.from(text.split(' ')[2] ?? '', 'hex') : undefined;
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
