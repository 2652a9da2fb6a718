// Written by `npm run generate` from schemas/com.apple.ldap.account.schema.json. Do not edit.
import type { CommonContent } from './common-content.js';

/**
 * `com.apple.ldap.account`
 * Since iOS 4.0, macOS 10.7, visionOS 1.1.
 * Not for tvOS, watchOS.
 * Not in the device channel on macOS.
 * User enrolment: allowed on iOS, macOS, visionOS.
 * Shared iPad: allowed.
 */
export interface LdapAccountContent extends CommonContent {
  readonly PayloadType?: 'com.apple.ldap.account' | undefined;
  readonly LDAPAccountDescription?: string | undefined;
  readonly LDAPAccountHostName: string;
  readonly LDAPAccountUserName?: string | undefined;
  /** Secret. */
  readonly LDAPAccountPassword?: string | undefined;
  /** Default: `true`. */
  readonly LDAPAccountUseSSL?: boolean | undefined;
  readonly LDAPSearchSettings?: readonly {
    readonly LDAPSearchSettingDescription?: string | undefined;
    readonly LDAPSearchSettingSearchBase: string;
    /** Default: `LDAPSearchSettingScopeSubtree`. */
    readonly LDAPSearchSettingScope?: 'LDAPSearchSettingScopeBase' | 'LDAPSearchSettingScopeOneLevel' | 'LDAPSearchSettingScopeSubtree' | undefined;
  }[] | undefined;
  /**
   * Since iOS 14.0.
   * Not for macOS.
   */
  readonly VPNUUID?: string | undefined;
}
