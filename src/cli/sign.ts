import { signProfile } from '../document/sign-profile.js';
import type { Command } from './command.js';
import { outputOptions } from './output-options.js';
import { ruleOption } from './rule-options.js';
import { writeSigned } from './signed-output.js';
import { signerOptions } from './signer-options.js';

const SUFFIX = '.signed.mobileconfig';

/** `profilewright sign`: an unsigned profile in, a signed one out. */
export const sign: Command = {
  name: 'sign',
  summary: 'sign a profile',
  usage: 'profilewright sign FILE (--sign-key FILE --sign-cert FILE | --sign-p12 FILE) [options]',
  examples: [
    'profilewright sign lab.mobileconfig --sign-key signer.key --sign-cert fullchain.pem',
    'profilewright sign lab.mobileconfig --sign-p12 signer.p12 --passphrase-env SIGNER_PASSPHRASE -o signed.mobileconfig',
  ],
  options: { ...outputOptions(SUFFIX), ...signerOptions, rule: ruleOption },
  run: (parsed, context) => writeSigned({ name: 'sign', suffix: SUFFIX, sign: signProfile }, parsed, context),
};
