import { equalBytes } from '../asn1/der.js';
import type { Certificate } from '../pki/certificate.js';
import { referredTypes } from '../schema/reference-values.js';
import type { Identity } from './identity.js';
import { mergeIdentities, trustOf } from './merge-identities.js';
import type { DraftReference, IdentityDraft, PayloadDraft } from './payload-draft.js';
import { draftCertificatePayload, type CertificatePayloadType } from './payloads/certificate-payload.js';
import { redraftIdentity } from './payloads/identity-payload.js';

/** All payloads of a profile, and which of them each reference names. */
export interface CompleteDrafts {
  readonly drafts: readonly PayloadDraft[];
  readonly targets: ReadonlyMap<DraftReference, PayloadDraft>;
}

/** What a payload needs to have beside it, whether it names it or not. */
type Need = Pick<DraftReference, 'payloadTypes' | 'to'>;

/**
 * Adds the certificates and identities that payloads refer to and that nobody has added: each once, in front of those that
 * need them, the roots first. Neither which of them there are nor their order depends on the order of the drafts.
 */
export function completeDrafts(drafts: readonly PayloadDraft[]): CompleteDrafts {
  const references = drafts.flatMap((draft) => draft.references ?? []);
  const identities = [...drafts, ...references.map(({ to }) => to)].filter(isIdentityDraft);
  if (references.length === 0 && identities.length === 0) return { drafts, targets: new Map() };
  const given = withCopies(drafts, identities);
  const needs = [...references, ...identities.flatMap(needsOf)];
  const missing = needs.filter((need) => findTarget(given, need) === undefined);
  const all = [...draftCertificates(missing), ...withCopies(draftIdentities(missing), identities), ...given];
  const targets = new Map<DraftReference, PayloadDraft>();
  for (const reference of references) {
    const target = findTarget(all, reference);
    if (target !== undefined) targets.set(reference, target);
  }
  return { drafts: all, targets };
}

function isIdentityDraft(value: PayloadDraft | Certificate): value is IdentityDraft {
  return 'identity' in value;
}

/** A device asks a server for its identity while it installs the profile, and has to trust it by then. */
function needsOf({ identity: { value } }: IdentityDraft): Need[] {
  return trustOf(value).map((to) => ({ to, payloadTypes: referredTypes.certificate }));
}

/** The payload that a reference may name, of several the one of the type that is the usual one. */
function findTarget(drafts: readonly PayloadDraft[], { to, payloadTypes }: Need): PayloadDraft | undefined {
  if (isIdentityDraft(to)) return drafts.find((draft) => isSameIdentity(draft, to));
  const fitting = drafts.filter((draft) => payloadTypes.includes(draft.type) && holds(draft, to));
  const byPreference = referredTypes.certificate.flatMap((type) => fitting.filter((draft) => draft.type === type));
  return byPreference[0];
}

/** Whether a payload holds the certificate, also when its content was written by hand. */
function holds({ certificate, content }: PayloadDraft, { raw, fingerprints }: Certificate): boolean {
  if (certificate !== undefined) return certificate.fingerprints.sha256 === fingerprints.sha256;
  return hasSameBytes(content, { PayloadContent: raw });
}

/** Whether a payload is that of the identity, also when its file was embedded by hand. */
function isSameIdentity({ type, identity, content }: PayloadDraft, other: IdentityDraft): boolean {
  if (identity !== undefined) return identity.key === other.identity.key;
  return type === other.type && hasSameBytes(content, other.content);
}

function hasSameBytes(
  { PayloadContent: bytes }: PayloadDraft['content'],
  { PayloadContent: others }: PayloadDraft['content'],
): boolean {
  return bytes instanceof Uint8Array && others instanceof Uint8Array && equalBytes(bytes, others);
}

/** One payload for each certificate: of a type that all references to it allow. */
function draftCertificates(missing: readonly Need[]): PayloadDraft[] {
  const allowed = new Map<string, { readonly certificate: Certificate; types: readonly string[] }>();
  for (const { to, payloadTypes } of missing) {
    if (isIdentityDraft(to)) continue;
    const known = allowed.get(to.fingerprints.sha256) ?? { certificate: to, types: payloadTypes };
    known.types = known.types.filter((type) => payloadTypes.includes(type));
    allowed.set(to.fingerprints.sha256, known);
  }
  const ordered = [...allowed.values()].sort((a, b) => compareCertificates(a.certificate, b.certificate));
  return ordered.map(({ certificate, types }) =>
    draftCertificatePayload(chooseType(certificate, types), certificate, {}),
  );
}

const roles = ['root', 'intermediate', 'leaf'] as const;

function compareCertificates(a: Certificate, b: Certificate): number {
  const rank = roles.indexOf(a.role) - roles.indexOf(b.role);
  return rank === 0 ? compareTexts(a.fingerprints.sha256, b.fingerprints.sha256) : rank;
}

const compareTexts = (a: string, b: string): number => (a < b ? -1 : 1);

/** A self-signed CA is a root; devices read both types alike, but people, MDM products and rules do not. */
function chooseType({ role }: Certificate, types: readonly string[]): CertificatePayloadType {
  const isRoot = role === 'root' && types.includes('com.apple.security.root');
  return isRoot ? 'com.apple.security.root' : 'com.apple.security.pkcs1';
}

/** One payload for each identity. */
function draftIdentities(missing: readonly Need[]): PayloadDraft[] {
  const identities = new Map<string, IdentityDraft>();
  for (const { to } of missing) if (isIdentityDraft(to)) identities.set(to.identity.key, to);
  const ordered = [...identities].sort(([a], [b]) => compareTexts(a, b));
  return ordered.map(([, draft]) => draft);
}

/** What one of several copies of an identity says stands in its payload, whichever copy that was made of. */
function withCopies(drafts: readonly PayloadDraft[], copies: readonly IdentityDraft[]): readonly PayloadDraft[] {
  const whole = new Map<string, Identity>();
  for (const { identity } of copies) {
    const known = whole.get(identity.key) ?? identity.value;
    whole.set(identity.key, mergeIdentities(known, identity.value));
  }
  return drafts.map((draft) => {
    const value = draft.identity?.value;
    const all = whole.get(draft.identity?.key ?? '');
    if (value === undefined || all === undefined) return draft;
    const merged = mergeIdentities(value, all);
    return merged === value ? draft : redraftIdentity(draft, merged);
  });
}
