import { formatAddress } from '../pki/general-name.js';
import type { HostName } from './names/host-name.js';

/** The upper bound of a commonName (RFC 5280 appendix A.1, ub-common-name). */
const MAX_COMMON_NAME_LENGTH = 64;

/**
 * The openssl command (3.0 and later) by which a root issues the certificate of a server as Apple wants it. `openssl x509
 * -req` would leave out what a request says of its extensions, and `openssl req -x509` makes a CA unless told otherwise.
 * A host is letters, digits, dots, hyphens, underscores and colons, so that no shell finds anything in it.
 */
export function serverCommand(host: HostName): string {
  const text = host.kind === 'dns' ? host.name : (formatAddress(host.octets) ?? '');
  const name = text.length > MAX_COMMON_NAME_LENGTH ? 'server' : text;
  return [
    'openssl req -x509 -new -newkey rsa:2048 -noenc -keyout server.key -out server.pem -days 397 -CA ca.pem -CAkey ca.key',
    `-subj "/CN=${name}" -addext subjectAltName=${host.kind === 'dns' ? 'DNS' : 'IP'}:${text}`,
    '-addext basicConstraints=critical,CA:FALSE -addext keyUsage=critical,digitalSignature',
    '-addext extendedKeyUsage=serverAuth',
  ].join(' ');
}
