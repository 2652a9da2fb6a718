import { ProfileBuilder } from '../../../src/builder/profile-builder.js';
import { isProfilewrightError, type ProfilewrightError } from '../../../src/diagnostics/profilewright-error.js';
import type { ProfileOptions } from '../../../src/profile/profile.js';
import { rootCA } from '../../support/authorities.js';
import { testKey } from '../../support/test-key.js';

export const root = rootCA();
export const second = rootCA({ subject: 'Second Root', key: testKey('p256', 5) });

/** A profile that installs the root. */
export const build = (options: ProfileOptions = {}) => new ProfileBuilder(options).addRootCA(root.pem).build();

/** The error of ours in which `build` ends. */
export function refusalOf(builder: ProfileBuilder): ProfilewrightError {
  try {
    builder.build();
  } catch (error) {
    if (isProfilewrightError(error)) return error;
    throw error;
  }
  throw new Error('nothing was thrown');
}

/** The errors of an invalid profile, as `code pointer`. */
export const errorsOf = (builder: ProfileBuilder): string[] => {
  const error = refusalOf(builder);
  if (!isProfilewrightError(error, 'ERR_PROFILE_INVALID')) throw error;
  return error.details.issues
    .filter(({ severity }) => severity === 'error')
    .map(({ code, where }) => `${code} ${where.pointer ?? ''}`);
};
