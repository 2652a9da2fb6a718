import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { chainTime, type MadeChain } from '../support/chain-draft.js';
import type { Reasons } from './openssl-verify.js';

const program = join(import.meta.dirname, 'go-verify');

/** Neither fetches anything, nor needs a C compiler. */
const environment = { GOFLAGS: '-mod=mod', GOPROXY: 'off', GOTOOLCHAIN: 'local', GOWORK: 'off', CGO_ENABLED: '0' };

/** Compiles the verifier into a folder; the first time on a machine that includes Go's own library. */
export function buildGoVerifier(folder: string): string {
  const binary = join(folder, 'go-verify');
  const { status, stderr } = spawnSync('go', ['build', '-o', binary, '.'], {
    cwd: program,
    env: { ...process.env, ...environment },
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`go build: ${stderr}`);
  return binary;
}

/** Verifies all chains by crypto/x509 in one process. */
export function verifyByGo(chains: readonly MadeChain[], binary: string): Reasons[] {
  const base64 = ({ der }: { readonly der: Uint8Array }): string => Buffer.from(der).toString('base64');
  const questions = chains.map(({ chain, anchors, host }) => ({
    chain: chain.map(base64),
    anchors: anchors.map(base64),
    host,
    at: chainTime.toISOString(),
  }));
  const { status, stdout, stderr } = spawnSync(binary, {
    input: JSON.stringify(questions),
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  if (status !== 0) throw new Error(`go-verify: ${stderr}`);
  return (JSON.parse(stdout) as string[]).map((answer) => (answer === '' ? [] : [answer]));
}
