import { describe, expect, test } from 'vitest';
import { generateContent } from '../../../schemas/generator/payload-content.js';
import { collectReferences, type References } from '../../../schemas/generator/payload-references.js';
import { readRuleFile, type RuleFile } from '../../../schemas/generator/read-rules.js';
import { referenceAt, referencesOf } from '../../../src/schema/payload-reference.js';
import { referredKinds } from '../../../src/schema/reference-values.js';
import type { JsonSchemaObject } from '../../../src/schema/json-schema.js';

const root = 'com.apple.security.root';
const pkcs12 = 'com.apple.security.pkcs12';
const file = (payloadType: string, ...fields: readonly string[]): RuleFile => {
  const rules = fields.map(
    (field, index) => `- id: rule-${String(index)}\n  severity: error\n  note: A.\n  ${field}\n`,
  );
  return { name: `${payloadType}.yaml`, payloadType, rules: readRuleFile(`${payloadType}.yaml`, rules.join('')) };
};
const references = (...list: readonly string[]): string => `references: [${list.join(', ')}]`;
const pathsOf = (found: References, type: string): string[] => (found.get(type) ?? []).map(({ path }) => path);

describe('the references of a payload type', () => {
  test('are those of its rules that name a payload of the profile by its UUID', () => {
    const found = collectReferences([
      file(
        'lab',
        references(
          `{path: /A/*, payloadTypes: [${root}]}`,
          `{path: /B, payloadTypes: [${pkcs12}], target: /PayloadUUID}`,
        ),
        references(`{path: /C, payloadTypes: [${root}], target: /URL}`),
        references(`{path: /D, payloadTypes: [${root}], sameProfile: false}`),
        'then: false',
      ),
      file('other', 'then: false'),
    ]);
    expect([...found]).toEqual([
      [
        'lab',
        [
          { path: '/A/*', payloadTypes: [root] },
          { path: '/B', payloadTypes: [pkcs12] },
        ],
      ],
    ]);
  });

  test('are those that it has from another type, too, at the path that it has from there', () => {
    const found = collectReferences([
      file('heir', 'inherits: {from: lab, path: /A}', references(`{path: /A/X, payloadTypes: [${root}]}`)),
      file('all', 'inherits: {from: lab}'),
      file('lab', references(`{path: /A/X, payloadTypes: [${root}]}`, `{path: /AB, payloadTypes: [${root}]}`)),
    ]);
    expect(pathsOf(found, 'heir')).toEqual(['/A/X']);
    expect(pathsOf(found, 'all')).toEqual(['/A/X', '/AB']);
  });

  test('agree on what they lead to', () => {
    const two = [root, pkcs12].map((type) => references(`{path: /A, payloadTypes: [${type}]}`));
    expect(() => collectReferences([file('lab', ...two)])).toThrow(
      /lab\.yaml: two rules name other payload types .* \/A$/,
    );
  });

  test('are found at every index, and nowhere else', () => {
    const at = (...place: (string | number)[]): string | undefined =>
      referenceAt('com.apple.relay.managed', place)?.path;
    expect(at('Relays', 7, 'PayloadCertificateUUID')).toBe('/Relays/*/PayloadCertificateUUID');
    expect(at('Relays', 7)).toBeUndefined();
    expect(at('Relays', 7, 'PayloadCertificateUUID', 0)).toBeUndefined();
    expect(at('Other', 7, 'PayloadCertificateUUID')).toBeUndefined();
    for (const type of ['com.example.app', 'constructor', 'toString']) expect(referencesOf(type)).toEqual([]);
  });

  test('lead to certificates, or to identities of some kinds', () => {
    expect(referredKinds([root, 'com.apple.security.pem'])).toEqual(['certificate']);
    expect(referredKinds(['com.apple.security.acme', pkcs12])).toEqual(['pkcs12', 'acme']);
    expect(referredKinds(['com.apple.webClip.managed'])).toEqual([]);
  });
});

describe('the type of a key that refers', () => {
  const text = { type: 'string', plist: 'string' } as const;
  const types = (schema: JsonSchemaObject, ...list: readonly string[]): string => {
    const all = {
      CommonPayloadKeys: {},
      'com.apple.lab': { type: 'object', additionalProperties: false, ...schema },
    };
    const files = new Map(Object.entries(all).map(([type, one]) => [`${type}.schema.json`, JSON.stringify(one)]));
    const found = collectReferences([file('com.apple.lab', references(...list))]);
    const modules = generateContent(files, found);
    return ['content/lab.ts', 'payload-content.ts', 'payload-references.ts']
      .map((name) => modules.get(name))
      .join('\n');
  };

  test('takes the things that it may lead to, when they are parameters of the interface', () => {
    const list = { type: 'array', items: { type: 'object', properties: { A: text }, additionalProperties: false } };
    const written = types(
      { properties: { List: list, B: text } },
      `{path: /List/*/A, payloadTypes: [${root}, ${pkcs12}]}`,
    );
    expect(written).toContain('export interface LabContent<Certificate = never, Pkcs12 = never> extends');
    expect(written).toContain('readonly A?: string | Certificate | Pkcs12 | undefined;');
    expect(written).toContain('readonly B?: string | undefined;');
    expect(written).toContain("readonly 'com.apple.lab': LabContent<Values['certificate'], Values['pkcs12']>;");
    expect(written).toContain(`{ path: '/List/*/A', payloadTypes: ['${root}', '${pkcs12}'] },`);
  });

  test('is known where any key may stand, too, and the other keys may be as deep', () => {
    const written = types({ properties: {}, additionalProperties: {} }, `{path: /A, payloadTypes: [${root}]}`);
    expect(written).toContain('readonly A?: string | Certificate | undefined;');
    expect(written).toContain('readonly [key: string]: ReferringInput<Certificate> | undefined;');
    expect(written).not.toContain('PlistInput');
  });

  test('has to be one that the table of keys knows as text', () => {
    const reference = `{path: /A/B, payloadTypes: [${root}]}`;
    expect(() => types({ properties: { A: text } }, reference)).toThrow(/com\.apple\.lab: a rule refers to \/A\/B/);
    const inner = { type: 'object', properties: { B: { plist: 'data' } } } as const;
    expect(() => types({ properties: { A: inner } }, reference)).toThrow('the reference at /A/B is no string');
  });
});
