import { inspect } from 'node:util';
import { expect } from 'vitest';
import { ProfileBuilder, type BuildOptions } from '../../../src/builder/profile-builder.js';
import type { Issue } from '../../../src/diagnostics/issue.js';
import { isProfilewrightError } from '../../../src/diagnostics/profilewright-error.js';
import { acmeIdentity } from '../../../src/profile/acme-identity.js';
import { adCertificateIdentity } from '../../../src/profile/ad-certificate-identity.js';
import { scepIdentity } from '../../../src/profile/scep-identity.js';
import { rootCA } from '../../support/authorities.js';

export const rootFile = rootCA();
export const subject = [
  ['O', 'Lab'],
  ['CN', 'anna'],
] as const;
export const challenge = 'SENTINEL-challenge';

/** Every option, and what Apple's keys have to be. */
export const fullIdentities = {
  scep: {
    type: 'com.apple.security.scep',
    identity: scepIdentity({
      url: 'https://ca.example.com/scep',
      name: 'lab',
      subject,
      subjectAltName: {
        rfc822Name: ['anna@example.com', 'a@example.com'],
        dNSName: 'anna.example.com',
        uniformResourceIdentifier: ['urn:lab:anna'],
        ntPrincipalName: 'anna@lab',
      },
      challenge,
      keySize: 4096,
      keyUsage: ['signing', 'encryption'],
      caFingerprint: Uint8Array.of(1, 2, 3),
      retries: 5,
      retryDelaySeconds: 20,
      keyIsExtractable: false,
      allowAllAppsAccess: true,
      trust: rootFile.pem,
    }),
    content: {
      PayloadContent: {
        URL: 'https://ca.example.com/scep',
        Name: 'lab',
        Subject: [[['O', 'Lab']], [['CN', 'anna']]],
        Challenge: challenge,
        Keysize: 4096,
        'Key Usage': 5,
        CAFingerprint: Uint8Array.of(1, 2, 3),
        Retries: 5,
        RetryDelay: 20,
        SubjectAltName: {
          rfc822Name: ['anna@example.com', 'a@example.com'],
          dNSName: 'anna.example.com',
          uniformResourceIdentifier: ['urn:lab:anna'],
          ntPrincipalName: 'anna@lab',
        },
        KeyIsExtractable: false,
        AllowAllAppsAccess: true,
      },
    },
  },
  acme: {
    type: 'com.apple.security.acme',
    identity: acmeIdentity({
      directoryUrl: 'https://ca.example.com/acme/directory',
      clientIdentifier: 'ABC123',
      hardwareBound: true,
      keyType: 'EC',
      keySize: 384,
      attest: true,
      subject: [
        [
          ['O', 'Lab'],
          ['OU', 'Phones'],
        ],
        ['CN', 'anna'],
      ],
      subjectAltName: {
        rfc822Name: 'anna@example.com',
        dNSName: 'anna.example.com',
        uniformResourceIdentifier: 'urn:lab:anna',
        ntPrincipalName: 'anna@lab',
      },
      usageFlags: ['signing'],
      extendedKeyUsage: ['1.3.6.1.5.5.7.3.2'],
      keyIsExtractable: false,
      allowAllAppsAccess: false,
      trust: [rootFile.der],
    }),
    content: {
      DirectoryURL: 'https://ca.example.com/acme/directory',
      ClientIdentifier: 'ABC123',
      KeySize: 384,
      KeyType: 'ECSECPrimeRandom',
      HardwareBound: true,
      Subject: [
        [
          ['O', 'Lab'],
          ['OU', 'Phones'],
        ],
        [['CN', 'anna']],
      ],
      SubjectAltName: {
        rfc822Name: 'anna@example.com',
        dNSName: 'anna.example.com',
        uniformResourceIdentifier: 'urn:lab:anna',
        ntPrincipalName: 'anna@lab',
      },
      UsageFlags: 1,
      ExtendedKeyUsage: ['1.3.6.1.5.5.7.3.2'],
      Attest: true,
      KeyIsExtractable: false,
      AllowAllAppsAccess: false,
    },
  },
  'AD certificate': {
    type: 'com.apple.ADCertificate.managed',
    identity: adCertificateIdentity({
      certServer: 'ca.example.com',
      certTemplate: 'Machine',
      certificateAuthority: 'Lab CA',
      certificateAcquisitionMechanism: 'RPC',
      certificateRenewalTimeIntervalDays: 14,
      description: 'Mac of the lab',
      keySize: 4096,
      promptForCredentials: false,
      enableAutoRenewal: true,
      keyIsExtractable: false,
      allowAllAppsAccess: true,
    }),
    content: {
      CertServer: 'ca.example.com',
      CertTemplate: 'Machine',
      Description: 'Mac of the lab',
      CertificateRenewalTimeInterval: 14,
      CertificateAuthority: 'Lab CA',
      CertificateAcquisitionMechanism: 'RPC',
      AllowAllAppsAccess: true,
      PromptForCredentials: false,
      KeyIsExtractable: false,
      Keysize: 4096,
      EnableAutoRenewal: true,
    },
  },
};

export const builderOf = (): ProfileBuilder => new ProfileBuilder({ identifier: 'com.example.lab' });

/** The issues of a profile, whether it is refused or not; no error shows a secret. */
export function issuesOf(builder: ProfileBuilder, options: BuildOptions = {}): readonly Issue[] {
  try {
    return builder.build(options).issues;
  } catch (error) {
    if (!isProfilewrightError(error, 'ERR_PROFILE_INVALID')) throw error;
    expect(inspect(error, { depth: 9 })).not.toContain('SENTINEL');
    return error.details.issues;
  }
}
