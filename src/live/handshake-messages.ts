import { cipherSuiteName } from './client-hello.js';
import type { TlsProtocol } from './server-flight.js';

export const MAX_CERTIFICATES = 50;

const protocols: Readonly<Record<number, TlsProtocol>> = {
  0x0300: 'SSLv3',
  0x0301: 'TLSv1',
  0x0302: 'TLSv1.1',
  0x0303: 'TLSv1.2',
};

const RANDOM_BYTES = 32;

export interface ServerHello {
  readonly protocol: TlsProtocol;
  readonly cipher?: string;
}

/**
 * `ServerHello ::= version (2), random (32), session_id <0..32>, cipher_suite (2), compression_method (1), extensions`
 * (RFC 5246 section 7.4.1.3); undefined when the body is not one.
 */
export function decodeServerHello(body: Uint8Array): ServerHello | undefined {
  const view = new DataView(body.buffer, body.byteOffset, body.length);
  const sessionId = 2 + RANDOM_BYTES;
  const suite = sessionId + 1 + (body[sessionId] ?? 0);
  if (body.length < suite + 3) return undefined;
  const protocol = protocols[view.getUint16(0)];
  const cipher = cipherSuiteName(view.getUint16(suite));
  return protocol === undefined ? undefined : { protocol, ...(cipher === undefined ? {} : { cipher }) };
}

/**
 * `Certificate ::= certificate_list <0..2^24-1>` of `ASN.1Cert <1..2^24-1>` (RFC 5246 section 7.4.2), with one certificate
 * more than the limit at most, so that the caller sees that there are too many; undefined when the lengths do not fit.
 */
export function decodeCertificateList(body: Uint8Array): Uint8Array[] | undefined {
  if (body.length < 3 || readUint24(body, 0) !== body.length - 3) return undefined;
  const certificates: Uint8Array[] = [];
  for (let offset = 3; offset < body.length && certificates.length <= MAX_CERTIFICATES;) {
    if (offset + 3 > body.length) return undefined;
    const end = offset + 3 + readUint24(body, offset);
    if (end > body.length || end === offset + 3) return undefined;
    certificates.push(body.slice(offset + 3, end));
    offset = end;
  }
  return certificates;
}

export function readUint24(bytes: Uint8Array, offset: number): number {
  return ((bytes[offset] ?? 0) << 16) | ((bytes[offset + 1] ?? 0) << 8) | (bytes[offset + 2] ?? 0);
}
