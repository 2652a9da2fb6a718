import { createHash } from 'node:crypto';
import type { Issue, Severity } from '../diagnostics/issue.js';
import type { IssueCode } from '../diagnostics/issues/index.js';

/** An {@link Issue} as plain JSON: the certificate that it names is given by name and SHA-256 fingerprint. */
export interface ReportedIssue {
  readonly code: IssueCode;
  readonly severity: Severity;
  readonly message: string;
  readonly hint?: string;
  readonly source: string;
  readonly where: {
    readonly pointer?: string;
    readonly line?: number;
    readonly column?: number;
    readonly certificate?: { readonly name: string; readonly sha256: string };
  };
}

/** The issue without bytes, fit for JSON. */
export function reportIssue({ code, severity, message, hint, source, where }: Issue): ReportedIssue {
  return Object.freeze({
    code,
    severity,
    message,
    ...(hint === undefined ? {} : { hint }),
    source,
    where: 'certificate' in where ? reportCertificatePlace(where) : where,
  });
}

function reportCertificatePlace({
  certificate: { name, raw },
  ...place
}: Extract<Issue['where'], { certificate: unknown }>): ReportedIssue['where'] {
  const sha256 = createHash('sha256').update(raw).digest('hex').toUpperCase();
  return { ...place, certificate: { name: name.slice(1, -1), sha256 } };
}
