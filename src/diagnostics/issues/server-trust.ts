import type { TrustIssueFacts } from './issue-facts.js';

export interface ServerTrustIssueDetails {
  'trust-manual-toggle': { readonly isKnown: boolean };
  'macos-profile-ssl-not-set': Record<never, never>;
  'ct-required': Record<never, never>;
  'eku-serverauth': { readonly found: string };
  'eku-on-intermediate': { readonly found: string };
  'leaf-825-days': { readonly days: number };
  'leaf-398-days': { readonly days: number };
  'leaf-lifetime-advice': { readonly days: number };
  'leaf-cabf-sc081': { readonly days: number; readonly limit: number; readonly since: string };
  'leaf-empty-subject': Record<never, never>;
  'leaf-is-ca': Record<never, never>;
  'ku-leaf': { readonly usages: string };
  'ca-empty-subject': Record<never, never>;
  'chain-order': Record<never, never>;
  'same-name-cas': { readonly lacking: string };
}

const addServerAuth = (): string =>
  'issue the certificate again with `-addext extendedKeyUsage=serverAuth` or `extendedKeyUsage = serverAuth` in its extensions';

/** What a device asks of a server's certificate and of the CAs above it, beyond a sound path. */
export const serverTrustIssues: TrustIssueFacts<ServerTrustIssueDetails> = {
  'trust-manual-toggle': {
    severity: 'info',
    confidence: 'high',
    source: 'Apple support article 102390',
    about:
      'A root that a person installed by hand is trusted for TLS only when its switch is on, since iOS 10.3. No key of a profile turns it on, and supervision does not either. Signatures, VPN and Wi-Fi take the root without it. Of the Apple Watch no switch is known.',
    message: ({ isKnown }, subject) =>
      isKnown
        ? `${subject} is installed, but its switch is still off`
        : `${subject} is installed by hand, and no switch is known on this system`,
    hint: ({ isKnown }, subject) =>
      isKnown
        ? `turn on ${subject} in Settings › General › About › Certificate Trust Settings, or deliver the profile by MDM or Apple Configurator`
        : 'deliver the profile by MDM',
  },
  'macos-profile-ssl-not-set': {
    severity: 'warning',
    confidence: 'medium',
    source: 'field reports: geteduroam/letswifi-portal issue 77; fleetdm/fleet issue 19538 for MDM',
    about:
      'On a Mac a certificate that came in a profile which a person installed was seen without trust for TLS, although it was trusted for everything else. In which version that began is not known. What MDM delivers is trusted for everything.',
    message: (_, subject) => `a Mac may have installed ${subject} without trusting it for TLS`,
    hint: (_, subject) => `set ${subject} to Always Trust in Keychain Access, or deliver the profile by MDM`,
  },
  'ct-required': {
    severity: 'warning',
    confidence: 'high',
    source:
      'Apple Security, SecPolicyServer.c (SecPolicyCheckSystemTrustedCTRequired); Apple support article 103214; SecPolicyChecks.list (SystemTrustedCTRequired)',
    about:
      'Since iOS 12.1.1, below a root that ships with the system, a certificate issued since 16 October 2018 needs Certificate Transparency, which may also come with the handshake. Private roots are free of it. The timestamps themselves are not checked here.',
    message: (_, subject) => `${subject} carries no Signed Certificate Timestamps`,
    hint: () => 'check that the server sends them in the TLS handshake or with the OCSP response',
  },
  'eku-serverauth': {
    severity: 'error',
    confidence: 'high',
    source:
      'Apple support article 103769; Apple Security, SecPolicyServer.c (SecPolicyCheckServerAuthEKU); SecPolicyChecks.list (ExtendedKeyUsage, ServerAuthEKU; errSecInvalidExtendedKeyUsage)',
    about:
      "The certificate of a server has extendedKeyUsage with serverAuth. When the extension is missing, the article refuses, but Apple's code spares chains to a root that the user trusts (warning). Below built-in roots and anchors of an app anyExtendedKeyUsage will not do either.",
    message: ({ found }, subject) => `${subject} is not for servers: ${found}`,
    hint: addServerAuth,
  },
  'eku-on-intermediate': {
    severity: 'error',
    confidence: 'high',
    source:
      'Apple Security, SecPolicyServer.c (EKUs on sub-CAs, since the generation of iOS 16); SecPolicyChecks.list (ExtendedKeyUsage; errSecInvalidExtendedKeyUsage)',
    about:
      "Since iOS 16 an intermediate with extendedKeyUsage must have serverAuth in it; the root's is not looked at.",
    message: ({ found }, subject) => `${subject} does not issue for servers: ${found}`,
    hint: (_, subject) => `issue ${subject} again without extendedKeyUsage, or with serverAuth`,
  },
  'leaf-825-days': {
    severity: 'error',
    confidence: 'high',
    source:
      'Apple support article 103769; Apple Security, SecPolicyServer.c (set_ssl_validity_periods); SecPolicyChecks.list (OtherTrustValidityPeriod; errSecCertificateValidityPeriodTooLong)',
    about:
      'Since iOS 13 a TLS certificate issued from July 2019 on may be valid for 825 days at most, whoever issued it; only one that the user trusts for itself is spared.',
    message: ({ days }, subject) => `${subject} is valid for ${String(days)} days, more than 825`,
    hint: () => 'issue the certificate again with `-days 397`',
  },
  'leaf-398-days': {
    severity: 'error',
    confidence: 'high',
    source:
      'Apple support article 102028; Apple Security, SecPolicyServer.c (SecPolicyCheckSystemTrustValidityPeriod); SecPolicyChecks.list (SystemTrustValidityPeriod; errSecCertificateValidityPeriodTooLong)',
    about:
      'Below a root that ships with the system, a TLS certificate issued from September 2020 on may be valid for 398 days. Roots that were added by the user or an administrator are free of this limit (info), whatever is often said.',
    message: ({ days }, subject) =>
      `${subject} is valid for ${String(days)} days; built-in roots allow 398, private ones 825`,
    hint: () => 'prefer `-days 397`, which everybody takes',
  },
  'leaf-lifetime-advice': {
    severity: 'info',
    confidence: 'high',
    source: 'Apple support article 102028',
    about:
      'A TLS certificate of 397 days is taken by everybody. One of 398 stands on the limit of built-in roots, and is beyond it for whoever counts the last second too.',
    message: ({ days }, subject) =>
      `${subject} is valid for ${String(days)} days, up to the very limit of built-in roots`,
    hint: () => 'prefer `-days 397`, which everybody takes',
  },
  'leaf-cabf-sc081': {
    severity: 'info',
    confidence: 'high',
    source: 'CA/Browser Forum Baseline Requirements section 6.3.2 (ballot SC-081)',
    about:
      "Public CAs may issue TLS certificates for 200 days at most since 15 March 2026, for 100 since 15 March 2027, for 47 since 15 March 2029. Apple's evaluator does not look at this, and private CAs are free of it: told below roots that ship with the system only.",
    message: ({ days, limit, since }, subject) =>
      `${subject} is valid for ${String(days)} days, but public CAs may issue for ${String(limit)} since ${since}`,
    hint: () => 'renew the certificate by an automatic client, such as one for ACME, in time for the shorter limit',
  },
  'leaf-empty-subject': {
    severity: 'error',
    confidence: 'high',
    source:
      'Apple Security, SecPolicyServer.c (SecPolicyCheckCertNonEmptySubject); RFC 5280 section 4.1.2.6; SecPolicyChecks.list (NonEmptySubject)',
    about: 'A certificate may have an empty subject only when its SubjectAltName is critical.',
    message: (_, subject) => `${subject} has an empty subject, and no SubjectAltName that is critical`,
    hint: () => 'issue the certificate again with a commonName in its subject',
  },
  'leaf-is-ca': {
    severity: 'warning',
    confidence: 'high',
    source: 'Apple Security, SecPolicy.c (the SSL policy has no NotCA); unit test testUserTrustLeaf',
    about:
      'A server that presents a CA works on Apple systems, but whoever steals its key can issue certificates for any name.',
    message: (_, subject) => `${subject} is a CA and serves as a server's certificate too`,
    hint: () => 'keep the CA off the server, and issue a certificate of its own for the server',
  },
  'ku-leaf': {
    severity: 'warning',
    confidence: 'high',
    source: 'RFC 5280 section 4.2.1.3; Apple Security, SecPolicy.c (SecPolicyCreateSSL)',
    about: 'keyUsage of a server has no digitalSignature. Apple does not look at it, other clients do.',
    message: ({ usages }, subject) => `keyUsage of ${subject} has no digitalSignature, only: ${usages}`,
    hint: () => 'issue the certificate again with `keyUsage = critical,digitalSignature`',
  },
  'ca-empty-subject': {
    severity: 'error',
    confidence: 'high',
    source:
      'Apple Security, SecPolicyServer.c (SecPolicyCheckCertNonEmptySubject); SecPolicyChecks.list (NonEmptySubject)',
    about: 'A CA whose subject is empty is refused.',
    message: (_, subject) => `the subject of the CA ${subject} is empty`,
    hint: () => 'issue the CA again with a commonName in its subject',
  },
  'chain-order': {
    severity: 'warning',
    confidence: 'high',
    source: 'RFC 5246 section 7.4.2; RFC 8446 section 4.4.2; Apple Security, SecTrustServer.c (SecPathBuilderInit)',
    about: 'The certificates do not come in the order of issuance. Apple sorts them, other clients may not.',
    message: (_, subject) => `the certificates that came with ${subject} are not in the order of issuance`,
    hint: () => 'put the server certificate first, then each CA behind the certificate that it issued',
  },
  'same-name-cas': {
    severity: 'warning',
    confidence: 'medium',
    source: 'Apple Security, SecTrustServer.c (issuers are found by normalised subject)',
    about:
      'Two CAs have one name and different keys, and no key identifiers by which they could be told apart: the one in use has no subjectKeyIdentifier, or what it issued has no authorityKeyIdentifier.',
    message: ({ lacking }, subject) => `another CA has the name of ${subject}, and ${lacking}`,
    hint: () => 'issue CAs with subjectKeyIdentifier, and what they issue with authorityKeyIdentifier',
  },
};
