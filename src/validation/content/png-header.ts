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
  if (!isPng || Buffer.from(bytes.subarray(12, 16)).toString('latin1') !== 'IHDR') return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const [width, height] = [view.getUint32(16), view.getUint32(20)];
  const bits = view.getUint8(24) * (samples[view.getUint8(25)] ?? 4);
  return { width, height, uncompressedBytes: height * Math.ceil((width * bits) / 8) };
}
