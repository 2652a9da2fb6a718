import { exitCodes } from './exit-codes.js';

/** Codes of what can go wrong on the command line alone; all others come from the library. */
export type CommandErrorCode =
  | 'ERR_USAGE'
  | 'ERR_FILE_MISSING'
  | 'ERR_FILE_DENIED'
  | 'ERR_FILE_KIND'
  | 'ERR_FILE_TOO_LARGE'
  | 'ERR_FILE_EXISTS'
  | 'ERR_FILE_IS_INPUT'
  | 'ERR_FILE_READ'
  | 'ERR_FILE_WRITE';

/** An end that is expected: it is told in one line with a hint, without a stack. */
export class CommandError extends Error {
  readonly code: CommandErrorCode;
  readonly hint: string;
  readonly exitCode: number;
  readonly file?: string;

  constructor(code: CommandErrorCode, message: string, hint: string, file?: string) {
    super(message);
    this.name = 'CommandError';
    this.code = code;
    this.hint = hint;
    this.exitCode = usageCodes.has(code) ? exitCodes.usage : exitCodes.file;
    if (file !== undefined) this.file = file;
  }
}

const usageCodes: ReadonlySet<CommandErrorCode> = new Set(['ERR_USAGE', 'ERR_FILE_EXISTS', 'ERR_FILE_IS_INPUT']);

/** Wrong usage, with what to do instead. */
export function usageError(message: string, hint: string): CommandError {
  return new CommandError('ERR_USAGE', message, hint);
}
