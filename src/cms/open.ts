import { createHash, timingSafeEqual } from 'node:crypto';
import { readBer, universalTag, type BerValue } from '../asn1/ber.js';
import { contentTypes, isContentInfo, readContentInfo } from '../asn1/content-info.js';
import { copyBytes } from '../asn1/der.js';
import { readSignedData, type SignedDataFields } from '../asn1/signed-data.js';
import type { Bytes } from '../diagnostics/bytes.js';
import { issue, type Issue } from '../diagnostics/issue.js';
import { isProfilewrightError, ProfilewrightError } from '../diagnostics/profilewright-error.js';
import { decodeCertificate, type Certificate } from '../pki/certificate.js';
import type { DigestAlgorithm } from './algorithms.js';
import { identifiesCertificate } from './certificate-identifier.js';
import { readDigestAlgorithm, verifySignerSignature } from './signature-check.js';
import { decodeSignedAttributes, type SignedAttributes } from './signed-attributes.js';
import { decodeAlgorithm, decodeSignerInfo, type SignerInfo } from './signer-info.js';

/** Signed content whose signature is sound. Whether the signer is trusted is another question. */
export interface OpenedSignedData {
  /** The very bytes that were hashed. */
  readonly content: Bytes;
  /** The certificate whose key verified the signature. */
  readonly signer: Certificate;
  /** All certificates in the message, in its order. */
  readonly certificates: readonly Certificate[];
  /** What the signer claims. */
  readonly signingTime?: Date;
  /** For example `SHA-256`. */
  readonly digestAlgorithm: string;
  /** For example `rsaEncryption`, `sha256WithRSAEncryption`, `ecdsa-with-SHA256`. */
  readonly signatureAlgorithm: string;
  /** What weakens the signature without breaking it. */
  readonly issues: readonly Issue[];
}

const MAX_CERTIFICATES = 1000;

/**
 * Opens attached SignedData (RFC 5652) with one signer, DER or BER, and verifies digest and signature.
 *
 * @throws ProfilewrightError `ERR_CMS_*`; `ERR_ASN1_*` for what cannot be read
 */
export function openSignedData(bytes: Uint8Array): OpenedSignedData {
  const fields = readFields(bytes);
  const [signerInfoValue, ...others] = fields.signerInfos;
  if (signerInfoValue === undefined) throw new ProfilewrightError('ERR_CMS_NOT_SIGNED', {});
  if (others.length > 0) throw new ProfilewrightError('ERR_CMS_SIGNER_COUNT', { found: fields.signerInfos.length });
  if (fields.eContent === undefined) throw new ProfilewrightError('ERR_CMS_DETACHED', {});
  const content = copyBytes(fields.eContent);
  const signerInfo = decodeSignerInfo(signerInfoValue);
  const digest = readDigestAlgorithm(signerInfo.digestAlgorithm);
  assertListed(fields, signerInfo);
  const attributes = signerInfo.signedAttrs && decodeSignedAttributes(signerInfo.signedAttrs);
  if (attributes === undefined) assertNoAttributes(content);
  else assertAttributesFit(attributes, content, digest);
  const { certificates, unreadable } = readSignerCertificates(fields);
  const verified = verifySignerSignature({
    signerInfo,
    digest,
    signedBytes: attributes?.signedBytes ?? content,
    candidates: certificates.filter((certificate) => identifiesCertificate(signerInfo.sid, certificate)),
    found: certificates.length,
  });
  return Object.freeze({
    content,
    signer: verified.certificate,
    certificates: Object.freeze(certificates),
    ...(attributes?.signingTime === undefined ? {} : { signingTime: attributes.signingTime }),
    digestAlgorithm: digest.name,
    signatureAlgorithm: verified.algorithm,
    issues: Object.freeze([...unreadable, ...judgeSignature(verified.certificate, digest, attributes)]),
  });
}

function readFields(bytes: Uint8Array): SignedDataFields {
  if (!isContentInfo(bytes)) throw new ProfilewrightError('ERR_CMS_NOT_SIGNED', {});
  const value = readBer(bytes, { what: 'the CMS message', allowTrailing: true });
  const trailing = bytes.length - value.raw.length;
  if (trailing > 0) throw new ProfilewrightError('ERR_CMS_TRAILING_DATA', { bytes: trailing });
  const { contentType, content } = readContentInfo(value);
  if (contentType === contentTypes.data) throw new ProfilewrightError('ERR_CMS_NOT_SIGNED', {});
  if (contentType !== contentTypes.signedData) refuseType(contentType);
  const fields = readSignedData(content);
  if (fields.eContentType !== contentTypes.data) refuseType(fields.eContentType);
  return fields;
}

function refuseType(found: string): never {
  if (found === contentTypes.envelopedData || found === contentTypes.authEnvelopedData)
    throw new ProfilewrightError('ERR_CMS_ENCRYPTED', {});
  throw new ProfilewrightError('ERR_CMS_CONTENT_TYPE', { found });
}

/** A device hashes with the algorithms of this list only, before it has seen the SignerInfo. */
function assertListed({ digestAlgorithms }: SignedDataFields, { digestAlgorithm }: SignerInfo): void {
  if (digestAlgorithms.some((value) => decodeAlgorithm(value)?.oid === digestAlgorithm.oid)) return;
  throw new ProfilewrightError('ERR_CMS_MALFORMED', { reason: 'digestAlgorithms lacks the algorithm of the signer' });
}

/**
 * Without signed attributes, those of another message could be passed off as content: their signature covers the same
 * bytes (ePrint 2023/1801).
 */
function assertNoAttributes(content: Uint8Array): void {
  if (content[0] !== 0x31) return;
  try {
    const value = readBer(content, { what: 'the content' });
    const isAttribute = ({ children: [type] }: BerValue): boolean => universalTag(type) === 6;
    if (!value.children.every(isAttribute)) return;
  } catch (error) {
    if (isProfilewrightError(error, 'ERR_ASN1_MALFORMED')) return;
    throw error;
  }
  const reason = 'there are none, and the content looks like those of another message';
  throw new ProfilewrightError('ERR_CMS_SIGNED_ATTRIBUTES', { reason });
}

function assertAttributesFit(
  { contentType, messageDigest }: SignedAttributes,
  content: Bytes,
  { hash }: DigestAlgorithm,
): void {
  if (contentType !== contentTypes.data) {
    throw new ProfilewrightError('ERR_CMS_SIGNED_ATTRIBUTES', { reason: 'contentType differs from the content' });
  }
  const actual = createHash(hash).update(content).digest();
  if (messageDigest.length !== actual.length || !timingSafeEqual(messageDigest, actual)) {
    throw new ProfilewrightError('ERR_CMS_DIGEST_MISMATCH', {});
  }
}

/** Those that cannot be read are passed over: only the signer's is needed, and only that one verifies the signature. */
function readSignerCertificates(fields: SignedDataFields): { certificates: Certificate[]; unreadable: Issue[] } {
  const found = fields.certificates.length;
  if (found > MAX_CERTIFICATES) {
    throw new ProfilewrightError('ERR_CMS_CERTIFICATE_LIMIT', { found, maximum: MAX_CERTIFICATES });
  }
  const certificates: Certificate[] = [];
  for (const encoding of fields.certificates) {
    try {
      certificates.push(decodeCertificate(encoding));
    } catch (error) {
      if (!isProfilewrightError(error)) throw error;
    }
  }
  const count = found - certificates.length;
  return {
    certificates,
    unreadable: count === 0 ? [] : [issue('cms-certificate-unreadable', { pointer: '' }, { count })],
  };
}

function* judgeSignature(
  certificate: Certificate,
  { hash, name }: DigestAlgorithm,
  attributes: SignedAttributes | undefined,
): Generator<Issue> {
  if (hash === 'sha1') yield issue('signer-digest', { certificate }, { algorithm: name });
  if (attributes === undefined) yield issue('no-signed-attributes', { certificate });
  if (attributes?.isSorted === false) yield issue('signed-attributes-order', { certificate });
}
