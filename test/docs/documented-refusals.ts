import {
  createSigner,
  decryptProfile,
  encryptProfile,
  isProfilewrightError,
  pkcs12Identity,
  ProfileBuilder,
  readCertificate,
  readCertificates,
  signProfile,
  type CertificateInput,
  type Profile,
  type Signer,
} from 'profilewright';
import { intermediateCA, rootCA, signerChain } from '../support/authorities.js';
import { certificateRequest } from '../support/certificate-request.js';
import { concat } from '../support/der.js';
import { deviceIdentity } from '../support/device-identity.js';
import { explicitCurveSpki } from '../support/explicit-curve.js';
import type { CertificateOptions } from '../support/issue-certificate.js';
import { pem } from '../support/pem.js';
import { certificateBag, pkcs12File } from '../support/pkcs12-file.js';
import { revocationList } from '../support/revocation-list.js';
import { testKey, type KeyKind } from '../support/test-key.js';
import { daysFromToday } from '../support/time-value.js';
import { weakRsaKey } from '../support/weak-rsa-key.js';

const root = rootCA();
const own = { key: testKey('p256').privateKey, certificates: [root], password: 'right', iterations: 2 };

const keyUnderDes = `-----BEGIN EC PRIVATE KEY-----
Proc-Type: 4,ENCRYPTED
DEK-Info: DES-CBC,0011223344556677

AAAAAAAAAAA=
-----END EC PRIVATE KEY-----`;

/** For each code in the tables, something that is refused with it. */
export const refusals: Readonly<Record<string, () => unknown>> = {
  ERR_CERTIFICATE_IS_KEY: () =>
    readCertificates(`${root.pem}${testKey('p256').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()}`),
  ERR_CERTIFICATE_IS_PKCS12: () =>
    readCertificates(pkcs12File({ key: testKey('p256').privateKey, certificates: [root] })),
  ERR_CERTIFICATE_IS_CSR: () => readCertificates(pem('CERTIFICATE REQUEST', certificateRequest())),
  ERR_CERTIFICATE_IS_CRL: () => readCertificates(pem('X509 CRL', revocationList(root))),
  ERR_CERTIFICATE_IS_PUBLIC_KEY: () => readCertificates(pem('PUBLIC KEY', root.spki)),
  ERR_PEM_MALFORMED: () => readCertificates(pem('CERTIFICATE', root.der, { end: null })),
  ERR_CERTIFICATE_TRAILING_BYTES: () => readCertificates(concat(root.der, new Uint8Array(1))),
  ERR_INPUT_IS_PATH: () => readCertificates('certificates/ca.pem'),
  ERR_INPUT_EMPTY: () => readCertificates(''),
  ERR_REFERENCE_KIND: () =>
    new ProfileBuilder().addPayload('com.apple.wifi.managed', {
      PayloadCertificateUUID: readCertificate(root.der),
    } as never),
  ERR_REFERENCE_PLACE: () =>
    new ProfileBuilder().addPayload('com.apple.webClip.managed', { Icon: readCertificate(root.der) } as never),
  ERR_IDENTITY_OPTIONS: () => {
    const identityOf = (keyIsExtractable: boolean) =>
      pkcs12Identity(pkcs12File(own), { password: 'right', keyIsExtractable });
    return new ProfileBuilder().addIdentity(identityOf(true)).addIdentity(identityOf(false));
  },
  'root-ca-flag': () => buildRoot({ basicConstraints: 'absent' }),
  'root-not-self-signed': () => build(intermediateCA(root).der),
  'root-self-signed-shape': () => buildRoot({ authorityKeyIdentifier: 'mismatch' }),
  'root-common-name': () => buildRoot({ subject: [['O', 'Lab']] }),
  'root-ku-certsign': () => buildRoot({ keyUsage: ['cRLSign'] }),
  'root-expired': () => buildRoot({ notBefore: daysFromToday(-20), notAfter: daysFromToday(-10) }),
  'rsa-min-2048': () => buildRoot({ key: 'rsa-1024' }),
  'rsa-exponent-invalid': () => buildRoot({ spki: weakRsaKey('even-exponent').spki }),
  'rsa-close-primes': () => buildRoot({ spki: weakRsaKey('close-primes').spki }),
  'rsa-roca': () => buildRoot({ spki: weakRsaKey('roca').spki }),
  'ec-explicit-parameters': () => buildRoot({ spki: explicitCurveSpki(testKey('p256')) }),
  'ec-curves': () => buildRoot({ key: 'secp256k1' }),
  'ed25519-unsupported': () => buildRoot({ key: 'ed25519' }),
  ERR_KEY_MISMATCH: () => createSigner({ key: testKey('p256', 8).privateKey, certificate: root.der }),
  ERR_KEY_UNSUPPORTED: () => signerOf('p521'),
  ERR_KEY_WEAK: () => signerOf('rsa-1024'),
  ERR_KEY_ALGORITHM: () =>
    createSigner({ key: testKey('p256').privateKey, certificate: root.der }, { algorithm: 'ES384' }),
  ERR_KEY_PASSPHRASE_MISSING: () => createSigner({ key: signerChain('p256').encryptedKeyPem, certificate: root.der }),
  ERR_KEY_MALFORMED: () => createSigner({ key: keyUnderDes, passphrase: 'right', certificate: root.der }),
  ERR_PKCS12_UNREADABLE: () => pkcs12Identity(pkcs12File(own), { password: 'wrong' }),
  ERR_PKCS12_MALFORMED: () => openIdentity(new TextEncoder().encode(root.pem)),
  ERR_PKCS12_CONTENT: () => openIdentity(pkcs12File({ ...own, moreKeys: [testKey('p256', 3).privateKey] })),
  ERR_PKCS12_ALGORITHM: () => openIdentity(pkcs12File({ ...own, mac: { hashOid: '1.2.3' } })),
  ERR_PKCS12_ITERATIONS: () => openIdentity(pkcs12File({ ...own, mac: { saidIterations: 500_001 } })),
  ERR_PKCS12_LIMIT: () =>
    openIdentity(pkcs12File({ ...own, moreBags: Array.from({ length: 1000 }, () => certificateBag(root.der)) })),
  ERR_PKCS12_PASSWORD: () => pkcs12Identity(pkcs12File(own), { password: 'right\0' }),
  ERR_ENCRYPTION_RECIPIENT: () => encryptProfile(build(root.der), deviceIdentity('rsa-1024').der),
  ERR_PROFILE_ALREADY_ENCRYPTED: () => encryptProfile(encrypted(), deviceIdentity('p256').der),
  ERR_PROFILE_NOT_ENCRYPTED: () => decryptProfile(build(root.der).toBytes(), testKey('p256').privateKey),
  ERR_DECRYPTION_FAILED: () => decryptProfile(encrypted(), testKey('p256', 8).privateKey),
  ERR_PROFILE_ALREADY_SIGNED: async () =>
    signProfile(await signProfile(build(root.der), await signerOf('p256')), await signerOf('p256')),
  'signer-expired': async () => signWith({ notBefore: daysFromToday(-20), notAfter: daysFromToday(-10) }),
  'signer-not-yet-valid': async () => signWith({ notBefore: daysFromToday(10) }),
  ERR_CMS_SIGNER_WRONG_SIGNATURE: async () => {
    const certificate = readCertificate(rootCA({ key: testKey('p256', 8) }).der);
    return signProfile(build(root.der), { ...(await signerOf('p256')), certificate });
  },
};

const openIdentity = (p12: Uint8Array): unknown => pkcs12Identity(p12, { password: 'right' });
const encrypted = (): Uint8Array => encryptProfile(build(root.der), deviceIdentity('p256').der);
const build = (input: CertificateInput): Profile => new ProfileBuilder().addRootCA(input).build();
const buildRoot = (options: CertificateOptions): Profile => build(rootCA(options).der);

async function signerOf(kind: KeyKind, options: CertificateOptions = {}): Promise<Signer> {
  const { key, certificate } = signerChain(kind, { signer: options });
  return createSigner({ key, certificate: certificate.der });
}

async function signWith(options: CertificateOptions): Promise<unknown> {
  return signProfile(build(root.der), await signerOf('p256', options));
}

/** The codes with which it is refused: that of the error, and those of all issues in it. */
export async function listRefusals(attempt: () => unknown): Promise<string[]> {
  try {
    await attempt();
    return [];
  } catch (error) {
    if (!isProfilewrightError(error)) throw error;
    if (!isProfilewrightError(error, 'ERR_PROFILE_INVALID')) return [error.code];
    return error.details.issues.filter(({ severity }) => severity === 'error').map(({ code }) => code);
  }
}
