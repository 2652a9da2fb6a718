import type { ReportedIssue } from '../document/reported-issue.js';

/** A file and what was found in it. */
export interface JudgedFile {
  /** As the user named it. */
  readonly name: string;
  /** Whether lines and columns are those of the file itself, not of what it wraps. */
  readonly hasLines: boolean;
  readonly issues: readonly ReportedIssue[];
}
