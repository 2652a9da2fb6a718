import { issue, type Issue } from '../../diagnostics/issue.js';
import { findModulusWeaknesses } from '../rsa/modulus-weaknesses.js';
import type { CertificateContext } from './certificate-context.js';

export function* rsaSmallFactor({ certificate }: CertificateContext): Generator<Issue> {
  const factor = findModulusWeaknesses(certificate.publicKey)?.smallFactor;
  if (factor !== undefined) yield issue('rsa-small-factor', { certificate }, { factor });
}

export function* rsaClosePrimes({ certificate }: CertificateContext): Generator<Issue> {
  if (findModulusWeaknesses(certificate.publicKey)?.hasClosePrimes) yield issue('rsa-close-primes', { certificate });
}

export function* rsaRoca({ certificate }: CertificateContext): Generator<Issue> {
  if (findModulusWeaknesses(certificate.publicKey)?.isRoca) yield issue('rsa-roca', { certificate });
}
