/**
 * 2. Sign a profile with a key that is in a file.
 *
 *     SIGNER_PASSPHRASE=... npx tsx examples/02-sign-with-a-file-key.ts lab.mobileconfig signer.key fullchain.pem root.pem
 *
 * writes out/02-sign-with-a-file-key.mobileconfig. Without files, a profile and a signer of a lab are made.
 *
 * An unsigned profile installs as well; the device then shows "Not Signed" in red. A signed one shows the name of the
 * signer, and "Verified" when the device trusts the root that the signer's certificate leads to.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createSigner, ProfileBuilder, readCertificates, signProfile, verifyProfile } from 'profilewright';
import type { Bytes, Issue, VerifiedProfile } from 'profilewright';
import { createLabRoot, createLabSigner } from './lab-authority.js';
import { runProgram } from './lab-program.js';

/** What stands in the files. */
export interface FileKey {
  /** PEM or DER; PKCS#8, PKCS#1 or SEC1; encrypted or not. */
  readonly key: string | Uint8Array;
  /** For an encrypted key. Read it from the environment or from a file, never from the arguments of a process. */
  readonly passphrase?: string;
  /** The signer's certificate and its issuers, in any order: what is missing here cannot be found by a device. */
  readonly fullchain: string | Uint8Array;
  /** The roots that the device trusts, to say what it will show. */
  readonly roots: string | Uint8Array;
}

export interface SignedWithFileKey {
  readonly bytes: Bytes;
  readonly verified: VerifiedProfile;
  /** What does not stop the signature: an intermediate is missing, the signer expires soon. */
  readonly warnings: readonly Issue[];
}

/** Signs, and reads the result back as somebody would who only has the file and the roots. */
export async function signWithAFileKey(profile: Uint8Array, files: FileKey): Promise<SignedWithFileKey> {
  const { key, passphrase, fullchain, roots } = files;
  // A key that belongs to none of the certificates is refused here, and so are keys whose signatures are not verified
  // everywhere: Ed25519, RSA-PSS, RSA below 2048 bits. A signer is made once and used for any number of profiles.
  const signer = await createSigner({
    key,
    certificate: fullchain,
    ...(passphrase === undefined ? {} : { passphrase }),
  });
  const warnings: Issue[] = [];
  const bytes = await signProfile(profile, signer, { onIssue: (issue) => void warnings.push(issue) });
  return { bytes, warnings, verified: verifyProfile(bytes, { anchors: readCertificates(roots) }) };
}

/** What a run without arguments signs: a lab root's profile, with an encrypted key under that same root. */
function createLabFiles(): { profile: Uint8Array; files: FileKey } {
  const root = createLabRoot('Lab Root CA');
  const signer = createLabSigner(root, 'Lab Profile Signer');
  const passphrase = 'a passphrase of the lab';
  const key = signer.key.export({ type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase }).toString();
  const fullchain = signer.certificate + root.certificate;
  const profile = new ProfileBuilder().addRootCA(root.certificate).build().toBytes();
  return { profile, files: { key, passphrase, fullchain, roots: root.certificate } };
}

/** The four files of the command line; undefined when these are not four. */
function readFiles(paths: readonly string[]): { profile: Uint8Array; files: FileKey } | undefined {
  const [profile, key, fullchain, roots] = paths.map((path) => readFileSync(path));
  if (profile === undefined || key === undefined || fullchain === undefined || roots === undefined) return undefined;
  const passphrase = process.env['SIGNER_PASSPHRASE'];
  return { profile, files: { key, fullchain, roots, ...(passphrase === undefined ? {} : { passphrase }) } };
}

await runProgram(import.meta.url, async (paths) => {
  const input = paths.length === 0 ? createLabFiles() : readFiles(paths);
  if (input === undefined) {
    console.error('error: four files are needed: a profile, a key, the certificates of the signer, the trusted roots');
    return 2;
  }
  const { bytes, verified, warnings } = await signWithAFileKey(input.profile, input.files);
  const output = 'out/02-sign-with-a-file-key.mobileconfig';
  mkdirSync('out', { recursive: true });
  writeFileSync(output, bytes);
  for (const { severity, message, code } of warnings) console.error(`${severity}: ${message} [${code}]`);
  console.log(`wrote ${output}`);
  console.log(`signed by ${verified.signer.name}, ${verified.shownAs} until ${verified.signedUntil.toISOString()}`);
  return 0;
});
