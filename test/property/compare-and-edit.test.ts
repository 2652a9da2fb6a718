import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  diffProfiles,
  mergeProfiles,
  ProfileBuilder,
  readCertificate,
  real,
  sanitizeProfile,
  type PlistInput,
  type Profile,
} from 'profilewright';
import { rootCA } from '../support/authorities.js';
import { testKey } from '../support/test-key.js';

const scalars: fc.Arbitrary<PlistInput> = fc.oneof(
  fc.string({ unit: 'grapheme-ascii', maxLength: 8 }),
  fc.boolean(),
  fc.integer(),
  fc.integer().map((number) => real(number)),
  fc.bigInt({ min: 2n ** 53n, max: 2n ** 64n - 1n }),
  fc.nat().map((seconds) => new Date(seconds * 1000)),
  fc.uint8Array({ maxLength: 8 }),
);
const keys = fc.stringMatching(/^[a-z]{1,3}$/);
const { tree } = fc.letrec<{ tree: PlistInput }>((tie) => ({
  tree: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    scalars,
    fc.array(tie('tree'), { maxLength: 4 }),
    fc.dictionary(keys, tie('tree'), { maxKeys: 4 }),
  ),
}));

type Content = Readonly<Record<string, PlistInput>>;
const contents = fc.dictionary(keys, tree, { minKeys: 1, maxKeys: 4 });

/** Payloads that keep their UUIDs, so that nothing but their content tells them apart. */
function build(payloads: readonly Content[]): Profile {
  const builder = new ProfileBuilder({ identifier: 'com.example.lab', displayName: 'Lab', uuid: uuidOf(0) });
  for (const [index, content] of payloads.entries()) {
    builder.addPayload('com.example.app', content, { uuid: uuidOf(index + 1), identifier: `com.example.lab.${index}` });
  }
  return builder.build();
}

const payloadsOf = ({ dictionary }: Profile): object[] => [...(dictionary['PayloadContent'] as readonly object[])];

const uuidOf = (number: number): string => `ABCDEF01-2345-4678-9ABC-${String(number).padStart(12, '0')}`;

/** The pointers of all values that hold no others. */
function leavesOf(value: PlistInput | undefined, pointer: string): string[] {
  if (!isContainer(value)) return [pointer];
  return Object.entries(value).flatMap(([key, item]) => leavesOf(item, `${pointer}/${key}`));
}

function isContainer(value: unknown): value is Readonly<Record<string, PlistInput>> {
  if (Array.isArray(value)) return true;
  return (
    typeof value === 'object' &&
    value !== null &&
    [Object.prototype, null].includes(Object.getPrototypeOf(value) as null)
  );
}

/** The value with another one at a pointer. */
function writeAt(value: unknown, [segment, ...rest]: readonly string[], other: unknown): unknown {
  if (segment === undefined) return other;
  const entries = Object.entries(value as object).map(([key, item]: [string, unknown]) => [
    key,
    key === segment ? writeAt(item, rest, other) : item,
  ]);
  const copy = Object.fromEntries(entries) as object;
  return Array.isArray(value) ? Object.values(copy) : copy;
}

test('a profile does not differ from itself, in whatever order its payloads stand', () => {
  fc.assert(
    fc.property(fc.array(contents, { maxLength: 4 }), (payloads) => {
      const profile = build(payloads);
      const turned: unknown = { ...profile.dictionary, PayloadContent: payloadsOf(profile).reverse() };
      expect(diffProfiles(profile, profile.toBytes())).toEqual([]);
      expect(diffProfiles(profile, { ...profile, dictionary: turned as Profile['dictionary'] })).toEqual([]);
    }),
    { numRuns: 12 },
  );
});

test('any single value that changes is found, where it stands and nowhere else', () => {
  fc.assert(
    fc.property(contents, scalars, fc.nat(), (content, other, pick) => {
      const leaves = leavesOf(content, '');
      fc.pre(leaves.length > 0);
      const leaf = leaves[pick % leaves.length] ?? '';
      const changed = writeAt(content, leaf.split('/').slice(1), other) as Content;
      const [before, after] = [build([content]), build([changed])];
      fc.pre(before.toXml() !== after.toXml());
      const changes = diffProfiles(before, after);
      expect(changes).toMatchObject([{ kind: 'updated', keys: [{ kind: 'changed' }] }]);
      // What is named after a secret is told as a whole.
      expect(`/PayloadContent/0${leaf}/`).toContain(`${changes[0]?.keys[0]?.pointer ?? '-'}/`);
    }),
    { numRuns: 50 },
  );
});

const roots = [0, 3, 4].map((key) =>
  readCertificate(rootCA({ subject: `Root ${key}`, key: testKey('p256', key) }).der),
);

/** A profile whose payloads have the numbers that are given: roots, and a network that trusts some of them. */
function network(numbers: readonly number[], name: string): Profile {
  const builder = new ProfileBuilder({ identifier: 'com.example.lab', displayName: 'Lab' });
  for (const [index, number] of numbers.entries()) {
    const names = { uuid: uuidOf(number), identifier: `com.example.${number}` };
    builder.addRootCA(roots[index % roots.length]!, names);
  }
  return builder
    .addPayload('com.apple.wifi.managed', {
      SSID_STR: name,
      EncryptionType: 'WPA2',
      EAPClientConfiguration: { AcceptEAPTypes: [25], PayloadCertificateAnchorUUID: numbers.map(uuidOf) },
    })
    .build();
}

/** For each network the certificates that it trusts. */
function trusted({ payloads }: Profile): unknown[] {
  return payloads.flatMap(({ content }) => {
    const eap = content['EAPClientConfiguration'] as { PayloadCertificateAnchorUUID: readonly string[] } | undefined;
    if (eap === undefined) return [];
    const anchors = eap.PayloadCertificateAnchorUUID.map((uuid) => {
      const [target, ...others] = payloads.filter((payload) => payload.uuid === uuid);
      return others.length === 0 ? target?.content['PayloadContent'] : 'several';
    });
    return [[content['SSID_STR'], anchors]];
  });
}

test('every reference of a merged profile leads where it led before, whatever UUIDs meet', () => {
  const numbers = fc.uniqueArray(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 3 });
  fc.assert(
    fc.property(fc.array(numbers, { minLength: 1, maxLength: 3 }), (several) => {
      const profiles = several.map((own, index) => network(own, `Lab ${index}`));
      const merged = mergeProfiles(profiles);
      expect(trusted(merged)).toEqual(profiles.flatMap(trusted));
      const names = merged.payloads.flatMap(({ uuid, identifier }) => [uuid, identifier]);
      expect(new Set(names).size).toBe(names.length);
    }),
    { numRuns: 8 },
  );
});

test('nothing of a secret is left in a sanitized profile, and nothing else is gone', () => {
  const sentinel = 'SENTINEL-4711';
  const forms = fc.constantFrom<PlistInput>(sentinel, new TextEncoder().encode(sentinel), [
    sentinel,
    { deep: sentinel },
  ]);
  const names = fc.constantFrom('password', 'ApiKey', 'client_secret', 'PIN');
  fc.assert(
    fc.property(contents, names, forms, (content, name, form) => {
      const profile = build([{ ...content, in: [{ [name]: form }] }]);
      const { bytes, secrets } = sanitizeProfile(profile);
      const xml = new TextDecoder().decode(bytes);
      for (const spelling of [sentinel, btoa(sentinel)]) expect(xml).not.toContain(spelling);
      expect(secrets).toContain(`/PayloadContent/0/in/0/${name}`);
      const changed = diffProfiles(profile, bytes).flatMap(({ keys: changes }) =>
        changes.map(({ pointer }) => pointer),
      );
      expect(changed.filter((pointer) => !secrets.includes(pointer))).toEqual([]);
    }),
    { numRuns: 20 },
  );
});
