import { createHash, X509Certificate } from 'node:crypto';
import { pngFile } from '../../../support/png-file.js';
import { font } from '../../validation/content-files.js';
import {
  apple,
  caseOf,
  identity,
  iPhone,
  mac,
  root,
  rootFile,
  server,
  serverFile,
  type PayloadCase,
} from './payload-case.js';

/** The SHA-256 of a subjectPublicKeyInfo, as node:crypto has it. */
const keyHash = (der: Uint8Array): Uint8Array =>
  new Uint8Array(
    createHash('sha256')
      .update(new X509Certificate(der).publicKey.export({ type: 'spki', format: 'der' }))
      .digest(),
  );

export const deviceCases: readonly PayloadCase[] = [
  caseOf(
    'a web clip',
    'com.apple.webClip.managed',
    iPhone('14.0'),
    (builder) =>
      builder.addWebClip({
        label: 'Lab',
        url: 'https://lab.example/',
        icon: pngFile(),
        fullScreen: true,
        isRemovable: false,
      }),
    { Label: 'Lab', URL: 'https://lab.example/', Icon: pngFile(), FullScreen: true, IsRemovable: false },
  ),
  caseOf(
    'a font',
    'com.apple.font',
    apple('12.0', '10.13'),
    (builder) => builder.addFont({ font: font('Lab-Sans'), name: 'Lab Sans' }),
    { Font: font('Lab-Sans'), Name: 'Lab Sans' },
  ),
  caseOf(
    'a passcode',
    'com.apple.mobiledevice.passwordpolicy',
    { ...iPhone('12.0') },
    (builder) =>
      builder.addPasscode({
        forcePin: true,
        allowSimple: false,
        minLength: 6,
        maxInactivityMinutes: 5,
        maxGracePeriodMinutes: 0,
        maxPinAgeDays: 365,
        pinHistory: 5,
        maxFailedAttempts: 10,
      }),
    {
      forcePIN: true,
      allowSimple: false,
      minLength: 6,
      maxInactivity: 5,
      maxGracePeriod: 0,
      maxPINAgeInDays: 365,
      pinHistory: 5,
      maxFailedAttempts: 10,
    },
  ),
  caseOf(
    'a password of a Mac',
    'com.apple.mobiledevice.passwordpolicy',
    mac('14.0'),
    (builder) =>
      builder.addPasscode({
        maxFailedAttempts: 10,
        failedLoginResetMinutes: 15,
        form: { regex: '^.{12,}$', description: { default: 'Twelve characters' } },
      }),
    {
      maxFailedAttempts: 10,
      minutesUntilFailedLoginReset: 15,
      customRegex: { passwordContentRegex: '^.{12,}$', passwordContentDescription: { default: 'Twelve characters' } },
    },
  ),
  caseOf(
    'restrictions',
    'com.apple.applicationaccess',
    { ...iPhone('14.0'), supervised: true },
    (builder) =>
      builder.addRestrictions({ allowCamera: false, autonomousSingleAppModePermittedAppIDs: ['com.example.exam'] }),
    { allowCamera: false, autonomousSingleAppModePermittedAppIDs: ['com.example.exam'] },
  ),
  caseOf(
    'restrictions of a Mac',
    'com.apple.applicationaccess',
    mac('12.0'),
    (builder) => builder.addRestrictions({ enforcedFingerprintTimeoutSeconds: 86400, allowAirDrop: false }),
    { enforcedFingerprintTimeout: 86400, allowAirDrop: false },
  ),
  caseOf(
    'Certificate Transparency',
    'com.apple.security.certificatetransparency',
    apple('12.1.1', '10.14.2'),
    (builder) =>
      builder.addCertificateTransparency({
        disabledForCertificates: [root, serverFile.pem],
        disabledForDomains: ['.lab.example'],
      }),
    {
      DisabledForCerts: [
        { Algorithm: 'sha256', Hash: keyHash(rootFile.der) },
        { Algorithm: 'sha256', Hash: keyHash(serverFile.der) },
      ],
      DisabledForDomains: ['.lab.example'],
    },
  ),
  caseOf(
    'revocation',
    'com.apple.security.certificaterevocation',
    iPhone('14.2'),
    (builder) => builder.addCertificateRevocation({ enabledForCertificates: rootFile.der }),
    { EnabledForCerts: [{ Algorithm: 'sha256', Hash: keyHash(rootFile.der) }] },
  ),
  caseOf(
    'a preferred certificate',
    'com.apple.security.certificatepreference',
    { ...mac('10.13'), channel: 'user' },
    (builder) => builder.addCertificatePreference({ name: 'otto@lab.example', certificate: server }),
    { Name: 'otto@lab.example', PayloadCertificateUUID: server },
  ),
  caseOf(
    'a preferred identity',
    'com.apple.security.identitypreference',
    { ...mac('10.13'), channel: 'user' },
    (builder) => builder.addIdentityPreference({ name: 'https://lab.example/', identity }),
    { Name: 'https://lab.example/', PayloadCertificateUUID: identity },
  ),
  caseOf(
    'a removal password',
    'com.apple.profileRemovalPassword',
    { ...iPhone('12.0'), supervised: true },
    (builder) => builder.addRemovalPassword({ password: 'open sesame' }),
    { RemovalPassword: 'open sesame' },
  ),
  caseOf(
    'enrolment',
    'com.apple.mdm',
    apple('13.4', '11.0'),
    (builder) =>
      builder.addMdm({
        identity,
        topic: 'com.apple.mgmt.External.lab',
        serverUrl: 'https://mdm.lab/',
        accessRights: 8191,
        serverCapabilities: ['per-user-connections'],
        serverPins: [root],
        checkOutWhenRemoved: true,
      }),
    {
      IdentityCertificateUUID: identity,
      Topic: 'com.apple.mgmt.External.lab',
      ServerURL: 'https://mdm.lab/',
      AccessRights: 8191,
      ServerCapabilities: ['com.apple.mdm.per-user-connections'],
      ServerURLPinningCertificateUUIDs: [root],
      CheckOutWhenRemoved: true,
    },
  ),
];
