import type { Issue } from '../diagnostics/issue.js';
import { issue } from '../diagnostics/issue.js';
import { ProfilewrightError } from '../diagnostics/profilewright-error.js';
import { decodePlist, type DecodedPlist } from '../plist/decode.js';
import type { PlistLimits } from '../plist/limits.js';
import type { PlistDictionary } from '../plist/value.js';
import { decodePayload, payloadDictionaries, textOf } from '../profile/codec.js';
import type { Payload } from '../profile/profile.js';
import { assertPlainObject, booleanOption, readOptions, type OptionReaders } from '../profile/read-options.js';
import { isDictionary } from '../schema/plist-type.js';
import { openFile, type OpenedFile } from './open-file.js';

/** A profile as it was read. Unknown keys and payload types are kept in `dictionary`. */
export interface ParsedProfile {
  /** What the file is: a bare property list in XML or binary form, or CMS SignedData around one. Says nothing about trust. */
  readonly container: 'xml' | 'binary' | 'cms';
  readonly identifier?: string;
  readonly uuid?: string;
  readonly displayName?: string;
  readonly scope?: string;
  /** The payloads of PayloadContent; none where that is a dictionary ("Profile Service") or missing. */
  readonly payloads: readonly Payload[];
  /**
   * The payloads are encrypted for single devices: they stand in EncryptedPayloadContent, and `payloads` is empty unless
   * `decryptProfile` has put them there, or there are others in the clear, which is an issue.
   */
  readonly isEncrypted: boolean;
  readonly dictionary: PlistDictionary;
  /**
   * What was odd about the container or the property list: an error where a device sees something else than another reader
   * may, a warning where other readers refuse the file. Judgement of the content is `validateProfile`'s.
   */
  readonly issues: readonly Issue[];
  /** Line and column of the value at a JSON pointer, counted from 1; undefined when there is none, or no lines at all. */
  positionOf(pointer: string): { readonly line: number; readonly column: number } | undefined;
}

export interface ParseProfileOptions {
  /** Limits of the property list: bytes, depth, nodes. */
  readonly limits?: PlistLimits;
  /** Throws when one of `issues` is an error, in place of returning it. */
  readonly strict?: boolean;
}

export const parseOptions: OptionReaders<ParseProfileOptions> = {
  limits: (value, name) => assertPlainObject(value, name),
  strict: booleanOption,
};

/**
 * Reads a profile as a device does, signed or not: what CoreFoundation accepts is accepted, what it refuses is refused, and
 * what others may see differently is told in `issues`. A signature is checked for integrity (digest and signature value),
 * but who signed is not judged: use `verifyProfile` for that.
 *
 * @throws ProfilewrightError `ERR_PLIST_*`, `ERR_CMS_*`, `ERR_PROFILE_MALFORMED`, with `strict` also `ERR_PROFILE_INVALID`
 * @throws TypeError when `input` is neither bytes nor text, or an option is unknown or of another type
 * @example
 * const profile = parseProfile(readFileSync('lab.mobileconfig'));
 * console.log(profile.displayName, profile.payloads.map(({ type }) => type));
 */
export function parseProfile(input: Uint8Array | string, options: ParseProfileOptions = {}): ParsedProfile {
  const read = readOptions('options', options, parseOptions);
  return decodeProfile(openFile(input), read);
}

/** The profile inside of a file that has been opened. */
export function decodeProfile(file: OpenedFile, { limits, strict = false }: ParseProfileOptions): ParsedProfile {
  const decoded = decodePlist(file.content, limits);
  const { value } = decoded;
  if (!isDictionary(value)) {
    throw new ProfilewrightError('ERR_PROFILE_MALFORMED', { pointer: '', reason: 'the root is not a dictionary' });
  }
  if (value['PayloadType'] === undefined) {
    throw new ProfilewrightError('ERR_PROFILE_MALFORMED', { pointer: '/PayloadType', reason: 'is missing' });
  }
  const profile = createParsedProfile(value, decoded, file);
  if (strict) assertNoErrors(profile);
  return profile;
}

/** @throws ProfilewrightError `ERR_PROFILE_INVALID` */
export function assertNoErrors({ issues }: ParsedProfile): void {
  if (issues.every(({ severity }) => severity !== 'error')) return;
  throw new ProfilewrightError('ERR_PROFILE_INVALID', { issues });
}

function createParsedProfile(dictionary: PlistDictionary, decoded: DecodedPlist, file: OpenedFile): ParsedProfile {
  const isEncrypted = dictionary['EncryptedPayloadContent'] !== undefined || dictionary['IsEncrypted'] === true;
  const encrypted = isEncrypted ? [issue('profile-encrypted', { pointer: '' })] : [];
  if (isEncrypted && hasContent(dictionary)) {
    const pointer = '/PayloadContent';
    encrypted.push(issue('profile-clear-payloads', { pointer, ...decoded.positions.at(pointer) }));
  }
  return profileOf(dictionary, {
    container: file.signed === undefined ? decoded.format : 'cms',
    isEncrypted,
    issues: Object.freeze([...file.issues, ...decoded.issues, ...encrypted]),
    positionOf: (pointer: string) => decoded.positions.at(pointer),
  });
}

/** An empty list beside the encrypted payloads hides nothing. */
function hasContent({ PayloadContent: content }: PlistDictionary): boolean {
  return Array.isArray(content) ? content.length > 0 : content !== undefined;
}

/** What is known of a profile besides its dictionary. */
type Surroundings = Pick<ParsedProfile, 'container' | 'isEncrypted' | 'issues' | 'positionOf'>;

/** The profile of a dictionary that has been read. */
export function profileOf(dictionary: PlistDictionary, surroundings: Surroundings): ParsedProfile {
  const identifier = textOf(dictionary, 'PayloadIdentifier');
  const uuid = textOf(dictionary, 'PayloadUUID');
  const displayName = textOf(dictionary, 'PayloadDisplayName');
  const scope = textOf(dictionary, 'PayloadScope');
  const { container, isEncrypted, issues, positionOf } = surroundings;
  return Object.freeze({
    container,
    ...(identifier === undefined ? {} : { identifier }),
    ...(uuid === undefined ? {} : { uuid }),
    ...(displayName === undefined ? {} : { displayName }),
    ...(scope === undefined ? {} : { scope }),
    payloads: Object.freeze(payloadDictionaries(dictionary).map(({ dictionary: payload }) => decodePayload(payload))),
    isEncrypted,
    dictionary,
    issues,
    positionOf,
  });
}
