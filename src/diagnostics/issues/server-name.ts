import type { TrustIssueFacts } from './issue-facts.js';

/** `command` issues a certificate with openssl and the root for the host that is asked for. */
export interface ServerNameIssueDetails {
  'san-required': { readonly host: string; readonly command: string };
  'san-ip-as-ipaddress': { readonly host: string; readonly command: string };
  'san-dns-syntax': { readonly entries: string };
  'wildcard-shape': { readonly host: string; readonly entries: string; readonly command: string };
  'host-name': { readonly host: string; readonly entries: string };
  'eap-server-name': { readonly names: string; readonly own: string };
}

const policyServer = 'Apple Security, SecPolicyServer.c (SecPolicyCheckCertSSLHostname)';

/** Whether the certificate of a server is the certificate of this server. */
export const serverNameIssues: TrustIssueFacts<ServerNameIssueDetails> = {
  'san-required': {
    severity: 'error',
    confidence: 'high',
    source: `Apple support article 103769; ${policyServer}`,
    about:
      'Since iOS 13 and macOS 10.15 the name of a TLS server must stand in SubjectAltName; the commonName is not consulted.',
    message: ({ host }, subject) => `${subject} has no SubjectAltName for ${host}: a commonName does not count`,
    hint: ({ command }) => `issue the certificate again with its hosts in subjectAltName: \`${command}\``,
  },
  'san-ip-as-ipaddress': {
    severity: 'error',
    confidence: 'high',
    source: 'Apple Security, unit tests testIPAddressInDNSField and testIPAddressInCN',
    about: 'An IP address is matched by iPAddress entries of SubjectAltName only, not by DNS names or the commonName.',
    message: ({ host }, subject) => `${subject} has the address ${host}, but not as iPAddress in SubjectAltName`,
    hint: ({ command }) => `issue the certificate again with its address as IP in subjectAltName: \`${command}\``,
  },
  'san-dns-syntax': {
    severity: 'error',
    confidence: 'high',
    source: 'Apple Security, SecFramework.c (SecFrameworkIsDNSName)',
    about:
      'A DNS entry of SubjectAltName counts only when it looks like a host name: letters, digits, "-", "_" and "*", no dot or hyphen at the end, a letter in the last label. A warning when it is not the name that is asked for.',
    message: ({ entries }, subject) =>
      `${subject} has DNS names that do not count: ${entries || 'none is a host name'}`,
    hint: () =>
      'issue the certificate again with host names in SubjectAltName, international ones as A-labels (xn--...), and addresses as IP, not as DNS',
  },
  'wildcard-shape': {
    severity: 'error',
    confidence: 'high',
    source: 'Apple Security, SecPolicyLeafCallbacks.c (SecDNSMatch, SecDNSIsTLD)',
    about:
      'A wildcard is the whole left-most label, stands for one label, and needs two more behind it that are no public suffix: *.lan and *.co.uk match nothing, *.home.lan does. A warning when no name is asked for.',
    message: ({ host, entries }, subject) => `the wildcard ${entries} of ${subject} does not match ${host}`,
    hint: ({ command }) => `issue the certificate again for the host itself: \`${command}\``,
  },
  'host-name': {
    severity: 'error',
    confidence: 'high',
    source: `${policyServer}; SecPolicyChecks.list (SSLHostname, errSecHostNameMismatch)`,
    about: 'No entry of SubjectAltName is the name by which the server is reached.',
    message: ({ host, entries }, subject) => `${subject} is not for ${host}, but for ${entries || 'no host at all'}`,
    hint: ({ host }) => `reach the server by one of its names, or issue the certificate again for ${host}`,
  },
  'eap-server-name': {
    severity: 'error',
    confidence: 'medium',
    source: 'Apple Security, SecPolicyLeafCallbacks.c (SecPolicyCheckCertEAPTrustedServerNames)',
    about:
      'The RADIUS server has none of the names in TLSTrustedServerNames. A wildcard there is the left-most of three labels or more; one in the certificate matches only itself.',
    message: ({ names, own }, subject) => `${subject} has the name ${own}, which is none of ${names}`,
    hint: ({ own }) => `add ${own} to TLSTrustedServerNames, or issue the certificate again`,
  },
};
