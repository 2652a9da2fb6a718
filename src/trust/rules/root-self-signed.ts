import { equalBytes } from '../../asn1/der.js';
import { escapeText } from '../../diagnostics/escape-text.js';
import { issue, type Issue } from '../../diagnostics/issue.js';
import { readSignedParts, type Certificate } from '../../pki/certificate.js';
import { verifyCertificateSignature } from '../../pki/certificate-signature.js';
import { lastAttribute } from '../../pki/distinguished-name.js';
import { rootCommand } from '../root-command.js';
import type { CertificateContext } from './certificate-context.js';

function namesItself({ issuer, subject }: Certificate): boolean {
  return issuer.normalized === subject.normalized;
}

export function* rootNotSelfSigned({ certificate }: CertificateContext): Generator<Issue> {
  if (certificate.isSelfSigned || namesItself(certificate)) return;
  const issuer = `"${escapeText(lastAttribute(certificate.issuer, 'CN') ?? certificate.issuer.text)}"`;
  yield issue('root-not-self-signed', { certificate }, { issuer, command: rootCommand(certificate) });
}

export function* rootSelfSignedShape({ certificate }: CertificateContext): Generator<Issue> {
  if (certificate.isSelfSigned || !namesItself(certificate)) return;
  const reason = identifierReason(certificate) ?? signatureReason(certificate);
  if (reason === undefined) return;
  yield issue('root-self-signed-shape', { certificate }, { reason, command: rootCommand(certificate) });
}

function identifierReason({ authorityKeyIdentifier, subjectKeyIdentifier }: Certificate): string | undefined {
  const keyIdentifier = authorityKeyIdentifier?.keyIdentifier;
  if (keyIdentifier === undefined) return undefined;
  if (subjectKeyIdentifier === undefined) return 'it has authorityKeyIdentifier, but no subjectKeyIdentifier';
  return equalBytes(keyIdentifier, subjectKeyIdentifier)
    ? undefined
    : 'authorityKeyIdentifier differs from subjectKeyIdentifier';
}

/** A curve that is spelt out is never computed with, and is reported by a rule of its own. */
function signatureReason(certificate: Certificate): string | undefined {
  const verdict = verifyCertificateSignature(readSignedParts(certificate), certificate.publicKey.spki);
  if (verdict === 'invalid') return 'its own key does not verify its signature';
  if (verdict === 'valid' || certificate.publicKey.curve === 'explicit') return undefined;
  return `its signature ("${certificate.signatureAlgorithm.name}") cannot be checked with its key`;
}
