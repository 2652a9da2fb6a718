import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chainTime, type MadeChain } from '../support/chain-draft.js';
import { pemBundle } from '../support/pem.js';

/** What is wrong in a referee's eyes; empty when it trusts the chain. */
export type Reasons = readonly string[];

const PROCESSES = 2;

/** RFC 5280 section 6.1.1 (c): every policy will do. */
const anyPolicy = '2.5.29.32.0';

/** Verifies chains by `openssl verify`, a process each, in a folder of one's own. */
export async function verifyByOpenssl(chains: readonly MadeChain[], folder: string): Promise<Reasons[]> {
  const verdicts: Reasons[] = [];
  const waiting = chains.entries();
  const lane = async (): Promise<void> => {
    for (const [index, chain] of waiting) verdicts[index] = await verify(chain, join(folder, String(index)));
  };
  await Promise.all(Array.from({ length: PROCESSES }, lane));
  return verdicts;
}

/**
 * Level 2 asks for keys and hashes of 112 bits, as Apple does of TLS. Policies are not judged unless asked for, and what
 * `-x509_strict` adds are duties of those who issue, not of those who verify.
 */
function verify({ chain, anchors, host }: MadeChain, path: string): Promise<Reasons> {
  const [leaf, ...others] = chain;
  const files = { leaf: `${path}-leaf.pem`, others: `${path}-others.pem`, anchors: `${path}-anchors.pem` };
  writeFileSync(files.leaf, leaf!.pem);
  writeFileSync(files.others, pemBundle(...others));
  writeFileSync(files.anchors, pemBundle(...anchors));
  const isAddress = /^[\d.]+$|:/.test(host);
  const argv = [
    'verify',
    ...['-purpose', 'sslserver', '-auth_level', '2', '-policy', anyPolicy, '-no-CApath', '-no-CAstore'],
    ...['-attime', String(chainTime.getTime() / 1000)],
    ...[isAddress ? '-verify_ip' : '-verify_hostname', host],
    ...['-CAfile', files.anchors],
    ...(others.length === 0 ? [] : ['-untrusted', files.others]),
    files.leaf,
  ];
  return new Promise((resolve) => {
    execFile('openssl', argv, (error, stdout, stderr) => {
      resolve(error === null && stdout.includes(': OK') ? [] : readReasons(stdout + stderr));
    });
  });
}

/** `error 20 at 0 depth lookup: unable to get local issuer certificate`, and what was never looked at. */
function readReasons(text: string): Reasons {
  const found = [...text.matchAll(/^error \d+ at \d+ depth lookup: (.*)$/gm)].map(([, reason = '']) => reason.trim());
  return found.length > 0 ? [...new Set(found)] : [text.trim().split('\n')[0] ?? 'no answer'];
}
