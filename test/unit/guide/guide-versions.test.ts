import { describe, expect, test } from 'vitest';
import type { Platform } from '../../../src/device/platform.js';
import type { InstallChannel } from '../../../src/guide/guide-facts.js';
import { installGuide } from '../../../src/guide/install-guide.js';
import { guidedProfiles } from './guided-profiles.js';

const guideFor = (os: Platform, version: string, install: InstallChannel = 'manual') =>
  installGuide(guidedProfiles.sound, { install, os, version });

const allOf = (os: Platform, version: string, install: InstallChannel = 'manual'): string =>
  guideFor(os, version, install).toText();

describe('what changed from one version to the next', () => {
  test.each<[os: Platform, before: string, after: string, only: 'before' | 'after', words: string]>([
    ['iOS', '10.2.1', '10.3', 'after', 'Certificate Trust Settings (the last row of About)'],
    ['iOS', '10.2.1', '10.3', 'before', 'is trusted as soon as the profile is installed'],
    ['iOS', '12.1.4', '12.2', 'after', 'Settings › Profile Downloaded within 8 minutes'],
    ['iOS', '12.1.4', '12.2', 'before', 'the installation begins by itself'],
    ['iOS', '14.8', '15.0', 'before', 'Settings › General › Profiles now lists "Our Lab"; the row may be called'],
    ['iOS', '14.8', '15.0', 'after', 'Settings › General › VPN & Device Management now lists "Our Lab".'],
    ['iOS', '15.8', '16.0', 'after', 'Lockdown Mode'],
    ['iOS', '17.2', '17.3', 'after', 'Stolen Device Protection must be turned off'],
    ['iOS', '17.7', '18.0', 'after', 'iOS 18.0 and 18.0.1 were seen to show an empty list'],
    ['iOS', '18.0.1', '18.1', 'before', 'iOS 18.0 and 18.0.1 were seen to show an empty list'],
    ['macOS', '10.15.7', '11.0', 'after', 'Nothing is installed yet'],
    ['macOS', '10.15.7', '11.0', 'before', 'the installation begins by itself'],
    ['macOS', '12.7', '13.0', 'before', 'System Preferences › Profiles'],
    ['macOS', '12.7', '13.0', 'after', 'System Settings › Privacy & Security › Profiles'],
    ['macOS', '12.7', '13.0', 'after', 'Lockdown Mode'],
    ['macOS', '14.7', '15.0', 'after', 'System Settings › General › Device Management'],
    ['macOS', '10.6.8', '10.7', 'before', 'takes no profile with certificates'],
    ['tvOS', '8.4', '9.0', 'before', 'takes no profile with certificates'],
    ['watchOS', '2.2', '3.0', 'before', 'takes no profile with certificates'],
    ['visionOS', '1.3', '2.0', 'after', 'An organization can forbid profiles from people'],
  ])('%s %s and %s: only %s says "%s"', (os, before, after, only, words) => {
    expect(allOf(os, before).includes(words)).toBe(only === 'before');
    expect(allOf(os, after).includes(words)).toBe(only === 'after');
  });

  test.each<[os: Platform, before: string, after: string]>([
    ['watchOS', '9.6', '10.0'],
    ['visionOS', '1.0.3', '1.1'],
  ])('%s knows MDM after %s, from %s on', (os, before, after) => {
    expect(guideFor(os, before, 'mdm').sections).toHaveLength(1);
    expect(allOf(os, before, 'mdm')).toContain('knows no MDM');
    expect(guideFor(os, after, 'mdm').steps.at(-1)).toMatch(/^"Lab Root" is trusted at once/);
  });
});

describe('each system in its own words', () => {
  test.each<[os: Platform, title: string, last: RegExp]>([
    ['iOS', 'On the iPhone', /switch on "Lab Root"/],
    ['macOS', 'On the Mac', /Trust, set "When using this certificate" to Always Trust/],
    ['tvOS', 'On the Apple TV', /switch on "Lab Root" there\. Apple does not describe this row/],
    ['watchOS', 'On the Apple Watch', /No switch is known for the Apple Watch/],
    ['visionOS', 'On the Apple Vision Pro', /switch on "Lab Root"/],
  ])('%s', (os, title, last) => {
    const guide = guideFor(os, '26.0');
    expect(guide.title).toBe(title);
    expect(guide.steps.at(-1)).toMatch(last);
    expect(guide.toText()).not.toMatch(os === 'iOS' ? /\b(Mac|Apple TV|Apple Watch)\b/ : /\bthe iPhone drops\b/);
  });

  test.each<[os: Platform]>([['macOS'], ['watchOS'], ['visionOS']])(
    'Apple Configurator installs nothing on %s',
    (os) => {
      const { steps, sections } = guideFor(os, '26.0', 'configurator');
      expect(sections).toHaveLength(1);
      expect(steps).toHaveLength(1);
      expect(steps[0]).toMatch(/^Apple Configurator installs no profile on the /);
    },
  );

  test('a root from MDM or Configurator asks nothing of the person, on no system', () => {
    for (const [os, install] of [
      ['iOS', 'mdm'],
      ['iOS', 'configurator'],
      ['tvOS', 'configurator'],
      ['macOS', 'mdm'],
    ] as const) {
      expect(guideFor(os, '26.0', install).toText('install')).not.toMatch(/switch on|Always Trust/);
    }
  });
});

describe('to remove it again', () => {
  test.each<[os: Platform, install: InstallChannel, words: RegExp]>([
    ['iOS', 'manual', /VPN & Device Management and choose "Our Lab"[^]*Remove Profile[^]*Certificate Trust Settings/],
    ['iOS', 'configurator', /Actions › Remove › Profiles; or remove "Our Lab" on the device/],
    ['iOS', 'mdm', /RemoveProfile command with the identifier "profilewright\.lab-root\.[0-9a-f]{16}"/],
    ['macOS', 'manual', /Keychain Access › System, and delete what is left/],
    ['tvOS', 'manual', /Add Profile, choose "Our Lab" in the list, and remove it/],
    ['watchOS', 'manual', /Watch › General › Profiles and choose "Our Lab"/],
  ])('%s, %s', (os, install, words) => {
    expect(guideFor(os, '26.0', install).toText('remove')).toMatch(words);
  });
});

describe('a mail account with a stuck certificate', () => {
  const mail = installGuide(guidedProfiles.sound, { install: 'manual' }).toText('mail');

  test('is nothing that a profile could clear', () => {
    expect(mail).toContain('no profile can clear it');
  });

  test('is cured by the name, by another certificate, by deleting account and server, and by the root', () => {
    const order = [
      'another certificate',
      'host name',
      'delete the account',
      'outgoing servers',
      'let the root be trusted',
    ];
    const places = order.map((words) => mail.indexOf(words));
    expect(places).not.toContain(-1);
    expect(places).toEqual([...places].sort((a, b) => a - b));
  });

  test('is told where there are such accounts', () => {
    const systems = (['iOS', 'macOS', 'tvOS', 'watchOS', 'visionOS'] as const).filter((os) =>
      guideFor(os, '26.0').sections.some(({ kind }) => kind === 'mail'),
    );
    expect(systems).toEqual(['iOS']);
  });
});

describe('a certificate that gets no row', () => {
  test.each<[profile: keyof typeof guidedProfiles, name: string, words: string]>([
    ['root-ca-flag', 'Flagless', 'basicConstraints lack `cA=TRUE`'],
    ['root-not-self-signed', 'Lab Intermediate', 'put the root into the profile'],
    ['root-self-signed-shape', 'Lab Root', 'key identifiers'],
    ['root-empty-subject', 'Certificate ', 'an empty subject'],
    ['root-common-name', 'O=Lab', 'make it again with a commonName'],
    ['root-one-cert-per-payload', 'lab.example', 'give each certificate a payload of its own'],
  ])('%s is told with its name and what to do, and no switch is promised', (profile, name, words) => {
    const guide = installGuide(guidedProfiles[profile], { install: 'manual' });
    expect(guide.steps.at(-1)).toContain(`"${name}`);
    expect(guide.steps.at(-1)).toContain('will not be trusted');
    expect(guide.toText('install')).not.toContain('switch on');
    const [first] = guide.sections.find(({ kind }) => kind === 'missing')?.texts ?? [];
    expect(first).toContain(`"${name}`);
    expect(first).toContain(words);
  });

  test('a missing commonName matters for the list alone', () => {
    for (const [os, install] of [
      ['iOS', 'mdm'],
      ['macOS', 'manual'],
    ] as const) {
      const guide = installGuide(guidedProfiles['root-common-name'], { install, os });
      expect(guide.toText()).not.toContain('will not be trusted');
      expect(guide.toText('install')).toContain('"O=Lab"');
    }
  });

  test('a sound root is said to be sound', () => {
    const text = installGuide(guidedProfiles.sound, { install: 'manual' }).toText('missing');
    expect(text).toContain('"Lab Root": this file is in order (a CA, self-signed, with a commonName)');
  });
});
