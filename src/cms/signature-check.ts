import { ProfilewrightError } from '../diagnostics/profilewright-error.js';
import type { Certificate } from '../pki/certificate.js';
import { verifyCertificateSignature } from '../pki/certificate-signature.js';
import { readSignatureScheme } from '../pki/signature-scheme.js';
import { digestAlgorithms, RSA_ENCRYPTION, type DigestAlgorithm } from './algorithms.js';
import type { AlgorithmIdentifier, SignerInfo } from './signer-info.js';

interface SignatureCheck {
  readonly signerInfo: SignerInfo;
  readonly digest: DigestAlgorithm;
  /** The bytes under the signature: the attributes, or the content when there are none. */
  readonly signedBytes: Uint8Array;
  /** The certificates that the SignerInfo may mean. */
  readonly candidates: readonly Certificate[];
  /** All certificates in the message. */
  readonly found: number;
}

/** More certificates than these under one name and serial number are there to cause work. */
const MAX_CANDIDATES = 8;

/** PKCS#1 v1.5 and ECDSA by hash: the names of RFC 8017 and RFC 5758, with the OIDs that bind the hash. */
const pairs = {
  RSA: {
    sha1: ['1.2.840.113549.1.1.5', 'sha1WithRSAEncryption'],
    sha224: ['1.2.840.113549.1.1.14', 'sha224WithRSAEncryption'],
    sha256: ['1.2.840.113549.1.1.11', 'sha256WithRSAEncryption'],
    sha384: ['1.2.840.113549.1.1.12', 'sha384WithRSAEncryption'],
    sha512: ['1.2.840.113549.1.1.13', 'sha512WithRSAEncryption'],
  },
  EC: {
    sha1: ['1.2.840.10045.4.1', 'ecdsa-with-SHA1'],
    sha224: ['1.2.840.10045.4.3.1', 'ecdsa-with-SHA224'],
    sha256: ['1.2.840.10045.4.3.2', 'ecdsa-with-SHA256'],
    sha384: ['1.2.840.10045.4.3.3', 'ecdsa-with-SHA384'],
    sha512: ['1.2.840.10045.4.3.4', 'ecdsa-with-SHA512'],
  },
} as const;

/**
 * Names behind which the digest algorithm of the SignerInfo decides. Apple's own signer wrote the last two for every ECDSA
 * signature, whatever the digest (cmssiginfo.c), and Apple's verifier reads them so.
 */
const looseNames: Readonly<Record<string, { readonly key: 'RSA' | 'EC'; readonly name: string }>> = {
  [RSA_ENCRYPTION]: { key: 'RSA', name: 'rsaEncryption' },
  '1.2.840.10045.2.1': { key: 'EC', name: 'id-ecPublicKey' },
  [pairs.EC.sha1[0]]: { key: 'EC', name: pairs.EC.sha1[1] },
};

/**
 * The digest algorithm that an AlgorithmIdentifier names, from the list of those that are accepted.
 *
 * @throws ProfilewrightError `ERR_CMS_ALGORITHM`
 */
export function readDigestAlgorithm({ oid, parameters }: AlgorithmIdentifier): DigestAlgorithm {
  const known = digestAlgorithms.find((algorithm) => algorithm.oid === oid);
  if (known !== undefined && hasNoParameters(parameters)) return known;
  return refuse(oid, known ? 'its parameters are not NULL' : 'only SHA-1 and SHA-2 are accepted');
}

/**
 * Finds the certificate whose key verifies the signature.
 *
 * @throws ProfilewrightError `ERR_CMS_SIGNER_CERTIFICATE_MISSING`, `ERR_CMS_ALGORITHM`, `ERR_CMS_SIGNATURE_WRONG`
 */
export function verifySignerSignature(check: SignatureCheck): { certificate: Certificate; algorithm: string } {
  const { signerInfo, digest, signedBytes, candidates, found } = check;
  const { key, oid, name } = readAlgorithm(signerInfo.signatureAlgorithm, digest);
  if (candidates.length === 0) throw new ProfilewrightError('ERR_CMS_SIGNER_CERTIFICATE_MISSING', { found });
  const fitting = candidates.filter(({ publicKey }) => publicKey.algorithm === key);
  if (fitting.length === 0) {
    return refuse(name, `the key of the signer is of the kind "${candidates[0]?.publicKey.algorithm ?? ''}"`);
  }
  const parts = { tbs: signedBytes, signatureAlgorithm: { oid }, signature: signerInfo.signature };
  const verdicts = fitting.slice(0, MAX_CANDIDATES).map((certificate) => ({
    certificate,
    verdict: verifyCertificateSignature(parts, certificate.publicKey.spki),
  }));
  const valid = verdicts.find(({ verdict }) => verdict === 'valid');
  if (valid !== undefined) return { certificate: valid.certificate, algorithm: name };
  if (verdicts.every(({ verdict }) => verdict === 'unsupported')) refuse(name, 'the key of the signer cannot be used');
  throw new ProfilewrightError('ERR_CMS_SIGNATURE_WRONG', {});
}

/** The hash of the signature must be the one of the content, or the weaker of the two would decide. */
function readAlgorithm({ oid, parameters }: AlgorithmIdentifier, { hash }: DigestAlgorithm) {
  const loose = Object.hasOwn(looseNames, oid) ? looseNames[oid] : undefined;
  if (loose !== undefined) {
    if (!hasNoParameters(parameters)) return refuse(loose.name, 'its parameters are not NULL');
    return { ...loose, oid: pairs[loose.key][hash][0] };
  }
  const scheme = readSignatureScheme(oid, parameters);
  if (scheme?.key !== 'RSA' && scheme?.key !== 'EC')
    return refuse(oid, 'only RSA (PKCS#1 v1.5) and ECDSA are accepted');
  const [expected, name] = pairs[scheme.key][hash];
  if (scheme.hash !== hash) return refuse(oid, `it does not fit the digest algorithm, "${name}" would`);
  return { key: scheme.key, oid: expected, name };
}

function hasNoParameters(parameters: Uint8Array | undefined): boolean {
  return parameters === undefined || (parameters.length === 2 && parameters[0] === 5 && parameters[1] === 0);
}

function refuse(found: string, reason: string): never {
  throw new ProfilewrightError('ERR_CMS_ALGORITHM', { found, reason });
}
