import type { TrustIssueFacts } from './issue-facts.js';

export interface Pkcs12IssueDetails {
  'p12-pbes2-min-os': { readonly found: string };
  'p12-pbes2-exact': { readonly found: string };
  'p12-2key-3des': Record<never, never>;
  'p12-encryption-unknown': { readonly found: string };
  'p12-macos-legacy-path': Record<never, never>;
  'p12-safe-profile': Record<never, never>;
  'p12-mac-required': { readonly found: string };
  'p12-iterations': { readonly iterations: number };
  'p12-password': { readonly reason: string };
  'p12-password-ascii': Record<never, never>;
  'p12-key-bag': { readonly reason: string };
  'p12-bag-unknown': { readonly oid: string };
  'p12-localkeyid': Record<never, never>;
  'p12-key-mismatch': { readonly names: readonly string[] };
  'p12-key-type': { readonly found: string };
}

const reader = 'Apple Security, p12import.c';

/** The password is in the variable P12_PASSWORD; the file in between is for both commands, and its key stays encrypted. */
const rewrite = (protection: string, reading = ''): string =>
  `openssl pkcs12 -in FILE -passin env:P12_PASSWORD ${reading}-passout env:P12_PASSWORD -out all.pem && openssl pkcs12 -export -in all.pem -passin env:P12_PASSWORD -passout env:P12_PASSWORD ${protection} -out NEW`;
const old = '-keypbe PBE-SHA1-3DES -certpbe PBE-SHA1-3DES -macalg sha1';
const modern = '-keypbe AES-256-CBC -certpbe AES-256-CBC -macalg sha256';
const convert = (): string =>
  `write it again for all systems: \`profilewright p12 FILE --convert any\`, or \`${rewrite(old)}\``;

/** What Apple's reader of PKCS#12 files does; it was read in the source of Security 61439 and later (iOS 18, macOS 15). */
export const pkcs12Issues: TrustIssueFacts<Pkcs12IssueDetails> = {
  'p12-pbes2-min-os': {
    severity: 'error',
    confidence: 'high',
    source: `${reader} (p12Decrypt, p12VerifyMac); openssl issues 19495, 19871; algo issue 14558`,
    about:
      'AES and a MAC other than HMAC-SHA-1 are understood since iOS 18 and macOS 15. Older systems say that the password is wrong. A warning when no system is named, a remark when the named one is new enough.',
    message: ({ found }) => `only iOS 18, macOS 15, tvOS 18, watchOS 11, visionOS 2 and later understand ${found}`,
    hint: convert,
  },
  'p12-pbes2-exact': {
    severity: 'error',
    confidence: 'high',
    source: `${reader} (pkcsOidToParams, p12Decrypt)`,
    about:
      'Of PBES2, Apple reads AES-256-CBC with PBKDF2 and HMAC-SHA-256 and nothing else: whatever the file says, this is what is computed.',
    message: ({ found }) => `${found} is read by no system of Apple: it has to be AES-256-CBC with PBKDF2-HMAC-SHA-256`,
    hint: () => `write it again: \`profilewright p12 FILE --convert ios18\`, or \`${rewrite(modern)}\``,
  },
  'p12-2key-3des': {
    severity: 'error',
    confidence: 'high',
    source: `${reader} (pkcsOidToParams)`,
    about: 'Triple DES with two keys is refused; with three keys it is read everywhere.',
    message: () => 'PBE-SHA1-2DES is refused by all systems of Apple',
    hint: convert,
  },
  'p12-encryption-unknown': {
    severity: 'error',
    confidence: 'high',
    source: `${reader} (pkcsOidToParams)`,
    about: 'Something in the file is encrypted in a way that Apple does not know.',
    message: ({ found }) => `the PKCS#12 file is encrypted with "${found}", which Apple does not know`,
    hint: () => `write it again with a program that reads it, or try \`${rewrite(old, '-legacy ')}\``,
  },
  'p12-macos-legacy-path': {
    severity: 'warning',
    confidence: 'high',
    source: 'Apple Security, keychain_import.c; tauri issue 15844',
    about:
      'A double click in Finder, Keychain Access and `security import` without `-f pkcs12` still use an older reader, which knows no AES. Profiles are installed by another one.',
    message: () => 'Keychain Access and a plain `security import` on macOS do not read a file with AES',
    hint: () => 'import it by hand with `security import FILE -f pkcs12`',
  },
  'p12-safe-profile': {
    severity: 'info',
    confidence: 'high',
    source: `${reader} (pkcsOidToParams); xca issue 474`,
    about:
      'SHA-1 and 3DES, RC2 or RC4 are read by every system, and protect little: only a long random password does, and a profile that not everybody can fetch.',
    message: () => 'the PKCS#12 file is protected in the old way, which all systems read, and which is weak',
    hint: () => 'use a long random password (`openssl rand -hex 16`), and deliver the profile over TLS to one device',
  },
  'p12-mac-required': {
    severity: 'error',
    confidence: 'high',
    source: `${reader} (p12decode, p12VerifyMac); xca issue 617`,
    about:
      'The file needs a MAC by the PKCS#12 key derivation and HMAC with SHA-1, or from iOS 18 and macOS 15 on with SHA-2. Without one, and with PBMAC1, devices say that the password is wrong.',
    message: ({ found }) => `devices need a MAC by HMAC-SHA-1 or HMAC-SHA-2, found ${found}`,
    hint: () => `write it again: \`${rewrite(old, '-nomacver ')}\``,
  },
  'p12-iterations': {
    severity: 'warning',
    confidence: 'medium',
    source: `${reader} (p12DataToInt): there is no limit`,
    about: 'A device runs all iterations that the file asks for: more than a million keep it busy.',
    message: ({ iterations }) =>
      `the PKCS#12 file asks for ${String(iterations)} iterations, which takes a device long`,
    hint: () => 'write it again with fewer iterations and a longer password: `profilewright p12 FILE --convert any`',
  },
  'p12-password': {
    severity: 'warning',
    confidence: 'high',
    source: 'Apple Security, p12pbegen.c and SecImportExport.c; openradar 6253',
    about:
      'iOS takes no password for an empty one, macOS takes an empty one for none, and the two protect differently: a file without a password is read by one of them at most (an error when there is none at all).',
    message: ({ reason }) => `the password of the PKCS#12 file ${reason}`,
    hint: () => 'write it again with a password: `profilewright p12 FILE --convert any --new-passphrase-env NAME`',
  },
  'p12-password-ascii': {
    severity: 'info',
    confidence: 'high',
    source: `${reader} (p12Decrypt); RFC 7292 appendix B.1; RFC 8018 section 5.2; our own measurements with others`,
    about:
      'Apple and OpenSSL agree on a password that is not ASCII. Java refuses it, node-forge encodes it in a way of its own with AES, and whoever types it may compose its characters differently.',
    message: () => 'the password of the PKCS#12 file is not ASCII, and some programs cannot use it',
    hint: () => 'use ASCII where programs other than the device have to open the file',
  },
  'p12-key-bag': {
    severity: 'error',
    confidence: 'high',
    source: `${reader} (safeContentsParse)`,
    about:
      'The key has to be encrypted by itself, in a shrouded key bag on the first level: other keys are passed over.',
    message: ({ reason }) => `devices pass over the private key of the PKCS#12 file: ${reason}`,
    hint: convert,
  },
  'p12-bag-unknown': {
    severity: 'error',
    confidence: 'high',
    source: `${reader} (safeContentsParse)`,
    about: 'A bag of a kind that RFC 7292 does not know ends the import.',
    message: ({ oid }) => `the PKCS#12 file holds a bag of the unknown kind ${oid}`,
    hint: convert,
  },
  'p12-localkeyid': {
    severity: 'error',
    confidence: 'high',
    source: `${reader} (emit_item)`,
    about:
      'Key and certificate are put together by an equal localKeyID, or by an equal friendlyName when neither has one. Otherwise the device has a key and a certificate and no identity.',
    message: () => 'nothing in the PKCS#12 file says that its key and its certificate belong together',
    hint: convert,
  },
  'p12-key-mismatch': {
    severity: 'error',
    confidence: 'high',
    source: 'RFC 5958; RFC 5280 section 4.1.2.7',
    about: 'The private key is not that of any certificate in the file.',
    message: ({ names }) => `the private key of the PKCS#12 file does not belong to ${names.join(', ')}`,
    hint: () => 'export the key with its own certificate: `openssl pkcs12 -export -inkey KEY -in CERTIFICATE -out NEW`',
  },
  'p12-key-type': {
    severity: 'error',
    confidence: 'high',
    source: `${reader} (shroudedKeyBagParse)`,
    about: 'A key that is neither RSA nor EC ends the import.',
    message: ({ found }) =>
      `the private key of the PKCS#12 file is of the kind "${found}", and devices import RSA and EC only`,
    hint: () => 'have a certificate issued for an RSA key of 2048 bits or more, or an EC key on P-256 or P-384',
  },
};
