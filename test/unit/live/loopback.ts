import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { createServer as createTlsServer, type TlsOptions } from 'node:tls';
import type { IssuedCertificate } from '../../support/issue-certificate.js';

const servers: Server[] = [];

/** Listens on a free port of the loopback interface, and gives the port. */
export async function listen(server: Server, host = '127.0.0.1'): Promise<number> {
  servers.push(server);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, host, resolve);
  });
  return (server.address() as AddressInfo).port;
}

/**
 * Closes what `listen` opened. A server closes when its last connection has ended, so this never comes back when a client
 * has left a socket open.
 */
export async function closeServers(): Promise<void> {
  const closing = servers.splice(0).map((server) => new Promise((resolve) => server.close(resolve)));
  await Promise.all(closing);
}

/** A server that does what it is told with each connection; `number` counts them from 0. */
export function rawServer(serve: (socket: Socket, number: number) => void): Server {
  let count = 0;
  return createServer((socket) => {
    // The end of the other side is only noticed on a socket that is read; what it resets is none of the server's business.
    socket.resume().on('error', () => undefined);
    serve(socket, count);
    count += 1;
  });
}

/** A server that answers the first bytes of each connection with these, and ends. */
export const answeringServer = (answer: Uint8Array): Server =>
  rawServer((socket) => void socket.once('data', () => socket.end(answer)));

/** OpenSSL with the key of the first certificate; all are sent in the order given. */
export function tlsServer(sent: readonly IssuedCertificate[], options: TlsOptions = {}): Server {
  return createTlsServer({ ...keyAndChain(sent), ...options }).on('tlsClientError', () => undefined);
}

export function keyAndChain(sent: readonly IssuedCertificate[]): { key: string; cert: string } {
  const [leaf] = sent;
  if (leaf === undefined || !('privateKey' in leaf.key)) throw new Error('a server has a certificate and its key');
  return {
    key: leaf.key.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    cert: sent.map(({ pem }) => pem).join(''),
  };
}
