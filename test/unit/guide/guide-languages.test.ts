import { describe, expect, test } from 'vitest';
import type { Platform } from '../../../src/device/platform.js';
import { english } from '../../../src/guide/english.js';
import { german } from '../../../src/guide/german.js';
import { readGuideFacts, type InstallChannel } from '../../../src/guide/guide-facts.js';
import { installGuide, type InstallGuide } from '../../../src/guide/install-guide.js';
import { planGuide } from '../../../src/guide/plan-guide.js';
import { guidedProfiles } from './guided-profiles.js';

const versions: Readonly<Record<Platform, readonly string[]>> = {
  iOS: ['3.0', '10.0', '12.0', '14.0', '17.4', '18.0', '26.0'],
  macOS: ['10.15', '12.0', '14.0', '26.0'],
  tvOS: ['8.0', '26.0'],
  watchOS: ['9.0', '26.0'],
  visionOS: ['1.0', '26.0'],
};
const channels: readonly InstallChannel[] = ['manual', 'mdm', 'configurator'];

/** A sound profile everywhere, the others on the newest iOS. */
const cases = Object.entries(guidedProfiles).flatMap(([title, profile]) =>
  Object.entries(title === 'sound' ? versions : { iOS: ['26.0'] }).flatMap(([os, list]) =>
    list.flatMap((version) => channels.map((install) => ({ profile, os: os as Platform, version, install }))),
  ),
);
const guides = cases.map(({ profile, ...options }) => ({
  about: JSON.stringify(options),
  en: installGuide(profile, { ...options, language: 'en' }),
  de: installGuide(profile, { ...options, language: 'de' }),
}));

/** What must be the same in every language: names between the quotation marks, and what is typed. */
function untranslated(text: string, [open, close]: readonly [string, string]): string[] {
  const own = [
    'Lab Root',
    'Our Lab',
    'Chain',
    'Flagless',
    'Lab Intermediate',
    'O=Lab',
    'lab.example',
    'org.example.lab',
  ];
  const named = own.filter((name) => text.includes(`${open}${name}${close}`));
  return [...named, ...(text.match(/`[^`]+`/g) ?? [])];
}

describe('English and German', () => {
  test.each(guides)('say the same things in the same order, of the same names: $about', ({ en, de }) => {
    const shape = ({ sections }: InstallGuide) =>
      sections.map(({ kind, isOrdered, texts }) => [kind, isOrdered, texts.length]);
    expect(shape(de)).toEqual(shape(en));
    const names = ({ sections }: InstallGuide, quotes: readonly [string, string]) =>
      sections.flatMap(({ texts }) => texts.map((text) => untranslated(text, quotes)));
    expect(names(de, ['„', '“'])).toEqual(names(en, ['"', '"']));
  });

  test('no sentence was left in the other language', () => {
    for (const { en, de } of guides) {
      const english = en.sections.flatMap(({ title, texts }) => [title, ...texts]);
      const german = de.sections.flatMap(({ title, texts }) => [title, ...texts]);
      expect(german.filter((text) => english.includes(text))).toEqual([]);
      expect(de.toText()).not.toMatch(/\b(Settings|Install|the profile|Open|Tap)\b/);
    }
  });

  test('every sentence is said to somebody', () => {
    const said = new Set(
      cases.flatMap(({ profile, os, version, install }) =>
        planGuide(readGuideFacts(profile, { os, version }, install)).flatMap(({ texts }) => texts.map(({ id }) => id)),
      ),
    );
    expect([...said].sort()).toEqual(Object.keys(english.texts).sort());
    expect(Object.keys(german.texts)).toEqual(Object.keys(english.texts));
  });

  test('no sentence has a hole', () => {
    for (const { en, de } of guides) {
      expect(`${en.toText()}${de.toText()}`).not.toMatch(/undefined|\[object|""|„“| {2}[a-z]|\.\./);
    }
  });
});

test('the rows of Settings are those of the language', () => {
  const { steps } = installGuide(guidedProfiles.sound, { install: 'manual', language: 'de' });
  expect(steps.join('\n')).toContain('Einstellungen › Allgemein › Info › Zertifikatsvertrauenseinstellungen');
  expect(steps.at(-1)).toBe(
    'Unter „Volles Vertrauen für Root-Zertifikate aktivieren“ den Schalter von „Lab Root“ einschalten, dann auf Fortfahren tippen.',
  );
});
