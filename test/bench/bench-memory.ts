import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { signerChain, rootCA } from '../support/authorities.js';
import type { Ratio } from './measure.js';

const PROFILES = 10_000;
const MOST_MEGABYTES = 200;

/** The most memory that a process of its own needs for 10,000 signed profiles, one after the other. */
export async function* benchMemory(): AsyncGenerator<Ratio> {
  const { keyPem, certificate, chain } = signerChain('rsa-2048');
  const material = {
    profiles: PROFILES,
    root: rootCA({ subject: 'Bench Root' }).pem,
    key: keyPem,
    certificate: certificate.pem,
    chain: chain.map(({ pem }) => pem),
  };
  const script = fileURLToPath(new URL('sign-many.mjs', import.meta.url));
  const built = new URL('../../dist/index.js', import.meta.url).href;
  const answer = execFileSync(process.execPath, [script, built], { input: JSON.stringify(material), encoding: 'utf8' });
  const megabytes = Number(answer);
  yield await Promise.resolve({
    name: `${String(PROFILES)} signed profiles in a loop`,
    figures: `${megabytes.toFixed(0)} MB at most`,
    ratio: megabytes / MOST_MEGABYTES,
    target: '<= 1.00',
    isMet: megabytes <= MOST_MEGABYTES,
  });
}
