import { expect, test } from 'vitest';
import { ProfileBuilder } from '../../../src/builder/profile-builder.js';
import { parseProfile } from '../../../src/document/parse-profile.js';
import { sanitizeProfile } from '../../../src/document/sanitize-profile.js';
import { decodePlist } from '../../../src/plist/decode.js';
import { real, type PlistInput } from '../../../src/plist/value.js';
import { plistTypeOf } from '../../../src/schema/plist-type.js';
import { rootCA } from '../../support/authorities.js';
import { identityFile } from '../../support/identity-file.js';
import { appleSecrets } from './apple-secrets.js';
import { profileFile, wifi } from './profile-file.js';

const sentinel = 'Sentinel-4711';
const bytes = new TextEncoder().encode(sentinel);
const spellings = [sentinel, Buffer.from(sentinel).toString('base64'), '47114711', '2017-'];
const textOf = (sanitized: { readonly bytes: Uint8Array }): string => new TextDecoder().decode(sanitized.bytes);

function expectGone(xml: string): void {
  for (const spelling of spellings) expect(xml.replaceAll(/\s/g, '')).not.toContain(spelling);
}

/** Types and keys, without values. */
const shapeOf = (value: unknown): unknown => {
  const type = plistTypeOf(value);
  if (Array.isArray(value)) return value.map(shapeOf);
  if (type !== 'dictionary') return type;
  return Object.entries(value as object).map(([key, item]) => [key, shapeOf(item)]);
};

function nest([segment, ...rest]: readonly string[], value: PlistInput): PlistInput {
  if (segment === undefined) return value;
  return segment === '*' ? [nest(rest, value)] : { [segment]: nest(rest, value) };
}

/** Values of all types in the place of a secret. */
const forms: readonly PlistInput[] = [
  sentinel,
  bytes,
  47114711,
  real(47114711),
  new Date('2017-11-04T07:11:00Z'),
  { Inner: [sentinel, { More: bytes }] },
];

test('no secret of any type that Apple documents is left, and the shape is kept', () => {
  const payloads = appleSecrets.flatMap(([PayloadType, pointer], index) =>
    // Each secret in two of the forms, the next one in the next two: all of them for all would say the same at length.
    [0, 1]
      .map((turn) => forms[(index * 2 + turn) % forms.length]!)
      .map((form) => ({ PayloadType, ...(nest(pointer.split('/').slice(1), form) as Record<string, PlistInput>) })),
  );
  const file = profileFile(payloads);
  const sanitized = sanitizeProfile(file);
  expectGone(textOf(sanitized));
  expect(sanitized.secrets.length).toBeGreaterThanOrEqual(payloads.length);
  expect(shapeOf(decodePlist(sanitized.bytes).value)).toEqual(shapeOf(decodePlist(file).value));
});

test('what is no secret stays, and comments go', () => {
  const file = profileFile(
    [wifi({ Password: sentinel }), { PayloadType: 'com.example.app', URL: `https://user:${sentinel}@lab.example/x` }],
    { VendorToken: bytes },
  ).replace('<dict>', `<dict><!-- ${sentinel} -->`);
  const sanitized = sanitizeProfile(file);
  expectGone(textOf(sanitized));
  const { payloads, dictionary } = parseProfile(sanitized.bytes);
  expect({ ...payloads[0]?.content }).toEqual({ SSID_STR: 'Office', EncryptionType: 'WPA', Password: '[secret]' });
  expect({ ...payloads[1]?.content }).toEqual({ URL: 'https://[secret]@lab.example/x' });
  expect(dictionary['PayloadIdentifier']).toBe('com.example.lab');
  expect(sanitized.secrets).toEqual(['/VendorToken', '/PayloadContent/0/Password', '/PayloadContent/1/URL']);
  expect(textOf(sanitizeProfile(sanitized.bytes))).toBe(textOf(sanitized));
});

test('identities go with their passwords, certificates stay', () => {
  const { bytes: p12, password } = identityFile('Client');
  const identity = { PayloadType: 'com.apple.security.pkcs12', PayloadContent: p12, Password: password };
  const { der } = rootCA();
  const root = { PayloadType: 'com.apple.security.root', PayloadContent: der };
  const { payloads } = parseProfile(sanitizeProfile(profileFile([identity, root])).bytes);
  expect(payloads[0]?.content).toEqual({ PayloadContent: new TextEncoder().encode('[secret]'), Password: '[secret]' });
  expect(payloads[1]?.content['PayloadContent']).toEqual(der);
});

test('a UUID that was derived from a secret tells nothing of it', () => {
  const build = (Password: string) =>
    new ProfileBuilder({ identifier: 'com.example.lab', displayName: 'Lab' })
      .addPayload('com.apple.wifi.managed', { SSID_STR: 'Lab', EncryptionType: 'WPA2', Password })
      .build();
  const [one, other] = [build('SENTINEL-one'), build('SENTINEL-two')].map((profile) =>
    textOf(sanitizeProfile(profile)),
  );
  expect(one).toBe(other);
});
