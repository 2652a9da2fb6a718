import {
  authorityKeyIdentifier,
  basicConstraints,
  extendedKeyUsage,
  keyUsage,
  nameConstraints,
  subjectAltName,
  subjectKeyIdentifier,
  type AuthorityKeyIdentifierInput,
  type BasicConstraintsInput,
  type ExtensionInput,
  type KeyUsageName,
  type NameConstraintsInput,
  type PurposeName,
} from './extension.js';
import type { GeneralNameInput } from './general-name.js';
import type { AnyKey } from './signature.js';

/**
 * The extensions by their usual names, written in this order. `'absent'` leaves one out that is there by default (of a bare
 * certificate: only the key identifiers). `extensions` replaces them all by exactly what it lists.
 */
export interface StandardExtensions {
  readonly version?: number | 'explicit-1';
  readonly basicConstraints?: BasicConstraintsInput | 'absent';
  /** Critical when given as a list. */
  readonly keyUsage?: readonly KeyUsageName[] | ExtensionInput | 'absent';
  readonly extendedKeyUsage?: readonly PurposeName[] | ExtensionInput | 'absent';
  readonly subjectAltName?: readonly GeneralNameInput[] | ExtensionInput | 'absent';
  readonly nameConstraints?: NameConstraintsInput | 'absent';
  /** `'auto'`: SHA-1 of the key; `'mismatch'`: of nothing. */
  readonly subjectKeyIdentifier?: 'auto' | 'mismatch' | 'absent' | Uint8Array;
  /** `'auto'`: what the issuer's SKI says (not in self-signed ones); `'self'`: the own SKI; `'mismatch'`: of nothing. */
  readonly authorityKeyIdentifier?: 'auto' | 'self' | 'mismatch' | 'absent' | Uint8Array | AuthorityKeyIdentifierInput;
  /** Behind all others: unknown ones, duplicates, whatever. */
  readonly extraExtensions?: readonly ExtensionInput[];
  readonly extensions?: readonly ExtensionInput[];
}

const wrongIdentifier = new Uint8Array(20).fill(0xee);

interface Wished {
  readonly extensions: readonly ExtensionInput[];
  readonly keyIdentifier: Uint8Array | undefined;
}

/** The list that the options mean, and the key identifier in it. */
export function standardExtensions(
  options: StandardExtensions,
  key: AnyKey,
  issuer: { readonly keyIdentifier: Uint8Array | undefined } | undefined,
): Wished {
  const { version = 3 } = options;
  const own = ownIdentifier(options.subjectKeyIdentifier ?? (version === 3 ? 'auto' : 'absent'), key);
  if (options.extensions !== undefined) return { extensions: options.extensions, keyIdentifier: own };
  const authority = authorityOf(options.authorityKeyIdentifier ?? (version === 3 ? 'auto' : 'absent'), own, issuer);
  const extensions = [
    given(options.basicConstraints, basicConstraints),
    given(options.keyUsage, (wish) => (isList<KeyUsageName>(wish) ? keyUsage(wish) : wish)),
    given(options.extendedKeyUsage, (wish) => (isList<PurposeName>(wish) ? extendedKeyUsage(wish) : wish)),
    given(options.subjectAltName, (wish) => (isList<GeneralNameInput>(wish) ? subjectAltName(wish) : wish)),
    given(options.nameConstraints, nameConstraints),
    own === undefined ? undefined : subjectKeyIdentifier(own),
    authority,
    ...(options.extraExtensions ?? []),
  ];
  return { extensions: extensions.filter((extension) => extension !== undefined), keyIdentifier: own };
}

const isList = <T>(value: readonly T[] | ExtensionInput): value is readonly T[] => Array.isArray(value);

function given<T>(wish: T | 'absent' | undefined, write: (wish: T) => ExtensionInput): ExtensionInput | undefined {
  return wish === undefined || wish === 'absent' ? undefined : write(wish);
}

function ownIdentifier(
  wish: NonNullable<StandardExtensions['subjectKeyIdentifier']>,
  key: AnyKey,
): Uint8Array | undefined {
  if (wish === 'absent') return undefined;
  if (wish === 'auto') return key.keyIdentifier;
  return wish === 'mismatch' ? wrongIdentifier.map((octet) => octet ^ 1) : wish;
}

function authorityOf(
  wish: NonNullable<StandardExtensions['authorityKeyIdentifier']>,
  own: Uint8Array | undefined,
  issuer: { readonly keyIdentifier: Uint8Array | undefined } | undefined,
): ExtensionInput | undefined {
  if (wish === 'absent') return undefined;
  if (wish instanceof Uint8Array) return authorityKeyIdentifier({ keyIdentifier: wish });
  if (typeof wish === 'object') return authorityKeyIdentifier(wish);
  const keyIdentifier = { auto: issuer?.keyIdentifier, self: own, mismatch: wrongIdentifier }[wish];
  return keyIdentifier === undefined ? undefined : authorityKeyIdentifier({ keyIdentifier });
}
