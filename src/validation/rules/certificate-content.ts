import { decodeLatin1 } from '../../asn1/string-value.js';
import { isProfilewrightError } from '../../diagnostics/profilewright-error.js';
import { readPemBlocks } from '../../pki/pem.js';
import { readPkcs12Structure } from '../../pki/pkcs12-structure.js';
import { recognizeDer } from '../../pki/recognize-der.js';
import { countIdentity } from '../../trust/pkcs12/rules/bags.js';
import type { CertificateContent } from '../compiled-rule.js';
import { embeddedIn, openIdentity, type OpenedIdentity } from '../content/payload-certificates.js';
import { pointerOf } from '../fragment/describe-fault.js';
import type { Path } from '../fragment/find-faults.js';
import { valuesAt } from '../rule-path.js';
import { describePlace, type RuleFault, type RuleKind, type RulePlace } from './rule-place.js';

/** `certificate-content`: the content of a payload is a certificate or an identity in one form. */
export const hasCertificateContent: RuleKind<CertificateContent> = function* (check, place) {
  for (const { path, value } of valuesAt(place.dictionary, check.path)) {
    if (!(value instanceof Uint8Array)) continue;
    if (check.encoding === 'PKCS12') yield* identityFaults(value, path, place);
    else if (check.privateKey === 'forbidden') yield* certificateFaults(check.encoding, path, place);
    else yield* pemFaults(value, path, place);
  }
};

/**
 * One certificate and no private key. Of a PEM payload only the key is told here: another form has a code of its own. What a
 * device passes over is forgiven, a private key never is.
 */
function* certificateFaults(encoding: 'DER' | 'PEM', path: Path, place: RulePlace): Generator<RuleFault> {
  const key = String(path.at(-1));
  const pointer = pointerOf(path, place.pointer);
  for (const { kind, reason, cure } of embeddedIn(place, place.context)?.defects ?? []) {
    if (encoding === 'PEM' && kind !== 'private-key') continue;
    const must = encoding === 'PEM' ? 'must hold no private key' : 'must be one certificate in DER';
    yield {
      pointer,
      found: `${key} at ${pointer} ${must}: ${reason}`,
      advice: `correct ${key}: ${cure}`,
      isWhole: true,
      isForgiven: kind === 'form',
    };
  }
}

function* pemFaults(bytes: Uint8Array, path: Path, place: RulePlace): Generator<RuleFault> {
  if (hasPemBlocks(bytes)) return;
  yield {
    pointer: pointerOf(path, place.pointer),
    found: `${describePlace(path, place)} holds no PEM block`,
    advice: 'write the whole text, from the BEGIN lines to the END lines',
  };
}

function hasPemBlocks(bytes: Uint8Array): boolean {
  try {
    return readPemBlocks(decodeLatin1(bytes)).length > 0;
  } catch (error) {
    if (isProfilewrightError(error)) return false;
    throw error;
  }
}

type Problem = readonly [found: string, advice: string];

/** Why a PKCS#12 file is not what a device can import, by the code of the error that opening it gave. */
const problems: Readonly<Record<string, Problem>> = {
  ERR_PKCS12_PASSWORD: ['does not open with the Password beside it', 'correct Password, or leave it out'],
  ERR_PKCS12_UNREADABLE: ['does not open with the Password beside it', 'correct Password, or leave it out'],
  ERR_PKCS12_MALFORMED: ['is damaged', 'embed the .p12 file as it is, byte for byte'],
};

function* identityFaults(bytes: Uint8Array, path: Path, place: RulePlace): Generator<RuleFault> {
  const fault = (found: string, advice: string): RuleFault => ({
    pointer: pointerOf(path, place.pointer),
    found: `${describePlace(path, place)} ${found}`,
    advice,
  });
  if (!isPkcs12(bytes)) {
    yield fault('is no PKCS#12 file', 'embed the .p12 file as it is, byte for byte');
    return;
  }
  const problem = problemOf(openIdentity(place, place.context), bytes);
  if (problem !== undefined) yield fault(...problem);
}

function problemOf(identity: OpenedIdentity | undefined, bytes: Uint8Array): Problem | undefined {
  if (identity === undefined) return undefined;
  if ('error' in identity) {
    // No password opens a file without a MAC, and p12-mac-required has that fact.
    const isTold = identity.error === 'ERR_PKCS12_UNREADABLE' && lacksMac(bytes);
    return !isTold && Object.hasOwn(problems, identity.error) ? problems[identity.error] : undefined;
  }
  if ('known' in identity || identity.facts.opened?.content !== undefined) return undefined;
  return [countIdentity(identity.facts), 'export one identity, with its key, into one file'];
}

function lacksMac(bytes: Uint8Array): boolean {
  try {
    return readPkcs12Structure(bytes).mac === undefined;
  } catch (error) {
    if (isProfilewrightError(error)) return false;
    throw error;
  }
}

function isPkcs12(bytes: Uint8Array): boolean {
  try {
    return recognizeDer(bytes) === 'PKCS#12';
  } catch (error) {
    if (isProfilewrightError(error)) return false;
    throw error;
  }
}
