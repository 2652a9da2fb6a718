import { createHash } from 'node:crypto';
import type { OpenedSignedData } from '../cms/open.js';
import { now } from '../device/clock.js';
import type { RuleLevels } from '../diagnostics/issue.js';
import type { PlistDictionary } from '../plist/value.js';
import { decodePayload, isCommonEntry, payloadDictionaries, textOf, type PlacedDictionary } from '../profile/codec.js';
import { readOptions, timeOption, type OptionReaders } from '../profile/read-options.js';
import { isPayloadType, loadSchema } from '../schema/catalogue.js';
import { applyLevels } from '../validation/apply-levels.js';
import { ruleLevelsOption } from '../validation/rule-levels-option.js';
import { validateProfileDictionary } from '../validation/validate-profile-dictionary.js';
import { openFile } from './open-file.js';
import { decodeProfile, parseOptions, type ParseProfileOptions } from './parse-profile.js';
import { describeEffects, type ProfileEffect } from './profile-effects.js';
import { findRisks, type ProfileRisk } from './profile-risks.js';
import { redactContent, type ReportedValue } from './redact-content.js';
import { redactPayload } from './redact-payload.js';
import { reportCertificate, type ReportedCertificate } from './reported-certificate.js';
import { reportIssue, type ReportedIssue } from './reported-issue.js';

/** One payload, without its secrets. */
export interface ReportedPayload {
  /** JSON pointer of the payload in the profile. */
  readonly pointer: string;
  readonly type: string;
  readonly identifier: string;
  readonly uuid: string;
  readonly displayName?: string;
  readonly description?: string;
  readonly organization?: string;
  /** The other keys. Secrets are `[secret]`, bytes are `[1234 bytes]`. */
  readonly content: Readonly<Record<string, ReportedValue>>;
  /** What the payload carries when it is a certificate payload that can be read. */
  readonly certificates?: readonly ReportedCertificate[];
}

/** The signature of a signed profile; its integrity has been checked, trust has not. */
export interface ReportedSignature {
  readonly signer: ReportedCertificate;
  /** All certificates in the file, in its order. */
  readonly certificates: readonly ReportedCertificate[];
  /** ISO 8601; what the signer claims. */
  readonly signingTime?: string;
  readonly digestAlgorithm: string;
  /** Whether the signer's certificate was valid at the time of the report: a device verifies no other. */
  readonly signerValidity: 'current' | 'expired' | 'not-yet-valid';
}

/** What is in a profile, as plain JSON without secrets. */
export interface ProfileReport {
  /** What the file is: a bare property list in XML or binary form, or CMS SignedData around one. */
  readonly container: 'xml' | 'binary' | 'cms';
  /** The whole file, signature included. */
  readonly file: { readonly bytes: number; readonly sha256: string };
  readonly identifier?: string;
  readonly uuid?: string;
  readonly displayName?: string;
  readonly description?: string;
  readonly organization?: string;
  readonly scope?: string;
  /** The other top-level keys; PayloadContent only when it is no list of payloads. */
  readonly settings: Readonly<Record<string, ReportedValue>>;
  readonly payloads: readonly ReportedPayload[];
  /** JSON pointers of the values that were held back. */
  readonly secrets: readonly string[];
  /** What each payload changes on the device, in plain words, and when the profile goes by itself. */
  readonly effects: readonly ProfileEffect[];
  /** What somebody should know before installing it, the gravest first: management, new roots, who sees traffic ... */
  readonly risks: readonly ProfileRisk[];
  readonly signature?: ReportedSignature;
  /** What a device would object to, and what is odd about the container. */
  readonly issues: readonly ReportedIssue[];
}

export interface InspectProfileOptions extends ParseProfileOptions {
  /** The time that validity is judged by; now unless given. */
  readonly at?: Date;
  /** Levels of single rules. */
  readonly rules?: RuleLevels;
}

const topLevelFields: Readonly<Record<string, 'description' | 'organization'>> = {
  PayloadDescription: 'description',
  PayloadOrganization: 'organization',
};

const inspectOptions: OptionReaders<InspectProfileOptions> = {
  ...parseOptions,
  at: timeOption,
  rules: ruleLevelsOption,
};

/**
 * Says what is in a profile, signed or not, in a form that can be shown and stored: plain JSON, secrets held back. The
 * issues are those of a device that reads the file. The integrity of a signature is checked, trust is not judged.
 *
 * @throws ProfilewrightError as `parseProfile` does
 * @throws TypeError when an argument is of another type, or an option unknown
 * @example
 * console.log(JSON.stringify(inspectProfile(readFileSync('lab.mobileconfig')), null, 2));
 */
export function inspectProfile(input: Uint8Array | string, options: InspectProfileOptions = {}): ProfileReport {
  const { at = now(), rules = {}, ...parsing } = readOptions('options', options, inspectOptions);
  const file = openFile(input);
  const { signed } = file;
  const profile = decodeProfile(file, parsing);
  const { dictionary } = profile;
  const payloads = payloadDictionaries(dictionary).map(reportPayload);
  const top = redactContent(settingsOf(dictionary), '', { schema: loadSchema('TopLevel') });
  const positionOf = (pointer: string) => profile.positionOf(pointer);
  const issues = [
    ...applyLevels(profile.issues, 'device', rules),
    ...validateProfileDictionary(dictionary, { at, rules, as: 'device', positionOf }),
  ];
  const reported = payloads.map(({ payload }) => payload);
  const secrets = [...top.secrets, ...payloads.flatMap((payload) => payload.secrets)];
  const bytes = typeof input === 'string' ? new TextEncoder().encode(input) : input;
  return Object.freeze({
    container: profile.container,
    file: { bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex').toUpperCase() },
    ...present('identifier', profile.identifier),
    ...present('uuid', profile.uuid),
    ...present('displayName', profile.displayName),
    ...topLevelTexts(dictionary),
    ...present('scope', profile.scope),
    settings: top.content,
    payloads: reported,
    secrets,
    effects: describeEffects(top.content, reported),
    risks: findRisks(top.content, reported, { secrets, isKnown: isPayloadType }),
    ...present('signature', signed && reportSignature(signed, at)),
    issues: issues.map(reportIssue),
  });
}

/** What has no place of its own in a report; common keys of another type than they should have are among it. */
function settingsOf(dictionary: PlistDictionary): PlistDictionary {
  const entries = Object.entries(dictionary).filter(([key, value]) => {
    if (key === 'PayloadContent') return !Array.isArray(value);
    if (key === 'PayloadType') return value !== 'Configuration';
    return !isCommonEntry(key, value) && !(key === 'PayloadScope' && typeof value === 'string');
  });
  return Object.fromEntries(entries);
}

function reportPayload({ pointer, dictionary }: PlacedDictionary): {
  payload: ReportedPayload;
  secrets: readonly string[];
} {
  const { type, identifier, uuid, displayName, description, organization, content } = decodePayload(dictionary);
  const { content: redacted, secrets, certificates } = redactPayload(type, content, pointer);
  const payload = {
    pointer,
    type,
    identifier,
    uuid,
    ...present('displayName', displayName),
    ...present('description', description),
    ...present('organization', organization),
    content: redacted,
    ...present('certificates', certificates),
  };
  return { payload, secrets };
}

/** The facts of the signature in a file that has been opened. */
function reportSignature(
  signed: Pick<OpenedSignedData, 'signer' | 'certificates' | 'signingTime' | 'digestAlgorithm'>,
  at: Date,
): ReportedSignature {
  const { notBefore, notAfter } = signed.signer;
  return {
    signer: reportCertificate(signed.signer),
    certificates: signed.certificates.map(reportCertificate),
    ...present('signingTime', signed.signingTime?.toISOString()),
    digestAlgorithm: signed.digestAlgorithm,
    signerValidity: at > notAfter ? 'expired' : at < notBefore ? 'not-yet-valid' : 'current',
  };
}

function topLevelTexts(dictionary: Parameters<typeof textOf>[0]): Pick<ProfileReport, 'description' | 'organization'> {
  const entries = Object.entries(topLevelFields).map(([key, name]) => [name, textOf(dictionary, key)] as const);
  return Object.fromEntries(entries.filter(([, text]) => text !== undefined));
}

function present<Name extends string, Value>(name: Name, value: Value | undefined): Partial<Record<Name, Value>> {
  return value === undefined ? {} : ({ [name]: value } as Record<Name, Value>);
}
