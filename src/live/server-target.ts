import { domainToASCII } from 'node:url';
import { ProfilewrightError } from '../diagnostics/profilewright-error.js';

/** `host`, `host:port`, `[2001:db8::1]:port`, `https://host:port/path`, or the parts. The port is 443 unless given. */
export type ServerTarget = string | { readonly host: string; readonly port?: number; readonly servername?: string };

/** A target that was read: where to connect, and the name to ask for. */
export interface ServerPlace {
  /** A host name in ASCII, or an IP address without brackets. */
  readonly host: string;
  readonly port: number;
  /** What the ClientHello asks for; an IP address is never asked for (RFC 6066 section 3). */
  readonly servername?: string;
}

const DEFAULT_PORT = 443;
const MAX_TARGET_CHARACTERS = 2048;
const MAX_NAME_CHARACTERS = 253;

/**
 * Reads a target. No text of it reaches an error: a URL may hold a password.
 *
 * @throws ProfilewrightError `ERR_SERVER_TARGET`
 * @throws TypeError when it is neither a string nor such an object
 */
export async function readServerTarget(target: ServerTarget): Promise<ServerPlace> {
  const { isIP } = await import('node:net');
  const given = typeof target === 'string' ? splitTarget(target, isIP) : assertParts(target);
  const port = given.port ?? DEFAULT_PORT;
  if (!Number.isInteger(port) || port < 1 || port > 65_535) return refuse('the port is not a number from 1 to 65535');
  const host = readHost(given.host, isIP);
  if (given.servername === undefined) {
    return isIP(host) === 0 ? { host, port, servername: host.replace(/\.$/, '') } : { host, port };
  }
  const servername = readHost(given.servername, isIP).replace(/\.$/, '');
  if (isIP(servername) !== 0) return refuse('the servername is an IP address, which no server can be asked for');
  return { host, port, servername };
}

type IsIP = (text: string) => number;
type Parts = Exclude<ServerTarget, string>;

function assertParts(target: unknown): Parts {
  if (typeof target !== 'object' || target === null) {
    throw new TypeError('target must be a string or an object with host, port and servername');
  }
  const { host, port, servername } = target as { host?: unknown; port?: unknown; servername?: unknown };
  if (typeof host !== 'string') throw new TypeError('target.host must be a string');
  if (port !== undefined && typeof port !== 'number') throw new TypeError('target.port must be a number');
  if (servername !== undefined && typeof servername !== 'string') {
    throw new TypeError('target.servername must be a string');
  }
  return target as Parts;
}

function splitTarget(target: string, isIP: IsIP): Parts {
  if (target.length > MAX_TARGET_CHARACTERS) return refuse('the text is too long');
  const text = target.trim();
  const scheme = /^([a-z][a-z0-9+.-]*):\/\//i.exec(text)?.[1]?.toLowerCase();
  if (scheme !== undefined && scheme !== 'https') return refuse('the URL is not one of https');
  const authority = scheme === undefined ? text : (text.slice('https://'.length).split(/[/?#]/, 1)[0] ?? '');
  if (authority.includes('@')) return refuse('it holds a user name');
  if (isIP(authority) === 6) return { host: authority };
  const match = /^(\[[^\]]*\]|[^:[\]]*)(?::(\d{1,5}))?$/.exec(authority);
  if (match === null) return refuse('it is not of the form host:port');
  const [, host = '', port] = match;
  return { host, ...(port === undefined ? {} : { port: Number(port) }) };
}

function readHost(text: string, isIP: IsIP): string {
  if (text.startsWith('[') && text.endsWith(']')) {
    const address = text.slice(1, -1);
    return isIP(address) === 6 ? address : refuse('there is no IPv6 address between the brackets');
  }
  if (isIP(text) !== 0) return text;
  if (text.length > MAX_TARGET_CHARACTERS) return refuse('the host name is too long');
  // What is special in a URL would be cut off in silence.
  const host = /^[a-z0-9._-]*$/i.test(text.replace(/\P{ASCII}/gu, '')) ? domainToASCII(text) : '';
  const labels = host.replace(/\.$/, '').split('.');
  const isName = host.length <= MAX_NAME_CHARACTERS + 1 && labels.every((label) => /^[a-z0-9_-]{1,63}$/.test(label));
  return isName ? host : refuse('the host is neither a name nor an IP address');
}

function refuse(reason: string): never {
  throw new ProfilewrightError('ERR_SERVER_TARGET', { reason });
}
