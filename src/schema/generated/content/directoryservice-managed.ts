// Written by `npm run generate` from schemas/com.apple.DirectoryService.managed.schema.json. Do not edit.
import type { CommonContent } from './common-content.js';

/**
 * `com.apple.DirectoryService.managed`
 * Since macOS 10.8.
 * Not for iOS, tvOS, visionOS, watchOS.
 * Not in the user channel on macOS.
 * User enrolment: allowed on macOS.
 */
export interface DirectoryServiceManagedContent extends CommonContent {
  readonly PayloadType?: 'com.apple.DirectoryService.managed' | undefined;
  readonly HostName: string;
  readonly UserName?: string | undefined;
  /** Secret. */
  readonly Password?: string | undefined;
  readonly ClientID?: string | undefined;
  readonly Description?: string | undefined;
  readonly ADOrganizationalUnit?: string | undefined;
  readonly ADMountStyle?: string | undefined;
  /**
   * Since macOS 10.9.
   * Default: `false`.
   */
  readonly ADCreateMobileAccountAtLoginFlag?: boolean | undefined;
  /** Default: `false`. */
  readonly ADCreateMobileAccountAtLogin?: boolean | undefined;
  /**
   * Since macOS 10.9.
   * Default: `false`.
   */
  readonly ADWarnUserBeforeCreatingMAFlag?: boolean | undefined;
  /** Default: `false`. */
  readonly ADWarnUserBeforeCreatingMA?: boolean | undefined;
  /**
   * Since macOS 10.9.
   * Default: `false`.
   */
  readonly ADForceHomeLocalFlag?: boolean | undefined;
  /** Default: `false`. */
  readonly ADForceHomeLocal?: boolean | undefined;
  /**
   * Since macOS 10.9.
   * Default: `false`.
   */
  readonly ADUseWindowsUNCPathFlag?: boolean | undefined;
  /** Default: `false`. */
  readonly ADUseWindowsUNCPath?: boolean | undefined;
  /**
   * Since macOS 10.9.
   * Default: `false`.
   */
  readonly ADAllowMultiDomainAuthFlag?: boolean | undefined;
  /** Default: `false`. */
  readonly ADAllowMultiDomainAuth?: boolean | undefined;
  /** Default: `false`. */
  readonly ADDefaultUserShellFlag?: boolean | undefined;
  readonly ADDefaultUserShell?: string | undefined;
  /** Default: `false`. */
  readonly ADMapUIDAttributeFlag?: boolean | undefined;
  readonly ADMapUIDAttribute?: string | undefined;
  /** Default: `false`. */
  readonly ADMapGIDAttributeFlag?: boolean | undefined;
  readonly ADMapGIDAttribute?: string | undefined;
  /** Default: `false`. */
  readonly ADMapGGIDAttributeFlag?: boolean | undefined;
  readonly ADMapGGIDAttribute?: string | undefined;
  /** Default: `false`. */
  readonly ADPreferredDCServerFlag?: boolean | undefined;
  readonly ADPreferredDCServer?: string | undefined;
  /** Default: `false`. */
  readonly ADDomainAdminGroupListFlag?: boolean | undefined;
  readonly ADDomainAdminGroupList?: readonly string[] | undefined;
  /** Default: `false`. */
  readonly ADNamespaceFlag?: boolean | undefined;
  readonly ADNamespace?: string | undefined;
  /**
   * Since macOS 10.8.
   * Default: `false`.
   */
  readonly ADPacketSignFlag?: boolean | undefined;
  readonly ADPacketSign?: string | undefined;
  /** Default: `false`. */
  readonly ADPacketEncryptFlag?: boolean | undefined;
  readonly ADPacketEncrypt?: string | undefined;
  /** Default: `false`. */
  readonly ADRestrictDDNSFlag?: boolean | undefined;
  /** Since macOS 10.8. */
  readonly ADRestrictDDNS?: readonly string[] | undefined;
  /** Default: `false`. */
  readonly ADTrustChangePassIntervalDaysFlag?: boolean | undefined;
  readonly ADTrustChangePassIntervalDays?: number | bigint | undefined;
}
