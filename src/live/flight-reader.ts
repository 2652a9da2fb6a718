import { alertName } from './alert-name.js';
import { ByteQueue } from './byte-queue.js';
import { BEGINNING_BYTES, describeClearProtocol } from './clear-protocol.js';
import {
  decodeCertificateList,
  decodeServerHello,
  MAX_CERTIFICATES,
  readUint24,
  type ServerHello,
} from './handshake-messages.js';
import { failed, type FlightOutcome } from './server-flight.js';

/** Of all that a server sends until its certificates have come. */
const MAX_BYTES = 256 * 1024;
/** RFC 5246 section 6.2.1. */
const MAX_RECORD_BYTES = 2 ** 14;
const RECORD_HEADER_BYTES = 5;
const MESSAGE_HEADER_BYTES = 4;

const recordType = { alert: 21, handshake: 22 } as const;
const messageType = { helloRequest: 0, serverHello: 2, certificate: 11 } as const;
const CLOSE_NOTIFY = 0;
const WARNING = 1;

const TOO_MANY_BYTES = failed(`it sends more than ${String(MAX_BYTES)} bytes`);

/**
 * Reads the clear part of a server's answer: records into messages, messages into ServerHello and Certificate. The bytes
 * may come in pieces of any size; whatever they are, the answer is an outcome and never an exception.
 */
export class FlightReader {
  readonly #incoming: ByteQueue = new ByteQueue();
  readonly #messages: ByteQueue = new ByteQueue();
  #received = 0;
  #hasRecord = false;
  #hello: ServerHello | undefined;

  /** The outcome, as soon as there is one. */
  push(chunk: Uint8Array): FlightOutcome | undefined {
    this.#received += chunk.length;
    if (this.#received > MAX_BYTES) return TOO_MANY_BYTES;
    this.#incoming.push(chunk);
    for (;;) {
      const outcome = this.#readRecord();
      if (outcome !== 'read') return outcome;
    }
  }

  /** The outcome when the server has closed the connection before there was one. */
  end(): FlightOutcome {
    const first = this.#incoming.peek(BEGINNING_BYTES);
    if (!this.#hasRecord && isNoRecord(first)) return notTls(first);
    return failed(
      this.#received === 0
        ? 'it closes the connection without an answer'
        : 'it closes the connection in the middle of the handshake',
    );
  }

  /** `read` when a whole record was there and more may follow, undefined when bytes are missing. */
  #readRecord(): FlightOutcome | 'read' | undefined {
    const header = this.#incoming.peek(RECORD_HEADER_BYTES);
    if (!this.#hasRecord && isNoRecord(header)) return header.length < BEGINNING_BYTES ? undefined : notTls(header);
    if (header.length < RECORD_HEADER_BYTES) return undefined;
    const [type = 0, major = 0, , high = 0, low = 0] = header;
    const length = (high << 8) | low;
    if (major !== 3) return failed('a record is malformed');
    if (length > MAX_RECORD_BYTES) return failed('a record is longer than TLS allows');
    if (this.#incoming.length < RECORD_HEADER_BYTES + length) return undefined;
    this.#hasRecord = true;
    this.#incoming.take(RECORD_HEADER_BYTES);
    const content = this.#incoming.take(length);
    if (type === recordType.alert) return readAlert(content);
    if (type !== recordType.handshake) return failed('a record of another kind comes before the certificates');
    if (length === 0) return failed('a record of the handshake is empty');
    this.#messages.push(content);
    return this.#readMessages() ?? 'read';
  }

  #readMessages(): FlightOutcome | undefined {
    for (;;) {
      const header = this.#messages.peek(MESSAGE_HEADER_BYTES);
      if (header.length < MESSAGE_HEADER_BYTES) return undefined;
      const [type = 0] = header;
      const expected = this.#hello === undefined ? messageType.serverHello : messageType.certificate;
      if (type !== expected && type !== messageType.helloRequest) return unexpectedMessage(expected);
      const length = readUint24(header, 1);
      if (length > MAX_BYTES) return TOO_MANY_BYTES;
      if (this.#messages.length < MESSAGE_HEADER_BYTES + length) return undefined;
      this.#messages.take(MESSAGE_HEADER_BYTES);
      const body = this.#messages.take(length);
      const outcome = type === expected ? this.#readExpected(body) : undefined;
      if (outcome !== undefined) return outcome;
    }
  }

  #readExpected(body: Uint8Array): FlightOutcome | undefined {
    if (this.#hello !== undefined) return concludeFlight(this.#hello, body);
    this.#hello = decodeServerHello(body);
    return this.#hello === undefined ? failed('its ServerHello is malformed') : undefined;
  }
}

function unexpectedMessage(expected: number): FlightOutcome {
  return failed(
    expected === messageType.serverHello
      ? 'the handshake does not begin with a ServerHello'
      : 'the handshake goes on without a certificate',
  );
}

function concludeFlight(hello: ServerHello, body: Uint8Array): FlightOutcome {
  const certificates = decodeCertificateList(body);
  if (certificates === undefined) return failed('its list of certificates is malformed');
  if (certificates.length === 0) return failed('its list of certificates is empty');
  if (certificates.length > MAX_CERTIFICATES) {
    return failed(`it sends more than ${String(MAX_CERTIFICATES)} certificates`);
  }
  return { kind: 'flight', ...hello, certificates };
}

/** Warnings, such as unrecognized_name, do not end the handshake. */
function readAlert(content: Uint8Array): FlightOutcome | 'read' {
  const [level, description] = content;
  if (description === undefined || content.length !== 2) return failed('an alert is malformed');
  if (level === WARNING && description !== CLOSE_NOTIFY) return 'read';
  return failed('it ends the handshake with the alert', alertName(description));
}

/** Whether the first bytes already tell that they begin no record with which a server can answer. */
function isNoRecord([type, major]: Uint8Array): boolean {
  if (type === undefined) return false;
  return (type !== recordType.alert && type !== recordType.handshake) || (major !== undefined && major !== 3);
}

function notTls(first: Uint8Array): FlightOutcome {
  return { kind: 'not-tls', found: describeClearProtocol(first) };
}
