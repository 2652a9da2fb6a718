// Written by `npm run generate` from schemas/com.apple.MCX.FileVault2.schema.json. Do not edit.
import type { CommonContent } from './common-content.js';

/**
 * `com.apple.MCX.FileVault2`
 * Since macOS 10.9.
 * Not for iOS, tvOS, visionOS, watchOS.
 * Needs user-approved MDM on macOS.
 * Only in one payload on macOS.
 * Not in the user channel on macOS.
 * User enrolment: forbidden on macOS.
 */
export interface MCXFileVault2Content<Certificate = never> extends CommonContent {
  readonly PayloadType?: 'com.apple.MCX.FileVault2' | undefined;
  readonly Enable: 'On' | 'Off';
  /** Default: `false`. */
  readonly Defer?: boolean | undefined;
  /** Default: `false`. */
  readonly UserEntersMissingInfo?: boolean | undefined;
  /** Default: `true`. */
  readonly UseRecoveryKey?: boolean | undefined;
  /** Default: `true`. */
  readonly ShowRecoveryKey?: boolean | undefined;
  readonly OutputPath?: string | undefined;
  readonly Certificate?: Uint8Array | undefined;
  readonly PayloadCertificateUUID?: string | Certificate | undefined;
  readonly Username?: string | undefined;
  /** Secret. */
  readonly Password?: string | undefined;
  /** Default: `false`. */
  readonly UseKeychain?: boolean | undefined;
  /** Range: -1 to 9999. */
  readonly DeferForceAtUserLoginMaxBypassAttempts?: number | bigint | undefined;
  /**
   * Since macOS 10.10.
   * Default: `false`.
   */
  readonly DeferDontAskAtUserLogout?: boolean | undefined;
  /**
   * Since macOS 14.0.
   * Needs automated enrolment on macOS.
   * Not to be installed by hand on macOS.
   * Default: `false`.
   */
  readonly ForceEnableInSetupAssistant?: boolean | undefined;
}
