import { expect, test } from 'vitest';
import type { JsonSchemaObject } from '../../../src/schema/json-schema.js';
import { payloadSchema } from '../../../src/schema/catalogue.js';
import { isSecretPath } from '../../../src/schema/secret-path.js';

const secret: JsonSchemaObject = { type: 'string', writeOnly: true };
const schema: JsonSchemaObject = {
  properties: {
    Plain: { type: 'string' },
    Whole: { writeOnly: true, properties: { Inner: {} } },
    Items: { items: { properties: { Code: secret } } },
    Any: { additionalProperties: secret },
    Again: { $ref: '#/$defs/node' },
  },
  if: { required: ['Plain'] },
  then: { properties: { Branch: secret } },
  $defs: { node: { properties: { Code: secret, Again: { $ref: '#/$defs/node' } }, allOf: [{ $ref: '#/$defs/node' }] } },
};

test.each<[path: readonly (string | number)[], isSecret: boolean]>([
  [['Plain'], false],
  [['Unknown', 'Code'], false],
  [['Whole'], true],
  [['Whole', 'Inner'], true],
  [['Items', 3, 'Code'], true],
  [['Items', 3, 'Other'], false],
  [['Any', 'X'], true],
  [['Branch'], true],
  [['Again', 'Again', 'Code'], true],
  [['Again', 'Again', 'Other'], false],
  [['MyPassword'], true],
  [['toString'], false],
  [[], false],
])('%j is a secret: %s', (path, isSecret) => {
  expect(isSecretPath(schema, path)).toBe(isSecret);
});

test('the name of a key is enough where nothing is known about the payload', () => {
  expect(isSecretPath(undefined, ['Account', 'SharedSecret'])).toBe(true);
  expect(isSecretPath(undefined, ['Account'])).toBe(false);
});

test('what Apple’s payloads keep secret is known, whatever its key is called', () => {
  expect(isSecretPath(payloadSchema('com.apple.security.pkcs12'), ['PayloadContent'])).toBe(true);
  expect(isSecretPath(payloadSchema('com.apple.relay.managed'), ['Relays', 0, 'AdditionalHTTPHeaderFields', 'A'])).toBe(
    true,
  );
  expect(isSecretPath(payloadSchema('com.apple.eas.account'), ['Certificate'])).toBe(true);
  expect(isSecretPath(payloadSchema('com.apple.security.root'), ['PayloadContent'])).toBe(false);
});
