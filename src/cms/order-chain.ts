import { equalBytes } from '../asn1/der.js';
import { readSignedParts, type Certificate } from '../pki/certificate.js';
import { verifyCertificateSignature } from '../pki/certificate-signature.js';

/** Of a bag of namesakes, each would be checked with each: a thousand certificates make a quarter of a million signatures. */
const MAX_CHECKS = 200;

/**
 * The certificates that a signer sends: its own first, behind it the issuers, each once, as far as they are in the pool.
 * An issuer is who bears the name and has made the signature; a cross-certificate brings its issuers too. Beyond the limit of
 * signatures that are checked, the name alone decides.
 */
export function orderChain(certificate: Certificate, pool: readonly Certificate[]): Certificate[] {
  const chain = [certificate];
  const rest = new Map(pool.map((candidate) => [candidate.fingerprints.sha256, candidate]));
  rest.delete(certificate.fingerprints.sha256);
  let checks = 0;
  for (const child of chain) {
    for (const [fingerprint, candidate] of rest) {
      if (!isNamed(candidate, child)) continue;
      checks += 1;
      if (checks <= MAX_CHECKS && !hasSigned(candidate, child)) continue;
      rest.delete(fingerprint);
      chain.push(candidate);
    }
  }
  return chain;
}

/** The certificate of a chain at which it stops although it is not self-signed; undefined when it is complete. */
export function findChainEnd(chain: readonly Certificate[]): Certificate | undefined {
  if (chain.some(({ isSelfSigned }) => isSelfSigned)) return undefined;
  return chain.find((child) => !chain.some((candidate) => candidate !== child && isIssuer(candidate, child)));
}

function isIssuer(candidate: Certificate, child: Certificate): boolean {
  return isNamed(candidate, child) && hasSigned(candidate, child);
}

function isNamed(candidate: Certificate, child: Certificate): boolean {
  if (child.isSelfSigned || candidate.subject.normalized !== child.issuer.normalized) return false;
  const [wanted, own] = [child.authorityKeyIdentifier?.keyIdentifier, candidate.subjectKeyIdentifier];
  return wanted === undefined || own === undefined || equalBytes(wanted, own);
}

/** A signature that cannot be checked here is no reason to leave the certificate out. */
function hasSigned(candidate: Certificate, child: Certificate): boolean {
  return verifyCertificateSignature(readSignedParts(child), candidate.publicKey.spki) !== 'invalid';
}
