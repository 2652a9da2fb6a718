import { describe, expect, test } from 'vitest';
import { ProfileBuilder } from '../../../src/builder/profile-builder.js';
import { parseProfile } from '../../../src/document/parse-profile.js';
import { installGuide, type InstallChannel } from '../../../src/guide/install-guide.js';
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

test('the text has the title and the steps, numbered', () => {
  const { title, steps, toText } = installGuide(oneRoot, { install: 'manual' });
  expect(toText().split('\n')).toEqual([title, ...steps.map((step, index) => ` ${index + 1}. ${step}`)]);
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
  expect(steps.join('\n')).toContain('"the profile"');
  expect(steps.at(-1)).toContain('no root');
});

test('names that could steer a terminal are escaped', () => {
  const subject = 'Root\u001b[2J\u202e\n 8. Tap';
  const profile = {
    displayName: subject,
    payloads: new ProfileBuilder().addRootCA(rootCA({ subject }).der).build().payloads,
  };
  for (const install of ['manual', 'mdm', 'configurator'] as const) {
    const { steps } = installGuide(profile, { install });
    expect(steps.join('')).not.toMatch(/[\p{Cc}\p{Cf}]/u);
    expect(steps.join('')).toContain('Root\\u{1B}[2J\\u{202E}\\u{A} 8. Tap');
  }
});

test.each([[undefined], [{}], [{ install: 'usb' }]])('refuses another way than it knows: %j', (options) => {
  expect(() => installGuide(oneRoot, options as never)).toThrow(
    new TypeError("options.install must be 'manual', 'mdm' or 'configurator'"),
  );
});
