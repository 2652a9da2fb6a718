import { contentTypes, readContentInfo } from '../asn1/content-info.js';
import { readSignedData } from '../asn1/signed-data.js';
import { ProfilewrightError } from '../diagnostics/profilewright-error.js';
import { decodeCertificate, type Certificate } from './certificate.js';

/**
 * The certificates of a PKCS#7 "certs-only" message: a SignedData without content and without signers (RFC 8551 section
 * 3.8), as `openssl crl2pkcs7 -nocrl` and Windows (`.p7b`) write it.
 *
 * @throws ProfilewrightError `ERR_CERTIFICATE_IS_OTHER` for a message that is signed or encrypted,
 * `ERR_CERTIFICATE_LIMIT` before any of too many certificates is read, and `ERR_ASN1_*`
 */
export function readCertificateBag(bytes: Uint8Array, maxCertificates: number): Certificate[] {
  const { contentType, content } = readContentInfo(bytes);
  if (contentType !== contentTypes.signedData) {
    throw new ProfilewrightError('ERR_CERTIFICATE_IS_OTHER', { found: `a CMS message of type ${contentType}` });
  }
  const { certificates, eContent, signerInfos } = readSignedData(content);
  if (signerInfos.length > 0 || eContent !== undefined) {
    throw new ProfilewrightError('ERR_CERTIFICATE_IS_OTHER', { found: 'a signed CMS message' });
  }
  if (certificates.length === 0)
    throw new ProfilewrightError('ERR_INPUT_EMPTY', { what: 'the PKCS#7 certificate bag' });
  if (certificates.length > maxCertificates) {
    throw new ProfilewrightError('ERR_CERTIFICATE_LIMIT', { found: certificates.length, maximum: maxCertificates });
  }
  return certificates.map(decodeCertificate);
}
