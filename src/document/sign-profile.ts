import { isContentInfo } from '../asn1/content-info.js';
import { copyBytes } from '../asn1/der.js';
import { judgeSigner } from '../cms/judge-signer.js';
import { signContent } from '../cms/sign.js';
import type { AbortSignalLike, Signer } from '../cms/signer.js';
import { now } from '../device/clock.js';
import type { Bytes } from '../diagnostics/bytes.js';
import type { Issue, RuleLevels } from '../diagnostics/issue.js';
import { ProfilewrightError } from '../diagnostics/profilewright-error.js';
import { isBuiltProfile } from '../profile/create-profile.js';
import type { Profile } from '../profile/profile.js';
import { booleanOption, optionOf, readOptions, timeOption, type OptionReaders } from '../profile/read-options.js';
import { applyLevels } from '../validation/apply-levels.js';
import { ruleLevelsOption } from '../validation/rule-levels-option.js';
import { validateProfileDictionary } from '../validation/validate-profile-dictionary.js';
import { parseProfile } from './parse-profile.js';

export interface SignProfileOptions {
  /** The signingTime attribute, in whole seconds; now unless given. */
  readonly signingTime?: Date;
  /** Ends a signature that a remote signer is waiting for. */
  readonly signal?: AbortSignalLike;
  /** Each signature is verified with the signer's certificate before it is returned, unless this is `false`. */
  readonly verify?: boolean;
  /** Signs although the signer's certificate is not valid at the signing time. */
  readonly allowExpired?: boolean;
  /** Levels of single rules: of those about the signer, and for files that are given as bytes of those about the profile. */
  readonly rules?: RuleLevels;
  /** Told about warnings: an incomplete chain, a signer that expires soon, what is odd about a file that is given as bytes. */
  readonly onIssue?: (issue: Issue) => void;
}

const signOptions: OptionReaders<SignProfileOptions> = {
  signingTime: timeOption,
  signal: optionOf('an AbortSignal', isAbortSignal),
  verify: booleanOption,
  allowExpired: booleanOption,
  rules: ruleLevelsOption,
  onIssue: optionOf('a function', (value): value is (issue: Issue) => void => typeof value === 'function'),
};

/**
 * Signs a profile: attached CMS SignedData (RFC 5652) in DER around the very bytes of the profile. A built profile is
 * signed as it is; bytes are read and validated first, like everything that is built.
 *
 * @throws ProfilewrightError `ERR_PROFILE_ALREADY_SIGNED`, `ERR_PROFILE_INVALID`, `ERR_CMS_*`, and what reading the bytes throws
 * @throws TypeError when an argument is of another type, or an option unknown
 * @example
 * const signer = await createSigner({ key: keyPem, certificate: chainPem });
 * writeFileSync('lab.mobileconfig', await signProfile(profile, signer));
 */
export async function signProfile(
  profile: Profile | Uint8Array,
  signer: Signer,
  options: SignProfileOptions = {},
): Promise<Bytes> {
  const read = readOptions('options', options, signOptions);
  const { signingTime = now(), signal, verify = true, allowExpired = false, rules = {}, onIssue } = read;
  const { content, issues } = contentToSign(profile, signingTime, rules);
  const allowed = allowExpired ? ({ 'signer-expired': 'warning', 'signer-not-yet-valid': 'warning' } as const) : {};
  issues.push(...judgeSigner(signer, { at: signingTime, rules: { ...allowed, ...rules } }));
  if (issues.some(({ severity }) => severity === 'error'))
    throw new ProfilewrightError('ERR_PROFILE_INVALID', { issues });
  for (const issue of issues) onIssue?.(issue);
  return signContent(content, signer, { signingTime, verify, ...(signal === undefined ? {} : { signal }) });
}

/** The bytes to sign, as a copy: a built profile was judged when it was built, everything else is judged now. */
function contentToSign(
  profile: Profile | Uint8Array,
  at: Date,
  rules: RuleLevels,
): { readonly content: Uint8Array; readonly issues: Issue[] } {
  if (!(profile instanceof Uint8Array)) {
    if (isBuiltProfile(profile)) return { content: profile.toBytes(), issues: [] };
    throw new TypeError('profile must be a Profile from ProfileBuilder.build(), or the bytes of a profile');
  }
  if (isContentInfo(profile)) throw new ProfilewrightError('ERR_PROFILE_ALREADY_SIGNED', {});
  const content = copyBytes(profile);
  const parsed = parseProfile(content);
  if (parsed.container === 'cms') throw new ProfilewrightError('ERR_PROFILE_ALREADY_SIGNED', {});
  const positionOf = (pointer: string) => parsed.positionOf(pointer);
  const issues = validateProfileDictionary(parsed.dictionary, { at, rules, as: 'author', positionOf });
  return { content, issues: [...applyLevels(parsed.issues, 'author', rules), ...issues] };
}

function isAbortSignal(value: unknown): value is AbortSignalLike {
  const { aborted, addEventListener } = (value ?? {}) as Partial<Record<keyof AbortSignalLike, unknown>>;
  return typeof aborted === 'boolean' && typeof addEventListener === 'function';
}
