/**
 * 7. Connect a device to a VPN with certificates on both sides (IKEv2), by itself whenever it is in a foreign network.
 *
 *     P12_PASSWORD=... npx tsx examples/07-vpn-ikev2.ts ca.pem anna.p12
 *
 * writes out/07-vpn-ikev2.mobileconfig. Without files, a root and an identity of a lab are made.
 *
 * For the server's certificate there is no key like the trust anchors of Wi-Fi: the device takes the roots that it trusts,
 * and those of the profile. So the root goes into the same profile, and `serverIssuerCommonName` names the CA that has
 * issued the server's certificate. `perApp` would make the same VPN one for some apps, `alwaysOn` one without which a
 * supervised iPhone has no network.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { pkcs12Identity, ProfileBuilder, readCertificate, type Issue, type Pkcs12Identity } from 'profilewright';
import { createLabClient, createLabRoot, encodeLabPkcs12 } from './lab-authority.js';
import { runProgram } from './lab-program.js';

export interface VpnFiles {
  /** The root of the VPN server: PEM or DER. */
  readonly root: string | Uint8Array;
  /** Key and certificate of the device. */
  readonly p12: Uint8Array;
  readonly password: string;
}

/** The kind of the key in the file, in Apple's words. */
function certificateType({ certificate: { publicKey } }: Pkcs12Identity): 'RSA' | 'ECDSA256' | 'ECDSA384' | 'ECDSA521' {
  if (publicKey.curve === 'P-256') return 'ECDSA256';
  if (publicKey.curve === 'P-384') return 'ECDSA384';
  return publicKey.curve === 'P-521' ? 'ECDSA521' : 'RSA';
}

/** Writes the profile to `output`, and tells what there is to know about it. */
export function vpnWithCertificates({ root: file, p12, password }: VpnFiles, output: string): readonly Issue[] {
  const root = readCertificate(file);
  const identity = pkcs12Identity(p12, { password });
  const profile = new ProfileBuilder({
    identifier: 'com.example.lab.vpn',
    displayName: 'Lab VPN',
    organization: 'Lab',
  })
    .addRootCA(root)
    .addVpn({
      name: 'Lab',
      ikev2: {
        server: 'vpn.lab.example',
        // The name that has to stand among the subjectAltNames of the server's certificate, not in its CN alone.
        remoteIdentifier: 'vpn.lab.example',
        localIdentifier: identity.certificate.commonName ?? 'device',
        authentication: 'Certificate',
        identity,
        // By this the device signs. It is RSA unless it is written, which no other key fits.
        certificateType: certificateType(identity),
        serverIssuerCommonName: root.commonName ?? '',
        // Named, because the default of the group differs between what systems offer and what servers still take.
        ike: { encryption: 'AES-256-GCM', integrity: 'SHA2-256', diffieHellmanGroup: 19 },
        child: { encryption: 'AES-256-GCM', integrity: 'SHA2-256', diffieHellmanGroup: 19 },
        perfectForwardSecrecy: true,
        onDemandEnabled: true,
        // The first rule that fits counts: at home in the lab there is no need for it.
        onDemandRules: [{ action: 'Disconnect', interfaceType: 'WiFi', ssids: ['Lab'] }, { action: 'Connect' }],
      },
    })
    .build({ context: { platforms: { iOS: { from: '16.0' } } } });
  writeFileSync(output, profile.toBytes());
  return profile.issues;
}

await runProgram(import.meta.url, ([root, p12]) => {
  const output = 'out/07-vpn-ikev2.mobileconfig';
  mkdirSync('out', { recursive: true });
  const files =
    root === undefined || p12 === undefined
      ? createLabFiles()
      : { root: readFileSync(root), p12: readFileSync(p12), password: process.env['P12_PASSWORD'] ?? '' };
  for (const { severity, message, code } of vpnWithCertificates(files, output)) {
    console.log(`${severity}: ${message} [${code}]`);
  }
  console.log(`wrote ${output}`);
  return 0;
});

function createLabFiles(): VpnFiles {
  const root = createLabRoot('Lab Root CA');
  const client = createLabClient(root, 'anna');
  const password = 'known to the lab';
  return { root: root.certificate, p12: encodeLabPkcs12(client, root, password), password };
}
