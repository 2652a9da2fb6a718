import { now } from '../../device/clock.js';
import type { Issue, Severity } from '../../diagnostics/issue.js';
import type { Certificate } from '../../pki/certificate.js';
import { readTbsEncoding, type TbsEncoding } from './tbs-encoding.js';

/**
 * What the rules look at. `role` is what the certificate is meant for, whatever it is: `root` for one that shall be
 * trusted, `other` for one that is only carried.
 */
export interface CertificateContext {
  readonly certificate: Certificate;
  readonly role: 'root' | 'other';
  readonly at: Date;
  readonly encoding: TbsEncoding;
}

/** A rule: pure, one fact, one issue code (or a few for the variants of one idea). */
export type CertificateRule = (context: CertificateContext) => Iterable<Issue>;

export interface DiagnoseOptions {
  /** The time by which validity is judged; now unless given. */
  readonly at?: Date;
}

export function createContext(
  certificate: Certificate,
  role: CertificateContext['role'],
  { at = now() }: DiagnoseOptions,
): CertificateContext {
  return { certificate, role, at, encoding: readTbsEncoding(certificate) };
}

/** Runs the rules in order. */
export function applyRules(rules: readonly CertificateRule[], context: CertificateContext): Issue[] {
  return rules.flatMap((rule) => [...rule(context)]);
}

/** The issue with another weight than its catalogue entry, where the same fact matters less. */
export function weigh(found: Issue, severity: Severity): Issue {
  return Object.freeze({ ...found, severity });
}

/** An error for a root, which would not be trusted; a warning for a certificate that is only carried, byte for byte. */
export function weighByRole(found: Issue, { role }: Pick<CertificateContext, 'role'>): Issue {
  return role === 'root' ? found : weigh(found, 'warning');
}
