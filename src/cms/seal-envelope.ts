import { createPublicKey } from 'node:crypto';
import { contentTypes, derContentInfo } from '../asn1/content-info.js';
import { derEnvelopedData } from '../asn1/enveloped-data.js';
import type { Bytes } from '../diagnostics/bytes.js';
import { ProfilewrightError } from '../diagnostics/profilewright-error.js';
import type { Certificate } from '../pki/certificate.js';
import { encodeIssuerAndSerialNumber, encodeSubjectKeyIdentifier } from './certificate-identifier.js';
import { encryptContent } from './content-encryption.js';
import { agreeKey, agreementCurves } from './key-agreement.js';
import { transportKey } from './key-transport.js';
import { encodeKeyAgreement, encodeKeyTransport, encodeRecipientKeyIdentifier } from './recipient-info.js';

/** How a recipient is named in the message. */
export type RecipientNaming = 'issuerAndSerialNumber' | 'subjectKeyIdentifier';

const MIN_RSA_BITS = 2048;
const MAX_RSA_BITS = 16_384;

/**
 * Encrypts the content once with AES-256-CBC, and its key for each certificate: EnvelopedData (RFC 5652 section 6) in DER.
 * Every call gives other bytes.
 *
 * @throws ProfilewrightError `ERR_ENCRYPTION_RECIPIENT`
 */
export function sealEnvelope(content: Uint8Array, recipients: readonly Certificate[], naming: RecipientNaming): Bytes {
  for (const recipient of recipients) assertFit(recipient, naming);
  const { key, algorithm, encrypted } = encryptContent(content);
  const recipientInfos = recipients.map((recipient) => encodeRecipient(recipient, naming, key));
  key.fill(0);
  const isPlain =
    naming === 'issuerAndSerialNumber' && recipients.every(({ publicKey }) => publicKey.algorithm === 'RSA');
  const parts = { recipientInfos, contentEncryptionAlgorithm: algorithm, encryptedContent: encrypted };
  return derContentInfo(contentTypes.envelopedData, ...derEnvelopedData({ version: isPlain ? 0 : 2, ...parts }));
}

function assertFit({ name, publicKey, subjectKeyIdentifier }: Certificate, naming: RecipientNaming): void {
  const { algorithm, bits = 0, curve = '' } = publicKey;
  const refuse = (reason: string): never => {
    throw new ProfilewrightError('ERR_ENCRYPTION_RECIPIENT', { name, reason });
  };
  if (naming === 'subjectKeyIdentifier' && subjectKeyIdentifier === undefined) {
    refuse('it has no subjectKeyIdentifier to name it by');
  }
  if (algorithm === 'EC' && !Object.hasOwn(agreementCurves, curve)) refuse(`its key is on "${curve}"`);
  if (algorithm !== 'EC' && algorithm !== 'RSA') refuse(`its key is of the kind "${algorithm}"`);
  if (algorithm === 'RSA' && (bits < MIN_RSA_BITS || bits > MAX_RSA_BITS)) {
    refuse(`its RSA key has ${String(bits)} bits, and ${String(MIN_RSA_BITS)} to ${String(MAX_RSA_BITS)} are allowed`);
  }
}

function encodeRecipient(recipient: Certificate, naming: RecipientNaming, contentKey: Uint8Array): Bytes {
  const { publicKey, subjectKeyIdentifier: id } = recipient;
  const named = naming === 'subjectKeyIdentifier' ? id : undefined;
  try {
    if (publicKey.algorithm === 'EC') {
      const rid = named === undefined ? encodeIssuerAndSerialNumber(recipient) : encodeRecipientKeyIdentifier(named);
      const curve = agreementCurves[publicKey.curve ?? ''] ?? '';
      return encodeKeyAgreement(rid, agreeKey(curve, publicKey.spki, contentKey));
    }
    const rid = named === undefined ? encodeIssuerAndSerialNumber(recipient) : encodeSubjectKeyIdentifier(named);
    const key = createPublicKey({ key: Buffer.from(publicKey.spki), format: 'der', type: 'spki' });
    return encodeKeyTransport(named === undefined ? 0 : 2, rid, transportKey(key, contentKey));
  } catch {
    // A point that is on no curve, or a modulus that is none.
    throw new ProfilewrightError('ERR_ENCRYPTION_RECIPIENT', { name: recipient.name, reason: 'its key is damaged' });
  }
}
