import { escapeText } from '../diagnostics/escape-text.js';
import { isProfilewrightError, type ProfilewrightError } from '../diagnostics/profilewright-error.js';
import { reportIssue, type ReportedIssue } from '../document/reported-issue.js';
import { countIssues, describeIssues } from '../report/describe-issues.js';
import { CommandError } from './command-error.js';
import { errorHint, withCommandHint } from './command-hints.js';
import { exitCodes } from './exit-codes.js';
import { FileProblem } from './file-problem.js';

/** How a command ended that could not go on: for people, for programs, and as exit code. */
export interface Failure {
  readonly exitCode: number;
  readonly code: string;
  readonly message: string;
  readonly hint: string;
  readonly file?: string;
  readonly details?: object;
  readonly issues?: readonly ReportedIssue[];
  /** Where a bug showed, as lines of a stack. */
  readonly stack?: readonly string[];
}

/** The failure behind an error. One that is not expected is a bug. */
export function describeFailure(error: unknown): Failure {
  if (error instanceof CommandError) {
    const { exitCode, code, message, hint, file } = error;
    return { exitCode, code, message, hint, ...(file === undefined ? {} : { file }) };
  }
  if (error instanceof FileProblem) return fileFailure(error);
  return isProfilewrightError(error) ? libraryFailure(error) : bugFailure(error);
}

/** The failure as text: what, where, why, and what to do. */
export function failureText({ file, message, code, hint, issues, stack = [] }: Failure): string {
  const place = file === undefined ? '' : `${file}: `;
  const first = `error: ${place}${escapeText(message, 2000)} [${code}]`;
  return [first, issues === undefined ? `  hint: ${escapeText(hint, 2000)}` : describeIssues(issues), ...stack].join(
    '\n',
  );
}

/** What cannot be written stood in the file, not in an option. */
function fileFailure({ file, problem }: FileProblem): Failure {
  const failure = { ...libraryFailure(problem), file };
  if (problem.code !== 'ERR_PLIST_VALUE') return failure;
  return { ...failure, exitCode: exitCodes.file, hint: 'correct the value in the file that the profile was made from' };
}

function libraryFailure(error: ProfilewrightError): Failure {
  const { code, message, details } = error;
  const hint = errorHint(code, error.hint);
  if (isProfilewrightError(error, 'ERR_PROFILE_INVALID')) {
    const issues = error.details.issues.map((issue) => withCommandHint(reportIssue(issue)));
    return { exitCode: exitCodes.issues, code, message: `refused, ${countIssues(issues)}`, hint, issues };
  }
  // A value of a profile that is made here comes from the options alone, and so does what is to be merged or edited.
  if (code === 'ERR_PLIST_VALUE' || code === 'ERR_PROFILE_MERGE' || code === 'ERR_PROFILE_EDIT')
    return { exitCode: exitCodes.usage, code, message, hint, details };
  return { exitCode: code.startsWith('ERR_CMS_') ? exitCodes.refused : exitCodes.file, code, message, hint, details };
}

/** The message of an error that nobody expected may hold anything, so only its name and its way are told. */
function bugFailure(error: unknown): Failure {
  const { name, stack = '' } = error instanceof Error ? error : { name: 'not an Error' };
  return {
    exitCode: exitCodes.bug,
    code: 'ERR_BUG',
    message: `a bug in profilewright: ${name}`,
    hint: 'please report it, with the command and these lines',
    stack: stack.split('\n').filter((line) => /^\s+at /.test(line)),
  };
}
