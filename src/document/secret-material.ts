import { decodeBase64 } from '../asn1/base64.js';
import { readBer } from '../asn1/ber.js';
import { decodeLatin1 } from '../asn1/string-value.js';
import { isLikePkcs12 } from '../pki/pkcs12-structure.js';
import { recognizeDer } from '../pki/recognize-der.js';
import { decodePlist } from '../plist/decode.js';
import type { PlistValue } from '../plist/value.js';
import { orUndefined } from './or-undefined.js';

/** How often a thing may be packed into another one: property lists in data, keys in base64. More of it is no accident. */
const MAX_LAYERS = 4;

/** Tells whether a property list that stands in data or in a text holds secrets; it is packed into so many others. */
export type LookInside = (value: PlistValue, layer: number) => boolean;

/** A private key in a text: PEM, PuTTY's own form, or the settings of a VPN. */
const keyInText = /BEGIN .{0,60}PRIVATE KEY|putty-user-key-file|(private|pre-?shared)[ _-]?key["']?\s{0,9}[=:]/i;
const propertyList = /^(?:\ufeff|\xef\xbb\xbf)?\s{0,99}<(?:\?xml|!DOCTYPE plist|plist)[\s>]/;
const base64Start = /^\s{0,99}[A-Za-z0-9+/]{16}/;
/** An Ed25519 key, the shortest there is, has 48 octets. */
const MIN_BYTES = 40;

/**
 * Whether a text or bytes are secret whatever the key above them is called: a private key or a PKCS#12 file, as PEM, DER or
 * base64, or a property list with secrets.
 */
export function isSecretMaterial(content: string | Uint8Array, layer: number, lookInside: LookInside): boolean {
  const text = typeof content === 'string' ? content : decodeLatin1(content);
  if (keyInText.test(text)) return true;
  if (typeof content !== 'string' && holdsKey(content)) return true;
  const isPlist = propertyList.test(text) || (typeof content !== 'string' && text.startsWith('bplist'));
  const packed = isPlist ? undefined : decodeText(text);
  if (!isPlist && packed === undefined) return false;
  if (layer >= MAX_LAYERS) return true;
  if (packed !== undefined) return isSecretMaterial(packed, layer + 1, lookInside);
  const value = orUndefined(() => decodePlist(content).value);
  return value !== undefined && lookInside(value, layer + 1);
}

/** Base64 of something that this module knows. */
function decodeText(text: string): Uint8Array | undefined {
  const bytes = base64Start.test(text) ? decodeBase64(text) : undefined;
  return typeof bytes === 'object' && bytes.length >= MIN_BYTES ? bytes : undefined;
}

/** DER values stand in a row in some files: certificates, and the key behind them. */
const MAX_ROW = 100;
const SEQUENCE = 0x30;
const limits = { maxNodes: 20_000 };

function holdsKey(bytes: Uint8Array): boolean {
  let rest = bytes;
  for (let count = 0; count < MAX_ROW && rest[0] === SEQUENCE; count += 1) {
    if (isLikePkcs12(rest)) return true;
    const kind = orUndefined(() => recognizeDer(rest, limits));
    if (kind === 'private key' || kind === 'encrypted private key') return true;
    const length = orUndefined(() => readBer(rest, { what: 'the input', allowTrailing: true, ...limits }).raw.length);
    if (length === undefined) return false;
    rest = rest.subarray(length);
  }
  return false;
}
