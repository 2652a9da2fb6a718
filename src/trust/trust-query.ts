import type { PlatformVersion } from '../device/platform.js';
import type { Issue } from '../diagnostics/issue.js';
import type { Certificate } from '../pki/certificate.js';

/**
 * Why a certificate is trusted: `system` came with the operating system, `app` was given by the app that asks, `user` was
 * trusted by the user or an administrator (the switch is on, or MDM or Configurator delivered it), `installed` was
 * installed by hand and its switch is still off (on a Mac: it is not yet set to Always Trust). Before iOS 10.3, where there
 * is no switch, the last counts as `user`.
 */
export type AnchorSource = 'system' | 'app' | 'user' | 'installed';

export interface TrustAnchor {
  readonly certificate: Certificate;
  readonly source: AnchorSource;
}

/**
 * What the chain is to serve for: `basic` is signatures and the like, `tls-server` a TLS server, `eap-server` a RADIUS
 * server in 802.1X, whose `names` are those of TLSTrustedServerNames.
 */
export type TrustPolicy =
  | { readonly kind: 'basic' }
  | { readonly kind: 'tls-server'; readonly hostname?: string }
  | { readonly kind: 'eap-server'; readonly names?: readonly string[] };

/** Work is counted; each limit is checked before the work. */
export interface PathLimits {
  /** 200 unless given. */
  readonly maxSignatureChecks?: number;
  /** Certificates in a path, both ends included; 10 unless given. */
  readonly maxPathLength?: number;
  /** Certificates that are looked at as a possible issuer, counted each time; 1000 unless given. */
  readonly maxCertificates?: number;
  /** Comparisons of names with the nameConstraints above them, in each path; 100,000 unless given. */
  readonly maxNameComparisons?: number;
  /** Paths that are judged whole; 50 unless given. */
  readonly maxPaths?: number;
}

export interface TrustQuery {
  /** The certificate in question first, then what came with it, in any order. */
  readonly chain: readonly Certificate[];
  readonly anchors: readonly TrustAnchor[];
  readonly policy: TrustPolicy;
  /** The time at which every certificate of the path must be valid; now unless given. */
  readonly at?: Date;
  /** The newest iOS unless given. */
  readonly platform?: PlatformVersion;
  readonly limits?: PathLimits;
}

/** The work that was done. */
export interface Considered {
  readonly paths: number;
  readonly certificates: number;
  readonly signatureChecks: number;
}

export interface TrustResult {
  /**
   * `trusted`: a device takes it. `after-switch`: it will, as soon as the person turns the switch on in Certificate Trust
   * Settings, or sets the root to Always Trust on a Mac. `refused`: it will not, and the issues of severity error say why.
   */
  readonly verdict: 'trusted' | 'after-switch' | 'refused';
  /** The best path that was found, the certificate in question first. It ends in an anchor, unless the verdict is `refused`. */
  readonly path: readonly Certificate[];
  /** About that path. Warnings and remarks stand beside any verdict. */
  readonly issues: readonly Issue[];
  readonly considered: Considered;
}
