import { equalBytes } from '../asn1/der.js';
import type { Certificate } from '../pki/certificate.js';
import { referredTypes } from '../schema/reference-values.js';
import type { DraftReference } from './draft-reference.js';
import { isIdentity, type Identity } from './identity.js';
import type { PayloadDraft } from './payload-draft.js';
import { draftCertificatePayload, type CertificatePayloadType } from './payloads/certificate-payload.js';
import { draftIdentityPayload, identityKey } from './payloads/identity-payload.js';

/** All payloads of a profile, and which of them each reference names. */
export interface CompleteDrafts {
  readonly drafts: readonly PayloadDraft[];
  readonly targets: ReadonlyMap<DraftReference, PayloadDraft>;
}

/**
 * Adds the certificates and identities that payloads refer to and that nobody has added: each once, in front of those that
 * need them, the roots first. Neither which of them there are nor their order depends on the order of the drafts.
 */
export function completeDrafts(drafts: readonly PayloadDraft[]): CompleteDrafts {
  const references = drafts.flatMap((draft) => draft.references ?? []);
  if (references.length === 0) return { drafts, targets: new Map() };
  const given = withPasswords(drafts, references);
  const missing = references.filter((reference) => findTarget(given, reference) === undefined);
  const all = [...draftCertificates(missing), ...draftIdentities(missing), ...given];
  const targets = new Map<DraftReference, PayloadDraft>();
  for (const reference of references) {
    const target = findTarget(all, reference);
    if (target !== undefined) targets.set(reference, target);
  }
  return { drafts: all, targets };
}

/** The payload that a reference may name, of several the one of the type that is the usual one. */
function findTarget(drafts: readonly PayloadDraft[], { to, payloadTypes }: DraftReference): PayloadDraft | undefined {
  if (isIdentity(to)) {
    const key = identityKey(to);
    return drafts.find(
      (draft) => draft.identity?.key === key || (draft.identity === undefined && holdsFile(draft, to)),
    );
  }
  const fitting = drafts.filter((draft) => payloadTypes.includes(draft.type) && holds(draft, to));
  const byPreference = referredTypes.certificate.flatMap((type) => fitting.filter((draft) => draft.type === type));
  return byPreference[0];
}

/** Whether a payload holds the certificate, also when its content was written by hand. */
function holds({ certificate, content }: PayloadDraft, { raw, fingerprints }: Certificate): boolean {
  if (certificate !== undefined) return certificate.fingerprints.sha256 === fingerprints.sha256;
  return hasContent(content, raw);
}

function holdsFile({ type, content }: PayloadDraft, { container }: Identity): boolean {
  return type === 'com.apple.security.pkcs12' && hasContent(content, container.reveal());
}

function hasContent({ PayloadContent: bytes }: PayloadDraft['content'], expected: Uint8Array): boolean {
  return bytes instanceof Uint8Array && equalBytes(bytes, expected);
}

/** One payload for each certificate: of a type that all references to it allow. */
function draftCertificates(missing: readonly DraftReference[]): PayloadDraft[] {
  const allowed = new Map<string, { readonly certificate: Certificate; types: readonly string[] }>();
  for (const { to, payloadTypes } of missing) {
    if (isIdentity(to)) continue;
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
function draftIdentities(missing: readonly DraftReference[]): PayloadDraft[] {
  const identities = new Map<string, Identity>();
  for (const { to } of missing) {
    if (!isIdentity(to)) continue;
    const key = identityKey(to);
    if (identities.get(key)?.password === undefined) identities.set(key, to);
  }
  const ordered = [...identities].sort(([a], [b]) => compareTexts(a, b));
  return ordered.map(([, identity]) => draftIdentityPayload(identity));
}

/** A password that one of several copies of an identity shall embed stands in its payload, whichever copy that was made of. */
function withPasswords(
  drafts: readonly PayloadDraft[],
  references: readonly DraftReference[],
): readonly PayloadDraft[] {
  const passwords = new Map<string, Identity>();
  for (const { to } of references) if (isIdentity(to) && to.password !== undefined) passwords.set(identityKey(to), to);
  return drafts.map((draft) => {
    const value = passwords.get(draft.identity?.key ?? '');
    if (value === undefined || draft.identity === undefined) return draft;
    const content = { ...draft.content, Password: value.password?.reveal() };
    return { ...draft, content, identity: { ...draft.identity, value } };
  });
}
