import { types } from 'node:util';
import type { Bytes } from '../diagnostics/bytes.js';
import type { Issue } from '../diagnostics/issue.js';
import type { Secret } from '../diagnostics/secret.js';
import type { Certificate } from '../pki/certificate.js';

/**
 * Says that a value is an identity, and of which kind. A registered symbol as an enumerable key: copies made by spreading
 * keep it, and two copies of this package agree on it.
 */
export const identityKind: unique symbol = Symbol.for('profilewright.identity');

/** An identity that travels in a PKCS#12 file: key, certificate and chain. Nothing of it shows key or password. */
export interface Pkcs12Identity {
  readonly [identityKind]: 'pkcs12';
  readonly certificate: Certificate;
  /** The certificates beside it, issuers first. */
  readonly chain: readonly Certificate[];
  readonly friendlyName?: string;
  /** The file as it was given, byte for byte. */
  readonly container: Secret<Bytes>;
  /** Only there when it shall stand in the profile too. */
  readonly password?: Secret<string>;
  /** AllowAllAppsAccess, on macOS. */
  readonly allowAllAppsAccess?: boolean;
  /** KeyIsExtractable, on macOS. */
  readonly keyIsExtractable?: boolean;
  /** What devices object to in the file; where that is, depends on the profile. */
  readonly issues: readonly Issue[];
}

/** A certificate with its private key, or the way to one. A frozen value: it may be kept, copied and used in many profiles. */
export type Identity = Pkcs12Identity;

/** Whether `value` is an identity, or a copy of one that still has its tag. */
export function isIdentity(value: unknown): value is Identity {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, identityKind);
}

/**
 * The identity as a frozen copy, which nobody else can change.
 *
 * @throws TypeError that begins with `name` when it is none, or lacks a part that it was made with
 */
export function readIdentity(value: unknown, name: string): Identity {
  try {
    const copy = isIdentity(value) ? { ...value } : undefined;
    if (copy !== undefined && isComplete(copy)) return Object.freeze(copy);
  } catch {
    // A getter or a proxy throws what it likes.
  }
  throw new TypeError(`${name} must be an identity, as pkcs12Identity() makes one`);
}

function isComplete({ certificate, container, password, issues }: Partial<Identity>): boolean {
  const hasFile = isSecret(container) && types.isUint8Array(container?.reveal());
  const hasPassword = password === undefined || (isSecret(password) && typeof password.reveal() === 'string');
  return hasFile && hasPassword && Array.isArray(issues) && typeof certificate?.fingerprints.sha256 === 'string';
}

/** Secrets of another copy of this package are secrets too. */
function isSecret(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'reveal' in value && typeof value.reveal === 'function';
}
