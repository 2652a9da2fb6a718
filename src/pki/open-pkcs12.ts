import { isProfilewrightError, ProfilewrightError } from '../diagnostics/profilewright-error.js';
import type { IterationBudget, PasswordKdf } from './iteration-budget.js';
import { decryptWithPassword, isBeyondLatin1, pbkdf2Passwords } from './password-cipher.js';
import type { PasswordEncryption } from './password-encryption.js';
import { readBags, type Pkcs12Bag } from './pkcs12-bags.js';
import { isMacOf, type Pkcs12Mac } from './pkcs12-mac.js';
import type { Pkcs12Safe, Pkcs12Structure } from './pkcs12-structure.js';

/** A PKCS#12 file whose MAC is right, with all bags of all safes; keys are still in their shrouds. */
export interface OpenedPkcs12 {
  /** The bags of each safe. */
  readonly safes: readonly (readonly Pkcs12Bag[])[];
  /** The form of the password that fits: writers disagree on whether the empty one is empty or not there. */
  readonly password: string | null;
}

/**
 * Checks the MAC and decrypts the safes. What the file asks for is bounded before any of it is done.
 *
 * @throws ProfilewrightError `ERR_PKCS12_ALGORITHM`, `ERR_PKCS12_ITERATIONS`, `ERR_PKCS12_LIMIT`, `ERR_PKCS12_PASSWORD`; `ERR_PKCS12_UNREADABLE` for
 * everything else, whatever it is
 */
export function openPkcs12(structure: Pkcs12Structure, password: string, budget: IterationBudget): OpenedPkcs12 {
  assertPassword(password);
  const { mac, safes } = structure;
  if (mac === undefined) return unreadable();
  assertSupported(mac);
  for (const safe of safes) assertSafeSupported(safe);
  budget.assertAffordable(planWork(mac, safes, password));
  const form = findForm(mac, structure.content, password, budget);
  const opened = safes.map((safe) => {
    if ('bags' in safe) return safe.bags;
    if (!('encryption' in safe)) return [];
    spendOn(safe.encryption, form, budget);
    const contents = decryptWithPassword(safe.encryption, safe.data, form) ?? undecryptable(form);
    return readDecryptedBags(() => readBags(contents, structure.counter));
  });
  return { safes: opened, password: form };
}

/**
 * A key in the clear, as PKCS#8. The caller overwrites it after use.
 *
 * @throws ProfilewrightError `ERR_PKCS12_*`
 */
export function decryptKey(
  { kind, value, shroud }: Pkcs12Bag,
  password: string | null,
  budget: IterationBudget,
): Uint8Array {
  if (kind === 'key') return new Uint8Array(value.raw);
  if (shroud === undefined) return unreadable();
  assertSupported(shroud.encryption);
  spendOn(shroud.encryption, password, budget);
  return decryptWithPassword(shroud.encryption, shroud.data, password)?.raw ?? undecryptable(password);
}

/** One text for everything that could tell something about the password to whoever damages a file on purpose. */
export function unreadable(): never {
  throw new ProfilewrightError('ERR_PKCS12_UNREADABLE', {});
}

/** Behind a MAC that is right: whoever comes here knows the password. */
function undecryptable(password: string | null): never {
  if (!isBeyondLatin1(password ?? '')) return unreadable();
  const reason =
    'is right, but has characters beyond U+00FF, which the program that wrote the file has encoded in a way of its own';
  throw new ProfilewrightError('ERR_PKCS12_PASSWORD', { reason });
}

/**
 * What every program would take for another password, or none could encode.
 *
 * @throws ProfilewrightError `ERR_PKCS12_PASSWORD`
 */
export function assertPassword(password: string): void {
  if (password.includes('\0')) {
    throw new ProfilewrightError('ERR_PKCS12_PASSWORD', { reason: 'holds a NUL, where many programs end it' });
  }
  if (/\p{Cs}/u.test(password)) {
    const reason = 'holds half of a character (a lone surrogate), which UTF-8 cannot encode';
    throw new ProfilewrightError('ERR_PKCS12_PASSWORD', { reason });
  }
}

function assertSupported({ isSupported, name }: Pick<PasswordEncryption | Pkcs12Mac, 'isSupported' | 'name'>): void {
  if (!isSupported) throw new ProfilewrightError('ERR_PKCS12_ALGORITHM', { found: name });
}

function assertSafeSupported(safe: Pkcs12Safe): void {
  if ('contentType' in safe) throw new ProfilewrightError('ERR_PKCS12_ALGORITHM', { found: safe.contentType });
  if ('encryption' in safe) assertSupported(safe.encryption);
  else for (const { shroud } of safe.bags) if (shroud !== undefined) assertSupported(shroud.encryption);
}

type Work = readonly [PasswordKdf, number | 'unreadable'];

/** All derivations that can be seen before the first of them is run. */
function planWork(mac: Pkcs12Mac, safes: readonly Pkcs12Safe[], password: string): Work[] {
  const visible = safes.flatMap((safe) => {
    if ('bags' in safe) return safe.bags.flatMap(({ shroud }) => shroud?.encryption ?? []);
    return 'encryption' in safe ? [safe.encryption] : [];
  });
  return [workOf(mac.kdf, mac.iterations, password), ...visible.map((encryption) => workFor(encryption, password))];
}

function workFor({ scheme, iterations }: PasswordEncryption, password: string | null): Work {
  return workOf(scheme?.kdf, iterations, password);
}

/** A password that is not ASCII may be tried in two encodings by PBKDF2. */
function workOf(
  kdf: PasswordKdf | undefined,
  iterations: PasswordEncryption['iterations'],
  password: string | null,
): Work {
  if (typeof iterations !== 'number') return [kdf ?? 'PBKDF2', 'unreadable'];
  return kdf === 'PBKDF2' ? [kdf, iterations * pbkdf2Passwords(password).length] : [kdf ?? 'PKCS#12 KDF', iterations];
}

function spendOn(encryption: PasswordEncryption, password: string | null, budget: IterationBudget): void {
  const work = workFor(encryption, password);
  budget.assertAffordable([work]);
  if (work[1] !== 'unreadable') budget.spend(work[0], work[1]);
}

function findForm(mac: Pkcs12Mac, content: Uint8Array, password: string, budget: IterationBudget): string | null {
  const forms = password === '' ? ['', null] : [password];
  for (const form of forms) {
    const [kdf, iterations] = workOf(mac.kdf, mac.iterations, form);
    if (iterations === 'unreadable') return unreadable();
    budget.spend(kdf, iterations);
    if (isMacOf(mac, content, form)) return form;
  }
  return unreadable();
}

/** What is wrong inside of something decrypted is damage. */
function readDecryptedBags(read: () => Pkcs12Bag[]): Pkcs12Bag[] {
  try {
    return read();
  } catch (error) {
    if (isProfilewrightError(error, 'ERR_PKCS12_MALFORMED')) return unreadable();
    throw error;
  }
}
