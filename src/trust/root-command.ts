import { escapeText } from '../diagnostics/escape-text.js';
import type { Certificate } from '../pki/certificate.js';
import { lastAttribute } from '../pki/distinguished-name.js';

/** The upper bound of a commonName (RFC 5280 appendix A.1, ub-common-name); openssl refuses a longer one. */
const MAX_COMMON_NAME_LENGTH = 64;

/**
 * The openssl command (3.0 and later) that makes a root as Apple wants it, with the commonName of this certificate, or
 * else its organization, and the suffix behind it. The text is safe to paste into a POSIX shell whatever the name holds.
 */
export function rootCommand({ subject }: Pick<Certificate, 'subject'>, suffix = ''): string {
  const length = MAX_COMMON_NAME_LENGTH - suffix.length;
  const texts = [lastAttribute(subject, 'CN'), lastAttribute(subject, 'O')];
  const name = texts.map((text) => plainName(text, length)).find((text) => text !== '');
  const quoted = quoteSubject(name === undefined ? 'Root CA' : `${name}${suffix}`);
  return [
    'openssl req -x509 -new -newkey rsa:3072 -noenc -keyout ca.key -out ca.pem -days 3650',
    `-subj ${quoted}`,
    '-addext basicConstraints=critical,CA:TRUE -addext keyUsage=critical,keyCertSign,cRLSign',
  ].join(' ');
}

/** Characters that a terminal or a reader could take for something else are left out. */
function plainName(text: string | undefined, length: number): string {
  const harmless = [...(text ?? '')].filter((character) => escapeText(character) === character);
  return harmless.slice(0, length).join('').trim();
}

/** In `-subj` a backslash takes `/`, `+` and itself literally; in single quotes the shell takes everything but `'` literally. */
function quoteSubject(name: string): string {
  if (/^[\w .-]+$/.test(name)) return `"/CN=${name}"`;
  const escaped = name.replace(/[\\/+]/g, '\\$&').replaceAll("'", "'\\''");
  return `'/CN=${escaped}'${/^[\u0020-\u007e]*$/.test(name) ? '' : ' -utf8'}`;
}
