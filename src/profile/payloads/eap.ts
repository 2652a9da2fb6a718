import type { CertificateInput } from '../../pki/read-certificates.js';
import type { Identity } from '../identity.js';
import {
  certificates,
  choice,
  choices,
  flag,
  identity,
  number,
  text,
  texts,
  type OptionTable,
} from './option-table.js';

export type EapType = 'tls' | 'leap' | 'sim' | 'ttls' | 'aka' | 'peap' | 'fast';
export type TlsVersion = '1.0' | '1.1' | '1.2' | '1.3';

/** 802.1X: how a device proves who it is to a network, and whom it believes. In Apple's keys, EAPClientConfiguration. */
export interface EapOptions {
  /** AcceptEAPTypes: what the device accepts. */
  readonly types: readonly EapType[];
  /** PayloadCertificateAnchorUUID: the roots or certificates that the authentication server may chain to. */
  readonly trust?: CertificateInput;
  /** TLSTrustedServerNames: the names that the server's certificate may have, `*.example.com` included. */
  readonly serverNames?: readonly string[];
  /** PayloadCertificateUUID: the client's identity, for EAP-TLS. */
  readonly identity?: Identity;
  /** UserName; asked for at the first connection unless given. */
  readonly username?: string;
  /** UserPassword; asked for at the first connection unless given. */
  readonly password?: string;
  /** OneTimeUserPassword: asks for the password at each connection. False unless given. */
  readonly oneTimePassword?: boolean;
  /** OuterIdentity: the name outside of the tunnel of TTLS, PEAP and EAP-FAST, where anybody can read it. */
  readonly outerIdentity?: string;
  /** TTLSInnerAuthentication. `MSCHAPv2` unless given. */
  readonly ttlsInnerAuthentication?: 'PAP' | 'EAP' | 'CHAP' | 'MSCHAP' | 'MSCHAPv2';
  /** TLSMinimumVersion. `1.0` unless given. */
  readonly tlsMinimumVersion?: TlsVersion;
  /** TLSMaximumVersion. `1.2` unless given. */
  readonly tlsMaximumVersion?: TlsVersion;
  /**
   * TLSCertificateIsRequired: true demands a certificate of the client with TTLS, PEAP and EAP-FAST too, false demands none with
   * EAP-TLS. False unless given, and true for EAP-TLS.
   */
  readonly clientCertificateRequired?: boolean;
  /** EAPFASTUsePAC. False unless given. */
  readonly fastUsePac?: boolean;
  /** EAPFASTProvisionPAC. False unless given. */
  readonly fastProvisionPac?: boolean;
  /** EAPFASTProvisionPACAnonymously. False unless given. */
  readonly fastProvisionPacAnonymously?: boolean;
  /** EAPSIMNumberOfRANDs. 3 unless given. */
  readonly simNumberOfRands?: 2 | 3;
  /** SystemModeCredentialsSource: `ActiveDirectory` for the credentials of a Mac in a directory. */
  readonly systemModeCredentialsSource?: string;
  /** SystemModeUseOpenDirectoryCredentials. False unless given. */
  readonly systemModeUseOpenDirectoryCredentials?: boolean;
}

export const tlsVersions = ['1.0', '1.1', '1.2', '1.3'] as const;

/** The EAP method types of IANA's registry, as they are numbered there. */
const eapTypes = { tls: 13, leap: 17, sim: 18, ttls: 21, aka: 23, peap: 25, fast: 43 } as const;

/** What the options write, below EAPClientConfiguration. */
export const eapTable: OptionTable<EapOptions> = {
  types: choices('AcceptEAPTypes', eapTypes),
  trust: certificates('PayloadCertificateAnchorUUID'),
  serverNames: texts('TLSTrustedServerNames'),
  identity: identity('/PayloadCertificateUUID'),
  username: text('UserName'),
  password: text('UserPassword'),
  oneTimePassword: flag('OneTimeUserPassword'),
  outerIdentity: text('OuterIdentity'),
  ttlsInnerAuthentication: choice('TTLSInnerAuthentication', ['PAP', 'EAP', 'CHAP', 'MSCHAP', 'MSCHAPv2']),
  tlsMinimumVersion: choice('TLSMinimumVersion', tlsVersions),
  tlsMaximumVersion: choice('TLSMaximumVersion', tlsVersions),
  clientCertificateRequired: flag('TLSCertificateIsRequired'),
  fastUsePac: flag('EAPFASTUsePAC'),
  fastProvisionPac: flag('EAPFASTProvisionPAC'),
  fastProvisionPacAnonymously: flag('EAPFASTProvisionPACAnonymously'),
  simNumberOfRands: number('EAPSIMNumberOfRANDs'),
  systemModeCredentialsSource: text('SystemModeCredentialsSource'),
  systemModeUseOpenDirectoryCredentials: flag('SystemModeUseOpenDirectoryCredentials'),
};
