/** Builds and signs as many profiles as the JSON on standard input says, and prints its peak of resident memory in MB. */
import { readFileSync } from 'node:fs';
import { createSigner, ProfileBuilder, readCertificate, signProfile } from '../../dist/index.js';

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
