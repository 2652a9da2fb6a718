import { equalBytes } from '../../asn1/der.js';
import { decodeLatin1 } from '../../asn1/string-value.js';
import { isProfilewrightError, ProfilewrightError } from '../../diagnostics/profilewright-error.js';
import type { Certificate } from '../../pki/certificate.js';
import { findPrivateKeyLine, readPemBlocks } from '../../pki/pem.js';
import { findArmorDefect } from '../../pki/pem-armor.js';
import { readCertificates } from '../../pki/read-certificates.js';

/** What is wrong with the bytes: `form` is what devices pass over, or are said to. */
export interface EmbeddedDefect {
  readonly kind: 'unreadable' | 'form' | 'private-key';
  readonly reason: string;
  readonly cure: string;
}

/** The certificate that a device takes out of a payload, how many there are, and what is wrong with the bytes. */
export interface Embedded {
  readonly certificate?: Certificate;
  readonly count: number;
  readonly defects: readonly EmbeddedDefect[];
}

const toDer = 'write the certificate in DER: `openssl x509 -in FILE -outform DER -out ca.cer`, or use addRootCA';
const toPem = 'write the certificate as PEM text, or use the payload type com.apple.security.pkcs1 for DER';

/** Certificates that were read before, by the length of their bytes. */
export type KnownCertificates = ReadonlyMap<number, readonly Certificate[]>;

/** Groups certificates so that few have to be compared with some bytes. */
export function groupByLength(certificates: readonly Certificate[]): KnownCertificates {
  const groups = new Map<number, Certificate[]>();
  for (const certificate of certificates) {
    const group = groups.get(certificate.raw.length);
    if (group === undefined) groups.set(certificate.raw.length, [certificate]);
    else group.push(certificate);
  }
  return groups;
}

/** Reads the content of a certificate payload, unless it is one of those known. What is unreadable is a defect, never an error. */
export function readEmbedded(content: Uint8Array, form: 'DER' | 'PEM', known: KnownCertificates = new Map()): Embedded {
  const candidates = form === 'DER' ? known.get(content.length) : undefined;
  const certificate = candidates?.find(({ raw }) => equalBytes(raw, content));
  return certificate === undefined ? readContent(content, form) : { certificate, count: 1, defects: [] };
}

function readContent(content: Uint8Array, form: 'DER' | 'PEM'): Embedded {
  try {
    const certificates = readCertificates(content);
    const defects = findFormDefects(content, certificates, form);
    const [certificate] = certificates;
    return { ...(certificate === undefined ? {} : { certificate }), count: certificates.length, defects };
  } catch (error) {
    if (!isProfilewrightError(error)) throw error;
    if (isProfilewrightError(error, 'ERR_CERTIFICATE_TRAILING_BYTES')) return readBeforeTail(content, form, error);
    const isTold = isProfilewrightError(error, 'ERR_CERTIFICATE_IS_OTHER') && isUnderOtherLabel(content);
    return {
      count: 0,
      defects: isTold ? [] : [{ kind: kindOf(error), reason: error.message, cure: error.hint }],
    };
  }
}

/** The label is then what is wrong, and pem-armor has that fact. */
function isUnderOtherLabel(content: Uint8Array): boolean {
  return findArmorDefect(new TextDecoder().decode(content)) !== undefined;
}

function kindOf({ code }: ProfilewrightError): EmbeddedDefect['kind'] {
  const isSecret = code === 'ERR_CERTIFICATE_IS_KEY' || code === 'ERR_CERTIFICATE_IS_PKCS12';
  return isSecret ? 'private-key' : 'unreadable';
}

function findFormDefects(
  content: Uint8Array,
  [first]: readonly Certificate[],
  form: 'DER' | 'PEM',
): readonly EmbeddedDefect[] {
  const isDer = first !== undefined && Buffer.compare(first.raw, content) === 0;
  if (form === 'DER') return isDer ? [] : [{ kind: 'form', reason: `found ${formOf(content)}`, cure: toDer }];
  if (isDer) return [{ kind: 'form', reason: 'found DER', cure: toPem }];
  const found = formOf(content);
  return found === 'PEM text' ? [] : [{ kind: 'form', reason: `found ${found}`, cure: toPem }];
}

/** What certificates were read from, when it is not one of them as it is. */
function formOf(content: Uint8Array): string {
  if (content[0] === 0x30 && (content[1] ?? 0) >= 0x80) return 'PKCS#7';
  // The label is what counts, and labels are ASCII in whatever text this is.
  const [block] = readPemBlocks(new TextDecoder().decode(content));
  if (block === undefined) return 'text without PEM markers';
  // Another label is a matter of its own: pem-armor has it.
  return block.label.endsWith('CERTIFICATE') ? 'PEM text' : `a PEM block "${block.label}"`;
}

/** A device reads the certificate in front. What follows it must at least be no key. */
function readBeforeTail(
  content: Uint8Array,
  form: 'DER' | 'PEM',
  { message, hint, details }: ProfilewrightError<'ERR_CERTIFICATE_TRAILING_BYTES'>,
): Embedded {
  const end = content.length - details.bytes;
  const key = findKey(content.subarray(end));
  const defect: EmbeddedDefect = { kind: 'form', reason: message, cure: hint };
  const front = readContent(content.subarray(0, end), form);
  return { ...front, defects: [...(key === undefined ? [] : [key]), defect, ...front.defects] };
}

/** Certificates in a row are passed over; more than these are no oversight. */
const MAX_PASSED_OVER = 100;

/** The private key in the bytes behind a certificate: as text anywhere, as DER in front or behind more certificates. */
function findKey(tail: Uint8Array): EmbeddedDefect | undefined {
  const line = findPrivateKeyLine(decodeLatin1(tail));
  if (line !== undefined) {
    const { message, hint } = new ProfilewrightError('ERR_CERTIFICATE_IS_KEY', { found: line.label });
    return { kind: 'private-key', reason: message, cure: hint };
  }
  let rest = tail;
  for (let passed = 0; passed < MAX_PASSED_OVER && rest.length > 0; passed += 1) {
    const error = refusalOf(rest);
    if (error === undefined) return undefined;
    if (kindOf(error) === 'private-key') return { kind: 'private-key', reason: error.message, cure: error.hint };
    if (!isProfilewrightError(error, 'ERR_CERTIFICATE_TRAILING_BYTES')) return undefined;
    rest = rest.subarray(rest.length - error.details.bytes);
  }
  return undefined;
}

function refusalOf(bytes: Uint8Array): ProfilewrightError | undefined {
  try {
    readCertificates(bytes);
    return undefined;
  } catch (error) {
    if (isProfilewrightError(error)) return error;
    throw error;
  }
}
