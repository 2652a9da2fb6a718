import type { TrustIssueFacts } from './issue-facts.js';

export interface ServerIssueDetails {
  'tls-min-12': { readonly protocol: string };
  'ats-apps': { readonly cipher: string };
  'os27-system-tls': { readonly cipher: string };
  'server-sends-root': Record<never, never>;
  'chain-order-unknown': Record<never, never>;
}

/** What a live server does, beside the certificates that it sends. */
export const serverIssues: TrustIssueFacts<ServerIssueDetails> = {
  'tls-min-12': {
    severity: 'error',
    confidence: 'high',
    source: 'WebKit blog 8462; FiloSottile/mkcert issue 312',
    about:
      'A server speaks TLS 1.2 or 1.3. Since iOS 13.4 Safari refuses older protocols, however sound the certificate (warning for systems before iOS 13).',
    message: ({ protocol }, subject) => `the server of ${subject} speaks ${protocol} at best`,
    hint: () => 'switch TLS 1.2 or 1.3 on at the server, for example with `ssl_protocols TLSv1.2 TLSv1.3;` in nginx',
  },
  'ats-apps': {
    severity: 'info',
    confidence: 'medium',
    source: 'Apple developer documentation, NSAppTransportSecurity (NSExceptionRequiresForwardSecrecy)',
    about:
      'App Transport Security asks of a server, besides what Safari asks, for forward secrecy: a cipher suite with ECDHE. An app connects without it only when it makes an exception. A private root that is switched on satisfies the rest.',
    message: ({ cipher }, subject) => `the server of ${subject} chose ${cipher}, which is no cipher suite for apps`,
    hint: () => 'switch on cipher suites with ECDHE and AES-GCM, or TLS 1.3, and prefer them',
  },
  'os27-system-tls': {
    severity: 'warning',
    confidence: 'medium',
    source: 'Apple support article 126655, by what others report of it',
    about:
      'Announced in April 2026, for the next systems at the earliest: what the system itself connects to, among it the servers of profiles and of MDM, must be as App Transport Security asks. Told for versions from 27 on.',
    message: ({ cipher }, subject) => `the server of ${subject} chose ${cipher}: no profile may be installed from it`,
    hint: () => 'switch on cipher suites with ECDHE and AES-GCM, or TLS 1.3, and prefer them',
  },
  'server-sends-root': {
    severity: 'info',
    confidence: 'high',
    source: 'RFC 5246 section 7.4.2; Apple Security, SecTrustServer.c (sources of anchors)',
    about:
      'The root is among the certificates that the server sends. That is harmless: a device looks at its own roots only.',
    message: (_, subject) => `the server sends the self-signed ${subject} too, which no device needs`,
    hint: () => "leave the root out of the server's chain file to make each handshake smaller",
  },
  'chain-order-unknown': {
    severity: 'info',
    confidence: 'high',
    source: 'RFC 8446 section 4.4.2 (the Certificate message of TLS 1.3 is encrypted); documentation of node:tls',
    about:
      'The certificates came over TLS 1.3, and the TLS library of this machine tells no keys by which they could be read as they were sent. What it hands out need not have their order, nor hold those that belong to another chain.',
    message: (_, subject) => `the order of the certificates that came with ${subject} over TLS 1.3 is not known`,
    hint: () => 'look at the order with `openssl s_client -showcerts`, if other clients refuse the chain',
  },
};
