import type { BerLimits } from '../asn1/ber.js';
import { contentTypes, readContentInfo } from '../asn1/content-info.js';
import { readSignedData } from '../asn1/signed-data.js';
import { ProfilewrightError } from '../diagnostics/profilewright-error.js';

/**
 * The encodings of the certificates in a PKCS#7 "certs-only" message: a SignedData without content and without signers
 * (RFC 8551 section 3.8), as `openssl crl2pkcs7 -nocrl` and Windows (`.p7b`) write it.
 *
 * @throws ProfilewrightError `ERR_CERTIFICATE_IS_OTHER` for a message that is signed or encrypted, `ERR_INPUT_EMPTY`, `ERR_ASN1_*`
 */
export function readCertificateBag(bytes: Uint8Array, limits: BerLimits = {}): readonly Uint8Array[] {
  const { contentType, content } = readContentInfo(bytes, limits);
  if (contentType !== contentTypes.signedData) {
    throw new ProfilewrightError('ERR_CERTIFICATE_IS_OTHER', { found: `a CMS message of type ${contentType}` });
  }
  const { certificates, eContent, signerInfos } = readSignedData(content);
  if (signerInfos.length > 0 || eContent !== undefined) {
    throw new ProfilewrightError('ERR_CERTIFICATE_IS_OTHER', { found: 'a signed CMS message' });
  }
  if (certificates.length === 0)
    throw new ProfilewrightError('ERR_INPUT_EMPTY', { what: 'the PKCS#7 certificate bag' });
  return certificates;
}
