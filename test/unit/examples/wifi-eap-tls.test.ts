import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parseProfile } from 'profilewright';
import { wifiWithCertificates } from '../../../examples/05-wifi-eap-tls.js';
import { rootCA } from '../../support/authorities.js';
import { identityFile } from '../../support/identity-file.js';
import { temporaryFolder } from './temporary-folder.js';

const root = rootCA();
const { bytes: p12, password } = identityFile('anna');

test('the Wi-Fi payload names the root and the identity of the profile, and the password is not in it', () => {
  const output = join(temporaryFolder(), 'wifi.mobileconfig');
  const issues = wifiWithCertificates({ root: root.pem, p12, password }, output);
  expect(issues.map(({ severity, code }) => `${severity} ${code}`)).toEqual(['info p12-safe-profile']);
  const text = readFileSync(output, 'utf8');
  expect(text).not.toContain(password);
  const { payloads } = parseProfile(text);
  const [anchor, identity, wifi] = payloads;
  expect(payloads.map(({ type }) => type.replace('com.apple.', ''))).toEqual([
    'security.root',
    'security.pkcs12',
    'wifi.managed',
  ]);
  expect([anchor, identity].map((payload) => payload?.content['PayloadContent'])).toEqual([root.der, p12]);
  expect(wifi?.content).toMatchObject({
    PayloadCertificateUUID: identity?.uuid,
    EAPClientConfiguration: { PayloadCertificateAnchorUUID: [anchor?.uuid] },
  });
});

test('a wrong password is told before anything is written', () => {
  const output = join(temporaryFolder(), 'wifi.mobileconfig');
  expect(() => wifiWithCertificates({ root: root.pem, p12, password: 'another' }, output)).toThrow(
    expect.objectContaining({ code: 'ERR_PKCS12_UNREADABLE' }),
  );
  expect(existsSync(output)).toBe(false);
});
