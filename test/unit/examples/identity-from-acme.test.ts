import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parseProfile } from 'profilewright';
import { identityFromAcme } from '../../../examples/06-identity-from-acme.js';
import { rootCA } from '../../support/authorities.js';
import { temporaryFolder } from './temporary-folder.js';

test('Wi-Fi and VPN use one identity, whose key the device makes in its hardware', () => {
  const root = rootCA();
  const output = join(temporaryFolder(), 'network.mobileconfig');
  const directoryUrl = 'https://ca.example.com/acme/directory';
  expect(identityFromAcme({ directoryUrl, root: root.der }, 'SERIAL1', output)).toEqual([]);
  const { payloads } = parseProfile(readFileSync(output));
  expect(payloads.map(({ type }) => type.replace('com.apple.', ''))).toEqual([
    'security.root',
    'security.acme',
    'wifi.managed',
    'vpn.managed',
  ]);
  const [anchor, acme, wifi, vpn] = payloads;
  expect(anchor?.content['PayloadContent']).toEqual(root.der);
  expect(acme?.content).toMatchObject({
    DirectoryURL: directoryUrl,
    ClientIdentifier: 'SERIAL1',
    HardwareBound: true,
    Attest: true,
    KeyType: 'ECSECPrimeRandom',
    KeySize: 384,
    Subject: [[['O', 'Lab']], [['CN', 'SERIAL1']]],
  });
  expect(wifi?.content['PayloadCertificateUUID']).toBe(acme?.uuid);
  expect(wifi?.content).toMatchObject({ EAPClientConfiguration: { PayloadCertificateAnchorUUID: [anchor?.uuid] } });
  expect(vpn?.content).toMatchObject({ IKEv2: { PayloadCertificateUUID: acme?.uuid } });
});
