import { readFileSync } from 'node:fs';
import { inspect } from 'node:util';
import { describe, expect, test } from 'vitest';
import { ProfileBuilder, type BuildOptions } from '../../../src/builder/profile-builder.js';
import type { Issue } from '../../../src/diagnostics/issue.js';
import { isProfilewrightError } from '../../../src/diagnostics/profilewright-error.js';
import { acmeIdentity, type AcmeIdentityOptions } from '../../../src/profile/acme-identity.js';
import { adCertificateIdentity } from '../../../src/profile/ad-certificate-identity.js';
import { isIdentity, type Identity } from '../../../src/profile/identity.js';
import type { Pkcs12Identity } from '../../../src/profile/pkcs12-identity.js';
import type { Payload } from '../../../src/profile/profile.js';
import { scepIdentity } from '../../../src/profile/scep-identity.js';
import { validateProfileDictionary } from '../../../src/validation/validate-profile-dictionary.js';
import { leaf, rootCA } from '../../support/authorities.js';

const rootFile = rootCA();
const subject = [
  ['O', 'Lab'],
  ['CN', 'anna'],
] as const;
const challenge = 'SENTINEL-challenge';

/** Every option, and what Apple's keys have to be. */
const full = {
  scep: {
    type: 'com.apple.security.scep',
    identity: scepIdentity({
      url: 'https://ca.example.com/scep',
      name: 'lab',
      subject,
      subjectAltName: {
        rfc822Name: ['anna@example.com', 'a@example.com'],
        dNSName: 'anna.example.com',
        uniformResourceIdentifier: ['urn:lab:anna'],
        ntPrincipalName: 'anna@lab',
      },
      challenge,
      keySize: 4096,
      keyUsage: ['signing', 'encryption'],
      caFingerprint: Uint8Array.of(1, 2, 3),
      retries: 5,
      retryDelaySeconds: 20,
      keyIsExtractable: false,
      allowAllAppsAccess: true,
      trust: rootFile.pem,
    }),
    content: {
      PayloadContent: {
        URL: 'https://ca.example.com/scep',
        Name: 'lab',
        Subject: [[['O', 'Lab']], [['CN', 'anna']]],
        Challenge: challenge,
        Keysize: 4096,
        'Key Usage': 5,
        CAFingerprint: Uint8Array.of(1, 2, 3),
        Retries: 5,
        RetryDelay: 20,
        SubjectAltName: {
          rfc822Name: ['anna@example.com', 'a@example.com'],
          dNSName: 'anna.example.com',
          uniformResourceIdentifier: ['urn:lab:anna'],
          ntPrincipalName: 'anna@lab',
        },
        KeyIsExtractable: false,
        AllowAllAppsAccess: true,
      },
    },
  },
  acme: {
    type: 'com.apple.security.acme',
    identity: acmeIdentity({
      directoryUrl: 'https://ca.example.com/acme/directory',
      clientIdentifier: 'ABC123',
      hardwareBound: true,
      keyType: 'EC',
      keySize: 384,
      attest: true,
      subject: [
        [
          ['O', 'Lab'],
          ['OU', 'Phones'],
        ],
        ['CN', 'anna'],
      ],
      subjectAltName: {
        rfc822Name: 'anna@example.com',
        dNSName: 'anna.example.com',
        uniformResourceIdentifier: 'urn:lab:anna',
        ntPrincipalName: 'anna@lab',
      },
      usageFlags: ['signing'],
      extendedKeyUsage: ['1.3.6.1.5.5.7.3.2'],
      keyIsExtractable: false,
      allowAllAppsAccess: false,
      trust: [rootFile.der],
    }),
    content: {
      DirectoryURL: 'https://ca.example.com/acme/directory',
      ClientIdentifier: 'ABC123',
      KeySize: 384,
      KeyType: 'ECSECPrimeRandom',
      HardwareBound: true,
      Subject: [
        [
          ['O', 'Lab'],
          ['OU', 'Phones'],
        ],
        [['CN', 'anna']],
      ],
      SubjectAltName: {
        rfc822Name: 'anna@example.com',
        dNSName: 'anna.example.com',
        uniformResourceIdentifier: 'urn:lab:anna',
        ntPrincipalName: 'anna@lab',
      },
      UsageFlags: 1,
      ExtendedKeyUsage: ['1.3.6.1.5.5.7.3.2'],
      Attest: true,
      KeyIsExtractable: false,
      AllowAllAppsAccess: false,
    },
  },
  'AD certificate': {
    type: 'com.apple.ADCertificate.managed',
    identity: adCertificateIdentity({
      certServer: 'ca.example.com',
      certTemplate: 'Machine',
      certificateAuthority: 'Lab CA',
      certificateAcquisitionMechanism: 'RPC',
      certificateRenewalTimeIntervalDays: 14,
      description: 'Mac of the lab',
      keySize: 4096,
      promptForCredentials: false,
      enableAutoRenewal: true,
      keyIsExtractable: false,
      allowAllAppsAccess: true,
    }),
    content: {
      CertServer: 'ca.example.com',
      CertTemplate: 'Machine',
      Description: 'Mac of the lab',
      CertificateRenewalTimeInterval: 14,
      CertificateAuthority: 'Lab CA',
      CertificateAcquisitionMechanism: 'RPC',
      AllowAllAppsAccess: true,
      PromptForCredentials: false,
      KeyIsExtractable: false,
      Keysize: 4096,
      EnableAutoRenewal: true,
    },
  },
};

const builderOf = (): ProfileBuilder => new ProfileBuilder({ identifier: 'com.example.lab' });
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value)) as unknown;

function issuesOf(builder: ProfileBuilder, options: BuildOptions = {}): readonly Issue[] {
  try {
    return builder.build(options).issues;
  } catch (error) {
    if (!isProfilewrightError(error, 'ERR_PROFILE_INVALID')) throw error;
    expect(inspect(error, { depth: 9 })).not.toContain('SENTINEL');
    return error.details.issues;
  }
}

const payloadOf = (identity: Identity): Payload | undefined =>
  builderOf().addIdentity(identity).build().payloads.at(-1);

describe.each(Object.entries(full))('the identity from %s', (_, { type, identity, content }) => {
  test('writes every option under the key of Apple’s', () => {
    const builder = builderOf().addIdentity(identity);
    const { payloads } = builder.build();
    expect(payloads.at(-1)?.type).toBe(type);
    expect(plain(payloads.at(-1)?.content)).toEqual(plain(content));
    expect(issuesOf(builder)).toEqual([]);
  });

  test('has an option for every key of the payload', () => {
    const file = new URL(`../../../schemas/${type}.schema.json`, import.meta.url);
    const schema = JSON.parse(readFileSync(file, 'utf8')) as { properties: Record<string, { properties?: object }> };
    const keys = Object.keys(schema.properties['PayloadContent']?.properties ?? schema.properties);
    const own = keys.filter((key) => !/^Payload(?!Content)/.test(key));
    const written = Object.keys('PayloadContent' in content ? content.PayloadContent : content);
    // A SCEP key can be nothing but RSA.
    expect(own.filter((key) => !written.includes(key))).toEqual(own.filter((key) => key === 'Key Type'));
  });

  test('is a frozen value that survives being spread, and that nothing shows the secrets of', () => {
    expect(Object.isFrozen(identity)).toBe(true);
    const copies = [{ ...identity }, Object.assign({}, identity)];
    const builder = builderOf().addIdentity(identity);
    for (const copy of copies) {
      expect(isIdentity(copy)).toBe(true);
      builder.addIdentity(copy);
      expect(inspect(copy, { depth: 9, showHidden: true })).not.toContain('SENTINEL');
      expect(JSON.stringify(copy)).not.toContain('SENTINEL');
    }
    expect(builder.build().payloads.filter((payload) => payload.type === type)).toHaveLength(1);
  });

  test('is used where a payload refers to one', () => {
    const { payloads } = builderOf()
      .addPayload('com.apple.relay.managed', {
        Relays: [{ HTTP3RelayURL: 'https://a', PayloadCertificateUUID: identity }],
      })
      .build();
    const used = payloads.find((payload) => payload.type === type);
    const [relay] = payloads.at(-1)?.content['Relays'] as unknown as { PayloadCertificateUUID: string }[];
    expect(relay?.PayloadCertificateUUID).toBe(used?.uuid);
  });

  test('takes no file name', () => {
    expect(() => builderOf().addIdentity(identity as Identity as Pkcs12Identity, { fileName: 'a.p12' })).toThrow(
      new TypeError('options.fileName is for the file of a PKCS#12 identity'),
    );
  });
});

describe('an identity that is asked for', () => {
  test('may be made of another one, as its copies are options too', () => {
    const anna = full.scep.identity;
    const otto = scepIdentity({ ...anna, subject: [['CN', 'otto']] });
    expect(payloadOf(otto)?.content['PayloadContent']).toMatchObject({
      Subject: [[['CN', 'otto']]],
      Challenge: challenge,
    });
    expect(builderOf().addIdentity(anna).addIdentity(otto).build().payloads).toHaveLength(3);
  });

  test('keeps its identifier when only its secret changes, and has another UUID', () => {
    const one = payloadOf(scepIdentity({ url: 'http://ca.example.com', subject, challenge: 'one' }));
    const two = payloadOf(scepIdentity({ url: 'http://ca.example.com', subject, challenge: 'two' }));
    expect(two?.identifier).toBe(one?.identifier);
    expect(two?.uuid).not.toBe(one?.uuid);
  });

  test('has an identifier of its own beside one that differs in its settings only, whatever the order', () => {
    const small = scepIdentity({ url: 'http://ca.example.com', subject, keySize: 2048 });
    const large = scepIdentity({ url: 'http://ca.example.com', subject, keySize: 4096 });
    const uuids = (...list: readonly Identity[]): string[] =>
      list
        .reduce((builder, one) => builder.addIdentity(one), builderOf())
        .build()
        .payloads.map(({ uuid }) => uuid);
    expect(new Set(uuids(small, large))).toEqual(new Set(uuids(large, small)));
    const { payloads } = builderOf().addIdentity(small).addIdentity(large).build();
    expect(new Set(payloads.map(({ identifier }) => identifier)).size).toBe(2);
  });

  test('is called by the last common name of its subject, or else by what there is', () => {
    const names = [
      scepIdentity({
        url: 'http://a',
        subject: [
          ['CN', 'first'],
          ['CN', 'second\u202e'],
        ],
      }),
      scepIdentity({ url: 'http://a', name: 'lab' }),
      scepIdentity({ url: 'http://a' }),
      adCertificateIdentity({ certServer: 'a', certTemplate: 'Machine' }),
    ].map((identity) => payloadOf(identity)?.displayName);
    expect(names).toEqual(['second\\u{202E}', 'lab', undefined, 'Machine']);
  });

  test('asks for an RSA key of 2048 bits from SCEP, when nothing is said', () => {
    expect({ ...(payloadOf(scepIdentity({ url: 'http://a' }))?.content['PayloadContent'] as object) }).toEqual({
      URL: 'http://a',
      Keysize: 2048,
    });
  });

  test.each([
    [[], 0],
    [['signing'], 1],
    [['encryption'], 4],
    [['encryption', 'signing', 'signing'], 5],
  ] as const)('for %o has the bits %i', (keyUsage, bits) => {
    const content = payloadOf(scepIdentity({ url: 'http://a', keyUsage }))?.content['PayloadContent'];
    expect(content).toMatchObject({ 'Key Usage': bits });
  });

  test('keeps what it was given when the caller changes it afterwards', () => {
    const given = { url: 'http://a', subject: [['CN', 'anna']] as [['CN', string]], caFingerprint: Uint8Array.of(1) };
    const identity = scepIdentity(given);
    given.subject[0][1] = 'otto';
    given.caFingerprint.fill(9);
    expect(payloadOf(identity)?.content['PayloadContent']).toMatchObject({
      Subject: [[['CN', 'anna']]],
      CAFingerprint: Uint8Array.of(1),
    });
  });
});

describe('a key that no device makes', () => {
  const acme = (changes: Partial<Record<keyof AcmeIdentityOptions, unknown>>): string[] => {
    const options = {
      directoryUrl: 'https://ca.example.com',
      clientIdentifier: 'a',
      hardwareBound: false,
      keyType: 'EC',
      keySize: 256,
      subject,
      trust: rootFile.pem,
      ...changes,
    };
    return issuesOf(builderOf().addIdentity(acmeIdentity(options as AcmeIdentityOptions))).map(({ code }) => code);
  };

  test.each([
    ['an RSA key in hardware', { keyType: 'RSA', keySize: 2048, hardwareBound: true }, 'acme-rsa-not-hardware-bound'],
    ['an RSA key that is small', { keyType: 'RSA', keySize: 512 }, 'acme-rsa-key-size'],
    ['an EC key of 512 bits', { keySize: 512 }, 'acme-ec-key-size'],
    ['P-521 in hardware', { keySize: 521, hardwareBound: true }, 'acme-hardware-bound-key-size'],
    ['an attestation without hardware', { attest: true }, 'acme-attest-needs-hardware-bound'],
    ['a server without TLS', { directoryUrl: 'http://ca.example.com' }, 'acme-directory-url-https'],
    ['a purpose that is no OID', { extendedKeyUsage: ['clientAuth'] }, 'acme-eku-oid-format'],
    ['an attribute that is not known', { subject: [['DC', 'lab']] }, 'acme-subject-attribute-names'],
  ])('is an issue: %s', (_, changes, code) => {
    expect(acme(changes)).toContain(code);
  });

  test.each([
    [{ keyType: 'RSA', keySize: 3072 }],
    [{ keySize: 521 }],
    [{ hardwareBound: true }],
    [{ hardwareBound: true, keySize: 384, attest: true }],
    [{ subject: [] }],
    [{ subject: [['1.2.840.113549.1.9.1', 'a@example.com']] }],
  ])('unlike %o', (changes) => {
    expect(acme(changes)).toEqual([]);
  });
});

describe('the TLS root of the CA', () => {
  const url = 'https://user:SENTINEL@ca.example.com/scep?challenge=SENTINEL';
  const scep = scepIdentity({ url });
  const codesOf = (builder: ProfileBuilder): string[] =>
    issuesOf(builder).map(({ severity, code }) => `${severity} ${code}`);

  test('is missed when the profile has none, without showing the rest of the URL', () => {
    const [issue, ...others] = issuesOf(builderOf().addIdentity(scep));
    expect(others).toEqual([]);
    expect(issue).toMatchObject({
      code: 'acme-scep-needs-root',
      severity: 'warning',
      where: { pointer: '/PayloadContent/0/PayloadContent/URL' },
    });
    expect(issue?.message).toMatch(/^the SCEP server "ca\.example\.com" is asked over TLS/);
    const { hardwareBound, keyType, keySize, subject: name } = full.acme.identity;
    const acme = acmeIdentity({
      directoryUrl: 'HTTPS://ca',
      clientIdentifier: 'a',
      hardwareBound,
      keyType,
      keySize,
      subject: name,
    } as never);
    expect(codesOf(builderOf().addIdentity(acme))).toEqual(['warning acme-scep-needs-root']);
  });

  test('is not missed over HTTP, beside a root of any payload, or when it is to be trusted with the identity', () => {
    expect(codesOf(builderOf().addIdentity(scepIdentity({ url: 'http://ca.example.com' })))).toEqual([]);
    expect(codesOf(builderOf().addIdentity(scep).addRootCA(rootFile.pem))).toEqual([]);
    expect(codesOf(builderOf().addIdentity(scep).addCertificate(rootFile.pem, { format: 'pem' }))).toEqual([]);
    expect(codesOf(builderOf().addIdentity(scepIdentity({ url, trust: rootFile.pem })))).toEqual([]);
    const other = leaf(rootFile);
    expect(codesOf(builderOf().addIdentity(scep).addCertificate(other.pem))).toContain('warning acme-scep-needs-root');
    expect(codesOf(builderOf().addIdentity(adCertificateIdentity({ certServer: 'a', certTemplate: 'b' })))).toEqual([]);
  });

  test('weighs nothing to a reader, who does not know what is trusted already', () => {
    const { dictionary } = builderOf().addIdentity(scep).build();
    const found = validateProfileDictionary(dictionary, { as: 'device' });
    expect(found.map(({ severity, code }) => `${severity} ${code}`)).toEqual(['info acme-scep-needs-root']);
  });

  test('is embedded in front of the identity, once, whoever brings it', () => {
    const { payloads } = builderOf()
      .addIdentity(full.acme.identity)
      .addIdentity(full.scep.identity)
      .addPayload('com.apple.MCX.FileVault2', { Enable: 'On', PayloadCertificateUUID: full.scep.identity.trust![0]! })
      .build({ rules: { 'fv-recovery-certificate-ref': 'off' } });
    expect(payloads.map(({ type }) => type)).toEqual([
      'com.apple.security.root',
      'com.apple.security.acme',
      'com.apple.security.scep',
      'com.apple.MCX.FileVault2',
    ]);
    expect(builderOf().addRootCA(rootFile.pem).addIdentity(full.scep.identity).build().payloads).toHaveLength(2);
  });
});

describe('is a TypeError that begins with the name:', () => {
  const acme = {
    directoryUrl: 'https://a',
    clientIdentifier: 'a',
    hardwareBound: true,
    keyType: 'EC',
    keySize: 256,
    subject,
  };
  test.each<[what: string, call: () => unknown, message: string]>([
    ['no options', () => scepIdentity(undefined as never), 'options must be a plain object'],
    ['no URL', () => scepIdentity({} as never), 'options.url is missing'],
    [
      'an option that is not known',
      () => scepIdentity({ url: 'a', keysize: 1 } as never),
      'options.keysize is not known',
    ],
    ['a subject as text', () => scepIdentity({ url: 'a', subject: 'CN=a' as never }), 'options.subject must be a list'],
    [
      'half an attribute',
      () => scepIdentity({ url: 'a', subject: [['CN']] as never }),
      'options.subject must be a list',
    ],
    [
      'an attribute too long',
      () => scepIdentity({ url: 'a', subject: [['CN', 'a', 'b']] as never }),
      'options.subject must',
    ],
    [
      'a number in a name',
      () => scepIdentity({ url: 'a', subject: [[['CN', 1]]] as never }),
      'options.subject must be',
    ],
    [
      'a challenge that is no text',
      () => scepIdentity({ url: 'a', challenge: { reveal: () => 1 } as never }),
      'options.challenge must be',
    ],
    [
      'a use that is not known',
      () => scepIdentity({ url: 'a', keyUsage: ['sign'] as never }),
      'options.keyUsage must be',
    ],
    [
      'a name that is not known',
      () => scepIdentity({ url: 'a', subjectAltName: { dnsName: 'a' } as never }),
      'options.subjectAltName.dnsName is not',
    ],
    [
      'a number as a name',
      () => scepIdentity({ url: 'a', subjectAltName: { dNSName: [1] } as never }),
      'options.subjectAltName.dNSName must',
    ],
    [
      'a fingerprint as text',
      () => scepIdentity({ url: 'a', caFingerprint: 'ab' as never }),
      'options.caFingerprint must',
    ],
    [
      'several names where ACME has one',
      () => acmeIdentity({ ...acme, subjectAltName: { dNSName: ['a'] } } as never),
      'options.subjectAltName.dNSName must',
    ],
    [
      'a kind of key that is not known',
      () => acmeIdentity({ ...acme, keyType: 'ECSECPrimeRandom' } as never),
      'options.keyType must be "EC" or "RSA"',
    ],
    ['no kind of key', () => acmeIdentity({ ...acme, keyType: undefined } as never), 'options.keyType is missing'],
    [
      'a purpose as text',
      () => acmeIdentity({ ...acme, extendedKeyUsage: '1.2' } as never),
      'options.extendedKeyUsage must',
    ],
    ['no template', () => adCertificateIdentity({ certServer: 'a' } as never), 'options.certTemplate is missing'],
    [
      'a mechanism that is not known',
      () =>
        adCertificateIdentity({ certServer: 'a', certTemplate: 'b', certificateAcquisitionMechanism: 'DCOM' as never }),
      'options.certificateAcquisitionMechanism must',
    ],
    [
      'a copy that was bent',
      () => builderOf().addIdentity({ ...full.scep.identity, url: 1 } as never),
      'identity.url must be a string',
    ],
    [
      'a copy with more in it',
      () => builderOf().addIdentity({ ...full.acme.identity, other: 1 } as never),
      'identity.other is not known',
    ],
  ])('%s', (_, call, message) => {
    expect(call).toThrow(TypeError);
    expect(call).toThrow(message);
  });

  test('and what is no certificate is refused as a root to trust', () => {
    for (const trust of ['SENTINEL', '', new Uint8Array()]) {
      expect(() => scepIdentity({ url: 'a', trust })).toThrow(/certificate|empty/);
    }
  });
});
