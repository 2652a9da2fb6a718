import type { Identity } from '../identity.js';
import { smimeTable, type SmimeOptions } from './mail.js';
import type { ExtraOption, PayloadMapping } from './map-options.js';
import { flag, group, identity, number, text, type OptionTable } from './option-table.js';

/** What of an account is on, and whether the user may change that. */
export interface ExchangeServiceOptions {
  /** EnableMail, EnableContacts, EnableCalendars, EnableReminders, EnableNotes. True unless given. */
  readonly enabled?: boolean;
  /**
   * EnableMailUserOverridable, EnableContactsUserOverridable, EnableCalendarsUserOverridable,
   * EnableRemindersUserOverridable, EnableNotesUserOverridable. True unless given.
   */
  readonly userOverridable?: boolean;
}

/** OAuth: signs in at a web page in place of a password. */
export interface ExchangeOAuthOptions {
  /** OAuth. False unless given. */
  readonly enabled: boolean;
  /** OAuthSignInURL: turns off the search for the server, so that `host` is needed. */
  readonly signInUrl?: string;
  /** OAuthTokenRequestURL. */
  readonly tokenRequestUrl?: string;
}

/** Options of {@link ProfileBuilder.addExchange}: an account with Exchange ActiveSync, on iOS and visionOS. */
export interface ExchangeOptions extends ExtraOption<'com.apple.eas.account'> {
  /** EmailAddress; asked for unless given. */
  readonly emailAddress?: string;
  /** Host: the server; searched for unless given. */
  readonly host?: string;
  /** SSL: TLS to the server. False unless given. */
  readonly useSsl?: boolean;
  /** UserName, with the domain in front where there is one; needed when nobody is there to enter it. */
  readonly username?: string;
  /** Password; asked for unless given. */
  readonly password?: string;
  /** OverridePreviousPassword: replaces what the user has entered. False unless given. */
  readonly overridePreviousPassword?: boolean;
  /** PayloadCertificateUUID: the identity that signs in. */
  readonly identity?: Identity;
  readonly oauth?: ExchangeOAuthOptions;
  readonly smime?: SmimeOptions;
  /** MailNumberOfPastDaysToSync: days, 0 for all. 7 unless given. */
  readonly pastDaysToSync?: 0 | 1 | 3 | 7 | 14 | 31;
  readonly mail?: ExchangeServiceOptions;
  readonly contacts?: ExchangeServiceOptions;
  readonly calendars?: ExchangeServiceOptions;
  readonly reminders?: ExchangeServiceOptions;
  readonly notes?: ExchangeServiceOptions;
  /** PreventMove: messages stay in this account. False unless given. */
  readonly preventMove?: boolean;
  /** PreventAppSheet: no other app than Mail sends with this account. False unless given. */
  readonly preventAppSheet?: boolean;
  /** disableMailRecentsSyncing. False unless given. */
  readonly disableMailRecentsSyncing?: boolean;
  /** allowMailDrop. False unless given. */
  readonly allowMailDrop?: boolean;
  /** CommunicationServiceRules/DefaultServiceHandlers/AudioCall: the bundle identifier of the app that calls contacts. */
  readonly audioCallApp?: string;
  /** VPNUUID: the `vpnUuid` of the per-app VPN that the account uses. */
  readonly vpnUuid?: string;
}

const service = (name: string): OptionTable<ExchangeServiceOptions> => ({
  enabled: flag(`Enable${name}`),
  userOverridable: flag(`Enable${name}UserOverridable`),
});

export const exchange: PayloadMapping<ExchangeOptions> = {
  type: 'com.apple.eas.account',
  options: {
    emailAddress: text('EmailAddress'),
    host: text('Host'),
    useSsl: flag('SSL'),
    username: text('UserName'),
    password: text('Password'),
    overridePreviousPassword: flag('OverridePreviousPassword'),
    identity: identity('PayloadCertificateUUID'),
    oauth: group('', {
      enabled: flag('OAuth'),
      signInUrl: text('OAuthSignInURL'),
      tokenRequestUrl: text('OAuthTokenRequestURL'),
    }),
    smime: group('', smimeTable),
    pastDaysToSync: number('MailNumberOfPastDaysToSync'),
    mail: group('', service('Mail')),
    contacts: group('', service('Contacts')),
    calendars: group('', service('Calendars')),
    reminders: group('', service('Reminders')),
    notes: group('', service('Notes')),
    preventMove: flag('PreventMove'),
    preventAppSheet: flag('PreventAppSheet'),
    disableMailRecentsSyncing: flag('disableMailRecentsSyncing'),
    allowMailDrop: flag('allowMailDrop'),
    audioCallApp: text('CommunicationServiceRules/DefaultServiceHandlers/AudioCall'),
    vpnUuid: text('VPNUUID'),
  },
};
