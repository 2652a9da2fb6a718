import { readPemBlocks } from './pem.js';

const BEGIN = '-----BEGIN CERTIFICATE-----';
const CERTIFICATE = 'CERTIFICATE';
/** Labels under which a certificate stands, besides the one of RFC 7468. */
const otherLabels: readonly string[] = ['X509 CERTIFICATE', 'TRUSTED CERTIFICATE'];

/**
 * Why Apple's reader finds no certificate in a PEM text although there is one: the label is another, or something follows
 * the BEGIN marker on its line (SecCertificate.c, SecCertificateCreateWithPEM). Text in front of it is passed over.
 * Undefined for what is sound, and for what is no PEM text of a certificate.
 *
 * @throws ProfilewrightError `ERR_PEM_MALFORMED`
 */
export function findArmorDefect(text: string): string | undefined {
  const [block] = readPemBlocks(text);
  if (block === undefined) return undefined;
  if (otherLabels.includes(block.label)) return `its label is "${block.label}" and not "${CERTIFICATE}"`;
  if (block.label !== CERTIFICATE) return undefined;
  const line = /^[^\r\n]*/.exec(text.slice(text.indexOf(BEGIN) + BEGIN.length))?.[0] ?? '';
  return /^[ \t]*$/.test(line) ? undefined : 'the base64 begins on the line of the BEGIN marker';
}
