// Written by `npm run generate` from schemas/com.apple.dnsSettings.managed.schema.json. Do not edit.
import type { CommonContent } from './common-content.js';

/**
 * `com.apple.dnsSettings.managed`
 * Since iOS 14.0, macOS 11.0, visionOS 1.0.
 * Not for tvOS, watchOS.
 * Deprecated in iOS 27.0, macOS 27.0, visionOS 27.0.
 * Not in the user channel on macOS.
 * User enrolment: forbidden on iOS, macOS, visionOS.
 * Shared iPad: allowed.
 * @deprecated on all systems
 */
export interface DnsSettingsManagedContent<Pkcs12 = never, Scep = never, Acme = never, AdCertificate = never> extends CommonContent {
  readonly PayloadType?: 'com.apple.dnsSettings.managed' | undefined;
  readonly DNSSettings: {
    readonly DNSProtocol: 'HTTPS' | 'TLS';
    readonly ServerURL?: string | undefined;
    readonly ServerName?: string | undefined;
    readonly ServerAddresses?: readonly string[] | undefined;
    /**
     * Since iOS 26.0, macOS 26.0, visionOS 26.0.
     * Default: `false`.
     */
    readonly AllowFailover?: boolean | undefined;
    /**
     * Since iOS 16.0, macOS 13.0.
     * Form: `^[0-9A-Za-z]{8}-[0-9A-Za-z]{4}-[0-9A-Za-z]{4}-[0-9A-Za-z]{4}-[0-9A-Za-z]{12}$`.
     */
    readonly PayloadCertificateUUID?: string | Pkcs12 | Scep | Acme | AdCertificate | undefined;
    readonly SupplementalMatchDomains?: readonly string[] | undefined;
  };
  readonly OnDemandRules?: readonly {
    readonly Action: 'Connect' | 'Disconnect' | 'EvaluateConnection';
    readonly ActionParameters?: readonly {
      readonly Domains: readonly string[];
      readonly DomainAction: 'NeverConnect' | 'ConnectIfNeeded';
    }[] | undefined;
    readonly DNSDomainMatch?: readonly string[] | undefined;
    readonly DNSServerAddressMatch?: readonly string[] | undefined;
    readonly InterfaceTypeMatch?: 'Ethernet' | 'WiFi' | 'Cellular' | undefined;
    readonly SSIDMatch?: readonly string[] | undefined;
    readonly URLStringProbe?: string | undefined;
  }[] | undefined;
  /**
   * Needs supervision on iOS, macOS, visionOS.
   * User enrolment: forbidden on iOS, macOS, visionOS.
   * Default: `false`.
   */
  readonly ProhibitDisablement?: boolean | undefined;
}
