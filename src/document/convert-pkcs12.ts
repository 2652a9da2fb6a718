import { createHash } from 'node:crypto';
import { ProfilewrightError } from '../diagnostics/profilewright-error.js';
import type { Bytes } from '../diagnostics/bytes.js';
import type { Pkcs12Limits } from '../pki/iteration-budget.js';
import { assertPassword } from '../pki/open-pkcs12.js';
import type { WrittenCipher } from '../pki/password-cipher.js';
import type { BagAttributes } from '../pki/pkcs12-bags.js';
import { openIdentity } from '../pki/open-identity.js';
import type { Pkcs12Certificate, Pkcs12KeyPair } from '../pki/pkcs12-content.js';
import { derPkcs12 } from '../pki/pkcs12.js';
import { pkcs12LimitOptions } from '../profile/pkcs12-options.js';
import {
  booleanOption,
  bytesArgument,
  choiceOption,
  numberOption,
  readOptions,
  requiredOption,
  stringOption,
  type OptionReaders,
} from '../profile/read-options.js';

/** `any`: every system of Apple reads it; `ios18`: the systems of 2024 (iOS 18, macOS 15) and later do, and it is strong. */
export type Pkcs12Form = 'any' | 'ios18';

export interface ConvertPkcs12Options extends Pkcs12Limits {
  readonly for: Pkcs12Form;
  /** The password of the file. */
  readonly password: string;
  /** The password of the new file; that of the old one unless given. */
  readonly newPassword?: string;
  /** Whether the certificates beside that of the key go along; they do unless this is false. */
  readonly includeChain?: boolean;
  /** The label of the identity; that of the old file unless given. */
  readonly friendlyName?: string;
  /** How often the password is run through, for the MAC and each encryption: 2,048 for `any`, 20,000 for `ios18` unless given. */
  readonly iterations?: number;
}

const convertOptions: OptionReaders<ConvertPkcs12Options> = {
  for: choiceOption('any', 'ios18'),
  password: stringOption,
  newPassword: stringOption,
  includeChain: booleanOption,
  friendlyName: stringOption,
  iterations: numberOption(),
  ...pkcs12LimitOptions,
};

/** As many as OpenSSL and Python write. More would protect a weak password little better: only a long random one does. */
const forms: Readonly<Record<Pkcs12Form, { readonly cipher: WrittenCipher; readonly iterations: number }>> = {
  any: { cipher: 'PBE-SHA1-3DES', iterations: 2048 },
  ios18: { cipher: 'AES-256-CBC', iterations: 20_000 },
};

const MIN_ITERATIONS = 1000;
const MAX_ITERATIONS = 500_000;

/**
 * Writes the identity of a PKCS#12 file again, in a form that devices import. That its key and certificate belong together
 * is checked, and written down (localKeyID). Salts are new each time, so that the same input gives other bytes: convert
 * once, and keep the file.
 *
 * @throws ProfilewrightError `ERR_PKCS12_*`, `ERR_KEY_MISMATCH`, `ERR_KEY_MALFORMED`, `ERR_INPUT_EMPTY`, `ERR_INPUT_TOO_LARGE`, and for a certificate in it that
 * cannot be read; neither passwords nor key are part of any
 * @throws TypeError when an argument is of another type, or an option unknown
 * @example
 * const p12 = convertPkcs12(readFileSync('mail.p12'), { for: 'any', password: process.env.P12_PASSWORD ?? '' });
 */
export function convertPkcs12(p12: Uint8Array, options: ConvertPkcs12Options): Bytes {
  const given = readOptions('options', options, convertOptions);
  requiredOption('options.for', given.for);
  requiredOption('options.password', given.password);
  const form = forms[given.for];
  const { password, newPassword = password, includeChain = true, iterations = form.iterations, ...others } = given;
  assertIterations(iterations);
  assertNewPassword(newPassword);
  const { pair } = openIdentity(bytesArgument('p12', p12), password, others);
  const { certificate } = pair.certificate;
  const friendlyName = given.friendlyName ?? pair.keyAttributes.friendlyName ?? pair.certificate.friendlyName;
  const attributes: BagAttributes = {
    ...(friendlyName === undefined ? {} : { friendlyName }),
    localKeyID: createHash('sha1').update(certificate.raw).digest(),
  };
  const chain = includeChain ? listOthers(pair) : [];
  const content = {
    key: pair.key,
    keyAttributes: attributes,
    certificates: [{ certificate, ...attributes }, ...chain],
  };
  return derPkcs12(content, { cipher: form.cipher, password: newPassword, iterations });
}

/**
 * The other certificates, each once and without attributes: one with the key's ID would be taken for the key's, and of two
 * with one label Apple keeps one.
 */
function listOthers({ certificate: { certificate }, others }: Pkcs12KeyPair): Pkcs12Certificate[] {
  const seen = new Set([certificate.fingerprints.sha256]);
  return others.flatMap((other) => {
    const { sha256 } = other.certificate.fingerprints;
    const isNew = !seen.has(sha256);
    seen.add(sha256);
    return isNew ? [{ certificate: other.certificate }] : [];
  });
}

function assertIterations(iterations: number): void {
  if (Number.isSafeInteger(iterations) && iterations >= MIN_ITERATIONS && iterations <= MAX_ITERATIONS) return;
  throw new TypeError(
    `options.iterations must be a whole number from ${String(MIN_ITERATIONS)} to ${String(MAX_ITERATIONS)}`,
  );
}

function assertNewPassword(password: string): void {
  assertPassword(password);
  if (password !== '') return;
  throw new ProfilewrightError('ERR_PKCS12_PASSWORD', { reason: 'is empty, which iOS and macOS do not read alike' });
}
