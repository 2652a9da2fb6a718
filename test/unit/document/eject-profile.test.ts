import { describe, expect, test } from 'vitest';
import { createSigner } from '../../../src/cms/create-signer.js';
import { ejectProfile } from '../../../src/document/eject-profile.js';
import { encryptProfile } from '../../../src/document/encrypt-profile.js';
import { parseProfile } from '../../../src/document/parse-profile.js';
import { signProfile } from '../../../src/document/sign-profile.js';
import { ProfileBuilder } from '../../../src/builder/profile-builder.js';
import { readCertificate } from '../../../src/pki/read-certificates.js';
import { real, type PlistInput } from '../../../src/plist/value.js';
import { acmeIdentity } from '../../../src/profile/acme-identity.js';
import { adCertificateIdentity } from '../../../src/profile/ad-certificate-identity.js';
import type { Identity } from '../../../src/profile/identity.js';
import { pkcs12Identity } from '../../../src/profile/pkcs12-identity.js';
import { scepIdentity } from '../../../src/profile/scep-identity.js';
import { rootCA, signerChain } from '../../support/authorities.js';
import { deviceIdentity } from '../../support/device-identity.js';
import { identityFile } from '../../support/identity-file.js';
import { pngFile } from '../../support/png-file.js';
import { appleSecrets } from './apple-secrets.js';
import { namesOf, notesOf, remake } from './eject/ejected-profile.js';
import { profileFile, wifi } from './profile-file.js';

const root = rootCA({ subject: 'Lab Root' });
const p12 = identityFile('Anna');
const mailIdentity = pkcs12Identity(p12.bytes, {
  password: p12.password,
  embedPassword: true,
  keyIsExtractable: false,
});

describe('a profile that the builder made', () => {
  const profile = new ProfileBuilder({
    identifier: 'com.example.office',
    organization: 'Lab',
    durationUntilRemovalSeconds: 86_400,
  })
    .addRootCA(root.pem, { fileName: 'lab.cer' })
    .addIdentity(mailIdentity, { fileName: 'anna.p12' })
    .addWifi({ ssid: 'Office', eap: { types: ['tls'], trust: [readCertificate(root.der)], identity: mailIdentity } })
    .addWebClip({ label: 'Wiki', url: 'https://wiki.example.com', icon: pngFile() })
    .build();
  const ejected = ejectProfile(profile.toBytes());

  test('is made by the program byte for byte', () => {
    expect(remake(ejected, profile).xml).toBe(profile.toXml());
    expect(notesOf(ejected)).toEqual([]);
  });

  test('has its certificates and identities by value again, where it refers to them', () => {
    expect(ejected.program).toContain('.addRootCA(labRootCertificate, {');
    expect(ejected.program).toContain('PayloadCertificateAnchorUUID: [labRootCertificate]');
    expect(ejected.program).toContain('PayloadCertificateUUID: annaIdentity');
    for (const { uuid } of profile.payloads) expect(ejected.program.split(uuid)).toHaveLength(2);
  });

  test('has certificates, images and secrets in files of their own', () => {
    expect(namesOf(ejected)).toEqual([
      'lab-root.cer',
      'pkcs12-password.txt (secret)',
      'anna.p12 (secret)',
      'webclip-icon.png',
    ]);
    const bytesOf = (name: string): Uint8Array | undefined => ejected.files.find((file) => file.name === name)?.bytes;
    expect(bytesOf('lab-root.cer')).toEqual(root.der);
    expect(bytesOf('anna.p12')).toEqual(p12.bytes);
    expect(bytesOf('webclip-icon.png')).toEqual(pngFile());
    expect(new TextDecoder().decode(bytesOf('pkcs12-password.txt'))).toBe(p12.password);
  });
});

const identities: Readonly<Record<string, Identity>> = {
  scepIdentity: scepIdentity({
    url: 'https://ca.example.com/scep',
    subject: [
      ['O', 'Lab'],
      [
        ['CN', 'anna'],
        ['OU', 'IT'],
      ],
    ],
    subjectAltName: { dNSName: ['a.example.com', 'b.example.com'], ntPrincipalName: 'anna' },
    challenge: 'SENTINEL-challenge',
    keyUsage: ['signing', 'encryption'],
    caFingerprint: new Uint8Array(20).fill(7),
    retries: 5,
  }),
  acmeIdentity: acmeIdentity({
    directoryUrl: 'https://ca.example.com/acme',
    clientIdentifier: 'client-7',
    hardwareBound: true,
    keyType: 'EC',
    keySize: 384,
    attest: true,
    subject: [['CN', 'anna']],
    usageFlags: ['signing'],
    extendedKeyUsage: ['1.3.6.1.5.5.7.3.2'],
  }),
  adCertificateIdentity: adCertificateIdentity({
    certServer: 'ca.example.com',
    certTemplate: 'Machine',
    keySize: 2048,
  }),
};

test.each(Object.entries(identities))('an identity that a device asks for is made by %s', (maker, identity) => {
  const profile = new ProfileBuilder({ identifier: 'com.example.office' })
    .addWifi({ ssid: 'Office', eap: { types: ['tls'], identity } })
    .build();
  const ejected = ejectProfile(profile);
  expect(ejected.program).toContain(`Identity = ${maker}({`);
  expect(ejected.program).toMatch(/PayloadCertificateUUID: \w*[iI]dentity,/);
  expect(ejected.program).not.toContain('SENTINEL');
  expect(remake(ejected, profile).changes).toEqual([]);
});

test('no secret is left in the program, of whatever type it is', () => {
  const sentinel = 'Sentinel-4711';
  const nest = ([segment, ...rest]: readonly string[], value: PlistInput): PlistInput => {
    if (segment === undefined) return value;
    return segment === '*' ? [nest(rest, value)] : { [segment]: nest(rest, value) };
  };
  const forms = [
    sentinel,
    47114711,
    new TextEncoder().encode(sentinel),
    real(47114711),
    new Date('2017-11-04T07:11:00Z'),
  ];
  // What is a secret is the matter of sanitizeProfile; here, a few of each type will do.
  const some = appleSecrets.filter((_, index) => index % 7 === 0);
  const payloads = some.map(([PayloadType, pointer], index) => ({
    PayloadType,
    ...(nest(pointer.split('/').slice(1), forms[index % forms.length]!) as Record<string, PlistInput>),
  }));
  const file = profileFile(payloads);
  const ejected = ejectProfile(file);
  for (const spelling of [sentinel, Buffer.from(sentinel).toString('base64'), '47114711', '2017-'])
    expect(ejected.program).not.toContain(spelling);
  expect(remake(ejected, file).changes).toEqual([]);
});

test('says who signed, and that the file is ambiguous', async () => {
  const { keyPem, certificate, chain } = signerChain('p256');
  const signer = await createSigner({ key: keyPem, certificate: certificate.pem, chain: chain.map(({ pem }) => pem) });
  const file = profileFile([wifi()]);
  const signed = ejectProfile(await signProfile(new TextEncoder().encode(file), signer));
  expect(signed.notes).toEqual([
    {
      kind: 'signature',
      pointer: '',
      message: `the file is signed by ${signer.certificate.name}; what the program makes is not`,
    },
  ]);
  expect(signed.program).toBe(ejectProfile(file).program);
  expect(
    notesOf(
      ejectProfile(
        parseProfile(file.replace('<string>Office', '<string>Other</string><key>SSID_STR</key><string>Office')),
      ),
    ),
  ).toEqual(['ambiguous /PayloadContent/0/SSID_STR']);
  // Other readers refuse it, and see nothing else.
  const odd = parseProfile(file.replace('<dict>', '<dict a="b">'));
  expect(odd.issues.map(({ severity }) => severity)).toEqual(['warning']);
  expect(notesOf(ejectProfile(odd))).toEqual([]);
});

describe('refuses', () => {
  const refusals: Readonly<Record<string, readonly [file: string | Uint8Array, code: string, pointer?: string]>> = {
    'a profile service': [
      profileFile([], { PayloadType: 'Profile Service', PayloadContent: { URL: 'https://a.example' } }),
      'ERR_PROFILE_EJECT',
      '/PayloadType',
    ],
    'PayloadContent that is no list': [profileFile([], { PayloadContent: {} }), 'ERR_PROFILE_EJECT', '/PayloadContent'],
    'an item that is no payload': [profileFile([], { PayloadContent: ['a'] }), 'ERR_PROFILE_EJECT', '/PayloadContent'],
    'a payload without a type': [profileFile([{}]), 'ERR_PROFILE_EJECT', '/PayloadContent/0/PayloadType'],
    'a payload without a UUID, which every edit would give one': [
      profileFile([wifi({ PayloadUUID: undefined })]),
      'ERR_PROFILE_EJECT',
      '/PayloadContent/0/PayloadUUID',
    ],
    'a dictionary where a certificate is named, that looks like one': [
      profileFile([wifi({ PayloadCertificateUUID: { raw: new Uint8Array(3) } })]),
      'ERR_PROFILE_EJECT',
      '/PayloadContent/0',
    ],
    'encrypted payloads': [
      encryptProfile(new ProfileBuilder().addRootCA(root.pem).build(), deviceIdentity('p256').der),
      'ERR_PROFILE_ENCRYPTED',
    ],
  };

  test.each(Object.entries(refusals))('%s', (_, [file, code, pointer]) => {
    expect(() => ejectProfile(file)).toThrow(
      expect.objectContaining({
        code,
        ...(pointer === undefined ? {} : { details: expect.objectContaining({ pointer }) as object }),
      }) as Error,
    );
  });

  test('a value that XML cannot carry, with its place in the profile', () => {
    const dictionary = { PayloadType: 'Configuration', PayloadContent: [{ PayloadType: 'a', Note: 'a\u0001' }] };
    expect(() => ejectProfile({ ...parseProfile(profileFile([])), dictionary })).toThrow(
      expect.objectContaining({
        code: 'ERR_PLIST_VALUE',
        details: expect.objectContaining({ pointer: '/PayloadContent/0/Note' }) as object,
      }) as Error,
    );
  });

  test('options that are not known', () => {
    expect(() => ejectProfile(profileFile([]), { name: 'x' } as never)).toThrow(/^options\.name is not known/);
  });
});
