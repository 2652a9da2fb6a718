import { equalBytes } from '../asn1/der.js';
import { createHash } from 'node:crypto';
import { types } from 'node:util';
import { assertKnownOptions } from '../diagnostics/assert-known-options.js';
import { ProfilewrightError, isProfilewrightError } from '../diagnostics/profilewright-error.js';
import { readForeign } from '../diagnostics/read-foreign.js';
import { readBareText } from './bare-text.js';
import { decodeCertificate, type Certificate } from './certificate.js';
import { decodePemBody, readPemBlocks, type PemBlock } from './pem.js';
import { readCertificateBag } from './pkcs7.js';
import { recognizeDer } from './recognize-der.js';
import { refuseKeyBehind, refuseKeyObject, refuseKeyText, refuseKind, refuseLabel } from './refuse-other.js';
import { textEncoding } from './text-encoding.js';

/**
 * Whatever certificates come in: PEM text (one block or many, text around them, PKCS#7 blocks too), DER, bare base64,
 * DER PKCS#7, Node's `X509Certificate` (or anything with `raw`), a `Certificate`, or an array of these. Texts are UTF-8 or
 * UTF-16.
 */
export type CertificateInput =
  string | Uint8Array | { readonly raw: Uint8Array } | Certificate | readonly CertificateInput[];

export interface ReadCertificatesOptions {
  /** Bytes (characters of a text) of one input; 16 MiB unless given. */
  readonly maxBytes?: number;
  /** Certificates in all, equal ones counted once; 1,000 unless given. */
  readonly maxCertificates?: number;
}

const defaultLimits: Required<ReadCertificatesOptions> = { maxBytes: 16 * 1024 * 1024, maxCertificates: 1000 };
const MAX_ARRAY_DEPTH = 8;

/** What a block holds is told by its content: PKCS#7 is found under any of these labels too. */
const certificateLabels: ReadonlySet<string> = new Set([
  'CERTIFICATE',
  'X509 CERTIFICATE',
  'PKCS7',
  'PKCS #7 SIGNED DATA',
  'CMS',
]);

/**
 * Those that this module made, with bytes that nobody else holds: they need not be read again. A copy made by spreading is
 * read again from its `raw`.
 */
const made = new WeakMap<object, Uint8Array>();

/**
 * Reads all certificates of the input in their order, equal ones once. The bytes of each are kept as they are.
 *
 * @throws ProfilewrightError `ERR_CERTIFICATE_IS_*` for keys, PKCS#12, requests and lists (a private key is looked for
 * before anything else), `ERR_PEM_MALFORMED`, `ERR_INPUT_*`, `ERR_CERTIFICATE_*`, `ERR_ASN1_*`
 * @throws TypeError when the input is of a type that holds no certificate, or a limit is no whole number
 * @example
 * const [root, issuing] = readCertificates(readFileSync('chain.pem'));
 */
export function readCertificates(input: CertificateInput, options: ReadCertificatesOptions = {}): Certificate[] {
  return readNamedCertificates('input', input, options);
}

/** Reads the certificates of an argument or option that is called otherwise: a `TypeError` begins with its name. */
export function readNamedCertificates(
  name: string,
  input: unknown,
  options: ReadCertificatesOptions = {},
): Certificate[] {
  const reader = new CertificateReader(name, completeLimits(options));
  reader.read(input, name, 0);
  const { certificates } = reader;
  if (certificates.length === 0) throw new ProfilewrightError('ERR_INPUT_EMPTY', { what: 'the array' });
  return certificates;
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

function completeLimits(options: ReadCertificatesOptions): Required<ReadCertificatesOptions> {
  assertKnownOptions('options', options, defaultLimits);
  const limits = { ...defaultLimits };
  for (const name of ['maxBytes', 'maxCertificates'] as const) {
    const limit: unknown = options[name];
    if (limit === undefined) continue;
    if (typeof limit !== 'number' || !Number.isSafeInteger(limit) || limit < 0) {
      throw new TypeError(`options.${name} must be a whole number, 0 or more`);
    }
    limits[name] = limit;
  }
  return limits;
}

class CertificateReader {
  readonly #name: string;
  readonly #limits: Required<ReadCertificatesOptions>;
  readonly #bySha256 = new Map<string, Certificate>();

  constructor(name: string, limits: Required<ReadCertificatesOptions>) {
    this.#name = name;
    this.#limits = limits;
  }

  get certificates(): Certificate[] {
    return [...this.#bySha256.values()];
  }

  read(input: unknown, name: string, depth: number): void {
    if (typeof input === 'string') this.#readText(input);
    else if (types.isUint8Array(input)) this.#readBytes(input);
    else if (isArray(input, name)) this.#readArray(input, name, depth);
    else this.#readObject(input, name);
  }

  #readArray(inputs: readonly unknown[], name: string, depth: number): void {
    if (depth >= MAX_ARRAY_DEPTH) {
      throw new TypeError(`${this.#name} is an array nested deeper than ${String(MAX_ARRAY_DEPTH)}`);
    }
    for (const [index, input] of inputs.entries()) {
      try {
        this.read(input, `${name}[${String(index)}]`, depth + 1);
      } catch (error) {
        throw withPlace(error, { index });
      }
    }
  }

  #readObject(input: unknown, name: string): void {
    if (typeof input === 'object' && input !== null) {
      const { raw } = readForeign(name, () => ({ raw: (input as { raw?: unknown }).raw }));
      if (types.isUint8Array(raw)) {
        this.#readRaw(input, raw);
        return;
      }
      refuseKeyObject(input);
    }
    throw new TypeError(`${name} must be a string, a Uint8Array, an object with raw bytes, or an array of these`);
  }

  /** A certificate of ours is passed on as it is, unless somebody has changed its bytes. */
  #readRaw(input: object, raw: Uint8Array): void {
    this.#limitBytes(raw.length);
    const encoding = made.get(input);
    if (encoding !== undefined && equalBytes(encoding, raw)) {
      const certificate = input as Certificate;
      this.#add(certificate.fingerprints.sha256, () => certificate);
    } else {
      this.#readDer(raw);
    }
  }

  #readBytes(bytes: Uint8Array): void {
    this.#limitBytes(bytes.length);
    if (isBer(bytes)) this.#readDer(bytes);
    else this.#readText(new TextDecoder(textEncoding(bytes)).decode(bytes), bytes);
  }

  #readText(text: string, bytes?: Uint8Array): void {
    this.#limitBytes(text.length);
    if (text.trim() === '') throw new ProfilewrightError('ERR_INPUT_EMPTY', { what: 'the input' });
    refuseKeyText(text);
    const blocks = readPemBlocks(text);
    if (blocks.length === 0) this.#readDer(readBareText(text, bytes));
    for (const block of blocks) {
      try {
        this.#readBlock(block);
      } catch (error) {
        throw withPlace(error, { line: block.line });
      }
    }
  }

  #readBlock(block: PemBlock): void {
    if (!certificateLabels.has(block.label)) refuseLabel(block.label);
    this.#readDer(decodePemBody(block));
  }

  #readDer(bytes: Uint8Array): void {
    if (bytes.length === 0) throw new ProfilewrightError('ERR_INPUT_EMPTY', { what: 'the input' });
    // A bag holds hundreds of values for each certificate.
    const limits = { maxNodes: 100_000 + 200 * this.#limits.maxCertificates };
    const kind = recognizeDer(bytes, limits);
    if (kind === 'ContentInfo') {
      for (const encoding of readCertificateBag(bytes, limits)) this.#addEncoding(encoding);
    } else if (kind === 'certificate') {
      this.#addEncoding(bytes);
    } else {
      refuseKind(kind);
    }
  }

  #addEncoding(der: Uint8Array): void {
    this.#add(fingerprint(der), () => {
      const certificate = decodeWithoutKey(der);
      made.set(certificate, certificate.raw.slice());
      return certificate;
    });
  }

  /** What is there already is not read again, and the limit comes before the work. */
  #add(sha256: string, read: () => Certificate): void {
    if (this.#bySha256.has(sha256)) return;
    const { maxCertificates } = this.#limits;
    const found = this.#bySha256.size + 1;
    if (found > maxCertificates)
      throw new ProfilewrightError('ERR_CERTIFICATE_LIMIT', { found, maximum: maxCertificates });
    this.#bySha256.set(sha256, read());
  }

  #limitBytes(bytes: number): void {
    const { maxBytes } = this.#limits;
    if (bytes > maxBytes) throw new ProfilewrightError('ERR_INPUT_TOO_LARGE', { what: 'the input', bytes, maxBytes });
  }
}

function isArray(input: unknown, name: string): input is readonly unknown[] {
  return readForeign(name, () => Array.isArray(input));
}

function fingerprint(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex').toUpperCase();
}

function decodeWithoutKey(der: Uint8Array): Certificate {
  try {
    return decodeCertificate(der);
  } catch (error) {
    // That a key stands behind the certificate matters more than that anything does.
    if (isProfilewrightError(error, 'ERR_CERTIFICATE_TRAILING_BYTES')) {
      refuseKeyBehind(der.subarray(der.length - error.details.bytes));
    }
    throw error;
  }
}

/** A SEQUENCE: no text has the octets of a long length behind its "0", or control characters soon after it. */
function isBer(bytes: Uint8Array): boolean {
  return bytes[0] === 0x30 && ((bytes[1] ?? 0) >= 0x80 || bytes.subarray(1, 16).some((octet) => octet < 9));
}

/** Adds the line or the index to an error that has none yet, so that the innermost place is the one that is told. */
function withPlace(error: unknown, place: { readonly line: number } | { readonly index: number }): unknown {
  if (!isProfilewrightError(error) || error.code === 'ERR_CERTIFICATE_LIMIT') return error;
  const details = error.details as { readonly what?: string };
  const [name = '', at] = Object.entries(place)[0] ?? [];
  const placed =
    details.what === undefined
      ? { ...place, ...details }
      : { ...details, what: `${details.what} at ${name} ${String(at)}` };
  return new ProfilewrightError(error.code, placed, error.cause === undefined ? {} : { cause: error.cause });
}
