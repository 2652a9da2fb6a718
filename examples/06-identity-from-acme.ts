/**
 * 6. Have the device make its own key, and get the certificate for it from an ACME server.
 *
 *     npx tsx examples/06-identity-from-acme.ts https://ca.example.com/acme/devices/directory ca.pem SERIAL
 *
 * writes out/06-identity-from-acme.mobileconfig. Without arguments, a server and a root of a lab are assumed; nothing is
 * asked over the network: the device does that when it installs the profile.
 *
 * The key is bound to the hardware of the device, which attests to that: no file with a key has to be made, sent and
 * kept secret, and nobody can copy the key to another device. Wi-Fi and VPN use the same identity; the profile holds it
 * once.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { acmeIdentity, ProfileBuilder, readCertificate, type Issue } from 'profilewright';
import { createLabRoot } from './lab-authority.js';
import { runProgram } from './lab-program.js';

export interface AcmeServer {
  readonly directoryUrl: string;
  /** The root of the CA, from which the certificate of its own web server comes too. */
  readonly root: string | Uint8Array;
}

/** Writes the profile for one device to `output`, and tells what there is to know about it. */
export function identityFromAcme(server: AcmeServer, serialNumber: string, output: string): readonly Issue[] {
  const root = readCertificate(server.root);
  const identity = acmeIdentity({
    directoryUrl: server.directoryUrl,
    clientIdentifier: serialNumber, // By which the CA knows which device asks, before it has attested to anything.
    hardwareBound: true,
    keyType: 'EC',
    keySize: 384,
    attest: true,
    subject: [
      ['O', 'Lab'],
      ['CN', serialNumber],
    ],
    extendedKeyUsage: ['1.3.6.1.5.5.7.3.2'], // clientAuth
    // The device talks to the CA while it installs the profile, and has to trust its server by then.
    trust: root,
  });
  const profile = new ProfileBuilder({ identifier: 'com.example.lab.network', displayName: 'Lab network' })
    .addWifi({
      ssid: 'Lab',
      encryption: 'WPA2',
      eap: { types: ['tls'], identity, trust: root, serverNames: ['radius.lab.example'] },
    })
    .addVpn({
      name: 'Lab VPN',
      ikev2: {
        server: 'vpn.lab.example',
        remoteIdentifier: 'vpn.lab.example',
        localIdentifier: serialNumber,
        authentication: 'Certificate',
        identity,
        certificateType: 'ECDSA384',
        ...(root.commonName === undefined ? {} : { serverIssuerCommonName: root.commonName }),
      },
    })
    // What is known about the devices decides which rules hold: a Mac, for example, binds keys to its hardware from macOS 14 on.
    .build({ context: { platforms: { iOS: { from: '17.0' } }, install: 'mdm' } });
  writeFileSync(output, profile.toBytes());
  return profile.issues;
}

await runProgram(import.meta.url, ([directoryUrl, root, serialNumber = 'LAB0000001']) => {
  const output = 'out/06-identity-from-acme.mobileconfig';
  mkdirSync('out', { recursive: true });
  const server =
    directoryUrl === undefined || root === undefined
      ? {
          directoryUrl: 'https://ca.lab.example/acme/devices/directory',
          root: createLabRoot('Lab Root CA').certificate,
        }
      : { directoryUrl, root: readFileSync(root) };
  for (const { severity, message, code } of identityFromAcme(server, serialNumber, output)) {
    console.log(`${severity}: ${message} [${code}]`);
  }
  console.log(`wrote ${output}`);
  return 0;
});
