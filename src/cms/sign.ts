import { createHash, verify as verifySignature } from 'node:crypto';
import { types } from 'node:util';
import { contentTypes, derContentInfo } from '../asn1/content-info.js';
import { copyBytes } from '../asn1/der.js';
import { derSignedData } from '../asn1/signed-data.js';
import { now } from '../device/clock.js';
import type { Bytes } from '../diagnostics/bytes.js';
import { ProfilewrightError } from '../diagnostics/profilewright-error.js';
import { encodeEcdsaSignature } from './ecdsa-signature.js';
import { prepareSigner, type PreparedSigner } from './prepare-signer.js';
import { requestSignature } from './request-signature.js';
import { encodeSignedAttributes } from './signed-attributes.js';
import { encodeSignerInfo } from './signer-info.js';
import type { AbortSignalLike, Signer, SigningAlgorithm } from './signer.js';

export interface SignContentOptions {
  /** The signingTime attribute, in whole seconds; now unless given. */
  readonly signingTime?: Date;
  /** When it aborts, the promise rejects with its reason, as in the DOM. */
  readonly signal?: AbortSignalLike;
  /** The signature is verified with the certificate of the signer before it is returned, unless this is `false`. */
  readonly verify?: boolean;
}

/**
 * Signs `content`: attached SignedData (RFC 5652) with contentType, signingTime and messageDigest signed, and the chain
 * of the signer, leaf first. The content is copied first, so that changing it meanwhile changes nothing.
 *
 * @throws ProfilewrightError `ERR_CMS_SIGNER_FAILED`, `ERR_CMS_SIGNER_WRONG_SIGNATURE`, `ERR_KEY_*` when the algorithm does not fit the certificate
 * @throws TypeError for arguments of another type
 */
export async function signContent(
  content: Uint8Array,
  signer: Signer,
  options: SignContentOptions = {},
): Promise<Bytes> {
  const { signingTime = now(), signal, verify = true } = options;
  assertArguments(content, signingTime);
  const prepared = prepareSigner(signer);
  const { algorithm } = signer;
  const { scheme, signerInfoHead: head, digestAlgorithm, signatureAlgorithm, certificates } = prepared;
  const own = copyBytes(content);
  const messageDigest = createHash(scheme.hash).update(own).digest();
  const signedAttributes = encodeSignedAttributes(signingTime, messageDigest);
  const answer = await requestSignature(signer, signedAttributes, { hash: scheme.hash, signal });
  const signature = encodeSignature(answer, prepared, algorithm);
  if (verify && !verifySignature(scheme.hash, signedAttributes, prepared.publicKey, signature)) {
    refuseSignature(algorithm, 'its certificate does not verify it');
  }
  const signerInfo = encodeSignerInfo({ head, signedAttributes, signatureAlgorithm, signature });
  const signedData = derSignedData({ digestAlgorithm, content: own, certificates, signerInfo });
  return derContentInfo(contentTypes.signedData, ...signedData);
}

function assertArguments(content: unknown, signingTime: unknown): void {
  if (!types.isUint8Array(content)) throw new TypeError('content must be a Uint8Array');
  const isDate = signingTime instanceof Date && !Number.isNaN(signingTime.getTime());
  const year = isDate ? signingTime.getUTCFullYear() : -1;
  if (year < 0 || year > 9999) throw new TypeError('options.signingTime must be a Date of the years 0 to 9999');
}

/** The signature as it is written: RSA as it came, ECDSA in DER. */
function encodeSignature(answer: unknown, prepared: PreparedSigner, algorithm: SigningAlgorithm): Uint8Array {
  if (!types.isUint8Array(answer)) throw new TypeError('signer.sign must resolve to a Uint8Array');
  const { rsaLength, scheme } = prepared;
  if (rsaLength !== undefined) {
    const reason = `it has ${String(answer.length)} octets, not ${String(rsaLength)}`;
    return answer.length === rsaLength ? answer : refuseSignature(algorithm, reason);
  }
  const encoded = encodeEcdsaSignature(answer, scheme.coordinateLength ?? 0);
  return encoded ?? refuseSignature(algorithm, `its ${String(answer.length)} octets are neither DER nor P1363`);
}

function refuseSignature(algorithm: SigningAlgorithm, reason: string): never {
  throw new ProfilewrightError('ERR_CMS_SIGNER_WRONG_SIGNATURE', { algorithm, reason });
}
