/**
 * 5. Bring a device into a Wi-Fi network with a certificate in place of a password (WPA Enterprise, EAP-TLS).
 *
 *     P12_PASSWORD=... npx tsx examples/05-wifi-eap-tls.ts ca.pem anna.p12
 *
 * writes out/05-wifi-eap-tls.mobileconfig. Without files, a root and an identity of a lab are made.
 *
 * The Wi-Fi payload names two other payloads: the root by which the device knows the RADIUS server, and the identity by
 * which the server knows the device. In the file these names are UUIDs, and a wrong one fails in silence. Here the things
 * themselves are given: each is embedded once, and its UUID is written.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { pkcs12Identity, ProfileBuilder, type Issue } from 'profilewright';
import { createLabClient, createLabRoot, encodeLabPkcs12 } from './lab-authority.js';
import { runProgram } from './lab-program.js';

export interface WifiFiles {
  /** The root of the RADIUS server: PEM or DER. */
  readonly root: string | Uint8Array;
  /** Key, certificate and chain of the client. */
  readonly p12: Uint8Array;
  readonly password: string;
}

/** Writes the profile to `output`, and tells what there is to know about it. */
export function wifiWithCertificates({ root, p12, password }: WifiFiles, output: string): readonly Issue[] {
  // The file is opened now: a wrong password, or a key without its certificate, is told here and not on the device.
  // The password stays out of the profile, so that whoever installs it is asked. `embedPassword: true` puts it in, and
  // then the profile is as secret as the key.
  const identity = pkcs12Identity(p12, { password });
  const profile = new ProfileBuilder({
    identifier: 'com.example.lab.wifi',
    displayName: 'Lab Wi-Fi',
    organization: 'Lab',
  })
    .addWifi({
      ssid: 'Lab',
      encryption: 'WPA2',
      eap: {
        types: ['tls'],
        identity,
        trust: root,
        // With the root alone, every server with a certificate of that CA could pretend to be the RADIUS server.
        serverNames: ['radius.lab.example'],
        tlsMinimumVersion: '1.2',
      },
    })
    .build();
  writeFileSync(output, profile.toBytes());
  return profile.issues;
}

await runProgram(import.meta.url, ([root, p12]) => {
  const output = 'out/05-wifi-eap-tls.mobileconfig';
  mkdirSync('out', { recursive: true });
  const files =
    root === undefined || p12 === undefined
      ? createLabFiles()
      : { root: readFileSync(root), p12: readFileSync(p12), password: process.env['P12_PASSWORD'] ?? '' };
  for (const { severity, message, code } of wifiWithCertificates(files, output)) {
    console.log(`${severity}: ${message} [${code}]`);
  }
  console.log(`wrote ${output}`);
  return 0;
});

function createLabFiles(): WifiFiles {
  const root = createLabRoot('Lab Root CA');
  const client = createLabClient(root, 'anna');
  const password = 'known to the lab';
  return { root: root.certificate, p12: encodeLabPkcs12(client, root, password), password };
}
