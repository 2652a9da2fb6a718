/**
 * 1. Make a profile that offers a certificate as a root.
 *
 *     npx tsx examples/01-trust-a-root.ts ca.pem
 *
 * writes out/01-trust-a-root.mobileconfig. Without a file, a root of a lab is made.
 *
 * Two kinds of "no" are worth telling apart. A file that holds no certificate (a private key, a PKCS#12 file, half a PEM
 * block) cannot be gone on with: `addRootCA` throws at once. A certificate that can be read and is not fit to be a root
 * gets issues: `build()` throws all of them together, each with what to do about it.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { isProfilewrightError, ProfileBuilder, type Issue } from 'profilewright';
import { createLabRoot } from './lab-authority.js';
import { runProgram } from './lab-program.js';

/** Writes the profile to `output`, unless one of the returned issues is an error. */
export function trustARoot(certificate: string | Uint8Array, output: string): readonly Issue[] {
  const builder = new ProfileBuilder({
    // All of it can be left out. The identifier is derived from the root's subject and key, so that a renewed root
    // replaces the old one on the device; the display name is the root's CN.
    organization: 'Lab',
    description: 'Makes this device trust the servers of the lab.',
  }).addRootCA(certificate);
  try {
    const profile = builder.build();
    writeFileSync(output, profile.toBytes());
    return profile.issues; // Warnings and remarks: a profile with errors is never built.
  } catch (error) {
    if (!isProfilewrightError(error, 'ERR_PROFILE_INVALID')) throw error;
    return error.details.issues;
  }
}

await runProgram(import.meta.url, ([file]) => {
  const output = 'out/01-trust-a-root.mobileconfig';
  mkdirSync('out', { recursive: true });
  const certificate = file === undefined ? createLabRoot('Lab Root CA').certificate : readFileSync(file);
  const issues = trustARoot(certificate, output);
  for (const { severity, message, code, hint } of issues) {
    console.error(`${severity}: ${message} [${code}]${hint === undefined ? '' : `\n  hint: ${hint}`}`);
  }
  if (issues.some(({ severity }) => severity === 'error')) return 1;
  console.log(`wrote ${output}`);
  return 0;
});
