/** What the steps name. */
export interface GuideFacts {
  readonly profileName: string;
  /** The rows of Certificate Trust Settings that come from this profile; empty when it holds no root. */
  readonly rootNames: readonly string[];
}

interface Steps {
  readonly title: string;
  readonly steps: string[];
}

/** A profile from the web, from mail or from AirDrop (Apple support 102400, 102390). */
export function manualSteps({ profileName, rootNames }: GuideFacts): Steps {
  return {
    title: 'On the iPhone',
    steps: [
      'Send the file with AirDrop or Mail, or open its address in Safari; tap Allow when asked.',
      'Open Settings › Profile Downloaded within 8 minutes; after that the iPhone drops the download.',
      `Check that the profile is "${profileName}", tap Install and enter the passcode.`,
      rootNames.length === 0
        ? 'Tap Install once more, then Done.'
        : 'Read the warning about the root certificate, tap Install twice, then Done.',
      `Settings › General › VPN & Device Management now lists "${profileName}".`,
      ...switchSteps(rootNames),
    ],
  };
}

/** The switch that no profile key can turn on; without it the root is installed and not trusted for TLS. */
function switchSteps(rootNames: readonly string[]): string[] {
  if (rootNames.length === 0) return ['The profile holds no root, so there is nothing to switch on.'];
  return [
    'Open Settings › General › About › Certificate Trust Settings (the last row of About).',
    `Under "Enable full trust for root certificates" switch on ${quoteNames(rootNames)}, then tap Continue.`,
  ];
}

/** InstallProfile, or a root inside the enrolment profile: trusted at once (Apple support 102390). */
export function mdmSteps({ profileName, rootNames }: GuideFacts): Steps {
  return {
    title: 'Through an MDM server',
    steps: [
      'Send the profile with the InstallProfile command; nothing is tapped on the iPhone.',
      `Settings › General › VPN & Device Management lists "${profileName}" below the MDM profile.`,
      ...trustedAtOnce(rootNames),
    ],
  };
}

/** Apple Configurator over USB: trusted at once (Apple support 102390). A profile that Configurator only made is a manual one. */
export function configuratorSteps({ profileName, rootNames }: GuideFacts): Steps {
  return {
    title: 'With Apple Configurator over USB',
    steps: [
      'Connect the iPhone to the Mac, unlock it and tap Trust.',
      'In Apple Configurator choose the iPhone, then Actions › Add › Profiles, and pick the file.',
      `Follow what the iPhone asks until Settings › General › VPN & Device Management lists "${profileName}".`,
      ...trustedAtOnce(rootNames),
    ],
  };
}

function trustedAtOnce(rootNames: readonly string[]): string[] {
  if (rootNames.length === 0) return ['The profile holds no root, so there is nothing to switch on.'];
  return [
    `${quoteNames(rootNames)} ${rootNames.length === 1 ? 'is' : 'are'} trusted at once: on this way nothing is switched on in Settings › General › About › Certificate Trust Settings.`,
  ];
}

function quoteNames(names: readonly string[]): string {
  return names.map((name) => `"${name}"`).join(', ');
}
