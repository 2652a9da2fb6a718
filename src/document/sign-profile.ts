import { judgeSigner } from '../cms/judge-signer.js';
import { signContent } from '../cms/sign.js';
import type { AbortSignalLike, Signer } from '../cms/signer.js';
import { now } from '../device/clock.js';
import type { Bytes } from '../diagnostics/bytes.js';
import type { Issue, RuleLevels } from '../diagnostics/issue.js';
import { ProfilewrightError } from '../diagnostics/profilewright-error.js';
import type { Profile } from '../profile/profile.js';
import { booleanOption, optionOf, readOptions, timeOption, type OptionReaders } from '../profile/read-options.js';
import { ruleLevelsOption } from '../validation/rule-levels-option.js';
import { readGivenProfile } from './given-profile.js';

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
  const { content, judged } = readGivenProfile(profile, { at: signingTime, rules });
  const issues = [...judged];
  const allowed = allowExpired ? ({ 'signer-expired': 'warning', 'signer-not-yet-valid': 'warning' } as const) : {};
  issues.push(...judgeSigner(signer, { at: signingTime, rules: { ...allowed, ...rules } }));
  if (issues.some(({ severity }) => severity === 'error'))
    throw new ProfilewrightError('ERR_PROFILE_INVALID', { issues });
  for (const issue of issues) onIssue?.(issue);
  return signContent(content, signer, { signingTime, verify, ...(signal === undefined ? {} : { signal }) });
}

function isAbortSignal(value: unknown): value is AbortSignalLike {
  const { aborted, addEventListener } = (value ?? {}) as Partial<Record<keyof AbortSignalLike, unknown>>;
  return typeof aborted === 'boolean' && typeof addEventListener === 'function';
}
