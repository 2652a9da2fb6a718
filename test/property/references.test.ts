import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  pkcs12Identity,
  ProfileBuilder,
  readCertificate,
  type AnyContent,
  type Certificate,
  type Identity,
  type RuleLevels,
} from 'profilewright';
import { intermediateCA, leaf, rootCA } from '../support/authorities.js';
import { identityFile } from '../support/identity-file.js';
import { testKey } from '../support/test-key.js';

interface Reference {
  readonly type: string;
  readonly path: string;
  readonly payloadTypes: readonly string[];
}

interface PublishedRule {
  readonly references?: readonly (Omit<Reference, 'type'> & {
    readonly target?: string;
    readonly sameProfile?: boolean;
  })[];
}

/** All references to payloads of the same profile that the published rules tell. */
const references = readReferences();

function readReferences(): Reference[] {
  const rules = readSchemas('rules.json') as Record<string, { readonly rules: readonly PublishedRule[] }[]>;
  return Object.entries(rules).flatMap(([type, groups]) =>
    groups
      .flatMap((group) => group.rules.flatMap((rule) => rule.references ?? []))
      .filter(({ target, sameProfile }) => target === undefined && sameProfile !== false)
      .map(({ path, payloadTypes }) => ({ type, path, payloadTypes })),
  );
}

/** The payloads have nothing but their references: this is not about what else they lack. */
const silent: RuleLevels = Object.fromEntries(
  [
    'schema-required',
    'schema-pattern',
    'support-multiple',
    ...Object.keys(readSchemas('rule-facts.json') as object),
  ].map((code) => [code, 'off']),
);

function readSchemas(file: string): unknown {
  return JSON.parse(readFileSync(join(import.meta.dirname, '../../schemas', file), 'utf8'));
}

const roots = [0, 4, 5].map((key) => rootCA({ subject: `Root ${key % 4}`, key: testKey('p256', key) }));
const issued = [intermediateCA(roots[0]!), leaf(roots[0]!)];
const certificates = [...roots, ...issued].map(({ der }) => readCertificate(der));
const files = [0, 0, 3].map((key, index) => identityFile(`Client ${index}`, key));
const identities = files.flatMap(({ bytes, password }) =>
  [false, true].map((embedPassword) => pkcs12Identity(bytes, { password, embedPassword })),
);

/** One call: what it adds, and where a payload refers to what. */
type Call =
  | { readonly add: 'certificate'; readonly index: number }
  | { readonly add: 'identity'; readonly index: number }
  | {
      readonly add: 'payload';
      readonly type: string;
      readonly to: readonly (readonly [path: string, index: number])[];
    };

const indexes = fc.nat({ max: 59 });
const calls: fc.Arbitrary<Call> = fc.oneof(
  { weight: 1, arbitrary: indexes.map((index): Call => ({ add: 'certificate', index })) },
  { weight: 1, arbitrary: indexes.map((index): Call => ({ add: 'identity', index })) },
  {
    weight: 5,
    arbitrary: fc.constantFrom(...new Set(references.map(({ type }) => type))).chain((type) => {
      const paths = references.filter((one) => one.type === type).map(({ path }) => path);
      const to = fc.array(fc.tuple(fc.constantFrom(...paths), indexes), { minLength: 1, maxLength: 6 });
      return to.map((list): Call => ({ add: 'payload', type, to: list }));
    }),
  },
);

const certificateAt = (index: number): Certificate => certificates[index % certificates.length]!;
const identityAt = (index: number): Identity => identities[index % identities.length]!;
/** Every second one is a copy. */
const copyOf = <Value extends object>(value: Value, index: number): Value => (index % 2 === 0 ? value : { ...value });

/** What the call refers to, by path: a list may name several, and one twice. */
function targetsOf({ type, to }: Extract<Call, { add: 'payload' }>): Map<string, readonly object[]> {
  const targets = new Map<string, readonly object[]>();
  for (const [path, index] of to) {
    const { payloadTypes } = references.find((one) => one.type === type && one.path === path)!;
    const kinds = [
      ...(payloadTypes.includes('com.apple.security.pkcs1') ? [copyOf(certificateAt(index), index)] : []),
      ...(payloadTypes.includes('com.apple.security.pkcs12') ? [copyOf(identityAt(index), index)] : []),
    ];
    const value = kinds[index % kinds.length]!;
    targets.set(path, path.endsWith('/*') ? [...(targets.get(path) ?? []), value] : [value]);
  }
  return targets;
}

/** The content with a value at each path; `*` before the end is the only item of a list. */
function contentOf(targets: ReadonlyMap<string, readonly object[]>): Record<string, unknown> {
  const content: Record<string, unknown> = {};
  for (const [path, values] of targets) {
    const keys = path.replace(/\/\*$/, '').split('/').slice(1);
    let inner: Record<string, unknown> = content;
    for (const [depth, key] of keys.entries()) {
      const isLast = depth === keys.length - 1;
      if (key === '*') continue;
      const next = keys[depth + 1] === '*' ? [{}] : {};
      inner[key] = isLast ? (path.endsWith('/*') ? values : values[0]) : (inner[key] ?? next);
      const below = inner[key] as Record<string, unknown> | Record<string, unknown>[];
      if (!isLast) inner = Array.isArray(below) ? below[0]! : below;
    }
  }
  return content;
}

interface Built {
  /** By UUID. */
  readonly payloads: ReadonlyMap<string, Readonly<Record<string, unknown>>>;
  /** The UUID that stands for each thing, by the digest of the thing. */
  readonly named: ReadonlyMap<string, string>;
  readonly count: number;
}

function build(list: readonly Call[]): Built {
  const builder = new ProfileBuilder({ identifier: 'com.example.lab' });
  for (const call of list) {
    if (call.add === 'payload') builder.addPayload(call.type, contentOf(targetsOf(call)) as AnyContent);
    else if (call.add === 'identity') builder.addIdentity(copyOf(identityAt(call.index), call.index));
    else if (certificateAt(call.index).role === 'root') builder.addRootCA(certificateAt(call.index));
    else builder.addCertificate(certificateAt(call.index));
  }
  const { payloads } = builder.build({ rules: silent });
  const byUuid = new Map(payloads.map(({ uuid, type, content }) => [uuid, { ...content, type }]));
  return { payloads: byUuid, named: readNames(list, payloads), count: payloads.length };
}

/** Reads back what each payload names, in the order in which it was written. */
function readNames(list: readonly Call[], payloads: readonly { type: string; content: object }[]): Map<string, string> {
  const named = new Map<string, string>();
  const drafts = list.filter((call) => call.add === 'payload');
  const written = payloads.filter(({ type }) => references.some((one) => one.type === type));
  expect(written).toHaveLength(drafts.length);
  for (const [index, call] of drafts.entries()) {
    for (const [path, values] of targetsOf(call)) {
      const uuids = [...valuesAt(written[index]!.content, path.split('/').slice(1))];
      expect(uuids).toHaveLength(values.length);
      for (const [position, value] of values.entries()) {
        const { payloadTypes } = references.find((one) => one.type === call.type && one.path === path)!;
        const { fingerprints } = 'container' in value ? (value as Identity).certificate : (value as Certificate);
        // What may not be a root is another payload than what may.
        const key = `${fingerprints.sha256} ${String(payloadTypes.includes('com.apple.security.root'))}`;
        const uuid = uuids[position]!;
        expect(named.get(key) ?? uuid).toBe(uuid);
        named.set(key, uuid);
        const target = payloads.filter((payload) => (payload as unknown as { uuid: string }).uuid === uuid);
        expect(target.map(({ type }) => payloadTypes.includes(type))).toEqual([true]);
      }
    }
  }
  return named;
}

function* valuesAt(value: unknown, [key, ...rest]: readonly string[]): Generator<string> {
  if (key === undefined) yield value as string;
  else if (key === '*') for (const item of value as readonly unknown[]) yield* valuesAt(item, rest);
  else yield* valuesAt((value as Record<string, unknown>)[key], rest);
}

test('every UUID leads to one payload of an allowed type, nothing stands there twice, and the order of the calls does not count', () => {
  const shuffled = fc
    .array(calls, { minLength: 1, maxLength: 8 })
    .chain((list) => fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })));
  fc.assert(
    fc.property(shuffled, ([list, other]) => {
      const built = build(list);
      expect(built.payloads.size).toBe(built.count);
      const contents = [...built.payloads.values()]
        .filter(({ PayloadContent: content }) => content instanceof Uint8Array)
        // A key that needs a payload of one certain type may need a certificate that was added as a root.
        .map(
          ({ type, PayloadContent: content }) =>
            `${type === 'com.apple.security.root' ? 'root' : ''}${Buffer.from(content as Uint8Array).toString('base64')}`,
        );
      expect(new Set(contents).size).toBe(contents.length);
      const again = build(other);
      expect(again.count).toBe(built.count);
      expect(again.named).toEqual(built.named);
    }),
    { numRuns: 40 },
  );
});
