import type { Identity } from '../identity.js';
import type { ExtraOption, PayloadMapping } from './map-options.js';
import { choice, count, flag, group, identity, text, type OptionTable } from './option-table.js';

export type MailAuthentication = 'none' | 'password' | 'cram-md5' | 'ntlm' | 'http-md5';

/** The server that mail comes from. */
export interface IncomingMailOptions {
  /** IncomingMailServerHostName. */
  readonly host: string;
  /** IncomingMailServerPortNumber; what the protocol says unless given. */
  readonly port?: number;
  /** IncomingMailServerUseSSL: speaks TLS from the first byte. False unless given. */
  readonly useSsl?: boolean;
  /** IncomingMailServerAuthentication. */
  readonly authentication: MailAuthentication;
  /** IncomingMailServerUsername; asked for unless given. */
  readonly username?: string;
  /** IncomingPassword; asked for unless given. */
  readonly password?: string;
  /** IncomingMailServerIMAPPathPrefix. */
  readonly imapPathPrefix?: string;
}

/** The server that mail goes to. */
export interface OutgoingMailOptions {
  /** OutgoingMailServerHostName. */
  readonly host: string;
  /** OutgoingMailServerPortNumber; what the protocol says unless given. */
  readonly port?: number;
  /** OutgoingMailServerUseSSL. False unless given. */
  readonly useSsl?: boolean;
  /** OutgoingMailServerAuthentication. */
  readonly authentication: MailAuthentication;
  /** OutgoingMailServerUsername; asked for unless given. */
  readonly username?: string;
  /** OutgoingPassword; asked for unless given. */
  readonly password?: string;
  /** OutgoingPasswordSameAsIncomingPassword: asks once for both. False unless given. */
  readonly passwordSameAsIncoming?: boolean;
}

/** Signed and encrypted mail, on iOS and visionOS. */
export interface SmimeOptions {
  /** SMIMESigningEnabled. False unless given. */
  readonly signingEnabled?: boolean;
  /** SMIMESigningCertificateUUID: the identity that signs. */
  readonly signingIdentity?: Identity;
  /** SMIMESigningUserOverrideable: the user may switch it. False unless given. */
  readonly signingUserOverridable?: boolean;
  /** SMIMESigningCertificateUUIDUserOverrideable: the user may take another identity. False unless given. */
  readonly signingIdentityUserOverridable?: boolean;
  /** SMIMEEncryptByDefault. False unless given. */
  readonly encryptByDefault?: boolean;
  /** SMIMEEncryptionCertificateUUID: the identity that opens what others have encrypted. */
  readonly encryptionIdentity?: Identity;
  /** SMIMEEncryptByDefaultUserOverrideable. False unless given. */
  readonly encryptByDefaultUserOverridable?: boolean;
  /** SMIMEEncryptionCertificateUUIDUserOverrideable. False unless given. */
  readonly encryptionIdentityUserOverridable?: boolean;
  /** SMIMEEnableEncryptionPerMessageSwitch: shows a switch for each message. False unless given. */
  readonly encryptionPerMessageSwitch?: boolean;
}

/** Options of {@link ProfileBuilder.addMail}: an account with IMAP or POP, and SMTP. */
export interface MailOptions extends ExtraOption<'com.apple.mail.managed'> {
  /** EmailAccountType. */
  readonly protocol: 'imap' | 'pop';
  /** EmailAccountDescription: the name of the account on the device. */
  readonly accountDescription?: string;
  /** EmailAccountName: the full name of the user. */
  readonly fullName?: string;
  /** EmailAddress; asked for unless given. */
  readonly emailAddress?: string;
  readonly incoming: IncomingMailOptions;
  readonly outgoing: OutgoingMailOptions;
  readonly smime?: SmimeOptions;
  /** PreventMove: messages stay in this account. False unless given. */
  readonly preventMove?: boolean;
  /** PreventAppSheet: no other app than Mail sends with this account. False unless given. */
  readonly preventAppSheet?: boolean;
  /** disableMailRecentsSyncing. False unless given. */
  readonly disableMailRecentsSyncing?: boolean;
  /** allowMailDrop. False unless given. */
  readonly allowMailDrop?: boolean;
  /** VPNUUID: the `vpnUuid` of the per-app VPN that the account uses. */
  readonly vpnUuid?: string;
}

const authentications = {
  none: 'EmailAuthNone',
  password: 'EmailAuthPassword',
  'cram-md5': 'EmailAuthCRAMMD5',
  ntlm: 'EmailAuthNTLM',
  'http-md5': 'EmailAuthHTTPMD5',
} as const;

const incomingTable: OptionTable<IncomingMailOptions> = {
  host: text('IncomingMailServerHostName'),
  port: count('IncomingMailServerPortNumber'),
  useSsl: flag('IncomingMailServerUseSSL'),
  authentication: choice('IncomingMailServerAuthentication', authentications),
  username: text('IncomingMailServerUsername'),
  password: text('IncomingPassword'),
  imapPathPrefix: text('IncomingMailServerIMAPPathPrefix'),
};

const outgoingTable: OptionTable<OutgoingMailOptions> = {
  host: text('OutgoingMailServerHostName'),
  port: count('OutgoingMailServerPortNumber'),
  useSsl: flag('OutgoingMailServerUseSSL'),
  authentication: choice('OutgoingMailServerAuthentication', authentications),
  username: text('OutgoingMailServerUsername'),
  password: text('OutgoingPassword'),
  passwordSameAsIncoming: flag('OutgoingPasswordSameAsIncomingPassword'),
};

/** The same in the payloads of all mail accounts. */
export const smimeTable: OptionTable<SmimeOptions> = {
  signingEnabled: flag('SMIMESigningEnabled'),
  signingIdentity: identity('SMIMESigningCertificateUUID'),
  signingUserOverridable: flag('SMIMESigningUserOverrideable'),
  signingIdentityUserOverridable: flag('SMIMESigningCertificateUUIDUserOverrideable'),
  encryptByDefault: flag('SMIMEEncryptByDefault'),
  encryptionIdentity: identity('SMIMEEncryptionCertificateUUID'),
  encryptByDefaultUserOverridable: flag('SMIMEEncryptByDefaultUserOverrideable'),
  encryptionIdentityUserOverridable: flag('SMIMEEncryptionCertificateUUIDUserOverrideable'),
  encryptionPerMessageSwitch: flag('SMIMEEnableEncryptionPerMessageSwitch'),
};

export const mail: PayloadMapping<MailOptions> = {
  type: 'com.apple.mail.managed',
  options: {
    protocol: choice('EmailAccountType', { imap: 'EmailTypeIMAP', pop: 'EmailTypePOP' }),
    accountDescription: text('EmailAccountDescription'),
    fullName: text('EmailAccountName'),
    emailAddress: text('EmailAddress'),
    incoming: group('', incomingTable),
    outgoing: group('', outgoingTable),
    smime: group('', smimeTable),
    preventMove: flag('PreventMove'),
    preventAppSheet: flag('PreventAppSheet'),
    disableMailRecentsSyncing: flag('disableMailRecentsSyncing'),
    allowMailDrop: flag('allowMailDrop'),
    vpnUuid: text('VPNUUID'),
  },
};
