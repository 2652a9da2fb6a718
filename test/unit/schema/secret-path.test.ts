import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import type { JsonSchemaObject } from '../../../src/schema/json-schema.js';
import { payloadSchema } from '../../../src/schema/catalogue.js';
import { isSecretPath } from '../../../src/schema/secret-path.js';
import { appleSecrets } from '../document/apple-secrets.js';

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

test.each<[type: string, path: readonly (string | number)[], isSecret: boolean]>([
  ['com.apple.screensaver', ['askForPasswordDelay'], false],
  ['com.apple.wifi.managed', ['Password'], true],
  ['com.apple.wifi.managed', ['ProxyServerPort'], false],
  ['com.apple.extensiblesso', ['PlatformSSO', 'TokenToUserMapping', 'AccountName'], false],
  ['com.apple.vpn.managed', ['IPSec', 'XAuthPasswordEncryption'], false],
  ['com.apple.dock', ['AdminPassword'], true],
  ['com.apple.vpn.managed', ['VendorConfig', 'PIN'], true],
  ['com.apple.vpn.managed', ['VendorConfig', 'Realm'], false],
  ['com.apple.airplay', ['Passwords'], true],
  ['com.apple.airplay', ['Passwords', 0, 'DeviceName'], false],
  ['com.apple.airplay', ['Passwords', 'Password'], true],
  ['com.apple.relay.managed', ['Relays', 'AdditionalHTTPHeaderFields', 'Any'], true],
])('of %s, %j is a secret: %s, as the marks say, and the name where there is no such key', (type, path, isSecret) => {
  expect(isSecretPath(payloadSchema(type), path)).toBe(isSecret);
});

test('the marks are those of secrets.yaml, all of them', () => {
  const text = readFileSync(join(import.meta.dirname, '../../../schemas/secrets.yaml'), 'utf8');
  const listed = Object.entries(parse(text) as Record<string, string[]>).flatMap(([type, paths]) =>
    paths.map((path) => [type, path]),
  );
  expect(listed).toHaveLength(75);
  expect(appleSecrets.toSorted()).toEqual(listed.toSorted());
});
