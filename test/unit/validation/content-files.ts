const u16 = (value: number): number[] => [value >> 8, value & 0xff];
const u32 = (value: number): number[] => [...u16(value >>> 16), ...u16(value & 0xffff)];

/** A PNG file as far as its header (PNG specification, sections 5.2 and 11.2.1); colour type 0 is grey. */
export function png(width: number, height: number, bitDepth = 1, colourType = 0): Uint8Array<ArrayBuffer> {
  const header = [...u32(width), ...u32(height), bitDepth, colourType, 0, 0, 0];
  const signature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
  return Uint8Array.from([...signature, ...u32(header.length), ...Buffer.from('IHDR'), ...header, 0, 0, 0, 0]);
}

/** A font file with nothing but a `name` table that holds the PostScript name (OpenType, "name - Naming Table"). */
export function font(
  postScriptName: string,
  format: 'ttf' | 'otf' = 'ttf',
  platform: 'windows' | 'macintosh' = 'windows',
): Uint8Array<ArrayBuffer> {
  const name =
    platform === 'macintosh'
      ? [...Buffer.from(postScriptName, 'latin1')]
      : [...postScriptName].flatMap((character) => u16(character.codePointAt(0) ?? 0));
  const [platformId, encodingId] = platform === 'macintosh' ? [1, 0] : [3, 1];
  const family = [...u16(platformId), ...u16(encodingId), ...u16(0), ...u16(1), ...u16(0), ...u16(0)];
  const record = [...u16(platformId), ...u16(encodingId), ...u16(0), ...u16(6), ...u16(name.length), ...u16(0)];
  const table = [...u16(0), ...u16(2), ...u16(6 + 24), ...family, ...record, ...name];
  const tag = format === 'otf' ? [...Buffer.from('OTTO')] : [0, 1, 0, 0];
  const directory = [...Buffer.from('name'), ...u32(0), ...u32(28), ...u32(table.length)];
  return Uint8Array.from([...tag, ...u16(1), ...u16(0), ...u16(0), ...u16(0), ...directory, ...table]);
}
