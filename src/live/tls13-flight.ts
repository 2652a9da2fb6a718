import { createDecipheriv, createHmac } from 'node:crypto';
import { ByteQueue } from './byte-queue.js';
import { MAX_CERTIFICATES, readUint24 } from './handshake-messages.js';

/** How the cipher suites of TLS 1.3 encrypt (RFC 8446 appendix B.4); the rare ones with CCM are not opened. */
const suites: Readonly<
  Record<string, { readonly cipher: AeadName; readonly keyBytes: number; readonly hash: string }>
> = {
  TLS_AES_128_GCM_SHA256: { cipher: 'aes-128-gcm', keyBytes: 16, hash: 'sha256' },
  TLS_AES_256_GCM_SHA384: { cipher: 'aes-256-gcm', keyBytes: 32, hash: 'sha384' },
  TLS_CHACHA20_POLY1305_SHA256: { cipher: 'chacha20-poly1305', keyBytes: 32, hash: 'sha256' },
};

type AeadName = 'aes-128-gcm' | 'aes-256-gcm' | 'chacha20-poly1305';

const HEADER_BYTES = 5;
const TAG_BYTES = 16;
const IV_BYTES = 12;
const recordType = { handshake: 22, applicationData: 23 } as const;
const CERTIFICATE = 11;

export interface RecordedHandshake {
  /** All bytes that the server sent, from the first one on. */
  readonly received: Uint8Array;
  /** The server_handshake_traffic_secret (RFC 8446 section 7.1). */
  readonly secret: Uint8Array;
  /** The IANA name of the cipher suite. */
  readonly suite: string;
}

/**
 * Opens a handshake of TLS 1.3 that was made before, and reads the certificates in the very order in which they were sent.
 * Undefined when that cannot be done.
 */
export function openTls13Flight({ received, secret, suite }: RecordedHandshake): Uint8Array[] | undefined {
  const found = Object.hasOwn(suites, suite) ? suites[suite] : undefined;
  if (found === undefined) return undefined;
  const { cipher, keyBytes, hash } = found;
  const opener = new RecordOpener(cipher, expand(hash, secret, 'key', keyBytes), expand(hash, secret, 'iv', IV_BYTES));
  const messages = new ByteQueue();
  for (const record of encryptedRecords(received)) {
    const content = opener.open(record);
    if (content === undefined) return undefined;
    messages.push(content);
    const certificate = takeCertificate(messages);
    if (certificate !== undefined) return decodeTls13CertificateList(certificate);
  }
  return undefined;
}

/** HKDF-Expand-Label (RFC 8446 section 7.1) with an empty context, for no more octets than the hash has. */
function expand(hash: string, secret: Uint8Array, label: string, length: number): Uint8Array {
  const name = Buffer.from(`tls13 ${label}`, 'latin1');
  const info = Buffer.concat([Buffer.of(0, length, name.length), name, Buffer.of(0)]);
  return createHmac(hash, secret).update(info).update(Buffer.of(1)).digest().subarray(0, length);
}

/** ServerHello and change_cipher_spec are in the clear; from there on all is application_data by its outer type. */
function* encryptedRecords(received: Uint8Array): Generator<Uint8Array> {
  for (let offset = 0; offset + HEADER_BYTES <= received.length;) {
    const end = offset + HEADER_BYTES + (((received[offset + 3] ?? 0) << 8) | (received[offset + 4] ?? 0));
    if (end > received.length) return;
    if (received[offset] === recordType.applicationData) yield received.subarray(offset, end);
    offset = end;
  }
}

/** RFC 8446 sections 5.2 and 5.3. */
class RecordOpener {
  readonly #cipher: AeadName;
  readonly #key: Uint8Array;
  readonly #iv: Uint8Array;
  #sequence = 0n;

  constructor(cipher: AeadName, key: Uint8Array, iv: Uint8Array) {
    this.#cipher = cipher;
    this.#key = key;
    this.#iv = iv;
  }

  /** The content of a handshake record; undefined for any other, and for what does not open. */
  open(record: Uint8Array): Uint8Array | undefined {
    const nonce = new Uint8Array(this.#iv);
    const view = new DataView(nonce.buffer);
    view.setBigUint64(4, view.getBigUint64(4) ^ this.#sequence);
    this.#sequence += 1n;
    if (record.length < HEADER_BYTES + TAG_BYTES) return undefined;
    // The types of Node want one overload a kind of cipher, and all three take the same.
    const decipher = createDecipheriv(this.#cipher as 'aes-128-gcm', this.#key, nonce, { authTagLength: TAG_BYTES });
    decipher.setAAD(record.subarray(0, HEADER_BYTES));
    decipher.setAuthTag(record.subarray(-TAG_BYTES));
    const plain = decipher.update(record.subarray(HEADER_BYTES, -TAG_BYTES));
    try {
      decipher.final();
    } catch {
      return undefined;
    }
    const end = plain.findLastIndex((octet) => octet !== 0);
    return plain[end] === recordType.handshake ? plain.subarray(0, end) : undefined;
  }
}

/** The body of the first Certificate message, once it is whole; messages before it are passed over. */
function takeCertificate(messages: ByteQueue): Uint8Array | undefined {
  for (;;) {
    const header = messages.peek(4);
    const length = readUint24(header, 1);
    if (header.length < 4 || messages.length < 4 + length) return undefined;
    const [type] = messages.take(4);
    const body = messages.take(length);
    if (type === CERTIFICATE) return body;
  }
}

/**
 * `Certificate ::= certificate_request_context <0..255>, certificate_list <0..2^24-1>` of `cert_data <1..2^24-1>` with
 * `extensions <0..2^16-1>` (RFC 8446 section 4.4.2).
 */
function decodeTls13CertificateList(body: Uint8Array): Uint8Array[] | undefined {
  const start = 1 + (body[0] ?? 0);
  if (body.length < start + 3 || readUint24(body, start) !== body.length - start - 3) return undefined;
  const certificates: Uint8Array[] = [];
  for (let offset = start + 3; offset < body.length && certificates.length < MAX_CERTIFICATES;) {
    const end = offset + 3 + readUint24(body, offset);
    if (end + 2 > body.length) return undefined;
    certificates.push(body.slice(offset + 3, end));
    offset = end + 2 + (((body[end] ?? 0) << 8) | (body[end + 1] ?? 0));
  }
  return certificates.length > 0 ? certificates : undefined;
}
