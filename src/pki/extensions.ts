import type { Bytes } from '../diagnostics/bytes.js';
import { isContext, octetsOf, readBer, universalTag, type BerValue } from '../asn1/ber.js';
import { copyBytes } from '../asn1/der.js';
import { reportDerDefects, type DerDefect } from '../asn1/der-defects.js';
import { decodeOid } from '../asn1/oid.js';
import { isProfilewrightError } from '../diagnostics/profilewright-error.js';
import { decodeAuthorityInfoAccess, type AuthorityInfoAccessFacts } from './authority-info-access.js';
import { policyDecoders, type PolicyFacts } from './policy-extensions.js';
import { readGeneralNames, readNameConstraints } from './general-name.js';
import type { GeneralName, NameConstraints, SubjectAltName } from './general-name.js';

/** Any extension as it stands in the certificate; `value` is the content of the OCTET STRING. */
export interface Extension {
  readonly oid: string;
  /** RFC 5280's name (`basicConstraints`), or the OID. */
  readonly name: string;
  readonly critical: boolean;
  readonly value: Bytes;
  /** Why a known extension could not be decoded. */
  readonly defect?: string;
}

/** RFC 5280 section 4.2.1.9. */
export interface BasicConstraints {
  readonly critical: boolean;
  readonly cA: boolean;
  readonly pathLenConstraint?: number;
}

const keyUsageNames = [
  'digitalSignature',
  'nonRepudiation',
  'keyEncipherment',
  'dataEncipherment',
  'keyAgreement',
  'keyCertSign',
  'cRLSign',
  'encipherOnly',
  'decipherOnly',
] as const;

export type KeyUsageName = (typeof keyUsageNames)[number];

/** RFC 5280 section 4.2.1.3. */
export interface KeyUsage {
  readonly critical: boolean;
  readonly usages: readonly KeyUsageName[];
}

/** RFC 5280 section 4.2.1.12; purposes by name (`serverAuth`) or OID. */
export interface ExtendedKeyUsage {
  readonly critical: boolean;
  readonly purposes: readonly string[];
}

/** RFC 5280 section 4.2.1.1. */
export interface AuthorityKeyIdentifier {
  readonly keyIdentifier?: Bytes;
  readonly authorityCertIssuer?: readonly GeneralName[];
  readonly authorityCertSerialNumber?: string;
}

/** What the known extensions of a certificate say. */
export interface ExtensionFacts extends PolicyFacts, AuthorityInfoAccessFacts {
  basicConstraints?: BasicConstraints;
  keyUsage?: KeyUsage;
  extendedKeyUsage?: ExtendedKeyUsage;
  subjectAltName?: SubjectAltName;
  nameConstraints?: NameConstraints;
  subjectKeyIdentifier?: Bytes;
  authorityKeyIdentifier?: AuthorityKeyIdentifier;
}

/** RFC 5280 section 4.2 and RFC 6962, RFC 7633, Netscape. */
const extensionNames: Readonly<Record<string, string>> = {
  '2.5.29.9': 'subjectDirectoryAttributes',
  '2.5.29.14': 'subjectKeyIdentifier',
  '2.5.29.15': 'keyUsage',
  '2.5.29.16': 'privateKeyUsagePeriod',
  '2.5.29.17': 'subjectAltName',
  '2.5.29.18': 'issuerAltName',
  '2.5.29.19': 'basicConstraints',
  '2.5.29.30': 'nameConstraints',
  '2.5.29.31': 'cRLDistributionPoints',
  '2.5.29.32': 'certificatePolicies',
  '2.5.29.33': 'policyMappings',
  '2.5.29.35': 'authorityKeyIdentifier',
  '2.5.29.36': 'policyConstraints',
  '2.5.29.37': 'extKeyUsage',
  '2.5.29.46': 'freshestCRL',
  '2.5.29.54': 'inhibitAnyPolicy',
  '1.3.6.1.5.5.7.1.1': 'authorityInfoAccess',
  '1.3.6.1.5.5.7.1.11': 'subjectInfoAccess',
  '1.3.6.1.5.5.7.1.24': 'tlsFeature',
  '1.3.6.1.4.1.11129.2.4.2': 'signedCertificateTimestampList',
  '2.16.840.1.113730.1.1': 'netscapeCertType',
  '2.16.840.1.113730.1.13': 'netscapeComment',
};

const purposeNames: Readonly<Record<string, string>> = {
  '2.5.29.37.0': 'anyExtendedKeyUsage',
  '1.3.6.1.5.5.7.3.1': 'serverAuth',
  '1.3.6.1.5.5.7.3.2': 'clientAuth',
  '1.3.6.1.5.5.7.3.3': 'codeSigning',
  '1.3.6.1.5.5.7.3.4': 'emailProtection',
  '1.3.6.1.5.5.7.3.8': 'timeStamping',
  '1.3.6.1.5.5.7.3.9': 'OCSPSigning',
  '1.3.6.1.4.1.311.10.3.3': 'msSGC',
  '2.16.840.1.113730.4.1': 'nsSGC',
};

type Decoder = (value: BerValue, critical: boolean) => ExtensionFacts | string;

const decoders: Readonly<Record<string, Decoder>> = {
  basicConstraints: decodeBasicConstraints,
  keyUsage: decodeKeyUsage,
  extKeyUsage: decodeExtendedKeyUsage,
  subjectAltName: (value, critical) => {
    const names = universalTag(value) === 16 ? readGeneralNames(value) : 'GeneralNames is not a SEQUENCE';
    return typeof names === 'string' ? names : { subjectAltName: { critical, names } };
  },
  nameConstraints: (value, critical) => {
    const constraints = readNameConstraints(value);
    return typeof constraints === 'string' ? constraints : { nameConstraints: { critical, ...constraints } };
  },
  subjectKeyIdentifier: (value) =>
    universalTag(value) === 4 ? { subjectKeyIdentifier: copyBytes(octetsOf(value)) } : 'not an OCTET STRING',
  authorityKeyIdentifier: decodeAuthorityKeyIdentifier,
  authorityInfoAccess: decodeAuthorityInfoAccess,
  ...policyDecoders,
};

/**
 * `Extension ::= SEQUENCE { extnID OBJECT IDENTIFIER, critical BOOLEAN DEFAULT FALSE, extnValue OCTET STRING }`.
 * Known extensions are decoded into `facts`; the first of several with one OID counts. Undefined when the structure is another one.
 */
export function readExtension(
  value: BerValue,
  facts: ExtensionFacts,
  onDefect: (defect: DerDefect) => void,
): Extension | undefined {
  const [idValue, ...rest] = value.children;
  const oid = idValue && universalTag(idValue) === 6 ? decodeOid(idValue.content) : undefined;
  const flag = universalTag(rest[0]) === 1 ? rest.shift() : undefined;
  const [octets] = rest;
  if (oid === undefined || octets === undefined || universalTag(octets) !== 4 || rest.length !== 1) return undefined;
  if (flag !== undefined && flag.content.length !== 1) return undefined;
  const critical = flag !== undefined && flag.content[0] !== 0;
  if (flag && !critical) onDefect({ offset: flag.offset, reason: 'a DEFAULT value (critical FALSE) is encoded' });
  if (flag && critical && flag.content[0] !== 0xff) {
    onDefect({ offset: flag.offset, reason: 'BOOLEAN is neither 00 nor FF' });
  }
  const name = extensionNames[oid] ?? oid;
  const defect = decodeInto(facts, name, octets, critical, onDefect);
  const extension = { oid, name, critical, value: copyBytes(octetsOf(octets)) };
  return Object.freeze(defect === undefined ? extension : { ...extension, defect });
}

function decodeInto(
  facts: ExtensionFacts,
  name: string,
  octets: BerValue,
  critical: boolean,
  onDefect: (defect: DerDefect) => void,
): string | undefined {
  const decoder = decoders[name];
  if (decoder === undefined) return undefined;
  const base = octets.offset + octets.raw.length - octets.content.length;
  const report = ({ offset, reason }: DerDefect): void => {
    onDefect({ offset: base + offset, reason });
  };
  try {
    const value = readBer(octetsOf(octets), { what: name, maxNodes: 10_000, onDefect: report });
    reportDerDefects(value, report);
    const decoded = decoder(value, critical);
    if (typeof decoded === 'string') return decoded;
    for (const [key, fact] of Object.entries(decoded) as [string, object][]) {
      if (!(key in facts)) Object.assign(facts, { [key]: fact instanceof Uint8Array ? fact : Object.freeze(fact) });
    }
    return undefined;
  } catch (error) {
    if (isProfilewrightError(error)) return error.message;
    throw error;
  }
}

function decodeBasicConstraints(value: BerValue, critical: boolean): ExtensionFacts | string {
  if (universalTag(value) !== 16) return 'BasicConstraints is not a SEQUENCE';
  const parts = [...value.children];
  const flag = universalTag(parts[0]) === 1 ? parts.shift() : undefined;
  const pathLength = universalTag(parts[0]) === 2 ? parts.shift() : undefined;
  if (parts.length > 0) return 'BasicConstraints has an unknown field';
  // Apple's parser and DER take FF alone for TRUE; any other octet would make a CA for one reader and a leaf for another.
  if (flag && (flag.content.length !== 1 || (flag.content[0] !== 0xff && flag.content[0] !== 0))) {
    return 'the cA BOOLEAN is neither 00 nor FF';
  }
  const cA = flag?.content[0] === 0xff;
  if (pathLength === undefined) return { basicConstraints: { critical, cA } };
  if (pathLength.content.length === 0 || (pathLength.content[0] ?? 0) >= 0x80)
    return 'pathLenConstraint is negative or empty';
  const pathLenConstraint = pathLength.content.reduce((length, octet) => Math.min(length * 256 + octet, 0x7fffffff), 0);
  return { basicConstraints: { critical, cA, pathLenConstraint } };
}

function decodeKeyUsage(value: BerValue, critical: boolean): ExtensionFacts | string {
  const unused = value.content[0];
  if (universalTag(value) !== 3 || value.constructed || unused === undefined || unused > 7) {
    return 'KeyUsage is not a BIT STRING';
  }
  const octets = value.content.subarray(1);
  // Bits that are counted as unused say nothing, whatever they are (X.690 section 8.6.2).
  const count = octets.length * 8 - unused;
  const usages = keyUsageNames.filter((_, bit) => bit < count && (((octets[bit >> 3] ?? 0) << (bit & 7)) & 0x80) !== 0);
  return { keyUsage: { critical, usages: Object.freeze(usages) } };
}

function decodeExtendedKeyUsage(value: BerValue, critical: boolean): ExtensionFacts | string {
  const purposes = value.children.map((child) => (universalTag(child) === 6 ? decodeOid(child.content) : undefined));
  if (universalTag(value) !== 16 || purposes.length === 0) return 'ExtKeyUsageSyntax is not a SEQUENCE of OIDs';
  if (!purposes.every((oid) => oid !== undefined)) return 'a KeyPurposeId cannot be read';
  return { extendedKeyUsage: { critical, purposes: Object.freeze(purposes.map((oid) => purposeNames[oid] ?? oid)) } };
}

function decodeAuthorityKeyIdentifier(value: BerValue): ExtensionFacts | string {
  if (universalTag(value) !== 16) return 'AuthorityKeyIdentifier is not a SEQUENCE';
  const keyIdentifier = value.children.find((child) => isContext(child, 0));
  const issuer = value.children.find((child) => isContext(child, 1));
  const serial = value.children.find((child) => isContext(child, 2));
  const names = issuer === undefined ? undefined : readGeneralNames(issuer);
  if (typeof names === 'string') return names;
  return {
    authorityKeyIdentifier: {
      ...(keyIdentifier ? { keyIdentifier: copyBytes(keyIdentifier.content) } : {}),
      ...(names ? { authorityCertIssuer: names } : {}),
      ...(serial ? { authorityCertSerialNumber: Buffer.from(serial.content).toString('hex').toUpperCase() } : {}),
    },
  };
}
