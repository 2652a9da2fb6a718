import { escapeText } from '../diagnostics/escape-text.js';
import { isProfilewrightError } from '../diagnostics/profilewright-error.js';
import { readCertificates } from '../pki/read-certificates.js';
import type { Payload } from '../profile/profile.js';
import { certificateTitle } from '../profile/payloads/certificate-payload.js';
import { configuratorSteps, manualSteps, mdmSteps, type GuideFacts } from './english-steps.js';

/** How the profile reaches the device: a person opens the file, an MDM server sends it, Apple Configurator installs it over USB. */
export type InstallChannel = 'manual' | 'mdm' | 'configurator';

export interface InstallGuideOptions {
  readonly install: InstallChannel;
}

/** What a person does on the iPhone, in order, with the names that stand on the screen. */
export interface InstallGuide {
  readonly title: string;
  readonly steps: readonly string[];
  /** Title and numbered steps, one a line. */
  toText(): string;
}

/** A built profile and a parsed one will do. */
export interface GuidedProfile {
  readonly displayName?: string;
  readonly payloads: readonly Payload[];
}

const certificateTypes = new Set(['com.apple.security.root', 'com.apple.security.pkcs1', 'com.apple.security.pem']);

/**
 * The way from the file to a root that is trusted, on iOS 15 and later. Whether the last switch has to be turned on by
 * hand depends on the channel alone (Apple support 102390), so no profile can do it for the person.
 *
 * @throws TypeError when `install` is another word
 * @example
 * console.log(installGuide(profile, { install: 'manual' }).toText());
 */
export function installGuide(profile: GuidedProfile, options: InstallGuideOptions): InstallGuide {
  const install: unknown = (options as Partial<InstallGuideOptions> | undefined)?.install;
  const facts: GuideFacts = {
    profileName: escapeText(profile.displayName ?? 'the profile', 100),
    rootNames: rootNames(profile.payloads),
  };
  const { title, steps } = stepsFor(install, facts);
  const lines = steps.map((step, index) => `${String(index + 1).padStart(2)}. ${step}`);
  return Object.freeze({ title, steps: Object.freeze(steps), toText: () => [title, ...lines].join('\n') });
}

function stepsFor(install: unknown, facts: GuideFacts): { title: string; steps: string[] } {
  switch (install) {
    case 'manual':
      return manualSteps(facts);
    case 'mdm':
      return mdmSteps(facts);
    case 'configurator':
      return configuratorSteps(facts);
    default:
      throw new TypeError("options.install must be 'manual', 'mdm' or 'configurator'");
  }
}

/** The names of the rows in Certificate Trust Settings. A payload that cannot be read adds no row there either. */
function rootNames(payloads: readonly Payload[]): string[] {
  const names = payloads.flatMap(({ type, content }) => {
    const bytes = content['PayloadContent'];
    if (!certificateTypes.has(type) || !(bytes instanceof Uint8Array)) return [];
    try {
      const roots = readCertificates(bytes).filter(({ role }) => role === 'root');
      return roots.map(certificateTitle);
    } catch (error) {
      if (isProfilewrightError(error)) return [];
      throw error;
    }
  });
  return [...new Set(names)];
}
