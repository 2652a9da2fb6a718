import { issue, type Issue, type Severity } from '../../../diagnostics/issue.js';
import type { PasswordEncryption } from '../../../pki/password-encryption.js';
import type { Pkcs12Facts } from '../../../pki/pkcs12-facts.js';
import { weigh } from '../../rules/certificate-context.js';
import { MODERN_GENERATION, wholeFile, type Pkcs12Context } from './pkcs12-rule.js';

const isPbes2 = ({ kind }: PasswordEncryption): boolean => kind === 'PBES2';
const EXACT = 'AES-256-CBC with PBKDF2-HMAC-SHA-256';
const MANY_ITERATIONS = 1_000_000;

/** Each way of encrypting once. */
function namesOf(encryptions: readonly PasswordEncryption[]): string[] {
  return [...new Set(encryptions.map(({ name }) => name))];
}

export function* encryptionIsKnown({ facts: { encryptions, structure } }: Pkcs12Context): Generator<Issue> {
  for (const found of namesOf(encryptions.filter(isPbes2))) {
    if (found !== EXACT) yield issue('p12-pbes2-exact', wholeFile, { found });
  }
  if (encryptions.some(({ name }) => name === 'PBE-SHA1-2DES')) yield issue('p12-2key-3des', wholeFile);
  const unknown = namesOf(encryptions.filter(({ kind }) => kind === 'unknown'));
  const foreign = structure.safes.flatMap((safe) => ('contentType' in safe ? [safe.contentType] : []));
  for (const found of [...unknown, ...foreign]) yield issue('p12-encryption-unknown', wholeFile, { found });
}

export function* needsModernSystem({ facts, generation }: Pkcs12Context): Generator<Issue> {
  const modern = modernParts(facts);
  if (modern.length === 0) return;
  const found = issue('p12-pbes2-min-os', wholeFile, { found: modern.join(' and ') });
  yield generation === undefined || generation >= MODERN_GENERATION ? weigh(found, severityOf(generation)) : found;
}

const severityOf = (generation: number | undefined): Severity => (generation === undefined ? 'warning' : 'info');

/** AES, and a MAC with another hash than SHA-1. */
function modernParts({ encryptions, structure: { mac } }: Pkcs12Facts): string[] {
  const hash = mac?.hash;
  return [
    ...namesOf(encryptions.filter(isPbes2)),
    ...(hash === undefined || hash === 'sha1' ? [] : [`the MAC ${mac?.name ?? ''}`]),
  ];
}

/** Only a Mac has another way in than a profile. */
export function* macosImport({ facts, platform }: Pkcs12Context): Generator<Issue> {
  const isMac = platform === undefined || platform.os === 'macOS';
  if (isMac && facts.encryptions.some(isPbes2)) yield issue('p12-macos-legacy-path', wholeFile);
}

export function* iterationsAreFew({ facts: { encryptions, structure } }: Pkcs12Context): Generator<Issue> {
  const counts = [structure.mac, ...encryptions].map((part) => part?.iterations);
  const iterations = Math.max(0, ...counts.filter((count) => typeof count === 'number'));
  if (iterations > MANY_ITERATIONS) yield issue('p12-iterations', wholeFile, { iterations });
}

export function* protectionIsWeak({ facts }: Pkcs12Context): Generator<Issue> {
  const { encryptions, structure } = facts;
  if (structure.mac === undefined || encryptions.length === 0 || modernParts(facts).length > 0) return;
  yield issue('p12-safe-profile', wholeFile);
}
