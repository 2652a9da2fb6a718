import { X509Certificate } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { ProfileBuilder } from '../../../src/builder/profile-builder.js';
import { isProfilewrightError } from '../../../src/diagnostics/profilewright-error.js';
import { readCertificate } from '../../../src/pki/read-certificates.js';
import type { Payload } from '../../../src/profile/profile.js';
import { intermediateCA, leaf, rootCA } from '../../support/authorities.js';
import { refusedObjects } from '../../support/refused-objects.js';
import { testKey } from '../../support/test-key.js';
import { codeOf } from '../error-code.js';

const root = rootCA();
const other = rootCA({ subject: 'Other Root', key: testKey('p256', 5) });
const intermediate = intermediateCA(root);
const server = leaf(intermediate);

const brief = ({ type, displayName }: Payload): string => `${type.replace('com.apple.security.', '')} ${displayName}`;
const contentOf = (payload: Payload | undefined): unknown => payload?.content['PayloadContent'];

/** The codes of the issues of severity error with which a build ends. */
function errorsOf(builder: ProfileBuilder): string[] {
  try {
    builder.build();
    return [];
  } catch (error) {
    if (!isProfilewrightError(error, 'ERR_PROFILE_INVALID')) throw error;
    return error.details.issues.filter(({ severity }) => severity === 'error').map(({ code }) => code);
  }
}

describe('addRootCA', () => {
  test('works with nothing else, and embeds the very bytes', () => {
    const profile = new ProfileBuilder().addRootCA(root.pem).build();
    expect(profile.payloads.map(brief)).toEqual(['root Lab Root']);
    expect(contentOf(profile.payloads[0])).toEqual(root.der);
    expect(profile).toMatchObject({ displayName: 'Lab Root', scope: 'System', issues: [] });
  });

  test('routes a bundle: roots to root payloads, the intermediates beside them to pkcs1', () => {
    const profile = new ProfileBuilder().addRootCA([intermediate.pem, root.pem, other.der]).build();
    expect(profile.payloads.map(brief)).toEqual(['pkcs1 Lab Intermediate', 'root Lab Root', 'root Other Root']);
  });

  test('does not take an intermediate for a companion when no root is beside it', () => {
    expect(errorsOf(new ProfileBuilder().addRootCA(intermediate.pem))).toEqual(['root-not-self-signed']);
    expect(errorsOf(new ProfileBuilder().addRootCA(root.pem).addRootCA(intermediate.pem))).toEqual([
      'root-not-self-signed',
    ]);
  });

  test('leaves a leaf in a bundle to the judgement of build', () => {
    expect(errorsOf(new ProfileBuilder().addRootCA([root.pem, server.pem]))).toContain('root-ca-flag');
  });

  test('tells all that is wrong with all certificates at once', () => {
    const expired = rootCA({
      subject: 'Expired',
      notAfter: new Date(Date.now() - 86_400_000),
      key: testKey('p256', 6),
    });
    const small = rootCA({ subject: 'Small', key: 'rsa-1024' });
    const builder = new ProfileBuilder().addRootCA([expired.pem, small.pem]).addRootCA(server.der);
    expect(errorsOf(builder)).toEqual(expect.arrayContaining(['root-expired', 'rsa-min-2048', 'root-ca-flag']));
  });
});

describe.each(['addRootCA', 'addCertificate'] as const)('%s', (add) => {
  test.each(refusedObjects().map(({ name, input }) => [name, input] as const))('refuses %s at once', (_, input) => {
    expect(codeOf(() => new ProfileBuilder()[add](input))).toMatch(/^ERR_/);
    // Nothing of a bundle is kept when a part of it is refused.
    const builder = new ProfileBuilder({ identifier: 'com.example.lab' });
    expect(codeOf(() => builder[add]([root.pem, input]))).toMatch(/^ERR_/);
    expect(builder.build().payloads).toEqual([]);
  });

  test.each([undefined, null, 1, true, {}, () => root.pem, new Date(0)])(
    'refuses %s as input of another type',
    (input) => {
      expect(() => new ProfileBuilder()[add](input as never)).toThrow(/^input must be/);
    },
  );

  test('takes the same certificate in many forms for one', () => {
    const forms = [root.pem, root.der, new X509Certificate(root.pem), readCertificate(root.der)];
    const builder = new ProfileBuilder();
    for (const form of forms) builder[add](form);
    expect(builder[add](forms).build().payloads).toHaveLength(1);
  });

  test('keeps what it was given when the caller changes the bytes afterwards', () => {
    const der = Uint8Array.from(root.der);
    const certificate = readCertificate(root.der);
    const fromBytes = new ProfileBuilder()[add](der);
    const fromCertificate = new ProfileBuilder()[add](certificate);
    const list = [root.pem];
    const fromList = new ProfileBuilder()[add](list);
    der.fill(0);
    certificate.raw.fill(0);
    list.push(other.pem);
    for (const builder of [fromBytes, fromCertificate, fromList]) {
      const { payloads } = builder.build();
      expect(payloads).toHaveLength(1);
      expect(contentOf(payloads[0])).toEqual(root.der);
    }
  });

  test('writes the options of the payload', () => {
    const options = {
      identifier: 'com.example.lab.ca',
      uuid: '11111111-2222-4333-8444-555555555555',
      displayName: 'CA of the lab',
      description: 'What it is for',
      organization: 'Lab',
      fileName: 'lab.cer',
    };
    const [payload] = new ProfileBuilder()[add](root.pem, options).build().payloads;
    const { fileName, ...texts } = options;
    expect(payload).toMatchObject(texts);
    expect(payload?.content['PayloadCertificateFileName']).toBe(fileName);
  });

  test('a second call with the same certificate changes the options that it names, and no others', () => {
    const builder = new ProfileBuilder();
    builder[add](root.pem, { displayName: 'First', fileName: 'first.cer', organization: 'Lab' })[add](other.pem);
    const profile = builder[add](root.der, { displayName: 'Second', description: 'Added' })[add](root.der).build();
    expect(profile.payloads.map(({ displayName }) => displayName)).toEqual(['Second', 'Other Root']);
    expect(profile.payloads[0]).toMatchObject({ organization: 'Lab', description: 'Added' });
    expect(profile.payloads[0]?.content['PayloadCertificateFileName']).toBe('first.cer');
  });

  test.each(['identifier', 'uuid', 'displayName', 'fileName'] as const)(
    'does not give one %s to several certificates',
    (option) => {
      const options = { [option]: '11111111-2222-4333-8444-555555555555' };
      const builder = new ProfileBuilder({ identifier: 'com.example.lab' });
      expect(codeOf(() => builder[add]([root.pem, other.pem], options))).toBe('ERR_CERTIFICATE_COUNT');
      expect(builder.build().payloads).toEqual([]);
      expect(() => builder[add]([root.pem, other.pem], options)).toThrow(
        `expected 1 certificate for the option "${option}", found 2: "Lab Root", "Other Root"`,
      );
    },
  );

  test('gives description and organization to all certificates of the call', () => {
    const options = { description: 'For the lab', organization: 'Lab' };
    const { payloads } = new ProfileBuilder()[add]([root.pem, intermediate.pem], options).build();
    expect(payloads).toHaveLength(2);
    for (const payload of payloads) expect(payload).toMatchObject({ description: 'For the lab', organization: 'Lab' });
  });
});

test('the options that name one payload belong to the root of a bundle, not to its intermediates', () => {
  const uuid = '11111111-2222-4333-8444-555555555555';
  const options = { displayName: 'The root', uuid, identifier: 'com.example.root', fileName: 'root.cer' };
  const { payloads } = new ProfileBuilder().addRootCA([intermediate.pem, root.pem], options).build();
  expect(payloads.map(brief)).toEqual(['pkcs1 Lab Intermediate', 'root The root']);
  expect(payloads.map((payload) => payload.uuid === uuid)).toEqual([false, true]);
  expect(payloads.map(({ content }) => content['PayloadCertificateFileName'])).toEqual([undefined, 'root.cer']);
});

describe('addCertificate', () => {
  test('takes certificates of any role as they are', () => {
    const { payloads } = new ProfileBuilder().addCertificate([server.pem, intermediate.pem, root.pem]).build();
    expect(payloads.map(brief)).toEqual(['pkcs1 lab.example', 'pkcs1 Lab Intermediate', 'pkcs1 Lab Root']);
    expect(payloads.map(contentOf)).toEqual([server.der, intermediate.der, root.der]);
  });

  test('writes PEM text when asked', () => {
    const [payload] = new ProfileBuilder().addCertificate(server.der, { format: 'pem' }).build().payloads;
    expect(payload?.type).toBe('com.apple.security.pem');
    expect(new X509Certificate(Buffer.from(contentOf(payload) as Uint8Array)).raw).toEqual(Buffer.from(server.der));
  });

  test('keeps a certificate apart from the root and the PEM payload of the same certificate', () => {
    const { payloads } = new ProfileBuilder()
      .addCertificate(root.pem)
      .addRootCA(root.pem)
      .addCertificate(root.pem, { format: 'pem' })
      .build();
    expect(payloads.map(brief)).toEqual(['pkcs1 Lab Root', 'root Lab Root', 'pem Lab Root']);
    expect(new Set(payloads.map(({ identifier }) => identifier)).size).toBe(3);
    expect(new Set(payloads.map(({ uuid }) => uuid)).size).toBe(3);
  });

  test.each(['PEM', 'DER', '', 'p12', 1, null])('refuses the format %s', (format) => {
    expect(() => new ProfileBuilder().addCertificate(root.pem, { format } as never)).toThrow(
      /^options\.format must be "der" or "pem"$/,
    );
  });
});

test('names without a CN, with control characters or of great length give a title that can be shown', () => {
  const titles = (['O only', 'odd', 'long', 'blank', 'empty'] as const).map((kind) => {
    const subject = {
      'O only': [['O', 'Lab']] as const,
      odd: 'Lab\u0000\u202e\u0085root',
      long: 'x'.repeat(1000),
      blank: [
        ['O', 'Lab'],
        ['CN', '  '],
      ] as const,
      empty: [] as const,
    }[kind];
    const { der } = rootCA({ subject });
    const [payload] = new ProfileBuilder({ identifier: 'com.example.lab' }).addCertificate(der).build().payloads;
    return payload?.displayName ?? '';
  });
  expect(titles.slice(0, 2)).toEqual(['O=Lab', 'Lab\\u{0}\\u{202E}\\u{85}root']);
  expect(titles[2]).toMatch(/^x{120}…$/);
  expect(titles[3]).toMatch(/^O=Lab, CN=/);
  expect(titles[4]).toMatch(/^Certificate [0-9A-F]+$/);
});

test('hundreds of certificates are a profile like any other', () => {
  const key = testKey('p256', 7);
  const all = Array.from({ length: 300 }, (_, index) => rootCA({ subject: `Root ${index}`, key }).der);
  const builder = new ProfileBuilder();
  for (const der of all) builder.addCertificate(der);
  const { payloads } = builder.build();
  expect(payloads.map(contentOf)).toEqual(all);
  expect(new Set(payloads.map(({ uuid }) => uuid)).size).toBe(300);
});
