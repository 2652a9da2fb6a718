import type { TrustIssueFacts } from './issue-facts.js';

export interface CertificationPathIssueDetails {
  'issuer-not-found': { readonly issuer: string };
  'aia-fetch': { readonly address: string };
  'path-not-anchored': Record<never, never>;
  'issuer-not-ca': { readonly child: string };
  'issuer-ku-certsign': { readonly child: string };
  'issuer-signature': { readonly child: string };
  'issuer-signature-unchecked': { readonly child: string; readonly algorithm: string };
  'aki-ski': { readonly child: string };
  'path-length': { readonly pathLength: number; readonly below: number };
  'name-constraints': {
    readonly by: string;
    readonly name: string;
    readonly form: string;
    readonly reason: 'excluded' | 'not-permitted' | 'unsupported-form' | 'limit';
  };
  'certificate-policies': { readonly reason: string };
  'critical-unknown-extension': { readonly name: string };
  'path-limit': { readonly limit: string; readonly maximum: number };
}

const anotherIssuer = ({ child }: { readonly child: string }): string =>
  `pass the certificate of the CA that really issued ${child}`;

/** Why no path leads from a certificate to an anchor. With an error among them the path is not taken. */
export const certificationPathIssues: TrustIssueFacts<CertificationPathIssueDetails> = {
  'issuer-not-found': {
    severity: 'error',
    confidence: 'high',
    source: 'RFC 5280 section 6.1; Apple Security, SecPolicyChecks.list (MissingIntermediate; errSecCreateChainFailed)',
    about: 'The certificate of the issuer is neither among the certificates that came along nor among the anchors.',
    message: ({ issuer }, subject) => `the issuer of ${subject} is missing: ${issuer}`,
    hint: ({ issuer }) => `add the certificate of ${issuer} to the chain or to the anchors`,
  },
  'aia-fetch': {
    severity: 'warning',
    confidence: 'high',
    source:
      'Apple Security, SecCAIssuerRequest.m and trustdVariants.m (TrustdVariantAllowsNetwork); Apple developer forum 747533',
    about:
      'The issuer is missing, but the certificate says where it can be had (authorityInfoAccess, caIssuers). For TLS an iPhone, a Mac, an Apple TV or a Vision Pro may fetch it from there over plain HTTP; an Apple Watch never does, nor does anybody for 802.1X. Whoever relies on it works at one time and fails at another. Nothing is fetched here.',
    message: ({ address }, subject) => `a device may fetch the issuer of ${subject} from ${address}, or fail to`,
    hint: () => 'do not rely on it: let the server send every intermediate',
  },
  'path-not-anchored': {
    severity: 'error',
    confidence: 'high',
    source: 'RFC 5280 section 6.1; Apple Security, SecPolicyChecks.list (AnchorTrusted; errSecNotTrusted)',
    about: 'The path ends in a self-signed certificate that is not one of the anchors.',
    message: (_, subject) => `the path ends in ${subject}, which is not an anchor`,
    hint: (_, subject) => `pass ${subject} as an anchor, if you trust it`,
  },
  'issuer-not-ca': {
    severity: 'error',
    confidence: 'high',
    source:
      'RFC 5280 section 6.1.4 (k); Apple Security, SecPolicyServer.c (SecPVCParentCertificateChecks); SecPolicyChecks.list (BasicConstraints, BasicConstraintsCA; errSecNoBasicConstraintsCA)',
    about: 'A certificate without basicConstraints cA=TRUE has issued another one.',
    message: ({ child }, subject) => `${subject} has issued ${child}, but is not a CA`,
    hint: (details, subject) =>
      `issue ${subject} again with \`basicConstraints = critical,CA:TRUE\`, or ${anotherIssuer(details)}`,
  },
  'issuer-ku-certsign': {
    severity: 'error',
    confidence: 'high',
    source:
      'RFC 5280 section 6.1.4 (n); Apple Security, SecPolicyServer.c (SecPVCParentCertificateChecks); SecPolicyChecks.list (KeyUsage)',
    about: 'An issuer has keyUsage, but no keyCertSign in it.',
    message: ({ child }, subject) => `${subject} has issued ${child}, but its keyUsage has no keyCertSign`,
    hint: (details, subject) => `issue ${subject} again with keyCertSign in keyUsage, or ${anotherIssuer(details)}`,
  },
  'issuer-signature': {
    severity: 'error',
    confidence: 'high',
    source: 'RFC 5280 section 6.1.3 (a)(1)',
    about: 'The key of a certificate that bears the name of the issuer does not verify the signature.',
    message: ({ child }, subject) => `the key of ${subject} does not verify the signature of ${child}`,
    hint: (details, subject) =>
      `${anotherIssuer(details)}, or issue ${details.child} again by ${subject}: a CA that was made again under its old name has another key`,
  },
  'issuer-signature-unchecked': {
    severity: 'error',
    confidence: 'medium',
    source: 'RFC 5280 section 6.1.3 (a)(1)',
    about:
      'The signature of a certificate cannot be checked, because its algorithm or the key of its issuer is not supported.',
    message: ({ child, algorithm }, subject) =>
      `the signature of ${child} ("${algorithm}") cannot be checked with the key of ${subject}`,
    hint: ({ child }) => `issue ${child} again with RSA or ECDSA and SHA-256`,
  },
  'aki-ski': {
    severity: 'error',
    confidence: 'high',
    source:
      'RFC 5280 section 4.2.1.1; Apple Security, SecPolicyServer.c (SecPolicyCheckIdLinkage); SecPolicyChecks.list (IdLinkage; errSecInvalidIDLinkage)',
    about: 'authorityKeyIdentifier of a certificate and subjectKeyIdentifier of its issuer exist and differ.',
    message: ({ child }, subject) =>
      `authorityKeyIdentifier of ${child} differs from subjectKeyIdentifier of ${subject}`,
    hint: (details, subject) =>
      `issue ${details.child} again by ${subject}, which has the same key; or ${anotherIssuer(details)}`,
  },
  'path-length': {
    severity: 'error',
    confidence: 'high',
    source:
      'RFC 5280 section 6.1.4 (l) and (m); Apple Security, unit test testAnchorPathLenConstraints; SecPolicyChecks.list (BasicConstraintsPathLen)',
    about: 'More CAs stand below a CA than its pathLenConstraint allows.',
    message: ({ pathLength, below }, subject) =>
      `pathLenConstraint of ${subject} is ${String(pathLength)}, but ${String(below)} CAs stand below it`,
    hint: (_, subject) => `issue the certificate directly below ${subject}, or ${subject} again without pathlen`,
  },
  'name-constraints': {
    severity: 'error',
    confidence: 'high',
    source: 'RFC 5280 section 4.2.1.10; Apple Security, nameconstraints.c and SecPolicyChecks.list (NameConstraints)',
    about:
      'A CA may issue for certain names only (nameConstraints), and a certificate below it has another one, or the constraint has a form that is not evaluated. Those of a trusted root count since iOS 13.',
    message: ({ by, name, form, reason }, subject) => {
      if (reason === 'unsupported-form') return `nameConstraints of ${by} cannot be evaluated: ${form}`;
      if (reason === 'limit') return `nameConstraints of ${by} were not evaluated to the end: there are too many names`;
      return `${by} does not let ${subject} have the name ${name} (${form}, ${reason})`;
    },
    hint: ({ by }, subject) => `issue ${subject} again with names that ${by} allows, or by another CA`,
  },
  'certificate-policies': {
    severity: 'error',
    confidence: 'medium',
    source: 'RFC 5280 sections 6.1.2 to 6.1.5; RFC 9618; Apple Security, SecPolicyChecks.list (PolicyConstraints)',
    about: 'A CA demands certificate policies (policyConstraints), and the path has none that holds all the way.',
    message: ({ reason }) => `certificate policies: ${reason}`,
    hint: (_, subject) => `issue ${subject} again with the certificatePolicies of its CA`,
  },
  'critical-unknown-extension': {
    severity: 'error',
    confidence: 'high',
    source:
      'RFC 5280 section 4.2; Apple Security, SecPolicyServer.c (SecPolicyCheckBasicCertificateProcessing); SecPolicyChecks.list (CriticalExtensions; errSecUnknownCriticalExtensionFlag)',
    about: 'A certificate below the anchor has a critical extension that is not known: it must be refused.',
    message: ({ name }, subject) => `${subject} has the critical extension "${name}", which is not known`,
    hint: (_, subject) => `issue ${subject} again without this extension, or without marking it critical`,
  },
  'path-limit': {
    severity: 'error',
    confidence: 'medium',
    source: 'limit of this package against certificates that are made to cause work',
    about: 'The search for a path was given up, because it reached a limit; a path beyond it may exist.',
    message: ({ limit, maximum }, subject) =>
      `the search for a path from ${subject} stopped at ${String(maximum)} ${limit}`,
    hint: () => 'pass only the certificates that belong to the chain, or raise the limit',
  },
};
