import { types } from 'node:util';
import { now } from '../device/clock.js';
import { escapeText } from '../diagnostics/escape-text.js';
import { ProfilewrightError } from '../diagnostics/profilewright-error.js';
import { normalizePlist } from '../plist/normalize.js';
import type { PlistDictionary, PlistInput } from '../plist/value.js';
import { payloadDictionaries, textOf, type PlacedDictionary } from '../profile/codec.js';
import { orderForEnrolment } from '../profile/order-for-enrolment.js';
import type { Profile } from '../profile/profile.js';
import { readOptions, timeOption, type OptionReaders } from '../profile/read-options.js';
import { describeEjection, type EjectNote, type GivenProfile } from './eject/eject-notes.js';
import { expressValue } from './eject/express-value.js';
import { FileShelf, type EjectedFile } from './eject/file-shelf.js';
import type { ValueEdits } from './eject/find-edits.js';
import { planOptions } from './eject/plan-options.js';
import { planPayloads } from './eject/plan-payloads.js';
import { ProgramNames } from './eject/program-names.js';
import { findProfileEdits, rehearseBuild, rehearseEdits } from './eject/rehearse.js';
import { writeProgram } from './eject/write-program.js';
import { findSecrets } from './find-secrets.js';
import { openFile } from './open-file.js';
import { decodeProfile } from './parse-profile.js';
import { readProfile, type ProfileInput } from './read-profile.js';

export type { EjectNote, EjectNoteKind } from './eject/eject-notes.js';
export type { EjectedFile } from './eject/file-shelf.js';

/** A program that makes a profile, and the files that it reads. */
export interface EjectedProfile {
  /**
   * A module in TypeScript that is JavaScript as well: it reads the files beside it, exports `profile` and writes it to
   * `profile.mobileconfig` beside it.
   */
  readonly program: string;
  /** Certificates, secrets and larger data. No secret stands in the program. */
  readonly files: readonly EjectedFile[];
  /** What is worth knowing of the program: a signature that it does not make, errors of the profile that it keeps. */
  readonly notes: readonly EjectNote[];
}

export interface EjectProfileOptions {
  /** The time that the validity of certificates is judged by, as the program will do when it runs; now unless given. */
  readonly at?: Date;
}

const ejectOptions: OptionReaders<EjectProfileOptions> = { at: timeOption };

/**
 * Takes a profile apart into the program that makes it: the calls of `ProfileBuilder` with the same identifiers, UUIDs and
 * values, in which certificates and identities are values that the payloads refer to. What the builder has no option for is
 * edited behind it, and where the builder would refuse the profile, the level of that rule is lowered. The program has
 * been tried when it is returned: what it makes differs from the profile in the order of keys only, and in that of payloads where a
 * note says so.
 *
 * @throws ProfilewrightError `ERR_PROFILE_EJECT` with the pointer of what no program can make, `ERR_PROFILE_ENCRYPTED`,
 * `ERR_PLIST_VALUE` for a value that XML cannot carry, and as `parseProfile` does, for files
 * @throws TypeError when an argument is of another type, or an option unknown
 * @example
 * const { program, files } = ejectProfile(readFileSync('office.mobileconfig'));
 * writeFileSync('office/profile.mts', program);
 * for (const { name, bytes } of files) writeFileSync(`office/${name}`, bytes, { mode: 0o600 });
 */
export function ejectProfile(profile: ProfileInput, options: EjectProfileOptions = {}): EjectedProfile {
  const { at = now() } = readOptions('options', options, ejectOptions);
  const given = openGiven(profile);
  const dictionary = normalize(given.dictionary);
  const payloads = payloadsOf(dictionary);
  const order = orderOf(payloads);
  const [secrets, files] = [findSecrets(dictionary), new FileShelf()];
  const top = { secrets, files, title: 'profile' };
  const { calls, referents, textReferences } = planPayloads(payloads, { secrets, files, names: new ProgramNames() });
  const settings = planOptions(dictionary, top);
  const built = rehearseBuild(settings, calls, at);
  const edits = findProfileEdits(built.profile.dictionary, dictionary, order);
  const edited = isEmpty(edits) ? undefined : rehearseEdits(built.profile, edits, at);
  assertSame((edited ?? built).profile, dictionary, order);
  const set = edits.set.map(([made, wanted, value]) => [made, expressValue(value, wanted, top)] as const);
  const program = writeProgram({
    declarations: referents.map(({ declaration }) => declaration),
    options: settings,
    calls,
    lowered: built.lowered,
    ...(edited === undefined ? {} : { edits: { set, remove: edits.remove, lowered: edited.lowered } }),
    hasSecrets: files.list().some(({ isSecret }) => isSecret),
  });
  const lowered = [...new Set([...built.lowered, ...(edited?.lowered ?? [])])];
  const isReordered = order.some((index, place) => index !== place);
  const notes = describeEjection({ ...given, edits, lowered, textReferences, isReordered });
  return Object.freeze({ program, files: files.list(), notes });
}

/** Whatever XML cannot carry is refused with its place in the profile; the builder would name that in the payload. */
function normalize(dictionary: object): PlistDictionary {
  return normalizePlist(dictionary as PlistInput) as PlistDictionary;
}

/** Bytes and texts are opened here, because only then it is known who signed. */
function openGiven(input: ProfileInput): GivenProfile {
  if (typeof input !== 'string' && !types.isUint8Array(input)) {
    const profile = readProfile(input, 'profile');
    const { dictionary, issues } = profile;
    // What is odd about a file is in the issues of a parsed one; those of a built one are about its content.
    const isParsed = 'container' in profile;
    return { dictionary, issues: isParsed ? issues : [], isSigned: isParsed && profile.container === 'cms' };
  }
  const file = openFile(input);
  const { dictionary, issues } = decodeProfile(file, {});
  const signer = file.signed?.signer;
  return {
    dictionary,
    issues,
    isSigned: signer !== undefined,
    ...(signer === undefined ? {} : { signer: signer.name }),
  };
}

/** Throws for what is no profile that a builder could be told to make. */
function payloadsOf(profile: PlistDictionary): readonly PlacedDictionary[] {
  if (profile['EncryptedPayloadContent'] !== undefined || profile['IsEncrypted'] === true)
    throw new ProfilewrightError('ERR_PROFILE_ENCRYPTED', {});
  if (profile['PayloadType'] !== 'Configuration')
    refuse('/PayloadType', 'it is no configuration profile but of another type');
  const content: unknown = profile['PayloadContent'] ?? [];
  if (!Array.isArray(content)) return refuse('/PayloadContent', 'it is no list of payloads');
  const payloads = payloadDictionaries(profile);
  if (payloads.length !== content.length) refuse('/PayloadContent', 'one of its items is no payload');
  for (const { dictionary, pointer } of payloads)
    if (!textOf(dictionary, 'PayloadType'))
      refuse(`${pointer}/PayloadType`, 'a payload without a type cannot be added');
  return payloads;
}

/** The payloads by their indexes, in the order in which the builder writes them. */
function orderOf(payloads: readonly PlacedDictionary[]): readonly number[] {
  const typed = payloads.map(({ dictionary }, index) => ({ type: textOf(dictionary, 'PayloadType') ?? '', index }));
  return orderForEnrolment(typed).map(({ index }) => index);
}

/** Nothing that was tried and is another profile is returned. */
function assertSame({ dictionary }: Profile, wanted: PlistDictionary, order: readonly number[]): void {
  const { set, remove } = findProfileEdits(dictionary, wanted, order);
  const pointer = set[0]?.[1] ?? remove[0];
  if (pointer !== undefined) refuse(pointer, 'it would be written in another way');
}

function refuse(pointer: string, reason: string): never {
  throw new ProfilewrightError('ERR_PROFILE_EJECT', { pointer: escapeText(pointer, 200), reason });
}

const isEmpty = ({ set, remove }: ValueEdits): boolean => set.length === 0 && remove.length === 0;
