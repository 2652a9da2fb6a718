/**
 * 9. Enrol a device in device management whose server has a certificate of a private CA.
 *
 *     P12_PASSWORD=... npx tsx examples/09-enrolment.ts ca.pem device.p12
 *
 * writes out/09-enrolment.mobileconfig. Without files, a root and an identity of a lab are made.
 *
 * A device installs the payloads in their order, and calls the server when it comes to the MDM payload: the root by which
 * it knows the server and the identity by which the server knows it have to be there by then. The builder puts them in
 * front, in whatever order they are added. A root in an enrolment profile is trusted without a switch.
 *
 * Management cannot be moved to another server by an update: a device refuses a new profile with another `topic`,
 * `serverUrl` or with more rights. `validateProfile(next, { previous })` tells that before it is shipped.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { pkcs12Identity, ProfileBuilder, readCertificate, type Issue } from 'profilewright';
import { createLabClient, createLabRoot, encodeLabPkcs12 } from './lab-authority.js';
import { runProgram } from './lab-program.js';

export interface EnrolmentFiles {
  /** The root of the management server: PEM or DER. */
  readonly root: string | Uint8Array;
  /** Key and certificate of this one device. */
  readonly p12: Uint8Array;
  readonly password: string;
}

/** Writes the profile to `output`, and tells what there is to know about it. */
export function enrol({ root: file, p12, password }: EnrolmentFiles, output: string): readonly Issue[] {
  const root = readCertificate(file);
  const profile = new ProfileBuilder({
    identifier: 'com.example.lab.enrolment',
    displayName: 'Lab Management',
    organization: 'Lab',
    description: 'Lets the lab manage this device.',
  })
    .addMdm({
      // The password is in the profile, because nobody is asked for it in an enrolment: send it to this device alone.
      identity: pkcs12Identity(p12, { password, embedPassword: true }),
      topic: 'com.apple.mgmt.External.00000000-0000-4000-8000-000000000000',
      serverUrl: 'https://mdm.lab.example/connect',
      checkInUrl: 'https://mdm.lab.example/checkin',
      accessRights: 8191,
      serverCapabilities: ['per-user-connections'],
      checkOutWhenRemoved: true,
      // With the pin, no other CA can answer in place of the server. A device whose pin is wrong cannot be reached again.
      serverPins: root,
      checkInPins: root,
    })
    .addRootCA(root)
    .build({ context: { platforms: { iOS: { from: '16.0' }, macOS: { from: '13.0' } }, install: 'manual' } });
  writeFileSync(output, profile.toBytes(), { mode: 0o600 });
  return profile.issues;
}

await runProgram(import.meta.url, ([root, p12]) => {
  const output = 'out/09-enrolment.mobileconfig';
  mkdirSync('out', { recursive: true });
  const files =
    root === undefined || p12 === undefined
      ? createLabFiles()
      : { root: readFileSync(root), p12: readFileSync(p12), password: process.env['P12_PASSWORD'] ?? '' };
  for (const { severity, message, code } of enrol(files, output)) console.log(`${severity}: ${message} [${code}]`);
  console.log(`wrote ${output}`);
  return 0;
});

function createLabFiles(): EnrolmentFiles {
  const root = createLabRoot('Lab Root CA');
  const device = createLabClient(root, 'device');
  const password = 'known to the lab';
  return { root: root.certificate, p12: encodeLabPkcs12(device, root, password), password };
}
