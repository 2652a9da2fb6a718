import { decodeBase64 } from '../asn1/base64.js';
import { isContentInfo } from '../asn1/content-info.js';
import type { Bytes } from '../diagnostics/bytes.js';
import { ProfilewrightError } from '../diagnostics/profilewright-error.js';
import { decodePemBody, readPemBlocks } from '../pki/pem.js';

/** A CMS message that came as text, and the form that it had. */
export interface UnwrappedText {
  readonly form: 'PEM' | 'base64' | 'S/MIME';
  readonly bytes: Bytes;
}

/** What the BER reader takes, and the texts that may hold so much, with their line ends. */
const MAX_BYTES = 64 * 1024 * 1024;
const MAX_LENGTH = 90 * 1024 * 1024;
const MAX_HEADERS = 16_384;

/** Text may stand in front of a block (RFC 7468 section 2). */
const pemBegin = /^[ \t]*-----BEGIN (?:CMS|PKCS ?#?7)/m;
/** As it is in a text, and in the octets of one. */
const byteOrderMark = /^(?:\ufeff|\xef\xbb\xbf)/;

/**
 * How a file begins that a device reads as a property list, whatever texts stand inside of it: the binary form, markup, and
 * the byte order mark or the zeros of UTF-16 and UTF-32.
 */
const propertyList = /^(?:bplist|\s*<|\xff\xfe|\xfe\xff|\0|[^]\0)/;

/** Labels of RFC 7468 and of other tools, for CMS and its predecessor. */
const pemLabels = new Set(['CMS', 'PKCS7', 'PKCS #7 SIGNED DATA']);

/**
 * Finds the CMS message in a text: PEM, bare base64, or S/MIME with its mail headers (RFC 8551 section 3.4.2). Undefined when
 * the input is anything else.
 *
 * @throws ProfilewrightError `ERR_PEM_MALFORMED` for a PEM block that is damaged, `ERR_ASN1_LIMIT` for a text that is too long
 */
export function unwrapText(input: Uint8Array | string): UnwrappedText | undefined {
  const head = latin1(input.slice(0, MAX_HEADERS)).replace(byteOrderMark, '');
  if (propertyList.test(head)) return undefined;
  if (pemBegin.test(head)) return found('PEM', decodePem(wholeText(input)));
  if (/^\s*MI[A-Z][\w+/]{5}/.test(head)) return found('base64', decodeBase64(wholeText(input)));
  const headers = readHeaders(head);
  return headers === undefined ? undefined : found('S/MIME', decodeBase64(wholeText(input).slice(headers.length)));
}

/** The text, unless its length alone says that the message in it is too long. */
function wholeText(input: Uint8Array | string): string {
  if (input.length > MAX_LENGTH) {
    throw new ProfilewrightError('ERR_ASN1_LIMIT', { what: 'the CMS message', limit: 'bytes', maximum: MAX_BYTES });
  }
  return latin1(input).replace(byteOrderMark, '');
}

function found(form: UnwrappedText['form'], bytes: Bytes | number | undefined): UnwrappedText | undefined {
  return typeof bytes === 'object' && isContentInfo(bytes) ? { form, bytes } : undefined;
}

function decodePem(text: string): Bytes | undefined {
  const [block, second] = readPemBlocks(text);
  return block !== undefined && second === undefined && pemLabels.has(block.label) ? decodePemBody(block) : undefined;
}

/** The headers of a mail whose body is a CMS message in base64, with the empty line that ends them. */
function readHeaders(head: string): string | undefined {
  const headers = /^\s*(?:[A-Za-z][!-9;-~]*:[^\r\n]*\r?\n(?:[ \t][^\r\n]*\r?\n)*)+\r?\n/.exec(head)?.[0];
  const isCms = headers !== undefined && /^content-type:\s*application\/(?:x-)?pkcs7-mime\b/im.test(headers);
  return isCms && /^content-transfer-encoding:\s*base64[ \t]*(?:\([^()\r\n]*\)[ \t]*)?$/im.test(headers)
    ? headers
    : undefined;
}

function latin1(input: Uint8Array | string): string {
  if (typeof input === 'string') return input;
  return Buffer.from(input.buffer, input.byteOffset, input.length).toString('latin1');
}
