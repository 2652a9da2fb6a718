import { allPlatforms, type DeviceContext } from '../device/device-context.js';
import { holdsAtInstall } from '../device/install-condition.js';
import type { Platform } from '../device/platform.js';
import { coverageOf } from '../device/version-range.js';
import type { Conditions } from './compiled-rule.js';
import { introducedIn, supportedPlatforms, type SupportFacts } from './support-facts.js';

/** What is known about the installation: the devices, and whether the profile is encrypted. */
export interface Installation {
  readonly device: DeviceContext;
  readonly isEncrypted: boolean;
}

/**
 * Whether a rule is in force. `full` on all devices that are known to matter; `possible` when no system is named and it
 * only holds from some version on; `none` otherwise, also when a fact that it depends on is not known.
 */
export interface Force {
  readonly level: 'full' | 'possible' | 'none';
  /** The systems and versions, when these are not all that the profile is for: ` (iOS 26.0 and later)`. */
  readonly where: string;
}

const none: Force = { level: 'none', where: '' };

/**
 * @param facts what the table says about the payload or key that a rule is about: no rule holds where there is none, and
 * none needs a version older than the first
 */
export function forceOf(conditions: Conditions, facts: SupportFacts, { device, isEncrypted }: Installation): Force {
  if (holdsAtInstall(conditions.when ?? {}, { ...device, encrypted: isEncrypted }) !== true) return none;
  return device.platforms === undefined
    ? forceAnywhere(conditions, facts)
    : forceOnNamed(conditions, facts, device.platforms);
}

/**
 * Whether a rule that is not in force for a payload as a whole may be for a key of it: when no system is named, and only the
 * systems of the rule have the key.
 */
export function mayHoldForKey({ platforms, when }: Conditions, { device, isEncrypted }: Installation): boolean {
  if (device.platforms !== undefined || platforms === undefined) return false;
  return when === undefined || holdsAtInstall(when, { ...device, encrypted: isEncrypted }) === true;
}

/** Devices that are named count, all of them: what breaks on one of them is broken. */
function forceOnNamed(
  conditions: Conditions,
  facts: SupportFacts,
  named: NonNullable<DeviceContext['platforms']>,
): Force {
  const supported = supportedPlatforms(facts);
  const present = allPlatforms.filter((platform) => named[platform] !== undefined);
  const known = present.filter((platform) => supported.includes(platform));
  const candidates = known.length === 0 ? present : known;
  const affected = candidates.filter((platform) => {
    const range = named[platform];
    return (
      range !== undefined &&
      holdsOn(conditions, platform) &&
      coverageOf(range, validityOf(conditions, platform)) !== 'none'
    );
  });
  if (affected.length === 0) return none;
  const isWhole = candidates.every((platform) => {
    const range = named[platform];
    return (
      affected.includes(platform) &&
      range !== undefined &&
      coverageOf(range, validityOf(conditions, platform)) === 'all'
    );
  });
  return { level: 'full', where: isWhole ? '' : describeSystems(conditions, affected) };
}

/** Without a name it could be any device with the payload, in the newest version at the latest. */
function forceAnywhere(conditions: Conditions, facts: SupportFacts): Force {
  const candidates = supportedPlatforms(facts);
  if (!candidates.every((platform) => holdsOn(conditions, platform))) return none;
  const coverages = candidates.map((platform) => {
    const from = introducedIn(facts, platform) ?? '0';
    return coverageOf({ from }, validityOf(conditions, platform));
  });
  if (coverages.every((coverage) => coverage === 'all')) return { level: 'full', where: '' };
  const holdsOnNewest = candidates.every((platform) => conditions.until?.[platform] === undefined);
  return holdsOnNewest ? { level: 'possible', where: describeSystems(conditions, candidates) } : none;
}

/** Whether something certainly does not hold on a device that is named. */
export function failsSomewhere(
  conditions: Conditions,
  facts: SupportFacts,
  { device, isEncrypted }: Installation,
): boolean {
  if (holdsAtInstall(conditions.when ?? {}, { ...device, encrypted: isEncrypted }) === false) return true;
  return supportedPlatforms(facts).some((platform) => {
    const range = device.platforms?.[platform];
    if (range === undefined) return false;
    return !holdsOn(conditions, platform) || coverageOf(range, validityOf(conditions, platform)) !== 'all';
  });
}

/**
 * The systems among some on which something holds, in words as of a {@link Force}: empty when it holds on all of them.
 * Undefined when it holds on none, or not in this way of installation.
 */
export function systemsInForce(
  conditions: Conditions,
  platforms: readonly Platform[],
  { device, isEncrypted }: Installation,
): string | undefined {
  if (holdsAtInstall(conditions.when ?? {}, { ...device, encrypted: isEncrypted }) === false) return undefined;
  const coverages = platforms.map((platform) =>
    holdsOn(conditions, platform)
      ? coverageOf(device.platforms?.[platform] ?? { from: '0' }, validityOf(conditions, platform))
      : 'none',
  );
  const affected = platforms.filter((_, index) => coverages[index] !== 'none');
  if (affected.length === 0) return undefined;
  return coverages.every((coverage) => coverage === 'all') ? '' : describeSystems(conditions, affected);
}

function holdsOn({ platforms }: Conditions, platform: Platform): boolean {
  return platforms?.includes(platform) ?? true;
}

function validityOf({ since, until }: Conditions, platform: Platform): { since?: string; until?: string } {
  const [first, end] = [since?.[platform], until?.[platform]];
  return { ...(first === undefined ? {} : { since: first }), ...(end === undefined ? {} : { until: end }) };
}

function describeSystems(conditions: Conditions, platforms: readonly Platform[]): string {
  const systems = platforms.map((platform) => {
    const { since, until } = validityOf(conditions, platform);
    if (until !== undefined) return `${platform} before ${until}`;
    return since === undefined ? platform : `${platform} ${since} and later`;
  });
  return ` (${systems.join(', ')})`;
}
