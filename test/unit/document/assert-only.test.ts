import { describe, expect, test } from 'vitest';
import { assertOnly } from '../../../src/document/assert-only.js';
import type { ProfilePolicy } from '../../../src/document/profile-policy.js';
import { isProfilewrightError } from '../../../src/diagnostics/profilewright-error.js';
import { readCertificate } from '../../../src/pki/read-certificates.js';
import { intermediateCA, leaf, rootCA } from '../../support/authorities.js';
import type { IssuedCertificate } from '../../support/issue-certificate.js';
import { oldPkcs12, pkcs12File } from '../../support/pkcs12-file.js';
import { testKey } from '../../support/test-key.js';
import { pemBundle } from '../../support/pem.js';
import { profileFile, wifi } from './profile-file.js';

const root = rootCA();
const certificate = readCertificate(root.der);
const carries = (PayloadType: string, PayloadContent: Uint8Array | string) => ({ PayloadType, PayloadContent });
const rootPayload = carries('com.apple.security.root', root.der);
const mdm = { PayloadType: 'com.apple.mdm' };

/** The rules that are broken, with their places. */
function broken(file: string, policy: ProfilePolicy): string[] {
  try {
    assertOnly(file, policy);
    return [];
  } catch (error) {
    if (!isProfilewrightError(error, 'ERR_PROFILE_NOT_ALLOWED')) throw error;
    for (const { message } of error.details.violations) expect(error.message).toContain(message);
    return error.details.violations.map(({ rule, pointer }) => `${rule} ${pointer}`);
  }
}

const any: ProfilePolicy = { payloadTypes: ['*'] };

test('what is allowed goes through', () => {
  expect(broken(profileFile([wifi()]), { payloadTypes: ['com.apple.wifi.managed'] })).toEqual([]);
  expect(broken(profileFile([]), { payloadTypes: [] })).toEqual([]);
});

test('all that is outside of the policy is told at once', () => {
  const file = profileFile([wifi(), mdm, rootPayload, { PayloadType: 'com.example.app' }], {
    PayloadRemovalDisallowed: true,
    PayloadScope: 'User',
  });
  const policy: ProfilePolicy = {
    payloadTypes: ['com.apple.wifi.managed'],
    scopes: ['System'],
    identifiers: ['org.*'],
    maxPayloads: 3,
  };
  expect(broken(file, policy)).toEqual([
    'scope /PayloadScope',
    'identifier /PayloadIdentifier',
    'max-payloads /PayloadContent',
    'removal /PayloadRemovalDisallowed',
    'payload-type /PayloadContent/1',
    'mdm /PayloadContent/1',
    'payload-type /PayloadContent/2',
    'root /PayloadContent/2',
    'payload-type /PayloadContent/3',
  ]);
});

describe('payload types', () => {
  test.each<[patterns: string[], isAllowed: boolean]>([
    [['com.apple.wifi.managed'], true],
    [['com.apple.wifi.*'], true],
    [['*'], true],
    [['com.apple.wifi.managed.*'], false],
    [['com.apple.wif*'], false],
    [['COM.APPLE.WIFI.MANAGED'], false],
    [[], false],
  ])('%j allow a Wi-Fi payload: %s', (payloadTypes, isAllowed) => {
    expect(broken(profileFile([wifi()]), { payloadTypes })).toHaveLength(isAllowed ? 0 : 1);
  });

  test('that Apple does not document have to be named, unless they are allowed', () => {
    const file = profileFile([{ PayloadType: 'com.apple.Unheard' }]);
    expect(broken(file, any)).toEqual(['unknown-type /PayloadContent/0']);
    expect(broken(file, { ...any, allowUnknownTypes: true })).toEqual([]);
    expect(broken(file, { payloadTypes: ['com.apple.Unheard'] })).toEqual([]);
  });

  test('do not allow MDM by themselves', () => {
    expect(broken(profileFile([mdm]), { payloadTypes: ['com.apple.mdm'] })).toEqual(['mdm /PayloadContent/0']);
    expect(broken(profileFile([mdm]), { payloadTypes: [], allowMdm: true })).toEqual([
      'payload-type /PayloadContent/0',
    ]);
    expect(broken(profileFile([mdm]), { ...any, allowMdm: true })).toEqual([]);
  });
});

describe('roots', () => {
  const sha256 = certificate.fingerprints.sha256;

  test.each<[title: string, allowRoots: ProfilePolicy['allowRoots']]>([
    ['a certificate', [certificate]],
    ['a fingerprint', [sha256]],
    ['a fingerprint as OpenSSL prints it', [sha256.toLowerCase().match(/../g)?.join(':') ?? '']],
    ['any', 'any'],
  ])('are allowed by %s', (_, allowRoots) => {
    expect(broken(profileFile([rootPayload]), { ...any, ...(allowRoots && { allowRoots }) })).toEqual([]);
  });

  test('are none without being allowed, whatever payload and form they hide in', () => {
    const other = readCertificate(rootCA({ subject: 'Other' }).der);
    const hidden = [
      rootPayload,
      carries('com.apple.security.pkcs1', root.der),
      carries('com.apple.security.pem', new TextEncoder().encode(root.pem)),
      carries('com.apple.security.pkcs1', new TextEncoder().encode(pemBundle(leaf(root), root))),
      carries('com.apple.security.root', leaf(root).der),
      carries('com.apple.security.pkcs1', new Uint8Array([...root.der, 0])),
      carries('com.apple.security.pkcs1', new Uint8Array(4)),
      carries('com.apple.security.root', root.pem),
    ];
    const file = profileFile(hidden);
    const everywhere = hidden.map((_, index) => `root /PayloadContent/${index}`);
    expect(broken(file, any)).toEqual(everywhere);
    expect(broken(file, { ...any, allowRoots: [other] })).toEqual(everywhere);
  });

  describe('in a PKCS#12 file', () => {
    const password = 'SENTINEL-p12';
    const file = (certificates: readonly IssuedCertificate[], isSealed: boolean, Password?: string) => {
      const { certificateEncryption, ...others } = oldPkcs12;
      const sealed = isSealed ? { certificateEncryption } : {};
      const key = testKey('p256').privateKey;
      const PayloadContent = pkcs12File({ key, certificates, password, iterations: 1, ...others, ...sealed });
      return profileFile([{ PayloadType: 'com.apple.security.pkcs12', PayloadContent, Password }]);
    };
    const chain = [leaf(root), root];

    test.each([
      ['behind its password', file(chain, true, password)],
      ['in the clear', file(chain, false)],
    ])('have to be allowed: %s', (_, profile) => {
      expect(broken(profile, any)).toEqual(['root /PayloadContent/0']);
      expect(broken(profile, { ...any, allowRoots: [certificate] })).toEqual([]);
    });

    test('may be there where it cannot be opened', () => {
      for (const wrong of [undefined, 'other'])
        expect(broken(file([leaf(root)], true, wrong), { ...any, allowRoots: [certificate] })).toHaveLength(1);
      expect(broken(file([leaf(root)], true), { ...any, allowRoots: 'any' })).toEqual([]);
    });

    test('are not there when it holds none', () => {
      expect(broken(file([leaf(root)], true, password), any)).toEqual([]);
    });
  });

  test('are not what an intermediate or a server certificate is', () => {
    const others = [intermediateCA(root), leaf(root)].map(({ der }) => carries('com.apple.security.pkcs1', der));
    expect(broken(profileFile(others), any)).toEqual([]);
  });
});

test('a password for removal is refused like the switch', () => {
  const file = profileFile([{ PayloadType: 'com.apple.profileRemovalPassword', RemovalPassword: 'x' }], {
    PayloadRemovalDisallowed: 1,
  });
  expect(broken(file, any)).toEqual(['removal /PayloadRemovalDisallowed', 'removal /PayloadContent/0']);
  expect(broken(file, { ...any, allowRemovalDisallowed: true })).toEqual([]);
});

describe('what cannot be judged is refused', () => {
  test.each<[title: string, file: string, expected: string[]]>([
    [
      'encrypted payloads',
      profileFile([], { IsEncrypted: true, EncryptedPayloadContent: new Uint8Array(4) }),
      ['encrypted /EncryptedPayloadContent', 'encrypted /IsEncrypted'],
    ],
    [
      'a request of the Profile Service',
      profileFile([], { PayloadType: 'Profile Service', PayloadContent: { URL: 'https://x' } }),
      ['profile-type /PayloadType', 'profile-type /PayloadContent'],
    ],
    ['an item that is no payload', profileFile([], { PayloadContent: ['x'] }), ['profile-type /PayloadContent/0']],
    ['a missing scope where one is demanded', profileFile([], { PayloadScope: undefined }), ['scope /PayloadScope']],
  ])('%s', (_, file, expected) => {
    expect(broken(file, { ...any, scopes: ['System', 'User'] })).toEqual(expected);
  });

  test('a file in which a reviewer may see something else than a device', () => {
    const twice = profileFile([]).replace(
      '<key>PayloadScope</key>',
      '<key>PayloadScope</key><string>User</string><key>PayloadScope</key>',
    );
    expect(broken(twice, any)).toEqual([expect.stringMatching(/^ambiguous /)]);
  });
});

test('no secret and no odd character of the file is in the message', () => {
  const file = profileFile([wifi({ PayloadType: 'com.\u202eexample' })], { PayloadIdentifier: 'SENTINEL-id' });
  expect(() => assertOnly(file, { payloadTypes: [], identifiers: [] })).toThrow(
    expect.objectContaining({ message: expect.not.stringMatching(/SENTINEL|\u202e/) as string }),
  );
});

test.each<[policy: unknown, message: RegExp]>([
  [{}, /^policy\.payloadTypes is missing$/],
  [{ payloadTypes: 'x' }, /^policy\.payloadTypes must be a list of strings$/],
  [{ ...any, allowRoots: ['abc'] }, /^policy\.allowRoots must hold certificates and SHA-256 fingerprints/],
  [{ ...any, allowRoots: 'all' }, /^policy\.allowRoots must be 'any', or a list/],
  [{ ...any, alowMdm: true }, /^policy\.alowMdm is not known/],
  [{ ...any, scopes: ['system'] }, /^policy\.scopes must be/],
  [{ ...any, maxPayloads: Number.NaN }, /^policy\.maxPayloads must be a whole number, 0 or more$/],
])('a policy that is none is refused: %j', (policy, message) => {
  expect(() => assertOnly(profileFile([]), policy as ProfilePolicy)).toThrow(message);
});
