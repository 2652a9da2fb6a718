import { davTable, type DavAccountOptions } from './dav-account.js';
import type { ExtraOption, PayloadMapping } from './map-options.js';
import { text } from './option-table.js';

/** Options of {@link ProfileBuilder.addCardDav}. */
export interface CardDavOptions extends DavAccountOptions, ExtraOption<'com.apple.carddav.account'> {
  /** CommunicationServiceRules/DefaultServiceHandlers/AudioCall: the bundle identifier of the app that calls contacts. */
  readonly audioCallApp?: string;
}

export const cardDav: PayloadMapping<CardDavOptions> = {
  type: 'com.apple.carddav.account',
  options: {
    ...davTable('CardDAV'),
    audioCallApp: text('CommunicationServiceRules/DefaultServiceHandlers/AudioCall'),
  },
};
