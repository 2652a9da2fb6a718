import { isProfilewrightError } from '../diagnostics/profilewright-error.js';
import { decodeCertificate } from '../pki/certificate.js';
import type { PasswordEncryption } from '../pki/password-encryption.js';
import { certificateOf, type BagAttributes, type BagKind, type Pkcs12Bag } from '../pki/pkcs12-bags.js';
import type { Pkcs12KeyPair } from '../pki/pkcs12-content.js';
import type { Pkcs12Safe } from '../pki/pkcs12-structure.js';
import { reportCertificate, type ReportedCertificate } from './reported-certificate.js';

/** How something is protected: `AES-256-CBC with PBKDF2-HMAC-SHA-256`, and how often the password is run through. */
export interface ReportedProtection {
  readonly algorithm: string;
  /** Undefined when there are none, or when the number cannot be read. */
  readonly iterations?: number;
}

/** One bag: a key, a certificate ... */
export interface ReportedBag {
  readonly kind: BagKind;
  /** Of a key that is encrypted by itself. */
  readonly encryption?: ReportedProtection;
  readonly friendlyName?: string;
  /** Upper-case hexadecimal. */
  readonly localKeyID?: string;
  readonly certificate?: ReportedCertificate;
}

/** One safe: bags that are encrypted together, or not at all. */
export interface ReportedSafe {
  readonly encryption?: ReportedProtection;
  /** Undefined as long as they cannot be seen. */
  readonly bags?: readonly ReportedBag[];
}

/** A key with its certificate, and the certificates beside it. */
export interface ReportedIdentity {
  readonly certificate: ReportedCertificate;
  readonly chain: readonly ReportedCertificate[];
  readonly friendlyName?: string;
  /** Upper-case hexadecimal. */
  readonly localKeyID?: string;
}

export function reportProtection({
  name,
  iterations,
}: Pick<PasswordEncryption, 'name' | 'iterations'>): ReportedProtection {
  return Object.freeze({ algorithm: name, ...(typeof iterations === 'number' ? { iterations } : {}) });
}

/** `bags` are those that can be seen, undefined when none can. */
export function reportSafe(safe: Pkcs12Safe, bags: readonly Pkcs12Bag[] | undefined): ReportedSafe {
  return Object.freeze({
    ...('encryption' in safe ? { encryption: reportProtection(safe.encryption) } : {}),
    ...(bags === undefined ? {} : { bags: bags.map(reportBag) }),
  });
}

function reportBag(bag: Pkcs12Bag): ReportedBag {
  const certificate = bag.kind === 'certificate' ? readCertificate(bag) : undefined;
  return Object.freeze({
    kind: bag.kind,
    ...(bag.shroud === undefined ? {} : { encryption: reportProtection(bag.shroud.encryption) }),
    ...reportAttributes(bag),
    ...(certificate === undefined ? {} : { certificate }),
  });
}

/** A certificate in the clear that cannot be read is left out: the file may still be opened to say why. */
function readCertificate(bag: Pkcs12Bag): ReportedCertificate | undefined {
  const der = certificateOf(bag);
  try {
    return der && reportCertificate(decodeCertificate(der));
  } catch (error) {
    if (isProfilewrightError(error)) return undefined;
    throw error;
  }
}

export function reportIdentity({ keyAttributes, certificate, others }: Pkcs12KeyPair): ReportedIdentity {
  return Object.freeze({
    certificate: reportCertificate(certificate.certificate),
    chain: Object.freeze(others.map((other) => reportCertificate(other.certificate))),
    ...reportAttributes({ ...certificate, ...keyAttributes }),
  });
}

function reportAttributes({
  friendlyName,
  localKeyID,
}: BagAttributes): Pick<ReportedBag, 'friendlyName' | 'localKeyID'> {
  return {
    ...(friendlyName === undefined ? {} : { friendlyName }),
    ...(localKeyID === undefined ? {} : { localKeyID: Buffer.from(localKeyID).toString('hex').toUpperCase() }),
  };
}
