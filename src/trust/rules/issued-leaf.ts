import { escapeText } from '../../diagnostics/escape-text.js';
import type { Certificate } from '../../pki/certificate.js';
import { lastAttribute } from '../../pki/distinguished-name.js';
import { rootCommand } from '../root-command.js';

/** What somebody who has a certificate of a server, say, in the place of a root can do instead. */
export interface OtherRoot {
  /** The CA that issued the certificate, in quotes: its root is the one that is wanted. */
  readonly issuer: string;
  /** Makes a root by the name of the issuer: under the name of the leaf, it could not issue that again. */
  readonly command: string;
}

/** Undefined for what is a CA, or names itself as its issuer. */
export function otherRootFor(certificate: Certificate): OtherRoot | undefined {
  const { role, subject, issuer } = certificate;
  if (role !== 'leaf' || subject.normalized === issuer.normalized) return undefined;
  return { issuer: quoteIssuer(certificate), command: rootCommand({ subject: issuer }) };
}

export function quoteIssuer({ issuer }: Pick<Certificate, 'issuer'>): string {
  return `"${escapeText(lastAttribute(issuer, 'CN') ?? issuer.text)}"`;
}
