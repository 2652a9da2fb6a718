import type { Issue } from '../issue.js';
import type { ErrorFacts } from './error-facts.js';

export interface ProfileErrorDetails {
  ERR_PROFILE_INVALID: { readonly issues: readonly Issue[] };
  ERR_PROFILE_MALFORMED: { readonly pointer: string; readonly reason: string };
  ERR_PROFILE_ALREADY_SIGNED: Readonly<Record<never, never>>;
}

const describe = ({ message, where: { pointer } }: Issue): string => (pointer ? `${pointer}: ${message}` : message);

export const profileErrors: ErrorFacts<ProfileErrorDetails> = {
  ERR_PROFILE_INVALID: {
    about: 'The profile has issues of severity error; `details.issues` holds all issues, warnings included.',
    message: ({ issues }) => {
      const errors = issues.filter(({ severity }) => severity === 'error');
      const lines = errors.map((issue) => `\n  - ${describe(issue)} [${issue.code}]`);
      return `the profile has ${String(errors.length)} error${errors.length === 1 ? '' : 's'}:${lines.join('')}`;
    },
    hint: ({ issues }) =>
      issues.find(({ severity, hint }) => severity === 'error' && hint !== undefined)?.hint ??
      'correct what the issues name, or set the level of a rule with `rules`',
  },
  ERR_PROFILE_MALFORMED: {
    about: 'The file is a property list but not a configuration profile.',
    message: ({ pointer, reason }) => `not a configuration profile: ${pointer === '' ? '' : `${pointer} `}${reason}`,
    hint: () => 'check that this is the .mobileconfig file',
  },
  ERR_PROFILE_ALREADY_SIGNED: {
    about: 'The bytes to sign are a signed file; a device does not open a signature inside a signature.',
    message: () => 'the profile is signed already',
    hint: () => 'sign the unsigned profile, or take the content out with verifyProfile first',
  },
};
