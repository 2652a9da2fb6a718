import type { Certificate, CertificateRole } from '../pki/certificate.js';
import type { GeneralName } from '../pki/general-name.js';
import type { PublicKey } from '../pki/public-key.js';

/** The facts of a certificate as plain JSON. Times are ISO 8601 in UTC, fingerprints upper-case hexadecimal. */
export interface ReportedCertificate {
  /** The CN, or else the whole subject, with control characters escaped. */
  readonly name: string;
  readonly role: CertificateRole;
  readonly subject: string;
  readonly issuer: string;
  readonly serialNumber: string;
  readonly notBefore: string;
  readonly notAfter: string;
  /** For example `RSA 3072`, `EC P-256`, `Ed25519`. */
  readonly key: string;
  readonly signatureAlgorithm: string;
  readonly pathLenConstraint?: number;
  readonly keyUsage?: readonly string[];
  readonly extendedKeyUsage?: readonly string[];
  /** `dNSName:example.org`, `iPAddress:10.0.0.1` ... */
  readonly subjectAltName?: readonly string[];
  readonly sha1: string;
  readonly sha256: string;
}

/** The facts of `certificate`, fit for JSON. */
export function reportCertificate(certificate: Certificate): ReportedCertificate {
  const { basicConstraints, keyUsage, extendedKeyUsage, subjectAltName } = certificate;
  const pathLenConstraint = basicConstraints?.pathLenConstraint;
  return Object.freeze({
    name: certificate.name.slice(1, -1),
    role: certificate.role,
    subject: certificate.subject.text,
    issuer: certificate.issuer.text,
    serialNumber: certificate.serialNumber,
    notBefore: certificate.notBefore.toISOString(),
    notAfter: certificate.notAfter.toISOString(),
    key: describeKey(certificate.publicKey),
    signatureAlgorithm: certificate.signatureAlgorithm.name,
    ...(pathLenConstraint === undefined ? {} : { pathLenConstraint }),
    ...(keyUsage === undefined ? {} : { keyUsage: keyUsage.usages }),
    ...(extendedKeyUsage === undefined ? {} : { extendedKeyUsage: extendedKeyUsage.purposes }),
    ...(subjectAltName === undefined ? {} : { subjectAltName: subjectAltName.names.map(describeGeneralName) }),
    sha1: certificate.fingerprints.sha1,
    sha256: certificate.fingerprints.sha256,
  });
}

function describeKey({ algorithm, oid, bits, curve }: PublicKey): string {
  if (algorithm === 'unknown') return oid;
  const size = curve ?? (bits === undefined ? undefined : String(bits));
  return size === undefined ? algorithm : `${algorithm} ${size}`;
}

function describeGeneralName(name: GeneralName): string {
  switch (name.kind) {
    case 'directoryName':
      return `${name.kind}:${name.value.text}`;
    case 'otherName':
      return `${name.kind}:${name.typeID}`;
    case 'x400Address':
    case 'ediPartyName':
      return name.kind;
    default:
      return `${name.kind}:${name.value}`;
  }
}
