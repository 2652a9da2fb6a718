import { davTable, type DavAccountOptions } from './dav-account.js';
import type { ExtraOption, PayloadMapping } from './map-options.js';

/** Options of {@link ProfileBuilder.addCalDav}. */
export interface CalDavOptions extends DavAccountOptions, ExtraOption<'com.apple.caldav.account'> {}

export const calDav: PayloadMapping<CalDavOptions> = { type: 'com.apple.caldav.account', options: davTable('CalDAV') };
