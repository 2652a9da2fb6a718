import type { Certificate } from '../pki/certificate.js';
import { readCertificates } from '../pki/read-certificates.js';
import type { CommandContext, OptionSpec, ParsedArguments } from './command.js';
import { aboutFile } from './file-problem.js';

export const anchorOption: OptionSpec = {
  type: 'string',
  value: 'FILE',
  multiple: true,
  about: 'the roots that the device trusts; without it trust is not judged',
};

/** The certificates of `--anchor`, or `none` when it is not given. */
export async function readAnchors(
  { lists }: ParsedArguments,
  { inputs }: Pick<CommandContext, 'inputs'>,
): Promise<readonly Certificate[] | 'none'> {
  const paths = lists['anchor'] ?? [];
  if (paths.length === 0) return 'none';
  const anchors: Certificate[] = [];
  for (const path of paths) {
    const file = await inputs.read(path);
    anchors.push(...(await aboutFile(file, () => readCertificates(file.bytes))));
  }
  return anchors;
}
