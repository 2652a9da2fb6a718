import { equalBytes } from '../../asn1/der.js';
import { isProfilewrightError } from '../../diagnostics/profilewright-error.js';
import type { Certificate } from '../../pki/certificate.js';
import { readWholePkcs12 } from '../../pki/pkcs12.js';
import { openedFacts, type Pkcs12Facts } from '../../pki/pkcs12-facts.js';
import { textOf, type PlacedDictionary } from '../../profile/codec.js';
import type { Pkcs12Identity } from '../../profile/pkcs12-identity.js';
import { memoize, payloadsNamed } from '../profile-memo.js';
import { valuesAt } from '../rule-path.js';
import type { ProfileContext } from '../rules/profile-rule.js';
import type { RulePlace } from '../rules/rule-place.js';
import { readEmbedded, type Embedded } from './embedded-certificate.js';

const forms: Readonly<Record<string, 'DER' | 'PEM'>> = {
  'com.apple.security.root': 'DER',
  'com.apple.security.pkcs1': 'DER',
  'com.apple.security.pem': 'PEM',
};

/** The form in which a certificate payload holds its certificate; undefined for other payloads. */
export function certificateForm(type: string): 'DER' | 'PEM' | undefined {
  return Object.hasOwn(forms, type) ? forms[type] : undefined;
}

/** The certificate in the content of a certificate payload, read once. Content that is no data is left to the schema. */
export function embeddedIn(payload: PlacedDictionary, context: ProfileContext): Embedded | undefined {
  const { dictionary, pointer } = payload;
  const form = certificateForm(textOf(dictionary, 'PayloadType') ?? '');
  const content = dictionary['PayloadContent'];
  if (form === undefined || !(content instanceof Uint8Array)) return undefined;
  return memoize(context, `embedded ${pointer}`, () => readEmbedded(content, form, context.known));
}

/** Deriving keys costs time: this is enough for real files, and more are not opened. */
const limits = { maxPkcs12KdfIterations: 110_000, maxPbkdf2Iterations: 200_000 };
const MAX_OPENED = 20;

/** What is known of a PKCS#12 payload: an identity that was opened before, what is in it, or the code of an error. */
export type OpenedIdentity =
  { readonly known: Pkcs12Identity } | { readonly facts: Pkcs12Facts } | { readonly error: string };

/**
 * Opens a PKCS#12 payload that carries its password, unless its builder has done so. Undefined when it cannot be opened, or
 * when too many were.
 */
export function openIdentity(payload: PlacedDictionary, context: ProfileContext): OpenedIdentity | undefined {
  const { dictionary, pointer } = payload;
  const bytes = dictionary['PayloadContent'];
  if (!(bytes instanceof Uint8Array)) return undefined;
  const known = knownIdentity(bytes, dictionary['Password'], context);
  if (known !== undefined) return { known };
  const password = textOf(dictionary, 'Password');
  if (password === undefined) return undefined;
  const opened = memoize(context, 'opened', () => new Set<string>());
  opened.add(pointer);
  if (opened.size > MAX_OPENED) return undefined;
  return memoize(context, `identity ${pointer}`, () => readIdentity(bytes, password));
}

function knownIdentity(
  bytes: Uint8Array,
  password: unknown,
  { identities }: ProfileContext,
): Pkcs12Identity | undefined {
  return identities.find(
    (identity) =>
      (password === undefined || password === identity.password?.reveal()) &&
      equalBytes(bytes, identity.container.reveal()),
  );
}

function readIdentity(bytes: Uint8Array, password: string): OpenedIdentity {
  try {
    return { facts: openedFacts(readWholePkcs12(bytes), password, limits) };
  } catch (error) {
    if (isProfilewrightError(error)) return { error: error.code };
    throw error;
  }
}

/** The certificate that a payload stands for: its own, or that of its private key. Undefined when it cannot be known. */
export function certificateOf(payload: PlacedDictionary, context: ProfileContext): Certificate | undefined {
  if (textOf(payload.dictionary, 'PayloadType') !== 'com.apple.security.pkcs12') {
    return embeddedIn(payload, context)?.certificate;
  }
  const identity = openIdentity(payload, context);
  if (identity === undefined || 'error' in identity) return undefined;
  return 'known' in identity ? identity.known.certificate : identity.facts.opened?.pair?.certificate.certificate;
}

/** The certificates that the references at a path lead to. */
export function* certificatesAt(
  path: string,
  { dictionary, context }: RulePlace,
): Generator<{ readonly path: readonly (string | number)[]; readonly certificate: Certificate }> {
  for (const { path: found, value } of valuesAt(dictionary, path)) {
    if (typeof value !== 'string') continue;
    const [payload] = payloadsNamed(context, '/PayloadUUID', value).values();
    const certificate = payload === undefined ? undefined : certificateOf(payload, context);
    if (certificate !== undefined) yield { path: found, certificate };
  }
}
