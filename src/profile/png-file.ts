/** What the header of a PNG file says (PNG specification, section 11.2.1). */
export interface PngHeader {
  readonly width: number;
  readonly height: number;
  /** Bytes of the pixels when they are spelt out. */
  readonly uncompressedBytes: number;
}

const signature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
/** Samples of a pixel by colour type: grey, RGB, palette, grey with alpha, RGB with alpha. */
const samples: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };

/** Reads the header of a PNG file; undefined when the bytes are none. */
export function readPngHeader(bytes: Uint8Array): PngHeader | undefined {
  const isPng = bytes.length >= 33 && signature.every((byte, index) => bytes[index] === byte);
  if (!isPng || latin1(bytes.subarray(12, 16)) !== 'IHDR') return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const [width, height] = [view.getUint32(16), view.getUint32(20)];
  const bits = view.getUint8(24) * (samples[view.getUint8(25)] ?? 4);
  return { width, height, uncompressedBytes: height * Math.ceil((width * bits) / 8) };
}

/** How other files begin that are taken for PNG. */
const others: readonly (readonly [name: string, start: string])[] = [
  ['a JPEG file', '\xff\xd8\xff'],
  ['a GIF file', 'GIF8'],
  ['an ICNS file', 'icns'],
  ['an ICO file', '\0\0\x01\0'],
  ['a WebP file', 'RIFF'],
  ['a text, perhaps SVG or base64', '<'],
  ['a text, perhaps SVG or base64', 'iVBOR'],
  ['a TIFF file', 'II*\0'],
  ['a TIFF file', 'MM\0*'],
];

/**
 * What keeps bytes from being a whole PNG file: each chunk has to be there up to IEND, and those that no reader passes over have
 * to be as they were written (PNG specification, sections 5.3 to 5.5).
 */
export function findPngFault(bytes: Uint8Array): string | undefined {
  if (bytes.length === 0) return 'empty';
  const header = readPngHeader(bytes);
  if (header === undefined) return foreignFile(bytes) ?? 'no PNG file';
  if (header.width === 0 || header.height === 0) return 'a PNG file without pixels';
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  let hasPixels = false;
  for (let start = signature.length; start + 12 <= bytes.length; start += 12 + view.getUint32(start)) {
    const type = latin1(bytes.subarray(start + 4, start + 8));
    const end = start + 8 + view.getUint32(start);
    if (end + 4 > bytes.length) break;
    const isCritical = /^[A-Z]/.test(type);
    if (isCritical && crc32(bytes.subarray(start + 4, end)) !== view.getUint32(end))
      return 'a PNG file that is damaged';
    if (type === 'IEND') return hasPixels ? undefined : 'a PNG file without pixels';
    hasPixels ||= type === 'IDAT';
  }
  return 'a PNG file that is cut off';
}

let crcTable: readonly number[] | undefined;

/** Annex D of the PNG specification; that of node:zlib is newer than some runtimes. */
function crc32(bytes: Uint8Array): number {
  crcTable ??= Array.from({ length: 256 }, (_, byte) => {
    let crc = byte;
    for (let bit = 0; bit < 8; bit += 1) crc = (crc & 1) === 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
    return crc;
  });
  let crc = ~0;
  for (const byte of bytes) crc = (crcTable[(crc ^ byte) & 0xff] ?? 0) ^ (crc >>> 8);
  return ~crc >>> 0;
}

function foreignFile(bytes: Uint8Array): string | undefined {
  const start = latin1(bytes.subarray(0, 8));
  return others.find(([, beginning]) => start.startsWith(beginning))?.[0];
}

const latin1 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');
