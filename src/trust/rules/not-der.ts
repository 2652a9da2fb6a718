import { issue, type Issue } from '../../diagnostics/issue.js';
import type { CertificateContext } from './certificate-context.js';

/** One issue a certificate, however many departures there are; they are all in `encodingDefects`. */
export function* notDer({ certificate, encoding }: CertificateContext): Generator<Issue> {
  // Unequal algorithms are a fact of their own, which sigalg-mismatch reports.
  const isMismatch = (offset: number): boolean =>
    !encoding.hasMatchingAlgorithms && offset === encoding.outerAlgorithmOffset;
  const defects = certificate.encodingDefects.filter(({ offset }) => !isMismatch(offset));
  const [first] = defects;
  if (first === undefined) return;
  yield issue('certificate-not-der', { certificate }, { count: defects.length, ...first });
}
