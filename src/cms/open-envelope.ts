import { createHash, type KeyObject } from 'node:crypto';
import { readBer } from '../asn1/ber.js';
import { contentTypes, readContentInfo } from '../asn1/content-info.js';
import { equalBytes } from '../asn1/der.js';
import { readEnvelopedData } from '../asn1/enveloped-data.js';
import { isProfilewrightError, ProfilewrightError } from '../diagnostics/profilewright-error.js';
import type { Certificate } from '../pki/certificate.js';
import { readOwnPublicKey } from '../pki/own-public-key.js';
import type { PublicKey } from '../pki/public-key.js';
import { identifiesCertificate } from './certificate-identifier.js';
import { decryptContent, readContentCipher, type ContentCipher } from './content-encryption.js';
import { openAgreedKey } from './key-agreement.js';
import { openTransportedKey } from './key-transport.js';
import { decodeRecipientInfos, type Recipient } from './recipient-info.js';

export interface OpenEnvelopeOptions<Content> {
  readonly privateKey: KeyObject;
  /** The certificate of the key, by which its recipient is found at once. */
  readonly certificate?: Certificate;
  /** Octets of the encrypted content. */
  readonly maxBytes: number;
  /** What the octets are, or undefined when they are nothing of the kind: a wrong key that fits the padding gives such. */
  readonly read: (content: Uint8Array) => Content | undefined;
}

/** Without a certificate every recipient that may be the one is tried, with the whole content. */
const MAX_TRIES = 100;
const MAX_TRIED_BYTES = 256 * 1024 * 1024;

/** Whether the bytes are EnvelopedData, or AuthEnvelopedData, which is not read. They must begin like a CMS message. */
export function isEnvelope(bytes: Uint8Array): boolean {
  const { contentType } = readContentInfo(readBer(bytes, { what: 'the CMS message', allowTrailing: true }));
  return contentType === contentTypes.envelopedData || contentType === contentTypes.authEnvelopedData;
}

/**
 * Opens EnvelopedData (RFC 5652 section 6), DER or BER, with the private key of a recipient. A recipient who is tried is
 * tried to the end, whatever its key turned out to be, and all that fails has one error.
 *
 * @throws ProfilewrightError `ERR_DECRYPTION_*`; `ERR_CMS_MALFORMED` and `ERR_ASN1_*` for what everybody can see
 */
export function openEnvelope<Content>(bytes: Uint8Array, options: OpenEnvelopeOptions<Content>): Content {
  const { maxBytes, privateKey, read } = options;
  const { contentType, content } = readContentInfo(bytes, { maxBytes: maxBytes + MAX_OVERHEAD });
  if (contentType === contentTypes.authEnvelopedData) {
    throw new ProfilewrightError('ERR_DECRYPTION_ALGORITHM', { part: 'content', found: contentType });
  }
  if (contentType !== contentTypes.envelopedData) {
    throw new ProfilewrightError('ERR_CMS_MALFORMED', { reason: `found "${contentType}" in place of EnvelopedData` });
  }
  const fields = readEnvelopedData(content);
  const { encryptedContent } = fields;
  if (encryptedContent.length > maxBytes) {
    throw new ProfilewrightError('ERR_DECRYPTION_LIMIT', {
      limit: 'bytes',
      found: encryptedContent.length,
      maximum: maxBytes,
    });
  }
  const cipher = readContentCipher(fields.contentEncryptionAlgorithm);
  const candidates = chooseRecipients(decodeRecipientInfos(fields.recipientInfos), options);
  limitTries(candidates.length, encryptedContent.length);
  let unknown: ProfilewrightError | undefined;
  for (const recipient of candidates) {
    const key = orUnknown(() => openKey(recipient, privateKey, cipher));
    if (key instanceof ProfilewrightError) {
      unknown ??= key;
      continue;
    }
    const decrypted = key && decryptContent(cipher, key, encryptedContent);
    const found = decrypted && read(decrypted);
    if (found !== undefined) return found;
  }
  throw unknown ?? new ProfilewrightError('ERR_DECRYPTION_FAILED', {});
}

/** An algorithm that is not known may be that of another recipient, whose key this is not. */
function orUnknown<Value>(open: () => Value): Value | ProfilewrightError {
  try {
    return open();
  } catch (error) {
    if (isProfilewrightError(error, 'ERR_DECRYPTION_ALGORITHM')) return error;
    throw error;
  }
}

/** Room for the recipients: a thousand RSA keys of the largest size, with long names. */
const MAX_OVERHEAD = 4 * 1024 * 1024;

function openKey(recipient: Recipient, privateKey: KeyObject, { keyLength }: ContentCipher): Uint8Array | undefined {
  if (recipient.kind === 'transport') {
    return openTransportedKey(privateKey, recipient.algorithm, recipient.encryptedKey, keyLength);
  }
  const key = openAgreedKey(privateKey, recipient);
  return key?.length === keyLength ? key : undefined;
}

/**
 * The recipient that the certificate names; without one, those that bear the usual identifier of the key, or else all that
 * are of its kind.
 */
function chooseRecipients(
  all: readonly Recipient[],
  { privateKey, certificate }: Pick<OpenEnvelopeOptions<unknown>, 'privateKey' | 'certificate'>,
): readonly Recipient[] {
  const { facts } = readOwnPublicKey(privateKey);
  const fitting = all.filter((recipient) => isFit(recipient, facts));
  if (certificate !== undefined) {
    return fitting.filter(({ identifier }) => identifiesCertificate(identifier, certificate)).slice(0, 1);
  }
  const keyIdentifier = usualKeyIdentifier(facts);
  const named = fitting.filter(
    ({ identifier: id }) => 'subjectKeyIdentifier' in id && equalBytes(id.subjectKeyIdentifier, keyIdentifier),
  );
  return named.length > 0 ? named.slice(0, 1) : fitting;
}

function isFit(recipient: Recipient, { algorithm, bits = 0 }: PublicKey): boolean {
  if (recipient.kind === 'transport')
    return algorithm === 'RSA' && recipient.encryptedKey.length === Math.ceil(bits / 8);
  // The octets of a coordinate, one of them or two, behind one that says which.
  const [length, coordinate] = [recipient.point.length - 1, Math.ceil(bits / 8)];
  return algorithm === 'EC' && (length === coordinate || length === 2 * coordinate);
}

/** SHA-1 of the key's bits (RFC 5280 section 4.2.1.2, method 1). */
function usualKeyIdentifier({ spki }: PublicKey): Uint8Array {
  const bits = readBer(spki, { what: 'the public key' }).children[1]?.content ?? new Uint8Array();
  return createHash('sha1').update(bits.subarray(1)).digest();
}

function limitTries(found: number, bytes: number): void {
  const maximum = Math.max(1, Math.min(MAX_TRIES, Math.floor(MAX_TRIED_BYTES / Math.max(1, bytes))));
  if (found > maximum)
    throw new ProfilewrightError('ERR_DECRYPTION_LIMIT', { limit: 'recipients to try', found, maximum });
}
