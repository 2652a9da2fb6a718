/**
 * The main job on whatever runtime starts this file, in the folder of a project that installed the package:
 * `<runtime> smoke.mjs material.json`. Prints one line of JSON with what came out.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { Buffer } from 'node:buffer';
import process from 'node:process';
import {
  ProfileBuilder,
  createSigner,
  isProfilewrightError,
  parseProfile,
  readCertificates,
  signProfile,
  validateProfile,
  verifyProfile,
} from 'profilewright';

const { root, signers } = JSON.parse(readFileSync(process.argv[2], 'utf8'));
const anchors = readCertificates(root);
const profile = new ProfileBuilder({ displayName: 'Über 😀' }).addRootCA(root).build();
const equal = (a, b) => a.length === b.length && a.every((byte, index) => byte === b[index]);
const embedded = (parsed) => parsed.payloads[0].content['PayloadContent'];

const wifi = new ProfileBuilder({ identifier: 'com.example.wifi' })
  .addPayload('com.apple.wifi.managed', { SSID_STR: 'Lab', EncryptionType: 'WPA3' })
  .build();
const misspelt = validateProfile(wifi.toXml().replace('SSID_STR', 'SSID_SRT'));

const result = {
  misspelt: misspelt.find(({ code }) => code === 'schema-unknown-key')?.hint,
  digest: createHash('sha256').update(profile.toBytes()).digest('hex'),
  embedded: equal(embedded(parseProfile(profile.toBytes())), anchors[0].raw),
  signed: {},
};
for (const [name, material] of Object.entries(signers)) {
  const signed = await signProfile(profile, await createSigner(material));
  const { content, shownAs } = verifyProfile(signed, { anchors });
  const tampered = signed.slice();
  const place = Buffer.from(signed).indexOf('PayloadContent');
  tampered[place] ^= 1;
  let refusal = 'accepted';
  try {
    verifyProfile(tampered, { anchors });
  } catch (error) {
    refusal = isProfilewrightError(error) ? 'refused' : `foreign error: ${String(error)}`;
  }
  result.signed[name] = { content: equal(content, profile.toBytes()), shownAs, refusal };
}
console.log(JSON.stringify(result));
