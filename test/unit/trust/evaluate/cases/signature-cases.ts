import { algorithmIdentifier } from '../../../../support/der.js';
import type { CertificateOptions } from '../../../../support/issue-certificate.js';
import { testKey } from '../../../../support/test-key.js';
import type { Scenario, TrustCase } from '../trust-case.js';

const rsaIssuer: Scenario = { intermediate: { key: 'rsa-2048' } };
const md5: CertificateOptions = { algorithm: 'md5WithRSAEncryption' };
const sha1: CertificateOptions = { algorithm: 'ecdsa-with-SHA1' };
const pssRoot: CertificateOptions = { key: 'rsa-2048', algorithm: 'rsassaPss-sha256' };

/** Signed for itself by somebody else, which is what a leaf that is trusted for itself usually is. */
const trustedLeaf: Scenario = { intermediate: 'none', anchor: 'leaf' };

const hashes: readonly TrustCase[] = [
  ['SHA-1 on the leaf', { leaf: sha1 }, 'refused', 'error sha1-signature leaf'],
  ['SHA-1 on the intermediate', { intermediate: sha1 }, 'refused', 'error sha1-signature intermediate'],
  ['SHA-1 on the self-signed root', { root: sha1 }, 'trusted'],
  ['SHA-1 on the self-signed root of an app', { root: sha1, source: 'app' }, 'trusted'],
  ['MD5 on the self-signed root', { root: { key: 'rsa-2048', ...md5 } }, 'trusted'],
  ['SHA-1 without TLS', { policy: 'basic', leaf: sha1 }, 'trusted', 'warning sha1-signature leaf'],
  ['MD5 on the leaf', { ...rsaIssuer, leaf: md5 }, 'refused', 'error sha1-signature leaf'],
  ['MD5 without TLS', { ...rsaIssuer, policy: 'basic', leaf: md5 }, 'refused', 'error sha1-signature leaf'],
  ['SHA-224', { leaf: { algorithm: 'ecdsa-with-SHA224' } }, 'trusted'],
  ['SHA-384', { leaf: { algorithm: 'ecdsa-with-SHA384' } }, 'trusted'],
  ['SHA-512', { leaf: { algorithm: 'ecdsa-with-SHA512' } }, 'trusted'],
  ['RSA with SHA-224', { ...rsaIssuer, leaf: { algorithm: 'sha224WithRSAEncryption' } }, 'trusted'],
];

/** The article and the code speak of every certificate that is not self-signed; an anchor can be one of them. */
const anchors: readonly TrustCase[] = [
  [
    'SHA-1 on an intermediate that is the anchor of an app',
    { anchor: 'intermediate', source: 'app', intermediate: sha1 },
    'refused',
    'error sha1-signature intermediate',
  ],
  ['SHA-256 on an intermediate that is the anchor of an app', { anchor: 'intermediate', source: 'app' }, 'trusted'],
  [
    'MD5 on an intermediate that is the anchor of an app, without TLS',
    {
      anchor: 'intermediate',
      source: 'app',
      policy: 'basic',
      root: { key: 'rsa-2048' },
      intermediate: md5,
    },
    'refused',
    'error sha1-signature intermediate',
  ],
  [
    'SHA-1 on a leaf that the user trusts for itself',
    { ...trustedLeaf, leaf: sha1 },
    'trusted',
    'warning sha1-signature leaf',
  ],
  [
    'SHA-1 on a leaf that an app trusts for itself',
    { ...trustedLeaf, source: 'app', leaf: sha1 },
    'refused',
    'error sha1-signature leaf',
  ],
];

const pss: readonly TrustCase[] = [
  [
    'RSASSA-PSS on the leaf',
    { ...rsaIssuer, leaf: { algorithm: 'rsassaPss-sha256' } },
    'refused',
    'error rsa-pss-signature leaf',
  ],
  [
    'RSASSA-PSS on the root, which is then not self-signed for Apple',
    { root: pssRoot, intermediate: { algorithm: 'sha256WithRSAEncryption' } },
    'refused',
    'error rsa-pss-signature root',
  ],
  [
    'RSASSA-PSS on a root whose switch is off',
    { root: pssRoot, intermediate: { algorithm: 'sha256WithRSAEncryption' }, source: 'installed' },
    'refused',
    'error rsa-pss-signature root',
    'info trust-manual-toggle root',
  ],
  [
    'RSASSA-PSS on the root of an app, which need not be self-signed',
    { root: pssRoot, intermediate: { algorithm: 'sha256WithRSAEncryption' }, source: 'app' },
    'trusted',
  ],
  ['RSA without PSS on the root', { root: { key: 'rsa-2048' } }, 'trusted'],
];

/** The identifier of an algorithm without the parameters that it must have. */
const bare: CertificateOptions = {
  algorithm: 'sha256WithRSAEncryption',
  innerAlgorithm: algorithmIdentifier('1.2.840.113549.1.1.11'),
  outerAlgorithm: algorithmIdentifier('1.2.840.113549.1.1.11'),
};

const parameters: readonly TrustCase[] = [
  ['an RSA signature with NULL for parameters', { ...rsaIssuer, leaf: {} }, 'trusted'],
  ['an RSA signature without parameters', { ...rsaIssuer, leaf: bare }, 'refused', 'error rsa-params-null leaf'],
  [
    'an RSA signature without parameters on the root, which is not loaded either',
    { root: { key: 'rsa-2048', ...bare }, intermediate: { algorithm: 'sha256WithRSAEncryption' }, source: 'app' },
    'refused',
    'error rsa-params-null root',
  ],
];

const broken: readonly TrustCase[] = [
  [
    'one bit of the signature flipped',
    { leaf: { signature: 'tampered' } },
    'refused',
    'error issuer-signature intermediate',
  ],
  ['no signature at all', { leaf: { signature: 'empty' } }, 'refused', 'error issuer-signature intermediate'],
  [
    'the signature of a stranger',
    { leaf: () => ({ signingKey: testKey('p256', 9) }) },
    'refused',
    'error issuer-signature intermediate',
  ],
  [
    'an intermediate that a stranger signed',
    { intermediate: () => ({ signingKey: testKey('p256', 9) }) },
    'refused',
    'error issuer-signature root',
  ],
  [
    'an RSA signature that names an RSA algorithm below an EC key',
    { leaf: { algorithm: 'sha256WithRSAEncryption' } },
    'refused',
    'error issuer-signature intermediate',
  ],
  [
    'an algorithm that nobody knows',
    { leaf: { algorithm: 'unknown' } },
    'refused',
    'error issuer-signature-unchecked intermediate',
  ],
  [
    'an algorithm inside that differs from the one by which it was signed',
    { leaf: { innerAlgorithm: 'ecdsa-with-SHA384' } },
    'refused',
    'error sigalg-mismatch leaf',
  ],
  [
    'an algorithm outside that differs from the one by which it was signed',
    { leaf: { outerAlgorithm: 'ecdsa-with-SHA384' } },
    'refused',
    'error issuer-signature intermediate',
    'error sigalg-mismatch leaf',
  ],
  [
    'two algorithms in the root of an app, whose signature proves nothing',
    { root: { innerAlgorithm: 'ecdsa-with-SHA384' }, source: 'app' },
    'trusted',
  ],
  [
    'two algorithms in the root, which is then not self-signed',
    { root: { innerAlgorithm: 'ecdsa-with-SHA384' } },
    'refused',
    'error sigalg-mismatch root',
  ],
];

export const signatureCases: readonly TrustCase[] = [...hashes, ...anchors, ...pss, ...parameters, ...broken];
