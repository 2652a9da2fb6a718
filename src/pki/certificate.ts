import { createHash } from 'node:crypto';
import { isContext, readBer, universalTag, type BerValue } from '../asn1/ber.js';
import { copyBytes, equalBytes } from '../asn1/der.js';
import { reportDerDefects } from '../asn1/der-defects.js';
import type { Bytes } from '../diagnostics/bytes.js';
import { escapeText } from '../diagnostics/escape-text.js';
import { ProfilewrightError } from '../diagnostics/profilewright-error.js';
import { verifyCertificateSignature } from './certificate-signature.js';
import { lastAttribute, readName, type DistinguishedName } from './distinguished-name.js';
import { readExtension, type Extension, type ExtensionFacts } from './extensions.js';
import { readPublicKey, type PublicKey } from './public-key.js';
import { readSignatureAlgorithm, type SignatureAlgorithm } from './signature-algorithm.js';
import { readTime } from './time.js';

/**
 * `root`: a CA that is self-signed in Apple's sense; `intermediate`: any other CA; `leaf`: not a CA.
 * A self-signed X.509 version 1 certificate counts as a CA, as it does for Apple's evaluator.
 */
export type CertificateRole = 'root' | 'intermediate' | 'leaf';

/** One departure from DER or from the structure that RFC 5280 demands. `offset` counts bytes from the start of `raw`. */
export interface EncodingDefect {
  readonly offset: number;
  /** For example `length is not minimal` or `BOOLEAN is neither 00 nor FF`. */
  readonly reason: string;
}

/** An X.509 certificate (RFC 5280) as plain, frozen facts. `raw` holds the very bytes of the input. */
export interface Certificate extends Readonly<ExtensionFacts> {
  readonly raw: Bytes;
  /** The CN, or else the whole subject, in double quotes and with control characters escaped: fit for messages. */
  readonly name: string;
  readonly role: CertificateRole;
  readonly version: number;
  /** Upper-case hexadecimal digits of the INTEGER's content, as encoded. */
  readonly serialNumber: string;
  readonly issuer: DistinguishedName;
  readonly subject: DistinguishedName;
  /** The last (most specific) commonName of the subject. */
  readonly commonName?: string;
  readonly notBefore: Date;
  readonly notAfter: Date;
  readonly publicKey: PublicKey;
  readonly signatureAlgorithm: SignatureAlgorithm;
  /** Whether basicConstraints says `cA=TRUE`, or the certificate is a self-signed version 1 certificate. */
  readonly isCA: boolean;
  /** Self-signed in Apple's sense: equal names, SKI equals AKI when there is an AKI, and the own key verifies the signature. */
  readonly isSelfSigned: boolean;
  /** All extensions, in order, also those that are unknown or cannot be decoded. */
  readonly extensions: readonly Extension[];
  /** Upper-case hexadecimal. */
  readonly fingerprints: { readonly sha1: string; readonly sha256: string };
  /** Where the encoding departs from DER or RFC 5280 although it can be read; empty for a sound certificate. */
  readonly encodingDefects: readonly EncodingDefect[];
}

/** The three parts of a signed certificate, as bytes of the encoding. */
export interface SignedParts {
  readonly tbs: Uint8Array;
  readonly signatureAlgorithm: { readonly oid: string; readonly parameters?: Uint8Array };
  readonly signature: Uint8Array;
}

const MAX_CERTIFICATE_BYTES = 1024 * 1024;
const MAX_CERTIFICATE_NODES = 10_000;

/** Reads the outer structure: `Certificate ::= SEQUENCE { tbsCertificate, signatureAlgorithm, signature BIT STRING }`. */
export function readSignedParts({ raw }: { readonly raw: Uint8Array }): SignedParts {
  const known = knownParts.get(raw);
  if (known !== undefined) return known;
  const value = readBer(raw, { what: 'the certificate', maxNodes: MAX_CERTIFICATE_NODES });
  const parts = signedParts(value) ?? unreadable('the signature cannot be read');
  knownParts.set(raw, parts);
  return parts;
}

/** Views of the same bytes: a signature is checked more often than a certificate is read. */
const knownParts = new WeakMap<Uint8Array, SignedParts>();

/**
 * Reads one certificate from its DER or BER bytes. What departs from DER is kept and listed in `encodingDefects`.
 *
 * @throws ProfilewrightError `ERR_CERTIFICATE_UNREADABLE`, `ERR_CERTIFICATE_TRAILING_BYTES`, `ERR_INPUT_TOO_LARGE`, `ERR_ASN1_*`
 */
export function decodeCertificate(der: Uint8Array): Certificate {
  if (der.length > MAX_CERTIFICATE_BYTES) {
    const details = { what: 'the certificate', bytes: der.length, maxBytes: MAX_CERTIFICATE_BYTES };
    throw new ProfilewrightError('ERR_INPUT_TOO_LARGE', details);
  }
  const raw = copyBytes(der);
  const defects: EncodingDefect[] = [];
  const onDefect = (defect: EncodingDefect): void => void defects.push(Object.freeze(defect));
  const options = { what: 'the certificate', maxNodes: MAX_CERTIFICATE_NODES, onDefect, allowTrailing: true };
  const value = readBer(raw, options);
  if (value.raw.length < raw.length) {
    throw new ProfilewrightError('ERR_CERTIFICATE_TRAILING_BYTES', { bytes: raw.length - value.raw.length });
  }
  reportDerDefects(value, onDefect);
  const parts = signedParts(value) ?? unreadable('not SEQUENCE { tbsCertificate, signatureAlgorithm, signature }');
  const facts = readTbs(value.children[0], onDefect);
  const outer = readSignatureAlgorithm(value.children[1]) ?? unreadable('the signatureAlgorithm cannot be read');
  const sameAlgorithm = equalBytes(value.children[1]?.raw ?? raw, facts.innerAlgorithm);
  if (!sameAlgorithm) {
    onDefect({
      offset: value.children[1]?.offset ?? 0,
      reason: 'signatureAlgorithm differs from the one that is signed',
    });
  }
  const isSelfSigned = sameAlgorithm && namesItself(facts) && verifySelf(parts, facts);
  return assemble(raw, facts, outer, isSelfSigned, defects);
}

type TbsFacts = ReturnType<typeof readTbs>;

function readTbs(tbs: BerValue | undefined, onDefect: (defect: EncodingDefect) => void) {
  const fields = [...(tbs?.children ?? [])];
  const versionValue = isContext(fields[0], 0) ? fields.shift() : undefined;
  const [serial, algorithm, issuer, validity, subject, key, ...optional] = fields;
  if (serial === undefined || universalTag(serial) !== 2) return unreadable('the serialNumber is not an INTEGER');
  if (serial.content.length === 0) onDefect({ offset: serial.offset, reason: 'INTEGER is empty' });
  reportSurplus(optional, onDefect);
  const facts: ExtensionFacts = {};
  const extensions = readExtensions(optional).map(
    (value) => readExtension(value, facts, onDefect) ?? unreadable('an Extension cannot be read'),
  );
  const [notBefore, notAfter] = validity?.children ?? [];
  return {
    version: versionValue === undefined ? 1 : readVersion(versionValue),
    serialNumber: Buffer.from(serial.content).toString('hex').toUpperCase(),
    innerAlgorithm: algorithm?.raw ?? new Uint8Array(),
    issuer: readName(issuer) ?? unreadable('the issuer is not a Name'),
    subject: readName(subject) ?? unreadable('the subject is not a Name'),
    notBefore: readTime(notBefore, onDefect) ?? unreadable('notBefore is not a time'),
    notAfter: readTime(notAfter, onDefect) ?? unreadable('notAfter is not a time'),
    publicKey: readPublicKey(key) ?? unreadable('the subjectPublicKeyInfo cannot be read'),
    extensions: Object.freeze(extensions),
    facts,
  };
}

function readVersion({ children: [version] }: BerValue): number {
  const [octet, ...rest] = (universalTag(version) === 2 ? version?.content : undefined) ?? [];
  return octet === undefined || rest.length > 0 ? unreadable('the version is not an INTEGER of one octet') : octet + 1;
}

/** `extensions [3] EXPLICIT SEQUENCE OF Extension`: the first such field, if there is one. */
function readExtensions(optional: readonly BerValue[]): readonly BerValue[] {
  const field = optional.find((value) => isContext(value, 3));
  if (field === undefined) return [];
  const [extensions, ...others] = field.children;
  if (extensions === undefined || universalTag(extensions) !== 16 || others.length > 0) {
    return unreadable('the extensions are not one SEQUENCE');
  }
  return extensions.children;
}

/** Behind the key stand issuerUniqueID [1], subjectUniqueID [2] and extensions [3], each at most once and in this order. */
function reportSurplus(optional: readonly BerValue[], onDefect: (defect: EncodingDefect) => void): void {
  let last = 0;
  for (const field of optional) {
    if (field.tagClass === 2 && field.tagNumber > last && field.tagNumber <= 3) last = field.tagNumber;
    else onDefect({ offset: field.offset, reason: 'tbsCertificate has an unknown, doubled or misplaced field' });
  }
}

function assemble(
  raw: Bytes,
  tbs: TbsFacts,
  signatureAlgorithm: SignatureAlgorithm,
  isSelfSigned: boolean,
  defects: readonly EncodingDefect[],
): Certificate {
  const { facts, innerAlgorithm: _, ...rest } = tbs;
  const commonName = lastAttribute(tbs.subject, 'CN');
  const isCA = facts.basicConstraints?.cA ?? (tbs.version === 1 && isSelfSigned);
  return Object.freeze({
    raw,
    name: `"${escapeText([commonName, tbs.subject.text].find(Boolean) ?? `serial ${tbs.serialNumber}`)}"`,
    role: isCA ? (isSelfSigned ? 'root' : 'intermediate') : 'leaf',
    ...rest,
    ...(commonName === undefined ? {} : { commonName }),
    signatureAlgorithm,
    isCA,
    isSelfSigned,
    ...facts,
    fingerprints: Object.freeze({ sha1: fingerprint('sha1', raw), sha256: fingerprint('sha256', raw) }),
    encodingDefects: Object.freeze(defects),
  });
}

/** Apple's notion of self-issued: equal names, and SKI equal to AKI as soon as there is an AKI keyIdentifier. */
function namesItself({ issuer, subject, facts }: TbsFacts): boolean {
  const keyIdentifier = facts.authorityKeyIdentifier?.keyIdentifier;
  const own = facts.subjectKeyIdentifier;
  if (keyIdentifier && !(own && equalBytes(own, keyIdentifier))) return false;
  return issuer.normalized === subject.normalized;
}

function verifySelf(parts: SignedParts, { publicKey }: TbsFacts): boolean {
  return verifyCertificateSignature(parts, publicKey.spki) === 'valid';
}

function signedParts(value: BerValue): SignedParts | undefined {
  const [tbs, algorithm, signature] = value.children;
  const known = readSignatureAlgorithm(algorithm);
  if (universalTag(value) !== 16 || value.children.length !== 3 || universalTag(tbs) !== 16) return undefined;
  if (tbs === undefined || known === undefined || signature === undefined || universalTag(signature) !== 3)
    return undefined;
  const parameters = algorithm?.children[1]?.raw;
  return {
    tbs: tbs.raw,
    signatureAlgorithm: parameters === undefined ? { oid: known.oid } : { oid: known.oid, parameters },
    // Signatures are whole octets: with unused bits, one certificate would have many encodings that all verify.
    signature: signature.content[0] === 0 && !signature.constructed ? signature.content.subarray(1) : new Uint8Array(),
  };
}

function fingerprint(hash: 'sha1' | 'sha256', bytes: Uint8Array): string {
  return createHash(hash).update(bytes).digest('hex').toUpperCase();
}

function unreadable(reason: string): never {
  throw new ProfilewrightError('ERR_CERTIFICATE_UNREADABLE', { reason });
}
