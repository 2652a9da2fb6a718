import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { ProfileBuilder } from '../../../src/builder/profile-builder.js';
import { parseProfile } from '../../../src/document/parse-profile.js';
import { reportIssue } from '../../../src/document/reported-issue.js';
import { validateProfile } from '../../../src/document/validate-profile.js';
import { real } from '../../../src/plist/value.js';
import { caExtensions, commonName, issue } from '../trust/lab.js';

const at = new Date('2026-01-01T00:00:00Z');
const root = issue({ subject: commonName('Judged Root'), extensions: caExtensions() });
const profile = new ProfileBuilder({ organization: 'Lab' }).addRootCA(root.certificate).build({ at });
const codes = (input: Parameters<typeof validateProfile>[0], options = {}): string[] =>
  validateProfile(input, { at, ...options }).map(({ code }) => code);

describe('validateProfile', () => {
  test('has nothing to say of what was built, in whatever form it is given', () => {
    for (const input of [profile, profile.toXml(), profile.toBytes(), parseProfile(profile.toBytes())]) {
      expect(codes(input)).toEqual([]);
    }
  });

  test('tells line and column of a file, and none of a profile in memory', () => {
    const xml = profile.toXml().replace('<string>Lab</string>', '<integer>7</integer>');
    const [found] = validateProfile(xml, { at });
    const line = xml.slice(0, xml.indexOf('<integer>7')).split('\n').length;
    expect(found).toMatchObject({ code: 'schema-type', where: { pointer: '/PayloadOrganization', line, column: 2 } });
    const [inMemory] = validateProfile({ ...profile, dictionary: { ...profile.dictionary, PayloadOrganization: 7 } });
    expect(inMemory?.where).toEqual({ pointer: '/PayloadOrganization' });
  });

  test('tells line and column of the payload that a certificate stands in, also in a report', () => {
    const xml = profile.toXml();
    const [before] = xml.split('<data>');
    const line = before?.split('\n').length;
    const column = (before?.length ?? 0) - (before?.lastIndexOf('\n') ?? 0);
    const [found] = validateProfile(xml, { at: new Date('2199-01-01T00:00:00Z') });
    const place = { pointer: '/PayloadContent/0/PayloadContent', line, column };
    expect(found?.where).toMatchObject({ ...place, certificate: { raw: root.certificate.raw } });
    const sha256 = createHash('sha256').update(root.certificate.raw).digest('hex').toUpperCase();
    expect(found && reportIssue(found).where).toEqual({ ...place, certificate: { name: 'Judged Root', sha256 } });
  });

  test.each([
    ['nothing', '', 'ERR_PLIST_FORMAT'],
    ['a page', '<html></html>', 'ERR_PLIST_FORMAT'],
    ['a list that is cut', profile.toXml().slice(0, 300), 'ERR_PLIST_MALFORMED'],
    ['a list that is no profile', '<?xml version="1.0"?><plist version="1.0"><dict/></plist>', 'ERR_PROFILE_MALFORMED'],
    ['a signature that is cut', Uint8Array.of(0x30, 0x82, 1, 0, 0x06, 9), 'ERR_'],
  ])('makes an issue of %s, with the code of the error', (_name, input, code) => {
    const issues = validateProfile(input);
    expect(issues).toHaveLength(1);
    expect(issues[0]).toMatchObject({ code: 'profile-unreadable', severity: 'error' });
    expect(issues[0]?.message).toContain(`[${code}`);
    expect(issues[0]?.hint).toBeTruthy();
  });

  test('names the place where reading stopped', () => {
    const xml = profile.toXml().replace('<true/>', '').replace('</plist>', '');
    expect(validateProfile(xml)[0]?.where).toMatchObject({ pointer: '', line: xml.split('\n').length });
  });

  test('weighs as an author or as a device, and as the caller says', () => {
    const odd = { ...profile, dictionary: { ...profile.dictionary, PayloadVersion: real(1) } };
    const severity = (options = {}) => validateProfile(odd, { at, ...options }).map((found) => found.severity);
    expect(severity()).toEqual(['error']);
    expect(severity({ as: 'device' })).toEqual(['warning']);
    expect(severity({ rules: { 'profile-version': 'info' } })).toEqual(['info']);
    expect(severity({ rules: { 'profile-version': 'off' } })).toEqual([]);
    expect(codes('', { rules: { 'profile-unreadable': 'off' } })).toEqual([]);
  });

  test('judges by what is known about the devices, and refuses facts that it does not know', () => {
    const account = new ProfileBuilder({ identifier: 'com.example.account' })
      .addPayload('com.apple.eas.account', { Host: 'mail.lab.test' })
      .build({ at });
    const needed = 'eas-username-noninteractive';
    expect(codes(account)).not.toContain(needed);
    expect(codes(account, { context: { install: 'mdm' } })).toContain(needed);
    expect(codes(account.toXml(), { context: { install: 'manual' } })).not.toContain(needed);
    expect(() => validateProfile(account, { context: { supervized: true } as never })).toThrow(
      /^options\.context\.supervized/,
    );
  });

  test('has nothing against a password in a profile that will be encrypted', () => {
    const account = new ProfileBuilder({ identifier: 'com.example.account' })
      .addPayload('com.apple.eas.account', { Host: 'mail.lab.test', Password: 'a' })
      .build({ at });
    const code = 'eas-password-encrypted-only';
    expect(codes(account)).toContain(code);
    expect(codes(account, { isEncrypted: false })).toContain(code);
    expect(codes(account.toXml(), { isEncrypted: true })).not.toContain(code);
    expect(() => validateProfile(account, { isEncrypted: 'yes' as never })).toThrow(/^options\.isEncrypted/);
  });

  test('compares with the profile that it replaces', () => {
    const mdm = (ServerURL: string) => ({
      ...profile,
      dictionary: { ...profile.dictionary, PayloadContent: [{ PayloadType: 'com.apple.mdm', ServerURL }] },
    });
    const [before, after] = [mdm('https://a.lab.test'), mdm('https://b.lab.test')];
    expect(codes(after, { previous: before })).toContain('mdm-immutable-on-update');
    expect(codes(before, { previous: before })).not.toContain('mdm-immutable-on-update');
    expect(codes(after)).not.toContain('mdm-immutable-on-update');
    for (const previous of ['xml', null, {}]) {
      expect(() => validateProfile(after, { previous: previous as never })).toThrow(/^options\.previous must be/);
    }
  });

  test('takes schemas for payload types that have none', () => {
    const type = 'com.example.app';
    const app = new ProfileBuilder({ identifier: 'com.example.app' }).addPayload(type, { Level: 'high' }).build({ at });
    const schema = { properties: { Level: { type: 'integer', plist: 'integer' } } } as const;
    expect(codes(app)).toEqual(['schema-unknown-payload']);
    expect(codes(app, { payloadTypes: [{ type, schema }] })).toEqual(['schema-type']);
  });

  test('keeps to the limits that it is given', () => {
    const [found] = validateProfile(profile.toXml(), { limits: { maxNodes: 3 } });
    expect(found?.message).toContain('ERR_PLIST_LIMIT');
  });

  test('is not asked about other things', () => {
    for (const input of [undefined, null, 1, {}, []]) {
      expect(() => validateProfile(input as never)).toThrow(/^input must be/);
    }
  });
});
