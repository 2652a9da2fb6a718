import { describe, expect, test } from 'vitest';
import { ProfileBuilder } from '../../../src/builder/profile-builder.js';
import { parseProfile } from '../../../src/document/parse-profile.js';
import { sanitizeProfile } from '../../../src/document/sanitize-profile.js';
import { decodePlist } from '../../../src/plist/decode.js';
import { encodePlist } from '../../../src/plist/encode.js';
import { real, type PlistInput } from '../../../src/plist/value.js';
import { plistTypeOf } from '../../../src/schema/plist-type.js';
import { rootCA } from '../../support/authorities.js';
import { identityFile } from '../../support/identity-file.js';
import { testKey } from '../../support/test-key.js';
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

test('what is no payload goes as a whole, and is told', () => {
  const { bytes: sanitized, secrets } = sanitizeProfile(profileFile([], { PayloadContent: [[sentinel], wifi()] }));
  expect(secrets).toEqual(['/PayloadContent/1/Password', '/PayloadContent/0']);
  expect(parseProfile(sanitized).dictionary['PayloadContent']).toMatchObject([['[secret]'], { Password: '[secret]' }]);
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

describe('what is secret by itself goes, whatever the key above it is called', () => {
  const { privateKey } = testKey('p256');
  const der = (type: 'pkcs8' | 'sec1') => privateKey.export({ type, format: 'der' });
  const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
  const sealed = privateKey.export({ type: 'pkcs8', format: 'der', cipher: 'aes-256-cbc', passphrase: sentinel });
  const xml = encodePlist({ Outer: [{ Password: sentinel }] });
  const base64 = (content: string | Uint8Array) => Buffer.from(content).toString('base64');
  const inData = (text: string) => new TextEncoder().encode(text);
  // plistlib.dumps({'Password': 'Sentinel-4711'}, fmt=plistlib.FMT_BINARY)
  const binary = Buffer.from(
    '62706c6973743030d101025850617373776f72645d53656e74696e656c2d34373131080b14' +
      '0000000000000101000000000000000300000000000000000000000000000022',
    'hex',
  );

  test.each<[title: string, content: string | Uint8Array]>([
    ['a PKCS#12 file', identityFile('Client').bytes],
    ['a PKCS#12 file in base64', base64(identityFile('Client').bytes)],
    ['a PKCS#8 key', der('pkcs8')],
    ['a PKCS#8 key that is encrypted', sealed],
    ['a SEC1 key in base64, in lines', base64(der('sec1')).replaceAll(/.{64}/g, '$&\n')],
    ['a key behind its certificate', Buffer.concat([rootCA().der, der('pkcs8')])],
    ['a PEM key in data', inData(pem)],
    ['a PEM key in base64', base64(pem)],
    ['a property list in data', inData(xml)],
    ['a property list in a text', xml],
    ['a property list in base64 in another one', inData(encodePlist([{ More: base64(xml) }]))],
    ['a binary property list', binary],
  ])('%s', (_, content) => {
    const file = profileFile([{ PayloadType: 'com.example.app', Content: [content] }]);
    const { secrets, bytes: sanitized } = sanitizeProfile(file);
    expect(secrets).toEqual(['/PayloadContent/0/Content/0']);
    expect(parseProfile(sanitized).payloads[0]?.content['Content']).toEqual([
      typeof content === 'string' ? '[secret]' : inData('[secret]'),
    ]);
  });

  test.each<[title: string, content: string | Uint8Array]>([
    ['a certificate', rootCA().der],
    ['a certificate in base64', base64(rootCA().der)],
    ['a public key', testKey('p256').publicKey.export({ type: 'spki', format: 'der' })],
    ['a property list without secrets', inData(encodePlist({ Name: 'Lab', Data: inData('Lab') }))],
    ['markup of another kind', '<?xml version="1.0"?><svg><text>password</text></svg>'],
    ['a fingerprint', 'ab'.repeat(32)],
  ])('but not %s', (_, content) => {
    expect(sanitizeProfile(profileFile([{ PayloadType: 'com.example.app', Content: content }])).secrets).toEqual([]);
  });

  test('and what is packed too often to be looked into', () => {
    const packed = [1, 2, 3, 4, 5].reduce<string>((inner) => encodePlist({ Inner: inData(inner) }), 'Lab');
    expect(sanitizeProfile(profileFile([{ PayloadType: 'com.example.app', Content: packed }])).secrets).toHaveLength(1);
  });
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
