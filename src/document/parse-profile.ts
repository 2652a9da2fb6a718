import { isContentInfo } from '../asn1/content-info.js';
import { openSignedData, type OpenedSignedData } from '../cms/open.js';
import { ProfilewrightError } from '../diagnostics/profilewright-error.js';
import type { Issue } from '../diagnostics/issue.js';
import { decodePlist } from '../plist/decode.js';
import type { PlistLimits } from '../plist/limits.js';
import type { Positions } from '../plist/positions.js';
import type { PlistDictionary } from '../plist/value.js';
import { decodePayload, payloadDictionaries, textOf } from '../profile/codec.js';
import type { Payload } from '../profile/profile.js';
import { assertPlainObject, readOptions, type OptionReaders } from '../profile/read-options.js';
import { isDictionary } from '../schema/plist-type.js';

/** A profile as it was read. Unknown keys and payload types are kept in `dictionary`. */
export interface ParsedProfile {
  /** What the file is: a bare XML property list, or CMS SignedData around one. Says nothing about trust. */
  readonly container: 'xml' | 'cms';
  readonly identifier?: string;
  readonly uuid?: string;
  readonly displayName?: string;
  readonly scope?: string;
  readonly payloads: readonly Payload[];
  readonly dictionary: PlistDictionary;
  /** What was odd about the container or the property list; judgement of the content is `validateProfile`'s. */
  readonly issues: readonly Issue[];
  /** Line and column of the value at a JSON pointer, counted from 1; undefined when there is none. */
  positionOf(pointer: string): { readonly line: number; readonly column: number } | undefined;
}

export interface ParseProfileOptions {
  /** Limits of the property list: bytes, depth, nodes. */
  readonly limits?: PlistLimits;
}

export const parseOptions: OptionReaders<ParseProfileOptions> = {
  limits: (value, name) => assertPlainObject(value, name),
};

/**
 * Reads a profile, signed or not. A signature is checked for integrity (digest and signature value), but who signed is
 * not judged: use `verifyProfile` for that.
 *
 * @throws ProfilewrightError `ERR_PLIST_*`, `ERR_CMS_*`, `ERR_PROFILE_MALFORMED`
 * @throws TypeError when `input` is neither bytes nor text, or an option is unknown or of another type
 * @example
 * const profile = parseProfile(readFileSync('lab.mobileconfig'));
 * console.log(profile.displayName, profile.payloads.map(({ type }) => type));
 */
export function parseProfile(input: Uint8Array | string, options: ParseProfileOptions = {}): ParsedProfile {
  const read = readOptions('options', options, parseOptions);
  const signed = openIfSigned(input);
  return decodeProfile(signed?.content ?? input, signed, read);
}

/** Opens the file when it is CMS; undefined when it is something else, which the property list reader then names. */
export function openIfSigned(input: Uint8Array | string): OpenedSignedData | undefined {
  if (typeof input !== 'string' && !(input instanceof Uint8Array)) {
    throw new TypeError('input must be a Uint8Array or a string');
  }
  return typeof input !== 'string' && isContentInfo(input) ? openSignedData(input) : undefined;
}

/** The profile inside the content of a file that has been opened. */
export function decodeProfile(
  content: Uint8Array | string,
  signed: OpenedSignedData | undefined,
  { limits }: ParseProfileOptions,
): ParsedProfile {
  const { value, positions } = decodePlist(content, limits);
  if (!isDictionary(value))
    throw new ProfilewrightError('ERR_PROFILE_MALFORMED', { pointer: '', reason: 'the root is not a dictionary' });
  return createParsedProfile(value, positions, signed);
}

function createParsedProfile(
  dictionary: PlistDictionary,
  positions: Positions,
  signed: OpenedSignedData | undefined,
): ParsedProfile {
  const identifier = textOf(dictionary, 'PayloadIdentifier');
  const uuid = textOf(dictionary, 'PayloadUUID');
  const displayName = textOf(dictionary, 'PayloadDisplayName');
  const scope = textOf(dictionary, 'PayloadScope');
  if (dictionary['PayloadType'] === undefined) {
    throw new ProfilewrightError('ERR_PROFILE_MALFORMED', { pointer: '/PayloadType', reason: 'is missing' });
  }
  return Object.freeze({
    container: signed === undefined ? 'xml' : 'cms',
    ...(identifier === undefined ? {} : { identifier }),
    ...(uuid === undefined ? {} : { uuid }),
    ...(displayName === undefined ? {} : { displayName }),
    ...(scope === undefined ? {} : { scope }),
    payloads: Object.freeze(payloadDictionaries(dictionary).map(({ dictionary: payload }) => decodePayload(payload))),
    dictionary,
    issues: Object.freeze([...(signed?.issues ?? [])]),
    positionOf: (pointer: string) => positions.at(pointer),
  });
}
