import type { ErrorFacts } from './error-facts.js';

/** Which server it was. The host is a name or an address that was checked before, so it is fit for messages. */
export interface ServerErrorPlace {
  readonly host: string;
  readonly port: number;
}

export interface ServerErrorDetails {
  ERR_SERVER_TARGET: { readonly reason: string };
  ERR_SERVER_UNREACHABLE: ServerErrorPlace & { readonly systemCode: string };
  ERR_SERVER_TIMEOUT: ServerErrorPlace & { readonly milliseconds: number };
  ERR_SERVER_NOT_TLS: ServerErrorPlace & { readonly found: string };
  ERR_SERVER_HANDSHAKE: ServerErrorPlace & { readonly reason: string; readonly alert?: string };
  ERR_SERVER_CERTIFICATE: ServerErrorPlace & { readonly index: number };
}

const address = ({ host, port }: ServerErrorPlace): string =>
  `${host.includes(':') ? `[${host}]` : host}:${String(port)}`;

/** Ports whose protocol begins in the clear (STARTTLS and the like), and the port that speaks TLS from the first byte. */
const portsWithTls: Readonly<Record<number, number>> = {
  21: 990,
  25: 465,
  80: 443,
  110: 995,
  143: 993,
  389: 636,
  587: 465,
};

/** What to do about a port that begins in the clear, if the port is one of these. */
function otherPort({ port }: ServerErrorPlace): string | undefined {
  const other = portsWithTls[port];
  if (other === undefined) return undefined;
  return `pass the port that speaks TLS from the start, usually ${String(other)}; what begins in the clear (STARTTLS) is not followed`;
}

const unreachableHints: Readonly<Record<string, string>> = {
  ENOTFOUND: 'check the spelling of the name, and that this machine uses the DNS server that knows it',
  EAI_AGAIN: 'check that the DNS server of this machine answers, and try again',
  ECONNREFUSED: 'check the port, and that the server is running and listens on this address',
};

const alertHints: Readonly<Record<string, string>> = {
  protocol_version: 'switch TLS 1.2 or 1.3 on at the server',
  handshake_failure:
    'give the server a certificate with an RSA or ECDSA key, and the usual cipher suites of TLS 1.2 or 1.3',
  unrecognized_name: 'pass the name that the server expects as `servername`',
};

export const serverErrors: ErrorFacts<ServerErrorDetails> = {
  ERR_SERVER_TARGET: {
    about: 'The text or object that should name a server does not.',
    message: ({ reason }) => `the server cannot be told from the target: ${reason}`,
    hint: () => "pass 'host', 'host:port', '[2001:db8::1]:port' or 'https://host:port/'",
  },
  ERR_SERVER_UNREACHABLE: {
    about: 'No connection came about, or it was reset: `systemCode` is the code of the operating system.',
    message: (details) => `${address(details)} cannot be reached: ${details.systemCode}`,
    hint: (details) =>
      unreachableHints[details.systemCode] ??
      otherPort(details) ??
      'check the address, the network, and firewalls on the way',
  },
  ERR_SERVER_TIMEOUT: {
    about: 'The server did not show its certificates in the time that was given.',
    message: (details) => `${address(details)} did not answer within ${String(details.milliseconds)} ms`,
    hint: (details) => otherPort(details) ?? 'check the port and firewalls on the way, or raise `timeoutMilliseconds`',
  },
  ERR_SERVER_NOT_TLS: {
    about: 'The server answers, but does not speak TLS on this port.',
    message: (details) => `${address(details)} does not speak TLS, it answered with ${details.found}`,
    hint: (details) =>
      otherPort(details) ??
      'pass the port that speaks TLS from the start, such as 443 (HTTPS), 993 (IMAP) or 465 (SMTP); what begins in the clear (STARTTLS) is not followed',
  },
  ERR_SERVER_HANDSHAKE: {
    about:
      'The server speaks TLS, but ended or broke the handshake before it showed its certificates. `alert` is the name of the TLS alert that it sent.',
    message: (details) =>
      `${address(details)} shows no certificate: ${details.reason}${details.alert === undefined ? '' : ` "${details.alert}"`}`,
    hint: (details) =>
      alertHints[details.alert ?? ''] ??
      otherPort(details) ??
      `look at the handshake with \`openssl s_client -connect ${address(details)}\``,
  },
  ERR_SERVER_CERTIFICATE: {
    about:
      'What the server sends as a certificate is none; `index` counts from 0, its own certificate. The `cause` says what is wrong.',
    message: (details) => `certificate ${String(details.index)} of those that ${address(details)} sends cannot be read`,
    hint: (details) =>
      `look at them with \`openssl s_client -showcerts -connect ${address(details)}\`, and replace this one`,
  },
};
