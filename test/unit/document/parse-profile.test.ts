import { describe, expect, test } from 'vitest';
import { ProfileBuilder } from '../../../src/builder/profile-builder.js';
import { createSigner } from '../../../src/cms/create-signer.js';
import { isProfilewrightError } from '../../../src/diagnostics/profilewright-error.js';
import { parseProfile } from '../../../src/document/parse-profile.js';
import { signProfile } from '../../../src/document/sign-profile.js';
import { real, type PlistDictionary } from '../../../src/plist/value.js';
import { rootCA, signerChain } from '../../support/authorities.js';
import { signedMessage } from '../../support/signed-message.js';
import { ascii, binaryDocument, dict } from '../plist/binary-document.js';

const root = rootCA();
const profile = new ProfileBuilder({ organization: 'Lab', description: 'Text' })
  .addRootCA(root.pem, { displayName: 'The root', description: 'Why', organization: 'Lab', fileName: 'root.cer' })
  .addPayload('com.example.app', { Zeta: 1, Alpha: [real(1), 2n ** 63n], PayloadEnabled: true })
  .build();
const { keyPem, certificate, chain } = signerChain('p256');
const signer = await createSigner({ key: keyPem, certificate: [certificate.pem, ...chain.map((one) => one.pem)] });
const signed = await signProfile(profile, signer);

const plist = (body: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<plist version="1.0">\n${body}\n</plist>\n`;

function errorOf(run: () => unknown): unknown {
  try {
    run();
    return 'nothing was thrown';
  } catch (error) {
    return error;
  }
}

describe('parseProfile', () => {
  test('reads back what was built, from bytes, text or a signed file', () => {
    for (const input of [profile.toBytes(), Buffer.from(profile.toBytes()), profile.toXml(), signed]) {
      const parsed = parseProfile(input);
      const { identifier, uuid, displayName, scope, payloads, dictionary } = profile;
      expect(parsed).toMatchObject({ identifier, uuid, displayName, scope });
      expect(parsed.payloads).toEqual(payloads);
      expect(parsed.dictionary).toEqual(dictionary);
      expect(parsed.issues).toEqual([]);
      expect(parsed.container).toBe(input === signed ? 'cms' : 'xml');
    }
  });

  test('keeps unknown keys and payload types, and the order of the keys', () => {
    const { dictionary, payloads } = parseProfile(
      plist(`<dict>
        <key>Zeta</key><true/>
        <key>PayloadType</key><string>Configuration</string>
        <key>PayloadContent</key><array><dict>
          <key>Unknown</key><array><integer>-1</integer><dict/></array>
          <key>PayloadType</key><string>com.example.unknown</string>
          <key>Alpha</key><data>AQID</data>
        </dict></array>
        <key>Alpha</key><real>1</real>
      </dict>`),
    );
    expect(Object.keys(dictionary)).toEqual(['Zeta', 'PayloadType', 'PayloadContent', 'Alpha']);
    const [payload] = payloads;
    expect(payload).toMatchObject({ type: 'com.example.unknown', identifier: '', uuid: '' });
    expect(Object.entries(payload?.content ?? {})).toEqual([
      ['Unknown', [-1, Object.create(null)]],
      ['Alpha', Uint8Array.of(1, 2, 3)],
    ]);
  });

  test('keeps common keys of another type or version in the content of the payload', () => {
    const dict =
      '<key>PayloadType</key><integer>1</integer><key>PayloadDisplayName</key><true/><key>PayloadVersion</key><integer>2</integer>';
    const [payload] = parseProfile(
      plist(
        `<dict><key>PayloadType</key><string>Configuration</string><key>PayloadContent</key><array><dict>${dict}</dict></array></dict>`,
      ),
    ).payloads;
    expect(payload).not.toHaveProperty('displayName');
    expect(payload?.type).toBe('');
    expect({ ...payload?.content }).toEqual({ PayloadType: 1, PayloadDisplayName: true, PayloadVersion: 2 });
  });

  test('leaves what is no payload out of the list, and in the dictionary', () => {
    const { payloads, dictionary } = parseProfile(
      plist(`<dict><key>PayloadType</key><string>Configuration</string>
        <key>PayloadContent</key><array><string>text</string><dict/><array/></array></dict>`),
    );
    expect(payloads).toHaveLength(1);
    expect(dictionary['PayloadContent']).toHaveLength(3);
    const service = '<key>PayloadContent</key><dict><key>URL</key><string>https://lab.example</string></dict>';
    const reply = parseProfile(plist(`<dict><key>PayloadType</key><string>Profile Service</string>${service}</dict>`));
    expect(reply.payloads).toEqual([]);
    expect((reply.dictionary['PayloadContent'] as PlistDictionary)['URL']).toBe('https://lab.example');
  });

  test('has no fields for what is missing or of another type', () => {
    const parsed = parseProfile(
      plist('<dict><key>PayloadType</key><integer>1</integer><key>PayloadUUID</key><true/></dict>'),
    );
    for (const field of ['identifier', 'uuid', 'displayName', 'scope']) expect(parsed).not.toHaveProperty(field);
    expect(parsed.payloads).toEqual([]);
  });

  test('tells line and column of any value', () => {
    const xml = profile.toXml();
    const lines = xml.split('\n');
    const lineOf = (text: string, from = 0): number =>
      lines.findIndex((line, index) => index >= from && line.includes(text)) + 1;
    const { positionOf } = parseProfile(xml);
    expect(positionOf('')).toEqual({ line: lineOf('<dict>'), column: 1 });
    expect(positionOf('/PayloadOrganization')).toEqual({ line: lineOf('<string>Lab</string>'), column: 2 });
    expect(positionOf('/PayloadContent/0/PayloadContent')).toEqual({ line: lineOf('<data>'), column: 4 });
    expect(positionOf('/PayloadContent/1/Alpha/1')).toEqual({ line: lineOf('9223372036854775808'), column: 5 });
    for (const pointer of ['/Nothing', '/PayloadContent/2', 'PayloadContent', '/']) {
      expect(positionOf(pointer)).toBeUndefined();
    }
    // A signed file has no lines: the positions are those in its content.
    expect(parseProfile(signed).positionOf('/PayloadOrganization')).toEqual(positionOf('/PayloadOrganization'));
  });

  test('is frozen, with bytes of its own', () => {
    const bytes = profile.toBytes();
    const parsed = parseProfile(bytes);
    bytes.fill(0);
    for (const part of [
      parsed,
      parsed.payloads,
      parsed.payloads[0],
      parsed.payloads[0]?.content,
      parsed.issues,
      parsed.dictionary,
    ]) {
      expect(Object.isFrozen(part)).toBe(true);
    }
    expect(parsed.payloads[0]?.content['PayloadContent']).toEqual(root.der);
  });

  test('tells what is odd about a signature, of an unsigned file nothing', () => {
    const odd = signedMessage({ signer: certificate, content: profile.toBytes(), attributes: 'absent' });
    expect(parseProfile(odd).issues.map(({ code }) => code)).toEqual(['no-signed-attributes']);
    expect(parseProfile(profile.toXml()).issues).toEqual([]);
  });

  test.each<[what: string, input: string | Uint8Array, code: string]>([
    ['nothing', new Uint8Array(), 'ERR_PLIST_FORMAT'],
    ['white space', '  \n', 'ERR_PLIST_FORMAT'],
    ['a page', '<!DOCTYPE html><html></html>', 'ERR_PLIST_FORMAT'],
    ['JSON', '{"PayloadType": "Configuration"}', 'ERR_PLIST_FORMAT'],
    ['a certificate in PEM', root.pem, 'ERR_PLIST_FORMAT'],
    ['a certificate in DER', root.der, 'ERR_PLIST_FORMAT'],
    ['a binary property list that is cut', Buffer.from('bplist00\0\0'), 'ERR_PLIST_BINARY'],
    ['Latin-1', Buffer.from(plist('<string>ü</string>'), 'latin1'), 'ERR_PLIST_ENCODING'],
    ['half a file', profile.toXml().slice(0, 400), 'ERR_PLIST_MALFORMED'],
    ['half a signed file', signed.slice(0, 400), 'ERR_ASN1_MALFORMED'],
    ['a signed file with a tail', new Uint8Array([...signed, 0]), 'ERR_CMS_TRAILING_DATA'],
    ['an array', plist('<array/>'), 'ERR_PROFILE_MALFORMED'],
    ['a text', plist('<string>PayloadType</string>'), 'ERR_PROFILE_MALFORMED'],
    ['a property list without PayloadType', plist('<dict><key>A</key><true/></dict>'), 'ERR_PROFILE_MALFORMED'],
  ])('does not take %s for a profile', (_, input, code) => {
    const error = errorOf(() => parseProfile(input));
    if (!isProfilewrightError(error)) throw error;
    expect(error.code).toBe(code);
    expect(error.hint).not.toBe('');
  });

  test('reads what the field is made of', () => {
    const parsed = parseProfile(`
<!-- Copyright (c) Lab -->
<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE plist PUBLIC "-//Apple Inc//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.ptd">
<plist version="1"><dict>
  <key>ConsentText</key><dict/>
  <key>PayloadUUID</key><string>8a18907bc-1302-4bd0-9b7e-2b8d4c1d7e10</string>
  <key>PayloadVersion</key><real>1</real>
  <key>PayloadType</key><string>Configuration</string>
  <key>ConsentText</key><dict><key>default</key><string>I agree.</string></dict>
  <key>PayloadContent</key><array><dict>
    <key>PayloadType</key><string>com.apple.webClip.managed</string>
    <key>PayloadUUID</key><string>com.apple.webClip.managed.8a18907b-1302-4bd0-9b7e-2b8d4c1d7e10</string>
    <key>Icon</key><data></data>
    <key>Big</key><integer>18446744073709551615</integer>
  </dict></array>
</dict></plist>\0\0`);
    expect(parsed.uuid).toBe('8a18907bc-1302-4bd0-9b7e-2b8d4c1d7e10');
    expect(parsed.dictionary['PayloadVersion']).toEqual(real(1));
    expect(parsed.dictionary['ConsentText']).toEqual({ default: 'I agree.' });
    expect(Object.keys(parsed.dictionary)[0]).toBe('ConsentText');
    expect({ ...parsed.payloads[0]?.content }).toEqual({ Icon: new Uint8Array(), Big: 2n ** 64n - 1n });
    expect(parsed.issues.map(({ severity, code }) => `${severity} ${code}`)).toEqual([
      'warning plist-prolog',
      'warning plist-doctype',
      'error plist-duplicate-key',
      'warning plist-trailing-padding',
    ]);
  });

  test('throws on what readers see differently when it is to be strict, and on nothing else', () => {
    const odd = plist(
      '<dict>\n<key>PayloadType</key><string>A</string><key>PayloadType</key><string>B</string></dict>',
    );
    expect(parseProfile(odd).dictionary['PayloadType']).toBe('B');
    const error = errorOf(() => parseProfile(odd, { strict: true }));
    if (!isProfilewrightError(error, 'ERR_PROFILE_INVALID')) throw error;
    expect(error.details.issues).toMatchObject([
      { code: 'plist-duplicate-key', where: { pointer: '/PayloadType', line: 4, column: 41 } },
    ]);
    const weak = signedMessage({ signer: certificate, content: profile.toBytes(), attributes: 'absent' });
    expect(parseProfile(`\n${profile.toXml()}\0`, { strict: true }).issues).toHaveLength(2);
    expect(parseProfile(weak, { strict: true }).issues).toHaveLength(1);
    expect(() => parseProfile(odd, { strict: 1 } as never)).toThrow(TypeError('options.strict must be a boolean'));
  });

  test('reads a binary property list, signed or not', () => {
    const bytes = binaryDocument([dict([1], [2]), [0x5b, ...Buffer.from('PayloadType')], ascii('lab')]);
    for (const input of [bytes, signedMessage({ signer: certificate, content: bytes })]) {
      const parsed = parseProfile(input);
      expect(parsed.dictionary).toEqual({ PayloadType: 'lab' });
      expect(parsed.container).toBe(input === bytes ? 'binary' : 'cms');
      expect(parsed.positionOf('/PayloadType')).toBeUndefined();
      expect(parsed.issues).toMatchObject([{ code: 'plist-binary', severity: 'info' }]);
    }
  });

  test('keeps to its limits, inside of a signature too', () => {
    for (const input of [profile.toXml(), signed]) {
      expect(errorOf(() => parseProfile(input, { limits: { maxNodes: 10 } }))).toMatchObject({
        code: 'ERR_PLIST_LIMIT',
      });
      expect(errorOf(() => parseProfile(input, { limits: { maxDepth: 2 } }))).toMatchObject({
        code: 'ERR_PLIST_LIMIT',
      });
      expect(errorOf(() => parseProfile(input, { limits: { maxBytes: 100 } }))).toMatchObject({
        code: 'ERR_PLIST_LIMIT',
      });
    }
  });

  test.each([undefined, null, 1, {}, [], new ArrayBuffer(8), new DataView(new ArrayBuffer(8))])(
    'refuses %s as input',
    (input) => {
      expect(() => parseProfile(input as never)).toThrow(/^input must be/);
    },
  );

  test.each([null, 1, 'text', []])('refuses %s as options', (options) => {
    expect(() => parseProfile(profile.toXml(), options as never)).toThrow(/^options must be a plain object$/);
  });

  test('refuses options that are not known', () => {
    expect(() => parseProfile(profile.toXml(), { lenient: true } as never)).toThrow(/^options\.lenient is not known/);
    expect(() => parseProfile(profile.toXml(), { limits: { depth: 1 } } as never)).toThrow(
      /limits\.depth is not known/,
    );
  });
});
