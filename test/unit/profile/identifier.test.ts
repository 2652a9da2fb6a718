import { describe, expect, test } from 'vitest';
import { ProfileBuilder } from '../../../src/builder/profile-builder.js';
import { readCertificate } from '../../../src/pki/read-certificates.js';
import { deriveProfileIdentifier, purposeDigest, slug } from '../../../src/profile/identifier.js';
import { deriveUuid } from '../../../src/profile/uuid.js';
import { rootCA } from '../../support/authorities.js';
import type { NameInput } from '../../support/name.js';
import { testKey } from '../../support/test-key.js';

describe('slug', () => {
  test.each([
    ['Lab Root', 'lab-root'],
    ['  Größe & Söhne  ', 'gro-e-so-hne'],
    ['ﬁ Ⅷ', 'fi-viii'],
    ['--a--b--', 'a-b'],
    ['株式会社', ''],
    ['', ''],
    ['😀', ''],
    [`${'x'.repeat(39)} y`, 'x'.repeat(39)],
    ['x'.repeat(100_000), 'x'.repeat(40)],
  ])('of "%s" is letters, digits and single hyphens', (text, expected) => {
    expect(slug(text)).toBe(expected);
  });
});

describe('deriveProfileIdentifier', () => {
  const root = readCertificate(rootCA().der);
  const renewed = readCertificate(rootCA().der);
  const other = readCertificate(rootCA({ subject: 'A Root', key: testKey('p256', 5) }).der);
  const foreign = readCertificate(rootCA({ subject: '株式会社', key: testKey('p256', 6) }).der);

  test('knows a renewed root again, once or twice', () => {
    expect(renewed.fingerprints.sha256).not.toBe(root.fingerprints.sha256);
    expect(deriveProfileIdentifier([renewed])).toBe(deriveProfileIdentifier([root]));
    expect(deriveProfileIdentifier([root, renewed, root])).toBe(deriveProfileIdentifier([root]));
    expect(purposeDigest([root, renewed])).toBe(purposeDigest([renewed]));
  });

  test('is the same for any order, and another for another set', () => {
    const all = [
      [root, other],
      [other, root],
      [other, renewed, root],
    ].map((certificates) => deriveProfileIdentifier(certificates));
    expect(new Set(all).size).toBe(1);
    expect(all[0]).toMatch(/^profilewright\.a-root\.[0-9a-f]{16}$/);
    expect(deriveProfileIdentifier([other])).not.toBe(all[0]);
  });

  test('tells attributes apart, and those in one RDN from those in two', () => {
    const subjects: NameInput[] = [
      [
        ['CN', 'Lab'],
        ['O', 'Lab'],
      ],
      [
        [
          ['CN', 'Lab'],
          ['O', 'Lab'],
        ],
      ],
      [
        ['O', 'Lab'],
        ['CN', 'Lab'],
      ],
      [
        ['CN', 'Lab'],
        ['OU', 'Lab'],
      ],
    ];
    const digests = subjects.map((subject) => purposeDigest([readCertificate(rootCA({ subject }).der)]));
    expect(new Set(digests).size).toBe(subjects.length);
  });

  test('has a word where no name can be written in Latin letters', () => {
    expect(deriveProfileIdentifier([foreign])).toMatch(/^profilewright\.certificates\.[0-9a-f]{16}$/);
    expect(deriveProfileIdentifier([foreign, root])).toMatch(/^profilewright\.lab-root\./);
  });

  test('is a name that a device takes: ASCII, two dots, not too long', () => {
    const long = readCertificate(rootCA({ subject: '\u202eÄ'.repeat(500) }).der);
    for (const certificate of [long, foreign, root]) {
      expect(deriveProfileIdentifier([certificate])).toMatch(/^[a-z0-9.-]{1,80}$/);
    }
  });
});

describe('deriveUuid', () => {
  test('keeps parts apart, texts and bytes alike', () => {
    const uuids = [deriveUuid('a', 'bc'), deriveUuid('ab', 'c'), deriveUuid('abc'), deriveUuid(), deriveUuid('')];
    expect(new Set(uuids).size).toBe(uuids.length);
    expect(deriveUuid('ä')).toBe(deriveUuid(new TextEncoder().encode('ä')));
  });
});

// Pipelines compare these from one release to the next. The values were computed by an implementation in Python.
test('the UUIDs that are derived from a content never change', () => {
  const content = { Name: 'Größe 😀', List: [1, true, Uint8Array.of(1, 2)] };
  const profile = new ProfileBuilder({ identifier: 'com.example.lab' }).addPayload('com.example.app', content).build();
  expect(profile.payloads[0]?.uuid).toBe('86B97933-4698-5A0E-B596-6A7DF5BEBD79');
  expect(profile.uuid).toBe('F5F37F59-5397-5E29-BE94-0CB6B5581787');
});
