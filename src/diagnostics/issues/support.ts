import type { IssueFacts } from './issue-facts.js';

/**
 * `what` is the payload or key in words, `systems` the systems in question with their versions, `successor` what replaces it
 * as far as a rule says so.
 */
export interface SupportIssueDetails {
  'support-platform': { readonly what: string; readonly systems: string };
  'support-introduced': { readonly what: string; readonly systems: string };
  'support-deprecated': { readonly what: string; readonly systems: string; readonly successor?: string };
  'support-removed': { readonly what: string; readonly systems: string; readonly successor?: string };
  'support-supervised': { readonly what: string; readonly systems: string };
  'support-user-enrollment': { readonly what: string; readonly systems: string; readonly mode: string };
  'support-shared-ipad': { readonly what: string; readonly mode: string };
  'support-user-approved-mdm': { readonly what: string; readonly systems: string };
  'support-automated-enrollment': { readonly what: string; readonly systems: string };
  'support-channel': { readonly what: string; readonly systems: string; readonly channel: string };
  'support-scope': { readonly what: string; readonly scope: string };
  'support-manual-install': { readonly what: string; readonly systems: string };
  'support-multiple': { readonly what: string; readonly systems: string; readonly first: string };
}

const source = 'Apple device-management schema, supportedOS';
const remove = ({ what }: { readonly what: string }): string => `remove ${what}, or change the context of the devices`;

export const supportIssues: IssueFacts<SupportIssueDetails> = {
  'support-platform': {
    severity: 'error',
    source,
    about:
      'A payload or key is not for a system that the profile is for. A key has no effect there (warning); a payload counts as an error when it is for none of the systems.',
    message: ({ what, systems }, pointer) => `${what} at ${pointer} is not for ${systems}`,
    hint: remove,
  },
  'support-introduced': {
    severity: 'error',
    source,
    about:
      'A payload or key is newer than a version of a system that the profile is for. For a payload this is an error when no version knows it, for a key a warning; when later versions know it, one step less.',
    message: ({ what, systems }, pointer) => `${what} at ${pointer} exists ${systems}`,
    hint: ({ what }) => `raise the oldest version that the profile is for, or remove ${what}`,
  },
  'support-deprecated': {
    severity: 'warning',
    source,
    about:
      'A payload or key is deprecated on the systems that the profile is for. Info when only later versions say so, or when no versions are known.',
    message: ({ what, systems }, pointer) => `${what} at ${pointer} is deprecated ${systems}`,
    hint: ({ what, successor }) =>
      successor === undefined ? `look up what replaces ${what}, and prefer it` : `use ${successor} in its place`,
  },
  'support-removed': {
    severity: 'error',
    source,
    about:
      'A payload or key no longer exists on the systems that the profile is for. For a key this is a warning; when older versions still know it, one step less.',
    message: ({ what, systems }, pointer) => `${what} at ${pointer} was removed ${systems}`,
    hint: ({ what, successor }) =>
      successor === undefined ? `remove ${what}, or look up what replaces it` : `use ${successor} in its place`,
  },
  'support-supervised': {
    severity: 'error',
    source,
    about: 'A payload or key only works on supervised devices. Of a key this is a warning.',
    message: ({ what, systems }, pointer) => `${what} at ${pointer} needs supervision on ${systems}`,
    hint: ({ what }) => `supervise the devices, or remove ${what}`,
  },
  'support-user-enrollment': {
    severity: 'error',
    source,
    about:
      'A payload or key is forbidden under user enrolment, or ignored there (warning); or it is for nothing else, and the devices are enrolled in another way (warning for a key).',
    message: ({ what, systems, mode }, pointer) =>
      mode === 'required'
        ? `${what} at ${pointer} only works under user enrolment on ${systems}`
        : `${what} at ${pointer} is ${mode} under user enrolment on ${systems}`,
    hint: remove,
  },
  'support-shared-ipad': {
    severity: 'error',
    source,
    about:
      'A payload or key is forbidden on Shared iPad or on the given channel there, or ignored there (warning); or it is for nothing else, and the devices are none (warning for a key).',
    message: ({ what, mode }, pointer) =>
      mode === 'required'
        ? `${what} at ${pointer} only works on Shared iPad`
        : `${what} at ${pointer} is ${mode} on Shared iPad`,
    hint: remove,
  },
  'support-user-approved-mdm': {
    severity: 'error',
    source,
    about:
      'A payload or key only works where the user has approved device management, and the devices are not managed. Of a key this is a warning.',
    message: ({ what, systems }, pointer) =>
      `${what} at ${pointer} needs user-approved device management on ${systems}`,
    hint: ({ what }) => `enrol the devices in device management, or remove ${what}`,
  },
  'support-automated-enrollment': {
    severity: 'error',
    source,
    about:
      'A payload or key only works on devices that Automated Device Enrollment has enrolled, and these are enrolled in another way or not at all. Of a key this is a warning.',
    message: ({ what, systems }, pointer) => `${what} at ${pointer} needs Automated Device Enrollment on ${systems}`,
    hint: ({ what }) => `assign the devices to device management and enrol them anew, or remove ${what}`,
  },
  'support-channel': {
    severity: 'error',
    source,
    about:
      'A payload or key is not for the channel, device or user, that the profile comes over. Of a key this is a warning.',
    message: ({ what, systems, channel }, pointer) =>
      `${what} at ${pointer} is not for the ${channel} channel on ${systems}`,
    hint: ({ channel }) => `send it over the ${channel === 'user' ? 'device' : 'user'} channel`,
  },
  'support-scope': {
    severity: 'error',
    source,
    about:
      'On a Mac, PayloadScope says where a profile goes that is installed by hand, and a payload or key is not for the whole device, or not for one user. Of a key this is a warning.',
    message: ({ what, scope }, pointer) =>
      `${what} at ${pointer} is not for a profile with PayloadScope "${scope}" on macOS`,
    hint: ({ scope }) => `write PayloadScope "${scope === 'User' ? 'System' : 'User'}"`,
  },
  'support-manual-install': {
    severity: 'error',
    source,
    about: 'A payload or key only comes through device management, not by hand. Of a key this is a warning.',
    message: ({ what, systems }, pointer) => `${what} at ${pointer} cannot be installed by hand on ${systems}`,
    hint: ({ what }) => `install the profile through device management, or remove ${what}`,
  },
  'support-multiple': {
    severity: 'error',
    source,
    about: 'A device takes only one payload of this type.',
    message: ({ what, systems, first }, pointer) =>
      `${what} at ${pointer} is one too many: only one is taken on ${systems}, and the first is at ${first}`,
    hint: () => 'put the settings into one payload',
  },
};
