import { isProfilewrightError } from '../diagnostics/profilewright-error.js';
import { IterationBudget, type Pkcs12Limits } from './iteration-budget.js';
import { openPkcs12, type OpenedPkcs12 } from './open-pkcs12.js';
import type { PasswordEncryption } from './password-encryption.js';
import { takeContent } from './pkcs12.js';
import type { Pkcs12Bag } from './pkcs12-bags.js';
import type { Pkcs12Content, Pkcs12KeyPair } from './pkcs12-content.js';
import { pairKey } from './pkcs12-identity.js';
import type { Pkcs12Structure } from './pkcs12-structure.js';

/** What a PKCS#12 file is like: all that can be seen, with its password or without. */
export interface Pkcs12Facts {
  readonly structure: Pkcs12Structure;
  /** Of the safes and of the keys, as far as they can be seen. */
  readonly encryptions: readonly PasswordEncryption[];
  /** The bags of each safe; undefined where they cannot be seen. */
  readonly safes: readonly (readonly Pkcs12Bag[] | undefined)[];
  /** All bags that can be seen. */
  readonly bags: readonly Pkcs12Bag[];
  /** Only of a file that was opened. */
  readonly opened?: OpenedFacts;
}

export interface OpenedFacts {
  /** `missing` is the empty password that is not even a terminator; `other` is one that is not ASCII. */
  readonly password: 'ascii' | 'other' | 'empty' | 'missing';
  /** Undefined when there is another number of keys than one, or no certificate. */
  readonly content?: Pkcs12Content;
  /** Undefined, too, when the key belongs to none of the certificates. */
  readonly pair?: Pkcs12KeyPair;
}

/** The facts that need no password. */
export function visibleFacts(structure: Pkcs12Structure): Pkcs12Facts {
  const safes = structure.safes.map((safe) => ('bags' in safe ? safe.bags : undefined));
  const bags = safes.flatMap((safe) => safe ?? []);
  return { structure, safes, bags, encryptions: encryptionsOf(structure, bags) };
}

/**
 * Opens the file and looks at everything in it. Bad content is a fact, not an error.
 *
 * @throws ProfilewrightError as {@link openPkcs12} does, and for a key or certificate that cannot be read
 */
export function openedFacts(structure: Pkcs12Structure, password: string, limits: Pkcs12Limits): Pkcs12Facts {
  const budget = new IterationBudget(limits);
  const opened = openPkcs12(structure, password, budget);
  const content = unless('ERR_PKCS12_CONTENT', () => takeContent(opened, budget));
  const pair = content && unless('ERR_KEY_MISMATCH', () => pairKey(content));
  return assembleFacts(structure, opened, {
    ...(content === undefined ? {} : { content }),
    ...(pair === undefined ? {} : { pair }),
  });
}

/** The facts of a file that was opened. */
export function assembleFacts(
  structure: Pkcs12Structure,
  opened: OpenedPkcs12,
  found: Pick<OpenedFacts, 'content' | 'pair'>,
): Pkcs12Facts {
  const { safes } = opened;
  const bags = safes.flat();
  return {
    structure,
    safes,
    bags,
    encryptions: encryptionsOf(structure, bags),
    opened: { password: kindOf(opened), ...found },
  };
}

function encryptionsOf({ safes }: Pkcs12Structure, bags: readonly Pkcs12Bag[]): PasswordEncryption[] {
  const ofSafes = safes.flatMap((safe) => ('encryption' in safe ? [safe.encryption] : []));
  return [...ofSafes, ...bags.flatMap(({ shroud }) => shroud?.encryption ?? [])];
}

function kindOf({ password }: OpenedPkcs12): OpenedFacts['password'] {
  if (password === null) return 'missing';
  if (password === '') return 'empty';
  return /^[\0-\x7f]*$/.test(password) ? 'ascii' : 'other';
}

function unless<Value>(code: 'ERR_PKCS12_CONTENT' | 'ERR_KEY_MISMATCH', read: () => Value): Value | undefined {
  try {
    return read();
  } catch (error) {
    if (isProfilewrightError(error, code)) return undefined;
    throw error;
  }
}
