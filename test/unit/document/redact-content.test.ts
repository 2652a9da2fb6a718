import { describe, expect, test } from 'vitest';
import { ProfileBuilder } from '../../../src/builder/profile-builder.js';
import { createSigner } from '../../../src/cms/create-signer.js';
import { inspectProfile, type ProfileReport } from '../../../src/document/inspect-profile.js';
import { parseProfile } from '../../../src/document/parse-profile.js';
import { signProfile } from '../../../src/document/sign-profile.js';
import { validateProfile } from '../../../src/document/validate-profile.js';
import { encodePlist } from '../../../src/plist/encode.js';
import { real, type PlistInput } from '../../../src/plist/value.js';
import { rootCA, signerChain } from '../../support/authorities.js';
import { pkcs12File } from '../../support/pkcs12-file.js';
import { privateKeyForms } from '../../support/refused-objects.js';
import { testKey } from '../../support/test-key.js';
import { appleSecrets } from './apple-secrets.js';

const sentinel = 'Sentinel-4711';
const bytes = new TextEncoder().encode(sentinel);
/** All spellings of the sentinel that a careless report could hold. */
const spellings = [
  sentinel,
  Buffer.from(sentinel).toString('base64'),
  Buffer.from(sentinel).toString('hex'),
  [...bytes].join(','),
  '47114711',
];

/** A profile as a file that nobody judged before. */
const fileOf = (...payloads: Record<string, PlistInput>[]): string =>
  encodePlist({
    PayloadType: 'Configuration',
    PayloadVersion: 1,
    PayloadIdentifier: 'com.example.lab',
    PayloadUUID: 'ABCDEF01-2345-4678-9ABC-DEF012345678',
    PayloadContent: payloads.map((payload, index) => ({
      PayloadVersion: 1,
      PayloadIdentifier: `com.example.lab.${index}`,
      PayloadUUID: `ABCDEF01-2345-4678-9ABC-${String(index).padStart(12, '0')}`,
      ...payload,
    })),
  });

/** The value at the end of a path; `*` becomes the only item of an array, or a key. */
function nest([segment, ...rest]: readonly string[], value: PlistInput, inDictionary = false): PlistInput {
  if (segment === undefined) return value;
  if (segment === '*') return inDictionary ? { Any: nest(rest, value) } : [nest(rest, value)];
  return { [segment]: nest(rest, value, segment.endsWith('Fields')) };
}

const payloadOf = (type: string, pointer: string, value: PlistInput): Record<string, PlistInput> => ({
  PayloadType: type,
  ...(nest(pointer.split('/').slice(1), value) as Record<string, PlistInput>),
});

function expectHeldBack(report: ProfileReport): void {
  const json = JSON.stringify(report);
  for (const spelling of spellings) expect(json).not.toContain(spelling);
}

/** In place of one of Apple's secrets: values of all types, of which only one is right. */
const forms: readonly PlistInput[] = [sentinel, bytes, 47114711, { Inner: [sentinel] }, [sentinel, bytes]];

test.each(appleSecrets)('the secret in %s at %s is held back, whatever it is', (type, pointer) => {
  const report = inspectProfile(fileOf(...forms.map((value) => payloadOf(type, pointer, value))));
  expectHeldBack(report);
  const within = pointer.replaceAll(/\*(?=\/|$)/g, pointer.includes('Fields') ? 'Any' : '0');
  for (const [index, secret] of report.secrets.entries()) {
    const place = `/PayloadContent/${String(index)}${within}`.replace('/Relays/Any', '/Relays/0');
    // What is held back is the value itself, or something around it.
    expect(`${place}/`).toContain(`${secret}/`);
  }
  expect(report.secrets).toHaveLength(forms.length);
});

test.each(appleSecrets)('what stands in %s in place of the dictionaries around %s is held back', (type, pointer) => {
  const keys = pointer.split('/').slice(1, -1);
  const around = keys.map((_, index) => `/${keys.slice(0, index + 1).join('/')}`);
  const wrong = around.flatMap((place) => [sentinel, 47114711].map((value) => payloadOf(type, place, value)));
  expectHeldBack(inspectProfile(fileOf(...wrong)));
});

describe('other secrets', () => {
  test('are found inside of a signature too', async () => {
    const { keyPem, certificate } = signerChain('p256');
    const signer = await createSigner({ key: keyPem, certificate: certificate.pem });
    const profile = new ProfileBuilder({ identifier: 'com.example.lab' })
      .addPayload('com.apple.wifi.managed', { SSID_STR: 'Lab', Password: sentinel })
      .build();
    const report = inspectProfile(await signProfile(profile, signer));
    expectHeldBack(report);
    expect(report.secrets).toEqual(['/PayloadContent/0/Password']);
    expect(report.payloads[0]?.content).toMatchObject({ SSID_STR: 'Lab', Password: '[secret]' });
  });

  test.each([
    'Password',
    'PASSPHRASE',
    'passcode',
    'adminPasswd',
    'pwd',
    'adminPwd',
    'pwdOfAdmin',
    'wifi_psk',
    'client_secret',
    'AccessToken',
    'api_key',
    'ApiKey',
    'PrivateKey',
    'preSharedKey',
    'Credentials',
  ])('of vendors are known by the words in their keys: %s', (key) => {
    const report = inspectProfile(fileOf({ PayloadType: 'com.example.app', Deep: [{ [key]: sentinel }] }));
    expectHeldBack(report);
    expect(report.secrets).toEqual([`/PayloadContent/0/Deep/0/${key}`]);
  });

  test('at the top level, and in a request of the Profile Service, are held back', () => {
    const file = encodePlist({
      PayloadType: 'Profile Service',
      PayloadContent: { URL: `https://user:${sentinel}@lab.example/`, Challenge: bytes },
      VendorToken: sentinel,
    });
    const report = inspectProfile(file);
    expectHeldBack(report);
    expect([...report.secrets].sort()).toEqual(['/PayloadContent/Challenge', '/PayloadContent/URL', '/VendorToken']);
  });

  test('in URLs are held back, each of them, and the rest of the text stays', () => {
    const URL = `first https://user:${sentinel}@a.example/x, then ftp://${sentinel}@b.example`;
    const report = inspectProfile(
      fileOf({ PayloadType: 'com.example.app', URL, Mail: 'a@b.example', Plain: 'https://c.example/?q=@' }),
    );
    expectHeldBack(report);
    expect({ ...report.payloads[0]?.content }).toEqual({
      URL: 'first https://[secret]@a.example/x, then ftp://[secret]@b.example',
      Mail: 'a@b.example',
      Plain: 'https://c.example/?q=@',
    });
    expect(report.secrets).toEqual(['/PayloadContent/0/URL']);
  });

  test('that are private keys are held back in any text', () => {
    const texts = privateKeyForms('p256').flatMap(({ input }) =>
      typeof input === 'string' && input.startsWith('-----') ? [input, input.toLowerCase()] : [],
    );
    const others = [
      `[Interface]\nPrivateKey = ${sentinel}`,
      `[Peer]\nPresharedKey=${sentinel}`,
      `pre-shared key: ${sentinel}`,
      `{"privateKey": "${sentinel}"}`,
      `PuTTY-User-Key-File-3: ssh-rsa\n${sentinel}`,
    ];
    for (const text of [...texts, ...others]) {
      const report = inspectProfile(fileOf({ PayloadType: 'com.example.app', Settings: text }));
      expectHeldBack(report);
      expect(report.payloads[0]?.content['Settings']).toBe('[secret]');
    }
  });

  test('do not hide words about keys', () => {
    const ConsentText = { default: 'We never see your private key.' };
    const report = inspectProfile(encodePlist({ PayloadType: 'Configuration', ConsentText }));
    expect(report.settings['ConsentText']).toEqual(ConsentText);
  });

  test('that stand where a certificate should are held back, as bytes or as text', () => {
    const { privateKey } = testKey('p256');
    const p12 = pkcs12File({ key: privateKey, certificates: [rootCA()] });
    const keys = [...privateKeyForms('p256').map(({ input }) => input), p12, Buffer.from(p12).toString('base64')];
    for (const type of ['com.apple.security.root', 'com.apple.security.pkcs1', 'com.apple.security.pem']) {
      for (const key of keys) {
        const report = inspectProfile(fileOf({ PayloadType: type, PayloadContent: key }));
        expect(report.payloads[0]?.content['PayloadContent']).toBe('[secret]');
        expect(report.secrets).toEqual(['/PayloadContent/0/PayloadContent']);
        expect(JSON.stringify(report)).not.toContain(Buffer.from(key).toString('base64').slice(10, 50));
      }
    }
  });

  test('are no flags', () => {
    const content = { forcePasswordReset: true, allowPasscodeModification: false };
    const report = inspectProfile(fileOf({ PayloadType: 'com.example.app', ...content }));
    expect({ ...report.payloads[0]?.content }).toEqual(content);
    expect(report.secrets).toEqual([]);
  });

  test('are none of the keys that Apple documents and does not mark, whatever they are called', () => {
    const delay = { PayloadType: 'com.apple.screensaver', askForPasswordDelay: 5 };
    const report = inspectProfile(fileOf(delay, { ...delay, PayloadType: 'com.example.app' }));
    expect(report.payloads.map(({ content }) => content['askForPasswordDelay'])).toEqual([5, '[secret]']);
    expect(report.secrets).toEqual(['/PayloadContent/1/askForPasswordDelay']);
  });

  test('have pointers in which keys are escaped', () => {
    const report = inspectProfile(fileOf({ PayloadType: 'com.example.app', 'a/b~c': { Password: sentinel } }));
    expect(report.secrets).toEqual(['/PayloadContent/0/a~1b~0c/Password']);
  });

  test('never come into an issue', () => {
    const payloads = appleSecrets.flatMap(([type, pointer]) =>
      [sentinel, bytes, { Inner: sentinel }].map((value) => payloadOf(type, pointer, value)),
    );
    for (const as of ['author', 'device'] as const) {
      const told = JSON.stringify(validateProfile(fileOf(...payloads), { as }));
      for (const spelling of spellings) expect(told).not.toContain(spelling);
    }
  });
});

test('values that JSON cannot hold are written as texts', () => {
  const numbers =
    '<key>A</key><real>nan</real><key>B</key><real>-inf</real><key>C</key><integer>-9223372036854775808</integer>';
  const xml = fileOf({ PayloadType: 'com.example.app', D: real(2), When: new Date('2030-01-01T00:00:00Z') }).replace(
    '<key>D</key>',
    `${numbers}<key>D</key>`,
  );
  expect(parseProfile(xml).payloads).toHaveLength(1);
  expect({ ...inspectProfile(xml).payloads[0]?.content }).toEqual({
    A: 'NaN',
    B: '-Infinity',
    C: '-9223372036854775808',
    D: 2,
    When: '2030-01-01T00:00:00.000Z',
  });
});
