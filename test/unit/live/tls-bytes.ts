/** Writes the clear part of a server's handshake by RFC 5246, and whatever it forbids. Shares nothing with `src/live`. */
import { concat, type Bytes } from '../../support/der.js';

export const recordTypes = { changeCipherSpec: 20, alert: 21, handshake: 22, applicationData: 23 } as const;

const uint = (number: number, size: number): Bytes =>
  Uint8Array.from({ length: size }, (_, index) => Math.floor(number / 256 ** (size - 1 - index)) % 256);

export const record = (type: number, content: Uint8Array, version = 0x0303): Bytes =>
  concat(uint(type, 1), uint(version, 2), uint(content.length, 2), content);

export const message = (type: number, body: Uint8Array): Bytes => concat(uint(type, 1), uint(body.length, 3), body);

export interface ServerHelloOptions {
  readonly version?: number;
  readonly suite?: number;
  readonly sessionId?: Uint8Array;
}

/** TLS 1.2 with TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256 and one empty extension, unless asked for something else. */
export function serverHello(options: ServerHelloOptions = {}): Bytes {
  const { version = 0x0303, suite = 0xc02b, sessionId = new Uint8Array() } = options;
  const extensions = concat(uint(0xff01, 2), uint(1, 2), uint(0, 1));
  return message(
    2,
    concat(
      uint(version, 2),
      new Uint8Array(32).fill(7),
      uint(sessionId.length, 1),
      sessionId,
      uint(suite, 2),
      uint(0, 1),
      uint(extensions.length, 2),
      extensions,
    ),
  );
}

export function certificateMessage(certificates: readonly Uint8Array[]): Bytes {
  const list = concat(...certificates.flatMap((der) => [uint(der.length, 3), der]));
  return message(11, concat(uint(list.length, 3), list));
}

/** One record a message. */
export function flight(certificates: readonly Uint8Array[], hello: ServerHelloOptions = {}): Bytes {
  return concat(
    record(recordTypes.handshake, serverHello(hello)),
    ...inRecords(certificateMessage(certificates), 2 ** 14),
  );
}

/** The content in handshake records of `size` bytes each; the last one may be shorter. */
export function inRecords(content: Uint8Array, size: number): Bytes[] {
  const count = Math.ceil(content.length / size);
  return Array.from({ length: count }, (_, index) =>
    record(recordTypes.handshake, content.slice(index * size, (index + 1) * size)),
  );
}

export const alert = (level: number, description: number): Bytes =>
  record(recordTypes.alert, Uint8Array.of(level, description));

export const text = (characters: string): Bytes => new Uint8Array(Buffer.from(characters, 'latin1'));
