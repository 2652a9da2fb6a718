import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { ProfileBuilder } from '../../../src/builder/profile-builder.js';
import { createSigner } from '../../../src/cms/create-signer.js';
import { inspectProfile } from '../../../src/document/inspect-profile.js';
import { signProfile } from '../../../src/document/sign-profile.js';
import { real } from '../../../src/plist/value.js';
import { intermediateCA, rootCA, signerChain } from '../../support/authorities.js';
import { signedMessage } from '../../support/signed-message.js';
import { daysFromToday } from '../../support/time-value.js';

const root = rootCA();
const intermediate = intermediateCA(root);
const material = signerChain('p256');
const signer = await createSigner({
  key: material.keyPem,
  certificate: material.certificate.pem,
  chain: material.chain.map(({ pem }) => pem),
});
const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex').toUpperCase();
const plist = (body: string): string => `<?xml version="1.0"?><plist version="1.0"><dict>${body}</dict></plist>`;
const entry = (key: string, value: string): string => `<key>${key}</key>${value}`;
const head = entry('PayloadType', '<string>Configuration</string>');

describe('inspectProfile', () => {
  const profile = new ProfileBuilder({
    organization: 'Lab',
    description: 'Text',
    removalDate: new Date('2030-01-02T03:04:05Z'),
    durationUntilRemovalSeconds: 3600,
    consentText: 'Agree',
  })
    .addRootCA([root.pem, intermediate.pem], { organization: 'Lab' })
    .addPayload('com.example.app', {
      Big: 2n ** 63n,
      Real: real(1),
      Bytes: Uint8Array.of(1, 2),
      List: [true, { a: 'b' }],
    })
    .build();
  const report = inspectProfile(profile.toBytes());

  test('says what is in the profile, as plain JSON', () => {
    expect(report).toMatchObject({
      container: 'xml',
      file: { bytes: profile.toBytes().length, sha256: sha256(profile.toBytes()) },
      identifier: profile.identifier,
      uuid: profile.uuid,
      displayName: 'Lab Root',
      description: 'Text',
      organization: 'Lab',
      scope: 'System',
      secrets: [],
    });
    expect({ ...report.settings }).toEqual({
      RemovalDate: '2030-01-02T03:04:05.000Z',
      DurationUntilRemoval: 3600,
      ConsentText: { default: 'Agree' },
    });
    expect(JSON.parse(JSON.stringify(report))).toEqual(JSON.parse(JSON.stringify({ ...report })));
    expect(report).not.toHaveProperty('signature');
  });

  test('lists the payloads with their pointers, and the certificates that are in them', () => {
    expect(report.payloads.map(({ pointer, type, uuid }) => [pointer, type, uuid])).toEqual(
      profile.payloads.map(({ type, uuid }, index) => [`/PayloadContent/${index}`, type, uuid]),
    );
    const [rootPayload, companion, app] = report.payloads;
    expect(rootPayload?.certificates).toMatchObject([{ name: 'Lab Root', role: 'root', sha256: sha256(root.der) }]);
    expect(companion?.certificates).toMatchObject([
      { name: 'Lab Intermediate', role: 'intermediate', pathLenConstraint: 0 },
    ]);
    expect(rootPayload?.content['PayloadContent']).toBe(`[${root.der.length} bytes]`);
    expect({ ...app?.content }).toEqual({
      Big: '9223372036854775808',
      Real: 1,
      Bytes: '[2 bytes]',
      List: [true, { a: 'b' }],
    });
  });

  test('says who signed, and judges the content inside', async () => {
    const signed = await signProfile(profile, signer, { signingTime: daysFromToday(0) });
    const inside = inspectProfile(signed);
    const { signature, container, file, ...rest } = inside;
    expect(container).toBe('cms');
    expect(file).toEqual({ bytes: signed.length, sha256: sha256(signed) });
    expect(signature?.signer.sha256).toBe(sha256(material.certificate.der));
    expect(signature?.certificates.map(({ name }) => name)).toEqual([
      'Lab Profile Signer',
      'Lab Signing CA',
      'Lab Signing Root',
    ]);
    expect(signature).toMatchObject({ digestAlgorithm: 'SHA-256' });
    expect(new Date(signature?.signingTime ?? '').getTime()).toBe(Math.floor(daysFromToday(0).getTime() / 1000) * 1000);
    const validity = (at: Date) => inspectProfile(signed, { at }).signature?.signerValidity;
    const { notBefore = '', notAfter = '' } = signature?.signer ?? {};
    const [start, end] = [Date.parse(notBefore), Date.parse(notAfter)];
    const times = [start - 1000, start, end, end + 1000];
    expect(times.map((time) => validity(new Date(time)))).toEqual(['not-yet-valid', 'current', 'current', 'expired']);
    const { container: _, file: __, ...unsigned } = report;
    expect(rest).toEqual(unsigned);
  });

  test('judges as a device does, at the time and by the levels that were given', () => {
    const soon = new ProfileBuilder().addRootCA(rootCA({ notAfter: daysFromToday(10) }).pem).build();
    const later = { at: daysFromToday(20) };
    const brief = (options: Parameters<typeof inspectProfile>[1]) =>
      inspectProfile(soon.toXml(), options).issues.map(({ code, severity }) => `${severity} ${code}`);
    expect(brief({})).toEqual([]);
    expect(brief(later)).toEqual(['warning root-expired']);
    expect(brief({ ...later, rules: { 'root-expired': 'info' } })).toEqual(['info root-expired']);
    expect(brief({ ...later, rules: { 'root-expired': 'off' } })).toEqual([]);
  });

  test('tells what is odd about the signature before what is odd about the content', () => {
    const odd = new ProfileBuilder({ uuid: 'lab' }).addRootCA(root.pem).build();
    const bytes = signedMessage({ signer: material.certificate, content: odd.toBytes(), attributes: 'absent' });
    const codes = (rules = {}) => inspectProfile(bytes, { rules }).issues.map(({ code }) => code);
    expect(codes()).toEqual(['no-signed-attributes', 'profile-uuid']);
    expect(codes({ 'no-signed-attributes': 'off' })).toEqual(['profile-uuid']);
  });

  test('names a certificate in an issue by its fingerprint, and a place in a file by its line', () => {
    const soon = rootCA({ notAfter: daysFromToday(10) });
    const xml = new ProfileBuilder().addRootCA(soon.pem).build().toXml().replace('<string>System', '<string>system');
    const [expired, scope] = inspectProfile(xml, { at: daysFromToday(20) }).issues;
    const lineOf = (text: string): number => xml.slice(0, xml.indexOf(text)).split('\n').length;
    expect(expired?.where).toEqual({
      pointer: '/PayloadContent/0/PayloadContent',
      certificate: { name: 'Lab Root', sha256: sha256(soon.der) },
      line: lineOf('<data>'),
      column: 4,
    });
    const line = lineOf('<string>system');
    expect(scope).toMatchObject({ code: 'schema-enum', where: { pointer: '/PayloadScope', line, column: 2 } });
  });

  test('leaves nothing out: common keys of another type, content that is no list, unknown keys', () => {
    const odd = inspectProfile(
      plist(
        entry('PayloadType', '<string>Profile Service</string>') +
          entry('PayloadVersion', '<integer>2</integer>') +
          entry('PayloadDisplayName', '<integer>7</integer>') +
          entry('PayloadScope', '<true/>') +
          entry('Unknown', '<string>u</string>') +
          entry('PayloadContent', `<dict>${entry('URL', '<string>https://lab.example/</string>')}</dict>`),
      ),
    );
    expect({ ...odd.settings }).toEqual({
      PayloadType: 'Profile Service',
      PayloadVersion: 2,
      PayloadDisplayName: 7,
      PayloadScope: true,
      Unknown: 'u',
      PayloadContent: { URL: 'https://lab.example/' },
    });
    const [payload] = inspectProfile(
      plist(
        head + entry('PayloadContent', `<array><dict>${entry('PayloadUUID', '<integer>1</integer>')}</dict></array>`),
      ),
    ).payloads;
    expect(payload).toMatchObject({ type: '', uuid: '', content: { PayloadUUID: 1 } });
  });

  test('reports content of a certificate payload that is no certificate without one', () => {
    const content = (value: string): string =>
      plist(
        head +
          entry(
            'PayloadContent',
            `<array><dict>${entry('PayloadType', '<string>com.apple.security.root</string>')}${entry('PayloadContent', value)}</dict></array>`,
          ),
      );
    for (const value of [
      '<data></data>',
      '<data>AQID</data>',
      '<string>text</string>',
      '<integer>1</integer>',
      `<string>${root.pem}</string>`,
    ]) {
      const [payload] = inspectProfile(content(value)).payloads;
      expect(payload).not.toHaveProperty('certificates');
    }
    const bundle = Buffer.from(root.pem + intermediate.pem).toString('base64');
    expect(inspectProfile(content(`<data>${bundle}</data>`)).payloads[0]?.certificates).toHaveLength(2);
  });

  test('refuses what parseProfile refuses', () => {
    expect(() => inspectProfile('text')).toThrow(expect.objectContaining({ code: 'ERR_PLIST_FORMAT' }) as Error);
    expect(() => inspectProfile(plist(''))).toThrow(
      expect.objectContaining({ code: 'ERR_PROFILE_MALFORMED' }) as Error,
    );
    expect(() => inspectProfile(undefined as never)).toThrow(/^input must be/);
    expect(() => inspectProfile(profile.toXml(), null as never)).toThrow(/^options must be a plain object$/);
    expect(() => inspectProfile(profile.toXml(), { at: new Date(Number.NaN) })).toThrow(
      /^options\.at must be a valid Date$/,
    );
    expect(() => inspectProfile(profile.toXml(), { rules: { nothing: 'off' } as never })).toThrow(
      /^options\.rules has no rule/,
    );
    expect(() => inspectProfile(profile.toXml(), { as: 'author' } as never)).toThrow(/^options\.as is not known/);
    expect(() => inspectProfile(profile.toXml(), { limits: { maxNodes: 3 } })).toThrow(
      expect.objectContaining({ code: 'ERR_PLIST_LIMIT' }) as Error,
    );
  });
});
