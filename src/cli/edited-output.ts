import { inspectProfile } from '../document/inspect-profile.js';
import type { CommandContext, CommandResult, ParsedArguments } from './command.js';
import { exitCodes } from './exit-codes.js';
import { joinParts } from './join-parts.js';
import { writeOutput, type Output } from './output-options.js';

/** What a command made of files. */
export interface EditedFile {
  readonly bytes: Uint8Array;
  /** What was done, behind `wrote NAME: `. */
  readonly summary: string;
  /** More lines for people. */
  readonly text?: string;
  readonly json?: object;
}

/** Writes an unsigned profile that was made of others, and says so. A file with secrets is written for its owner alone. */
export async function writeEdited(
  output: Output,
  { bytes, summary, text = '', json = {} }: EditedFile,
  parsed: ParsedArguments,
  context: CommandContext,
): Promise<CommandResult> {
  const isSecret = inspectProfile(bytes).secrets.length > 0;
  const written = await writeOutput(output, bytes, parsed, { ...context, isSecret, isBinary: false });
  return {
    exitCode: exitCodes.fine,
    text: joinParts([`wrote ${output.name}: ${summary}`, text]),
    json: { output: output.path, ...json },
    ...written,
  };
}
