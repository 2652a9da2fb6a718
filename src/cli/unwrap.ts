import { unwrapProfile } from '../document/unwrap-profile.js';
import type { Command, CommandContext, CommandResult, ParsedArguments } from './command.js';
import { writeEdited } from './edited-output.js';
import { aboutFile } from './file-problem.js';
import { oneFile } from './one-file.js';
import { chooseOutput, outputOptions } from './output-options.js';

const SUFFIX = '.unsigned.mobileconfig';

/** `profilewright unwrap`: a signed profile in, the profile that was signed out. */
export const unwrap: Command = {
  name: 'unwrap',
  summary: 'take the signature off a profile, once it is verified',
  usage: 'profilewright unwrap FILE [options]',
  examples: ['profilewright unwrap signed.mobileconfig -o lab.mobileconfig'],
  options: outputOptions(SUFFIX),
  run: runUnwrap,
};

async function runUnwrap(parsed: ParsedArguments, context: CommandContext): Promise<CommandResult> {
  const path = oneFile(parsed, 'unwrap');
  const output = chooseOutput(parsed, path, SUFFIX);
  const file = await context.inputs.read(path);
  return aboutFile(file, () => {
    const bytes = unwrapProfile(file.bytes);
    return writeEdited(
      output,
      { bytes, summary: 'the profile that was signed, without its signature' },
      parsed,
      context,
    );
  });
}
