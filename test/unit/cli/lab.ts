import { signerChain, rootCA } from '../../support/authorities.js';
import { pemBundle } from '../../support/pem.js';
import { runCli } from './command-line.js';

/** What the commands are given: a root, a signer with its chain, and profiles made of them. */
export const root = rootCA({ subject: 'Lab Root' });
export const signer = signerChain('p256');
const [intermediate, signingRoot] = signer.chain;

export const files = {
  'signer.key': signer.keyPem,
  'encrypted.key': signer.encryptedKeyPem,
  'signer.pem': signer.certificate.pem,
  'fullchain.pem': pemBundle(signer.certificate, intermediate, signingRoot),
  'signing-root.pem': signingRoot.pem,
} as const;

/** Says a password that must not be seen anywhere. */
export const wifiPassword = 'SENTINEL-wifi';

/** An unsigned profile that installs the root. */
export async function plainProfile(): Promise<Uint8Array> {
  return (await runCli(['root-ca', '-'], { stdin: root.pem })).stdout;
}

/** An unsigned profile for a Wi-Fi network, with {@link wifiPassword} in it. */
export function wifiProfile(ssid = 'Lab'): string {
  const uuid = (digit: number): string => `00000000-0000-4000-8000-00000000000${digit}`;
  const common = (id: string, digit: number): string =>
    `<key>PayloadVersion</key><integer>1</integer><key>PayloadIdentifier</key><string>${id}</string>
     <key>PayloadUUID</key><string>${uuid(digit)}</string>`;
  return `<?xml version="1.0" encoding="UTF-8"?>
<plist version="1.0"><dict>
<key>PayloadType</key><string>Configuration</string>${common('org.example', 1)}
<key>PayloadDisplayName</key><string>Office</string><key>PayloadScope</key><string>System</string>
<key>PayloadContent</key><array><dict>
<key>PayloadType</key><string>com.apple.wifi.managed</string>${common('org.example.wifi', 2)}
<key>SSID_STR</key><string>${ssid}</string><key>Password</key><string>${wifiPassword}</string>
<key>EAPClientConfiguration</key><dict>
<key>AcceptEAPTypes</key><array><integer>13</integer></array>
<key>UserPassword</key><string>${wifiPassword}</string></dict>
</dict></array></dict></plist>
`;
}
