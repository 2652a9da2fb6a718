import type { Identity } from '../identity.js';
import { tlsVersions, type TlsVersion } from './eap.js';
import { bit, bytes, choice, count, group, identity, number, numbers, text, type OptionTable } from './option-table.js';
import { vpnRoutingTable, type VpnRoutingOptions } from './vpn-routing.js';

/** How one of the two security associations of IKEv2 is protected. */
export interface Ikev2ProtectionOptions {
  /** EncryptionAlgorithm. `AES-256` unless given, on watchOS and tvOS `AES-256-GCM`. */
  readonly encryption?: 'DES' | '3DES' | 'AES-128' | 'AES-256' | 'AES-128-GCM' | 'AES-256-GCM' | 'ChaCha20Poly1305';
  /** IntegrityAlgorithm. `SHA2-256` unless given. */
  readonly integrity?: 'SHA1-96' | 'SHA1-160' | 'SHA2-256' | 'SHA2-384' | 'SHA2-512';
  /** DiffieHellmanGroup. 14 unless given. */
  readonly diffieHellmanGroup?: 1 | 2 | 5 | 14 | 15 | 16 | 17 | 18 | 19 | 20 | 21 | 31 | 32;
  /** PostQuantumKeyExchangeMethods: 36 is ML-KEM-768, 37 is ML-KEM-1024, 0 is none. */
  readonly postQuantumMethods?: readonly (0 | 36 | 37)[];
  /** LifeTimeInMinutes, from 10 to 1440. 1440 unless given. */
  readonly lifetimeMinutes?: number;
}

/** A tunnel of IKEv2. */
export interface Ikev2Options extends VpnRoutingOptions {
  /** RemoteAddress: the host name or address of the server. */
  readonly server: string;
  /** RemoteIdentifier: who the server has to be; a name in its certificate. */
  readonly remoteIdentifier: string;
  /** LocalIdentifier: who the device says that it is. */
  readonly localIdentifier: string;
  /** AuthenticationMethod of the device. `None` is for EAP alone and needs `extendedAuthentication`. */
  readonly authentication: 'Certificate' | 'SharedSecret' | 'None';
  /** PayloadCertificateUUID: the identity of the device. */
  readonly identity?: Identity;
  /** CertificateType: the kind of its key. `RSA` unless given. */
  readonly certificateType?: 'RSA' | 'ECDSA256' | 'ECDSA384' | 'ECDSA521' | 'RSA-PSS';
  /** SharedSecret. */
  readonly sharedSecret?: string;
  /** ExtendedAuthEnabled: EAP, with the identity or with user name and password. False unless given. */
  readonly extendedAuthentication?: boolean;
  /** AuthName: the user name for EAP. */
  readonly username?: string;
  /** AuthPassword: the password for EAP; asked for unless given. */
  readonly password?: string;
  /** ServerCertificateIssuerCommonName: the CN of the CA that has issued the server's certificate. */
  readonly serverIssuerCommonName?: string;
  /** ServerCertificateCommonName: a name in the server's certificate. `remoteIdentifier` unless given. */
  readonly serverCommonName?: string;
  /** TLSMinimumVersion of EAP-TLS. `1.0` unless given. */
  readonly tlsMinimumVersion?: TlsVersion;
  /** TLSMaximumVersion of EAP-TLS. `1.2` unless given. */
  readonly tlsMaximumVersion?: TlsVersion;
  /** IKESecurityAssociationParameters. */
  readonly ike?: Ikev2ProtectionOptions;
  /** ChildSecurityAssociationParameters. */
  readonly child?: Ikev2ProtectionOptions;
  /** EnforceStrictAlgorithmSelection: refuses weak algorithms. False unless given. */
  readonly strictAlgorithms?: boolean;
  /** AllowPostQuantumKeyExchangeFallback. False unless given. */
  readonly postQuantumFallback?: boolean;
  /** EnablePFS: perfect forward secrecy. False unless given. */
  readonly perfectForwardSecrecy?: boolean;
  /** EnableCertificateRevocationCheck. False unless given. */
  readonly revocationCheck?: boolean;
  /** DeadPeerDetectionRate. `Medium` unless given. */
  readonly deadPeerDetection?: 'None' | 'Low' | 'Medium' | 'High';
  /** UseConfigurationAttributeInternalIPSubnet. False unless given. */
  readonly useInternalSubnet?: boolean;
  /** DisableMOBIKE. False unless given. */
  readonly disableMobike?: boolean;
  /** DisableRedirect. False unless given. */
  readonly disableRedirect?: boolean;
  /** NATKeepAliveOffloadEnable. True unless given. */
  readonly natKeepAliveOffload?: boolean;
  /** NATKeepAliveInterval, at least 20 seconds. 20 unless given. */
  readonly natKeepAliveSeconds?: number;
  /** EnableFallback: a tunnel over the mobile network beside Wi-Fi. False unless given. */
  readonly cellularFallback?: boolean;
  /** MTU, from 1280 to 1400 bytes. 1280 unless given. */
  readonly mtuBytes?: number;
  /** PPK: a post-quantum pre-shared key. */
  readonly ppk?: Uint8Array;
  /** PPKIdentifier. */
  readonly ppkIdentifier?: string;
  /** PPKMandatory. True unless given. */
  readonly ppkMandatory?: boolean;
}

const protection: OptionTable<Ikev2ProtectionOptions> = {
  encryption: choice('EncryptionAlgorithm', [
    'DES',
    '3DES',
    'AES-128',
    'AES-256',
    'AES-128-GCM',
    'AES-256-GCM',
    'ChaCha20Poly1305',
  ]),
  integrity: choice('IntegrityAlgorithm', ['SHA1-96', 'SHA1-160', 'SHA2-256', 'SHA2-384', 'SHA2-512']),
  diffieHellmanGroup: number('DiffieHellmanGroup'),
  postQuantumMethods: numbers('PostQuantumKeyExchangeMethods'),
  lifetimeMinutes: count('LifeTimeInMinutes'),
};

export const ikev2Table: OptionTable<Ikev2Options> = {
  server: text('RemoteAddress'),
  remoteIdentifier: text('RemoteIdentifier'),
  localIdentifier: text('LocalIdentifier'),
  authentication: choice('AuthenticationMethod', ['Certificate', 'SharedSecret', 'None']),
  identity: identity('PayloadCertificateUUID'),
  certificateType: choice('CertificateType', ['RSA', 'ECDSA256', 'ECDSA384', 'ECDSA521', 'RSA-PSS']),
  sharedSecret: text('SharedSecret'),
  extendedAuthentication: bit('ExtendedAuthEnabled'),
  username: text('AuthName'),
  password: text('AuthPassword'),
  serverIssuerCommonName: text('ServerCertificateIssuerCommonName'),
  serverCommonName: text('ServerCertificateCommonName'),
  tlsMinimumVersion: choice('TLSMinimumVersion', tlsVersions),
  tlsMaximumVersion: choice('TLSMaximumVersion', tlsVersions),
  ike: group('IKESecurityAssociationParameters', protection),
  child: group('ChildSecurityAssociationParameters', protection),
  strictAlgorithms: bit('EnforceStrictAlgorithmSelection'),
  postQuantumFallback: bit('AllowPostQuantumKeyExchangeFallback'),
  perfectForwardSecrecy: bit('EnablePFS'),
  revocationCheck: bit('EnableCertificateRevocationCheck'),
  deadPeerDetection: choice('DeadPeerDetectionRate', ['None', 'Low', 'Medium', 'High']),
  useInternalSubnet: bit('UseConfigurationAttributeInternalIPSubnet'),
  disableMobike: bit('DisableMOBIKE'),
  disableRedirect: bit('DisableRedirect'),
  natKeepAliveOffload: bit('NATKeepAliveOffloadEnable'),
  natKeepAliveSeconds: count('NATKeepAliveInterval'),
  cellularFallback: bit('EnableFallback'),
  mtuBytes: count('MTU'),
  ppk: bytes('PPK'),
  ppkIdentifier: text('PPKIdentifier'),
  ppkMandatory: bit('PPKMandatory'),
  ...vpnRoutingTable,
};
