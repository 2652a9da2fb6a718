/** What kind of font file some bytes are, by their first four; a collection holds several fonts. */
export function fontFormat(bytes: Uint8Array): 'ttf' | 'otf' | 'collection' | undefined {
  const tag = Buffer.from(bytes.subarray(0, 4)).toString('latin1');
  if (tag === '\0\u0001\0\0' || tag === 'true') return 'ttf';
  if (tag === 'OTTO') return 'otf';
  return tag === 'ttcf' ? 'collection' : undefined;
}

const POSTSCRIPT_NAME = 6;
const NAME_RECORD_BYTES = 12;
const MAX_RECORDS = 1000;

/**
 * The PostScript name of a font: name 6 of its `name` table (OpenType 1.9, "name - Naming Table"). Undefined when there is
 * none, or the bytes are no font.
 */
export function fontName(bytes: Uint8Array): string | undefined {
  const format = fontFormat(bytes);
  if (format === undefined || format === 'collection') return undefined;
  const table = findTable(bytes, 'name');
  if (table === undefined || table.length < 6) return undefined;
  const view = new DataView(table.buffer, table.byteOffset, table.length);
  const storage = view.getUint16(4);
  const count = Math.min(view.getUint16(2), MAX_RECORDS, Math.floor((table.length - 6) / NAME_RECORD_BYTES));
  for (let index = 0; index < count; index += 1) {
    const record = 6 + index * NAME_RECORD_BYTES;
    if (view.getUint16(record + 6) !== POSTSCRIPT_NAME) continue;
    const start = storage + view.getUint16(record + 10);
    const name = table.subarray(start, start + view.getUint16(record + 8));
    // Platform 1 is Macintosh, with one byte a character; the others write UTF-16.
    const decoder = new TextDecoder(view.getUint16(record) === 1 ? 'latin1' : 'utf-16be');
    return decoder.decode(name);
  }
  return undefined;
}

const TABLE_RECORD_BYTES = 16;

/** A table by its tag, from the table directory at the start of the file. */
function findTable(bytes: Uint8Array, tag: string): Uint8Array | undefined {
  if (bytes.length < 12) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const count = Math.min(view.getUint16(4), Math.floor((bytes.length - 12) / TABLE_RECORD_BYTES));
  for (let index = 0; index < count; index += 1) {
    const record = 12 + index * TABLE_RECORD_BYTES;
    if (Buffer.from(bytes.subarray(record, record + 4)).toString('latin1') !== tag) continue;
    const offset = view.getUint32(record + 8);
    return bytes.subarray(offset, offset + view.getUint32(record + 12));
  }
  return undefined;
}
