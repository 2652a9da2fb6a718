import { isAtLeast } from '../device/is-at-least.js';
import type { Platform, PlatformVersion } from '../device/platform.js';
import { escapeText } from '../diagnostics/escape-text.js';
import type { IssueCode } from '../diagnostics/issues/index.js';
import { readPayloadCertificates } from '../document/payload-certificates.js';
import type { Certificate } from '../pki/certificate.js';
import { certificateTitle } from '../profile/payloads/certificate-payload.js';
import type { Payload } from '../profile/profile.js';
import { diagnoseRoot } from '../trust/diagnose-root.js';
import { isBesideItsRoot } from '../trust/rules/root-beside-others.js';
import { hasTrustSwitch } from '../trust/trust-switch.js';

/** How the profile reaches the device: a person opens the file, an MDM server sends it, Apple Configurator installs it over USB. */
export type InstallChannel = 'manual' | 'mdm' | 'configurator';

/** A built profile and a parsed one will do. */
export interface GuidedProfile {
  readonly displayName?: string;
  readonly identifier?: string;
  readonly payloads: readonly Payload[];
}

/** Why a certificate that was meant as a root gets no row, or no trust. */
export type UnlistedReason = Extract<
  IssueCode,
  | 'root-one-cert-per-payload'
  | 'root-ca-flag'
  | 'root-not-self-signed'
  | 'root-self-signed-shape'
  | 'root-empty-subject'
  | 'root-common-name'
>;

/** The one that says most, first. */
const rootReasons: readonly UnlistedReason[] = [
  'root-ca-flag',
  'root-not-self-signed',
  'root-self-signed-shape',
  'root-empty-subject',
  'root-common-name',
];

/** What the texts of a guide name, and what decides which of them are said. All names are fit for a terminal. */
export interface GuideFacts {
  readonly profile: string | undefined;
  readonly identifier: string | undefined;
  /** The rows of Certificate Trust Settings that come from this profile. */
  readonly roots: readonly string[];
  readonly unlisted: readonly { readonly name: string; readonly reason: UnlistedReason }[];
  readonly os: Platform;
  readonly install: InstallChannel;
  /** Whether the system is of this version or a later one. */
  readonly since: (version: string) => boolean;
}

export function readGuideFacts(profile: GuidedProfile, platform: PlatformVersion, install: InstallChannel): GuideFacts {
  const { os, version } = platform;
  // Only the list of Certificate Trust Settings was seen to ask for a commonName.
  const passedOver: readonly string[] = install === 'manual' && hasTrustSwitch(platform) ? [] : ['root-common-name'];
  const roots = new Set<string>();
  const unlisted = new Map<string, GuideFacts['unlisted'][number]>();
  const embedded = readPayloadCertificates(profile.payloads);
  const all = embedded.map(({ certificate }) => certificate);
  for (const { type, certificate, lost } of embedded) {
    if (isBesideItsRoot(certificate, all)) continue;
    const isLost = certificate.role !== 'root' && lost.some(({ role }) => role === 'root');
    if (certificate.role !== 'root' && type !== 'com.apple.security.root' && !isLost) continue;
    const reason = isLost ? 'root-one-cert-per-payload' : reasonOf(certificate, passedOver);
    const title = certificateTitle(certificate);
    if (reason === undefined) roots.add(title);
    else unlisted.set(`${title} ${reason}`, { name: title, reason });
  }
  const { displayName, identifier } = profile;
  return {
    profile: displayName === undefined ? undefined : escapeText(displayName, 100),
    identifier: identifier === undefined ? undefined : escapeText(identifier, 200),
    roots: [...roots],
    unlisted: [...unlisted.values()],
    os,
    install,
    since: (bound) => isAtLeast(version, bound),
  };
}

function reasonOf(certificate: Certificate, passedOver: readonly string[]): UnlistedReason | undefined {
  const found = diagnoseRoot(certificate, { at: certificate.notBefore }).map(({ code }) => code);
  return rootReasons.find((reason) => found.includes(reason) && !passedOver.includes(reason));
}
