// Written by `npm run generate` from schemas/com.apple.relay.managed.schema.json. Do not edit.
import type { CommonContent } from './common-content.js';

/**
 * `com.apple.relay.managed`
 * Since iOS 17.0, macOS 14.0, tvOS 17.0, visionOS 1.0.
 * Not for watchOS.
 * Deprecated in iOS 27.0, macOS 27.0, visionOS 27.0.
 * User enrolment: allowed on iOS, visionOS.
 * User enrolment: forbidden on macOS.
 * Shared iPad: allowed.
 */
export interface RelayManagedContent<Pkcs12 = never, Scep = never, Acme = never, AdCertificate = never> extends CommonContent {
  readonly PayloadType?: 'com.apple.relay.managed' | undefined;
  readonly Relays: readonly {
    readonly HTTP3RelayURL?: string | undefined;
    readonly HTTP2RelayURL?: string | undefined;
    readonly AdditionalHTTPHeaderFields?: {
      readonly [key: string]: string | undefined;
    } | undefined;
    /** Form: `^[0-9A-Za-z]{8}-[0-9A-Za-z]{4}-[0-9A-Za-z]{4}-[0-9A-Za-z]{4}-[0-9A-Za-z]{12}$`. */
    readonly PayloadCertificateUUID?: string | Pkcs12 | Scep | Acme | AdCertificate | undefined;
    readonly RawPublicKeys?: readonly Uint8Array[] | undefined;
  }[];
  readonly MatchDomains?: readonly string[] | undefined;
  readonly ExcludedDomains?: readonly string[] | undefined;
  /** Since iOS 18.4, macOS 15.4, tvOS 18.4, visionOS 2.4. */
  readonly MatchFQDNs?: readonly string[] | undefined;
  /** Since iOS 18.4, macOS 15.4, tvOS 18.4, visionOS 2.4. */
  readonly ExcludedFQDNs?: readonly string[] | undefined;
  /** Not for macOS. */
  readonly RelayUUID?: string | undefined;
  /**
   * Since iOS 26.0, macOS 26.0, tvOS 26.0, visionOS 26.0.
   * Default: `true`.
   */
  readonly UIToggleEnabled?: boolean | undefined;
  /**
   * Since iOS 26.0, macOS 26.0, tvOS 26.0, visionOS 26.0.
   * Default: `false`.
   */
  readonly AllowDNSFailover?: boolean | undefined;
}
