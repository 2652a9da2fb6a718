import { createHash, sign } from 'node:crypto';
import { algorithmIdentifier, context, fromHex, integer, octetString, sequence } from '../../support/der.js';
import { signatureIdentifier } from '../../support/signature.js';
import { cmsOid, messageAttribute, messageAttributes } from '../../support/signed-message.js';
import { testKey } from '../../support/test-key.js';
import { message, profile, refused, signerOf, type CmsMessage } from './cms-message.js';

const UNKNOWN = 'ERR_CMS_ALGORITHM';
const rsa = { signer: signerOf('rsa-2048') };
const noPss = 'Apple knows no RSASSA-PSS in certificates, and was never seen to take it in a profile';

/** Algorithms that are broken, unknown, or do not fit each other. */
export const refusedAlgorithms: readonly CmsMessage[] = [
  {
    name: 'MD5',
    make: () => message({ ...rsa, hash: 'md5' }),
    verify: UNKNOWN,
    openssl: 'Verified',
    why: 'two contents with one MD5 are made in seconds',
  },
  {
    name: 'MD5, named md5WithRSAEncryption',
    make: () => message({ ...rsa, hash: 'md5', signatureAlgorithm: signatureIdentifier('md5WithRSAEncryption') }),
    verify: UNKNOWN,
    openssl: 'Verified',
    why: 'two contents with one MD5 are made in seconds',
  },
  {
    name: 'RSASSA-PSS',
    make: () =>
      message({ ...rsa, signWith: 'rsassaPss-sha256', signatureAlgorithm: signatureIdentifier('rsassaPss-sha256') }),
    verify: UNKNOWN,
    openssl: 'Verified',
    why: noPss,
  },
  {
    name: 'RSASSA-PSS with all parameters left to their defaults',
    make: () =>
      message({
        ...rsa,
        hash: 'sha1',
        signWith: 'rsassaPss-sha1',
        signatureAlgorithm: signatureIdentifier('rsassaPss-sha1'),
      }),
    verify: UNKNOWN,
    openssl: 'Verified',
    why: noPss,
  },
  refused('PKCS#1 v1.5 named RSASSA-PSS', UNKNOWN, () =>
    message({ ...rsa, signatureAlgorithm: signatureIdentifier('rsassaPss-sha1') }),
  ),
  {
    name: 'RSASSA-PSS by a key that does nothing else',
    make: () =>
      message({
        signer: signerOf('rsa-pss'),
        signWith: 'rsassaPss-sha256',
        signatureAlgorithm: signatureIdentifier('rsassaPss-sha256'),
      }),
    verify: UNKNOWN,
    openssl: 'Verified',
    why: noPss,
  },
  {
    name: 'DSA',
    make: () => message({ signer: signerOf('dsa-2048') }),
    verify: UNKNOWN,
    openssl: 'Verified',
    why: 'Apple takes no DSA certificate',
  },
  refused('Ed25519', UNKNOWN, () => message({ signer: signerOf('ed25519'), hash: 'sha512' })),
  refused('Ed25519 below a digest of SHA-256', UNKNOWN, () => message({ signer: signerOf('ed25519') })),
  {
    name: 'SHA3-256',
    make: () => {
      const digest = octetString(createHash('sha3-256').update(profile).digest());
      return message({
        ...rsa,
        digestAlgorithm: algorithmIdentifier('2.16.840.1.101.3.4.2.8'),
        attributes: messageAttributes(profile, { messageDigest: [messageAttribute(cmsOid.messageDigest, digest)] }),
        signature: (_, signed) => sign('sha3-256', signed, testKey('rsa-2048').privateKey),
      });
    },
    verify: UNKNOWN,
    openssl: 'Verified',
    why: 'no device takes SHA-3 in a signature',
  },
  refused('a digest algorithm that nobody knows', UNKNOWN, () =>
    message({ digestAlgorithm: algorithmIdentifier('1.2.3.4') }),
  ),
  {
    ...refused('a signature algorithm that nobody knows', UNKNOWN, () =>
      message({ signatureAlgorithm: algorithmIdentifier('1.2.3.4') }),
    ),
    openssl: 'Verified',
    why: 'openssl goes by the key and the digest, whatever is named; what is named and unknown may mean something else',
  },
  {
    name: 'a digest algorithm with parameters',
    make: () => message({ digestAlgorithm: algorithmIdentifier(cmsOid.sha256, octetString()) }),
    verify: UNKNOWN,
    openssl: 'Verified',
    why: 'RFC 5754 section 2 knows NULL and nothing; what else stands there has no meaning that two readers share',
  },
  {
    name: 'rsaEncryption with parameters',
    make: () =>
      message({ ...rsa, signatureAlgorithm: algorithmIdentifier(cmsOid.rsaEncryption, sequence(integer(1))) }),
    verify: UNKNOWN,
    openssl: 'Verified',
    why: 'RFC 3370 section 3.2 knows NULL only',
  },
  refused('a NULL that is not empty', UNKNOWN, () =>
    message({ digestAlgorithm: algorithmIdentifier(cmsOid.sha256, fromHex('050100')) }),
  ),
  refused('the digest algorithm of the signer not listed', 'ERR_CMS_MALFORMED', () =>
    message({ digestAlgorithms: [algorithmIdentifier(cmsOid.sha512)] }),
  ),
  refused('no digest algorithm listed', 'ERR_CMS_MALFORMED', () => message({ digestAlgorithms: [] })),
  refused('a signature over SHA-1 below a digest of SHA-256', UNKNOWN, () =>
    message({
      ...rsa,
      signWith: 'sha1WithRSAEncryption',
      signatureAlgorithm: signatureIdentifier('sha1WithRSAEncryption'),
    }),
  ),
  refused('a signature over SHA-512 named as such below a digest of SHA-256', UNKNOWN, () =>
    message({ signWith: 'ecdsa-with-SHA512', signatureAlgorithm: signatureIdentifier('ecdsa-with-SHA512') }),
  ),
  {
    ...refused('a signature over SHA-256 named ecdsa-with-SHA512', UNKNOWN, () =>
      message({ signatureAlgorithm: signatureIdentifier('ecdsa-with-SHA512') }),
    ),
    openssl: 'Verified',
    why: 'openssl goes by the digest, whatever is named; of two hashes the weaker would decide',
  },
  refused('a digest algorithm that is not the one of the digest', 'ERR_CMS_DIGEST_MISMATCH', () =>
    message({ digestAlgorithm: algorithmIdentifier(cmsOid.sha512) }),
  ),
  refused('ecdsa-with-SHA1 over SHA-1 below a digest of SHA-256', 'ERR_CMS_SIGNATURE_WRONG', () =>
    message({ signWith: 'ecdsa-with-SHA1', signatureAlgorithm: signatureIdentifier('ecdsa-with-SHA1') }),
  ),
  refused('unsigned attributes twice', 'ERR_CMS_MALFORMED', () => message({ unsigned: [context(1), context(1)] })),
];
