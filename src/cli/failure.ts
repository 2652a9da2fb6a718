import { escapeText } from '../diagnostics/escape-text.js';
import { isProfilewrightError, type ProfilewrightError } from '../diagnostics/profilewright-error.js';
import { reportIssue, type ReportedIssue } from '../document/reported-issue.js';
import { countIssues, describeIssues } from '../report/describe-issues.js';
import { CommandError } from './command-error.js';
import { exitCodes } from './command.js';
import { FileProblem } from './read-file.js';

/** How a command ended that could not go on: for people, for programs, and as exit code. */
export interface Failure {
  readonly exitCode: number;
  readonly code: string;
  readonly message: string;
  readonly hint: string;
  readonly file?: string;
  readonly details?: object;
  readonly issues?: readonly ReportedIssue[];
}

/** The failure behind an error that is expected; undefined for a bug. */
export function describeFailure(error: unknown): Failure | undefined {
  if (error instanceof CommandError) {
    const { exitCode, code, message, hint, file } = error;
    return { exitCode, code, message, hint, ...(file === undefined ? {} : { file }) };
  }
  if (error instanceof FileProblem) return { ...libraryFailure(error.problem), file: error.file };
  return isProfilewrightError(error) ? libraryFailure(error) : undefined;
}

/** The failure as text: what, where, why, and what to do. */
export function failureText({ file, message, code, hint, issues }: Failure): string {
  const place = file === undefined ? '' : `${file}: `;
  const first = `error: ${place}${escapeText(message, 2000)} [${code}]`;
  return [first, issues === undefined ? `  hint: ${escapeText(hint, 2000)}` : describeIssues(issues)].join('\n');
}

function libraryFailure(error: ProfilewrightError): Failure {
  const { code, message, hint, details } = error;
  if (isProfilewrightError(error, 'ERR_PROFILE_INVALID')) {
    const issues = error.details.issues.map(reportIssue);
    const text = `refused, the profile or its signer has ${countIssues(issues)}`;
    return { exitCode: exitCodes.issues, code, message: text, hint, issues };
  }
  return { exitCode: code.startsWith('ERR_CMS_') ? exitCodes.refused : exitCodes.file, code, message, hint, details };
}
