import { ProfilewrightError, isProfilewrightError } from '../diagnostics/profilewright-error.js';
import { decodeCertificate, type Certificate } from './certificate.js';
import { readCertificateBag } from './pkcs7.js';
import { decodePemBody, findPrivateKeyLine, readPemBlocks, type PemBlock } from './pem.js';
import { recognizeDer } from './recognize-der.js';
import { readBareText } from './bare-text.js';

/**
 * Whatever certificates come in: PEM text (one block or many, text around them, PKCS#7 blocks too), DER, bare base64,
 * DER PKCS#7, Node's `X509Certificate` (or anything with `raw`), a `Certificate`, or an array of these.
 */
export type CertificateInput =
  string | Uint8Array | { readonly raw: Uint8Array } | Certificate | readonly CertificateInput[];

export interface ReadCertificatesOptions {
  /** Bytes (characters of a text) of one input; 16 MiB unless given. */
  readonly maxBytes?: number;
  /** Certificates in all; 1,000 unless given. */
  readonly maxCertificates?: number;
}

const DEFAULT_MAX_BYTES = 16 * 1024 * 1024;
const DEFAULT_MAX_CERTIFICATES = 1000;
const MAX_ARRAY_DEPTH = 8;

/** Those that this module made: they need not be read again. A copy made by spreading is read again from its `raw`. */
const made = new WeakSet();

/**
 * Reads all certificates of the input in their order, equal ones once. The bytes of each are kept as they are.
 *
 * @throws ProfilewrightError `ERR_CERTIFICATE_IS_*` for keys, PKCS#12, requests and lists (a private key is looked for
 * before anything else), `ERR_PEM_MALFORMED`, `ERR_INPUT_*`, `ERR_CERTIFICATE_*`, `ERR_ASN1_*`
 * @throws TypeError when the input is of a type that holds no certificate
 * @example
 * const [root, issuing] = readCertificates(readFileSync('chain.pem'));
 */
export function readCertificates(input: CertificateInput, options: ReadCertificatesOptions = {}): Certificate[] {
  const limits = {
    maxBytes: options.maxBytes ?? DEFAULT_MAX_BYTES,
    maxCertificates: options.maxCertificates ?? DEFAULT_MAX_CERTIFICATES,
  };
  const bySha256 = new Map<string, Certificate>();
  for (const certificate of readAny(input, limits, 0)) {
    if (!bySha256.has(certificate.fingerprints.sha256)) bySha256.set(certificate.fingerprints.sha256, certificate);
    if (bySha256.size > limits.maxCertificates) {
      const details = { found: bySha256.size, maximum: limits.maxCertificates };
      throw new ProfilewrightError('ERR_CERTIFICATE_LIMIT', details);
    }
  }
  return [...bySha256.values()];
}

/**
 * Reads the one certificate of the input.
 *
 * @throws ProfilewrightError `ERR_CERTIFICATE_COUNT` when there are more, and all that {@link readCertificates} throws
 * @example
 * const root = readCertificate(pem);
 * console.log(root.subject.text, root.role, root.fingerprints.sha256);
 */
export function readCertificate(input: CertificateInput, options: ReadCertificatesOptions = {}): Certificate {
  const certificates = readCertificates(input, options);
  const [certificate] = certificates;
  if (certificate !== undefined && certificates.length === 1) return certificate;
  const names = certificates.slice(0, 20).map(({ name }) => name);
  throw new ProfilewrightError('ERR_CERTIFICATE_COUNT', { expected: 1, found: certificates.length, names });
}

type Limits = Required<ReadCertificatesOptions>;

function readAny(input: CertificateInput, limits: Limits, depth: number): Iterable<Certificate> {
  if (typeof input === 'string') return readText(input, limits);
  if (input instanceof Uint8Array) return readBytes(input, limits);
  if (Array.isArray(input)) return readArray(input as readonly CertificateInput[], limits, depth);
  return readObject(input, limits);
}

function* readArray(inputs: readonly CertificateInput[], limits: Limits, depth: number): Iterable<Certificate> {
  if (depth >= MAX_ARRAY_DEPTH) throw new TypeError(`input is an array nested deeper than ${String(MAX_ARRAY_DEPTH)}`);
  if (inputs.length === 0 && depth === 0) throw new ProfilewrightError('ERR_INPUT_EMPTY', { what: 'the array' });
  for (const [index, input] of inputs.entries()) {
    try {
      yield* readAny(input, limits, depth + 1);
    } catch (error) {
      throw withPlace(error, { index });
    }
  }
}

function readObject(input: unknown, limits: Limits): Certificate[] {
  if (typeof input === 'object' && input !== null) {
    if (made.has(input)) return [input as Certificate];
    const { raw } = input as { raw?: unknown };
    if (raw instanceof Uint8Array) return readDer(raw, limits);
    const { kty, type } = input as { kty?: unknown; type?: unknown };
    if (kty !== undefined || type === 'private' || type === 'secret' || type === 'public') {
      const found = kty === undefined ? `KeyObject (${String(type)})` : 'JSON Web Key';
      throw new ProfilewrightError(type === 'public' ? 'ERR_CERTIFICATE_IS_PUBLIC_KEY' : 'ERR_CERTIFICATE_IS_KEY', {
        found,
      });
    }
  }
  throw new TypeError('input must be a string, a Uint8Array, an object with raw bytes, or an array of these');
}

function readBytes(bytes: Uint8Array, limits: Limits): Certificate[] {
  limitBytes(bytes.length, limits);
  if (bytes.length === 0) throw new ProfilewrightError('ERR_INPUT_EMPTY', { what: 'the input' });
  // A SEQUENCE of 128 octets or more: 30 8x. As text this would be "0" and a character beyond ASCII.
  if (bytes[0] === 0x30 && (bytes[1] ?? 0) >= 0x80) return readDer(bytes, limits);
  const encoding =
    bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8';
  return readText(new TextDecoder(encoding).decode(bytes), limits, bytes);
}

function readText(text: string, limits: Limits, bytes?: Uint8Array): Certificate[] {
  limitBytes(text.length, limits);
  if (text.trim() === '') throw new ProfilewrightError('ERR_INPUT_EMPTY', { what: 'the input' });
  const key = findPrivateKeyLine(text);
  if (key !== undefined) throw new ProfilewrightError('ERR_CERTIFICATE_IS_KEY', { found: key.label, line: key.line });
  const blocks = readPemBlocks(text);
  if (blocks.length === 0) return readDer(readBareText(text, bytes), limits);
  return blocks.flatMap((block) => readBlock(block, limits));
}

function readBlock(block: PemBlock, limits: Limits): Certificate[] {
  const { label, line } = block;
  const place = { line };
  switch (label) {
    case 'CERTIFICATE':
    case 'X509 CERTIFICATE':
    case 'PKCS7':
    case 'PKCS #7 SIGNED DATA':
    case 'CMS':
      limitBytes(block.body.length, limits);
      try {
        return readDer(decodePemBody(block), limits);
      } catch (error) {
        throw withPlace(error, place);
      }
    case 'PUBLIC KEY':
    case 'RSA PUBLIC KEY':
    case 'SSH2 PUBLIC KEY':
      throw new ProfilewrightError('ERR_CERTIFICATE_IS_PUBLIC_KEY', { found: label, ...place });
    case 'CERTIFICATE REQUEST':
    case 'NEW CERTIFICATE REQUEST':
      throw new ProfilewrightError('ERR_CERTIFICATE_IS_CSR', place);
    case 'X509 CRL':
      throw new ProfilewrightError('ERR_CERTIFICATE_IS_CRL', place);
    case 'PKCS12':
      throw new ProfilewrightError('ERR_CERTIFICATE_IS_PKCS12', place);
    default:
      throw new ProfilewrightError('ERR_CERTIFICATE_IS_OTHER', { found: `a PEM block "${label}"`, ...place });
  }
}

function readDer(bytes: Uint8Array, limits: Limits): Certificate[] {
  switch (recognizeDer(bytes)) {
    case 'ContentInfo':
      return readCertificateBag(bytes, limits.maxCertificates).map(remember);
    case 'private key':
      throw new ProfilewrightError('ERR_CERTIFICATE_IS_KEY', { found: 'PRIVATE KEY' });
    case 'encrypted private key':
      throw new ProfilewrightError('ERR_CERTIFICATE_IS_KEY', { found: 'ENCRYPTED PRIVATE KEY' });
    case 'public key':
      throw new ProfilewrightError('ERR_CERTIFICATE_IS_PUBLIC_KEY', { found: 'PUBLIC KEY' });
    case 'PKCS#12':
      throw new ProfilewrightError('ERR_CERTIFICATE_IS_PKCS12', {});
    case 'certificate signing request':
      throw new ProfilewrightError('ERR_CERTIFICATE_IS_CSR', {});
    case 'certificate revocation list':
      throw new ProfilewrightError('ERR_CERTIFICATE_IS_CRL', {});
    case 'certificate':
      return [remember(decodeCertificate(bytes))];
    case 'unknown':
      throw new ProfilewrightError('ERR_CERTIFICATE_UNREADABLE', { reason: 'the ASN.1 is of no known kind' });
  }
}

function remember(certificate: Certificate): Certificate {
  made.add(certificate);
  return certificate;
}

function limitBytes(bytes: number, { maxBytes }: Limits): void {
  if (bytes > maxBytes) throw new ProfilewrightError('ERR_INPUT_TOO_LARGE', { what: 'the input', bytes, maxBytes });
}

/** Adds the place to an error that has none yet, so that the innermost place is the one that is told. */
function withPlace(error: unknown, place: { line: number } | { index: number }): unknown {
  if (!isProfilewrightError(error) || !error.code.startsWith('ERR_CERTIFICATE_')) return error;
  const details = error.details as { line?: number; index?: number };
  if (details.line !== undefined || details.index !== undefined) return error;
  return new ProfilewrightError(error.code, { ...error.details, ...place }, { cause: error.cause });
}
