import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parseProfile } from 'profilewright';
import { trustARoot } from '../../../examples/01-trust-a-root.js';
import { leaf, rootCA } from '../../support/authorities.js';
import { pem } from '../../support/pem.js';
import { testKey } from '../../support/test-key.js';
import { temporaryFolder } from './temporary-folder.js';

test('a root is written into the profile byte for byte', () => {
  const root = rootCA();
  const output = join(temporaryFolder(), 'root.mobileconfig');
  expect(trustARoot(root.pem, output)).toEqual([]);
  const text = readFileSync(output, 'utf8');
  const [, body = ''] = /<data>([^<]*)<\/data>/.exec(text) ?? [];
  expect(Buffer.from(body, 'base64')).toEqual(Buffer.from(root.der));
  expect(parseProfile(text).payloads.map(({ type }) => type)).toEqual(['com.apple.security.root']);
});

test('a certificate that is no root is told of with what to do, and nothing is written', () => {
  const output = join(temporaryFolder(), 'leaf.mobileconfig');
  const issues = trustARoot(leaf(rootCA()).pem, output);
  const wrong = issues.find(({ code }) => code === 'root-ca-flag');
  expect(wrong).toMatchObject({ severity: 'error' });
  expect(wrong?.hint).toContain('openssl req -x509');
  expect(existsSync(output)).toBe(false);
});

test('a private key is refused at once, and nothing is written', () => {
  const output = join(temporaryFolder(), 'key.mobileconfig');
  const der = testKey('p256').privateKey.export({ type: 'pkcs8', format: 'der' });
  expect(() => trustARoot(pem('PRIVATE KEY', der), output)).toThrow(
    expect.objectContaining({ code: 'ERR_CERTIFICATE_IS_KEY' }),
  );
  expect(existsSync(output)).toBe(false);
});
