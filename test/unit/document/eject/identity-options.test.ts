import { expect, test } from 'vitest';
import { identityMaker } from '../../../../src/document/eject/identity-options.js';
import type { JsonSchemaObject } from '../../../../src/schema/json-schema.js';
import { loadSchema, type SchemaName } from '../../../../src/schema/catalogue.js';

/** Keys that every payload has; `Key Type` has one value, which nobody needs to write. */
const others = /^Payload(Type|Version|Identifier|UUID|DisplayName|Description|Organization|Enabled)$|^Key Type$/;

function keysOf(schema: JsonSchemaObject): string[] {
  return Object.keys(schema['properties'] as object);
}

test.each<SchemaName>([
  'com.apple.security.pkcs12',
  'com.apple.security.scep',
  'com.apple.security.acme',
  'com.apple.ADCertificate.managed',
])('every key of %s is an option of its identity', (type) => {
  const { options, argument, name, inside } = identityMaker(type)!;
  const schema = loadSchema(type);
  const settings = inside === undefined ? schema : (schema['properties'] as Record<string, JsonSchemaObject>)[inside]!;
  const known = [...Object.keys(options), argument, name].filter((key) => key !== undefined);
  expect(known.sort()).toEqual(
    keysOf(settings)
      .filter((key) => !others.test(key))
      .sort(),
  );
});
