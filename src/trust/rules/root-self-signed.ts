import { equalBytes } from '../../asn1/der.js';
import { issue, type Issue } from '../../diagnostics/issue.js';
import { readSignedParts, type Certificate } from '../../pki/certificate.js';
import { verifyCertificateSignature, type SignatureVerdict } from '../../pki/certificate-signature.js';
import { rootCommand } from '../root-command.js';
import type { CertificateContext } from './certificate-context.js';
import { otherRootFor, quoteIssuer } from './issued-leaf.js';

function namesItself({ issuer, subject }: Certificate): boolean {
  return issuer.normalized === subject.normalized;
}

export function* rootNotSelfSigned({ certificate }: CertificateContext): Generator<Issue> {
  if (certificate.isSelfSigned || namesItself(certificate)) return;
  const other = otherRootFor(certificate);
  const remedy =
    other === undefined
      ? { issuer: quoteIssuer(certificate), command: rootCommand(certificate) }
      : { ...other, isLeaf: true };
  yield issue('root-not-self-signed', { certificate }, remedy);
}

export function* rootSelfSignedShape({ certificate }: CertificateContext): Generator<Issue> {
  if (certificate.isSelfSigned || !namesItself(certificate)) return;
  const reason = signatureReason(certificate) ?? identifierReason(certificate) ?? unsupportedReason(certificate);
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

/** That the key is another one explains why the identifiers differ. */
function signatureReason(certificate: Certificate): string | undefined {
  return verdictOf(certificate) === 'invalid'
    ? 'its own key does not verify its signature, which may be that of another CA with its name'
    : undefined;
}

/** A curve that is spelt out is never computed with, and is reported by a rule of its own. */
function unsupportedReason(certificate: Certificate): string | undefined {
  if (verdictOf(certificate) === 'valid' || certificate.publicKey.curve === 'explicit') return undefined;
  return `its signature ("${certificate.signatureAlgorithm.name}") cannot be checked with its key`;
}

function verdictOf(certificate: Certificate): SignatureVerdict {
  return verifyCertificateSignature(readSignedParts(certificate), certificate.publicKey.spki);
}
