import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { intermediateCA, leaf, rootCA, signerChain } from '../support/authorities.js';
import { deviceIdentity } from '../support/device-identity.js';
import { pemBundle } from '../support/pem.js';
import { pngFile } from '../support/png-file.js';
import { modernPkcs12, pkcs12File } from '../support/pkcs12-file.js';
import { testKey } from '../support/test-key.js';
import { daysFromToday } from '../support/time-value.js';
import { font } from '../unit/validation/content-files.js';

/** The passphrase of the encrypted files. */
export const documentedPassphrase = 'open sesame Ä';
/** The password of the PKCS#12 file for a device. */
export const documentedPassword = 'd1f8a3c0';

/** A profile as people write it by hand: a key is misspelt, a number is a text. */
const foundProfile = `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
<plist version="1.0">
<dict>
\t<key>PayloadType</key>
\t<string>Configuration</string>
\t<key>PayloadVersion</key>
\t<string>1</string>
\t<key>PayloadIdentifier</key>
\t<string>com.example.found</string>
\t<key>PayloadUUID</key>
\t<string>3B0B1E7C-4A0C-4B0E-9D0C-0D6F4C1B2A3D</string>
\t<key>PayloadScope</key>
\t<string>System</string>
\t<key>PayloadRemoveDisallowed</key>
\t<true/>
\t<key>PayloadContent</key>
\t<array/>
</dict>
</plist>
`;

/** A folder with every file that a page reads, under the name that the page gives it. The caller removes it. */
export function makeDocumentedFiles(): string {
  const folder = mkdtempSync(join(tmpdir(), 'profilewright-docs-'));
  const root = rootCA();
  const { key, keyPem, encryptedKeyPem, certificate, chain } = signerChain('p256');
  const [intermediate, signingRoot] = chain;
  const issuing = intermediateCA(root, { subject: 'Lab Issuing CA', key: testKey('p256', 5) });
  const shop = (options = {}) =>
    leaf(issuing, { subject: 'shop.lab', subjectAltName: [{ dNSName: 'shop.lab' }], ...options });
  const deviceKey = testKey('p256').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
  const identity = pkcs12File({
    key,
    certificates: [certificate, ...chain],
    password: documentedPassword,
    friendlyName: 'Anna',
    ...modernPkcs12,
  });
  const files: Readonly<Record<string, string | Uint8Array>> = {
    'ca.pem': root.pem,
    'server.pem': leaf(root, { key: testKey('rsa-1024') }).pem,
    'noflag.pem': rootCA({ basicConstraints: 'absent' }).pem,
    'shop.pem': shop().pem,
    'shop-fullchain.pem': pemBundle(shop(), issuing),
    'shop-combined.pem': pemBundle(shop(), issuing, root),
    'shop-long.pem': pemBundle(shop({ notAfter: daysFromToday(1000) }), issuing),
    'shop-cn.pem': pemBundle(shop({ subjectAltName: 'absent' }), issuing),
    'signer.key': keyPem,
    'signer-encrypted.key': encryptedKeyPem,
    'signer.pem': certificate.pem,
    'intermediates.pem': intermediate.pem,
    'fullchain.pem': pemBundle(certificate, ...chain),
    'signing-root.pem': signingRoot.pem,
    'found.mobileconfig': foundProfile,
    'device.pem': deviceIdentity('p256').pem,
    'device.key': deviceKey,
    'tablet.pem': deviceIdentity('rsa-2048').pem,
    'icon.png': pngFile(),
    'lab.ttf': font('Lab-Sans'),
    'mail.p12': identity,
    'anna.p12': identity,
    'signer.p12': pkcs12File({ key, certificates: [certificate, ...chain], password: documentedPassphrase }),
  };
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content, { mode: 0o600 });
  return folder;
}
