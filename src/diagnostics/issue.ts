import type { Bytes } from './bytes.js';
import { factsOf } from './issues/index.js';
import type { IssueCode, IssueDetails } from './issues/index.js';

/** How much an issue weighs: `error` means a device will refuse, ignore or misread it. */
export type Severity = 'error' | 'warning' | 'info';

/** Levels that a caller sets for single rules. */
export type RuleLevels = Partial<Record<IssueCode, Severity | 'off'>>;

/** The facts by which an issue names a certificate; every `Certificate` is one. */
export interface CertificateReference {
  readonly raw: Bytes;
  /** The CN, or else the whole subject, in double quotes and with control characters escaped. */
  readonly name: string;
}

/**
 * Where an issue stands: a JSON pointer into the profile, a certificate, or both when the certificate stands in the profile;
 * a pointer has line and column when the profile came from a file.
 */
export type IssuePlace =
  | { readonly pointer: string; readonly line?: number; readonly column?: number }
  | {
      readonly certificate: CertificateReference;
      readonly pointer?: string;
      readonly line?: number;
      readonly column?: number;
    };

/** One finding about a profile, a certificate or a chain. `code` is the stable id of the rule, `source` says who says so. */
export interface Issue {
  readonly code: IssueCode;
  readonly severity: Severity;
  readonly message: string;
  readonly hint?: string;
  readonly source: string;
  readonly where: IssuePlace;
}

/**
 * Makes the issue of one rule. `details` fills the rule's message; rules without details take none.
 *
 * @internal
 */
export function issue<Code extends IssueCode>(
  code: Code,
  where: IssuePlace,
  ...[details]: keyof IssueDetails[Code] extends never ? [] : [IssueDetails[Code]]
): Issue {
  const facts = factsOf(code);
  const subject = 'certificate' in where ? where.certificate.name : where.pointer;
  const known = (details ?? {}) as IssueDetails[Code];
  const hint = facts.hint?.(known, subject);
  return Object.freeze({
    code,
    severity: facts.severity,
    message: facts.message(known, subject),
    ...(hint === undefined ? {} : { hint }),
    source: facts.source,
    where: Object.freeze(where),
  });
}
