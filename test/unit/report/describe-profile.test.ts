import { describe, expect, test } from 'vitest';
import type { ProfileReport, ReportedPayload } from '../../../src/document/inspect-profile.js';
import type { ReportedCertificate } from '../../../src/document/reported-certificate.js';
import { describeProfile } from '../../../src/report/describe-profile.js';

const certificate: ReportedCertificate = {
  name: 'Lab Root',
  role: 'root',
  subject: 'O=Lab, CN=Lab Root',
  issuer: 'O=Lab, CN=Lab Root',
  serialNumber: '01',
  notBefore: '2026-01-01T00:00:00.000Z',
  notAfter: '2036-12-31T23:59:59.000Z',
  key: 'EC P-256',
  signatureAlgorithm: 'ecdsa-with-SHA256',
  sha1: 'AB'.repeat(20),
  sha256: '0123456789ABCDEF'.repeat(4),
};

const payload = (changes: Partial<ReportedPayload> = {}): ReportedPayload => ({
  pointer: '/PayloadContent/0',
  type: 'com.apple.security.root',
  identifier: 'org.example.root',
  uuid: '00000000-0000-4000-8000-000000000002',
  content: {},
  ...changes,
});

const report = (changes: Partial<ProfileReport> = {}): ProfileReport => ({
  container: 'xml',
  file: { bytes: 1, sha256: '' },
  identifier: 'org.example',
  uuid: '00000000-0000-4000-8000-000000000001',
  effects: [],
  risks: [],
  displayName: 'Lab',
  scope: 'System',
  settings: {},
  payloads: [payload()],
  secrets: [],
  issues: [],
  ...changes,
});

const lines = (changes: Partial<ProfileReport>): string[] => describeProfile(report(changes)).split('\n');
/** The lines below the payload. */
const below = (changes: Partial<ReportedPayload>): string[] =>
  lines({ payloads: [payload({ identifier: '', ...changes })] })
    .slice(6)
    .map((line) => line.slice(6));

test('draws the profile, its settings and each payload as a tree', () => {
  const tree = lines({
    organization: 'Example',
    settings: { PayloadRemovalDisallowed: true },
    payloads: [payload({ displayName: 'Lab Root', certificates: [certificate] }), payload({ type: 'org.example.own' })],
  });
  expect(tree).toEqual([
    '"Lab"',
    '├─ identifier    org.example',
    '├─ UUID          00000000-0000-4000-8000-000000000001',
    '├─ scope         System',
    '├─ organization  Example',
    '├─ PayloadRemovalDisallowed = true',
    '└─ 2 payloads',
    '   ├─ com.apple.security.root "Lab Root"',
    '   │  ├─ role     root CA (self-signed)',
    '   │  ├─ subject  O=Lab, CN=Lab Root',
    '   │  ├─ valid    2026-01-01 to 2036-12-31',
    '   │  ├─ key      EC P-256, signed with ecdsa-with-SHA256',
    '   │  └─ SHA-256  01234567 89ABCDEF 01234567 89ABCDEF 01234567 89ABCDEF 01234567 89ABCDEF',
    '   └─ org.example.own',
    '      └─ identifier  org.example.root',
  ]);
});

test('says what is missing', () => {
  const empty: ProfileReport = {
    container: 'xml',
    file: { bytes: 1, sha256: '' },
    effects: [],
    risks: [],
    settings: {},
    payloads: [],
    secrets: [],
    issues: [],
  };
  expect(describeProfile(empty).split('\n')).toEqual(['(no display name)', '├─ scope  (not given)', '└─ 0 payloads']);
  expect(lines({ payloads: [payload({ type: '' })] })).toContain('   └─ (no PayloadType)');
});

describe('a certificate', () => {
  test.each([
    ['intermediate', 'intermediate CA'],
    ['leaf', 'not a CA (the certificate of a server, client or signer)'],
  ] as const)('that is no root names its issuer: %s', (role, words) => {
    const names = Array.from({ length: 7 }, (_, index) => `dNSName:host${index}.example`);
    const tree = below({ certificates: [{ ...certificate, role, issuer: 'CN=Top', subjectAltName: names }] });
    expect(tree[0]).toBe(`├─ role     ${words}`);
    expect(tree).toContain('├─ issuer   CN=Top');
    expect(tree).toContain(`├─ names    ${names.slice(0, 5).join(', ')}, 2 more`);
  });

  test('with an empty subject is told to have one', () => {
    expect(below({ certificates: [{ ...certificate, subject: '' }] })).toContain('├─ subject  (empty)');
  });

  test('stands in place of its bytes', () => {
    const tree = below({ certificates: [certificate], content: { PayloadContent: '[400 bytes]', Own: 'kept' } });
    expect(tree.join('\n')).not.toContain('PayloadContent');
    expect(tree.at(-1)).toBe('└─ Own = "kept"');
    expect(below({ content: { PayloadContent: '[400 bytes]' } })).toEqual(['└─ PayloadContent = [400 bytes]']);
  });
});

describe('a value', () => {
  test('is shown by its kind', () => {
    const content = {
      text: 'a',
      number: 1.5,
      flag: false,
      secret: '[secret]',
      none: [],
      nothing: {},
      list: [{ a: 1 }],
    };
    expect(below({ content })).toEqual([
      '├─ text = "a"',
      '├─ number = 1.5',
      '├─ flag = false',
      '├─ secret = [secret]',
      '├─ none = (empty)',
      '├─ nothing = (empty)',
      '└─ list',
      '   └─ 0',
      '      └─ a = 1',
    ]);
  });

  test('of a list too long or a tree too deep is left out, and the reader is told', () => {
    const tree = below({ content: { list: Array.from({ length: 1000 }, (_, index) => index) } });
    expect(tree).toHaveLength(52);
    expect(tree.at(-1)).toBe('   └─ … 950 more');
    let deep: Record<string, never> | { a: unknown } = {};
    for (let depth = 0; depth < 100; depth += 1) deep = { a: deep };
    const text = describeProfile(report({ settings: deep as ProfileReport['settings'] }));
    expect(text.split('\n').length).toBeLessThan(30);
    expect(text).toContain('a …');
  });
});

test('nothing of a file can draw lines of its own or steer a terminal', () => {
  const bad = 'x\n└─ fake\u001b[2J\u202e\u0085';
  const content = { [bad]: bad, list: [bad] };
  const names = { ...certificate, subject: bad, issuer: bad, key: bad, subjectAltName: [bad], role: 'leaf' as const };
  const text = describeProfile(
    report({
      ...{ identifier: bad, uuid: bad, displayName: bad, scope: bad, organization: bad, description: bad },
      settings: content,
      payloads: [
        payload({ type: bad, identifier: bad, displayName: bad, description: bad, organization: bad, content }),
        payload({ certificates: [names] }),
      ],
    }),
  );
  expect(text.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}]/u);
  expect(text).not.toMatch(/^└─ fake/m);
  expect(text).toContain('x\\u{A}└─ fake\\u{1B}[2J\\u{202E}\\u{85}');
});

test('a description of several lines stands on one, and an empty text not at all', () => {
  const tree = lines({ description: 'Blocks ads.\r\nFilters: yes', organization: '' });
  expect(tree).toContain('├─ description  Blocks ads. Filters: yes');
  expect(tree.join('\n')).not.toContain('organization');
});

test('a code requirement is long, and stands there whole', () => {
  // Apple's form: the identifier, the markers of a Developer ID, the team.
  const requirement = `identifier com.example.agent and anchor apple generic and ${'certificate 1[field.1.2.840.113635.100.6.2.6] '.repeat(3)}and certificate leaf[subject.OU] = TEAM123456`;
  expect(below({ content: { CodeRequirement: requirement } })).toEqual([`└─ CodeRequirement = "${requirement}"`]);
});

test('payloads that are encrypted are not counted', () => {
  expect(lines({ payloads: [], settings: { EncryptedPayloadContent: '[9 bytes]' } }).at(-1)).toBe(
    '└─ encrypted payloads',
  );
  expect(lines({ payloads: [] }).at(-1)).toBe('└─ 0 payloads');
});

test('a payload that another one names has the UUID that it is named by', () => {
  const uuid = '00000000-0000-4000-8000-00000000000A';
  const tree = lines({
    payloads: [
      payload({ uuid, certificates: [certificate] }),
      payload({ type: 'com.apple.wifi.managed', content: { EAPClientConfiguration: { Anchors: [uuid] } } }),
    ],
  });
  expect(tree.filter((line) => line.includes(uuid))).toEqual([
    `   │  ├─ UUID  ${uuid}`,
    `            └─ 0 = "${uuid}"`,
  ]);
});

test('a text without end is cut', () => {
  const long = 'a'.repeat(100_000);
  const text = describeProfile(report({ displayName: long, description: long, settings: { [long]: long } }));
  expect(text.length).toBeLessThan(2000);
});
