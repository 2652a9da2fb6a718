import type { Certificate } from '../pki/certificate.js';
import type { PayloadScope } from '../profile/profile.js';
import {
  booleanOption,
  optionOf,
  readOptions,
  requiredOption,
  type OptionReader,
  type OptionReaders,
} from '../profile/read-options.js';

/** What a profile may hold. Nothing dangerous is allowed unless it is named. */
export interface ProfilePolicy {
  /**
   * The payload types that may occur; `com.apple.vpn.*` stands for all that begin so, `*` for all that Apple documents. Types
   * that Apple does not document have to be named as a whole.
   */
  readonly payloadTypes: readonly string[];
  /**
   * The roots that may be installed, by themselves or in a PKCS#12 file: certificates, or SHA-256 fingerprints of them; none
   * unless given.
   */
  readonly allowRoots?: 'any' | readonly (string | Certificate)[];
  /** Whether the profile may enrol the device in MDM, beside `com.apple.mdm` being among the types. */
  readonly allowMdm?: boolean;
  /** Whether the profile may keep people from removing it, by a switch or by a password. */
  readonly allowRemovalDisallowed?: boolean;
  /** Whether a pattern in `payloadTypes` covers types that Apple does not document. */
  readonly allowUnknownTypes?: boolean;
  /** The scopes that may be written; any, or none, unless given. */
  readonly scopes?: readonly PayloadScope[];
  /** The identifiers that the profile may have, `com.example.*` for all that begin so: a device replaces what has the same one. */
  readonly identifiers?: readonly string[];
  readonly maxPayloads?: number;
}

/** A policy as it is applied. */
export interface ReadPolicy extends Omit<ProfilePolicy, 'allowRoots'> {
  /** Fingerprints in upper-case hexadecimal. */
  readonly roots: 'any' | ReadonlySet<string>;
}

const textsOption: OptionReader<readonly string[]> = optionOf(
  'a list of strings',
  (value): value is readonly string[] => Array.isArray(value) && value.every((item) => typeof item === 'string'),
);

const scopesOption: OptionReader<readonly PayloadScope[]> = optionOf(
  'a list of "System" and "User"',
  (value): value is readonly PayloadScope[] =>
    Array.isArray(value) && value.every((item) => item === 'System' || item === 'User'),
);

const rootsOption: OptionReader<'any' | readonly (string | Certificate)[]> = (value, name) => {
  if (value === 'any') return value;
  if (Array.isArray(value)) return value.map((item: unknown) => fingerprintOf(item, name));
  throw new TypeError(`${name} must be 'any', or a list of certificates and SHA-256 fingerprints`);
};

/** In any of the forms in which tools print it: `AB:CD ...`, `ab cd ...`. */
function fingerprintOf(item: unknown, name: string): string {
  const { fingerprints } = (item ?? {}) as Partial<Certificate>;
  const text = typeof item === 'string' ? item : fingerprints?.sha256;
  const digits = text?.replaceAll(/[:\s]/g, '').toUpperCase() ?? '';
  if (/^[0-9A-F]{64}$/.test(digits)) return digits;
  throw new TypeError(`${name} must hold certificates and SHA-256 fingerprints of 64 hexadecimal digits`);
}

const policyOptions: OptionReaders<ProfilePolicy> = {
  payloadTypes: textsOption,
  allowRoots: rootsOption,
  allowMdm: booleanOption,
  allowRemovalDisallowed: booleanOption,
  allowUnknownTypes: booleanOption,
  scopes: scopesOption,
  identifiers: textsOption,
  // Nothing is more than NaN: it would let everything through.
  maxPayloads: optionOf(
    'a whole number, 0 or more',
    (value): value is number => Number.isSafeInteger(value) && Number(value) >= 0,
  ),
};

/** Reads a policy once. Throws a TypeError that begins with `policy`. */
export function readPolicy(policy: ProfilePolicy): ReadPolicy {
  const { allowRoots = [], ...others } = readOptions('policy', policy, policyOptions);
  requiredOption('policy.payloadTypes', others.payloadTypes);
  return { ...others, roots: allowRoots === 'any' ? allowRoots : new Set(allowRoots as readonly string[]) };
}

/** How a text is named by a list of patterns: as a whole, by its beginning, or not at all. */
export function namedBy(patterns: readonly string[], text: string): 'whole' | 'beginning' | undefined {
  if (patterns.includes(text)) return 'whole';
  const fits = (pattern: string): boolean =>
    pattern === '*' || (pattern.endsWith('.*') && text.startsWith(pattern.slice(0, -1)));
  return patterns.some(fits) ? 'beginning' : undefined;
}
