import { resignProfile } from '../document/unwrap-profile.js';
import type { Command } from './command.js';
import { outputOptions } from './output-options.js';
import { ruleOption } from './rule-options.js';
import { writeSigned } from './signed-output.js';
import { signerOptions } from './signer-options.js';

const SUFFIX = '.resigned.mobileconfig';

/** `profilewright resign`: a signed profile in, the same with another signature out. */
export const resign: Command = {
  name: 'resign',
  summary: 'sign a signed profile anew, before its signature ends or with another signer',
  usage: 'profilewright resign FILE (--sign-key FILE --sign-cert FILE | --sign-p12 FILE) [options]',
  examples: [
    'profilewright resign lab-signed.mobileconfig --sign-key signer.key --sign-cert fullchain.pem',
    'profilewright resign lab-signed.mobileconfig --sign-p12 signer.p12 --passphrase-env SIGNER_PASSPHRASE -o lab-2027.mobileconfig',
  ],
  options: { ...outputOptions(SUFFIX), ...signerOptions, rule: ruleOption },
  notes: [
    'The old signature is verified, whoever made it, and the very bytes that it covers are signed. `profilewright due` lists',
    'the files whose signature ends soon.',
  ],
  run: (parsed, context) => writeSigned({ name: 'resign', suffix: SUFFIX, sign: resignProfile }, parsed, context),
};
