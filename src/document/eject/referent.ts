import { isProfilewrightError } from '../../diagnostics/profilewright-error.js';
import type { Certificate } from '../../pki/certificate.js';
import { readCertificates } from '../../pki/read-certificates.js';
import { normalizePlist } from '../../plist/normalize.js';
import { extendPointer } from '../../plist/pointer.js';
import type { PlistDictionary, PlistValue } from '../../plist/value.js';
import { subjectTitle } from '../../profile/identifier.js';
import type { Identity } from '../../profile/identity.js';
import type { IdentityDraft, PayloadDraft } from '../../profile/payload-draft.js';
import { draftCertificatePayload, type CertificatePayloadType } from '../../profile/payloads/certificate-payload.js';
import { draftIdentityPayload } from '../../profile/payloads/identity-payload.js';
import { certificateForm } from '../../validation/content/payload-certificates.js';
import { expressValue, type ExpressContext } from './express-value.js';
import { list, object, scalar, type Entry, type Expression } from './expression.js';
import { findEdits } from './find-edits.js';
import {
  identityMaker,
  identitySettings,
  identityWords,
  makeIdentity,
  type IdentityMaker,
} from './identity-options.js';
import type { ProgramNames } from './program-names.js';

/** A payload in the form in which the builder takes it by value, so that others may refer to the value. */
export interface Referent {
  readonly variable: Extract<Expression, { kind: 'variable' }>;
  readonly declaration: Declaration;
  /** What is the same in no other certificate or identity. */
  readonly key: string;
  readonly method: 'addRootCA' | 'addCertificate' | 'addIdentity';
  readonly extra: readonly Entry[];
  /** The bytes of the payload, where they are those of the value. */
  readonly raw?: Expression;
  /** Whether the method writes all keys of the payload as they are. */
  readonly isWhole: boolean;
}

/** A value that the program makes before it builds. */
export interface Declaration {
  readonly name: string;
  readonly callee: 'readCertificate' | IdentityMaker['callee'];
  readonly parts: readonly Expression[];
}

/** What {@link findReferent} needs to know of a payload. */
export interface ReferentPayload {
  readonly type: string;
  readonly pointer: string;
  /** The keys that are no options of the builder. */
  readonly content: PlistDictionary;
  /** Whether it has a PayloadDisplayName; a certificate would be given one. */
  readonly isNamed: boolean;
}

export interface ReferentContext extends ExpressContext {
  readonly names: ProgramNames;
}

/** The certificate or identity of a payload; undefined when it is none, or none that the builder would write so. */
export function findReferent(payload: ReferentPayload, context: ReferentContext): Referent | undefined {
  if (certificateForm(payload.type) !== undefined) return findCertificate(payload, context);
  const maker = identityMaker(payload.type);
  return maker === undefined ? undefined : findIdentity(payload, maker, context);
}

const FILE_NAME = 'PayloadCertificateFileName';

function findCertificate({ type, content, isNamed }: ReferentPayload, context: ReferentContext): Referent | undefined {
  const { PayloadContent: bytes } = content;
  if (!(bytes instanceof Uint8Array)) return undefined;
  const certificate = readOne(bytes);
  if (certificate === undefined) return undefined;
  const fileName = fileNameOf(content);
  const drafted = draftCertificatePayload(
    type as CertificatePayloadType,
    certificate,
    fileName === undefined ? {} : { fileName },
  );
  if (!isSame({ PayloadContent: drafted.content['PayloadContent'] }, { PayloadContent: bytes })) return undefined;
  const title = subjectTitle(certificate) || 'certificate';
  const file = context.files.add(title, 'cer', { bytes: certificate.raw, isSecret: false });
  const name = context.names.add(title, 'Certificate');
  const isPem = type === 'com.apple.security.pem';
  return {
    variable: { kind: 'variable', name, value: certificate },
    declaration: { name, callee: 'readCertificate', parts: [{ kind: 'file', name: file, value: certificate.raw }] },
    key: certificate.fingerprints.sha256,
    method: type === 'com.apple.security.root' ? 'addRootCA' : 'addCertificate',
    ...(isPem ? {} : { raw: { kind: 'raw', name, value: certificate.raw } }),
    extra: [...fileNameEntry(fileName), ...(isPem ? [['format', scalar('pem')] as const] : [])],
    isWhole: isNamed && isSame(drafted.content, content),
  };
}

/** The one certificate that the bytes are. */
function readOne(bytes: Uint8Array): Certificate | undefined {
  try {
    const [certificate, ...others] = readCertificates(bytes);
    return others.length === 0 ? certificate : undefined;
  } catch (error) {
    if (!isProfilewrightError(error)) throw error;
    return undefined;
  }
}

function findIdentity(payload: ReferentPayload, maker: IdentityMaker, context: ReferentContext): Referent | undefined {
  const matched = matchIdentity(payload, maker);
  if (matched === undefined) return undefined;
  const { identity, options, argument, fileName, draft } = matched;
  const title = draft.options.displayName ?? '';
  const { inside, always, callee } = maker;
  const around = inside === undefined ? payload.pointer : extendPointer(payload.pointer, inside);
  const entries = [
    ...options.map(({ key, option, value }): Entry => {
      return [option, expressOption(option, value, extendPointer(around, key), context)];
    }),
    ...Object.entries(always).map(([option, value]): Entry => [option, scalar(value)]),
  ];
  const name = context.names.add(title, 'Identity');
  const file = argument instanceof Uint8Array ? [expressFile(argument, title, context)] : [];
  return {
    variable: { kind: 'variable', name, value: identity },
    declaration: { name, callee, parts: [...file, object(entries)] },
    key: draft.identity.key,
    method: 'addIdentity',
    extra: fileNameEntry(fileName),
    isWhole: true,
  };
}

/** An identity that is written as a payload has it. */
interface MatchedIdentity {
  readonly identity: Identity;
  readonly draft: IdentityDraft;
  readonly options: readonly { readonly key: string; readonly option: string; readonly value: PlistValue }[];
  readonly argument: PlistValue | undefined;
  readonly fileName: string | undefined;
}

function matchIdentity({ content }: ReferentPayload, maker: IdentityMaker): MatchedIdentity | undefined {
  const settings = identitySettings(maker, content);
  if (settings === undefined) return undefined;
  const known = Object.entries(settings).filter(([key]) => key !== maker.argument && key !== maker.name);
  if (!known.every(([key]) => Object.hasOwn(maker.options, key))) return undefined;
  const options = known.map(([key, value]) => ({ key, value, option: maker.options[key] ?? key }));
  const given: Record<string, unknown> = { ...maker.always };
  for (const { option, value } of options) given[option] = identityWords(option, value) ?? value;
  const argument = maker.argument === undefined ? undefined : settings[maker.argument];
  const identity = makeIdentity(maker, argument, given);
  if (identity === undefined) return undefined;
  const fileName = fileNameOf(content);
  const draft = draftIdentityPayload(identity, fileName === undefined ? {} : { fileName });
  return isSame(draft.content, content) ? { identity, draft, options, argument, fileName } : undefined;
}

function expressOption(option: string, value: PlistValue, pointer: string, context: ReferentContext): Expression {
  const words = identityWords(option, value);
  if (words === undefined) return expressValue(value, pointer, context, [option]);
  return typeof words === 'string' ? scalar(words) : list(words.map(scalar));
}

/** The file of an identity holds its key. */
function expressFile(value: Uint8Array<ArrayBuffer>, title: string, { files }: ReferentContext): Expression {
  return { kind: 'file', name: files.add(title || 'identity', 'p12', { bytes: value, isSecret: true }), value };
}

function fileNameOf({ [FILE_NAME]: value }: PlistDictionary): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

function fileNameEntry(fileName: string | undefined): Entry[] {
  return fileName === undefined ? [] : [['fileName', scalar(fileName)]];
}

/** Whether the keys of a draft are those of a payload. */
function isSame(drafted: PayloadDraft['content'], content: PlistDictionary): boolean {
  const made = normalizePlist(drafted);
  const { set, remove } = findEdits({ made, wanted: content, pointers: ['', ''] });
  return set.length === 0 && remove.length === 0;
}
