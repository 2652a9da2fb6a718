import { sanitizeProfile } from '../document/sanitize-profile.js';
import { escapeText } from '../diagnostics/escape-text.js';
import { count } from '../report/text-layout.js';
import type { Command, CommandContext, CommandResult, ParsedArguments } from './command.js';
import { writeEdited } from './edited-output.js';
import { aboutFile } from './file-problem.js';
import { oneFile } from './one-file.js';
import { chooseOutput, outputOptions } from './output-options.js';

const SUFFIX = '.sanitized.mobileconfig';

/** `profilewright sanitize`: a profile in, the same without its secrets out. */
export const sanitize: Command = {
  name: 'sanitize',
  summary: 'take the secrets out of a profile, to show it to others',
  usage: 'profilewright sanitize FILE [options]',
  examples: ['profilewright sanitize office.mobileconfig -o office-public.mobileconfig'],
  options: outputOptions(SUFFIX),
  run: runSanitize,
};

async function runSanitize(parsed: ParsedArguments, context: CommandContext): Promise<CommandResult> {
  const path = oneFile(parsed, 'sanitize');
  const output = chooseOutput(parsed, path, SUFFIX);
  const file = await context.inputs.read(path);
  const { bytes, secrets } = await aboutFile(file, () => sanitizeProfile(file.bytes));
  const edited = {
    bytes,
    summary: `${count(secrets.length, 'secret')} taken out`,
    text: secrets.map((pointer) => escapeText(pointer, 200)).join('\n'),
    json: { secrets },
  };
  return writeEdited(output, edited, parsed, context);
}
