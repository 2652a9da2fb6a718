import { count, flag, text, type OptionTable } from './option-table.js';

/** What accounts for calendars and for contacts have in common. */
export interface DavAccountOptions {
  /** CalDAVHostName, CardDAVHostName. */
  readonly host: string;
  /** CalDAVPort, CardDAVPort; what the protocol says unless given. */
  readonly port?: number;
  /** CalDAVUseSSL, CardDAVUseSSL. True unless given. */
  readonly useSsl?: boolean;
  /** CalDAVUsername, CardDAVUsername; needed when nobody is there to enter it. */
  readonly username?: string;
  /** CalDAVPassword, CardDAVPassword; asked for unless given. */
  readonly password?: string;
  /** CalDAVPrincipalURL, CardDAVPrincipalURL: the URL of the account on the server. */
  readonly principalUrl?: string;
  /** CalDAVAccountDescription, CardDAVAccountDescription: the name of the account on the device. */
  readonly accountDescription?: string;
  /** VPNUUID: the `vpnUuid` of the per-app VPN that the account uses. */
  readonly vpnUuid?: string;
}

export const davTable = (protocol: 'CalDAV' | 'CardDAV'): OptionTable<DavAccountOptions> => ({
  host: text(`${protocol}HostName`),
  port: count(`${protocol}Port`),
  useSsl: flag(`${protocol}UseSSL`),
  username: text(`${protocol}Username`),
  password: text(`${protocol}Password`),
  principalUrl: text(`${protocol}PrincipalURL`),
  accountDescription: text(`${protocol}AccountDescription`),
  vpnUuid: text('VPNUUID'),
});
