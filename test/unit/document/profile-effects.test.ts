import { describe, expect, test } from 'vitest';
import { ProfileBuilder } from '../../../src/builder/profile-builder.js';
import { inspectProfile } from '../../../src/document/inspect-profile.js';
import { describeEffects } from '../../../src/report/describe-effects.js';
import { payloadTypes } from '../../../src/schema/generated/payload-type-names.js';
import { rootCA, intermediateCA } from '../../support/authorities.js';

const root = rootCA({ subject: 'Lab Root' });
const lenient = { 'schema-required': 'off', 'schema-unknown-payload': 'off' } as const;

/** The report of a profile with one payload. */
function inspectOne(type: string, content: Readonly<Record<string, string | boolean | object>>, options = {}) {
  const builder = new ProfileBuilder({ identifier: 'com.example.profile', ...options });
  const xml = builder
    .addPayload<string>(type, content as never)
    .build({ rules: lenient })
    .toXml();
  return inspectProfile(xml);
}

describe('what a profile does', () => {
  test.each<[type: string, content: Readonly<Record<string, string | boolean | object>>, text: string]>([
    ['com.apple.wifi.managed', { SSID_STR: 'Office', EncryptionType: 'None' }, 'adds a Wi-Fi network named "Office"'],
    [
      'com.apple.webClip.managed',
      { URL: 'https://lab.example/', Label: 'Lab' },
      'puts a web clip on the Home Screen that opens "https://lab.example/"',
    ],
    ['com.example.unheard', { A: 'a', B: true }, 'sets 2 keys of com.example.unheard'],
    ['com.apple.dock', { tilesize: 48 as never }, 'sets 1 key of com.apple.dock'],
  ])('%s is told in plain words', (type, content, text) => {
    expect(inspectOne(type, content).effects).toEqual([{ pointer: '/PayloadContent/0', text }]);
  });

  test('a root is told by its name, and a CA that is none beside it', () => {
    const xml = new ProfileBuilder()
      .addRootCA([root.pem, intermediateCA(root, { subject: 'Lab CA' }).pem])
      .build()
      .toXml();
    expect(inspectProfile(xml).effects.map(({ text }) => text)).toEqual([
      'installs the root "Lab Root", which can vouch for any server once it is trusted',
      'installs the certificate "Lab CA"',
    ]);
  });

  test('what could steer a terminal is escaped', () => {
    const { effects } = inspectOne('com.apple.wifi.managed', { SSID_STR: 'a\u202eb', EncryptionType: 'None' });
    expect(effects[0]?.text).toBe('adds a Wi-Fi network named "a\\u{202E}b"');
  });
});

describe('what to know before', () => {
  const kinds = (report: ReturnType<typeof inspectProfile>): string[] => report.risks.map(({ kind }) => kind);

  test('a new root, named', () => {
    const report = inspectProfile(new ProfileBuilder().addRootCA(root.pem).build().toXml());
    expect(report.risks).toEqual([
      {
        pointer: '/PayloadContent/0',
        kind: 'new-root',
        text: 'whoever holds the key of "Lab Root" can pass for any server, once it is trusted',
      },
    ]);
  });

  test('a payload that nobody knows, one that cannot be removed, and a secret in the file', () => {
    expect(kinds(inspectOne('com.example.unheard', { A: 'a' }))).toEqual(['unknown-payload']);
    const held = inspectOne(
      'com.apple.wifi.managed',
      { SSID_STR: 'Office', EncryptionType: 'WPA2', Password: 'sentinel' },
      { removalDisallowed: true },
    );
    expect(kinds(held)).toEqual(['no-removal', 'password-inside']);
    expect(JSON.stringify(held)).not.toContain('sentinel');
  });

  test('no word is lost on what is harmless', () => {
    expect(inspectOne('com.apple.dock', { tilesize: 48 as never }).risks).toEqual([]);
  });

  test.each([
    ['com.apple.mdm', ['management']],
    ['com.apple.proxy.http.global', ['traffic']],
    ['com.apple.dnsSettings.managed', ['traffic']],
  ])('%s is %j', (PayloadType, expected) => {
    const xml = `<?xml version="1.0"?><plist version="1.0"><dict><key>PayloadType</key><string>Configuration</string><key>PayloadContent</key><array><dict><key>PayloadType</key><string>${PayloadType}</string></dict></array></dict></plist>`;
    expect(kinds(inspectProfile(xml))).toEqual(expected);
  });
});

test('each type that Apple documents has words, and they are a sentence without a hole', () => {
  for (const type of payloadTypes) {
    const xml = `<?xml version="1.0"?><plist version="1.0"><dict><key>PayloadType</key><string>Configuration</string><key>PayloadContent</key><array><dict><key>PayloadType</key><string>${type}</string></dict></array></dict></plist>`;
    const [effect] = inspectProfile(xml).effects;
    expect(effect?.text).toMatch(/^[a-z].*[a-z0-9]$/i);
    expect(effect?.text).not.toMatch(/undefined| {2}/);
  }
});

test('as text, risks of one kind do not hide those of another', () => {
  const risks = Array.from({ length: 60 }, (_, index) => ({
    pointer: '',
    kind: index === 59 ? ('traffic' as const) : ('new-root' as const),
    text: `risk ${String(index)}`,
  }));
  const lines = describeEffects({ effects: [], risks }).split('\n');
  expect(lines.slice(-2)).toEqual(['  - … 39 more', '  - risk 59']);
});

test('as text, what is said twice is told once with how often, and a long list is cut', () => {
  const effects = Array.from({ length: 60 }, (_, index) => ({ pointer: '', text: `does ${String(index % 55)}` }));
  const lines = describeEffects({ effects, risks: [] }).split('\n');
  expect(lines).toHaveLength(1 + 50 + 1);
  expect(lines[1]).toBe('  - does 0 (2 times)');
  expect(lines[6]).toBe('  - does 5');
  expect(lines.at(-1)).toBe('  - … 5 more');
  expect(describeEffects({ effects: [], risks: [] })).toBe('');
});
