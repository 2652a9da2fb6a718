import type { TrustIssueFacts } from './issue-facts.js';

export interface PublicKeyIssueDetails {
  'rsa-min-2048': { readonly bits: number };
  'rsa-max-8192': { readonly bits: number };
  'rsa-params-null': { readonly reason: string };
  'rsa-exponent-invalid': { readonly reason: string };
  'rsa-exponent-small': { readonly exponent: string };
  'rsa-small-factor': { readonly factor: number };
  'rsa-close-primes': Record<never, never>;
  'rsa-roca': Record<never, never>;
  'ec-explicit-parameters': Record<never, never>;
  'ec-curves': { readonly curve: string };
  'p521-leaf': Record<never, never>;
  'ed25519-unsupported': { readonly algorithm: string };
  'key-type-unsupported': { readonly algorithm: string };
  'key-unreadable': { readonly algorithm: string };
}

const newKey = (): string => 'make a new key, RSA with 3072 bits or EC on P-256, and issue the certificate again';

/** Severities are those for a root; for other certificates, which are only carried, some are warnings. */
export const publicKeyIssues: TrustIssueFacts<PublicKeyIssueDetails> = {
  'rsa-min-2048': {
    severity: 'error',
    confidence: 'high',
    source:
      'Apple support article 103769; Apple Security, SecPolicy.c (SecPolicyAddStrongKeySizeOptions); SecPolicyChecks.list (KeySize, WeakKeySize; errSecUnsupportedKeySize)',
    about: 'Since iOS 13 and macOS 10.15 every RSA key in a TLS chain needs 2048 bits, the root included.',
    message: ({ bits }, subject) => `the RSA key of ${subject} has ${String(bits)} bits, fewer than 2048`,
    hint: newKey,
  },
  'rsa-max-8192': {
    severity: 'error',
    confidence: 'high',
    source:
      'Apple Security, SecRSAKey.c (kMaximumRSAKeyBits); SecPolicyChecks.list (WeakKeySize; errSecUnsupportedKeySize)',
    about:
      'RSA keys above 8192 bits cannot be loaded on Apple platforms (error); above 4096 bits they are slow, and SCEP and ACME payloads stop there (warning).',
    message: ({ bits }, subject) => `the RSA key of ${subject} has ${String(bits)} bits`,
    hint: newKey,
  },
  'rsa-params-null': {
    severity: 'error',
    confidence: 'medium',
    source:
      'Apple Security, test fixtures parse_fail_rsa_* and parse_fail_spki_* by their names; RFC 3279 sections 2.2.1 and 2.3.1',
    about:
      'Where RSA is named, the parameters are NULL, the key is whole octets and its modulus is positive. A certificate that is written otherwise cannot be loaded.',
    message: ({ reason }, subject) => `${subject} ${reason}`,
    hint: () => 'issue the certificate again with a current tool, such as openssl 3',
  },
  'rsa-exponent-invalid': {
    severity: 'error',
    confidence: 'high',
    source: 'RFC 8017 section 3.1',
    about: 'The public exponent of an RSA key is odd and at least 3. With another one, anybody can sign.',
    message: ({ reason }, subject) => `the public exponent of the RSA key of ${subject} is ${reason}`,
    hint: newKey,
  },
  'rsa-exponent-small': {
    severity: 'warning',
    confidence: 'medium',
    source: 'NIST SP 800-56B Rev. 2 section 6.2; CVE-2006-4339',
    about: 'Public exponents below 65537 make flaws in other implementations exploitable.',
    message: ({ exponent }, subject) => `the public exponent of the RSA key of ${subject} is ${exponent}, below 65537`,
    hint: newKey,
  },
  'rsa-small-factor': {
    severity: 'error',
    confidence: 'high',
    source: 'CA/Browser Forum Baseline Requirements section 6.1.6; NIST SP 800-89 section 5.3.3',
    about: 'The RSA modulus can be divided by a small prime: it was damaged or made wrongly, and is easy to factor.',
    message: ({ factor }, subject) => `the RSA modulus of ${subject} can be divided by ${String(factor)}`,
    hint: newKey,
  },
  'rsa-close-primes': {
    severity: 'error',
    confidence: 'high',
    source: 'CVE-2022-26320; CA/Browser Forum Baseline Requirements section 6.1.1.3',
    about: "The two primes of the RSA modulus are so close that Fermat's method finds them within 100 steps.",
    message: (_, subject) =>
      `the RSA modulus of ${subject} was factored at once, because its primes are close together`,
    hint: newKey,
  },
  'rsa-roca': {
    severity: 'error',
    confidence: 'high',
    source: 'CVE-2017-15361; Nemec et al., The Return of Coppersmith\u2019s Attack (ACM CCS 2017)',
    about: 'The RSA modulus has the fingerprint of the Infineon library whose keys can be factored (ROCA).',
    message: (_, subject) => `the RSA key of ${subject} is of the ROCA kind (CVE-2017-15361)`,
    hint: newKey,
  },
  'ec-explicit-parameters': {
    severity: 'error',
    confidence: 'high',
    source: 'RFC 5480 section 2.1.1; Apple Security, SecECKey.m; CVE-2020-0601',
    about: 'The curve of an EC key must be given by name. Apple cannot load a certificate that spells it out.',
    message: (_, subject) => `the EC key of ${subject} spells out its curve in place of naming it`,
    hint: () =>
      'make a new key with `openssl ecparam -name prime256v1 -genkey -noout -param_enc named_curve -out ca.key`',
  },
  'ec-curves': {
    severity: 'error',
    confidence: 'high',
    source:
      'Apple Security, SecECKey.m and SecPolicy.c (SecPolicyAddStrongKeySizeOptions); SecPolicyChecks.list (KeySize; errSecUnsupportedKeySize)',
    about: 'The TLS policy of Apple platforms takes P-256, P-384 and P-521, and no other curve.',
    message: ({ curve }, subject) => `the EC key of ${subject} is on the curve "${curve}"`,
    hint: newKey,
  },
  'p521-leaf': {
    severity: 'warning',
    confidence: 'medium',
    source: 'TLS fingerprints of Safari 15.3 to 26.0 (lexiforest/curl-impersonate)',
    about: 'Safari does not offer ECDSA with P-521 in the TLS handshake. In a CA the curve passes.',
    message: (_, subject) => `the EC key of ${subject} is on P-521, which Safari does not offer for TLS servers`,
    hint: () => 'prefer P-256 or P-384, above all for server certificates',
  },
  'ed25519-unsupported': {
    severity: 'error',
    confidence: 'high',
    source:
      'Apple Security, SecCertificate.c (SecCertificateIsAtLeastMinKeySize), unit test testEdDSA; SecPolicyChecks.list (KeySize; errSecUnsupportedKeySize)',
    about: 'A chain with an Ed25519 or Ed448 key fails the TLS policy of Apple platforms.',
    message: ({ algorithm }, subject) => `the key of ${subject} is ${algorithm}, which no TLS policy of Apple accepts`,
    hint: newKey,
  },
  'key-type-unsupported': {
    severity: 'error',
    confidence: 'high',
    source: 'Apple Security, SecKey.m (SecKeyCreatePublicFromDERItem)',
    about:
      'Apple platforms load RSA (rsaEncryption) and EC keys from certificates; other kinds of keys make them fail.',
    message: ({ algorithm }, subject) => `the key of ${subject} is of the kind "${algorithm}", which Apple cannot load`,
    hint: newKey,
  },
  'key-unreadable': {
    severity: 'error',
    confidence: 'high',
    source: 'RFC 3279 section 2.3.1; RFC 5480 section 2.1',
    about: 'The public key inside the certificate has not the structure that its algorithm demands.',
    message: ({ algorithm }, subject) => `the ${algorithm} key of ${subject} cannot be read`,
    hint: newKey,
  },
};
