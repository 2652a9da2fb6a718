import type { ExtraOption, PayloadMapping } from './map-options.js';
import { bytes, text } from './option-table.js';

/** Options of {@link ProfileBuilder.addFont}. */
export interface FontOptions extends ExtraOption<'com.apple.font'> {
  /** Font: one TrueType or OpenType file. */
  readonly font: Uint8Array;
  /** Name: what people see before the font is installed; the device goes by the PostScript name in the file. */
  readonly name?: string;
}

export const font: PayloadMapping<FontOptions> = {
  type: 'com.apple.font',
  options: { font: bytes('Font'), name: text('Name') },
};
