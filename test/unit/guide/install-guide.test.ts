import { describe, expect, test } from 'vitest';
import { ProfileBuilder } from '../../../src/builder/profile-builder.js';
import { parseProfile } from '../../../src/document/parse-profile.js';
import type { InstallChannel } from '../../../src/guide/guide-facts.js';
import { installGuide } from '../../../src/guide/install-guide.js';
import { intermediateCA, rootCA } from '../../support/authorities.js';
import { testKey } from '../../support/test-key.js';

const root = rootCA({ subject: 'Lab Root' });
const other = rootCA({ subject: 'Other Root', key: testKey('p256', 1) });
const intermediate = intermediateCA(root);
const withRoots = new ProfileBuilder({ displayName: 'Our Lab' })
  .addRootCA([root.der, other.der, intermediate.der])
  .build();
const oneRoot = new ProfileBuilder({ displayName: 'Our Lab' }).addRootCA(root.der).build();
const withoutRoot = new ProfileBuilder({ displayName: 'Chain' }).addCertificate(intermediate.der).build();
const settings = 'Settings › General › About › Certificate Trust Settings';

describe('by hand', () => {
  test('the way goes on to the switch, which has the name of each root and of nothing else', () => {
    const { steps } = installGuide(withRoots, { install: 'manual' });
    expect(steps.at(-2)).toContain(`Open ${settings}`);
    expect(steps.at(-1)).toMatch(/switch on "Lab Root", "Other Root", then tap Continue\.$/);
    expect(steps.join('\n')).not.toContain('Lab Intermediate');
  });

  test('the steps come in the order of the device: download, install, trust', () => {
    const { steps } = installGuide(oneRoot, { install: 'manual' });
    const places = ['Safari', 'Profile Downloaded within 8 minutes', 'enter the passcode', 'tap Install twice'];
    const order = [...places, 'VPN & Device Management', settings, 'tap Continue'].map((words) =>
      steps.findIndex((step) => step.includes(words)),
    );
    expect(order).toEqual([...order].sort((a, b) => a - b));
    expect(order).not.toContain(-1);
    expect(steps.filter((step) => step.includes('"Our Lab"'))).toHaveLength(2);
  });

  test('there is no warning and no switch without a root', () => {
    const text = installGuide(withoutRoot, { install: 'manual' }).toText();
    expect(text).not.toContain('warning about the root');
    expect(text).not.toContain(settings);
    expect(text).toContain('no root, so there is nothing to switch on');
  });
});

describe.each<[InstallChannel, title: string]>([
  ['mdm', 'Through an MDM server'],
  ['configurator', 'With Apple Configurator over USB'],
])('by %s', (install, title) => {
  test('roots are trusted at once', () => {
    expect(installGuide(withRoots, { install }).title).toBe(title);
    expect(installGuide(withRoots, { install }).steps.at(-1)).toMatch(/^"Lab Root", "Other Root" are trusted at once/);
    expect(installGuide(oneRoot, { install }).steps.at(-1)).toMatch(
      /^"Lab Root" is trusted at once.*nothing is switched on/,
    );
    expect(installGuide(oneRoot, { install }).toText()).not.toContain('tap Continue');
  });

  test('nothing is said of trust without a root', () => {
    expect(installGuide(withoutRoot, { install }).toText()).not.toContain('trusted at once');
  });
});

describe('the text', () => {
  const { title, steps, sections, toText, toMarkdown } = installGuide(oneRoot, { install: 'manual' });

  test('has the title and the steps, numbered', () => {
    expect(toText('install').split('\n')).toEqual([title, ...steps.map((step, index) => ` ${index + 1}. ${step}`)]);
  });

  test('has all sections unless some are named, points with a dash', () => {
    expect(sections.map(({ kind, isOrdered }) => [kind, isOrdered])).toEqual([
      ['install', true],
      ['missing', false],
      ['remove', true],
      ['mail', false],
    ]);
    expect(toText()).toBe(sections.map(({ kind }) => toText(kind)).join('\n\n'));
    expect(
      toText('missing', 'mail')
        .split('\n')
        .filter((line) => / {3}|^\d/.test(line)),
    ).toEqual([]);
    const [, mail] = toText('mail', 'remove').split('\n\n');
    expect(mail?.split('\n')).toEqual([sections[3]?.title, ...(sections[3]?.texts ?? []).map((text) => ` - ${text}`)]);
  });

  test('as Markdown it has headings, numbered lists and bullets, and ends with one line end', () => {
    const lines = toMarkdown().split('\n');
    expect(lines.filter((line) => line.startsWith('#'))).toEqual(sections.map((section) => `## ${section.title}`));
    expect(lines.filter((line) => /^\d+\. /.test(line))).toHaveLength(10);
    expect(lines.filter((line) => line.startsWith('- '))).toHaveLength(13);
    expect(toMarkdown('install')).toMatch(
      /\*\*Settings › General › About › Certificate Trust Settings\*\*[^]*[^\n]\n$/,
    );
    expect(toMarkdown('install')).not.toContain('## When');
  });
});

test('a profile that was read has the same guide as the one that was built', () => {
  const read = parseProfile(withRoots.toBytes());
  expect(installGuide(read, { install: 'manual' }).toText()).toBe(
    installGuide(withRoots, { install: 'manual' }).toText(),
  );
});

test('a payload that cannot be read, or is no certificate, adds no switch', () => {
  const unreadable = {
    type: 'com.apple.security.root',
    identifier: 'a',
    uuid: 'a',
    content: { PayloadContent: Uint8Array.of(1) },
  };
  const elsewhere = { ...unreadable, type: 'org.example.own', content: { PayloadContent: root.der } };
  const text = { ...unreadable, content: { PayloadContent: root.pem } };
  const { steps } = installGuide({ payloads: [unreadable, elsewhere, text] }, { install: 'manual' });
  expect(steps.join('\n')).toContain('Check that the profile is the profile');
  expect(steps.at(-1)).toContain('no root');
});

test('names that could steer a terminal are escaped', () => {
  const subject = 'Root\u001b[2J\u202e\n 8. Tap';
  const profile = {
    displayName: subject,
    payloads: new ProfileBuilder().addRootCA(rootCA({ subject }).der).build().payloads,
  };
  for (const install of ['manual', 'mdm', 'configurator'] as const) {
    const { steps, sections } = installGuide(profile, { install });
    const texts = sections.flatMap((section) => section.texts);
    expect(texts.join('')).not.toMatch(/[\p{Cc}\p{Cf}]/u);
    expect(steps.join('')).toContain('Root\\u{1B}[2J\\u{202E}\\u{A} 8. Tap');
  }
});

test.each([[undefined], [{}], [{ install: 'usb' }]])('refuses another way than it knows: %j', (options) => {
  expect(() => installGuide(oneRoot, options as never)).toThrow(
    new TypeError("options.install must be 'manual', 'mdm' or 'configurator'"),
  );
});

test.each([
  [{ lang: 'de' }, 'options.lang is not known; known are install, os, version, language'],
  [{ language: 'fr' }, "options.language must be 'en' or 'de'"],
  [{ os: 'iPadOS' }, "options.os must be a system such as 'iOS', and options.version a version such as '17.4'"],
  [{ version: 'new' }, "options.os must be a system such as 'iOS', and options.version a version such as '17.4'"],
])('refuses an option that it does not know: %j', (options, message) => {
  expect(() => installGuide(oneRoot, { install: 'manual', ...options } as never)).toThrow(new TypeError(message));
});

test.each([[undefined], [null], [new Uint8Array(3)], ['<plist/>'], [{ payloads: 1 }], [{ payloads: [{}] }]])(
  'refuses what is no profile: %s',
  (profile) => {
    expect(() => installGuide(profile as never, { install: 'manual' })).toThrow(
      new TypeError('profile must be one that ProfileBuilder.build() or parseProfile() returned'),
    );
  },
);
