import type { Certificate } from '../pki/certificate.js';
import { encodeNormalized } from '../plist/encode.js';
import { normalizePlist } from '../plist/normalize.js';
import { real, type PlistDictionary, type PlistInput } from '../plist/value.js';
import { completeDrafts } from './complete-drafts.js';
import { fillUuids } from './fill-uuids.js';
import { deriveProfileIdentifier } from './identifier.js';
import { orderForEnrolment } from './order-for-enrolment.js';
import { UNKNOWN_UUID, type PayloadDraft } from './payload-draft.js';
import { certificateTitle } from './payloads/certificate-payload.js';
import type { ProfileOptions } from './profile.js';

type Draft = Readonly<Record<string, PlistInput | undefined>>;

/** A profile in both of its forms. */
export interface AssembledProfile {
  readonly dictionary: PlistDictionary;
  readonly xml: string;
  /** All drafts, with those of what others refer to. */
  readonly drafts: readonly PayloadDraft[];
}

/**
 * Puts the profile together: identifiers, UUIDs and the fixed order of the keys. The same drafts and options always give
 * the same bytes; nothing in them comes from a clock or from chance.
 *
 * @throws ProfilewrightError `ERR_PLIST_VALUE`, `ERR_PLIST_LIMIT` with the pointer of what cannot be written
 */
export function assembleProfile(given: readonly PayloadDraft[], options: ProfileOptions): AssembledProfile {
  const { drafts: all, targets } = completeDrafts(given);
  const complete = { drafts: orderForEnrolment(all), targets };
  const { drafts } = complete;
  const draft = normalizePlist(profileDraft(drafts, options)) as PlistDictionary;
  const { dictionary, fragments } = fillUuids(draft, complete, options);
  return { dictionary, xml: encodeNormalized(dictionary, fragments), drafts };
}

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

/**
 * What is added to the purposes of drafts that share one, because they must differ inside a profile. Certificates with
 * one subject and key (a root and its renewal) do: the newest keeps the purpose, the others add their fingerprint.
 * Identities with one certificate do it in the order of their digests. Other payloads of one type are counted. Those with
 * an identifier of their own take none away.
 */
function distinguish(drafts: readonly PayloadDraft[]): ReadonlyMap<PayloadDraft, string> {
  const suffixes = new Map<PayloadDraft, string>();
  for (const group of groupByPurpose(drafts.filter(({ options }) => options.identifier === undefined))) {
    if (group.length === 1) continue;
    for (const [index, draft] of group.sort(compareAge).entries()) {
      if (index > 0) suffixes.set(draft, `.${fingerprintOf(draft)?.slice(0, 8).toLowerCase() ?? String(index + 1)}`);
    }
  }
  return suffixes;
}

function fingerprintOf({ certificate, identity }: PayloadDraft): string | undefined {
  return certificate?.fingerprints.sha256 ?? identity?.key;
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

/** Newest certificates first, what is equally old by its fingerprint; payloads that have none keep their order. */
function compareAge(a: PayloadDraft, b: PayloadDraft): number {
  const [one, other] = [fingerprintOf(a), fingerprintOf(b)];
  if (one === undefined || other === undefined) return 0;
  const age = (b.certificate?.notBefore.getTime() ?? 0) - (a.certificate?.notBefore.getTime() ?? 0);
  return age === 0 ? (one < other ? -1 : 1) : age;
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
