import type { TrustIssueFacts } from './issue-facts.js';

/** `command` makes a proper root with openssl, with the certificate's own CN filled in. */
export interface RootRemedy {
  readonly command: string;
  /** Of what another CA has issued to a server, say: nobody makes that again as a root. */
  readonly issuer?: string;
}

export interface RootIssueDetails {
  /** `serverCommand` is there when a server has made its certificate itself. */
  'root-ca-flag': { readonly reason: string; readonly serverCommand?: string } & RootRemedy;
  'root-not-self-signed': { readonly issuer: string; readonly command: string; readonly isLeaf?: boolean };
  'root-self-signed-shape': { readonly reason: string; readonly command: string };
  'root-common-name': { readonly command: string };
  'root-empty-subject': { readonly command: string };
  'root-ku-certsign': { readonly usages: string } & RootRemedy;
  'root-expired': { readonly notAfter: string; readonly command: string };
  'root-one-cert-per-payload': { readonly count: number; readonly first: string };
  'pem-armor': { readonly reason: string };
  'root-duplicate': { readonly notAfter: string };
  'ios18-toggle-missing': { readonly version: string };
}

const makeAgain = ({ command }: { readonly command: string }): string => `make it again with \`${command}\``;

const passIssuer = (issuer: string, command: string, isLeaf = true): string =>
  `pass the self-signed certificate of ${issuer} ${isLeaf ? 'in its place' : 'with it'}, or make a root with \`${command}\``;

export const rootIssues: TrustIssueFacts<RootIssueDetails> = {
  'root-ca-flag': {
    severity: 'error',
    confidence: 'high',
    source:
      'Apple Security, SecPolicyServer.c (SecPVCParentCertificateChecks); RFC 5280 section 4.2.1.9; SecPolicyChecks.list (BasicConstraints, BasicConstraintsCA; errSecNoBasicConstraintsCA)',
    about:
      'A root needs basicConstraints with cA=TRUE. Without it the profile installs, but Certificate Trust Settings shows no switch and nothing below the certificate is trusted.',
    message: ({ reason }, subject) => `${subject} is not a CA: ${reason}`,
    hint: ({ command, issuer, serverCommand }) => {
      if (issuer !== undefined) return passIssuer(issuer, command);
      return serverCommand === undefined
        ? makeAgain({ command })
        : `make a root with \`${command}\`, and by it the certificate of the server: \`${serverCommand}\``;
    },
  },
  'root-not-self-signed': {
    severity: 'error',
    confidence: 'high',
    source: 'Apple Security, SecPolicyServer.c (SecPVCIsAnchorPerConstraints)',
    about:
      'Only a self-signed certificate is offered as a root. An intermediate is installed, but never listed in Certificate Trust Settings: a remark where its root is there too.',
    message: ({ issuer }, subject) => `${subject} is not self-signed: it was issued by ${issuer}`,
    hint: ({ issuer, command, isLeaf = false }) => passIssuer(issuer, command, isLeaf),
  },
  'root-self-signed-shape': {
    severity: 'error',
    confidence: 'high',
    source: 'Apple Security, SecCertificate.c (_SecCertificateIsSelfSigned)',
    about:
      'For Apple a certificate is self-signed when issuer and subject match, its own key verifies the signature, and subjectKeyIdentifier equals authorityKeyIdentifier as soon as there is the latter. Anything else is an intermediate whose issuer is missing.',
    message: ({ reason }, subject) => `${subject} names itself as issuer, but is not self-signed for Apple: ${reason}`,
    hint: makeAgain,
  },
  'root-common-name': {
    severity: 'error',
    confidence: 'medium',
    source: 'field reports for iOS 11.4 to 13: mkcert issues 47 and 233; no later report says that it was fixed',
    about:
      'Certificate Trust Settings was seen to leave out roots whose subject has no commonName: the profile installs, the list stays empty.',
    message: (_, subject) => `${subject} has no commonName in its subject`,
    hint: makeAgain,
  },
  'root-empty-subject': {
    severity: 'error',
    confidence: 'high',
    source:
      'Apple Security, SecPolicyServer.c (SecPolicyCheckCertNonEmptySubject); SecPolicyChecks.list (NonEmptySubject)',
    about: 'A CA with an empty subject is refused, and the trust store takes no setting for it.',
    message: (_, subject) => `the subject of ${subject} is empty`,
    hint: makeAgain,
  },
  'root-ku-certsign': {
    severity: 'error',
    confidence: 'high',
    source:
      'Apple Security, SecPolicyServer.c (SecPVCParentCertificateChecks); RFC 5280 section 4.2.1.3; SecPolicyChecks.list (KeyUsage)',
    about: 'When a root has keyUsage, it must include keyCertSign, or every chain that ends in it is refused.',
    message: ({ usages }, subject) => `keyUsage of ${subject} has no keyCertSign, only: ${usages}`,
    hint: ({ command, issuer }) => (issuer === undefined ? makeAgain({ command }) : passIssuer(issuer, command)),
  },
  'root-expired': {
    severity: 'error',
    confidence: 'high',
    source:
      'Apple Security, SecPolicyServer.c (SecPolicyCheckBasicCertificateProcessing); SecPolicyChecks.list (TemporalValidity; errSecCertificateExpired)',
    about: 'A root outside its validity is refused, trusted or not.',
    message: ({ notAfter }, subject) => `${subject} expired on ${notAfter}`,
    hint: ({ command }) => `make a new root with \`${command}\` and issue the certificates below it again`,
  },
  'root-one-cert-per-payload': {
    severity: 'error',
    confidence: 'medium',
    source: 'Apple Security, SecCertificate.c (SecCertificateCreateWithPEM)',
    about:
      'A device reads the first certificate of a PEM text only; the others are lost. A warning when reading; the doctor keeps it an error where a root is among the lost ones.',
    message: ({ count, first }, pointer) =>
      `PayloadContent at ${pointer} holds ${String(count)} certificates, of which devices read ${first} only`,
    hint: () => 'write one payload for each certificate',
  },
  'pem-armor': {
    severity: 'error',
    confidence: 'high',
    source: 'Apple Security, SecCertificate.c (SecCertificateCreateWithPEM)',
    about:
      'PEM text is read by a device when its label is "CERTIFICATE" and nothing follows the BEGIN marker on its line; text in front of it does no harm. A file in which it is otherwise can still be made into a profile, which holds DER (warning).',
    message: ({ reason }, subject) => `devices do not read the PEM text of ${subject}: ${reason}`,
    hint: () => 'write it again with `openssl x509 -in FILE -out ca.pem`, or use DER',
  },
  'root-duplicate': {
    severity: 'warning',
    confidence: 'medium',
    source: 'Apple Security, SecTrustStoreServer.c (rows are unique by SHA-256 of the certificate and user)',
    about:
      'Another root has the same subject. The trust store keeps each certificate for itself, so that a renewed root needs a switch of its own; until then what it issued is refused.',
    message: ({ notAfter }, subject) =>
      `another root has the subject of ${subject} (valid until ${notAfter}): each has a switch of its own`,
    hint: (_, subject) =>
      `turn on the switch of ${subject} too, and take the old root out when nothing needs it any more`,
  },
  'ios18-toggle-missing': {
    severity: 'info',
    confidence: 'medium',
    source: 'field reports: Proxyman issue 2159, whistle issue 1171',
    about:
      'iOS 18.0 and 18.0.1 were seen to show an empty list in Certificate Trust Settings for a root that is sound.',
    message: ({ version }, subject) => `iOS ${version} may show no switch for ${subject}, which is a bug of the system`,
    hint: () => 'update to iOS 18.1 or later; restarting and installing again were reported not to help',
  },
};
