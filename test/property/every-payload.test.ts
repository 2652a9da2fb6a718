import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { isProfilewrightError, ProfileBuilder, real, validateProfile, type Issue } from 'profilewright';
import { chooseBranch, fullValue, type Schema } from '../support/schema-values.js';

const folder = join(import.meta.dirname, '../../schemas');
const types = readdirSync(folder)
  .map((file) => /^(.+)\.schema\.json$/.exec(file)?.[1] ?? '')
  .filter((type) => !['', 'TopLevel', 'CommonPayloadKeys'].includes(type));

const ofSchema = (issues: readonly Issue[]): string[] =>
  issues.flatMap(({ code, message }) => (code.startsWith('schema-') ? [`${code} ${message}`] : []));

/** What building says; rules may object to a payload that has every key at once. */
function issuesOf(builder: ProfileBuilder): readonly Issue[] {
  try {
    return builder.build({ at: new Date(0) }).issues;
  } catch (error) {
    if (isProfilewrightError(error, 'ERR_PROFILE_INVALID')) return error.details.issues;
    throw error;
  }
}

test('there are 120 payload types', () => {
  expect(types).toHaveLength(120);
});

test.each(types)('%s with every key is built, written and read back without a fault of its schema', (type) => {
  const schema = JSON.parse(readFileSync(join(folder, `${type}.schema.json`), 'utf8')) as Schema;
  for (const branch of schema.if === undefined ? (['else'] as const) : (['then', 'else'] as const)) {
    const content = fullValue(chooseBranch(schema, branch), real) as Record<string, string>;
    const builder = new ProfileBuilder({ identifier: 'com.example.every' }).addPayload(type, content);
    expect(ofSchema(issuesOf(builder))).toEqual([]);
    const bent = new ProfileBuilder({ identifier: 'com.example.every' }).addPayload(type, {
      ...content,
      PayloadDescription: 1,
    });
    expect(ofSchema(issuesOf(bent))).toEqual([
      'schema-type "PayloadDescription" at /PayloadContent/0/PayloadDescription must be a string, found an integer',
    ]);
  }
});

test('every payload type is read back from XML as it was written', () => {
  const builder = new ProfileBuilder({ identifier: 'com.example.every' });
  for (const type of types) {
    const schema = JSON.parse(readFileSync(join(folder, `${type}.schema.json`), 'utf8')) as Schema;
    const {
      PayloadUUID: _uuid,
      PayloadIdentifier: _identifier,
      ...content
    } = fullValue(chooseBranch(schema, 'else'), real) as Record<string, string>;
    builder.addPayload(type, content);
  }
  const off = Object.fromEntries(issuesOf(builder).map(({ code }) => [code, 'off' as const]));
  const xml = builder.build({ at: new Date(0), rules: off }).toXml();
  expect(ofSchema(validateProfile(xml, { at: new Date(0) }))).toEqual([]);
});
