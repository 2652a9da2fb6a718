import type { ErrorCode } from '../diagnostics/errors/index.js';
import type { IssueCode } from '../diagnostics/issues/index.js';
import type { ReportedIssue } from '../document/reported-issue.js';

const passphrase = '--passphrase-env NAME, --passphrase-file FILE or --passphrase-fd NUMBER';
const checkFile = 'check that this is the right file';

/** What to do on the command line, where the hint of the library speaks of functions and their options. */
const errorHints: Readonly<Partial<Record<ErrorCode, string>>> = {
  ERR_INPUT_EMPTY: checkFile,
  ERR_INPUT_TOO_LARGE: checkFile,
  ERR_INPUT_IS_PATH: 'name the file whose path stands in this one',
  ERR_CERTIFICATE_LIMIT: 'give only the certificates that the profile needs',
  ERR_KEY_IS_OTHER: 'give the private key with --sign-key, or with --key to decrypt; a PKCS#12 file with --sign-p12',
  ERR_KEY_PASSPHRASE_MISSING: `give it with ${passphrase}`,
  ERR_KEY_MISMATCH: 'name the certificate that was issued for this key',
  ERR_PKCS12_UNREADABLE: `check the passphrase, which is given with ${passphrase}; \`profilewright p12 FILE\` says what can be seen without it`,
  ERR_PKCS12_ITERATIONS: 'write it again with `openssl pkcs12 -export -iter 100000`',
  ERR_CMS_NOT_SIGNED: 'look into it with `profilewright inspect`, or sign it with `profilewright sign`',
  ERR_PROFILE_NOT_ENCRYPTED: 'look into it with `profilewright inspect`',
  ERR_DECRYPTION_FAILED: 'give the private key of a recipient with --key, and its certificate with --cert',
  ERR_DECRYPTION_LIMIT: 'name the certificate of the key with --cert, or check that this is the right file',
  ERR_CMS_ENCRYPTED: 'decrypt it with `profilewright decrypt FILE --key KEY`',
  ERR_PROFILE_ENCRYPTED: 'decrypt it with `profilewright decrypt FILE --key KEY`',
  ERR_PROFILE_ALREADY_SIGNED: 'sign the unsigned one: `profilewright unwrap FILE -o UNSIGNED.mobileconfig`',
  ERR_PROFILE_MERGE: 'make the files agree in these keys; --scope decides about PayloadScope',
  ERR_PROFILE_INVALID: 'correct what the issues say, or set the level of one with --rule CODE=LEVEL',
  ERR_PLIST_FORMAT: 'name the .mobileconfig file',
  ERR_PLIST_LIMIT: checkFile,
  ERR_PLIST_VALUE: 'leave out control characters; a number has to be finite, and a whole one below 2^53',
};

const issueHints: Readonly<Partial<Record<IssueCode, string>>> = {
  'acme-scep-needs-root':
    'add a payload with the root of the server; --rule acme-scep-needs-root=off where devices trust the server already',
  'identity-missing':
    'set PayloadCertificateUUID to the PayloadUUID of an identity; --rule identity-missing=off where people pick one on the device',
  'signer-expired': 'renew the certificate of the signer, or add --allow-expired',
  'signer-not-yet-valid': 'check the clock, or add --allow-expired',
  'signer-include-chain': 'add the certificate of that issuer with --sign-chain, unless it is a root that devices have',
};

/** Options of the library that have another name here. */
const optionWords: readonly (readonly [word: string, option: string])[] = [
  ['`timeoutMilliseconds`', '--timeout SECONDS'],
  ['as `servername`', 'with --hostname NAME'],
  ['with editProfile, and take the new profile apart', 'with `profilewright edit`, and eject the new profile'],
];

/** The hint of an error of the library, in the words of the command line. */
export function errorHint(code: ErrorCode, hint: string): string {
  return errorHints[code] ?? optionWords.reduce((text, [word, option]) => text.replace(word, option), hint);
}

/** The issue with a hint in the words of the command line. */
export function withCommandHint(issue: ReportedIssue): ReportedIssue {
  const hint = issueHints[issue.code];
  return hint === undefined ? issue : { ...issue, hint };
}
