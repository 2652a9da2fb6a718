// Written by `npm run generate` from schemas/rules/*.yaml. Do not edit.
import type { PayloadReference } from '../reference-values.js';

/** The keys that name another payload of the profile by its PayloadUUID. */
export const payloadReferences: Readonly<Record<string, readonly PayloadReference[]>> = {
  'com.apple.MCX.FileVault2': [
    { path: '/PayloadCertificateUUID', payloadTypes: ['com.apple.security.root', 'com.apple.security.pem', 'com.apple.security.pkcs1'] },
  ],
  'com.apple.dnsSettings.managed': [
    { path: '/DNSSettings/PayloadCertificateUUID', payloadTypes: ['com.apple.security.pkcs12', 'com.apple.security.scep', 'com.apple.security.acme', 'com.apple.ADCertificate.managed'] },
  ],
  'com.apple.eas.account': [
    { path: '/PayloadCertificateUUID', payloadTypes: ['com.apple.security.pkcs12', 'com.apple.security.scep', 'com.apple.security.acme', 'com.apple.ADCertificate.managed'] },
    { path: '/SMIMESigningCertificateUUID', payloadTypes: ['com.apple.security.pkcs12', 'com.apple.security.scep', 'com.apple.security.acme', 'com.apple.ADCertificate.managed'] },
    { path: '/SMIMEEncryptionCertificateUUID', payloadTypes: ['com.apple.security.pkcs12', 'com.apple.security.scep', 'com.apple.security.acme', 'com.apple.ADCertificate.managed'] },
  ],
  'com.apple.education': [
    { path: '/PayloadCertificateUUID', payloadTypes: ['com.apple.security.pkcs12'] },
    { path: '/ResourcePayloadCertificateUUID', payloadTypes: ['com.apple.security.pkcs12', 'com.apple.security.scep', 'com.apple.security.acme', 'com.apple.ADCertificate.managed'] },
    { path: '/LeaderPayloadCertificateAnchorUUID/*', payloadTypes: ['com.apple.security.root', 'com.apple.security.pem', 'com.apple.security.pkcs1'] },
    { path: '/MemberPayloadCertificateAnchorUUID/*', payloadTypes: ['com.apple.security.root', 'com.apple.security.pem', 'com.apple.security.pkcs1'] },
  ],
  'com.apple.ews.account': [
    { path: '/PayloadCertificateUUID', payloadTypes: ['com.apple.security.pkcs12', 'com.apple.security.scep', 'com.apple.security.acme', 'com.apple.ADCertificate.managed'] },
    { path: '/AuthenticationCertificateUUID', payloadTypes: ['com.apple.security.pkcs12', 'com.apple.security.scep', 'com.apple.security.acme', 'com.apple.ADCertificate.managed'] },
  ],
  'com.apple.extensiblesso': [
    { path: '/ExtensionData/certificateUUID', payloadTypes: ['com.apple.security.pkcs12', 'com.apple.security.scep', 'com.apple.security.acme', 'com.apple.ADCertificate.managed'] },
    { path: '/PlatformSSO/AccessKeyTerminalIdentityUUID', payloadTypes: ['com.apple.security.pkcs12', 'com.apple.security.acme', 'com.apple.security.scep'] },
    { path: '/PlatformSSO/AccessKeyReaderIssuerCertificateUUID', payloadTypes: ['com.apple.security.root', 'com.apple.security.pem', 'com.apple.security.pkcs1'] },
  ],
  'com.apple.firstactiveethernet.managed': [
    { path: '/PayloadCertificateUUID', payloadTypes: ['com.apple.security.pkcs12', 'com.apple.security.scep', 'com.apple.security.acme', 'com.apple.ADCertificate.managed'] },
    { path: '/EAPClientConfiguration/PayloadCertificateAnchorUUID/*', payloadTypes: ['com.apple.security.root', 'com.apple.security.pem', 'com.apple.security.pkcs1'] },
  ],
  'com.apple.firstethernet.managed': [
    { path: '/EAPClientConfiguration/PayloadCertificateAnchorUUID/*', payloadTypes: ['com.apple.security.root', 'com.apple.security.pem', 'com.apple.security.pkcs1'] },
    { path: '/PayloadCertificateUUID', payloadTypes: ['com.apple.security.pkcs12', 'com.apple.security.scep', 'com.apple.security.acme', 'com.apple.ADCertificate.managed'] },
  ],
  'com.apple.globalethernet.managed': [
    { path: '/PayloadCertificateUUID', payloadTypes: ['com.apple.security.pkcs12', 'com.apple.security.scep', 'com.apple.security.acme', 'com.apple.ADCertificate.managed'] },
    { path: '/EAPClientConfiguration/PayloadCertificateAnchorUUID/*', payloadTypes: ['com.apple.security.root', 'com.apple.security.pem', 'com.apple.security.pkcs1'] },
  ],
  'com.apple.lom': [
    { path: '/DeviceCertificateUUID', payloadTypes: ['com.apple.security.pkcs12', 'com.apple.security.scep', 'com.apple.security.acme', 'com.apple.ADCertificate.managed'] },
    { path: '/ControllerCertificateUUID', payloadTypes: ['com.apple.security.pkcs12', 'com.apple.security.scep', 'com.apple.security.acme', 'com.apple.ADCertificate.managed'] },
    { path: '/DeviceCACertificateUUIDs/*', payloadTypes: ['com.apple.security.root', 'com.apple.security.pem', 'com.apple.security.pkcs1'] },
    { path: '/ControllerCACertificateUUIDs/*', payloadTypes: ['com.apple.security.root', 'com.apple.security.pem', 'com.apple.security.pkcs1'] },
  ],
  'com.apple.mail.managed': [
    { path: '/SMIMESigningCertificateUUID', payloadTypes: ['com.apple.security.pkcs12', 'com.apple.security.scep', 'com.apple.security.acme', 'com.apple.ADCertificate.managed'] },
    { path: '/SMIMEEncryptionCertificateUUID', payloadTypes: ['com.apple.security.pkcs12', 'com.apple.security.scep', 'com.apple.security.acme', 'com.apple.ADCertificate.managed'] },
  ],
  'com.apple.mdm': [
    { path: '/IdentityCertificateUUID', payloadTypes: ['com.apple.security.pkcs12', 'com.apple.security.scep', 'com.apple.security.acme', 'com.apple.ADCertificate.managed'] },
    { path: '/ServerURLPinningCertificateUUIDs/*', payloadTypes: ['com.apple.security.root', 'com.apple.security.pem', 'com.apple.security.pkcs1'] },
    { path: '/CheckInURLPinningCertificateUUIDs/*', payloadTypes: ['com.apple.security.root', 'com.apple.security.pem', 'com.apple.security.pkcs1'] },
  ],
  'com.apple.relay.managed': [
    { path: '/Relays/*/PayloadCertificateUUID', payloadTypes: ['com.apple.security.pkcs12', 'com.apple.security.scep', 'com.apple.security.acme', 'com.apple.ADCertificate.managed'] },
  ],
  'com.apple.secondactiveethernet.managed': [
    { path: '/EAPClientConfiguration/PayloadCertificateAnchorUUID/*', payloadTypes: ['com.apple.security.root', 'com.apple.security.pem', 'com.apple.security.pkcs1'] },
    { path: '/PayloadCertificateUUID', payloadTypes: ['com.apple.security.pkcs12', 'com.apple.security.scep', 'com.apple.security.acme', 'com.apple.ADCertificate.managed'] },
  ],
  'com.apple.secondethernet.managed': [
    { path: '/EAPClientConfiguration/PayloadCertificateAnchorUUID/*', payloadTypes: ['com.apple.security.root', 'com.apple.security.pem', 'com.apple.security.pkcs1'] },
    { path: '/PayloadCertificateUUID', payloadTypes: ['com.apple.security.pkcs12', 'com.apple.security.scep', 'com.apple.security.acme', 'com.apple.ADCertificate.managed'] },
  ],
  'com.apple.security.FDERecoveryKeyEscrow': [
    { path: '/EncryptCertPayloadUUID', payloadTypes: ['com.apple.security.pkcs1'] },
  ],
  'com.apple.security.FDERecoveryRedirect': [
    { path: '/EncryptCertPayloadUUID', payloadTypes: ['com.apple.security.pkcs1'] },
  ],
  'com.apple.security.certificatepreference': [
    { path: '/PayloadCertificateUUID', payloadTypes: ['com.apple.security.root', 'com.apple.security.pem', 'com.apple.security.pkcs1', 'com.apple.security.pkcs12', 'com.apple.security.scep', 'com.apple.security.acme', 'com.apple.ADCertificate.managed'] },
  ],
  'com.apple.security.identitypreference': [
    { path: '/PayloadCertificateUUID', payloadTypes: ['com.apple.security.pkcs12', 'com.apple.security.scep', 'com.apple.security.acme', 'com.apple.ADCertificate.managed'] },
  ],
  'com.apple.sso': [
    { path: '/Kerberos/PayloadCertificateUUID', payloadTypes: ['com.apple.security.pkcs12', 'com.apple.security.scep'] },
  ],
  'com.apple.thirdactiveethernet.managed': [
    { path: '/EAPClientConfiguration/PayloadCertificateAnchorUUID/*', payloadTypes: ['com.apple.security.root', 'com.apple.security.pem', 'com.apple.security.pkcs1'] },
    { path: '/PayloadCertificateUUID', payloadTypes: ['com.apple.security.pkcs12', 'com.apple.security.scep', 'com.apple.security.acme', 'com.apple.ADCertificate.managed'] },
  ],
  'com.apple.thirdethernet.managed': [
    { path: '/PayloadCertificateUUID', payloadTypes: ['com.apple.security.pkcs12', 'com.apple.security.scep', 'com.apple.security.acme', 'com.apple.ADCertificate.managed'] },
    { path: '/EAPClientConfiguration/PayloadCertificateAnchorUUID/*', payloadTypes: ['com.apple.security.root', 'com.apple.security.pem', 'com.apple.security.pkcs1'] },
  ],
  'com.apple.vpn.managed.applayer': [
    { path: '/VPN/PayloadCertificateUUID', payloadTypes: ['com.apple.security.pkcs12', 'com.apple.security.scep', 'com.apple.security.acme', 'com.apple.ADCertificate.managed'] },
    { path: '/IPSec/PayloadCertificateUUID', payloadTypes: ['com.apple.security.pkcs12', 'com.apple.security.scep', 'com.apple.security.acme', 'com.apple.ADCertificate.managed'] },
    { path: '/IKEv2/PayloadCertificateUUID', payloadTypes: ['com.apple.security.pkcs12', 'com.apple.security.scep', 'com.apple.security.acme', 'com.apple.ADCertificate.managed'] },
    { path: '/DNS/PayloadCertificateUUID', payloadTypes: ['com.apple.security.pkcs12', 'com.apple.security.scep', 'com.apple.security.acme', 'com.apple.ADCertificate.managed'] },
    { path: '/TransparentProxy/PayloadCertificateUUID', payloadTypes: ['com.apple.security.pkcs12', 'com.apple.security.scep', 'com.apple.security.acme', 'com.apple.ADCertificate.managed'] },
    { path: '/AlwaysOn/TunnelConfigurations/*/PayloadCertificateUUID', payloadTypes: ['com.apple.security.pkcs12', 'com.apple.security.scep', 'com.apple.security.acme', 'com.apple.ADCertificate.managed'] },
  ],
  'com.apple.vpn.managed': [
    { path: '/VPN/PayloadCertificateUUID', payloadTypes: ['com.apple.security.pkcs12', 'com.apple.security.scep', 'com.apple.security.acme', 'com.apple.ADCertificate.managed'] },
    { path: '/IPSec/PayloadCertificateUUID', payloadTypes: ['com.apple.security.pkcs12', 'com.apple.security.scep', 'com.apple.security.acme', 'com.apple.ADCertificate.managed'] },
    { path: '/IKEv2/PayloadCertificateUUID', payloadTypes: ['com.apple.security.pkcs12', 'com.apple.security.scep', 'com.apple.security.acme', 'com.apple.ADCertificate.managed'] },
    { path: '/TransparentProxy/PayloadCertificateUUID', payloadTypes: ['com.apple.security.pkcs12', 'com.apple.security.scep', 'com.apple.security.acme', 'com.apple.ADCertificate.managed'] },
    { path: '/DNS/PayloadCertificateUUID', payloadTypes: ['com.apple.security.pkcs12', 'com.apple.security.scep', 'com.apple.security.acme', 'com.apple.ADCertificate.managed'] },
    { path: '/AlwaysOn/TunnelConfigurations/*/PayloadCertificateUUID', payloadTypes: ['com.apple.security.pkcs12', 'com.apple.security.scep', 'com.apple.security.acme', 'com.apple.ADCertificate.managed'] },
  ],
  'com.apple.webcontent-filter': [
    { path: '/PayloadCertificateUUID', payloadTypes: ['com.apple.security.pkcs12', 'com.apple.security.scep', 'com.apple.security.acme', 'com.apple.ADCertificate.managed'] },
  ],
  'com.apple.wifi.managed': [
    { path: '/EAPClientConfiguration/PayloadCertificateAnchorUUID/*', payloadTypes: ['com.apple.security.root', 'com.apple.security.pem', 'com.apple.security.pkcs1'] },
    { path: '/PayloadCertificateUUID', payloadTypes: ['com.apple.security.pkcs12', 'com.apple.security.scep', 'com.apple.security.acme', 'com.apple.ADCertificate.managed'] },
  ],
};
