import { equalBytes } from '../asn1/der.js';
import type { Bytes } from '../diagnostics/bytes.js';
import type { Certificate } from '../pki/certificate.js';
import { encodeNormalized, type PlistFragment } from '../plist/encode.js';
import { normalizePlist } from '../plist/normalize.js';
import { real, type PlistDictionary, type PlistInput, type PlistValue } from '../plist/value.js';
import { digestContent } from './content-digest.js';
import { deriveProfileIdentifier } from './identifier.js';
import type { PayloadDraft } from './payload-draft.js';
import { certificateTitle } from './payloads/certificate-payload.js';
import type { PayloadOptions, ProfileOptions } from './profile.js';
import { deriveUuid } from './uuid.js';

type Draft = Readonly<Record<string, PlistInput | undefined>>;

/** A profile in both of its forms. */
export interface AssembledProfile {
  readonly dictionary: PlistDictionary;
  readonly xml: string;
}

/**
 * Puts the profile together: identifiers, UUIDs and the fixed order of the keys. The same drafts and options always give
 * the same bytes; nothing in them comes from a clock or from chance.
 *
 * @throws ProfilewrightError `ERR_PLIST_VALUE`, `ERR_PLIST_LIMIT` with the pointer of what cannot be written
 */
export function assembleProfile(drafts: readonly PayloadDraft[], options: ProfileOptions): AssembledProfile {
  const draft = normalizePlist(profileDraft(drafts, options)) as PlistDictionary;
  const fragments = new Map<PlistValue, PlistFragment>();
  const dictionary = fillUuids(draft, drafts, options, fragments);
  return { dictionary, xml: encodeNormalized(dictionary, fragments) };
}

/** The place of a UUID that is derived from what stands around it. */
const UNKNOWN_UUID = '';

function profileDraft(drafts: readonly PayloadDraft[], options: ProfileOptions): Draft {
  const identifier = options.identifier ?? defaultIdentifier(drafts);
  const suffixes = distinguish(drafts);
  const payloads = drafts.map((draft) =>
    payloadDraft(draft, `${identifier ?? ''}.${draft.purpose}${suffixes.get(draft) ?? ''}`),
  );
  return {
    PayloadType: 'Configuration',
    PayloadVersion: 1,
    PayloadIdentifier: identifier,
    PayloadUUID: options.uuid ?? UNKNOWN_UUID,
    PayloadDisplayName: options.displayName ?? defaultDisplayName(drafts) ?? identifier,
    PayloadDescription: options.description,
    PayloadOrganization: options.organization,
    PayloadScope: options.scope ?? 'System',
    PayloadRemovalDisallowed: options.removalDisallowed,
    RemovalDate: options.removalDate,
    DurationUntilRemoval: wholeReal(options.durationUntilRemovalSeconds),
    PayloadExpirationDate: options.expirationDate,
    TargetDeviceType: options.targetDeviceType,
    ConsentText: typeof options.consentText === 'string' ? { default: options.consentText } : options.consentText,
    PayloadContent: payloads,
  };
}

function payloadDraft({ type, content, options }: PayloadDraft, defaultIdentifier: string): Draft {
  return {
    PayloadType: type,
    PayloadVersion: 1,
    PayloadIdentifier: options.identifier ?? defaultIdentifier,
    PayloadUUID: options.uuid ?? UNKNOWN_UUID,
    PayloadDisplayName: options.displayName,
    PayloadDescription: options.description,
    PayloadOrganization: options.organization,
    ...content,
  };
}

/** Derived only now, from values that have been checked: the number of nodes is limited, and nothing contains itself. */
function fillUuids(
  profile: PlistDictionary,
  drafts: readonly PayloadDraft[],
  options: ProfileOptions,
  fragments: Map<PlistValue, PlistFragment>,
): PlistDictionary {
  const digests: Bytes[] = [];
  const payloads = (profile['PayloadContent'] as readonly PlistDictionary[]).map((payload, index) => {
    const draft = drafts[index];
    const digest = digestContent(payload);
    digests.push(digest);
    if (!isUnknown(payload, draft?.options)) return payload;
    const { uuid, fragment } = finishPayload(draft?.certificate, digest);
    const filled = copyDictionary(payload);
    filled['PayloadUUID'] = uuid;
    fragments.set(filled, fragment);
    return Object.freeze(filled);
  });
  const filled = copyDictionary(profile);
  delete filled['PayloadContent'];
  if (isUnknown(profile, options)) {
    filled['PayloadUUID'] = deriveUuid('profile', digestContent([filled, ...digests]));
  }
  filled['PayloadContent'] = Object.freeze(payloads);
  return Object.freeze(filled);
}

interface FinishedPayload {
  readonly digest: Bytes;
  readonly uuid: string;
  readonly fragment: PlistFragment;
}

/** The last payload of a certificate: one root usually stands in many profiles, and looks the same in all of them. */
const finished = new WeakMap<Certificate, FinishedPayload>();

function finishPayload(certificate: Certificate | undefined, digest: Bytes): FinishedPayload {
  const last = certificate === undefined ? undefined : finished.get(certificate);
  if (last !== undefined && equalBytes(last.digest, digest)) return last;
  const payload = { digest, uuid: deriveUuid('payload', digest), fragment: {} };
  if (certificate !== undefined) finished.set(certificate, payload);
  return payload;
}

/** Content that brings a PayloadUUID of another type keeps it, for the schema to judge. */
function isUnknown(dictionary: PlistDictionary, options: PayloadOptions | undefined): boolean {
  return options?.uuid === undefined && dictionary['PayloadUUID'] === UNKNOWN_UUID;
}

function copyDictionary(dictionary: PlistDictionary): Record<string, PlistValue> {
  return Object.assign(Object.create(null) as Record<string, PlistValue>, dictionary);
}

/**
 * What is added to the purposes of drafts that share one, because they must differ inside a profile. Certificates with
 * one subject and key (a root and its renewal) do: the newest keeps the purpose, the others add their fingerprint. Other
 * payloads of one type are counted. Those with an identifier of their own take none away.
 */
function distinguish(drafts: readonly PayloadDraft[]): ReadonlyMap<PayloadDraft, string> {
  const suffixes = new Map<PayloadDraft, string>();
  for (const group of groupByPurpose(drafts.filter(({ options }) => options.identifier === undefined))) {
    const newestFirst = group.sort((a, b) => compareAge(a.certificate, b.certificate));
    for (const [index, draft] of newestFirst.entries()) {
      const fingerprint = draft.certificate?.fingerprints.sha256.slice(0, 8).toLowerCase();
      if (index > 0) suffixes.set(draft, `.${fingerprint ?? String(index + 1)}`);
    }
  }
  return suffixes;
}

function groupByPurpose(drafts: readonly PayloadDraft[]): Iterable<PayloadDraft[]> {
  const groups = new Map<string, PayloadDraft[]>();
  for (const draft of drafts) {
    const group = groups.get(draft.purpose);
    if (group === undefined) groups.set(draft.purpose, [draft]);
    else group.push(draft);
  }
  return groups.values();
}

/** Newest first, equal dates by fingerprint; payloads without a certificate keep their order. */
function compareAge(a: Certificate | undefined, b: Certificate | undefined): number {
  if (a === undefined || b === undefined) return 0;
  const age = b.notBefore.getTime() - a.notBefore.getTime();
  return age === 0 ? (a.fingerprints.sha256 < b.fingerprints.sha256 ? -1 : 1) : age;
}

/** The roots that were added as such, or else all certificates. */
function certificatesOf(drafts: readonly PayloadDraft[]): Certificate[] {
  const all = drafts.flatMap(({ type, certificate }) => (certificate ? [{ type, certificate }] : []));
  const roots = all.filter(({ type }) => type === 'com.apple.security.root');
  return (roots.length > 0 ? roots : all).map(({ certificate }) => certificate);
}

function defaultDisplayName(drafts: readonly PayloadDraft[]): string | undefined {
  const [first, ...others] = certificatesOf(drafts);
  if (first === undefined) return undefined;
  return others.length === 0 ? certificateTitle(first) : `${certificateTitle(first)} + ${String(others.length)}`;
}

function defaultIdentifier(drafts: readonly PayloadDraft[]): string | undefined {
  const certificates = certificatesOf(drafts);
  return certificates.length === 0 ? undefined : deriveProfileIdentifier(certificates);
}

/** DurationUntilRemoval is a `<real>` in Apple's schema, also when it is whole. */
function wholeReal(seconds: number | undefined): PlistInput | undefined {
  return seconds !== undefined && Number.isInteger(seconds) ? real(seconds) : seconds;
}
