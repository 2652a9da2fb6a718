import type { Socket } from 'node:net';
import type { Duplex } from 'node:stream';

/** More than a handshake needs. */
const MAX_BYTES = 256 * 1024;

export interface RecordedStream {
  /** Passes on what the socket sends and takes. */
  readonly stream: Duplex;
  /** The first bytes that came, as many as a handshake can have. */
  readonly received: () => Uint8Array;
}

/** A stream over a socket that remembers what came: TLS libraries do not tell the bytes that they read. */
export async function recordStream(socket: Socket): Promise<RecordedStream> {
  const { Duplex } = await import('node:stream');
  const chunks: Uint8Array[] = [];
  let length = 0;
  const stream = new Duplex({
    read: () => void socket.resume(),
    write: (chunk: Uint8Array, _, done) => void socket.write(chunk, done),
    final: (done) => void socket.end(done),
    destroy: (error, done) => {
      socket.destroy();
      done(error);
    },
  });
  socket.on('data', (chunk: Uint8Array) => {
    if (length < MAX_BYTES) chunks.push(chunk);
    length += chunk.length;
    if (!stream.push(chunk)) socket.pause();
  });
  socket.on('end', () => void stream.push(null));
  socket.on('error', (error) => void stream.destroy(error));
  socket.on('close', () => void stream.destroy());
  return { stream, received: () => Buffer.concat(chunks) };
}
