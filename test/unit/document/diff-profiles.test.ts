import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { createSigner } from '../../../src/cms/create-signer.js';
import { diffProfiles, type DiffProfilesOptions } from '../../../src/document/diff-profiles.js';
import { parseProfile } from '../../../src/document/parse-profile.js';
import { signProfile } from '../../../src/document/sign-profile.js';
import { ProfileBuilder } from '../../../src/builder/profile-builder.js';
import { real, type PlistInput } from '../../../src/plist/value.js';
import { intermediateCA, rootCA, signerChain } from '../../support/authorities.js';
import { identityFile } from '../../support/identity-file.js';
import { testKey } from '../../support/test-key.js';
import { profileFile, uuidOf, wifi } from './profile-file.js';

const app = { PayloadType: 'com.example.app', List: ['a', 'b', 'c'], Deep: { One: 1, Two: [{ Three: 3 }] } };
const root = rootCA();
const renewed = rootCA({ subject: 'Lab Root 2', key: testKey('p256', 3) });
const brief = (before: string, after: string, options: DiffProfilesOptions = {}) =>
  diffProfiles(before, after, options).map(({ kind, pointer, keys }) => [
    kind,
    pointer,
    keys.map((key) => key.pointer),
  ]);

describe('what does not count', () => {
  test('the order of payloads and of keys, and white space', () => {
    const one = profileFile([wifi(), app]);
    const { PayloadContent: content, ...top } = parseProfile(one).dictionary;
    const payloads = [...(content as readonly object[])].reverse();
    const turned = payloads.map((payload) => Object.fromEntries(Object.entries(payload).reverse()));
    const other = profileFile([], { PayloadContent: turned, ...Object.fromEntries(Object.entries(top).reverse()) });
    expect(other).not.toBe(one);
    expect(diffProfiles(one, other.replaceAll('\t', '  \n'))).toEqual([]);
  });

  test('the signature, and the form in which a profile is given', async () => {
    const { keyPem, certificate } = signerChain('p256');
    const profile = new ProfileBuilder().addRootCA(root.pem).build();
    const signed = await signProfile(profile, await createSigner({ key: keyPem, certificate: certificate.pem }));
    expect(diffProfiles(profile, signed)).toEqual([]);
    expect(diffProfiles(parseProfile(signed), profile.toXml())).toEqual([]);
  });

  test('a UUID that several have: a reference leads to the first of them that it may lead to', () => {
    const certificate = { PayloadType: 'com.apple.security.root', PayloadContent: root.der };
    const eap = (anchor: string) => wifi({ EAPClientConfiguration: { PayloadCertificateAnchorUUID: [anchor] } });
    const other = { ...certificate, PayloadContent: renewed.der };
    const same = (uuid: string, ...payloads: readonly object[]) =>
      profileFile([
        ...[app, ...payloads].map((payload) => ({ ...payload, PayloadUUID: uuid, PayloadIdentifier: 'a' })),
        { ...eap(uuid), PayloadIdentifier: 'eap' },
      ]);
    const [before, after] = [same(uuidOf(7), certificate, other), same(uuidOf(8), certificate, other)];
    expect(diffProfiles(before, after, { ignoreUuids: true })).toEqual([]);
    const turned = brief(before, same(uuidOf(8), other, certificate), { ignoreUuids: true });
    expect(turned.map(([, , keys]) => keys)).toEqual([
      ['/PayloadContent/3/EAPClientConfiguration/PayloadCertificateAnchorUUID/0'],
    ]);
  });

  test('UUIDs on request, with the references that name them', () => {
    const { bytes, password } = identityFile('Client');
    const p12 = { PayloadType: 'com.apple.security.pkcs12', PayloadContent: bytes, Password: password };
    const before = profileFile([p12, wifi({ PayloadCertificateUUID: uuidOf(1) })]);
    const after = profileFile(
      [{ ...p12, PayloadUUID: uuidOf(71) }, wifi({ PayloadCertificateUUID: uuidOf(71), PayloadUUID: uuidOf(72) })],
      { PayloadUUID: uuidOf(70) },
    );
    expect(diffProfiles(before, after, { ignoreUuids: true })).toEqual([]);
    expect(brief(before, after)).toEqual([
      ['profile', '', ['/PayloadUUID']],
      ['replaced', '/PayloadContent/0', ['/PayloadContent/0/PayloadUUID']],
      ['replaced', '/PayloadContent/1', ['/PayloadContent/1/PayloadUUID', '/PayloadContent/1/PayloadCertificateUUID']],
    ]);
  });

  test('UUIDs in payloads of types that nobody documents, whatever they lead to', () => {
    const uses = (number: number) => ({ ...app, Uses: [uuidOf(number)] });
    const payloads = (first: number, ssid: string) =>
      profileFile(
        [wifi({ SSID_STR: ssid }), uses(first), uses(first + 1), { ...app, Own: uuidOf(first + 3) }].map(
          (payload, index) => ({ ...payload, PayloadUUID: uuidOf(first + index) }),
        ),
      );
    expect(diffProfiles(payloads(1, 'Lab'), payloads(70, 'Lab'), { ignoreUuids: true })).toEqual([]);
    expect(brief(payloads(1, 'Lab'), payloads(70, 'Other'), { ignoreUuids: true }).map(([, , keys]) => keys)).toEqual([
      ['/PayloadContent/0/SSID_STR'],
      ['/PayloadContent/1/Uses/0'],
      ['/PayloadContent/2/Uses/0'],
    ]);
  });

  test('a reference to itself, however often it stands there', () => {
    // A digest for each of them would be five thousand of five thousand texts.
    const file = (uuid: string) => profileFile([{ ...app, PayloadUUID: uuid, Uses: Array<string>(5000).fill(uuid) }]);
    expect(diffProfiles(file(uuidOf(1)), file(uuidOf(9)), { ignoreUuids: true })).toEqual([]);
  });

  test('but a reference that leads to another payload does count', () => {
    const roots = [root, renewed].map(({ der }) => ({ PayloadType: 'com.apple.security.root', PayloadContent: der }));
    const eap = (uuid: string) => wifi({ EAPClientConfiguration: { PayloadCertificateAnchorUUID: [uuid] } });
    const place = '/PayloadContent/2/EAPClientConfiguration/PayloadCertificateAnchorUUID/0';
    const [before, after] = [1, 2].map((to) => profileFile([...roots, eap(uuidOf(to))]));
    expect(brief(before ?? '', after ?? '', { ignoreUuids: true })).toEqual([
      ['updated', '/PayloadContent/2', [place]],
    ]);
  });

  test('what Jamf and Zentral overwrite, on request and nothing else', () => {
    const before = profileFile([wifi()]);
    const names = { PayloadOrganization: 'Lab', PayloadDisplayName: 'Renamed', PayloadIdentifier: uuidOf(9) };
    const jamf = profileFile([wifi({ ...names, PayloadUUID: uuidOf(8) })], { ...names, PayloadUUID: uuidOf(9) });
    expect(diffProfiles(before, jamf, { ignoreRewrites: ['jamf'] })).toEqual([]);
    expect(brief(before, jamf).map(([kind]) => kind)).toEqual(['profile', 'replaced']);
    const zentral = profileFile([wifi()], { PayloadIdentifier: 'com.zentral.mdm', PayloadUUID: uuidOf(9) });
    expect(diffProfiles(before, zentral, { ignoreRewrites: ['zentral'] })).toEqual([]);
    const edited = profileFile([wifi({ SSID_STR: 'Other' })], { ...names, PayloadUUID: uuidOf(9) });
    expect(brief(before, edited, { ignoreRewrites: ['jamf', 'zentral'] })).toEqual([
      ['updated', '/PayloadContent/0', ['/PayloadContent/0/SSID_STR']],
    ]);
  });
});

describe('what a device does with a payload', () => {
  test('is an update when identifier and UUID stay, and else a replacement', () => {
    const before = profileFile([wifi(), app]);
    const after = profileFile([wifi({ SSID_STR: 'Lab' }), { ...app, Extra: true, PayloadUUID: uuidOf(9) }]);
    expect(diffProfiles(before, after)).toMatchObject([
      { kind: 'updated', type: 'com.apple.wifi.managed', identifier: 'com.example.lab.1' },
      { kind: 'replaced', type: 'com.example.app', identifier: 'com.example.lab.2' },
    ]);
  });

  test('is told as added or removed when it has no counterpart, removals last', () => {
    const mail = { PayloadType: 'com.apple.mail.managed', PayloadDisplayName: 'Mail', PayloadUUID: uuidOf(9) };
    expect(diffProfiles(profileFile([app]), profileFile([wifi(), mail]))).toMatchObject([
      { kind: 'added', pointer: '/PayloadContent/0', keys: [] },
      { kind: 'added', pointer: '/PayloadContent/1', displayName: 'Mail' },
      { kind: 'removed', pointer: '/PayloadContent/0', type: 'com.example.app' },
    ]);
  });

  test('is found in payloads that share one identifier and one UUID, as in profiles of Apple', () => {
    const same = { PayloadIdentifier: 'com.example.lab', PayloadUUID: uuidOf(0) };
    const [one, other] = [wifi(same), { ...app, ...same }];
    expect(diffProfiles(profileFile([one, one, other]), profileFile([other, one, one]))).toEqual([]);
    expect(brief(profileFile([one, other]), profileFile([other, wifi({ ...same, SSID_STR: 'x' })]))).toEqual([
      ['updated', '/PayloadContent/1', ['/PayloadContent/1/SSID_STR']],
    ]);
  });
});

describe('the keys that change', () => {
  const changesOf = (before: object, after: object) =>
    diffProfiles(profileFile([{ ...app, ...before }]), profileFile([{ ...app, ...after }])).flatMap(({ keys }) => keys);

  test('are told with both values and their types', () => {
    expect(changesOf({ Old: 'x', Same: 1, Kind: 1 }, { New: true, Same: 1, Kind: real(1) })).toEqual([
      {
        kind: 'removed',
        pointer: '/PayloadContent/0/Old',
        before: { pointer: '/PayloadContent/0/Old', type: 'string', value: 'x' },
      },
      {
        kind: 'changed',
        pointer: '/PayloadContent/0/Kind',
        before: { pointer: '/PayloadContent/0/Kind', type: 'integer', value: 1 },
        after: { pointer: '/PayloadContent/0/Kind', type: 'real', value: 1 },
      },
      {
        kind: 'added',
        pointer: '/PayloadContent/0/New',
        after: { pointer: '/PayloadContent/0/New', type: 'boolean', value: true },
      },
    ]);
  });

  test.each<[title: string, list: string[], expected: string[]]>([
    ['an item that comes first', ['x', 'a', 'b', 'c'], ['added /List/0']],
    ['an item that goes', ['a', 'c'], ['removed /List/1']],
    ['an item that changes', ['a', 'x', 'c'], ['changed /List/1']],
    ['an item that changes beside one that comes', ['a', 'x', 'y', 'c'], ['changed /List/1', 'added /List/2']],
    ['two items that change places', ['b', 'a', 'c'], ['changed /List/0', 'changed /List/1']],
  ])('of an array are told by the items: %s', (_, List, expected) => {
    const found = changesOf({}, { List }).map(
      ({ kind, pointer }) => `${kind} ${pointer.replace('/PayloadContent/0', '')}`,
    );
    expect(found).toEqual(expected);
  });

  test('of arrays in each other are looked at once a level, not twice as often at each', () => {
    // Each level more would double the work: sixty of them would never end.
    let [before, after]: [PlistInput, PlistInput] = [1, 2];
    for (let depth = 0; depth < 58; depth += 1) [before, after] = [[before], [after, true]];
    expect(changesOf({ Deep: before }, { Deep: after })).toHaveLength(59);
  });

  test('of arrays in each other with keys in another order are none', () => {
    const [before, after] = [
      { a: 1, b: [{ c: 2 }] },
      { b: [{ c: 2 }], a: 1 },
    ];
    const changes = changesOf({ List: [before, 'x'] }, { List: [after, 'y', 'x'] });
    expect(changes.map(({ kind, pointer }) => `${kind} ${pointer}`)).toEqual(['added /PayloadContent/0/List/1']);
  });

  test('keep the slashes and tildes of their names', () => {
    expect(changesOf({ 'a/b~c': 1 }, { 'a/b~c': 2 })[0]?.pointer).toBe('/PayloadContent/0/a~1b~0c');
  });

  test('of secrets are told, and their values are not', () => {
    const [before, after] = ['SENTINEL-old', 'SENTINEL-new'].map((Password) =>
      profileFile([wifi({ Password, EAPClientConfiguration: { UserPassword: { In: Password, And: [Password] } } })], {
        VendorToken: Password,
      }),
    );
    const changes = diffProfiles(before ?? '', after ?? '');
    expect(JSON.stringify(changes)).not.toContain('SENTINEL');
    expect(changes.flatMap(({ keys }) => keys.map(({ pointer, after: value }) => [pointer, value?.value]))).toEqual([
      ['/VendorToken', '[secret]'],
      ['/PayloadContent/0/Password', '[secret]'],
      ['/PayloadContent/0/EAPClientConfiguration/UserPassword', '[secret]'],
    ]);
  });

  test('that hold a certificate are told by its name and fingerprint', () => {
    const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex').toUpperCase();
    const [before, after] = [root, renewed].map(({ der }) =>
      profileFile([{ PayloadType: 'com.apple.security.root', PayloadContent: der }]),
    );
    expect(diffProfiles(before ?? '', after ?? '')[0]?.keys).toMatchObject([
      {
        pointer: '/PayloadContent/0/PayloadContent',
        before: { certificates: [{ name: 'Lab Root', sha256: sha256(root.der) }] },
        after: {
          certificates: [{ name: 'Lab Root 2', sha256: sha256(renewed.der) }],
          value: `[${renewed.der.length} bytes]`,
        },
      },
    ]);
  });

  test('of data are told by fingerprints, unless a key of somebody stands there', () => {
    const pem = new TextEncoder().encode(
      testKey('p256').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    );
    const payload = (PayloadContent: Uint8Array) =>
      profileFile([{ PayloadType: 'com.apple.security.pkcs1', PayloadContent }]);
    const [key] = diffProfiles(payload(intermediateCA(root).der), payload(pem))[0]?.keys ?? [];
    expect(key?.before).toHaveProperty('sha256');
    expect(key?.after).toEqual({ pointer: '/PayloadContent/0/PayloadContent', type: 'data', value: '[secret]' });
  });

  test('stand beside items of PayloadContent that are no payloads', () => {
    const file = (item: string) => profileFile([], { PayloadContent: [app, item] });
    expect(brief(file('a'), file('b'))).toEqual([['profile', '', ['/PayloadContent/1']]]);
  });
});

test('what is no profile is refused, and so are options that there are not', () => {
  const file = profileFile([]);
  expect(() => diffProfiles(file, 1 as never)).toThrow(
    new TypeError('after must be a Profile, a ParsedProfile, a Uint8Array or a string'),
  );
  expect(() => diffProfiles(file, file, { ignoreRewrites: ['intune' as never] })).toThrow(
    /^options\.ignoreRewrites must be a list of "jamf" and "zentral"$/,
  );
  expect(() => diffProfiles('hello', file)).toThrow(expect.objectContaining({ code: 'ERR_PLIST_FORMAT' }));
});
