import fc, { type Arbitrary } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseProfile, PlistReal, ProfileBuilder, type PlistInput, type ProfileOptions } from 'profilewright';
import { properRoots } from '../support/arbitraries.js';
import { textStrings } from '../support/text-strings.js';

const texts = textStrings({ withForbidden: false, maxParts: 4 });
/** Keys that mean something to a builder are not content. */
const keys = texts.filter((key) => key !== '__proto__' && !key.startsWith('Payload'));
const wholeSeconds = (date: Date): Date => new Date(Math.floor(date.getTime() / 1000) * 1000);
const dates = fc
  .date({ min: new Date('0001-01-01T00:00:00Z'), max: new Date('9999-12-31T23:59:59Z'), noInvalidDate: true })
  .map(wholeSeconds);

const numbers: Arbitrary<PlistInput> = fc.oneof(
  fc.maxSafeInteger(),
  fc.double({ noNaN: true, noDefaultInfinity: true }).filter((number) => !Number.isInteger(number)),
  fc.bigInt({ min: 2n ** 53n, max: 2n ** 64n - 1n }),
  fc.bigInt({ min: -(2n ** 63n), max: -(2n ** 53n) }),
  fc
    .double({ noNaN: true, noDefaultInfinity: true })
    .filter(Number.isInteger)
    .map((number) => new PlistReal(number)),
);

const { value: values } = fc.letrec<{ value: PlistInput; leaf: PlistInput }>((tie) => ({
  leaf: fc.oneof(texts, fc.boolean(), numbers, dates, fc.uint8Array({ maxLength: 40 })),
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    tie('leaf'),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(keys, tie('value'), { maxKeys: 4, noNullPrototype: false }),
  ),
}));

const contents = fc.dictionary(keys, values, { maxKeys: 5 });
const types = fc.constantFrom('com.example.app', 'com.example.other', 'com.apple.unknown', 'constructor');
const addedPayloads = fc.array(fc.tuple(types, contents), { minLength: 1, maxLength: 4 });

/** A form to compare that tells the types apart, the order of keys too. */
function shapeOf(value: unknown): unknown {
  if (value instanceof PlistReal) return ['real', Object.is(value.value, -0) ? '-0' : value.value];
  if (value instanceof Date) return ['date', value.getTime()];
  if (value instanceof Uint8Array) return ['data', Buffer.from(value).toString('hex')];
  if (typeof value === 'bigint') return ['integer', value.toString()];
  if (Array.isArray(value)) return ['array', value.map(shapeOf)];
  if (typeof value !== 'object' || value === null) return [typeof value, Object.is(value, -0) ? 0 : value];
  return ['dictionary', Object.entries(value).map(([key, item]) => [key, shapeOf(item)])];
}

test('what is read back is the content that was added, value by value and key by key', () => {
  fc.assert(
    fc.property(addedPayloads, (payloads) => {
      const builder = new ProfileBuilder({ identifier: 'com.example.lab' });
      for (const [type, content] of payloads) builder.addPayload(type, content);
      const built = builder.build();
      const parsed = parseProfile(built.toBytes());
      expect(parsed.payloads.map(({ type }) => type)).toEqual(payloads.map(([type]) => type));
      expect(parsed.payloads.map(({ content }) => shapeOf(content))).toEqual(
        payloads.map(([, content]) => shapeOf(content)),
      );
      expect(shapeOf(parsed.dictionary)).toEqual(shapeOf(built.dictionary));
    }),
    { numRuns: 100 },
  );
});

const profileOptions: Arbitrary<ProfileOptions> = fc.record(
  {
    displayName: texts,
    description: texts,
    organization: texts,
    scope: fc.constantFrom('System' as const, 'User' as const),
    removalDisallowed: fc.boolean(),
    removalDate: dates,
    expirationDate: dates,
    durationUntilRemovalSeconds: fc.double({ min: 1, max: 1e9, noNaN: true }),
    consentText: fc.oneof(texts, fc.record({ default: texts, de: texts, 'pt-BR': texts })),
  },
  { requiredKeys: [] },
);

describe('the same calls', () => {
  const calls = fc.record({
    options: profileOptions,
    roots: fc.array(properRoots(), { minLength: 1, maxLength: 2 }),
    content: contents,
  });
  const build = ({
    options,
    roots,
    content,
  }: {
    options: ProfileOptions;
    roots: Uint8Array[];
    content: Record<string, PlistInput>;
  }) => new ProfileBuilder(options).addRootCA(roots).addPayload('com.example.app', content);

  test('give the same bytes, and a call more or less gives other UUIDs', () => {
    fc.assert(
      fc.property(calls, (call) => {
        const builder = build(call);
        const first = builder.build();
        expect(
          builder
            .build({
              at: new Date(first.uuid.length * 1e12),
              rules: { 'root-expired': 'off', 'certificate-expired': 'off' },
            })
            .toXml(),
        ).toBe(first.toXml());
        expect(build(structuredCloneOf(call)).build().toXml()).toBe(first.toXml());
        const more = builder.addPayload('com.example.app', call.content).build();
        expect(more.uuid).not.toBe(first.uuid);
        expect(more.identifier).toBe(first.identifier);
        expect(more.payloads.slice(0, -1)).toEqual(first.payloads);
        const uuids = [more.uuid, ...more.payloads.map(({ uuid }) => uuid)];
        expect(new Set(uuids).size).toBe(uuids.length);
      }),
      { numRuns: 25 },
    );
  });

  test('in another order of roots give the same identifiers', () => {
    fc.assert(
      fc.property(fc.array(properRoots(), { minLength: 2, maxLength: 3 }), (roots) => {
        const [one, other] = [roots, [...roots].reverse()].map((all) => new ProfileBuilder().addRootCA(all).build());
        expect(other?.identifier).toBe(one?.identifier);
        expect(other?.payloads.map(({ identifier }) => identifier).sort()).toEqual(
          one?.payloads.map(({ identifier }) => identifier).sort(),
        );
      }),
      { numRuns: 15 },
    );
  });
});

/** Equal in every value, and the same in none; `structuredClone` loses the class of a PlistReal. */
function structuredCloneOf<Value>(value: Value): Value {
  if (value instanceof PlistReal) return new PlistReal(value.value) as Value;
  if (Array.isArray(value)) return value.map((item: unknown) => structuredCloneOf(item)) as Value;
  if (typeof value !== 'object' || value === null) return value;
  if (value instanceof Date || value instanceof Uint8Array) return structuredClone(value);
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, structuredCloneOf(item as unknown)]),
  ) as Value;
}
