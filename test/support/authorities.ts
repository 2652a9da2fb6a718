import type { KeyObject } from 'node:crypto';
import type { Bytes } from './der.js';
import { issueCertificate, type CertificateOptions, type IssuedCertificate } from './issue-certificate.js';
import type { NameInput } from './name.js';
import { testKey, type KeyKind } from './test-key.js';
import { daysFromToday } from './time-value.js';

/** A sound root, P-256 by default: version 3, a CN, critical CA:TRUE, keyCertSign and cRLSign, SKI, ten years. */
export function rootCA(overrides: CertificateOptions = {}): IssuedCertificate {
  return issueCertificate({
    subject: 'Lab Root',
    basicConstraints: { cA: true },
    keyUsage: ['keyCertSign', 'cRLSign'],
    ...overrides,
  });
}

/** A sound CA under `issuer`, with pathLen 0 and five years. */
export function intermediateCA(issuer: IssuedCertificate, overrides: CertificateOptions = {}): IssuedCertificate {
  return issueCertificate({
    subject: 'Lab Intermediate',
    key: testKey('p256', 1),
    basicConstraints: { cA: true, pathLength: 0 },
    keyUsage: ['keyCertSign', 'cRLSign'],
    notAfter: daysFromToday(1825),
    signedBy: issuer,
    ...overrides,
  });
}

/** A sound TLS server certificate for lab.example under `issuer`, one year. */
export function leaf(issuer: IssuedCertificate, overrides: CertificateOptions = {}): IssuedCertificate {
  return issueCertificate({
    subject: 'lab.example',
    key: testKey('p256', 2),
    basicConstraints: { cA: false },
    keyUsage: ['digitalSignature'],
    extendedKeyUsage: ['serverAuth'],
    subjectAltName: [{ dNSName: 'lab.example' }],
    notAfter: daysFromToday(365),
    signedBy: issuer,
    ...overrides,
  });
}

/** All that `createSigner` takes, in the forms in which people have it. */
export interface SignerMaterial {
  readonly key: KeyObject;
  readonly keyPem: string;
  readonly keyDer: Bytes;
  /** PBES2, AES-256-CBC, under `passphrase`. */
  readonly encryptedKeyPem: string;
  readonly passphrase: string;
  readonly certificate: IssuedCertificate;
  /** The intermediate and the root, in this order. */
  readonly chain: readonly [intermediate: IssuedCertificate, root: IssuedCertificate];
}

export interface SignerOptions {
  /** The subject of the intermediate, for example `oddName`. */
  readonly issuerName?: NameInput;
  readonly signer?: CertificateOptions;
  readonly intermediate?: CertificateOptions;
  readonly root?: CertificateOptions;
}

/** A signer whose key is of the given kind, under an intermediate and a root (P-256, unless overridden). */
export function signerChain(kind: KeyKind = 'rsa-2048', options: SignerOptions = {}): SignerMaterial {
  const passphrase = 'open sesame Ä';
  const pair = testKey(kind, 0);
  const key = pair.privateKey;
  const root = rootCA({ subject: 'Lab Signing Root', key: testKey('p256', 3), ...options.root });
  const name = options.issuerName === undefined ? {} : { subject: options.issuerName };
  const intermediate = intermediateCA(root, { subject: 'Lab Signing CA', ...name, ...options.intermediate });
  const certificate = leaf(intermediate, {
    subject: 'Lab Profile Signer',
    key: pair,
    extendedKeyUsage: ['codeSigning', 'emailProtection'],
    subjectAltName: 'absent',
    ...options.signer,
  });
  return {
    key,
    keyPem: key.export({ type: 'pkcs8', format: 'pem' }).toString(),
    keyDer: new Uint8Array(key.export({ type: 'pkcs8', format: 'der' })),
    encryptedKeyPem: key.export({ type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase }).toString(),
    passphrase,
    certificate,
    chain: [intermediate, root],
  };
}
