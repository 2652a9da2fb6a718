/**
 * Builds and signs as many profiles as the JSON on standard input says, with the package whose URL is the argument, and
 * prints its peak of resident memory in MB.
 */
import { readFileSync } from 'node:fs';

const { createSigner, ProfileBuilder, readCertificate, signProfile } = await import(process.argv[2]);

const { profiles, root, key, certificate, chain } = JSON.parse(readFileSync(0, 'utf8'));
const anchor = readCertificate(root);
const signer = await createSigner({ key, certificate, chain });
let bytes = 0;
for (let device = 0; device < profiles; device += 1) {
  const profile = new ProfileBuilder({ displayName: `Device ${device}` }).addRootCA(anchor).build();
  bytes += (await signProfile(profile, signer)).length;
}
if (bytes === 0) throw new Error('nothing was signed');
console.log(process.resourceUsage().maxRSS / 1024);
