import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  diffProfiles,
  editProfile,
  ejectProfile,
  parseProfile,
  ProfileBuilder,
  real,
  type PlistInput,
  type Profile,
} from 'profilewright';
import { runProgram } from '../support/run-program.js';

/** Pieces of texts that would end a literal, a comment or a template, or do something when they are run. */
const pieces = fc.constantFrom(
  ...['`', '${', '}', "'", '"', '\\', '\\u0041', '*/', '//', '\n', '\t', '\u2028', '\u2029', '\u202e', '\u0085'],
  ...['</script>', "'); globalThis.ejected = true; ('", '${globalThis.ejected = true}', '__proto__', 'constructor'],
  ...['é', '😀', 'a', '0', ' ', '/', '~1', '.', 'import.meta.url', '-'],
);
const texts = fc.array(pieces, { maxLength: 6 }).map((parts) => parts.join(''));
// A key named `__proto__` is refused wherever it is read or built.
const keys = texts.filter((text) => text !== '__proto__');

const scalars: fc.Arbitrary<PlistInput> = fc.oneof(
  texts,
  fc.boolean(),
  fc.integer(),
  fc
    .double({ noNaN: true, noDefaultInfinity: true })
    .map((number) => (Number.isInteger(number) ? real(number) : number)),
  fc.constant(real(-0)),
  fc.bigInt({ min: 2n ** 53n, max: 2n ** 64n - 1n }),
  fc.nat().map((seconds) => new Date(seconds * 1000)),
  fc.uint8Array({ maxLength: 80 }),
);
const { tree } = fc.letrec<{ tree: PlistInput }>((tie) => ({
  tree: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    scalars,
    fc.array(tie('tree'), { maxLength: 3 }),
    fc.dictionary(keys, tie('tree'), { maxKeys: 3 }),
  ),
}));

// With a mark that no other text has: what is made of the same pieces may stand in a message, and is no secret there.
const secrets = scalars.map((value) => (typeof value === 'string' ? `🔑${value}` : value));

const payloads = fc.record({
  type: fc.oneof(
    fc.constantFrom('com.apple.wifi.managed', 'com.apple.vpn.managed', 'com.apple.mdm'),
    texts.map((text) => `x${text}`),
  ),
  content: fc.dictionary(
    keys.map((key) => `k${key}`),
    tree,
    { maxKeys: 3 },
  ),
  secret: secrets,
  displayName: fc.option(texts, { nil: undefined }),
});

const profiles = fc.record({
  names: fc.record({ displayName: texts, description: texts, organization: texts }),
  payloads: fc.array(payloads, { maxLength: 3 }),
  unknown: fc.option(fc.tuple(keys, tree), { nil: undefined }),
  hasScope: fc.boolean(),
});

type Draft = typeof profiles extends fc.Arbitrary<infer Value> ? Value : never;

const uuidOf = (number: number): string => `ABCDEF01-2345-4678-9ABC-${String(number).padStart(12, '0')}`;

/** A profile with whatever is in it: nothing that a rule says is of interest here. */
function build({ names, payloads: drafts, unknown, hasScope }: Draft): Profile {
  const builder = new ProfileBuilder({ ...names, identifier: 'com.example.lab', uuid: uuidOf(0) });
  const set: Record<string, PlistInput> = {};
  for (const [index, { type, content, secret, displayName }] of drafts.entries()) {
    builder.addPayload('com.example.app', {}, { identifier: `com.example.lab.${index}`, uuid: uuidOf(index + 1) });
    set[`/PayloadContent/${index}/PayloadType`] = type;
    for (const [key, value] of Object.entries({ ...content, Password: secret }))
      set[`/PayloadContent/${index}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`] = value;
    if (displayName !== undefined) set[`/PayloadContent/${index}/PayloadDisplayName`] = displayName;
  }
  if (unknown !== undefined) set[`/Unknown${unknown[0].replaceAll('~', '~0').replaceAll('/', '~1')}`] = unknown[1];
  return editWithout(builder.build(), set, hasScope ? [] : ['/PayloadScope']);
}

/** Turns off what refuses the profile, as often as that is needed. */
function editWithout(profile: Profile, set: Record<string, PlistInput>, remove: string[]): Profile {
  const rules: Record<string, 'off'> = {};
  for (;;) {
    try {
      return editProfile(profile, { set, remove }, { uuids: 'keep', rules });
    } catch (error) {
      const { issues = [] } = (error as { details?: { issues?: readonly { code: string }[] } }).details ?? {};
      const codes = issues.map(({ code }) => code).filter((code) => !(code in rules));
      if (codes.length === 0) throw error;
      for (const code of codes) rules[code] = 'off';
    }
  }
}

test('the program makes the profile that it was made of, whatever texts stand in it', () => {
  fc.assert(
    fc.property(profiles, (draft) => {
      const profile = build(draft);
      const { written } = runProgram(ejectProfile(profile.toBytes()));
      const made = written.get('profile.mobileconfig') ?? new Uint8Array();
      expect(diffProfiles(profile, made)).toEqual([]);
      const sorted = ({ dictionary }: Pick<Profile, 'dictionary'>): unknown => sortPayloads(dictionary);
      expect(isDeepStrictEqual(sorted(parseProfile(made)), sorted(profile))).toBe(true);
      expect(globalThis).not.toHaveProperty('ejected');
    }),
    { numRuns: 20 },
  );
});

/** An enrolment has its payloads in an order of its own, of which a note tells. */
function sortPayloads(dictionary: Profile['dictionary']): unknown {
  const content = [...(dictionary['PayloadContent'] as readonly Profile['dictionary'][])];
  const uuid = (payload: Profile['dictionary']): string => payload['PayloadUUID'] as string;
  return { ...dictionary, PayloadContent: content.sort((a, b) => (uuid(a) < uuid(b) ? -1 : 1)) };
}

test('no secret stands in the program', () => {
  const sentinel = 'SENTINEL-4711';
  const secrets = fc.oneof(
    fc.constantFrom(sentinel, `${sentinel}'`, new TextEncoder().encode(sentinel)),
    fc.constant([sentinel, { Inner: sentinel }]),
  );
  fc.assert(
    fc.property(secrets, fc.constantFrom('Password', 'SharedSecret', 'Challenge', 'ApiToken'), (secret, key) => {
      const profile = new ProfileBuilder({ identifier: 'com.example.lab' })
        .addPayload('com.example.app', { [key]: secret, Name: 'Lab' }, { displayName: 'Lab' })
        .build();
      const { program, files, notes } = ejectProfile(profile);
      const base64 = Buffer.from(sentinel).toString('base64').slice(0, 12);
      expect(program).not.toContain(sentinel);
      expect(program).not.toContain(base64);
      expect(JSON.stringify([notes, files.map(({ name }) => name)])).not.toContain(sentinel);
      expect(files.map(({ isSecret }) => isSecret)).toEqual(Array.isArray(secret) ? [true, true] : [true]);
      expect(diffProfiles(profile, runProgram({ program, files }).profile)).toEqual([]);
    }),
    { numRuns: 12 },
  );
});
