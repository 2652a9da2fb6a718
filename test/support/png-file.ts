import { crc32, deflateSync } from 'node:zlib';
import { concat, type Bytes } from './der.js';

const u32 = (value: number): Uint8Array => {
  const bytes = new Uint8Array(4);
  new DataView(bytes.buffer).setUint32(0, value);
  return bytes;
};

/** A chunk (PNG specification, section 5.3). */
export function pngChunk(type: string, data: Uint8Array = new Uint8Array()): Bytes {
  const typed = concat(Buffer.from(type, 'latin1'), data);
  return concat(u32(data.length), typed, u32(crc32(typed)));
}

export const pngSignature: Uint8Array = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);

export const pngHeader = (width: number, height: number): Bytes =>
  pngChunk('IHDR', concat(u32(width), u32(height), Uint8Array.of(8, 0, 0, 0, 0)));

/** A whole PNG file: a black square of 8-bit grey. */
export function pngFile(size = 8): Bytes {
  const rows = new Uint8Array(size * (size + 1));
  const pixels = pngChunk('IDAT', new Uint8Array(deflateSync(rows)));
  return concat(pngSignature, pngHeader(size, size), pixels, pngChunk('IEND'));
}
