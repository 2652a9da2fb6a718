import type { BerValue } from './ber.js';

/** Universal tag numbers of the ASN.1 string types (X.680 section 8.4). */
const decoders: Readonly<Partial<Record<number, (content: Uint8Array) => string>>> = {
  12: (content) => new TextDecoder('utf-8', { ignoreBOM: true }).decode(content),
  18: decodeLatin1, // NumericString
  19: decodeLatin1, // PrintableString
  20: decodeLatin1, // TeletexString: read as Latin-1, as every implementation in the field does
  22: decodeLatin1, // IA5String
  26: decodeLatin1, // VisibleString
  28: (content) => decodeWide(content, 4), // UniversalString
  30: (content) => decodeWide(content, 2), // BMPString
};

/** The text of an ASN.1 string value, or undefined when the value is not a string. */
export function decodeString(value: BerValue): string | undefined {
  return value.tagClass === 0 && !value.constructed ? decoders[value.tagNumber]?.(value.content) : undefined;
}

/** The octets as characters U+0000 to U+00FF. */
export function decodeLatin1(content: Uint8Array): string {
  return Buffer.from(content.buffer, content.byteOffset, content.length).toString('latin1');
}

function decodeWide(content: Uint8Array, size: 2 | 4): string {
  let text = '';
  for (let offset = 0; offset + size <= content.length; offset += size) {
    let codePoint = 0;
    for (let index = 0; index < size; index += 1) codePoint = codePoint * 256 + (content[offset + index] ?? 0);
    text +=
      size === 2 ? String.fromCharCode(codePoint) : String.fromCodePoint(codePoint > 0x10ffff ? 0xfffd : codePoint);
  }
  return text;
}
