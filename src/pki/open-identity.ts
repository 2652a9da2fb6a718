import type { KeyObject } from 'node:crypto';
import { IterationBudget, type Pkcs12Limits } from './iteration-budget.js';
import { openPkcs12 } from './open-pkcs12.js';
import type { Pkcs12KeyPair } from './pkcs12-content.js';
import { assembleFacts, type Pkcs12Facts } from './pkcs12-facts.js';
import { pairKey } from './pkcs12-identity.js';
import { readWholePkcs12, takeContent } from './pkcs12.js';

/** A PKCS#12 file that was opened and holds one identity. */
export interface OpenedIdentity {
  readonly facts: Pkcs12Facts;
  readonly pair: Pkcs12KeyPair<KeyObject>;
}

/**
 * Opens a file that has to hold one identity.
 *
 * @throws ProfilewrightError `ERR_PKCS12_*`, `ERR_KEY_*`, `ERR_INPUT_EMPTY`, `ERR_INPUT_TOO_LARGE`, and for a certificate that cannot be read
 */
export function openIdentity(bytes: Uint8Array, password: string, limits: Pkcs12Limits): OpenedIdentity {
  const structure = readWholePkcs12(bytes);
  const budget = new IterationBudget(limits);
  const opened = openPkcs12(structure, password, budget);
  const content = takeContent(opened, budget);
  const pair = pairKey(content);
  return { facts: assembleFacts(structure, opened, { content, pair }), pair };
}
