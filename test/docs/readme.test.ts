import { constants, createHash, privateEncrypt, sign as signBytes } from 'node:crypto';
import { once } from 'node:events';
import { readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest';
import { ProfileBuilder, readCertificate, signProfile, verifyProfile, type Signer } from 'profilewright';
import { errorFacts } from '../../src/diagnostics/errors/index.js';
import { rootCA, signerChain, type SignerMaterial } from '../support/authorities.js';
import { documentedCalls } from './documented-calls.js';
import { checkTypes, runBlock } from './documented-code.js';
import { documentedPassphrase, documentedPassword, makeDocumentedFiles } from './documented-files.js';
import { findDisagreement, runCommand } from './documented-output.js';
import { documentedPages, projectRoot, readBlocks, readRefusals, type Block } from './documented-page.js';
import { listRefusals, refusals } from './documented-refusals.js';

const blocks = documentedPages.flatMap(readBlocks);
const ofLanguage = (language: string): Block[] => blocks.filter((block) => block.language === language);
const placeOf = ({ page, line }: Block): string => `${page}:${line}`;

/** The block whose text has `part` in it. */
function findBlock(page: string, part: string): Block {
  const found = ofLanguage('ts').find((block) => block.page === page && block.text.includes(part));
  if (found === undefined) throw new Error(`${page} has no block with ${part}`);
  return found;
}

/** What stands right behind a block as its output; a block without one prints nothing. */
function outputBehind(block: Block): string {
  const next = blocks[blocks.indexOf(block) + 1];
  return next?.page === block.page && next.language === 'text' ? next.text : '';
}

test('every block type-checks as a module of its own', () => {
  const sources = ofLanguage('ts').map((block, index) => [`docs/documented-${index}.ts`, block] as const);
  const port = sources.find(([, { text }]) => text.includes('export interface Signer'))?.[0] ?? '';
  const programs = ofLanguage('text').filter(({ text }) => text.startsWith('import '));
  expect(programs).toHaveLength(1);
  const faults = checkTypes({
    ...Object.fromEntries(sources.map(([name, { text }]) => [name, `${text}\n`])),
    // A program that is the output of a block is one that people run.
    ...Object.fromEntries(programs.map(({ text }, index) => [`docs/documented-program-${index}.ts`, text])),
    ...Object.fromEntries(documentedCalls.map(({ program }, index) => [`docs/documented-call-${index}.ts`, program])),
    // The port that the guide spells out is the one that the package exports.
    'docs/documented-port.ts': `
      import type { Signer } from 'profilewright';
      import type { Signer as Documented } from './${port.replace('docs/', '').replace('.ts', '.js')}';
      type IsSame<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
      export const keys: IsSame<keyof Documented, keyof Signer> = true;
      export const input: IsSame<Parameters<Documented['sign']>, Parameters<Signer['sign']>> = true;
      export const here = (signer: Documented): Signer => signer;
      export const there = (signer: Signer): Documented => signer;
    `,
  });
  const places = sources.map(([name, block]) => `${name} is ${placeOf(block)}`);
  expect(faults, places.join('\n')).toEqual([]);
});

describe.each(documentedPages)('%s', (page) => {
  let folder = '';

  beforeAll(() => {
    folder = makeDocumentedFiles();
    vi.stubEnv('SIGNER_PASSPHRASE', documentedPassphrase);
    vi.stubEnv('P12_PASSWORD', documentedPassword);
  });

  afterAll(() => {
    vi.unstubAllEnvs();
    rmSync(folder, { recursive: true, force: true });
  });

  const runnable = blocks.filter((block) => block.page === page && ['ts', 'console'].includes(block.language));

  // In the order of the page: a block may read what one above it has written.
  test.each(runnable.map((block) => [placeOf(block), block] as const))(
    '%s prints what the page says',
    async (_, block) => {
      const [command = '', ...lines] = block.text.split('\n');
      const isCommand = block.language === 'console';
      const shown = isCommand ? lines.join('\n') : outputBehind(block);
      const printed = isCommand ? await runCommand(command, folder) : (await runBlock(block, folder)).printed;
      expect(findDisagreement(shown, printed), printed).toBeUndefined();
    },
  );

  test.each(readRefusals(page))('refuses $what with $code', async ({ code }) => {
    const attempt = refusals[code];
    if (attempt === undefined) throw new Error(`nothing is known to be refused with ${code}`);
    expect(await listRefusals(attempt)).toContain(code);
  });

  test('names only errors that there are', () => {
    const named = readFileSync(join(projectRoot, page), 'utf8').match(/\bERR_[A-Z0-9_]+/g) ?? [];
    // The command line has a code of its own for wrong usage.
    expect(named.filter((code) => !(code in errorFacts) && code !== 'ERR_USAGE')).toEqual([]);
  });
});

describe('the signers of the pages', () => {
  const root = rootCA();
  const profile = new ProfileBuilder().addRootCA(root.der).build();

  /** What the page's function takes, with the certificates of a signer that was made here. */
  function certificatesOf({ certificate, chain }: SignerMaterial) {
    return [readCertificate(certificate.der), chain.map(({ der }) => readCertificate(der))] as const;
  }

  async function shownAs(signer: Signer, { chain }: SignerMaterial): Promise<string> {
    const bytes = await signProfile(profile, signer);
    return verifyProfile(bytes, { anchors: [readCertificate(chain[1].der)] }).shownAs;
  }

  test('the one of the README signs with a service that takes a digest', async () => {
    const material = signerChain('rsa-2048');
    const { exports } = await runBlock(findBlock('README.md', 'function remoteSigner'), '');
    const remoteSigner = exports['remoteSigner'] as (...args: readonly unknown[]) => Signer;
    // DigestInfo of SHA-256, RFC 8017 section 9.2 note 1.
    const prefix = Buffer.from('3031300d060960864801650304020105000420', 'hex');
    const service = {
      signDigest: (_keyId: string, digest: Uint8Array) => {
        const padded = { key: material.key, padding: constants.RSA_PKCS1_PADDING };
        return Promise.resolve(new Uint8Array(privateEncrypt(padded, Buffer.concat([prefix, digest]))));
      },
    };
    expect(await shownAs(remoteSigner(service, 'id', ...certificatesOf(material)), material)).toBe('Verified');
  });

  test('the one of the guide sends the digest over HTTP', async () => {
    const material = signerChain('p256');
    let expected = { digest: '', signature: new Uint8Array() };
    const server = createServer((request, response) => {
      void buffer(request).then((body) => {
        const isRight = body.toString('hex') === expected.digest;
        response.writeHead(isRight ? 200 : 400).end(expected.signature);
      });
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    onTestFinished(() => void server.close());
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
    const { exports } = await runBlock(
      findBlock('docs/guides/sign-with-any-key.md', 'function createRemoteSigner'),
      '',
    );
    const createRemoteSigner = exports['createRemoteSigner'] as (...args: readonly unknown[]) => Signer;
    const remote = createRemoteSigner(url, ...certificatesOf(material));
    const signer: Signer = {
      ...remote,
      sign: (input, options) => {
        const digest = createHash('sha256').update(input.bytes).digest('hex');
        expected = { digest, signature: signBytes('sha256', input.bytes, material.key) };
        return remote.sign(input, options);
      },
    };
    expect(await shownAs(signer, material)).toBe('Verified');
  });
});

describe('output that a page shows', () => {
  const printed = 'one 0123456789abcdef\ntwo\nthree';

  test.each([
    'one fedcba9876543210\ntwo\nthree',
    'one 0123456789abcdef\n…\nthree',
    '…\nthree',
    'one 0123456789abcdef\n…',
  ])('agrees with what was printed: %j', (shown) => {
    expect(findDisagreement(shown, printed)).toBeUndefined();
  });

  test.each(['', 'two', 'one\n…', '…\nfour', '…\nthree\ntwo', '…\ntwo', 'one 0123456789abcdef\nthree'])(
    'disagrees with what was printed: %j',
    (shown) => {
      expect(findDisagreement(shown, printed)).toBeTypeOf('string');
    },
  );
});

test('the README has the two commands that set everything up', () => {
  const commands = blocks
    .filter(({ page, language }) => page === 'README.md' && language === '')
    .map(({ text }) => text);
  expect(commands).toContain('npm ci && npm run demo');
  expect(commands).toContain('npm ci && npm test');
});
