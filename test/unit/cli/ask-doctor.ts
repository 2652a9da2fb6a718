import { intermediateCA, leaf, rootCA } from '../../support/authorities.js';
import { pemBundle } from '../../support/pem.js';
import { testKey } from '../../support/test-key.js';
import { jsonOf, runCli, scratchFolder, type Ended } from './command-line.js';
import { root, signer } from './lab.js';

export const issuing = intermediateCA(root);
export const server = leaf(issuing);
const stranger = rootCA({ subject: 'Stranger', key: testKey('p256', 4) });

const files = {
  'ca.pem': root.pem,
  'ca.der': root.der,
  'server.pem': server.pem,
  'fullchain.pem': pemBundle(server, issuing),
  'shuffled.pem': pemBundle(server, root, issuing),
  'intermediate.pem': issuing.pem,
  'stranger.pem': stranger.pem,
  'nocn.pem': rootCA({ subject: [['O', 'Lab']] }).pem,
  'ca.key': signer.keyPem,
} as const;

/** Asks the doctor; words that name a file are found in a folder of their own. */
export async function askDoctor(
  words: string,
  more: Readonly<Record<string, string | Uint8Array>> = {},
): Promise<Ended> {
  const folder = scratchFolder({ ...files, ...more });
  const named = [...Object.keys(files), ...Object.keys(more)];
  return runCli(['doctor', ...words.split(' ').map((word) => (named.includes(word) ? folder.path(word) : word))]);
}

export const firstLine = ({ out }: Ended): string => out.split('\n')[0] ?? '';
export const codesOf = (ended: Ended): string[] =>
  (jsonOf(ended)['issues'] as { code: string }[]).map(({ code }) => code);
