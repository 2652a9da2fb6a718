import type { ExtraOption, PayloadMapping } from './map-options.js';
import { text } from './option-table.js';

/** Options of {@link ProfileBuilder.addRemovalPassword}. */
export interface RemovalPasswordOptions extends ExtraOption<'com.apple.profileRemovalPassword'> {
  /** RemovalPassword: who does not know it cannot remove the profile. */
  readonly password: string;
}

export const removalPassword: PayloadMapping<RemovalPasswordOptions> = {
  type: 'com.apple.profileRemovalPassword',
  options: { password: text('RemovalPassword') },
};
