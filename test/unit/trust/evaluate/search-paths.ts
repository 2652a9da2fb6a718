import type { Certificate } from '../../../../src/pki/certificate.js';
import { evaluateTrust } from '../../../../src/trust/evaluate-trust.js';
import type { AnchorSource, TrustQuery, TrustResult } from '../../../../src/trust/trust-query.js';
import { rootCA } from '../../../support/authorities.js';
import type { CertificateOptions, IssuedCertificate } from '../../../support/issue-certificate.js';
import { at, decode, expectHelpful } from './trust-case.js';

/** The one anchor of every search, unless others are given. */
export const root = rootCA();

/** No key identifiers, so that nothing speaks for a certificate or against it before it is looked at. */
export const anonymous: CertificateOptions = { subjectKeyIdentifier: 'absent', authorityKeyIdentifier: 'absent' };

export type Anchors = readonly (IssuedCertificate | readonly [IssuedCertificate, AnchorSource])[];

export interface Found extends TrustResult {
  /** Whether the path consists of the very certificates given. */
  leadsThrough: (...issued: readonly IssuedCertificate[]) => boolean;
  readonly codes: readonly string[];
}

export function search(
  target: IssuedCertificate,
  others: readonly IssuedCertificate[],
  anchors: Anchors = [root],
  options: Partial<TrustQuery> = {},
): Found {
  const result = evaluateTrust({
    chain: [target, ...others].map(decode),
    anchors: anchors.map((anchor) => {
      const [issued, source] = 'der' in anchor ? [anchor, 'user' as const] : anchor;
      return { certificate: decode(issued), source };
    }),
    policy: { kind: 'tls-server' },
    at,
    ...options,
  });
  expectHelpful(result);
  const bytes = (certificates: readonly Pick<Certificate, 'raw'>[]): string[] =>
    certificates.map(({ raw }) => Buffer.from(raw).toString('hex'));
  return {
    ...result,
    leadsThrough: (...issued) => bytes(issued.map(decode)).join() === bytes(result.path).join(),
    codes: result.issues.map(({ code, severity }) => `${severity} ${code}`),
  };
}
