// Written by `npm run generate` from schemas/com.apple.vpn.managed.applayer.schema.json. Do not edit.
import type { CommonContent } from './common-content.js';

/**
 * `com.apple.vpn.managed.applayer`
 * Since iOS 7.0, macOS 10.9, visionOS 1.1, watchOS 10.0.
 * Not for tvOS.
 * Needs supervision on watchOS.
 * Needs no supervision on iOS, macOS, visionOS.
 * Not to be installed by hand on watchOS.
 * User enrolment: allowed on iOS, macOS, visionOS.
 * Shared iPad: allowed.
 */
export interface VpnManagedApplayerContent<Pkcs12 = never, Scep = never, Acme = never, AdCertificate = never> extends CommonContent {
  readonly PayloadType?: 'com.apple.vpn.managed.applayer' | undefined;
  readonly VPNUUID: string;
  /**
   * Since iOS 18.0.
   * Not for macOS, tvOS, visionOS.
   */
  readonly CellularSliceUUID?: string | undefined;
  /** Not for watchOS. */
  readonly SafariDomains?: readonly string[] | undefined;
  /**
   * Since iOS 13.0, macOS 10.15.
   * Not for visionOS, watchOS.
   * Deprecated in iOS 13.4.
   */
  readonly MailDomains?: readonly string[] | undefined;
  /**
   * Since iOS 13.0, macOS 10.15.
   * Not for visionOS, watchOS.
   * Deprecated in iOS 13.4.
   */
  readonly CalendarDomains?: readonly string[] | undefined;
  /**
   * Since iOS 13.0, macOS 10.15.
   * Not for visionOS, watchOS.
   * Deprecated in iOS 13.4.
   */
  readonly ContactsDomains?: readonly string[] | undefined;
  /** Since iOS 14.0, macOS 11.0. */
  readonly AssociatedDomains?: readonly string[] | undefined;
  /** Since iOS 14.0, macOS 11.0. */
  readonly ExcludedDomains?: readonly string[] | undefined;
  readonly OnDemandMatchAppEnabled?: boolean | undefined;
  /**
   * Since iOS 13.0.
   * Not for macOS, watchOS.
   */
  readonly SMBDomains?: readonly string[] | undefined;
  readonly VPNType: 'VPN' | 'L2TP' | 'IPSec' | 'IKEv2' | 'AlwaysOn' | 'TransparentProxy';
  readonly VPNSubType?: string | undefined;
  readonly UserDefinedName: string;
  readonly VendorConfig?: {
    readonly Realm?: string | undefined;
    readonly Role?: string | undefined;
    readonly Group?: string | undefined;
    readonly LoginGroupOrDomain?: string | undefined;
  } | undefined;
  readonly VPN?: {
    readonly AuthName?: string | undefined;
    /** Secret. */
    readonly AuthPassword?: string | undefined;
    readonly RemoteAddress: string;
    /** Default: `Password`. */
    readonly AuthenticationMethod?: 'Password' | 'Certificate' | 'Password+Certificate' | undefined;
    readonly PayloadCertificateUUID?: string | Pkcs12 | Scep | Acme | AdCertificate | undefined;
    readonly ProviderBundleIdentifier?: string | undefined;
    /**
     * Since macOS 10.15.
     * Not for iOS, visionOS.
     */
    readonly ProviderDesignatedRequirement?: string | undefined;
    /** Default: `0`. */
    readonly DisconnectOnIdle?: 0 | 1 | undefined;
    readonly DisconnectOnIdleTimer?: number | bigint | undefined;
    /** Default: `packet-tunnel`. */
    readonly ProviderType?: 'packet-tunnel' | 'app-proxy' | undefined;
    /**
     * Since iOS 14.0, macOS 10.15.
     * Not for tvOS.
     * Default: `0`.
     */
    readonly IncludeAllNetworks?: 0 | 1 | undefined;
    /**
     * Since iOS 14.2, macOS 11.0.
     * Default: `0`.
     */
    readonly EnforceRoutes?: 0 | 1 | undefined;
    /**
     * Since iOS 14.2, macOS 10.15.
     * Not for tvOS.
     */
    readonly ExcludeLocalNetworks?: 0 | 1 | undefined;
    /**
     * Since iOS 16.4, macOS 13.3.
     * Not for tvOS.
     * Default: `1`.
     */
    readonly ExcludeCellularServices?: 0 | 1 | undefined;
    /**
     * Since iOS 16.4, macOS 13.3.
     * Not for tvOS.
     * Default: `1`.
     */
    readonly ExcludeAPNs?: 0 | 1 | undefined;
    /**
     * Since iOS 17.4, macOS 14.4, visionOS 1.1.
     * Not for tvOS.
     * Default: `1`.
     */
    readonly ExcludeDeviceCommunication?: 0 | 1 | undefined;
    /** Default: `0`. */
    readonly OnDemandEnabled?: 0 | 1 | undefined;
    /**
     * Since iOS 14.0.
     * Not for macOS.
     * Default: `0`.
     */
    readonly OnDemandUserOverrideDisabled?: 0 | 1 | undefined;
    /** Deprecated in iOS 7.0. */
    readonly OnDemandMatchDomainsAlways?: readonly string[] | undefined;
    /** Deprecated in iOS 7.0. */
    readonly OnDemandMatchDomainsNever?: readonly string[] | undefined;
    /** Deprecated in iOS 7.0. */
    readonly OnDemandMatchDomainsOnRetry?: readonly string[] | undefined;
    readonly OnDemandRules?: readonly {
      readonly Action: 'Allow' | 'Connect' | 'Disconnect' | 'EvaluateConnection' | 'Ignore';
      readonly ActionParameters?: readonly {
        readonly Domains: readonly string[];
        readonly DomainAction: 'ConnectIfNeeded' | 'NeverConnect';
        readonly RequiredDNSServers?: readonly string[] | undefined;
        readonly RequiredURLStringProbe?: string | undefined;
      }[] | undefined;
      readonly DNSDomainMatch?: readonly string[] | undefined;
      readonly DNSServerAddressMatch?: readonly string[] | undefined;
      readonly InterfaceTypeMatch?: 'Ethernet' | 'WiFi' | 'Cellular' | undefined;
      readonly SSIDMatch?: readonly string[] | undefined;
      readonly URLStringProbe?: string | undefined;
    }[] | undefined;
  } | undefined;
  /** Not for tvOS. */
  readonly IPv4?: {
    /** Default: `0`. */
    readonly OverridePrimary?: 0 | 1 | undefined;
  } | undefined;
  /** Not for tvOS. */
  readonly PPP?: {
    readonly AuthName?: string | undefined;
    /** Secret. */
    readonly AuthPassword?: string | undefined;
    /** Default: `0`. */
    readonly TokenCard?: 0 | 1 | undefined;
    readonly CommRemoteAddress?: string | undefined;
    /** Number of items: 1. */
    readonly AuthEAPPlugins?: readonly ['EAP-RSA' | 'EAP-TLS' | 'EAP-KRB'] | undefined;
    /** Number of items: 1. */
    readonly AuthProtocol?: readonly ['EAP'] | undefined;
    readonly CCPMPPE40Enabled?: 0 | 1 | undefined;
    readonly CCPMPPE128Enabled?: 0 | 1 | undefined;
    readonly CCPEnabled?: 0 | 1 | undefined;
    /** Default: `0`. */
    readonly DisconnectOnIdle?: 0 | 1 | undefined;
    readonly DisconnectOnIdleTimer?: number | bigint | undefined;
  } | undefined;
  /** Not for tvOS. */
  readonly IPSec?: {
    readonly RemoteAddress?: string | undefined;
    /** Default: `SharedSecret`. */
    readonly AuthenticationMethod?: 'SharedSecret' | 'Certificate' | undefined;
    readonly XAuthName?: string | undefined;
    /** Secret. */
    readonly XAuthPassword?: string | undefined;
    readonly XAuthEnabled?: 0 | 1 | undefined;
    readonly XAuthPasswordEncryption?: 'Prompt' | undefined;
    readonly LocalIdentifier?: string | undefined;
    /** Default: `KeyID`. */
    readonly LocalIdentifierType?: 'KeyID' | undefined;
    /** Secret. */
    readonly SharedSecret?: Uint8Array | undefined;
    readonly PayloadCertificateUUID?: string | Pkcs12 | Scep | Acme | AdCertificate | undefined;
    /** Default: `false`. */
    readonly PromptForVPNPIN?: boolean | undefined;
    /** Default: `0`. */
    readonly DisconnectOnIdle?: 0 | 1 | undefined;
    readonly DisconnectOnIdleTimer?: number | bigint | undefined;
    /** Default: `0`. */
    readonly OnDemandEnabled?: 0 | 1 | undefined;
    /** Deprecated in iOS 7.0. */
    readonly OnDemandMatchDomainsAlways?: readonly string[] | undefined;
    /** Deprecated in iOS 7.0. */
    readonly OnDemandMatchDomainsNever?: readonly string[] | undefined;
    /** Deprecated in iOS 7.0. */
    readonly OnDemandMatchDomainsOnRetry?: readonly string[] | undefined;
    readonly OnDemandRules?: readonly {
      readonly Action: 'Allow' | 'Connect' | 'Disconnect' | 'EvaluateConnection' | 'Ignore';
      readonly ActionParameters?: readonly {
        readonly Domains: readonly string[];
        readonly DomainAction: 'ConnectIfNeeded' | 'NeverConnect';
        readonly RequiredDNSServers?: readonly string[] | undefined;
        readonly RequiredURLStringProbe?: string | undefined;
      }[] | undefined;
      readonly DNSDomainMatch?: readonly string[] | undefined;
      readonly DNSServerAddressMatch?: readonly string[] | undefined;
      readonly InterfaceTypeMatch?: 'Ethernet' | 'WiFi' | 'Cellular' | undefined;
      readonly SSIDMatch?: readonly string[] | undefined;
      readonly URLStringProbe?: string | undefined;
    }[] | undefined;
  } | undefined;
  /** Since watchOS 10.0. */
  readonly IKEv2?: {
    readonly RemoteAddress: string;
    readonly LocalIdentifier: string;
    readonly RemoteIdentifier: string;
    readonly AuthenticationMethod: 'None' | 'SharedSecret' | 'Certificate';
    /** Default: `RSA`. */
    readonly CertificateType?: 'RSA' | 'ECDSA256' | 'ECDSA384' | 'ECDSA521' | 'RSA-PSS' | undefined;
    readonly PayloadCertificateUUID?: string | Pkcs12 | Scep | Acme | AdCertificate | undefined;
    /** Secret. */
    readonly Password?: string | undefined;
    readonly ProviderBundleIdentifier?: string | undefined;
    /**
     * Since macOS 10.15.
     * Not for iOS, visionOS.
     */
    readonly ProviderDesignatedRequirement?: string | undefined;
    /** Secret. */
    readonly SharedSecret?: string | undefined;
    /** Default: `0`. */
    readonly ExtendedAuthEnabled?: 0 | 1 | undefined;
    readonly AuthName?: string | undefined;
    /** Secret. */
    readonly AuthPassword?: string | undefined;
    /** Default: `0`. */
    readonly OnDemandEnabled?: 0 | 1 | undefined;
    /**
     * Since iOS 14.0.
     * Not for macOS.
     * Default: `0`.
     */
    readonly OnDemandUserOverrideDisabled?: 0 | 1 | undefined;
    readonly OnDemandRules?: readonly {
      readonly Action: 'Allow' | 'Connect' | 'Disconnect' | 'EvaluateConnection' | 'Ignore';
      readonly ActionParameters?: readonly {
        readonly Domains: readonly string[];
        readonly DomainAction: 'ConnectIfNeeded' | 'NeverConnect';
        readonly RequiredDNSServers?: readonly string[] | undefined;
        readonly RequiredURLStringProbe?: string | undefined;
      }[] | undefined;
      readonly DNSDomainMatch?: readonly string[] | undefined;
      readonly DNSServerAddressMatch?: readonly string[] | undefined;
      readonly InterfaceTypeMatch?: 'Ethernet' | 'WiFi' | 'Cellular' | undefined;
      readonly SSIDMatch?: readonly string[] | undefined;
      readonly URLStringProbe?: string | undefined;
    }[] | undefined;
    /**
     * Not for watchOS.
     * Default: `Medium`.
     */
    readonly DeadPeerDetectionRate?: 'None' | 'Low' | 'Medium' | 'High' | undefined;
    readonly ServerCertificateIssuerCommonName?: string | undefined;
    readonly ServerCertificateCommonName?: string | undefined;
    /**
     * Since iOS 11.0, macOS 10.13.
     * Default: `1.0`.
     */
    readonly TLSMinimumVersion?: '1.0' | '1.1' | '1.2' | '1.3' | undefined;
    /**
     * Since iOS 11.0, macOS 10.13.
     * Default: `1.2`.
     */
    readonly TLSMaximumVersion?: '1.0' | '1.1' | '1.2' | '1.3' | undefined;
    /**
     * Since iOS 9.0.
     * Default: `0`.
     */
    readonly UseConfigurationAttributeInternalIPSubnet?: 0 | 1 | undefined;
    /**
     * Since iOS 9.0.
     * Default: `0`.
     */
    readonly DisableMOBIKE?: 0 | 1 | undefined;
    /**
     * Since iOS 9.0.
     * Default: `0`.
     */
    readonly DisableRedirect?: 0 | 1 | undefined;
    /** Default: `0`. */
    readonly DisconnectOnIdle?: 0 | 1 | undefined;
    readonly DisconnectOnIdleTimer?: number | bigint | undefined;
    /**
     * Since iOS 9.0.
     * Default: `1`.
     */
    readonly NATKeepAliveOffloadEnable?: 0 | 1 | undefined;
    /**
     * Since iOS 9.0.
     * Default: `20`.
     */
    readonly NATKeepAliveInterval?: number | bigint | undefined;
    /**
     * Since iOS 9.0.
     * Default: `0`.
     */
    readonly EnablePFS?: 0 | 1 | undefined;
    /**
     * Since iOS 9.0.
     * Default: `0`.
     */
    readonly EnableCertificateRevocationCheck?: 0 | 1 | undefined;
    /**
     * Since iOS 13.0.
     * Not for macOS, watchOS.
     * Default: `0`.
     */
    readonly EnableFallback?: 0 | 1 | undefined;
    /**
     * Since iOS 14.0, macOS 11.0.
     * Range: 1280 to 1400.
     * Default: `1280`.
     */
    readonly MTU?: number | bigint | undefined;
    /** Default: `packet-tunnel`. */
    readonly ProviderType?: 'packet-tunnel' | 'app-proxy' | undefined;
    /**
     * Since iOS 14.0, macOS 10.15.
     * Not for tvOS, watchOS.
     * Default: `0`.
     */
    readonly IncludeAllNetworks?: 0 | 1 | undefined;
    /**
     * Since iOS 14.2, macOS 11.0.
     * Not for watchOS.
     * Default: `0`.
     */
    readonly EnforceRoutes?: 0 | 1 | undefined;
    /**
     * Since iOS 14.2, macOS 10.15.
     * Not for tvOS, watchOS.
     * Default (iOS): `1`.
     * Default (macOS): `0`.
     */
    readonly ExcludeLocalNetworks?: 0 | 1 | undefined;
    /**
     * Since iOS 16.4, macOS 13.3.
     * Not for tvOS, watchOS.
     * Default: `1`.
     */
    readonly ExcludeCellularServices?: 0 | 1 | undefined;
    /**
     * Since iOS 16.4, macOS 13.3.
     * Not for tvOS, watchOS.
     * Default: `1`.
     */
    readonly ExcludeAPNs?: 0 | 1 | undefined;
    /**
     * Since iOS 17.4, macOS 14.4, visionOS 1.1.
     * Not for tvOS, watchOS.
     * Default: `1`.
     */
    readonly ExcludeDeviceCommunication?: 0 | 1 | undefined;
    /**
     * Since iOS 18.0, macOS 15.0, tvOS 18.0, visionOS 2.0, watchOS 11.0.
     * Secret.
     */
    readonly PPK?: Uint8Array | undefined;
    /** Since iOS 18.0, macOS 15.0, tvOS 18.0, visionOS 2.0, watchOS 11.0. */
    readonly PPKIdentifier?: string | undefined;
    /**
     * Since iOS 18.0, macOS 15.0, tvOS 18.0, visionOS 2.0, watchOS 11.0.
     * Default: `1`.
     */
    readonly PPKMandatory?: 0 | 1 | undefined;
    /**
     * Since iOS 26.0, macOS 26.0, tvOS 26.0, visionOS 26.0, watchOS 26.0.
     * Default: `0`.
     */
    readonly AllowPostQuantumKeyExchangeFallback?: 0 | 1 | undefined;
    /**
     * Since iOS 18.5, macOS 15.5, tvOS 18.5, visionOS 2.5, watchOS 11.5.
     * Default: `0`.
     */
    readonly EnforceStrictAlgorithmSelection?: 0 | 1 | undefined;
    readonly IKESecurityAssociationParameters?: {
      /**
       * Default: `AES-256`.
       * Default (watchOS, tvOS): `AES-256-GCM`.
       */
      readonly EncryptionAlgorithm?: 'DES' | '3DES' | 'AES-128' | 'AES-256' | 'AES-128-GCM' | 'AES-256-GCM' | 'ChaCha20Poly1305' | undefined;
      /** Default: `SHA2-256`. */
      readonly IntegrityAlgorithm?: 'SHA1-96' | 'SHA1-160' | 'SHA2-256' | 'SHA2-384' | 'SHA2-512' | undefined;
      /** Default: `14`. */
      readonly DiffieHellmanGroup?: 1 | 2 | 5 | 14 | 15 | 16 | 17 | 18 | 19 | 20 | 21 | 31 | 32 | undefined;
      /** Since iOS 26.0, macOS 26.0, tvOS 16.0, visionOS 26.0, watchOS 26.0. */
      readonly PostQuantumKeyExchangeMethods?: readonly (0 | 36 | 37)[] | undefined;
      /**
       * Range: 10 to 1440.
       * Default: `1440`.
       */
      readonly LifeTimeInMinutes?: number | bigint | undefined;
    } | undefined;
    readonly ChildSecurityAssociationParameters?: {
      /**
       * Default: `AES-256`.
       * Default (watchOS, tvOS): `AES-256-GCM`.
       */
      readonly EncryptionAlgorithm?: 'DES' | '3DES' | 'AES-128' | 'AES-256' | 'AES-128-GCM' | 'AES-256-GCM' | 'ChaCha20Poly1305' | undefined;
      /** Default: `SHA2-256`. */
      readonly IntegrityAlgorithm?: 'SHA1-96' | 'SHA1-160' | 'SHA2-256' | 'SHA2-384' | 'SHA2-512' | undefined;
      /** Default: `14`. */
      readonly DiffieHellmanGroup?: 1 | 2 | 5 | 14 | 15 | 16 | 17 | 18 | 19 | 20 | 21 | 31 | 32 | undefined;
      /** Since iOS 26.0, macOS 26.0, tvOS 16.0, visionOS 26.0, watchOS 26.0. */
      readonly PostQuantumKeyExchangeMethods?: readonly (0 | 36 | 37)[] | undefined;
      /**
       * Range: 10 to 1440.
       * Default: `1440`.
       */
      readonly LifeTimeInMinutes?: number | bigint | undefined;
    } | undefined;
  } | undefined;
  /** Since watchOS 10.0. */
  readonly DNS?: {
    /** Since iOS 14.0, macOS 11.0. */
    readonly DNSProtocol: 'Cleartext' | 'HTTPS' | 'TLS';
    /** Since iOS 14.0, macOS 11.0. */
    readonly ServerURL?: string | undefined;
    /** Since iOS 14.0, macOS 11.0. */
    readonly ServerName?: string | undefined;
    /** Since iOS 10.0, macOS 10.12. */
    readonly ServerAddresses?: readonly string[] | undefined;
    /** Since iOS 10.0, macOS 10.12. */
    readonly SearchDomains?: readonly string[] | undefined;
    /** Since iOS 10.0, macOS 10.12. */
    readonly DomainName?: string | undefined;
    /** Since iOS 10.0, macOS 10.12. */
    readonly SupplementalMatchDomains?: readonly string[] | undefined;
    /**
     * Since iOS 10.0, macOS 10.12.
     * Default: `0`.
     */
    readonly SupplementalMatchDomainsNoSearch?: 0 | 1 | undefined;
    /**
     * Since iOS 16.0, macOS 13.0.
     * Form: `^[0-9A-Za-z]{8}-[0-9A-Za-z]{4}-[0-9A-Za-z]{4}-[0-9A-Za-z]{4}-[0-9A-Za-z]{12}$`.
     */
    readonly PayloadCertificateUUID?: string | Pkcs12 | Scep | Acme | AdCertificate | undefined;
  } | undefined;
  /** Since watchOS 10.0. */
  readonly Proxies?: {
    readonly ProxyAutoConfigEnable?: 0 | 1 | undefined;
    /** Default: `1`. */
    readonly ProxyAutoDiscoveryEnable?: 0 | 1 | undefined;
    readonly ProxyAutoConfigURLString?: string | undefined;
    readonly SupplementalMatchDomains?: readonly string[] | undefined;
    /** Default: `0`. */
    readonly HTTPEnable?: 0 | 1 | undefined;
    readonly HTTPProxy?: string | undefined;
    /** Range: 0 to 65535. */
    readonly HTTPPort?: number | bigint | undefined;
    readonly HTTPProxyUsername?: string | undefined;
    /** Secret. */
    readonly HTTPProxyPassword?: string | undefined;
    /** Default: `0`. */
    readonly HTTPSEnable?: 0 | 1 | undefined;
    readonly HTTPSProxy?: string | undefined;
    /** Range: 0 to 65535. */
    readonly HTTPSPort?: number | bigint | undefined;
  } | undefined;
  /**
   * Since iOS 8.0.
   * Not for macOS, tvOS.
   */
  readonly AlwaysOn?: {
    /** Default: `0`. */
    readonly UIToggleEnabled?: 0 | 1 | undefined;
    readonly TunnelConfigurations: readonly {
      readonly RemoteAddress?: string | undefined;
      readonly LocalIdentifier?: string | undefined;
      readonly RemoteIdentifier?: string | undefined;
      readonly AuthenticationMethod?: 'None' | 'SharedSecret' | 'Certificate' | undefined;
      /** Default: `RSA`. */
      readonly CertificateType?: 'RSA' | 'ECDSA256' | 'ECDSA384' | 'ECDSA521' | 'RSA-PSS' | undefined;
      readonly PayloadCertificateUUID?: string | Pkcs12 | Scep | Acme | AdCertificate | undefined;
      /** Secret. */
      readonly Password?: string | undefined;
      readonly ProviderBundleIdentifier?: string | undefined;
      /**
       * Since macOS 10.15.
       * Not for iOS, visionOS.
       */
      readonly ProviderDesignatedRequirement?: string | undefined;
      /** Secret. */
      readonly SharedSecret?: string | undefined;
      /** Default: `0`. */
      readonly ExtendedAuthEnabled?: 0 | 1 | undefined;
      readonly AuthName?: string | undefined;
      /** Secret. */
      readonly AuthPassword?: string | undefined;
      /** Default: `0`. */
      readonly OnDemandEnabled?: 0 | 1 | undefined;
      /**
       * Since iOS 14.0.
       * Not for macOS.
       * Default: `0`.
       */
      readonly OnDemandUserOverrideDisabled?: 0 | 1 | undefined;
      readonly OnDemandRules?: readonly {
        readonly Action: 'Allow' | 'Connect' | 'Disconnect' | 'EvaluateConnection' | 'Ignore';
        readonly ActionParameters?: readonly {
          readonly Domains: readonly string[];
          readonly DomainAction: 'ConnectIfNeeded' | 'NeverConnect';
          readonly RequiredDNSServers?: readonly string[] | undefined;
          readonly RequiredURLStringProbe?: string | undefined;
        }[] | undefined;
        readonly DNSDomainMatch?: readonly string[] | undefined;
        readonly DNSServerAddressMatch?: readonly string[] | undefined;
        readonly InterfaceTypeMatch?: 'Ethernet' | 'WiFi' | 'Cellular' | undefined;
        readonly SSIDMatch?: readonly string[] | undefined;
        readonly URLStringProbe?: string | undefined;
      }[] | undefined;
      /**
       * Not for watchOS.
       * Default: `Medium`.
       */
      readonly DeadPeerDetectionRate?: 'None' | 'Low' | 'Medium' | 'High' | undefined;
      readonly ServerCertificateIssuerCommonName?: string | undefined;
      readonly ServerCertificateCommonName?: string | undefined;
      /**
       * Since iOS 11.0, macOS 10.13.
       * Default: `1.0`.
       */
      readonly TLSMinimumVersion?: '1.0' | '1.1' | '1.2' | '1.3' | undefined;
      /**
       * Since iOS 11.0, macOS 10.13.
       * Default: `1.2`.
       */
      readonly TLSMaximumVersion?: '1.0' | '1.1' | '1.2' | '1.3' | undefined;
      /**
       * Since iOS 9.0.
       * Default: `0`.
       */
      readonly UseConfigurationAttributeInternalIPSubnet?: 0 | 1 | undefined;
      /**
       * Since iOS 9.0.
       * Default: `0`.
       */
      readonly DisableMOBIKE?: 0 | 1 | undefined;
      /**
       * Since iOS 9.0.
       * Default: `0`.
       */
      readonly DisableRedirect?: 0 | 1 | undefined;
      /** Default: `0`. */
      readonly DisconnectOnIdle?: 0 | 1 | undefined;
      readonly DisconnectOnIdleTimer?: number | bigint | undefined;
      /**
       * Since iOS 9.0.
       * Default: `1`.
       */
      readonly NATKeepAliveOffloadEnable?: 0 | 1 | undefined;
      /**
       * Since iOS 9.0.
       * Default: `20`.
       */
      readonly NATKeepAliveInterval?: number | bigint | undefined;
      /**
       * Since iOS 9.0.
       * Default: `0`.
       */
      readonly EnablePFS?: 0 | 1 | undefined;
      /**
       * Since iOS 9.0.
       * Default: `0`.
       */
      readonly EnableCertificateRevocationCheck?: 0 | 1 | undefined;
      /**
       * Since iOS 13.0.
       * Not for macOS, watchOS.
       * Default: `0`.
       */
      readonly EnableFallback?: 0 | 1 | undefined;
      /**
       * Since iOS 14.0, macOS 11.0.
       * Range: 1280 to 1400.
       * Default: `1280`.
       */
      readonly MTU?: number | bigint | undefined;
      /** Default: `packet-tunnel`. */
      readonly ProviderType?: 'packet-tunnel' | 'app-proxy' | undefined;
      /**
       * Since iOS 14.0, macOS 10.15.
       * Not for tvOS, watchOS.
       * Default: `0`.
       */
      readonly IncludeAllNetworks?: 0 | 1 | undefined;
      /**
       * Since iOS 14.2, macOS 11.0.
       * Not for watchOS.
       * Default: `0`.
       */
      readonly EnforceRoutes?: 0 | 1 | undefined;
      /**
       * Since iOS 14.2, macOS 10.15.
       * Not for tvOS, watchOS.
       * Default (iOS): `1`.
       * Default (macOS): `0`.
       */
      readonly ExcludeLocalNetworks?: 0 | 1 | undefined;
      /**
       * Since iOS 16.4, macOS 13.3.
       * Not for tvOS, watchOS.
       * Default: `1`.
       */
      readonly ExcludeCellularServices?: 0 | 1 | undefined;
      /**
       * Since iOS 16.4, macOS 13.3.
       * Not for tvOS, watchOS.
       * Default: `1`.
       */
      readonly ExcludeAPNs?: 0 | 1 | undefined;
      /**
       * Since iOS 17.4, macOS 14.4, visionOS 1.1.
       * Not for tvOS, watchOS.
       * Default: `1`.
       */
      readonly ExcludeDeviceCommunication?: 0 | 1 | undefined;
      /**
       * Since iOS 18.0, macOS 15.0, tvOS 18.0, visionOS 2.0, watchOS 11.0.
       * Secret.
       */
      readonly PPK?: Uint8Array | undefined;
      /** Since iOS 18.0, macOS 15.0, tvOS 18.0, visionOS 2.0, watchOS 11.0. */
      readonly PPKIdentifier?: string | undefined;
      /**
       * Since iOS 18.0, macOS 15.0, tvOS 18.0, visionOS 2.0, watchOS 11.0.
       * Default: `1`.
       */
      readonly PPKMandatory?: 0 | 1 | undefined;
      /**
       * Since iOS 26.0, macOS 26.0, tvOS 26.0, visionOS 26.0, watchOS 26.0.
       * Default: `0`.
       */
      readonly AllowPostQuantumKeyExchangeFallback?: 0 | 1 | undefined;
      /**
       * Since iOS 18.5, macOS 15.5, tvOS 18.5, visionOS 2.5, watchOS 11.5.
       * Default: `0`.
       */
      readonly EnforceStrictAlgorithmSelection?: 0 | 1 | undefined;
      readonly IKESecurityAssociationParameters?: {
        /**
         * Default: `AES-256`.
         * Default (watchOS, tvOS): `AES-256-GCM`.
         */
        readonly EncryptionAlgorithm?: 'DES' | '3DES' | 'AES-128' | 'AES-256' | 'AES-128-GCM' | 'AES-256-GCM' | 'ChaCha20Poly1305' | undefined;
        /** Default: `SHA2-256`. */
        readonly IntegrityAlgorithm?: 'SHA1-96' | 'SHA1-160' | 'SHA2-256' | 'SHA2-384' | 'SHA2-512' | undefined;
        /** Default: `14`. */
        readonly DiffieHellmanGroup?: 1 | 2 | 5 | 14 | 15 | 16 | 17 | 18 | 19 | 20 | 21 | 31 | 32 | undefined;
        /** Since iOS 26.0, macOS 26.0, tvOS 16.0, visionOS 26.0, watchOS 26.0. */
        readonly PostQuantumKeyExchangeMethods?: readonly (0 | 36 | 37)[] | undefined;
        /**
         * Range: 10 to 1440.
         * Default: `1440`.
         */
        readonly LifeTimeInMinutes?: number | bigint | undefined;
      } | undefined;
      readonly ChildSecurityAssociationParameters?: {
        /**
         * Default: `AES-256`.
         * Default (watchOS, tvOS): `AES-256-GCM`.
         */
        readonly EncryptionAlgorithm?: 'DES' | '3DES' | 'AES-128' | 'AES-256' | 'AES-128-GCM' | 'AES-256-GCM' | 'ChaCha20Poly1305' | undefined;
        /** Default: `SHA2-256`. */
        readonly IntegrityAlgorithm?: 'SHA1-96' | 'SHA1-160' | 'SHA2-256' | 'SHA2-384' | 'SHA2-512' | undefined;
        /** Default: `14`. */
        readonly DiffieHellmanGroup?: 1 | 2 | 5 | 14 | 15 | 16 | 17 | 18 | 19 | 20 | 21 | 31 | 32 | undefined;
        /** Since iOS 26.0, macOS 26.0, tvOS 16.0, visionOS 26.0, watchOS 26.0. */
        readonly PostQuantumKeyExchangeMethods?: readonly (0 | 36 | 37)[] | undefined;
        /**
         * Range: 10 to 1440.
         * Default: `1440`.
         */
        readonly LifeTimeInMinutes?: number | bigint | undefined;
      } | undefined;
      readonly ProtocolType: 'IKEv2';
      readonly Interfaces?: readonly ('Cellular' | 'WiFi')[] | undefined;
    }[];
    readonly ServiceExceptions?: readonly {
      readonly ServiceName: 'VoiceMail' | 'AirPrint' | 'CellularServices' | 'DeviceCommunication';
      readonly Action: 'Allow' | 'Drop';
    }[] | undefined;
    /** Since iOS 13.6. */
    readonly ApplicationExceptions?: readonly {
      readonly BundleIdentifier: string;
      readonly LimitToProtocols?: readonly 'UDP'[] | undefined;
    }[] | undefined;
    /** Default: `0`. */
    readonly AllowCaptiveWebSheet?: 0 | 1 | undefined;
    /** Default: `0`. */
    readonly AllowAllCaptiveNetworkPlugins?: 0 | 1 | undefined;
    readonly AllowedCaptiveNetworkPlugins?: readonly {
      readonly BundleIdentifier: string;
    }[] | undefined;
  } | undefined;
  /**
   * Since macOS 14.0.
   * Not for iOS, tvOS, visionOS.
   */
  readonly TransparentProxy?: {
    /** Default: `Password`. */
    readonly AuthenticationMethod?: 'Password' | 'Certificate' | 'Password+Certificate' | undefined;
    /** Default: `0`. */
    readonly DisconnectOnIdle?: 0 | 1 | undefined;
    readonly DisconnectOnIdleTimer?: number | bigint | undefined;
    /** Default: `0`. */
    readonly EnforceRoutes?: 0 | 1 | undefined;
    /** Default: `0`. */
    readonly OnDemandEnabled?: 0 | 1 | undefined;
    readonly OnDemandRules?: readonly {
      readonly Action: 'Allow' | 'Connect' | 'Disconnect' | 'EvaluateConnection' | 'Ignore';
      readonly ActionParameters?: readonly {
        readonly Domains: readonly string[];
        readonly DomainAction: 'ConnectIfNeeded' | 'NeverConnect';
        readonly RequiredDNSServers?: readonly string[] | undefined;
        readonly RequiredURLStringProbe?: string | undefined;
      }[] | undefined;
      readonly DNSDomainMatch?: readonly string[] | undefined;
      readonly DNSServerAddressMatch?: readonly string[] | undefined;
      readonly InterfaceTypeMatch?: 'Ethernet' | 'WiFi' | 'Cellular' | undefined;
      readonly SSIDMatch?: readonly string[] | undefined;
      readonly URLStringProbe?: string | undefined;
    }[] | undefined;
    readonly PayloadCertificateUUID?: string | Pkcs12 | Scep | Acme | AdCertificate | undefined;
    /** Secret. */
    readonly Password?: string | undefined;
    readonly ProviderBundleIdentifier?: string | undefined;
    readonly ProviderDesignatedRequirement?: string | undefined;
    /** Default: `packet-tunnel`. */
    readonly ProviderType?: 'packet-tunnel' | 'app-proxy' | undefined;
    readonly Order?: number | bigint | undefined;
  } | undefined;
}
