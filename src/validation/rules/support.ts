import type { DeviceContext } from '../../device/device-context.js';
import type { Platform } from '../../device/platform.js';
import { compareVersions, coverageOf, type Coverage } from '../../device/version-range.js';
import { issue, type Issue, type Severity } from '../../diagnostics/issue.js';
import { joinWords } from '../../diagnostics/join-words.js';
import { weigh } from '../../trust/rules/certificate-context.js';
import type { Finding, SupportTopic } from '../finding.js';
import type { SupportFacts, SystemFacts } from '../support-facts.js';

/** A payload or key that is set, what the table says of it, and the systems in question. */
export interface SupportedPlace {
  readonly what: string;
  readonly pointer: string;
  readonly isPayload: boolean;
  readonly device: DeviceContext;
  /** PayloadScope, as far as it is written. */
  readonly scope?: 'System' | 'User' | undefined;
  readonly platforms: readonly Platform[];
  /** What the table says at this place; what is inherited was told where it stands. */
  readonly own: SupportFacts;
  readonly outer: SupportFacts;
  /** What replaces it on some of the systems, in words. */
  readonly successors: (platforms: readonly Platform[]) => readonly string[];
}

/** What the table says against a payload or key on the devices that are known. */
export function* findingsOfPlace(place: SupportedPlace): Generator<Finding> {
  if (Object.keys(place.own).length === 0) return;
  yield* isForPlatform(place);
  const supported = place.platforms.filter((platform) => place.own[platform]?.introduced !== 'n/a');
  const reduced = { ...place, platforms: supported };
  if (supported.length === 0) return;
  yield* isIntroduced(reduced);
  yield* isStillThere(reduced);
  yield* needsNoSupervision(reduced);
  yield* fitsUserEnrollment(reduced);
  yield* fitsSharedIPad(reduced);
  yield* isManaged(reduced);
  yield* isEnrolledByItself(reduced);
  yield* fitsChannel(reduced);
  yield* fitsScope(reduced);
  yield* fitsManualInstall(reduced);
}

/** A device takes one payload of the type only. */
export function* isOneTooMany(place: SupportedPlace, first: string): Generator<Finding> {
  const affected = platformsWhere(place, ({ multiple }) => multiple === false);
  if (affected.length === 0) return;
  const details = { what: place.what, systems: list(affected), first };
  yield finding(place, issue('support-multiple', { pointer: place.pointer }, details), affected, 'multiple');
}

function* isForPlatform(place: SupportedPlace): Generator<Finding> {
  if (place.device.platforms === undefined) return;
  const affected = platformsWhere(place, ({ introduced }) => introduced === 'n/a');
  if (affected.length === 0) return;
  const found = issue('support-platform', at(place), { what: place.what, systems: list(affected) });
  yield finding(place, found, affected, 'platform');
}

/** Of versions that no one named, nothing can be too old. */
function* isIntroduced(place: SupportedPlace): Generator<Finding> {
  if (place.device.platforms === undefined) return;
  const versions = versionsOf(place, 'introduced').filter(([platform, version]) => {
    const outer = place.outer[platform]?.introduced;
    return outer === undefined || !/^\d/.test(outer) || compareVersions(version, outer) > 0;
  });
  const coverages = versions.map(([platform, version]) => coverage(place, platform, version));
  const affected = versions.filter((_, index) => coverages[index] === 'none' || coverages[index] === 'some');
  if (affected.length === 0) return;
  const isWhole = affected.length === place.platforms.length && coverages.every((found) => found === 'none');
  const found = issue('support-introduced', at(place), {
    what: place.what,
    systems: `from ${listVersions(affected)} on`,
  });
  yield { ...weighed(place, found, isWhole), topic: 'introduced' };
}

/** Removed, or else deprecated. */
function* isStillThere(place: SupportedPlace): Generator<Finding> {
  for (const [fact, code] of [
    ['removed', 'support-removed'],
    ['deprecated', 'support-deprecated'],
  ] as const) {
    const versions = versionsOf(place, fact);
    const coverages = versions.map(([platform, version]) => coverage(place, platform, version));
    const affected = versions.filter((_, index) => coverages[index] !== 'none');
    const isUnnamed = place.device.platforms === undefined;
    if (affected.length === 0 || (isUnnamed && affected.length < place.platforms.length)) continue;
    const isWhole = affected.length === place.platforms.length && coverages.every((found) => found === 'all');
    const successors = place.successors(affected.map(([platform]) => platform));
    const found = issue(code, at(place), {
      what: place.what,
      ...(successors.length === 0 ? {} : { successor: successors.join(' or ') }),
      systems: `${fact === 'removed' ? 'in' : 'since'} ${listVersions(affected)}`,
    });
    const told =
      fact === 'removed' ? weighed(place, found, isWhole) : plain(place, isWhole ? found : weigh(found, 'info'));
    yield { ...told, topic: fact, ...(successors.length === 0 ? {} : { tellsSuccessor: true }) };
    return;
  }
}

function* needsNoSupervision(place: SupportedPlace): Generator<Finding> {
  if (place.device.supervised !== false) return;
  const affected = platformsWhere(place, ({ supervised }) => supervised === true);
  if (affected.length === 0) return;
  const found = issue('support-supervised', at(place), { what: place.what, systems: list(affected) });
  yield finding(place, found, affected, 'supervised');
}

function* fitsUserEnrollment(place: SupportedPlace): Generator<Finding> {
  const { enrollment } = place.device;
  if (enrollment === undefined) return;
  if (enrollment !== 'user') {
    yield* needsUserEnrollment(place);
    return;
  }
  // Systems of which the table says nothing about user enrolment do not have it.
  const possible = place.platforms.filter(
    (platform) => (place.own[platform]?.userenrollment ?? place.outer[platform]?.userenrollment) !== undefined,
  );
  const reduced = { ...place, platforms: possible };
  for (const mode of ['forbidden', 'ignored'] as const) {
    const affected = platformsWhere(reduced, ({ userenrollment }) => userenrollment?.mode === mode);
    if (affected.length === 0) continue;
    const full = issue('support-user-enrollment', at(place), { what: place.what, systems: list(affected), mode });
    const found = mode === 'ignored' ? weigh(full, 'warning') : full;
    yield { ...finding({ ...reduced, isPayload: true }, found, affected, 'user-enrollment') };
  }
}

function* needsUserEnrollment(place: SupportedPlace): Generator<Finding> {
  const affected = platformsWhere(place, ({ userenrollment }) => userenrollment?.mode === 'required');
  if (affected.length === 0) return;
  const details = { what: place.what, systems: list(affected), mode: 'required' };
  yield finding(place, issue('support-user-enrollment', at(place), details), affected, 'user-enrollment');
}

/** Devices that are enrolled may have been so with or without approval, which is not known here. */
function* isManaged(place: SupportedPlace): Generator<Finding> {
  const { enrollment, install } = place.device;
  if (enrollment !== 'none' && enrollment !== 'local') return;
  const affected = platformsWhere(
    place,
    ({ userapprovedmdm, allowmanualinstall }) =>
      // That it cannot be installed by hand is enough to know.
      userapprovedmdm === true && !(install === 'manual' && allowmanualinstall === false),
  );
  if (affected.length === 0) return;
  const found = issue('support-user-approved-mdm', at(place), { what: place.what, systems: list(affected) });
  yield finding(place, found, affected, 'management');
}

/** How devices of an organization were enrolled is not known here; those of users never were by themselves. */
function* isEnrolledByItself(place: SupportedPlace): Generator<Finding> {
  const { enrollment } = place.device;
  if (enrollment === undefined || enrollment === 'device') return;
  const affected = platformsWhere(place, ({ requiresdep }) => requiresdep === true);
  if (affected.length === 0) return;
  const found = issue('support-automated-enrollment', at(place), { what: place.what, systems: list(affected) });
  yield finding(place, found, affected, 'management');
}

function* fitsSharedIPad(place: SupportedPlace): Generator<Finding> {
  const { device, own, platforms } = place;
  const facts = own.iOS?.sharedipad;
  if (device.sharedIPad === undefined || facts === undefined || !platforms.includes('iOS')) return;
  const { mode } = facts;
  if (!device.sharedIPad) {
    if (mode !== 'required') return;
    const needed = issue('support-shared-ipad', at(place), { what: place.what, mode });
    yield { ...weighed(place, needed, platforms.length === 1), topic: 'shared-ipad' };
    return;
  }
  const isOtherChannel =
    (device.channel === 'user' && facts.userchannel === false) ||
    (device.channel === 'device' && facts.devicechannel === false);
  if (mode !== 'forbidden' && mode !== 'ignored' && !isOtherChannel) return;
  const shown = mode === 'forbidden' || mode === 'ignored' ? mode : `not for the ${device.channel ?? ''} channel`;
  const found = issue('support-shared-ipad', at(place), { what: place.what, mode: shown });
  yield { ...plain(place, mode === 'ignored' ? weigh(found, 'warning') : found), topic: 'shared-ipad' };
}

function* fitsChannel(place: SupportedPlace): Generator<Finding> {
  const { channel } = place.device;
  if (channel === undefined) return;
  const affected = platformsWhere(
    place,
    (facts) => facts[channel === 'user' ? 'userchannel' : 'devicechannel'] === false,
  );
  if (affected.length === 0) return;
  const found = issue('support-channel', at(place), { what: place.what, systems: list(affected), channel });
  yield finding(place, found, affected, 'channel');
}

/** A Mac puts what is installed by hand where PayloadScope says; under device management the channel decides. */
function* fitsScope(place: SupportedPlace): Generator<Finding> {
  const { device, scope, own, platforms } = place;
  if (device.install !== 'manual' || scope === undefined || !platforms.includes('macOS')) return;
  if (device.platforms === undefined && platforms.length > 1) return;
  if (own.macOS?.[scope === 'User' ? 'userchannel' : 'devicechannel'] !== false) return;
  yield finding(place, issue('support-scope', at(place), { what: place.what, scope }), ['macOS'], 'channel');
}

function* fitsManualInstall(place: SupportedPlace): Generator<Finding> {
  if (place.device.install !== 'manual') return;
  const affected = platformsWhere(place, ({ allowmanualinstall }) => allowmanualinstall === false);
  if (affected.length === 0) return;
  const found = issue('support-manual-install', at(place), { what: place.what, systems: list(affected) });
  yield finding(place, found, affected, 'manual-install');
}

function at({ pointer }: SupportedPlace): { readonly pointer: string } {
  return { pointer };
}

/** The systems of which something is said; when no system is named, all of them or none. */
function platformsWhere(
  { platforms, own, device }: SupportedPlace,
  isSaid: (facts: SystemFacts) => boolean,
): readonly Platform[] {
  const affected = platforms.filter((platform) => isSaid(own[platform] ?? {}));
  return device.platforms === undefined && affected.length < platforms.length ? [] : affected;
}

function versionsOf(
  { platforms, own }: SupportedPlace,
  fact: 'introduced' | 'deprecated' | 'removed',
): (readonly [Platform, string])[] {
  return platforms.flatMap((platform) => {
    const version = own[platform]?.[fact];
    return version !== undefined && /^\d/.test(version) ? [[platform, version] as const] : [];
  });
}

/** On how many of the named versions something from a version on holds; on some, when no versions are named. */
function coverage({ device }: SupportedPlace, platform: Platform, since: string): Coverage | undefined {
  if (device.platforms === undefined) return undefined;
  const range = device.platforms[platform];
  return range === undefined ? undefined : coverageOf(range, { since });
}

function plain({ pointer }: SupportedPlace, found: Issue): Finding {
  return { issue: found, origin: 'support', place: pointer };
}

/** A payload weighs more than a key, and what holds on all devices more than what holds on some. */
function weighed(place: SupportedPlace, found: Issue, isWhole: boolean): Finding {
  const severities: readonly Severity[] = ['error', 'warning', 'info'];
  const index = (place.isPayload ? 0 : 1) + (isWhole ? 0 : 1);
  return plain(place, weigh(found, severities[index] ?? 'info'));
}

function finding(place: SupportedPlace, found: Issue, affected: readonly Platform[], topic: SupportTopic): Finding {
  const isWhole = affected.length === place.platforms.length;
  return { ...(found.severity === 'warning' ? plain(place, found) : weighed(place, found, isWhole)), topic };
}

function list(platforms: readonly Platform[]): string {
  return joinWords(platforms);
}

function listVersions(versions: readonly (readonly [Platform, string])[]): string {
  return joinWords(versions.map(([platform, version]) => `${platform} ${version}`));
}
