import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  acmeIdentity,
  adCertificateIdentity,
  pkcs12Identity,
  ProfileBuilder,
  readCertificate,
  scepIdentity,
  type AnyContent,
  type Certificate,
  type Identity,
  type Payload,
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

/** Something that payloads may refer to, in all forms in which it may be given. */
interface Thing {
  readonly types: readonly string[];
  readonly forms: readonly (Certificate | Identity)[];
}

const roots = [0, 4, 5].map((key) => rootCA({ subject: `Root ${key % 4}`, key: testKey('p256', key) }));
const issued = [intermediateCA(roots[0]!), leaf(roots[0]!)];
const files = [0, 0, 3].map((key, index) => identityFile(`Client ${index}`, key));
const acme = {
  directoryUrl: 'https://ca.example.com',
  hardwareBound: true,
  keyType: 'EC',
  keySize: 256,
  subject: [['CN', 'Client']],
  trust: [roots[0]!.der, issued[0]!.der],
} as const;

const certificateTypes = ['com.apple.security.root', 'com.apple.security.pkcs1', 'com.apple.security.pem'];
const certificates = [...roots, ...issued].map(({ der }): Thing => ({
  types: certificateTypes,
  forms: [readCertificate(der)],
}));
const identities: readonly Thing[] = [
  ...files.map(({ bytes, password }) => ({
    types: ['com.apple.security.pkcs12'],
    forms: [false, true].map((embedPassword) => pkcs12Identity(bytes, { password, embedPassword })),
  })),
  ...([2048, 4096] as const).map((keySize) => ({
    types: ['com.apple.security.scep'],
    forms: [scepIdentity({ url: 'https://ca.example.com', keySize, trust: roots[1]!.der })],
  })),
  ...['a', 'b'].map((clientIdentifier) => ({
    types: ['com.apple.security.acme'],
    forms: [acmeIdentity({ ...acme, clientIdentifier })],
  })),
  {
    types: ['com.apple.ADCertificate.managed'],
    forms: [adCertificateIdentity({ certServer: 'ca.example.com', certTemplate: 'Machine' })],
  },
];
const things = [...certificates, ...identities];

/** One of the forms of a thing, or a copy of that. */
function formOf(thing: number, pick: number): Certificate | Identity {
  const { forms } = things[thing]!;
  const form = forms[pick % forms.length]!;
  return pick % 3 === 0 ? { ...form } : form;
}

/** What one call adds, and at which paths that refers to what, in which form. Things are named by their index. */
type Call =
  | { readonly add: 'thing'; readonly thing: number; readonly pick: number }
  | { readonly add: 'payload'; readonly type: string; readonly to: readonly Aim[] };

interface Aim {
  readonly reference: Reference;
  readonly thing: number;
  readonly pick: number;
}

const picks = fc.nat({ max: 59 });
const aims = (type: string): fc.Arbitrary<Aim> =>
  fc.constantFrom(...references.filter((one) => one.type === type)).chain((reference) => {
    const isAllowed = (one: string): boolean => reference.payloadTypes.includes(one);
    const allowed = [...things.keys()].filter((index) => things[index]?.types.some(isAllowed));
    return fc.record({ reference: fc.constant(reference), thing: fc.constantFrom(...allowed), pick: picks });
  });
const calls: fc.Arbitrary<Call> = fc.oneof(
  {
    weight: 2,
    arbitrary: fc.record({ add: fc.constant('thing'), thing: fc.nat({ max: things.length - 1 }), pick: picks }),
  },
  {
    weight: 5,
    arbitrary: fc
      .constantFrom(...new Set(references.map(({ type }) => type)))
      .chain((type) =>
        fc.array(aims(type), { minLength: 1, maxLength: 6 }).map((to): Call => ({ add: 'payload', type, to })),
      ),
  },
);

/** What is meant at each path: a list may name several, and one twice. */
function aimsByPath({ to }: Extract<Call, { add: 'payload' }>): Map<string, readonly Aim[]> {
  const byPath = new Map<string, readonly Aim[]>();
  for (const aim of to) {
    const { path } = aim.reference;
    byPath.set(path, path.endsWith('/*') ? [...(byPath.get(path) ?? []), aim] : [aim]);
  }
  return byPath;
}

/** The content with the things at their paths; `*` before the end is the only item of a list. */
function contentOf(byPath: ReadonlyMap<string, readonly Aim[]>): Record<string, unknown> {
  const content: Record<string, unknown> = {};
  for (const [path, list] of byPath) {
    const values = list.map(({ thing, pick }) => formOf(thing, pick));
    const keys = path.replace(/\/\*$/, '').split('/').slice(1);
    let inner: Record<string, unknown> = content;
    for (const [depth, key] of keys.entries()) {
      if (key === '*') continue;
      const isLast = depth === keys.length - 1;
      if (isLast) inner[key] = path.endsWith('/*') ? values : values[0];
      else inner = stepInto(inner, key, keys[depth + 1] === '*');
    }
  }
  return content;
}

function stepInto(outer: Record<string, unknown>, key: string, isList: boolean): Record<string, unknown> {
  outer[key] ??= isList ? [{}] : {};
  return (isList ? (outer[key] as unknown[])[0] : outer[key]) as Record<string, unknown>;
}

interface Built {
  readonly payloads: readonly Payload[];
  /** The UUIDs that stand for each thing. */
  readonly named: ReadonlyMap<string, string>;
}

function build(list: readonly Call[]): Built {
  const builder = new ProfileBuilder({ identifier: 'com.example.lab' });
  for (const call of list) {
    if (call.add === 'payload') builder.addPayload(call.type, contentOf(aimsByPath(call)) as AnyContent);
    else addThing(builder, formOf(call.thing, call.pick));
  }
  const { payloads } = builder.build({ rules: silent });
  return { payloads, named: readNames(list, payloads) };
}

function addThing(builder: ProfileBuilder, thing: Certificate | Identity): void {
  if (!('raw' in thing)) builder.addIdentity(thing);
  else if (thing.role === 'root') builder.addRootCA(thing);
  else builder.addCertificate(thing);
}

/** Reads back what the payloads name; those of one type stand in the order of the calls. */
function readNames(list: readonly Call[], payloads: readonly Payload[]): Map<string, string> {
  const named = new Map<string, string>();
  const drafts = byType(list.filter((call) => call.add === 'payload'));
  const written = byType(payloads.filter(({ type }) => references.some((one) => one.type === type)));
  expect(written.map(({ type }) => type)).toEqual(drafts.map(({ type }) => type));
  for (const [index, draft] of drafts.entries()) {
    for (const [path, aimed] of aimsByPath(draft)) {
      const uuids = [...valuesAt(written[index]!.content, path.split('/').slice(1))];
      expect(uuids).toHaveLength(aimed.length);
      for (const [position, { reference, thing }] of aimed.entries()) {
        const uuid = uuids[position]!;
        const leadsTo = payloads.filter((payload) => payload.uuid === uuid);
        expect(leadsTo.map(({ type }) => reference.payloadTypes.includes(type))).toEqual([true]);
        // Where a root payload is not allowed, another one may stand for the same certificate.
        const key = `${String(thing)} ${String(reference.payloadTypes.includes('com.apple.security.root'))}`;
        expect(named.get(key) ?? uuid).toBe(uuid);
        named.set(key, uuid);
      }
    }
  }
  return named;
}

function byType<Typed extends { readonly type: string }>(list: readonly Typed[]): Typed[] {
  return list.toSorted((a, b) => a.type.localeCompare(b.type));
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
      const again = build(other);
      expect(again.named).toEqual(built.named);
      expect(again.payloads).toHaveLength(built.payloads.length);
      expect(new Set(built.payloads.map(({ uuid }) => uuid)).size).toBe(built.payloads.length);
      const contents = built.payloads.flatMap(({ type, content: { PayloadContent: bytes } }) => {
        // The one that was added as a root may stand beside another one that is needed where no root is allowed.
        const form = type === 'com.apple.security.root' ? 'root' : 'other';
        return bytes instanceof Uint8Array ? [`${form} ${Buffer.from(bytes).toString('base64')}`] : [];
      });
      expect(new Set(contents).size).toBe(contents.length);
    }),
    { numRuns: 40 },
  );
});
