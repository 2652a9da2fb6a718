import type { Bytes } from '../diagnostics/bytes.js';

/**
 * What is offered, in the order of Apple's clients: ECDSA before RSA, AEAD before CBC. The last ones are there for servers
 * that a device refuses: their certificates shall be seen all the same.
 */
const cipherSuites: readonly (readonly [number: number, name: string])[] = [
  [0xc02c, 'TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384'],
  [0xc02b, 'TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256'],
  [0xcca9, 'TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256'],
  [0xc030, 'TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384'],
  [0xc02f, 'TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256'],
  [0xcca8, 'TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256'],
  [0xc024, 'TLS_ECDHE_ECDSA_WITH_AES_256_CBC_SHA384'],
  [0xc023, 'TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA256'],
  [0xc00a, 'TLS_ECDHE_ECDSA_WITH_AES_256_CBC_SHA'],
  [0xc009, 'TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA'],
  [0xc028, 'TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA384'],
  [0xc027, 'TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA256'],
  [0xc014, 'TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA'],
  [0xc013, 'TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA'],
  [0x009f, 'TLS_DHE_RSA_WITH_AES_256_GCM_SHA384'],
  [0x009e, 'TLS_DHE_RSA_WITH_AES_128_GCM_SHA256'],
  [0x0039, 'TLS_DHE_RSA_WITH_AES_256_CBC_SHA'],
  [0x0033, 'TLS_DHE_RSA_WITH_AES_128_CBC_SHA'],
  [0x009d, 'TLS_RSA_WITH_AES_256_GCM_SHA384'],
  [0x009c, 'TLS_RSA_WITH_AES_128_GCM_SHA256'],
  [0x003d, 'TLS_RSA_WITH_AES_256_CBC_SHA256'],
  [0x003c, 'TLS_RSA_WITH_AES_128_CBC_SHA256'],
  [0x0035, 'TLS_RSA_WITH_AES_256_CBC_SHA'],
  [0x002f, 'TLS_RSA_WITH_AES_128_CBC_SHA'],
  [0xc012, 'TLS_ECDHE_RSA_WITH_3DES_EDE_CBC_SHA'],
  [0x000a, 'TLS_RSA_WITH_3DES_EDE_CBC_SHA'],
];

/** x25519, P-256, P-384, P-521. */
const groups = [0x001d, 0x0017, 0x0018, 0x0019];

/**
 * ECDSA with P-256, P-384 and P-521, RSA-PSS with keys of both kinds, RSA PKCS#1 v1.5, then what a device refuses: Ed25519,
 * Ed448 and SHA-1. A server whose key fits none of these would not show its certificate.
 */
const signatureSchemes = [
  0x0403, 0x0503, 0x0603, 0x0804, 0x0805, 0x0806, 0x0809, 0x080a, 0x080b, 0x0401, 0x0501, 0x0601, 0x0807, 0x0808,
  0x0203, 0x0201,
];

/** The IANA name of a cipher suite that was offered. */
export function cipherSuiteName(number: number): string | undefined {
  return cipherSuites.find(([known]) => known === number)?.[1];
}

/**
 * The first message of a handshake of TLS 1.2 (RFC 5246 section 7.4.1.2), in a record. Without supported_versions no server
 * answers with TLS 1.3, so its certificates come in the clear; one that is older answers with the version that it speaks.
 */
export function encodeClientHello(random: Uint8Array, servername?: string): Bytes {
  const extensions = [
    ...(servername === undefined ? [] : extension(0, serverNameList(servername))),
    ...extension(10, vector(2, groups.flatMap(uint16))),
    ...extension(11, vector(1, [0])),
    ...extension(13, vector(2, signatureSchemes.flatMap(uint16))),
    ...extension(23, []),
    ...extension(0xff01, vector(1, [])),
  ];
  const body = [
    ...uint16(0x0303),
    ...random,
    ...vector(1, []),
    ...vector(
      2,
      cipherSuites.flatMap(([number]) => uint16(number)),
    ),
    ...vector(1, [0]),
    ...vector(2, extensions),
  ];
  return Uint8Array.from([22, ...uint16(0x0301), ...vector(2, [1, ...vector(3, body)])]);
}

/** RFC 6066 section 3: one name, of type host_name. */
function serverNameList(servername: string): number[] {
  return vector(2, [0, ...vector(2, [...Buffer.from(servername, 'ascii')])]);
}

function extension(type: number, data: readonly number[]): number[] {
  return [...uint16(type), ...vector(2, data)];
}

function uint16(number: number): [number, number] {
  return [number >> 8, number & 0xff];
}

/** The octets behind their count, which itself takes `size` octets. */
function vector(size: 1 | 2 | 3, octets: readonly number[]): number[] {
  const count = [octets.length >> 16, (octets.length >> 8) & 0xff, octets.length & 0xff];
  return [...count.slice(3 - size), ...octets];
}
